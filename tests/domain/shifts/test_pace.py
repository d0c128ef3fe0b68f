"""The pace of a table."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.shifts.pace import minutes_each, minutes_to_wait, per_half_hour

NOON = datetime(2019, 2, 23, 5, 0, tzinfo=UTC)


def after(*minutes: float) -> list[datetime]:
    return [NOON + timedelta(minutes=each) for each in minutes]


def test_98_people_in_six_hours_are_one_every_3_7_minutes() -> None:
    each = minutes_each(after(*(360 / 98 * number for number in range(98))))
    assert each is not None
    assert round(each, 1) == 3.7
    assert minutes_to_wait(each, 7) == 26


def test_before_a_few_were_served_nobody_knows() -> None:
    assert minutes_each(after(0, 4, 8)) is None
    assert minutes_to_wait(None, 7) is None
    assert minutes_to_wait(3.7, 0) is None


def test_a_break_is_no_pace() -> None:
    assert minutes_each(after(0, 4, 8, 100, 104, 108)) == 4


@given(st.lists(st.integers(0, 600), min_size=4, max_size=60))
def test_the_pace_is_never_below_nothing_nor_as_long_as_a_break(minutes: list[int]) -> None:
    each = minutes_each(after(*sorted(minutes)))
    assert each is None or 0 <= each <= 20


def test_a_clock_that_was_put_back_is_passed_over() -> None:
    assert minutes_each(after(0, 4, 8, 3, 7, 11, 15)) == 4


@given(st.lists(st.integers(0, 239), min_size=1, max_size=80))
def test_everybody_of_the_time_in_sight_is_in_one_half_hour(minutes: list[int]) -> None:
    counts = per_half_hour(after(*sorted(minutes)), NOON + timedelta(minutes=239), 8)
    assert sum(counts.values()) == len(minutes)
    assert list(counts) == sorted(counts)


def test_the_picture_begins_with_the_first_who_was_served_and_shows_empty_half_hours() -> None:
    counts = per_half_hour(after(31, 32, 95), NOON + timedelta(minutes=100), 8)
    assert list(counts.values()) == [2, 0, 1]
    assert next(iter(counts)) == NOON + timedelta(minutes=30)


def test_who_was_served_long_before_is_out_of_sight() -> None:
    assert list(per_half_hour(after(0, 61), NOON + timedelta(minutes=70), 2).values()) == [0, 1]


def test_nobody_served_is_no_picture() -> None:
    assert per_half_hour([], NOON, 8) == {}
