"""What requests lead to, and count as."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.errors import Severity
from fieldkit.domain.requests.service import (
    RequestState,
    Step,
    StepFact,
    counts_as_recorded,
    is_open,
    outcome_needs_note,
    recorded_elsewhere_problem,
    request_state,
)

OPENING = datetime(2019, 2, 23, 9, 0, tzinfo=UTC)
RECORDINGS = {Step.RECORDED, Step.RECORDED_WITH_EXCEPTION}
OUTCOMES = {
    Step.RECORDED: RequestState.RECORDED,
    Step.RECORDED_WITH_EXCEPTION: RequestState.RECORDED,
    Step.INCOMPLETE_PAPERS: RequestState.INCOMPLETE_PAPERS,
    Step.ALREADY_RECORDED: RequestState.REJECTED_DUPLICATE,
    Step.LEFT_QUEUE: RequestState.LEFT_QUEUE,
    Step.FAILED_EQUIPMENT: RequestState.NOT_RECORDED,
    Step.UNDER_AGE: RequestState.NOT_RECORDED,
    Step.REFUSED: RequestState.NOT_RECORDED,
    Step.ACCEPTED_FOR_REPRINT: RequestState.ACCEPTED_FOR_REPRINT,
    Step.FORWARDED_TO_OFFICE: RequestState.FORWARDED_TO_OFFICE,
    Step.REFERRED: RequestState.REFERRED,
    Step.REDIRECTED_TO_PICKUP: RequestState.REDIRECTED_TO_PICKUP,
    Step.CARD_COLLECTED: RequestState.COLLECTED,
    Step.CANCELLED: RequestState.CANCELLED,
}
OTHER_OUTCOMES = sorted(OUTCOMES.keys() - RECORDINGS)

minutes = st.integers(min_value=-5, max_value=500)
facts = st.builds(lambda step, at: StepFact(step, OPENING + timedelta(minutes=at)), st.sampled_from(Step), minutes)


def after(*steps: Step) -> RequestState:
    return request_state(StepFact(step, OPENING + timedelta(minutes=at)) for at, step in enumerate(steps))


def test_an_exception_and_a_cancellation_need_a_note() -> None:
    assert {step for step in Step if outcome_needs_note(step)} == {Step.RECORDED_WITH_EXCEPTION, Step.CANCELLED}


def test_a_request_without_steps_waits() -> None:
    assert request_state([]) is RequestState.WAITING


def test_a_called_person_is_in_service_until_there_is_an_outcome() -> None:
    assert after(Step.REGISTERED, Step.CALLED) is RequestState.IN_SERVICE
    assert after(Step.REGISTERED, Step.CALLED, Step.CAPTURING) is RequestState.IN_SERVICE


@pytest.mark.parametrize(("step", "state"), OUTCOMES.items())
def test_each_outcome_leads_to_its_state_with_or_without_a_call(step: Step, state: RequestState) -> None:
    assert after(Step.REGISTERED, Step.CALLED, Step.CAPTURING, step) is state
    assert after(Step.REGISTERED, step) is state


def test_somebody_called_who_does_not_answer_goes_back_in_the_queue() -> None:
    assert after(Step.REGISTERED, Step.CALLED, Step.BACK_IN_QUEUE) is RequestState.WAITING


def test_a_late_registration_of_a_slow_clock_takes_nobody_out_of_service() -> None:
    assert after(Step.CALLED, Step.REGISTERED) is RequestState.IN_SERVICE


@pytest.mark.parametrize("step", OTHER_OUTCOMES)
def test_going_back_in_the_queue_reopens_what_is_not_recorded(step: Step) -> None:
    assert after(Step.CALLED, step, Step.BACK_IN_QUEUE) is RequestState.WAITING
    assert after(Step.CALLED, step, Step.BACK_IN_QUEUE, Step.CALLED) is RequestState.IN_SERVICE


@pytest.mark.parametrize("step", OTHER_OUTCOMES)
@pytest.mark.parametrize("later", sorted(set(Step) - RECORDINGS - {Step.BACK_IN_QUEUE}))
def test_an_outcome_stands_until_the_person_is_back_in_the_queue(step: Step, later: Step) -> None:
    assert after(Step.CALLED, step, later) is OUTCOMES[step]


def test_one_command_may_reopen_and_settle_at_the_same_instant() -> None:
    steps = (Step.INCOMPLETE_PAPERS, Step.BACK_IN_QUEUE, Step.FORWARDED_TO_OFFICE)
    assert request_state(StepFact(step, OPENING) for step in steps) is RequestState.FORWARDED_TO_OFFICE


@given(st.lists(facts), st.sampled_from(sorted(RECORDINGS)), minutes, st.integers(min_value=0))
def test_a_recording_is_final_whatever_other_laptops_say_before_or_after(
    others: list[StepFact], step: Step, at: int, place: int
) -> None:
    recording = StepFact(step, OPENING + timedelta(minutes=at))
    others.insert(place % (len(others) + 1), recording)
    assert request_state(others) is RequestState.RECORDED


@given(st.lists(facts, unique_by=lambda fact: fact.at_utc), st.randoms(use_true_random=False))
def test_the_order_in_which_facts_arrive_does_not_matter(steps: list[StepFact], chance: Random) -> None:
    arrived = list(steps)
    chance.shuffle(arrived)
    assert request_state(arrived) is request_state(steps)


@given(st.lists(facts))
def test_a_note_changes_no_state(steps: list[StepFact]) -> None:
    noted = [StepFact(fact.step, fact.at_utc, "jari telunjuk terluka") for fact in steps]
    assert request_state(noted) is request_state(steps)


def test_only_waiting_and_in_service_are_open() -> None:
    assert {state for state in RequestState if is_open(state)} == {RequestState.WAITING, RequestState.IN_SERVICE}


def test_only_a_recording_counts_as_one() -> None:
    assert {state for state in RequestState if counts_as_recorded(state)} == {RequestState.RECORDED}


def test_who_was_recorded_elsewhere_is_stopped_with_the_remedy() -> None:
    problem = recorded_elsewhere_problem("Kec. Mayangan", date(2019, 2, 22))
    assert (problem.field, problem.severity) == ("recorded_before", Severity.STOP)
    assert str(problem.message) == (
        "Sudah direkam di Kec. Mayangan, 22 Feb. Rekam lagi membuat data ganda dan kartunya tidak bisa dicetak. "
        "Pilih Sudah pernah, kantor yang melanjutkan."
    )


def test_a_recording_of_unknown_day_is_told_without_one() -> None:
    message = str(recorded_elsewhere_problem("Kec. Mayangan", None).message)
    assert message.startswith("Sudah direkam di Kec. Mayangan. Rekam lagi")
