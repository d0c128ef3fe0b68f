"""How long a laptop opens its data without having been in touch with the centre (design.md, section 4).

The clock on the wall can be set by whoever has the laptop, so the lease is measured on the latest time that it can not
be earlier than: the latest the clock ever showed, and what has run since on the clock that nobody sets. Turned back, a
clock therefore gives no day again; a laptop that wakes up in the year 2000 counts the time that it runs.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from math import floor
from typing import Final

DAY_MS: Final = 86_400_000
LEASE_DAYS: Final = 14
"""Twice as long as a team stays out."""
WARNED_DAYS: Final = 4
_NEAR_DAYS: Final = 1
"""A code that was told today is still typed in tomorrow; a clock is no further off than that."""


class LeaseState(StrEnum):
    """How a laptop's lease stands."""

    RUNS = "runs"
    ENDS_SOON = "ends_soon"
    GRACE = "grace"
    """Over, while a shift is open that began before: what is half done can be ended."""
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Lease:
    """Since when it runs, the latest time that is known to have come, and how the stopwatch stood then."""

    renewed_ms: int
    seen_ms: int
    mark_s: int

    def at(self, now_ms: int, monotonic_s: float) -> Lease:
        """The same later on. A stopwatch that is behind began anew with the computer."""
        now_s = floor(monotonic_s)
        ran_s = now_s - self.mark_s if now_s >= self.mark_s else now_s
        return replace(self, seen_ms=max(now_ms, self.seen_ms + ran_s * 1000), mark_s=now_s)

    @property
    def day(self) -> int:
        """The latest day that is known to have come."""
        return day_of(self.seen_ms)


@dataclass(frozen=True, slots=True)
class LeaseStanding:
    """How it stands, how many days are left (none below 0), how many there were, and since when nobody was reached."""

    state: LeaseState
    days_left: int
    days: int
    silent_days: int

    @property
    def opens(self) -> bool:
        """Whether the data may be opened."""
        return self.state is not LeaseState.OVER


def standing(lease: Lease, days: int, *, shift_opened_ms: int | None) -> LeaseStanding:
    """How a lease of so many days stands; of an open shift is told when it began."""
    ends_ms = lease.renewed_ms + days * DAY_MS
    left = max(0, -((lease.seen_ms - ends_ms) // DAY_MS))
    silent = max(0, (lease.seen_ms - lease.renewed_ms) // DAY_MS)
    if lease.seen_ms < ends_ms:
        state = LeaseState.ENDS_SOON if left <= min(WARNED_DAYS, days // 2) else LeaseState.RUNS
    else:
        state = LeaseState.GRACE if shift_opened_ms is not None and shift_opened_ms < ends_ms else LeaseState.OVER
    return LeaseStanding(state, left, days, silent)


def day_of(at_ms: int) -> int:
    """Days since 1970, the same everywhere."""
    return at_ms // DAY_MS


def is_near(told_day: int, now_ms: int) -> bool:
    """Whether a clock shows about the day on which a code was told."""
    return abs(day_of(now_ms) - told_day) <= _NEAR_DAYS
