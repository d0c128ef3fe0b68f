"""The start screens as somebody uses them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.app.launch import Launch
from fieldkit.ui.start.frame import StartScreen
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.choices import ChoiceButton, ChoiceGroup
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.labels import Label


class StartDriver:
    """Types into whatever has the focus, and reads the screen in front."""

    def __init__(self, launch: Launch, qtbot: QtBot, show: Callable[[], None] | None = None) -> None:
        self.launch, self._qtbot = launch, qtbot
        (show or launch.open)()
        launch.window.activateWindow()

    @property
    def name(self) -> str:
        """Name of the screen in front."""
        widget = self.launch.window.currentWidget()
        return widget.objectName() if widget is not None else ""

    @property
    def screen(self) -> StartScreen:
        """The screen in front."""
        widget = self.launch.window.currentWidget()
        assert isinstance(widget, StartScreen)
        return widget

    def wait_for(self, name: str, timeout_ms: int = 20_000) -> None:
        """Until a screen is in front."""

        def is_there() -> None:
            assert self.name == name, (name, self.name, self.says())

        self._qtbot.waitUntil(is_there, timeout=timeout_ms)

    @contextmanager
    def another(self) -> Iterator[None]:
        """Until what was pressed within has brought another screen."""
        before = self.launch.window.currentWidget()
        yield
        self._qtbot.waitUntil(lambda: self.launch.window.currentWidget() is not before, timeout=20_000)

    def wait_idle(self) -> None:
        """Until the way on is open again."""
        self._qtbot.waitUntil(self.screen.accept_button.isEnabled, timeout=20_000)

    def field(self, name: str) -> TextField:
        """A field of the screen in front."""
        found = self.screen.findChild(TextField, name)
        assert found is not None, name
        return found

    def says(self) -> str:
        """Title and sentences."""
        front = self.launch.window.currentWidget()
        if not isinstance(front, StartScreen):
            return ""
        line = front.line.text() if front.line.isVisible() else ""
        return " ".join((front.title.full_text(), front.text.full_text(), line)).strip()

    def button(self, name: str) -> Button:
        """A button of the screen in front."""
        found = self.screen.findChild(Button, name)
        assert found is not None, name
        return found

    def choices(self, name: str) -> list[str]:
        """The captions of a group of the screen in front, in their order."""
        found = self.screen.findChild(ChoiceGroup, name)
        assert found is not None, name
        return [button.caption() for button in found.findChildren(ChoiceButton)]

    def go_to(self, name: str) -> None:
        """Tab, until the focus is on a part of the screen in front, or within it."""
        wanted = self.screen.findChild(QWidget, name)
        assert wanted is not None, name
        for _ in range(30):
            focused = self._focused()
            if focused is wanted or wanted.isAncestorOf(focused):
                return
            QTest.keyClick(focused, Qt.Key.Key_Tab)
        raise AssertionError(name)

    def digit(self, number: int) -> None:
        """One of a group that has the focus."""
        QTest.keyClick(self._focused(), Qt.Key(Qt.Key.Key_0 + number))
        QApplication.processEvents()

    def label(self, name: str) -> str:
        """What a label of the screen in front says."""
        found = self.screen.findChild(Label, name)
        assert found is not None, name
        return found.full_text()

    def ctrl(self, key: Qt.Key) -> None:
        """A key with Ctrl, wherever the focus is."""
        QTest.keyClick(self._focused(), key, Qt.KeyboardModifier.ControlModifier)
        QApplication.processEvents()

    def escape(self) -> None:
        """Esc, wherever the focus is."""
        QTest.keyClick(self._focused(), Qt.Key.Key_Escape)
        QApplication.processEvents()

    def help(self) -> None:
        """F1, wherever the focus is."""
        QTest.keyClick(self._focused(), Qt.Key.Key_F1)
        QApplication.processEvents()

    def type(self, words: str) -> None:
        """Into the field with the focus."""
        QTest.keyClicks(self._focused(), words)

    def enter(self) -> None:
        """Enter, wherever the focus is."""
        QTest.keyClick(self._focused(), Qt.Key.Key_Return)
        QApplication.processEvents()

    def ctrl_enter(self) -> None:
        """The filled button, from anywhere."""
        QTest.keyClick(self._focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        QApplication.processEvents()

    def _focused(self) -> QWidget:
        return self.launch.window.focusWidget() or self.screen
