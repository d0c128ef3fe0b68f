"""The moment after an act in which a second press still means the act before, and not what stands there now."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication


class Settling:
    """As long as a double click, which each computer sets for its people."""

    def __init__(self) -> None:
        self._since = QElapsedTimer()
        self.for_ms = QApplication.doubleClickInterval()

    def begin(self) -> None:
        """Something was done just now, and something else took its place."""
        self._since.start()

    def end(self) -> None:
        """What stands there was chosen: a press means it at once."""
        self._since.invalidate()

    def lasts(self) -> bool:
        """Whether the hands are not off yet."""
        return self._since.isValid() and self._since.elapsed() < self.for_ms
