"""What an attempt at somebody's home has to say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.visits.visit import (
    NextStep,
    VisitOutcome,
    check_visit,
    ends_visit,
    next_step_label,
    visit_outcome_label,
)

NOTE = "tetangga minta datang sore"
RECORDINGS = [VisitOutcome.RECORDED, VisitOutcome.RECORDED_WITH_EXCEPTION]


def codes(outcome: VisitOutcome, next_step: NextStep, note: str = NOTE) -> list[tuple[str, str]]:
    return [(problem.field, problem.code) for problem in check_visit(outcome, next_step, note)]


@pytest.mark.parametrize(
    ("outcome", "next_step"),
    [
        (VisitOutcome.RECORDED, NextStep.NONE),
        (VisitOutcome.NOT_HOME, NextStep.COME_AGAIN),
        (VisitOutcome.NOT_HOME, NextStep.BRING_TO_HALL),
        (VisitOutcome.IN_HOSPITAL, NextStep.COME_AGAIN),
        (VisitOutcome.REFUSED, NextStep.OFFICE_DECIDES),
        (VisitOutcome.CANNOT_CAPTURE, NextStep.BRING_TO_HALL),
        (VisitOutcome.DECEASED, NextStep.OFFICE_DECIDES),
        (VisitOutcome.MOVED, NextStep.OFFICE_DECIDES),
    ],
)
def test_an_attempt_with_a_fitting_next_step_is_whole(outcome: VisitOutcome, next_step: NextStep) -> None:
    assert codes(outcome, next_step) == []


@pytest.mark.parametrize("next_step", [step for step in NextStep if step is not NextStep.NONE])
@pytest.mark.parametrize("recorded", RECORDINGS)
def test_nothing_follows_a_recording(next_step: NextStep, recorded: VisitOutcome) -> None:
    assert codes(recorded, next_step) == [("next_step", "visit_done")]


@pytest.mark.parametrize("outcome", [outcome for outcome in VisitOutcome if outcome not in RECORDINGS])
def test_something_follows_every_other_attempt(outcome: VisitOutcome) -> None:
    assert codes(outcome, NextStep.NONE) == [("next_step", "next_step_missing")]


@pytest.mark.parametrize("outcome", [VisitOutcome.DECEASED, VisitOutcome.MOVED])
@pytest.mark.parametrize("next_step", [NextStep.COME_AGAIN, NextStep.BRING_TO_HALL])
def test_the_office_decides_about_the_dead_and_the_moved(outcome: VisitOutcome, next_step: NextStep) -> None:
    assert codes(outcome, next_step) == [("next_step", "office_decides")]


@pytest.mark.parametrize("outcome", VisitOutcome)
def test_a_refusal_a_failed_capture_and_an_exception_need_a_note(outcome: VisitOutcome) -> None:
    wanting = {VisitOutcome.REFUSED, VisitOutcome.CANNOT_CAPTURE, VisitOutcome.RECORDED_WITH_EXCEPTION}
    needs_note = outcome in wanting
    assert (("note", "note_missing") in codes(outcome, NextStep.OFFICE_DECIDES, "  ")) is needs_note


@pytest.mark.parametrize("minutes", [0, -5, 481])
def test_minutes_that_no_visit_takes_are_refused(minutes: int) -> None:
    found = check_visit(VisitOutcome.RECORDED, NextStep.NONE, "", minutes)
    assert [(problem.field, problem.code) for problem in found] == [("minutes", "minutes_odd")]


@pytest.mark.parametrize("minutes", [None, 1, 30, 480])
def test_minutes_may_be_left_out(minutes: int | None) -> None:
    assert check_visit(VisitOutcome.RECORDED, NextStep.NONE, "", minutes) == ()


@pytest.mark.parametrize(
    ("outcome", "next_step", "ends"),
    [
        (VisitOutcome.RECORDED, NextStep.NONE, True),
        (VisitOutcome.RECORDED_WITH_EXCEPTION, NextStep.NONE, True),
        (VisitOutcome.DECEASED, NextStep.OFFICE_DECIDES, True),
        (VisitOutcome.NOT_HOME, NextStep.COME_AGAIN, False),
        (VisitOutcome.CANNOT_CAPTURE, NextStep.BRING_TO_HALL, False),
    ],
)
def test_an_attempt_ends_the_visit_or_somebody_goes_again(
    outcome: VisitOutcome, next_step: NextStep, ends: bool
) -> None:
    assert ends_visit(outcome, next_step) is ends


def test_both_findings_are_told_at_once() -> None:
    found = codes(VisitOutcome.REFUSED, NextStep.NONE, "")
    assert found == [("next_step", "next_step_missing"), ("note", "note_missing")]


@given(st.sampled_from(VisitOutcome), st.text(min_size=1).filter(str.strip))
def test_every_outcome_can_be_saved_somehow(outcome: VisitOutcome, note: str) -> None:
    assert any(check_visit(outcome, next_step, note) == () for next_step in NextStep)


def test_no_two_outcomes_or_next_steps_read_the_same() -> None:
    assert len({str(visit_outcome_label(outcome)) for outcome in VisitOutcome}) == len(VisitOutcome)
    assert len({str(next_step_label(next_step)) for next_step in NextStep}) == len(NextStep)


def test_findings_name_the_next_step_as_it_is_shown() -> None:
    assert str(next_step_label(NextStep.OFFICE_DECIDES)) in str(
        check_visit(VisitOutcome.DECEASED, NextStep.COME_AGAIN, "")[0].message
    )
    assert str(next_step_label(NextStep.NONE)) in str(
        check_visit(VisitOutcome.RECORDED, NextStep.COME_AGAIN, "")[0].message
    )
