"""Where a laptop stands (domain.md 4.7), and for how long it holds what it was given."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

ENDS_SOON: Final = timedelta(days=3)
"""So long before its end a grant is worth a word."""


class LaptopState(StrEnum):
    """From its enrolment to the day when nobody may use it any more."""

    ENROLLED = "enrolled"
    """It has not reported since."""
    ACTIVE = "active"
    MISSING = "missing"
    RECOVERED = "recovered"
    """It was missing, and is back at work."""
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class LaptopStory:
    """What happened to a laptop, each as milliseconds since 1970; None where it did not."""

    seen_ms: int | None = None
    missing_ms: int | None = None
    found_ms: int | None = None
    revoked_ms: int | None = None


def laptop_state(story: LaptopStory) -> LaptopState:
    """Where a laptop stands; shut out is shut out for good."""
    if story.revoked_ms is not None:
        return LaptopState.REVOKED
    if story.missing_ms is not None:
        is_back = story.found_ms is not None and story.found_ms >= story.missing_ms
        return LaptopState.RECOVERED if is_back else LaptopState.MISSING
    return LaptopState.ENROLLED if story.seen_ms is None else LaptopState.ACTIVE


@dataclass(frozen=True, slots=True)
class Holding:
    """An area that a laptop was given, from one instant to another; without an end it stays."""

    area: str
    begins: datetime
    until: datetime | None = None

    def may_be_held(self, now: datetime, seen: datetime | None) -> bool:
        """Whether its people may still be on the laptop: they leave at the first contact after the end."""
        return self.until is None or self.until > now or seen is None or seen < self.until

    def ends_soon(self, now: datetime) -> bool:
        """Whether it ends within the next days."""
        return self.until is not None and now < self.until <= now + ENDS_SOON


def next_end(holdings: Iterable[Holding], now: datetime) -> datetime | None:
    """When the first of these ends; None where none does."""
    return min((each.until for each in holdings if each.until is not None and each.until > now), default=None)
