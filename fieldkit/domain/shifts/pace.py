"""How fast a table works, and how long who waits will wait. Breaks are no pace."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from math import ceil
from statistics import median
from typing import Final

_LAST: Final = 13
_FEWEST: Final = 3
_BREAK: Final = timedelta(minutes=20)
_HALF_HOUR: Final = timedelta(minutes=30)


def minutes_each(ended: Sequence[datetime]) -> float | None:
    """Minutes per person over the last dozen, in order of time; None while too few were served to tell."""
    last = ended[-_LAST:]
    gaps = [later - earlier for earlier, later in pairwise(last)]
    worked = [gap.total_seconds() / 60 for gap in gaps if timedelta(0) <= gap <= _BREAK]
    return median(worked) if len(worked) >= _FEWEST else None


def minutes_to_wait(each: float | None, people: int) -> int | None:
    """How long the last of so many people waits, rounded up to what may be said aloud; None where nobody knows."""
    if each is None or not people:
        return None
    return ceil(each * people)


def per_half_hour(ended: Sequence[datetime], now: datetime, most: int) -> dict[datetime, int]:
    """How many were done with in each half hour from the first on, at most the last so many; the last still runs."""
    if not ended:
        return {}
    last = _half_hour(now)
    begin = max(_half_hour(min(ended)), last - (most - 1) * _HALF_HOUR)
    counts = {begin + number * _HALF_HOUR: 0 for number in range((last - begin) // _HALF_HOUR + 1)}
    for at in ended:
        if _half_hour(at) in counts:
            counts[_half_hour(at)] += 1
    return counts


def _half_hour(at: datetime) -> datetime:
    return at.replace(minute=at.minute // 30 * 30, second=0, microsecond=0)
