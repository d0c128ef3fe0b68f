"""Areas given for a time: re-assigned while a laptop is offline, handed in afterwards, and what it held let go.

Invariant 10: a device gets its areas and nothing else.
"""

from __future__ import annotations

from threading import Event

import httpx
import pytest

from fieldkit.domain.areas import AreaCode
from fieldkit.domain.requests.service import Step
from fieldkit.domain.visits.visit import NextStep, VisitOutcome
from fieldkit.host.clock import now_ms
from fieldkit.records.tables import CASE_FILE, RESIDENT, SERVICE_REQUEST, VISIT_ATTEMPT, VISIT_REQUEST
from fieldkit.server.cases import open_cases
from fieldkit.server.devices.grants import grant, ungrant
from fieldkit.server.scope import Grant
from fieldkit.store.queries.syncing import attention
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.sync.engine import connect
from fieldkit.work.closing.table import CloseShift, close_shift
from fieldkit.work.table.outcomes import note_step
from fieldkit.work.visits.attempts import LogVisit, log_visit
from fieldkit.work.visits.requests import AskVisit, ask_visit
from tests.flows.enrolled import (
    Ground,
    Laptop,
    device_of,
    edit,
    in_areas,
    kinds,
    people,
    signer,
    village_and_office,
)
from tests.laptops import JATI, REGENCY, add_people, opened, registered

NEIGHBOUR = "35.74.03.1002"


@pytest.fixture
def pair(ground: Ground) -> tuple[Laptop, Laptop, str]:
    """A laptop of Jati, one of the whole city, and somebody of Jati whom both hold."""
    return village_and_office(ground)


def give(ground: Ground, laptop: Laptop, area: str) -> None:
    given = Grant(AreaCode(area), now_ms(ground.clock), None)
    assert grant(ground.centre, REGENCY, device_of(laptop), given)


def take(ground: Ground, laptop: Laptop) -> None:
    assert ungrant(ground.centre, REGENCY, device_of(laptop), JATI, until_ms=now_ms(ground.clock))


def at_centre(ground: Ground, person: str) -> tuple[object, ...]:
    return next(row for row in ground.rows(RESIDENT) if row[0] == person)


def test_work_under_an_old_grant_is_taken_without_a_case(ground: Ground, pair: tuple[Laptop, Laptop, str]) -> None:
    here, _, person = pair
    edit(here, person, phone="+6281200009901")
    ground.clock.pass_by(minutes=1)
    take(ground, here)
    ground.clock.pass_by(minutes=24 * 60)
    outcome = here.sync()
    assert (outcome.cause, outcome.exceptions, outcome.waiting) == (None, (), 0)
    assert kinds(ground) == []
    assert "+6281200009901" in at_centre(ground, person)
    assert people(here) == []


def test_work_after_the_end_of_a_grant_is_a_case_and_kept(ground: Ground, pair: tuple[Laptop, Laptop, str]) -> None:
    here, _, person = pair
    take(ground, here)
    ground.clock.pass_by(minutes=1)
    edit(here, person, phone="+6281200009901")
    assert [each.reason for each in here.sync().exceptions] == ["scope"]
    assert kinds(ground) == ["scope"]
    assert "+6281200009901" not in at_centre(ground, person)


def test_re_assigned_while_offline_the_laptop_changes_its_villages_at_the_next_contact(
    ground: Ground, pair: tuple[Laptop, Laptop, str]
) -> None:
    here, office, person = pair
    add_people(office.store, "BUDI HARTONO")
    (other,) = set(people(office)) - {person}
    edit(office, other, village=NEIGHBOUR)
    office.sync()
    edit(here, person, phone="+6281200009901")
    ground.clock.pass_by(minutes=1)
    take(ground, here)
    give(ground, here, NEIGHBOUR)
    ground.clock.pass_by(minutes=1)
    assert here.sync().cause is None
    assert people(here) == [other]
    assert kinds(ground) == []
    office.sync()
    assert office.rows(RESIDENT) == ground.rows(RESIDENT)


def test_purge_waits_until_all_is_sent_and_spares_nothing_that_was_refused(
    ground: Ground, pair: tuple[Laptop, Laptop, str]
) -> None:
    """Purge with refused work: the row goes, the change that was not taken stays here and at the centre."""
    here, _, person = pair
    take(ground, here)
    ground.clock.pass_by(minutes=1)
    edit(here, person, phone="+6281200009901")
    assert people(here) == [person], "nothing was sent yet"
    here.sync()
    assert people(here) == []
    assert [(row.verdict, row.reason) for row in here.store.query(attention)] == [("case", "scope")]
    (case,) = open_cases(ground.centre, REGENCY)
    assert case.details["proposed"] == {"phone": "+6281200009901"}
    kept = "SELECT count(*) FROM journal WHERE row_id = ? AND fields IS NOT NULL"
    assert here.store.query(lambda database: database.value(kept, person)) == 1
    assert here.sync().cause is None


def test_nobody_of_a_village_that_was_taken_away_goes_while_anything_waits(
    ground: Ground, pair: tuple[Laptop, Laptop, str]
) -> None:
    """Purge after all is sent: what is saved between sending and fetching keeps also those whom it is not about."""
    here, office, person = pair
    (another,) = add_people(office.store, "BUDI HARTONO")
    office.sync()
    here.sync()
    ground.clock.pass_by(minutes=1)
    take(ground, here)
    give(ground, here, NEIGHBOUR)

    def save(request: httpx.Request) -> None:
        if request.url.path.endswith("/pull"):
            here.line.before = lambda _: None
            edit(here, person, phone="+6281200009901")

    here.line.before = save
    assert here.sync().cause is None
    assert people(here) == sorted([person, another])
    assert here.sync().cause is None
    assert people(here) == []


def test_what_tells_of_residents_goes_with_them(ground: Ground, pair: tuple[Laptop, Laptop, str]) -> None:
    """Invariant 10: visits, proposals and handovers name people and houses; an open shift keeps its own."""
    here, _, person = pair
    lead = signer(ground, here)
    here.store.execute(ask_visit, AskVisit(person, "Pak RT", "kursi roda"))
    here.store.execute(log_visit, LogVisit(person, VisitOutcome.NOT_HOME, NextStep.COME_AGAIN, "pagar biru"))
    shift = opened(here.store)
    here.store.execute(log_visit, LogVisit(person, VisitOutcome.NOT_HOME, NextStep.COME_AGAIN, "pagar hijau"))
    here.sync()
    ground.clock.pass_by(minutes=1)
    take(ground, here)
    here.sync()
    notes = "SELECT coalesce(group_concat(note), '') FROM visit_attempt"
    assert here.store.query(lambda database: database.value(notes)) == "pagar hijau"
    assert here.rows(VISIT_REQUEST) == []
    here.store.execute(close_shift, CloseShift(shift, 46), lead)
    here.sync()
    assert here.rows(VISIT_ATTEMPT) == []


def test_residents_of_an_unreported_shift_stay_until_it_is_reported(
    ground: Ground, pair: tuple[Laptop, Laptop, str]
) -> None:
    here, _, person = pair
    lead = signer(ground, here)
    stranger = add_people(here.store, "BUDI HARTONO")[0]
    shift = opened(here.store)
    request = registered(here.store, person)
    here.store.execute(note_step, request.request_id, Step.LEFT_QUEUE)
    here.sync()
    ground.clock.pass_by(minutes=1)
    take(ground, here)
    here.sync()
    assert stranger not in people(here)
    assert people(here) == [person], "the shift is not reported"
    here.store.execute(close_shift, CloseShift(shift, 46), lead)
    here.sync()
    assert people(here) == []
    assert [row[0] for row in here.rows(SERVICE_REQUEST)] == [request.request_id]


def words_in_the_file(laptop: Laptop) -> bytes:
    """What the search keeps of everybody whom the laptop ever held."""
    blocks = laptop.store.query(lambda database: database.rows("SELECT block FROM resident_search_data"))
    return b"".join(bytes(block) for (block,) in blocks)


def test_no_word_of_residents_who_were_let_go_stays_in_the_index(
    ground: Ground, pair: tuple[Laptop, Laptop, str]
) -> None:
    here, _, _ = pair
    assert b"nuraini" in words_in_the_file(here)
    take(ground, here)
    ground.clock.pass_by(minutes=1)
    here.sync()
    assert people(here) == []
    assert b"nuraini" not in words_in_the_file(here)


def test_no_word_of_a_resident_who_moved_away_stays_in_the_index(
    ground: Ground, pair: tuple[Laptop, Laptop, str]
) -> None:
    """Invariant 12, where one row leaves with a page and the area stays."""
    here, office, person = pair
    edit(office, person, village=NEIGHBOUR)
    office.sync()
    here.sync()
    assert people(here) == []
    assert b"nuraini" not in words_in_the_file(here)


def test_no_word_of_a_resident_of_a_reported_shift_stays_in_the_index(
    ground: Ground, pair: tuple[Laptop, Laptop, str]
) -> None:
    """Invariant 12, where an answer of the centre lets go."""
    here, _, person = pair
    lead = signer(ground, here)
    shift = opened(here.store)
    request = registered(here.store, person)
    here.store.execute(note_step, request.request_id, Step.LEFT_QUEUE)
    here.sync()
    ground.clock.pass_by(minutes=1)
    take(ground, here)
    here.sync()
    here.store.execute(close_shift, CloseShift(shift, 46), lead)
    here.sync()
    assert people(here) == []
    assert b"nuraini" not in words_in_the_file(here)


def test_no_word_of_a_resident_whom_the_centre_does_not_have_stays_in_the_index(
    ground: Ground, pair: tuple[Laptop, Laptop, str]
) -> None:
    """Invariant 12, where a comparison lets go."""
    here, _, _ = pair
    Exchange(here.store).comparing.drop_strangers(JATI, ())
    assert people(here) == []
    here.sync()
    assert b"nuraini" not in words_in_the_file(here)


def test_the_file_is_not_written_anew_while_somebody_is_at_work(
    ground: Ground, pair: tuple[Laptop, Laptop, str]
) -> None:
    """Invariant 11: every save would wait for it. A later round, in which nobody is, makes up for it."""
    here, office, person = pair
    at_rest = [False, True]
    engine = connect(Exchange(here.store), ground.clock, here.told.append, here.line, lambda: at_rest.pop(0))
    ground.open.callback(engine.close)
    edit(office, person, village=NEIGHBOUR)
    office.sync()
    kept = []
    for _ in range(2):
        assert engine.run(Event()).cause is None
        kept.append(b"nuraini" in words_in_the_file(here))
    assert kept == [True, False]


def contested(ground: Ground, pair: tuple[Laptop, Laptop, str]) -> None:
    """Both corrected the name differently; the case that quotes both values is on both laptops."""
    here, office, person = pair
    edit(office, person, name="SITI NURHAYATI")
    edit(here, person, name="SITI NURAINI B")
    office.sync()
    for _ in range(2):
        here.sync()
    assert [row[4] for row in here.rows(CASE_FILE)] == ["weighty"]
    ground.clock.pass_by(minutes=1)


def test_a_case_that_quotes_a_resident_goes_with_the_resident(ground: Ground, pair: tuple[Laptop, Laptop, str]) -> None:
    here, office, _ = pair
    contested(ground, pair)
    take(ground, here)
    here.sync()
    assert (people(here), here.rows(CASE_FILE)) == ([], [])
    office.sync()
    assert len(office.rows(CASE_FILE)) == 1
    ground.clock.pass_by(minutes=1)
    give(ground, here, JATI)
    here.sync()
    assert here.rows(CASE_FILE) == office.rows(CASE_FILE)


def test_a_case_stays_with_a_resident_of_an_unreported_shift(ground: Ground, pair: tuple[Laptop, Laptop, str]) -> None:
    """The card of the person waits for the decision, which is on the laptop only with the case."""
    here, _, person = pair
    lead = signer(ground, here)
    shift = opened(here.store)
    request = registered(here.store, person)
    here.store.execute(note_step, request.request_id, Step.LEFT_QUEUE)
    contested(ground, pair)
    take(ground, here)
    here.sync()
    assert (people(here), len(here.rows(CASE_FILE))) == ([person], 1)
    here.store.execute(close_shift, CloseShift(shift, 46), lead)
    here.sync()
    assert (people(here), here.rows(CASE_FILE)) == ([], [])


def test_an_area_given_again_is_loaded_from_its_beginning(ground: Ground, pair: tuple[Laptop, Laptop, str]) -> None:
    here, _, person = pair
    take(ground, here)
    ground.clock.pass_by(minutes=1)
    here.sync()
    assert people(here) == []
    give(ground, here, JATI)
    here.sync()
    assert people(here) == [person]
    assert here.rows(RESIDENT) == ground.rows(RESIDENT)


def test_a_grant_for_two_days_begins_and_ends_by_itself(ground: Ground, pair: tuple[Laptop, Laptop, str]) -> None:
    _, office, person = pair
    guest = in_areas(ground, "guest", NEIGHBOUR)
    begin, day_ms = now_ms(ground.clock) + 60_000, 24 * 60 * 60 * 1000
    assert grant(ground.centre, REGENCY, device_of(guest), Grant(AreaCode(JATI), begin, begin + 2 * day_ms))
    held = []
    for minutes in (0, 2, 24 * 60, 24 * 60):
        ground.clock.pass_by(minutes=minutes)
        guest.sync()
        held.append(people(guest))
    assert held == [[], [person], [person], []]
    assert people(office) == [person]


def test_a_village_moved_offline_is_a_remove_in_one_and_a_put_in_the_other(
    ground: Ground, pair: tuple[Laptop, Laptop, str]
) -> None:
    """Village moved offline, while the laptop of the old village edits the person offline, too."""
    here, office, person = pair
    there = in_areas(ground, "there", NEIGHBOUR)
    edit(office, person, village=NEIGHBOUR)
    edit(here, person, phone="+6281200009901")
    office.sync()
    assert here.sync().cause is None
    assert people(here) == []
    for laptop in (there, here, office):
        outcome = laptop.sync()
        assert (outcome.cause, outcome.reloaded) == (None, ()), "the remove told it, not the comparison of villages"
    assert (people(here), people(there), people(office)) == ([], [person], [person])
    assert there.rows(RESIDENT) == office.rows(RESIDENT) == ground.rows(RESIDENT)
    # The edit met a row that was elsewhere by then: not applied, and a case for those who have the person now.
    assert kinds(ground) == ["scope"]
    assert [row[4] for row in there.rows(CASE_FILE)] == ["scope"]
