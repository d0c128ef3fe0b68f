"""How long a laptop opens its data without having been in touch with the centre (design.md, section 4).

The clock on the wall can be set by whoever has the laptop, so the lease is measured on the latest time that it can not
be earlier than: the latest the clock ever showed, and what has run since on the clock that nobody sets. Turned back, a
clock therefore gives no day again; a laptop that wakes up in the year 2000 counts the time that it runs.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum
from math import ceil, floor
from typing import Final

DAY_MS: Final = 86_400_000
LEASE_DAYS: Final = 14
"""Twice as long as a team stays out."""
WARNED_DAYS: Final = 4
GRACE_S: Final = 12 * 3600
"""As long a laptop runs on in any case while a shift is open: a clock that jumps ahead sends no queue home."""
_NOON: Final = time(12)
_NEAR_DAYS: Final = 1
"""A code that was told today is still typed in tomorrow; a clock is no further off than that."""


@dataclass(frozen=True, slots=True)
class ShiftUnderWay:
    """When an open shift was opened, and until when it is ended in peace."""

    opened_ms: int
    until_ms: int


def ended_in_peace_until(opened_here: datetime) -> datetime:
    """Noon after the night that follows the day of its opening, by the clock at the site: cards are printed at night,
    and who slept over it closes in the morning."""
    return datetime.combine(opened_here.date() + timedelta(days=1), _NOON, opened_here.tzinfo)


class LeaseState(StrEnum):
    """How a laptop's lease stands."""

    RUNS = "runs"
    ENDS_SOON = "ends_soon"
    GRACE = "grace"
    """Over, while a shift is open that began before: what is half done can be ended, for some hours."""
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Lease:
    """Since when it runs, the latest time that is known to have come, how the stopwatch stood then, and for how long
    the laptop ran since the lease was over."""

    renewed_ms: int
    seen_ms: int
    mark_s: int
    over_s: int = 0

    def at(self, now_ms: int, monotonic_s: float, days: int) -> Lease:
        """The same later on, where it is for so many days. A stopwatch that is behind began anew with the computer."""
        now_s = floor(monotonic_s)
        ran_s = now_s - self.mark_s if now_s >= self.mark_s else now_s
        over_s = self.over_s + ran_s if self.seen_ms >= self.ends_ms(days) else self.over_s
        return replace(self, seen_ms=max(now_ms, self.seen_ms + ran_s * 1000), mark_s=now_s, over_s=over_s)

    def ends_ms(self, days: int) -> int:
        """When it is over, where it is for so many days."""
        return self.renewed_ms + days * DAY_MS

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
    grace_hours: int = 0
    """In how many hours an open shift has to be ended, once the lease is over."""
    has_shift: bool = False
    """Whether one is open, whatever became of the lease."""

    @property
    def opens(self) -> bool:
        """Whether the data may be opened."""
        return self.state is not LeaseState.OVER


def standing(lease: Lease, days: int, shift: ShiftUnderWay | None) -> LeaseStanding:
    """How a lease of so many days stands, beside the shift that is open."""
    ends_ms = lease.ends_ms(days)
    left = max(0, -((lease.seen_ms - ends_ms) // DAY_MS))
    silent = max(0, (lease.seen_ms - lease.renewed_ms) // DAY_MS)
    grace_s = 0
    if lease.seen_ms < ends_ms:
        state = LeaseState.ENDS_SOON if left <= min(WARNED_DAYS, days // 2) else LeaseState.RUNS
    else:
        grace_s = _grace_s(lease, ends_ms, shift)
        state = LeaseState.GRACE if grace_s else LeaseState.OVER
    return LeaseStanding(state, left, days, silent, ceil(grace_s / 3600), shift is not None)


def _grace_s(lease: Lease, ends_ms: int, shift: ShiftUnderWay | None) -> int:
    """For how long an open shift goes on after the end: by the day, or by what the laptop ran since, what is longer."""
    if shift is None or shift.opened_ms >= ends_ms:
        return 0
    return max((shift.until_ms - lease.seen_ms) // 1000, GRACE_S - lease.over_s, 0)


def day_of(at_ms: int) -> int:
    """Days since 1970, the same everywhere."""
    return at_ms // DAY_MS


def is_near(told_day: int, now_ms: int) -> bool:
    """Whether a clock shows about the day on which a code was told."""
    return abs(day_of(now_ms) - told_day) <= _NEAR_DAYS
