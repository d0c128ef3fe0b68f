"""Which status holds, and what it makes of the field's own track."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.lists.listing import EntryState
from fieldkit.domain.national.file import TAKEN_BACK, taken_back
from fieldkit.domain.national.status import NationalStatus
from fieldkit.domain.national.track import NationalState, StatusFact, entry_with, latest, national_state, stops_card

STATUSES = st.sampled_from(list(NationalStatus))
DAYS = st.dates().map(lambda day: day.isoformat())
FACTS = st.lists(st.builds(StatusFact, DAYS, st.uuids().map(str), STATUSES), unique_by=lambda fact: fact.id)


@given(FACTS, st.randoms())
def test_the_order_in_which_facts_arrive_changes_nothing(facts: list[StatusFact], random: object) -> None:
    shuffled = list(facts)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert national_state(shuffled) == national_state(facts)


@given(FACTS.filter(len), DAYS, STATUSES)
def test_an_older_day_never_overrides_a_newer_one(facts: list[StatusFact], day: str, status: NationalStatus) -> None:
    before = national_state(facts)
    assert before is not None
    explains = before.status == "unregistered" and status == "deleted_at_centre"
    if day < before.as_of and not explains:
        after = national_state([*facts, StatusFact(day, "ffffffff", status)])
        assert after is not None
        assert (after.status, after.as_of) == (before.status, before.as_of)


def test_of_one_day_the_later_row_holds_and_a_status_may_go_back() -> None:
    facts = [StatusFact("2018-01-05", "2", "sent"), StatusFact("2018-01-05", "1", "print_ready")]
    assert national_state(facts) == NationalState("sent", "", "2018-01-05", "2018-01-05", "2")


def test_since_when_tells_the_first_day_of_the_run() -> None:
    told = [("2018-01-01", "sent"), ("2018-02-01", "print_ready"), ("2018-03-01", "sent"), ("2018-04-01", "sent")]
    state = national_state(StatusFact(day, str(at), status) for at, (day, status) in enumerate(told))
    assert state is not None
    assert (state.status, state.since, state.as_of) == ("sent", "2018-03-01", "2018-04-01")
    assert national_state([]) is None


def test_a_deletion_holds_while_files_only_say_that_nobody_is_registered() -> None:
    told = [("2018-01-01", "sent"), ("2018-02-01", "deleted_at_centre"), ("2018-03-01", "unregistered")]
    facts = [StatusFact(day, str(at), status) for at, (day, status) in enumerate(told)]
    state = national_state(facts)
    assert state is not None
    assert (state.status, state.as_of) == ("deleted_at_centre", "2018-02-01")
    back = national_state([*facts, StatusFact("2018-04-01", "9", "processing")])
    assert back is not None
    assert back.status == "processing"
    never = national_state([StatusFact("2018-01-01", "0", "sent"), *facts[2:]])
    assert never is not None
    assert never.status == "unregistered"


def told(status: NationalStatus, as_of: str = "2018-03-01") -> NationalState:
    return NationalState(status, "", as_of, as_of, "1")


def test_whom_the_centre_holds_ready_to_print_was_recorded_elsewhere() -> None:
    ready = told(NationalStatus.PRINT_READY)
    assert entry_with(EntryState.UNRECORDED, "", ready) is EntryState.RECORDED_ELSEWHERE
    assert entry_with(EntryState.DECEASED_REPORTED, "", ready) is EntryState.DECEASED_REPORTED
    assert entry_with(EntryState.RECORDED, "2018-02-01", ready) is EntryState.RECORDED
    assert entry_with(EntryState.UNRECORDED, "", told(NationalStatus.SENT)) is EntryState.UNRECORDED


@pytest.mark.parametrize(
    ("recorded_on", "state"),
    [
        ("2018-02-28", EntryState.CALL_BACK),
        ("2018-03-01", EntryState.RECORDED),
        ("2018-03-02", EntryState.RECORDED),
    ],
)
def test_only_a_record_deleted_later_calls_back_who_was_recorded(recorded_on: str, state: EntryState) -> None:
    gone = told(NationalStatus.DELETED_AT_CENTRE)
    assert entry_with(EntryState.RECORDED, recorded_on, gone) is state


@pytest.mark.parametrize("status", NationalStatus)
def test_a_card_waits_at_every_stop_and_nowhere_else(status: NationalStatus) -> None:
    stops = {"enrol_failed", "search_failed", "adjudicate", "validation_requested", "duplicate", "deleted_at_centre"}
    assert stops_card(told(status), "2018-02-28") is (status in stops)
    assert stops_card(told(status), "") is (status in stops)


def test_a_recording_after_the_deletion_is_printed() -> None:
    assert not stops_card(told(NationalStatus.DELETED_AT_CENTRE), "2018-03-01")
    assert stops_card(told(NationalStatus.DUPLICATE), "2018-03-02")


def test_of_a_person_with_two_rows_the_latest_word_holds() -> None:
    older, newer = told(NationalStatus.SENT, "2018-01-01"), told(NationalStatus.PRINT_READY, "2018-02-01")
    assert latest([newer, older]) == newer
    assert latest([]) is None


def test_a_file_counts_again_once_the_word_against_it_was_taken_back() -> None:
    file, against, undo = ("F", "statuses", "pusat"), ("A", TAKEN_BACK, "F"), ("B", TAKEN_BACK, "A")
    assert taken_back([file]) == frozenset()
    assert "F" in taken_back([against, file])
    assert "F" not in taken_back([undo, file, against])
    assert "F" in taken_back([file, against, undo, ("C", TAKEN_BACK, "F")])
