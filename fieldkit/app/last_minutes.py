"""The last minutes of a laptop that was let go: what somebody is typing can still be saved, and the centre takes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QDeadlineTimer, QObject, QTimer, Signal

MINUTES: Final = 5
"""At most: whoever took the laptop while somebody was signed in does not keep it open by touching it."""
_MINUTE_MS: Final = 60_000
_LOOK_EVERY_MS: Final = 1_000


class LastMinutes(QObject):
    """Waits until nobody is in the middle of something."""

    told = Signal(int)
    """So many minutes are left: when the wait begins, and with each minute."""
    over = Signal()

    def __init__(self, is_quiet: Callable[[], bool], owner: QObject) -> None:
        super().__init__(owner)
        self._is_quiet, self._has_begun, self._are_over = is_quiet, False, False
        self._at_latest = QDeadlineTimer(QDeadlineTimer.ForeverConstant.Forever)
        self._looking = QTimer(self, interval=_LOOK_EVERY_MS)
        self._looking.timeout.connect(self._look)
        self._telling = QTimer(self, interval=_MINUTE_MS)
        self._telling.timeout.connect(self._tell)

    def begin(self) -> None:
        """Once: a second round that comes to the same does not make it longer."""
        if not self._has_begun:
            self._has_begun = True
            self._at_latest = QDeadlineTimer(MINUTES * _MINUTE_MS)
            self._looking.start()
            self._telling.start()
            self._tell()

    def are_over(self) -> bool:
        """Whether nobody is disturbed, or has had the time; once so, a touch does not begin them anew."""
        return self._are_over or self._is_quiet()

    def stop(self) -> None:
        """Nobody is waited for any more."""
        self._looking.stop()
        self._telling.stop()

    def _tell(self) -> None:
        self.told.emit(max(1, round(self._at_latest.remainingTime() / _MINUTE_MS)))

    def _look(self) -> None:
        if self._is_quiet() or self._at_latest.hasExpired():
            self._are_over = True
            self.stop()
            self.over.emit()
