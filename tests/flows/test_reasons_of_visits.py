"""Why somebody can not come: health data with a grant of its own, erased once the visit is over (F-P3, decision 23).

Invariant 10: a device gets its areas and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
import sqlalchemy as sa

from fieldkit.domain.areas import health_side
from fieldkit.domain.lists.proposal import EvidenceKind, OfficeDecision, ProposalKind
from fieldkit.domain.requests.service import Step
from fieldkit.domain.visits.plan import VisitNeed
from fieldkit.domain.visits.visit import NextStep, VisitOutcome, is_recording
from fieldkit.host.clock import now_ms
from fieldkit.records.tables import ERASURE, RESIDENT, VISIT_NEED, VISIT_REQUEST
from fieldkit.server.devices.grants import grant, ungrant
from fieldkit.server.intake.bundles import take_bundle
from fieldkit.server.office.erasure import standings
from fieldkit.server.office.needs import GROUND
from fieldkit.server.office.writing import add_user
from fieldkit.server.scope import Grant
from fieldkit.store.integrity.journal import chain_is_whole
from fieldkit.store.queries.shifts import current_shift
from fieldkit.store.queries.visits.needs import needs_seen_by
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.sync.bundle import make_bundle
from fieldkit.work.closing.table import CloseShift, close_shift
from fieldkit.work.lists.proposals import Decide, Propose, decide, propose
from fieldkit.work.relay import take_from_table
from fieldkit.work.table.outcomes import note_step
from fieldkit.work.visits.attempts import LogVisit, log_visit, undo_visit
from fieldkit.work.visits.requests import AskVisit, ask_visit, withdraw_visit
from tests.flows.enrolled import Ground, Laptop, device_of, in_areas, kinds, signer
from tests.laptops import JATI, REGENCY, add_people, form, handed_over, opened, registered

MARK = VisitNeed.GRAVELY_ILL.value
MAYANGAN = "35.74.03"
DEATH = date(2019, 2, 20)


@dataclass
class World:
    """A laptop of the pair with the grant, one of the whole city without it, and somebody whom both hold."""

    ground: Ground
    pair: Laptop
    table: Laptop
    person: str

    def asked(self, at: Laptop | None = None) -> str:
        """The person is gravely ill, as noted at a laptop; everybody has synced since."""
        request = (at or self.table).store.execute(
            ask_visit, AskVisit(self.person, "Pak RT", need=VisitNeed.GRAVELY_ILL)
        )
        self.settle()
        return request

    def visited(self, outcome: VisitOutcome, next_step: NextStep) -> str:
        """An attempt of the pair, a minute later; everybody has synced since."""
        self.ground.clock.pass_by(minutes=1)
        attempt = self.pair.store.execute(log_visit, self.attempt(outcome, next_step))
        self.settle()
        return attempt

    def attempt(self, outcome: VisitOutcome, next_step: NextStep) -> LogVisit:
        """What the pair writes; whoever is recorded answers what the table asks, in an open shift."""
        if not is_recording(outcome):
            return LogVisit(self.person, outcome, next_step)
        if self.pair.store.query(current_shift) is None:
            opened(self.pair.store)
        return LogVisit(self.person, outcome, next_step, registration=form(self.person))

    def settle(self) -> None:
        """Rounds until everybody knows everything."""
        for laptop in (self.table, self.pair, self.table, self.pair):
            outcome = laptop.sync()
            assert (outcome.cause, outcome.waiting, outcome.exceptions) == (None, 0, ())


@pytest.fixture
def world(ground: Ground) -> World:
    pair = in_areas(ground, "pair", REGENCY, health_side(MAYANGAN))
    table = ground.laptop("table")
    person = add_people(table.store, "SITI NURAINI")[0]
    # Only a laptop that has handed in work compares.
    add_people(pair.store, "BUDI HARTONO")
    made = World(ground, pair, table, person)
    made.settle()
    ground.clock.pass_by(minutes=1)
    return made


def reasons(laptop: Laptop) -> list[str]:
    return laptop.store.query(lambda database: [str(row[0]) for row in database.rows("SELECT need FROM visit_need")])


def at_centre(ground: Ground) -> list[str]:
    with ground.centre.engine.connect() as connection:
        return list(connection.scalars(sa.text("SELECT need FROM visit_need")))


def journalled(ground: Ground, laptop: Laptop) -> bool:
    """Whether the word still stands in a journal, here or at the centre."""
    sql = "SELECT count(*) FROM journal WHERE instr(fields, ?)"
    here = laptop.store.query(lambda database: database.value(sql, MARK.encode()))
    with ground.centre.engine.connect() as connection:
        fields = connection.scalars(sa.text("SELECT fields FROM journal WHERE fields IS NOT NULL"))
        there = any(MARK.encode() in bytes(each) for each in fields)
    return bool(here) or there


def half_a_day_later(ground: Ground, laptop: Laptop) -> tuple[str, ...]:
    """The areas that a comparison found to differ."""
    laptop.sync()
    laptop.line.calls.clear()
    ground.clock.pass_by(hours=13)
    outcome = laptop.sync()
    assert "sums" in laptop.line.calls, outcome
    return tuple(outcome.reloaded)


def test_only_a_laptop_with_the_grant_is_sent_reasons(world: World) -> None:
    """Not even one that has the whole regency."""
    other = world.ground.laptop("other")
    world.asked()
    other.sync()
    assert (reasons(world.pair), reasons(other), at_centre(world.ground)) == ([MARK], [], [MARK])
    assert other.rows(VISIT_REQUEST) == world.pair.rows(VISIT_REQUEST) != []
    assert kinds(world.ground) == []


def test_what_a_laptop_without_the_grant_wrote_leaves_it_once_it_is_sent(world: World) -> None:
    world.table.store.execute(ask_visit, AskVisit(world.person, "Pak RT", need=VisitNeed.GRAVELY_ILL))
    assert reasons(world.table) == [MARK], "nothing was sent yet"
    world.settle()
    assert (reasons(world.table), reasons(world.pair)) == ([], [MARK])


def test_a_village_has_a_grant_of_its_own(world: World) -> None:
    elsewhere = in_areas(world.ground, "elsewhere", REGENCY, health_side("35.74.02"))
    here = in_areas(world.ground, "here", REGENCY, health_side(JATI))
    world.asked()
    for laptop in (elsewhere, here):
        laptop.sync()
    assert (reasons(elsewhere), reasons(here)) == ([], [MARK])


def test_a_grant_that_comes_late_brings_what_was_written_before(world: World) -> None:
    world.asked()
    given = Grant(health_side(MAYANGAN), now_ms(world.ground.clock), None)
    assert grant(world.ground.centre, REGENCY, device_of(world.table), given)
    world.settle()
    assert reasons(world.table) == [MARK]


def test_a_grant_that_ends_takes_the_reasons_away_and_nothing_else(world: World) -> None:
    world.asked()
    until_ms = now_ms(world.ground.clock)
    assert ungrant(world.ground.centre, REGENCY, device_of(world.pair), health_side(MAYANGAN), until_ms=until_ms)
    world.ground.clock.pass_by(minutes=1)
    world.settle()
    assert reasons(world.pair) == []
    assert world.pair.rows(RESIDENT) == world.table.rows(RESIDENT) != []


def test_the_proof_agrees_with_and_without_the_grant(world: World) -> None:
    """The health side of a village is summed apart, and told to whoever has it."""
    world.asked()
    for laptop in (world.pair, world.table):
        assert half_a_day_later(world.ground, laptop) == ()
        assert [area for area in Exchange(laptop.store).comparing.sums() if area == JATI] == [JATI]
    assert health_side(JATI) in Exchange(world.pair.store).comparing.sums()


def test_the_proof_finds_a_reason_that_differs(world: World) -> None:
    world.asked()
    world.pair.store.write_local(lambda database: database.run("UPDATE visit_need SET need = 'disabled'"))
    assert half_a_day_later(world.ground, world.pair) == (health_side(JATI),)
    assert reasons(world.pair) == [MARK]


@pytest.mark.parametrize(
    ("outcome", "next_step"),
    [
        (VisitOutcome.RECORDED, NextStep.NONE),
        (VisitOutcome.DECEASED, NextStep.OFFICE_DECIDES),
        (VisitOutcome.NOT_HOME, NextStep.OFFICE_DECIDES),
    ],
)
def test_the_reason_is_erased_everywhere_once_the_visit_is_over(
    world: World, outcome: VisitOutcome, next_step: NextStep
) -> None:
    world.asked(at=world.pair)
    assert journalled(world.ground, world.pair)
    world.visited(outcome, next_step)
    assert (reasons(world.pair), at_centre(world.ground)) == ([""], [""])
    assert not journalled(world.ground, world.pair)
    assert world.pair.store.query(chain_is_whole)
    (order,) = standings(world.ground.centre, REGENCY)
    assert (order.order.table_name, order.order.ground) == (VISIT_NEED.name, GROUND)
    assert half_a_day_later(world.ground, world.pair) == ()


@pytest.mark.parametrize("next_step", [NextStep.COME_AGAIN, NextStep.BRING_TO_HALL])
def test_the_reason_stays_while_somebody_has_to_go_again(world: World, next_step: NextStep) -> None:
    world.asked()
    world.visited(VisitOutcome.NOT_HOME, next_step)
    assert (reasons(world.pair), standings(world.ground.centre, REGENCY)) == ([MARK], [])


def test_an_attempt_that_was_taken_back_before_it_was_sent_erases_nothing(world: World) -> None:
    world.asked()
    world.ground.clock.pass_by(minutes=1)
    command = world.attempt(VisitOutcome.RECORDED, NextStep.NONE)
    attempt = world.pair.store.execute(log_visit, command)
    world.ground.clock.pass_by(minutes=1)
    world.pair.store.execute(undo_visit, attempt)
    world.settle()
    assert reasons(world.pair) == [MARK]


def test_a_recording_at_the_table_ends_the_visit_too(world: World) -> None:
    world.asked()
    opened(world.table.store)
    request = registered(world.table.store, world.person)
    world.ground.clock.pass_by(minutes=1)
    world.table.store.execute(note_step, request.request_id, Step.CAPTURING)
    world.table.store.execute(note_step, request.request_id, Step.RECORDED)
    world.settle()
    assert (reasons(world.pair), at_centre(world.ground)) == ([""], [""])


def test_a_card_that_was_handed_over_ends_the_visit_too(world: World) -> None:
    """Somebody who was recorded long ago asked for the card to be brought."""
    store = world.table.store
    opened(store)
    request = registered(store, world.person).request_id
    world.ground.clock.pass_by(minutes=1)
    store.execute(note_step, request, Step.RECORDED)
    world.ground.clock.pass_by(minutes=1)
    world.asked()
    assert reasons(world.pair) == [MARK]
    world.ground.clock.pass_by(minutes=1)
    store.execute(handed_over, request)
    world.settle()
    assert (reasons(world.pair), at_centre(world.ground)) == ([""], [""])


def test_the_note_of_the_request_is_erased_with_the_reason(world: World) -> None:
    """Whatever a family says may tell of illness (decision 29); how to get to the house stays."""
    asked = AskVisit(world.person, "Pak RT", "STROKE SEJAK LEBARAN", access_note="gang masjid")
    world.table.store.execute(ask_visit, asked)
    world.settle()
    world.visited(VisitOutcome.NOT_HOME, NextStep.COME_AGAIN)
    assert "STROKE" in str(world.pair.rows(VISIT_REQUEST))
    world.visited(VisitOutcome.MOVED, NextStep.OFFICE_DECIDES)
    for laptop in (world.pair, world.table):
        assert "STROKE" not in str(laptop.rows(VISIT_REQUEST))
        assert "gang masjid" in str(laptop.rows(VISIT_REQUEST))
    assert half_a_day_later(world.ground, world.pair) == ()


def test_a_request_that_was_withdrawn_needs_no_reason_any_more(world: World) -> None:
    request = world.asked()
    world.ground.clock.pass_by(minutes=1)
    world.table.store.execute(withdraw_visit, request)
    world.settle()
    assert (reasons(world.pair), at_centre(world.ground)) == ([""], [""])


def test_whoever_the_office_took_off_the_list_needs_no_reason_any_more(world: World) -> None:
    """Reported from the list, not at the door: nobody ever went there."""
    world.asked()
    world.ground.clock.pass_by(minutes=1)
    paper = (EvidenceKind.DEATH_CERTIFICATE, "3574-KM-1", DEATH)
    said = world.table.store.execute(propose, Propose(world.person, ProposalKind.DECEASED, *paper))
    world.settle()
    assert reasons(world.pair) == [MARK], "the office has not decided"
    world.ground.clock.pass_by(minutes=1)
    planner, _ = add_user(world.ground.centre, REGENCY, name="Wahyu", role="planner", now_ms=now_ms(world.ground.clock))
    world.settle()
    lead, world.table.store.user = world.table.store.user, planner
    world.table.store.execute(decide, Decide((said,), OfficeDecision.APPROVED))
    world.table.store.user = lead
    world.settle()
    assert (reasons(world.pair), at_centre(world.ground)) == ([""], [""])


def test_a_reason_that_arrives_after_its_visit_is_erased_as_it_comes(world: World) -> None:
    """The table was offline while the pair went there."""
    world.table.store.execute(ask_visit, AskVisit(world.person, "Pak RT", need=VisitNeed.GRAVELY_ILL))
    world.ground.clock.pass_by(minutes=1)
    world.pair.store.execute(log_visit, world.attempt(VisitOutcome.RECORDED, NextStep.NONE))
    world.pair.sync()
    world.settle()
    assert (reasons(world.pair), at_centre(world.ground)) == ([""], [""])


def test_a_new_visit_may_have_a_reason_again(world: World) -> None:
    world.asked()
    world.visited(VisitOutcome.NOT_HOME, NextStep.OFFICE_DECIDES)
    world.ground.clock.pass_by(minutes=1)
    world.asked()
    assert sorted(reasons(world.pair)) == ["", MARK]


def test_a_planner_on_a_laptop_without_the_grant_sees_nothing(world: World) -> None:
    clock = now_ms(world.ground.clock)
    planner, _ = add_user(world.ground.centre, REGENCY, name="Wahyu Nugroho", role="planner", now_ms=clock)
    request = world.asked()
    seen = [laptop.store.query(needs_seen_by, planner) for laptop in (world.pair, world.table)]
    assert seen == [{request: MARK}, {}]


def test_neither_the_stick_nor_a_closing_brings_a_reason_to_another_table(world: World) -> None:
    """The stick of a table is sealed to the centre; the neighbour that carries it reads the closing alone."""
    who, neighbour = signer(world.ground, world.table), world.ground.laptop("neighbour")
    world.settle()
    neighbour.sync()
    shift = opened(world.table.store)
    world.table.store.execute(ask_visit, AskVisit(world.person, "Pak RT", need=VisitNeed.GRAVELY_ILL))
    world.table.store.execute(close_shift, CloseShift(shift, 46), who)
    stick = make_bundle(world.table.store).content
    assert MARK.encode() not in stick
    assert take_from_table(neighbour.store, stick).closings == 1
    assert reasons(neighbour) == []
    assert neighbour.sync().cause is None
    assert (reasons(neighbour), at_centre(world.ground)) == ([], [MARK])


def test_a_stick_to_the_centre_brings_it_to_the_pair_alone(world: World) -> None:
    world.table.store.execute(ask_visit, AskVisit(world.person, "Pak RT", need=VisitNeed.GRAVELY_ILL))
    take_bundle(world.ground.centre, make_bundle(world.table.store).content, now_ms(world.ground.clock))
    other = world.ground.laptop("other")
    for laptop in (world.pair, other):
        laptop.sync()
    assert (reasons(world.pair), reasons(other)) == ([MARK], [])


def test_orders_tell_nobody_what_was_erased(world: World) -> None:
    world.asked()
    world.visited(VisitOutcome.RECORDED, NextStep.NONE)
    assert world.table.rows(ERASURE) != []
    assert MARK not in str(world.table.rows(ERASURE))
