"""Pages made before anybody asks for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from fieldkit.ui.shell.window import MainWindow

_REST_MS: Final = 400
"""Whoever types or leafs through pages touches something again before that."""
_BREATH_MS: Final = 20
_NONE_LEFT: Final = object()


class Ahead(QObject):
    """Makes the pages of a window a piece at a time while nobody touches anything and no work goes on beside it.

    A page that is asked for sooner is made at once.
    """

    finished = Signal()

    def __init__(self, window: MainWindow, is_busy: Callable[[], bool]) -> None:
        super().__init__(window)
        self._pieces: Iterator[None] = window.made_ahead()
        self._is_busy = is_busy
        self._timer = QTimer(self, singleShot=True, interval=_REST_MS)
        self._timer.timeout.connect(self._make_piece)
        self._timer.start()

    def do_first(self, act: Callable[[], object]) -> None:
        """Do this before the next piece: it takes long, and who has just signed in need not wait for it."""
        self._pieces = chain(_piece(act), self._pieces)

    def wait(self) -> None:
        """Somebody is at work: later is early enough."""
        if self._timer.isActive():
            self._timer.start(_REST_MS)

    def _make_piece(self) -> None:
        if self._is_busy():
            self._timer.start(_REST_MS)
        elif next(self._pieces, _NONE_LEFT) is _NONE_LEFT:
            self.finished.emit()
        else:
            self._timer.start(_BREATH_MS)


def _piece(act: Callable[[], object]) -> Iterator[None]:
    act()
    yield
