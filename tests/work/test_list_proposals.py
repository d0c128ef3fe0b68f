"""Proposals about a list: made with evidence, taken back, decided, and what each does to the numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from fieldkit.domain.errors import RuleError
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.lists.proposal import EvidenceKind, OfficeDecision, ProposalKind
from fieldkit.domain.requests.service import Step
from fieldkit.domain.visits.visit import NextStep, VisitOutcome
from fieldkit.records.tables import APP_USER, LIST_PROPOSAL
from fieldkit.store.database import Database
from fieldkit.store.queries.lists.listing import ListCounts, list_counts
from fieldkit.store.queries.lists.proposals import (
    count_waiting_proposals,
    person_proposals,
    proposals_by_id,
    village_proposals,
)
from fieldkit.store.store import Store
from fieldkit.store.unit import Unit
from fieldkit.work.lists.proposals import Decide, Propose, decide, propose, take_back
from fieldkit.work.table.outcomes import note_step
from fieldkit.work.table.same_person import link_same_person
from fieldkit.work.visits.attempts import LogVisit, log_visit
from tests.laptops import JATI, REGENCY, add_people, add_user, laptop, opened, registered

CERTIFICATE = (EvidenceKind.DEATH_CERTIFICATE, "3574-KM-0099", date(2019, 1, 10))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = laptop(tmp_path)
    add_user(made)
    opened(made)
    return made


@pytest.fixture
def planner(store: Store) -> UserId:
    """Somebody of the office; the lead stays signed in."""
    return store.execute(lambda unit: UserId(unit.insert(APP_USER, REGENCY, name="Bu Tutik", role="planner", active=1)))


def dead(person: str) -> Propose:
    return Propose(person, ProposalKind.DECEASED, *CERTIFICATE)


def state_of(store: Store, person: str) -> str:
    def read(database: Database) -> str:
        return str(database.value("SELECT state FROM resident_state WHERE resident_id = ?", person) or "unrecorded")

    return store.query(read)


def said_by(store: Store, planner: UserId, command: Decide) -> list[str]:
    before, store.user = store.user, planner
    try:
        return store.execute(decide, command)
    finally:
        store.user = before


def approve(store: Store, planner: UserId, *proposals: str) -> list[str]:
    return said_by(store, planner, Decide(proposals, OfficeDecision.APPROVED))


def counts(store: Store) -> ListCounts:
    return store.query(list_counts, JATI)


def codes(error: pytest.ExceptionInfo[RuleError]) -> list[str]:
    return [problem.code for problem in error.value.problems]


def test_a_proposal_waits_until_the_office_approves_it(store: Store, planner: UserId) -> None:
    (person,) = add_people(store, "SUMIATI")
    proposal = store.execute(propose, dead(person))
    assert state_of(store, person) == "deceased_reported"
    (row,) = store.query(village_proposals, JATI, 100)
    assert (row.kind, row.evidence_kind, row.evidence_number) == ("deceased", CERTIFICATE[0], CERTIFICATE[1])
    assert (row.evidence_date, row.decision, row.name) == ("2019-01-10", "", "SUMIATI")
    approve(store, planner, proposal)
    assert state_of(store, person) == "deceased_confirmed"
    (row,) = store.query(village_proposals, JATI, 100)
    assert (row.decision, row.decided_by) == ("approved", "Bu Tutik")
    assert store.query(count_waiting_proposals, JATI) == 0


def test_a_rejected_one_returns_to_the_list_with_its_reason(store: Store, planner: UserId) -> None:
    (person,) = add_people(store, "SUMIATI")
    proposal = store.execute(propose, dead(person))
    said_by(store, planner, Decide((proposal,), OfficeDecision.REJECTED, "Akta atas nama orang lain"))
    assert state_of(store, person) == "unrecorded"
    (row,) = store.query(person_proposals, person)
    assert (row.decision, row.reason) == ("rejected", "Akta atas nama orang lain")


def test_a_word_of_the_office_is_taken_back_by_another(store: Store, planner: UserId) -> None:
    (person,) = add_people(store, "SUMIATI")
    proposal = store.execute(propose, dead(person))
    approve(store, planner, proposal)
    said_by(store, planner, Decide((proposal,), OfficeDecision.REOPENED))
    assert state_of(store, person) == "deceased_reported"
    with pytest.raises(RuleError) as error:
        said_by(store, planner, Decide((proposal,), OfficeDecision.REOPENED))
    assert codes(error) == ["undecided"]


def test_a_proposal_is_taken_back_by_an_appended_one(store: Store) -> None:
    (person,) = add_people(store, "SUMIATI")
    proposal = store.execute(propose, dead(person))
    store.execute(take_back, proposal)
    assert state_of(store, person) == "unrecorded"
    assert store.query(person_proposals, person) == ()
    with pytest.raises(RuleError) as error:
        store.execute(take_back, proposal)
    assert codes(error) == ["gone"]


def test_what_the_office_decided_the_field_does_not_take_back(store: Store, planner: UserId) -> None:
    (person,) = add_people(store, "SUMIATI")
    proposal = store.execute(propose, dead(person))
    approve(store, planner, proposal)
    with pytest.raises(RuleError) as error:
        store.execute(take_back, proposal)
    assert codes(error) == ["decided"]
    with pytest.raises(RuleError) as error:
        store.execute(propose, Propose(person, ProposalKind.AWAY))
    assert codes(error) == ["approved"]


def test_a_second_proposal_corrects_the_one_that_waits(store: Store) -> None:
    (person,) = add_people(store, "SUMIATI")
    first = store.execute(propose, Propose(person, ProposalKind.DECEASED, EvidenceKind.RT_STATEMENT))
    second = store.execute(propose, dead(person))
    assert [row.id for row in store.query(village_proposals, JATI, 100)] == [second]
    assert store.query(proposals_by_id, [first]) == []


def test_death_without_a_paper_can_be_proposed_and_not_approved(store: Store, planner: UserId) -> None:
    (person,) = add_people(store, "SUMIATI")
    proposal = store.execute(propose, Propose(person, ProposalKind.DECEASED, EvidenceKind.RT_STATEMENT))
    with pytest.raises(RuleError) as error:
        approve(store, planner, proposal)
    assert codes(error) == ["no_papers"]


def test_the_field_does_not_decide(store: Store) -> None:
    (person,) = add_people(store, "SUMIATI")
    proposal = store.execute(propose, dead(person))
    with pytest.raises(RuleError) as error:
        store.execute(decide, Decide((proposal,), OfficeDecision.APPROVED))
    assert codes(error) == ["not_planner"]


def test_who_only_reads_proposes_nothing(store: Store) -> None:
    (person,) = add_people(store, "SUMIATI")
    add_user(store, "Pak Camat", "viewer")
    with pytest.raises(RuleError) as error:
        store.execute(propose, dead(person))
    assert codes(error) == ["not_list_worker"]


def test_a_rejection_needs_a_reason_and_a_decision_something_to_decide(store: Store, planner: UserId) -> None:
    (person,) = add_people(store, "SUMIATI")
    proposal = store.execute(propose, dead(person))
    with pytest.raises(RuleError) as error:
        said_by(store, planner, Decide((proposal,), OfficeDecision.REJECTED, " "))
    assert codes(error) == ["no_reason"]
    with pytest.raises(RuleError) as error:
        approve(store, planner)
    assert codes(error) == ["none"]
    with pytest.raises(RuleError) as error:
        approve(store, planner, proposal, "no such row")
    assert codes(error) == ["gone"]
    approve(store, planner, proposal)
    with pytest.raises(RuleError) as error:
        approve(store, planner, proposal)
    assert codes(error) == ["decided"]


def test_many_decisions_are_one_command(store: Store, planner: UserId) -> None:
    people = add_people(store, *(f"WARGA {number}" for number in range(30)))
    proposals = [store.execute(propose, dead(person)) for person in people]
    last = commands(store)
    assert len(approve(store, planner, *proposals)) == 30
    assert commands(store) == last + 1
    assert {state_of(store, person) for person in people} == {"deceased_confirmed"}


def test_a_visit_that_found_nobody_any_more_waits_for_the_office_too(store: Store, planner: UserId) -> None:
    (person,) = add_people(store, "SUMIATI")
    visit = store.execute(log_visit, LogVisit(person, VisitOutcome.MOVED, NextStep.OFFICE_DECIDES))
    (row,) = store.query(village_proposals, JATI, 100)
    assert (row.id, row.kind, row.is_visit) == (visit, "moved", 1)
    with pytest.raises(RuleError) as error:
        approve(store, planner, visit)
    assert codes(error) == ["no_papers"]
    with pytest.raises(RuleError) as error:
        store.execute(take_back, visit)
    assert codes(error) == ["gone"]
    letter = Propose(person, ProposalKind.MOVED, EvidenceKind.MOVING_LETTER, "475/99", date(2019, 2, 1))
    proposal = store.execute(propose, letter)
    assert [row.id for row in store.query(village_proposals, JATI, 100)] == [proposal]
    approve(store, planner, proposal)
    assert state_of(store, person) == "moved_confirmed"


def test_a_visit_is_answered_by_a_rejection(store: Store, planner: UserId) -> None:
    (person,) = add_people(store, "SUMIATI")
    visit = store.execute(log_visit, LogVisit(person, VisitOutcome.DECEASED, NextStep.OFFICE_DECIDES))
    said_by(store, planner, Decide((visit,), OfficeDecision.REJECTED, "Orangnya datang ke kantor kemarin"))
    assert state_of(store, person) == "unrecorded"


def test_whoever_was_recorded_is_not_proposed_and_no_decision_waits(store: Store) -> None:
    (person,) = add_people(store, "SUMIATI")
    store.execute(propose, Propose(person, ProposalKind.AWAY))
    store.execute(note_step, registered(store, person).request_id, Step.RECORDED)
    assert state_of(store, person) == "recorded"
    assert store.query(count_waiting_proposals, JATI) == 0
    assert store.query(village_proposals, JATI, 100) == []
    with pytest.raises(RuleError) as error:
        store.execute(propose, Propose(person, ProposalKind.AWAY))
    assert codes(error) == ["recorded"]


def test_what_is_said_under_one_row_of_a_person_counts_for_all(store: Store, planner: UserId) -> None:
    first, second = add_people(store, "SITI NURAINI", "SITI NUR AINI")
    store.execute(link_same_person, first, second)
    proposal = store.execute(propose, dead(second))
    approve(store, planner, proposal)
    assert (state_of(store, first), counts(store).total, counts(store).approved) == ("deceased_confirmed", 1, 1)


def test_those_that_wait_come_first(store: Store, planner: UserId) -> None:
    people = add_people(store, "AMIN", "BUDI", "CICI")
    proposals = [store.execute(propose, dead(person)) for person in people]
    approve(store, planner, proposals[0])
    assert [row.name for row in store.query(village_proposals, JATI, 100)] == ["BUDI", "CICI", "AMIN"]


def test_a3_reachable_falls_only_when_the_office_approves_and_who_is_away_stands_apart(
    store: Store, planner: UserId
) -> None:
    people = add_people(store, *(f"WARGA {number}" for number in range(12_222)))
    proposals = proposed(store, people[:200], ProposalKind.DECEASED)
    proposed(store, people[200:500], ProposalKind.AWAY)
    before = counts(store)
    assert (before.total, before.explained, before.proposed, before.away) == (12_222, 500, 200, 300)
    assert (before.approved, before.reachable) == (0, 11_922)
    approve(store, planner, *proposals)
    after = counts(store)
    assert (after.total, after.approved, after.away, after.reachable) == (12_222, 200, 300, 11_722)
    assert (after.proposed, after.left) == (0, 11_722)


def proposed(store: Store, people: Sequence[str], kind: ProposalKind) -> list[str]:
    """Proposals about many, brought in at once."""
    fields = {"kind": str(kind), "at": "2019-02-23T09:05:00.000Z"}
    if kind is ProposalKind.DECEASED:
        fields |= {"evidence_kind": CERTIFICATE[0], "evidence_number": CERTIFICATE[1], "evidence_date": "2019-01-10"}

    def bring(unit: Unit) -> list[str]:
        return list(unit.insert_many(LIST_PROPOSAL, [(JATI, {**fields, "resident_id": person}) for person in people]))

    return store.execute(bring)


def commands(store: Store) -> int:
    return store.query(lambda database: int(database.value("SELECT count(DISTINCT command) FROM journal")))


def test_who_comes_although_confirmed_dead_is_served_and_the_doubt_stays_with_the_record(
    store: Store, planner: UserId
) -> None:
    person = add_people(store, "SITI NURAINI")[0]
    proposal = store.execute(propose, dead(person))
    store.user = planner
    store.execute(decide, Decide((proposal,), OfficeDecision.APPROVED))
    request = registered(store, person).request_id
    sql = "SELECT note FROM request_step WHERE request_id = ? AND step = 'registered'"
    assert store.query(lambda d: d.value(sql, request)) == "confirmed_gone"


def doubts_of(store: Store, person: str) -> str | None:
    """What was in doubt when this person was registered."""
    request = registered(store, person).request_id
    sql = "SELECT note FROM request_step WHERE request_id = ? AND step = 'registered'"
    note: str | None = store.query(lambda d: d.value(sql, request))
    return note


def test_who_comes_although_reported_dead_is_served_with_that_doubt(store: Store) -> None:
    person = add_people(store, "SITI NURAINI")[0]
    store.execute(propose, dead(person))
    assert doubts_of(store, person) == "reported_gone"


def test_who_was_not_found_and_comes_is_in_no_doubt(store: Store) -> None:
    person = add_people(store, "SITI NURAINI")[0]
    proposed(store, [person], ProposalKind.NOT_FOUND)
    assert doubts_of(store, person) is None


def test_the_doubt_about_another_row_of_the_person_counts_and_a_double_that_is_linked_is_none(store: Store) -> None:
    dead_row, double_row, one, other = add_people(store, "SITI NURAINI", "SITI NUR AINI", "SUMIATI", "SUMIYATI")
    store.execute(propose, dead(dead_row))
    proposed(store, [double_row], ProposalKind.DOUBLE)
    store.execute(link_same_person, dead_row, one)
    store.execute(link_same_person, double_row, other)
    assert doubts_of(store, one) == "reported_gone"
    assert doubts_of(store, other) is None
