"""A session against its plan."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.shifts.deviation import Course, Deviation, deviation

START = datetime(2019, 2, 23, 9, tzinfo=UTC)
END = START + timedelta(hours=3)
PLAN = Course("Kantor Kelurahan Jati", START, END)


def minutes(number: int) -> timedelta:
    return timedelta(minutes=number)


def test_late_opening_overtime_another_place_and_other_hours_are_each_said() -> None:
    assert deviation(PLAN, PLAN, START + minutes(20), END) == Deviation(late_min=20)
    assert deviation(PLAN, PLAN, START, END + minutes(40)) == Deviation(overtime_min=40)
    moved = Course("Balai RW 05", START, END)
    assert deviation(PLAN, moved, START, END) == Deviation(is_moved=True)
    later = Course(PLAN.place, START + minutes(60), END + minutes(60))
    assert deviation(PLAN, later, START + minutes(60), END).has_other_hours


def test_a_few_minutes_and_another_spelling_are_what_a_day_is_like() -> None:
    same = Course("kantor  kelurahan jati ", START, END)
    assert deviation(PLAN, same, START + minutes(4), END + minutes(4)) == Deviation()


def test_who_goes_on_for_those_who_wait_needs_no_look() -> None:
    assert not Deviation(overtime_min=40).wants_a_look
    assert Deviation(late_min=20).wants_a_look


@given(st.integers(-300, 300), st.integers(-300, 300))
def test_a_session_that_nobody_planned_is_late_for_nothing(opened: int, until: int) -> None:
    found = deviation(None, PLAN, START + minutes(opened), END + minutes(until))
    assert (found.late_min, found.is_moved, found.has_other_hours) == (0, False, False)
    assert found.overtime_min == (until if until >= 5 else 0)
