"""How sure a forecast is: the slowest and the fastest week of the last four."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from fieldkit.domain.lists.outlook import PACE_DAYS, Pace

BAND_DAYS: Final = 28
"""Of so many days."""


def band(by_day: Mapping[date, int], until: date) -> tuple[Pace, Pace] | None:
    """The slowest and the fastest week up to a day; None before there were two different ones."""
    began = min((day for day, people in by_day.items() if people), default=until)
    known = min(BAND_DAYS, (until - began).days + 1)
    weeks = [_week(by_day, until - timedelta(days=back)) for back in range(known - PACE_DAYS + 1)]
    slowest, fastest = (pick(weeks, key=lambda week: week.people, default=None) for pick in (min, max))
    return (slowest, fastest) if slowest and fastest and slowest.people < fastest.people else None


def _week(by_day: Mapping[date, int], until: date) -> Pace:
    days = (until - timedelta(days=back) for back in range(PACE_DAYS))
    return Pace(sum(by_day.get(day, 0) for day in days), PACE_DAYS, until)
