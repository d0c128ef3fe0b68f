"""What the field proposes and the office decides comes to the same numbers on every laptop, by whichever way (PL-7)."""

from __future__ import annotations

from datetime import date

import pytest

from fieldkit.domain.identifiers import UserId
from fieldkit.domain.lists.proposal import EvidenceKind, OfficeDecision, ProposalKind
from fieldkit.host.clock import now_ms
from fieldkit.records.tables import LIST_PROPOSAL, PROPOSAL_DECISION
from fieldkit.server.office.writing import add_user
from fieldkit.store.queries.lists.listing import ListCounts, list_counts
from fieldkit.store.queries.lists.proposals import count_waiting_proposals, village_proposals
from fieldkit.store.unit import Unit
from fieldkit.work.lists.proposals import Decide, Propose, decide, propose, take_back
from tests.flows.enrolled import Ground, Laptop, in_areas, kinds
from tests.laptops import JATI, REGENCY, add_people

CERTIFICATE = (EvidenceKind.DEATH_CERTIFICATE, "3574-KM-0099", date(2019, 1, 10))
REASON = "Akta atas nama orang lain"


@pytest.fixture
def team(ground: Ground) -> tuple[Laptop, Laptop, list[str]]:
    """A laptop of Jati, the planner's of the whole city, and three people of Jati whom both hold."""
    planner, _ = add_user(ground.centre, REGENCY, name="Bu Tutik", role="planner", now_ms=now_ms(ground.clock))
    field, office = in_areas(ground, "field", JATI), ground.laptop("office")
    office.store.user = UserId(planner)
    people = add_people(office.store, "AMIN", "BUDI", "CICI")
    both_sync(ground, office, field)
    return field, office, people


def both_sync(ground: Ground, *laptops: Laptop) -> None:
    """Each hands in and fetches, and the first fetches what the last handed in."""
    for laptop in (*laptops, *laptops):
        ground.clock.pass_by(minutes=1)
        assert laptop.sync().cause is None


def dead(person: str) -> Propose:
    return Propose(person, ProposalKind.DECEASED, *CERTIFICATE)


def counts(laptop: Laptop) -> ListCounts:
    return laptop.store.query(list_counts, JATI)


def words(laptop: Laptop) -> list[tuple[str, str, str]]:
    return [(row.name, row.decision, row.reason) for row in laptop.store.query(village_proposals, JATI, 100)]


def test_what_the_office_decides_reaches_the_field_and_the_centre_holds_all_of_it(
    ground: Ground, team: tuple[Laptop, Laptop, list[str]]
) -> None:
    field, office, people = team
    said = [field.store.execute(propose, dead(person)) for person in people]
    both_sync(ground, field, office)
    assert office.store.query(count_waiting_proposals, JATI) == 3
    office.store.execute(decide, Decide(tuple(said[:2]), OfficeDecision.APPROVED))
    office.store.execute(decide, Decide((said[2],), OfficeDecision.REJECTED, REASON))
    both_sync(ground, office, field)
    assert counts(field) == counts(office) == ListCounts(3, 0, 0, 2, 0, 2)
    assert counts(field).reachable == 1
    told = [("AMIN", "approved", ""), ("BUDI", "approved", ""), ("CICI", "rejected", REASON)]
    assert sorted(words(field)) == sorted(words(office)) == told
    for table in (LIST_PROPOSAL, PROPOSAL_DECISION):
        assert field.rows(table) == office.rows(table) == ground.rows(table)


def test_a_proposal_that_is_taken_back_while_the_office_approves_it_counts_nowhere(
    ground: Ground, team: tuple[Laptop, Laptop, list[str]]
) -> None:
    field, office, people = team
    said = field.store.execute(propose, dead(people[0]))
    both_sync(ground, field, office)
    field.store.execute(take_back, said)
    office.store.execute(decide, Decide((said,), OfficeDecision.APPROVED))
    both_sync(ground, office, field)
    assert counts(field) == counts(office) == ListCounts(3, 0, 0, 0)
    assert words(field) == words(office) == []


def test_a_laptop_that_joins_later_counts_as_the_others_do(
    ground: Ground, team: tuple[Laptop, Laptop, list[str]]
) -> None:
    field, office, people = team
    said = field.store.execute(propose, dead(people[0]))
    both_sync(ground, field, office)
    office.store.execute(decide, Decide((said,), OfficeDecision.APPROVED))
    both_sync(ground, office)
    fresh = ground.laptop("fresh")
    both_sync(ground, fresh)
    assert counts(fresh) == counts(office) == ListCounts(3, 0, 0, 1, 0, 1)


def test_a_decision_of_somebody_who_does_not_decide_opens_a_case(
    ground: Ground, team: tuple[Laptop, Laptop, list[str]]
) -> None:
    field, _office, people = team
    said = field.store.execute(propose, dead(people[0]))

    def forge(unit: Unit) -> None:
        told = {"proposal_id": said, "resident_id": people[0], "decision": "approved", "decided_by": unit.user}
        unit.insert(PROPOSAL_DECISION, JATI, **told, at="2019-02-23T09:30:00.000Z")

    field.store.execute(forge)
    both_sync(ground, field)
    assert kinds(ground) == ["user"]
