"""What a planned shift may become, and what it needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.errors import Severity
from fieldkit.domain.planning.schedule import (
    DayKind,
    PlanKind,
    PlanState,
    SetKind,
    SetState,
    Skill,
    StopReason,
    ToPublish,
    check_plan,
    check_published,
    day_kind_label,
    doubts_of_day,
    is_overtime,
    last_day,
    plan_kind_label,
    set_kind_label,
    set_state_label,
    shown_state,
    skill_label,
    state_label,
    stop_reason_label,
)

SATURDAY = date(2019, 3, 2)
READY = ToPublish("Kel. Jati", site_is_checked=True, trained_operators=1, set_code="P-02", set_is_ready=True)


@pytest.mark.parametrize("stored", [None, "", "something of a newer laptop"])
def test_a_plan_of_a_program_without_states_is_published(stored: str | None) -> None:
    assert shown_state(stored, is_opened=False, is_closed=False) is PlanState.PUBLISHED


def test_opening_and_closing_tell_what_became_of_a_plan() -> None:
    assert shown_state("published", is_opened=True, is_closed=False) is PlanState.IN_PROGRESS
    assert shown_state("published", is_opened=True, is_closed=True) is PlanState.CLOSED
    assert shown_state("cancelled", is_opened=False, is_closed=False) is PlanState.CANCELLED


@pytest.mark.parametrize(
    ("state", "end", "now", "is_late"),
    [
        (PlanState.IN_PROGRESS, time(19), datetime(2019, 3, 2, 19, 10, tzinfo=UTC), True),
        (PlanState.IN_PROGRESS, time(19), datetime(2019, 3, 2, 19, 0, tzinfo=UTC), False),
        (PlanState.IN_PROGRESS, time(1), datetime(2019, 3, 2, 23, 0, tzinfo=UTC), False),
        (PlanState.IN_PROGRESS, time(1), datetime(2019, 3, 3, 1, 5, tzinfo=UTC), True),
        (PlanState.PUBLISHED, time(19), datetime(2019, 3, 2, 20, 0, tzinfo=UTC), False),
    ],
)
def test_a_shift_that_runs_past_its_end_is_overtime(state: PlanState, end: time, now: datetime, is_late: bool) -> None:
    assert is_overtime(state, SATURDAY, time(16), end, now) is is_late


def test_a_shift_with_place_checks_operator_and_set_may_be_published() -> None:
    assert check_published(READY) == ()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"place": ""}, "no_place"),
        ({"site_is_checked": False}, "site_not_checked"),
        ({"trained_operators": 0}, "no_trained_operator"),
        ({"set_code": ""}, "no_set"),
        ({"set_is_ready": False}, "set_not_ready"),
    ],
)
def test_each_thing_that_is_missing_keeps_a_shift_from_being_published(changes: dict[str, object], code: str) -> None:
    assert [problem.code for problem in check_published(replace(READY, **changes))] == [code]


def test_a_plan_needs_day_hours_and_place() -> None:
    assert [problem.code for problem in check_plan(None, None, None, " ")] == [
        "no_day",
        "no_start",
        "no_end",
        "no_place",
    ]
    assert [problem.code for problem in check_plan(SATURDAY, time(9), time(9), "Jati")] == ["no_length"]


@given(st.dates(date(2018, 1, 1), date(2030, 1, 1)), st.times(), st.times())
def test_a7_no_day_of_the_week_and_no_hour_is_refused(day: date, start: time, end: time) -> None:
    assert check_plan(day, start, end, "Jati") == () or start == end


def test_a7_saturday_until_eight_in_the_evening_raises_no_doubt() -> None:
    assert check_plan(SATURDAY, time(8), time(20), "Jati") == ()
    assert doubts_of_day(SATURDAY, "", date(2019, 4, 17)) == ()


def test_a_holiday_and_a_day_after_the_eve_of_the_vote_are_doubted_and_not_refused() -> None:
    vote = date(2019, 4, 17)
    assert last_day(vote) == date(2019, 4, 16)
    assert doubts_of_day(last_day(vote), "", vote) == ()
    found = doubts_of_day(vote, "Pemungutan suara", vote)
    assert [(problem.code, problem.severity) for problem in found] == [
        ("holiday", Severity.WARN),
        ("after_last_day", Severity.WARN),
    ]


def test_every_word_of_the_schedule_is_said() -> None:
    said = [
        *(state_label(state) for state in PlanState),
        *(stop_reason_label(reason) for reason in StopReason),
        *(plan_kind_label(kind) for kind in PlanKind),
        *(skill_label(skill) for skill in Skill),
        *(set_state_label(state) for state in SetState),
        *(set_kind_label(kind) for kind in SetKind),
        *(day_kind_label(kind) for kind in DayKind),
    ]
    assert not [label for label in said if label.source == "{code}"]
    assert str(state_label("on_hold")) == "on hold"


def test_a_day_that_is_over_is_doubted() -> None:
    assert [problem.code for problem in doubts_of_day(date(2019, 3, 1), "", None, SATURDAY)] == ["past"]
    assert doubts_of_day(SATURDAY, "", None, SATURDAY) == ()
