"""Who may open a closed shift again, and until when (domain.md 4.3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.shifts.closing import (
    Standing,
    blanks_together,
    cards_together,
    check_correction,
    check_reopening,
    check_team_closing,
    may_report,
    people_together,
)
from fieldkit.domain.shifts.shift import BlankCount, CardCount, PeopleCount

DAY = date(2019, 2, 23)
CLOSED = Standing(is_closed=True, is_reported=False, days=frozenset({DAY}))


def codes(standing: Standing = CLOSED, *, role: str | None = "lead", today: date = DAY, reason: str = "x") -> list[str]:
    return [problem.code for problem in check_reopening(standing, role=role, today=today, reason=reason)]


def test_the_lead_opens_a_shift_again_on_its_day() -> None:
    assert codes() == []


def test_later_only_planner_and_admin_do() -> None:
    tomorrow = DAY + timedelta(days=1)
    assert codes(today=tomorrow) == ["another_day"]
    assert codes(role="planner", today=tomorrow) == codes(role="admin", today=tomorrow) == []


def test_a_night_that_was_signed_past_midnight_is_the_leads_on_both_days() -> None:
    night = replace(CLOSED, days=frozenset({DAY, DAY + timedelta(days=1)}))
    assert codes(night, today=DAY + timedelta(days=1)) == []


@pytest.mark.parametrize("role", ["operator", "viewer", "clerk", None])
def test_nobody_else_ever_does(role: str | None) -> None:
    assert codes(role=role) == ["not_lead"]


def test_without_a_reason_nothing_is_opened_again() -> None:
    assert codes(reason="  ") == ["reason_missing"]
    assert codes(reason="", today=DAY + timedelta(days=1)) == ["another_day", "reason_missing"]


def test_an_open_shift_is_not_opened_again() -> None:
    assert codes(replace(CLOSED, is_closed=False)) == ["not_closed"]


@given(st.sampled_from(["lead", "planner", "admin", "operator"]), st.integers(0, 400), st.text())
def test_what_was_reported_is_opened_again_by_nobody_ever(role: str, days: int, reason: str) -> None:
    reported = replace(CLOSED, is_reported=True)
    assert codes(reported, role=role, today=DAY + timedelta(days=days), reason=reason) == ["reported"]


def test_only_what_was_reported_is_corrected_by_what_is_added() -> None:
    reported = replace(CLOSED, is_reported=True)
    assert [each.code for each in check_correction(CLOSED, what="x")] == ["not_reported"]
    assert [each.code for each in check_correction(reported, what=" ")] == ["correction_missing"]
    assert check_correction(reported, what="Terekam 37, bukan 38: satu orang terhitung dua kali") == ()


def test_the_office_says_what_was_reported() -> None:
    assert [role for role in ("lead", "planner", "admin", "operator", None) if may_report(role)] == ["planner", "admin"]


COUNTS = st.integers(0, 500)
BLANKS = st.builds(BlankCount, COUNTS, COUNTS, COUNTS, COUNTS, COUNTS)


@given(st.lists(st.builds(PeopleCount, *[COUNTS] * 9), max_size=6))
def test_nobody_is_lost_or_won_between_tables(tables: list[PeopleCount]) -> None:
    together = people_together(tables)
    assert together.arrived == sum(each.arrived for each in tables)
    assert together.difference == sum(each.difference for each in tables)


@given(st.lists(BLANKS, max_size=6), st.lists(st.builds(CardCount, COUNTS, COUNTS, COUNTS), max_size=6))
def test_differences_of_tables_are_the_difference_of_the_team(blanks: list[BlankCount], cards: list[CardCount]) -> None:
    assert blanks_together(blanks).difference == sum(each.difference or 0 for each in blanks)
    assert cards_together(cards).difference == sum(each.difference for each in cards)


@given(st.lists(BLANKS, min_size=1, max_size=6), st.data())
def test_a_team_has_not_counted_its_blanks_while_one_table_has_not(
    blanks: list[BlankCount], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(blanks) - 1))
    blanks[at] = replace(blanks[at], counted=None)
    assert blanks_together(blanks).difference is None


@pytest.mark.parametrize(
    ("own", "counted", "missing", "note", "code"),
    [(False, 1, 0, "", "own_open"), (True, 0, 0, "", "own_open"), (True, 1, 1, " ", "missing_untold")],
)
def test_what_keeps_a_team_from_being_closed(own: bool, counted: int, missing: int, note: str, code: str) -> None:
    found = check_team_closing(is_own_closed=own, counted=counted, missing=missing, note=note)
    assert [problem.code for problem in found] == [code]


def test_a_team_is_closed_over_its_tables_and_over_those_whose_absence_is_told() -> None:
    assert check_team_closing(is_own_closed=True, counted=2, missing=0, note="") == ()
    assert check_team_closing(is_own_closed=True, counted=1, missing=1, note="Belum datang") == ()
