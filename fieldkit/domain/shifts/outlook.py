"""Where a day is heading: at the pace of its work, through the hours that are left of its shifts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import pairwise

Span = tuple[datetime, datetime]
"""From when to when a shift is planned."""
_HOUR = timedelta(hours=1)


def left_of(spans: Iterable[Span], now: datetime) -> tuple[Span, ...]:
    """What is left of the shifts, one after the other; where two overlap, their hours count once."""
    found: list[Span] = []
    for start, end in sorted(spans):
        begins = max(start, now, found[-1][1]) if found else max(start, now)
        if begins < end:
            found.append((begins, end))
    return tuple(found)


def hours_in(spans: Iterable[Span]) -> float:
    """How many hours they are."""
    return sum(((end - start) / _HOUR for start, end in spans), 0.0)


def forecast(done: int, per_hour: float, spans: Iterable[Span], now: datetime) -> tuple[tuple[datetime, float], ...]:
    """How the count goes on from now to the end of the last shift; it rests between shifts."""
    points, reached = [(now, float(done))], float(done)
    for start, end in left_of(spans, now):
        if start > points[-1][0]:
            points.append((start, reached))
        reached += per_hour * ((end - start) / _HOUR)
        points.append((end, reached))
    return tuple(points)


def needed_per_hour(done: int, target: int, spans: Iterable[Span], now: datetime) -> float | None:
    """How many an hour it takes to reach the target by the end; None where no hour is left, 0 where it is reached."""
    left = hours_in(left_of(spans, now))
    if done >= target:
        return 0.0
    return (target - done) / left if left else None


def reached_at(points: Sequence[tuple[datetime, float]], target: int) -> datetime | None:
    """When a count that goes on like this reaches the target; None where it does not."""
    for (start, low), (end, high) in pairwise(points):
        if low < target <= high:
            return start + (end - start) * ((target - low) / (high - low))
    return points[0][0] if points and points[0][1] >= target else None
