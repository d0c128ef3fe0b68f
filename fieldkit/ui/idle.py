"""Notices that nobody has touched keyboard or mouse for a while."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from fieldkit.host.clock import Clock

_LOOK_EVERY_MS: Final = 5_000
_INPUT: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


LOCK_KEYS: Final = "Ctrl+L"


class IdleWatch(QObject):
    """Tells once, when the minutes are over; from the next touch on it counts anew."""

    idle = Signal()
    touched = Signal()

    def __init__(self, clock: Clock, minutes: int, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._clock, self._most_s = clock, minutes * 60.0
        self._touched_s, self._was_told = clock.monotonic_s(), False
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        QApplication.instance().focusWindowChanged.connect(self._watch)  # type: ignore[union-attr]

    def set_minutes(self, minutes: int) -> None:
        """From now on wait so long."""
        self._most_s = minutes * 60.0

    def start(self) -> None:
        """Watch the window, which is shown by now: every key and click comes to it before it comes to a widget."""
        self._watch(self._window.windowHandle())
        self._timer.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()

    def _watch(self, handle: QWindow | None) -> None:
        """Also what stands over the window: who types into a modal is here."""
        if handle is not None:
            handle.installEventFilter(self)

    def look(self) -> None:
        """Tell if the minutes are over."""
        if not self._was_told and self.rested_s() >= self._most_s:
            self._was_told = True
            self.idle.emit()

    def _asks_to_lock(self, watched: QObject, event: QEvent) -> bool:
        """The key of the lock while a question has the keys: the window below, which knows it, gets none of them."""
        is_over = isinstance(watched, QWindow) and watched is not self._window.windowHandle()
        return (
            is_over and isinstance(event, QKeyEvent) and QKeySequence(event.keyCombination()) == QKeySequence(LOCK_KEYS)
        )

    def rested_s(self) -> float:
        """For how long nobody has touched anything; may be asked on any thread."""
        return self._clock.monotonic_s() - self._touched_s

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Every touch counts, wherever it goes; one that locks the screen answers no question that goes with it."""
        if event.type() in _INPUT:
            # A touch that wakes the computer may come before the timer does.
            self.look()
            self._touched_s, self._was_told = self._clock.monotonic_s(), False
            self.touched.emit()
            if self._asks_to_lock(watched, event):
                self.idle.emit()
                return True
            return isinstance(watched, QWindow) and not watched.isVisible()
        return False
