"""Two hands and a pair of eyes: real key strokes into the real window, and what is to be read on it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Final, TypeVar

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer
from PySide6.QtGui import QKeySequence, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from fieldkit.ui.rows.lists import HitList, QueueList
from fieldkit.ui.rows.tables import Table
from fieldkit.ui.threads import LanesLike
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.toasts import Toast

W = TypeVar("W", bound=QWidget)
_PATIENCE_MS: Final = 60_000
"""Generous: what takes so long is broken, on any computer."""
_LOOK_EVERY_MS: Final = 10
_ROUNDS: Final = 2
_KEYS: Final = {"Enter": "Return"}
"""QKeySequence calls the key of the number block Enter."""


class Hands:
    """Whoever works at the laptop: no mouse, and nothing known but what the window shows."""

    def __init__(self, window: QWidget, pictures: Path, lanes: LanesLike) -> None:
        self._window, self._pictures, self._lanes = window, pictures, lanes
        self._shown = 0
        self._fault: BaseException | None = None
        self._ticker = QTimer(interval=_LOOK_EVERY_MS)
        self._ticker.start()

    def press(self, *strokes: str) -> None:
        """Key strokes, such as F3, Ctrl+Enter, Space; each goes to whatever has the focus."""
        for stroke in strokes:
            QTest.keySequence(self._focus(), QKeySequence(_KEYS.get(stroke, stroke.replace("+Enter", "+Return"))))
            self._let_it_happen()

    def write(self, words: str) -> None:
        """Words or digits, letter by letter."""
        QTest.keyClicks(self._focus(), words)
        self._let_it_happen()

    def until(self, condition: Callable[[], bool], what: str) -> None:
        """Wait for what is to be seen; a TimeoutError names it if it never comes."""
        deadline = QDeadlineTimer(_PATIENCE_MS)
        while not condition():
            if deadline.hasExpired():
                raise TimeoutError(f"waited in vain: {what}; the focus is on {self.focused() or 'nothing'}")
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            self._complain()

    def until_shown(self, words: str) -> None:
        """Wait for words on the screen."""
        self.until(lambda: self.shows(words), f"the words “{words}”")

    def until_focused(self, name: str) -> None:
        """Wait for the focus to be in a part."""
        self.until(lambda: self.focused() == name, f"the focus in {name}")

    def shows(self, words: str) -> bool:
        """Whether the words can be read somewhere, on the page or over it."""
        return any(words in said for top in self._windows() for said in _said_in(top))

    def find(self, kind: type[W], name: str) -> W | None:
        """The part of a name that is to be seen now."""
        found = (part for top in self._windows() for part in top.findChildren(kind, name))
        return next((part for part in found if part.isVisible()), None)

    def all(self, kind: type[W]) -> list[W]:
        """Everything of a kind that is to be seen now."""
        return [part for top in self._windows() for part in top.findChildren(kind) if part.isVisible()]

    def get(self, kind: type[W], name: str) -> W:
        """The same, waited for."""
        self.until(lambda: self.find(kind, name) is not None, f"{name} on the screen")
        part = self.find(kind, name)
        if part is None:
            raise LookupError(name)
        return part

    def focused(self) -> str:
        """Name of the part with the focus."""
        part: QWidget | None = QApplication.focusWidget()
        while part is not None and not part.objectName():
            part = part.parentWidget()
        return part.objectName() if part is not None else ""

    def is_asked(self, name: str) -> bool:
        """Whether the focus is where a field is answered, wherever the page has put its line."""
        field = self._window.findChild(TextField, name)
        return field is not None and QApplication.focusWidget() is field.line

    def picture(self, name: str, *, toasts: bool = False) -> Path:
        """Keep what the window shows now, numbered in the order of the day.

        These hands do in a minute what takes three hours: toasts that would long be gone go first, but for those meant.
        """
        self.settle()
        if not toasts:
            for toast in self.all(Toast):
                toast.dismiss()
        self._shown += 1
        path = self._pictures / f"{self._shown:02}-{name}.png"
        whole_picture(self._window).save(str(path))
        return path

    def settle(self) -> None:
        """Wait until the store has answered what was asked of it, and what those answers asked."""
        for _ in range(_ROUNDS):
            answers: list[object] = []
            self._lanes.run("store", lambda: None, answers.append, answers.append, self._window)
            self.until(partial(bool, answers), "the store to have answered")

    @contextmanager
    def noticing_faults(self) -> Iterator[None]:
        """A fault inside the window stops the hands, too; Qt alone would only print it."""
        before = sys.excepthook

        def notice(_kind: type[BaseException], fault: BaseException, _trace: TracebackType | None) -> None:
            self._fault = self._fault or fault

        sys.excepthook = notice
        try:
            yield
            self._complain()
        finally:
            sys.excepthook = before

    def _let_it_happen(self) -> None:
        QApplication.processEvents()
        self._complain()

    def _complain(self) -> None:
        if self._fault is not None:
            fault, self._fault = self._fault, None
            raise fault

    def _focus(self) -> QWidget:
        if QApplication.activeWindow() is None:
            # Where there is no window manager, nobody gives the focus back when a modal is gone.
            self._window.activateWindow()
            self.until(lambda: QApplication.activeWindow() is not None, "the window in front")
        return QApplication.focusWidget() or self._window

    def _windows(self) -> list[QWidget]:
        return [top for top in QApplication.topLevelWidgets() if top.isVisible()]


def rows_of(view: Table | QueueList | HitList) -> list[Any]:
    """The rows that a list has now."""
    return [view.rows_model.at(row) for row in range(view.rows_model.rowCount())]


def _said_in(top: QWidget) -> Iterator[str]:
    for label in top.findChildren(QLabel):
        if label.isVisible():
            yield label.full_text() if isinstance(label, Label) else label.text()
    for button in top.findChildren(QAbstractButton):
        if button.isVisible():
            yield button.accessibleName()


def whole_picture(window: QWidget) -> QPixmap:
    """The window, with the modal that lies over it."""
    picture, modal = window.grab(), QApplication.activeModalWidget()
    if modal is not None:
        painter = QPainter(picture)
        place = modal.rect()
        place.moveCenter(window.rect().center())
        painter.drawPixmap(place.topLeft(), modal.grab())
        painter.end()
    return picture
