"""When a target is reached: the pace of the last week, the slowest and fastest week of late, and the day that follows.

All of it goes by days of the calendar, those without work too: what is asked for is a date.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from fieldkit.domain.lists.coverage import whole_days

PACE_DAYS: Final = 7
"""So many days tell the pace."""
BAND_DAYS: Final = 28
"""Of so many days the slowest and the fastest week tell how sure it is."""
_FARTHEST_DAYS: Final = 3660
"""What would take longer than ten years has no day."""


@dataclass(frozen=True, slots=True)
class Pace:
    """So many people in so many days of the calendar."""

    people: int
    days: int

    @property
    def per_day(self) -> Decimal:
        """People a day; 0 where there is nothing to go by."""
        return Decimal(self.people) / self.days if self.days else Decimal(0)


def last_day(by_day: Mapping[date, int], today: date) -> date:
    """The last day that counts: today once somebody was recorded today, else yesterday."""
    return today if by_day.get(today) else today - timedelta(days=1)


def week_pace(by_day: Mapping[date, int], until: date) -> Pace:
    """The pace of the week that ends on a day; of fewer days where work began later."""
    began = min((day for day, people in by_day.items() if people), default=None)
    if began is None or began > until:
        return Pace(0, 0)
    return _week(by_day, until, min(PACE_DAYS, (until - began).days + 1))


def band(by_day: Mapping[date, int], until: date) -> tuple[Pace, Pace] | None:
    """The slowest and the fastest week of the last four; None before there were two different ones."""
    began = min((day for day, people in by_day.items() if people), default=until)
    known = min(BAND_DAYS, (until - began).days + 1)
    weeks = [_week(by_day, until - timedelta(days=back), PACE_DAYS) for back in range(known - PACE_DAYS + 1)]
    slowest, fastest = (pick(weeks, key=lambda week: week.people, default=None) for pick in (min, max))
    return (slowest, fastest) if slowest and fastest and slowest != fastest else None


def day_reached(to_go: int, per_day: Decimal, since: date) -> date | None:
    """The day on which nobody is missing any more at this pace; None without a pace, or beyond ten years."""
    if to_go <= 0:
        return since
    days = whole_days(to_go, per_day) if per_day > 0 else _FARTHEST_DAYS + 1
    return since + timedelta(days=days) if days <= _FARTHEST_DAYS else None


def needed_per_day(to_go: int, since: date, until: date) -> int | None:
    """People a day, rounded up, to be there by a day; None where that day is over."""
    days = (until - since).days
    return -(-to_go // days) if days > 0 else None


def _week(by_day: Mapping[date, int], until: date, days: int) -> Pace:
    return Pace(sum(by_day.get(until - timedelta(days=back), 0) for back in range(days)), days)
