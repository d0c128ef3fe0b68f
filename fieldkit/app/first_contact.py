"""When the desktop first looks for the centre: not while somebody asks for the first page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QDeadlineTimer, QObject, QTimer

AFTER_MS: Final = 500
"""What the sync imports would take a fifth of a second from the first page, or from the one that is asked for then."""
_AT_LATEST_MS: Final = 5_000
"""Also where nobody rests."""


class FirstContact(QObject):
    """Begins to sync once the window has had its time and nobody touches anything."""

    def __init__(self, begin: Callable[[], None], owner: QObject) -> None:
        super().__init__(owner)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(begin)
        self._at_latest = QDeadlineTimer(QDeadlineTimer.ForeverConstant.Forever)

    def expect(self, after_ms: int) -> None:
        """The window is shown."""
        self._timer.start(after_ms)
        self._at_latest = QDeadlineTimer(_AT_LATEST_MS)

    def wait(self) -> None:
        """Somebody is at work: what they ask for comes first."""
        if self._timer.isActive() and not self._at_latest.hasExpired():
            self._timer.start()

    def stop(self) -> None:
        """No more contact."""
        self._timer.stop()
