"""The one state of a person on the list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.lists.listing import (
    CONFIRMED_STATES,
    PROPOSED_STATES,
    EntryState,
    Said,
    entry_label,
    entry_state,
)
from fieldkit.domain.lists.proposal import OfficeDecision, ProposalKind
from fieldkit.domain.requests.service import RequestState
from fieldkit.domain.visits.visit import VisitOutcome, is_recording

PROPOSED = {
    ProposalKind.DECEASED: EntryState.DECEASED_REPORTED,
    ProposalKind.MOVED: EntryState.MOVED_REPORTED,
    ProposalKind.AWAY: EntryState.AWAY,
    ProposalKind.DOUBLE: EntryState.DOUBLE_REPORTED,
    ProposalKind.NOT_FOUND: EntryState.NOT_FOUND,
    ProposalKind.ALREADY_RECORDED: EntryState.ALREADY_RECORDED_CLAIMED,
}


def said(*what: str, decision: str = "") -> list[Said]:
    return [Said(each, decision) for each in what]


not_recorded = st.lists(st.sampled_from([state for state in RequestState if state is not RequestState.RECORDED]))
not_met = st.lists(st.sampled_from([outcome for outcome in VisitOutcome if not is_recording(outcome)]))
proposals = st.lists(st.sampled_from(ProposalKind))


def test_nothing_known_is_unrecorded() -> None:
    assert entry_state([], [], [], False) is EntryState.UNRECORDED


@given(not_recorded)
def test_a_request_without_a_recording_leaves_the_person_unrecorded(states: list[RequestState]) -> None:
    assert entry_state(states, [], [], False) is EntryState.UNRECORDED


@given(st.lists(st.sampled_from(RequestState)), st.lists(st.sampled_from(VisitOutcome)), proposals, st.booleans())
def test_a_recording_wins_over_all(
    states: list[RequestState], visits: list[VisitOutcome], proposed: list[str], asked: bool
) -> None:
    at_home, told = said(*visits), said(*proposed)
    assert entry_state([*states, RequestState.RECORDED], at_home, told, asked) is EntryState.RECORDED
    assert entry_state([RequestState.RECORDED, *states], at_home, told, asked) is EntryState.RECORDED
    assert entry_state(states, said(VisitOutcome.RECORDED, *visits), told, asked) is EntryState.RECORDED


@given(not_recorded, not_met, proposals, st.sampled_from(ProposalKind), st.booleans())
def test_the_last_proposal_wins_over_visits(
    states: list[RequestState], visits: list[VisitOutcome], earlier: list[str], last: ProposalKind, asked: bool
) -> None:
    assert entry_state(states, said(*visits), said(*earlier, last), asked) is PROPOSED[last]


def test_a_proposal_read_from_the_database_counts_like_its_kind() -> None:
    assert entry_state([], [], said("away", "deceased"), False) is EntryState.DECEASED_REPORTED


def test_a_proposal_of_a_newer_version_counts_as_none() -> None:
    assert entry_state([], [], said("away", "abducted"), False) is EntryState.AWAY
    assert entry_state([], [], said("abducted"), False) is EntryState.UNRECORDED


@pytest.mark.parametrize(
    ("outcome", "state"),
    [
        (VisitOutcome.NOT_HOME, EntryState.VISIT_FAILED),
        (VisitOutcome.IN_HOSPITAL, EntryState.VISIT_FAILED),
        (VisitOutcome.REFUSED, EntryState.VISIT_FAILED),
        (VisitOutcome.CANNOT_CAPTURE, EntryState.VISIT_FAILED),
        (VisitOutcome.DECEASED, EntryState.DECEASED_REPORTED),
        (VisitOutcome.MOVED, EntryState.MOVED_REPORTED),
    ],
)
def test_the_last_visit_says_how_it_stands(outcome: VisitOutcome, state: EntryState) -> None:
    assert entry_state([], said(VisitOutcome.NOT_HOME, outcome), [], True) is state


def test_a_visit_that_was_asked_for_shows_until_the_first_attempt() -> None:
    assert entry_state([RequestState.LEFT_QUEUE], [], [], True) is EntryState.HOME_VISIT_REQUESTED
    assert entry_state([RequestState.LEFT_QUEUE], said(VisitOutcome.NOT_HOME), [], True) is EntryState.VISIT_FAILED


@given(proposals, st.sampled_from(ProposalKind), proposals)
def test_what_the_office_approved_stands_over_later_proposals(
    earlier: list[str], approved: ProposalKind, later: list[str]
) -> None:
    told = [*said(*earlier), *said(approved, decision=OfficeDecision.APPROVED), *said(*later)]
    found = entry_state([], [], told, True)
    if approved is ProposalKind.AWAY:
        assert found in PROPOSED.values()
    else:
        assert found in CONFIRMED_STATES
    assert entry_state([RequestState.RECORDED], [], told, True) is EntryState.RECORDED


@given(st.sampled_from(ProposalKind))
def test_a_rejected_proposal_returns_the_person_to_the_list(kind: ProposalKind) -> None:
    rejected = said(kind, decision=OfficeDecision.REJECTED)
    assert entry_state([], [], rejected, False) is EntryState.UNRECORDED
    assert entry_state([], [], rejected, True) is EntryState.HOME_VISIT_REQUESTED
    assert entry_state([], [], [*rejected, *said(kind)], False) is PROPOSED[kind]


@given(st.sampled_from(ProposalKind))
def test_a_reopened_proposal_waits_again(kind: ProposalKind) -> None:
    assert entry_state([], [], said(kind, decision=OfficeDecision.REOPENED), False) is PROPOSED[kind]


def test_away_stays_apart_also_when_the_office_approved_it() -> None:
    approved = said(ProposalKind.AWAY, decision=OfficeDecision.APPROVED)
    assert entry_state([], [], approved, False) is EntryState.AWAY
    assert EntryState.AWAY not in CONFIRMED_STATES | PROPOSED_STATES


def test_the_office_decides_on_what_a_visit_found_too() -> None:
    found = [VisitOutcome.NOT_HOME, VisitOutcome.MOVED]
    approved = [Said(found[0]), Said(found[1], OfficeDecision.APPROVED)]
    rejected = [Said(found[0]), Said(found[1], OfficeDecision.REJECTED)]
    assert entry_state([], approved, [], True) is EntryState.MOVED_CONFIRMED
    assert entry_state([], rejected, [], True) is EntryState.VISIT_FAILED


def test_the_badges_read_as_in_the_visual_language() -> None:
    shown = {state: str(entry_label(state)) for state in EntryState}
    assert shown[EntryState.UNRECORDED] == "Belum rekam"
    assert shown[EntryState.RECORDED] == "Sudah rekam"
    assert shown[EntryState.DOUBLE_REPORTED] == "Mungkin data ganda"
    assert shown[EntryState.HOME_VISIT_REQUESTED] == "Minta kunjungan"
    assert len(set(shown.values())) == len(EntryState)
