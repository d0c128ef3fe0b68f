"""Where a day is heading."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.shifts.outlook import forecast, hours_in, left_of, needed_per_hour, reached_at

_MIDNIGHT = datetime(2019, 2, 23, tzinfo=UTC)


def at(hour: float) -> datetime:
    return _MIDNIGHT + timedelta(hours=hour)


MORNING, EVENING = (at(9), at(12)), (at(16), at(19))
_SPANS = st.lists(
    st.tuples(st.integers(0, 47), st.integers(1, 8)).map(lambda s: (at(s[0] / 2), at(s[0] / 2 + s[1] / 2)))
)
_NOW = st.integers(0, 60).map(lambda half: at(half / 2))


def test_the_count_rests_between_two_shifts() -> None:
    points = forecast(10, 20, [MORNING, EVENING], at(11))
    assert points == ((at(11), 10), (at(12), 30), (at(16), 30), (at(19), 90))


def test_what_is_needed_spreads_over_the_hours_that_are_left() -> None:
    assert needed_per_hour(40, 100, [MORNING, EVENING], at(11)) == 15
    assert needed_per_hour(100, 100, [MORNING, EVENING], at(11)) == 0
    assert needed_per_hour(99, 100, [MORNING, EVENING], at(19)) is None


def test_the_target_is_reached_on_the_way() -> None:
    points = forecast(80, 20, [EVENING], at(16))
    assert reached_at(points, 100) == at(17)
    assert reached_at(points, 141) is None
    assert reached_at(points, 80) == at(16)


@given(_SPANS, _NOW)
def test_hours_that_two_shifts_share_count_once_and_none_is_past(
    spans: list[tuple[datetime, datetime]], now: datetime
) -> None:
    left = left_of(spans, now)
    halves = {half for half in range(120) if at(half / 2) >= now and any(s <= at(half / 2) < e for s, e in spans)}
    assert hours_in(left) == len(halves) / 2
    assert all(start >= now for start, _ in left)


@given(_SPANS, _NOW, st.integers(0, 500), st.integers(1, 500))
def test_at_the_pace_that_is_needed_the_target_is_reached_by_the_end(
    spans: list[tuple[datetime, datetime]], now: datetime, done: int, target: int
) -> None:
    needed = needed_per_hour(done, target, spans, now)
    if needed:
        assert forecast(done, needed, spans, now)[-1][1] == pytest.approx(target)
