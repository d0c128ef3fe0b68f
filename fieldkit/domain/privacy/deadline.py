"""Three times 24 hours: for the notice of a loss (art. 46), and for access and correction (F-P2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

ALLOWED: Final = timedelta(hours=72)
"""Whatever days these are: the law does not stop at the weekend."""
_SOON: Final = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Deadline:
    """How much is left of the three days that began at an instant."""

    begun: datetime
    now: datetime
    ended: datetime | None = None
    """When it was done, where it was."""

    @property
    def due(self) -> datetime:
        """Until when."""
        return self.begun + ALLOWED

    @property
    def left(self) -> timedelta:
        """What is left; less than nothing where it is too late."""
        return self.due - (self.ended or self.now)

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.ended is None

    @property
    def is_late(self) -> bool:
        """Whether it is, or was done, after its time."""
        return self.left < timedelta()

    @property
    def is_soon(self) -> bool:
        """Whether less than a day is left."""
        return self.is_open and timedelta() <= self.left < _SOON
