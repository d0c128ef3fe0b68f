"""Somebody who moves to another regency goes on there as a new row, and leaves the laptops of the place before.

Keys begin with the regency, so that a move never changes one; the two rows are linked, and nothing is rewritten.
"""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from fieldkit.domain.areas import AreaCode
from fieldkit.host.clock import now_ms
from fieldkit.records.declaration import Table
from fieldkit.records.tables import CASE_FILE, LOOK, RESIDENT, SAME_PERSON_LINK
from fieldkit.server.cases import open_cases
from fieldkit.server.devices.enrolment import issue_code
from fieldkit.server.devices.grants import grant, ungrant
from fieldkit.server.office.moves import are_villages_here, move_village
from fieldkit.server.office.successors import successor_id
from fieldkit.server.office.watch import Watch
from fieldkit.server.office.writing import add_user
from fieldkit.server.regencies import add_regency
from fieldkit.server.scope import Grant
from fieldkit.store.integrity.journal import chain_is_whole
from fieldkit.store.queries.syncing import attention
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.work.table.looks import Look, Seen, note_look
from tests.flows.enrolled import Ground, Laptop, device_of, edit, in_areas, kinds, people, village_and_office
from tests.laptops import JATI, REGENCY, add_people

OTHER = "35.13"
BANJARSARI = "35.13.01.2001"
"""A village of the other regency."""
RESIDENT_PHONE = 4 + RESIDENT.column_names.index("phone")


@pytest.fixture
def pair(ground: Ground) -> tuple[Laptop, Laptop, str]:
    """A laptop of Jati, one of the whole city, and somebody of Jati whom both hold; the other regency is hosted."""
    add_regency(ground.centre, OTHER, "Kab. Probolinggo")
    return village_and_office(ground)


@pytest.fixture
def there(ground: Ground, pair: tuple[Laptop, Laptop, str]) -> Laptop:
    """A laptop of the other regency, and its lead."""
    code = issue_code(ground.centre, OTHER, areas=[OTHER], now_ms=now_ms(ground.clock))
    lead, _ = add_user(ground.centre, OTHER, name="Sri Rahayu", role="lead", now_ms=now_ms(ground.clock))
    laptop = ground.laptop("there", code)
    laptop.store.user = lead  # type: ignore[assignment]
    return laptop


def quiesce(*laptops: Laptop) -> None:
    for laptop in (*laptops, *laptops):
        outcome = laptop.sync()
        assert (outcome.cause, outcome.waiting) == (None, 0)
        assert laptop.store.query(chain_is_whole)


def at_centre(ground: Ground, table: Table, regency: str) -> list[tuple[object, ...]]:
    names = ", ".join(("id", "regency", "area", "version", *table.column_names))
    with ground.centre.engine.connect() as connection:
        found = connection.execute(sa.text(f"SELECT {names} FROM {table.name} WHERE regency = :r"), {"r": regency})
        return sorted((tuple(row) for row in found), key=lambda row: str(row[0]))


def give(ground: Ground, laptop: Laptop, area: str, *, days: int = 2) -> None:
    at_ms = now_ms(ground.clock)
    given = Grant(AreaCode(area), at_ms, at_ms + days * 24 * 60 * 60 * 1000)
    assert grant(ground.centre, REGENCY, device_of(laptop), given)


def test_somebody_who_moves_to_another_regency_goes_on_there_as_a_new_row(
    ground: Ground, pair: tuple[Laptop, Laptop, str], there: Laptop
) -> None:
    """Invariants 5 and 10: each side holds its own row and the link, and the village of before nobody any more."""
    here, office, person = pair
    edit(office, person, village=BANJARSARI)
    quiesce(office, here, there)

    assert people(here) == []
    new = successor_id(person, OTHER)
    assert (people(office), people(there)) == ([person], [new])
    (old_row,), (new_row,) = at_centre(ground, RESIDENT, REGENCY), at_centre(ground, RESIDENT, OTHER)
    assert old_row[:3] == (person, REGENCY, BANJARSARI)
    assert new_row[:3] == (new, OTHER, BANJARSARI)
    assert old_row[4:] == new_row[4:], "the same person"
    assert office.rows(RESIDENT) == [old_row]
    assert there.rows(RESIDENT) == [new_row]
    for laptop, regency in ((office, REGENCY), (there, OTHER)):
        ((_, _, _, _, resident, other, rule, *_),) = laptop.rows(SAME_PERSON_LINK)
        assert (resident, other, rule) == (person, new, "moved")
        assert laptop.rows(SAME_PERSON_LINK) == at_centre(ground, SAME_PERSON_LINK, regency)
    assert kinds(ground) == []


def test_an_offline_edit_of_somebody_who_left_the_regency_is_a_case_and_kept(
    ground: Ground, pair: tuple[Laptop, Laptop, str], there: Laptop
) -> None:
    """Invariant 6: neither the laptop of the village nor that of the city knew, and what they wrote is not lost."""
    here, office, person = pair
    city = ground.laptop("city")
    edit(here, person, phone="+6281200009901")
    edit(city, person, phone="+6281200009902")
    ground.clock.pass_by(minutes=1)
    edit(office, person, village=BANJARSARI)
    quiesce(office, here, city, there)

    assert [row[RESIDENT_PHONE] for row in at_centre(ground, RESIDENT, REGENCY)] == [None]
    assert sorted(case.details["proposed"]["phone"] for case in open_cases(ground.centre, REGENCY)) == [
        "+6281200009901",
        "+6281200009902",
    ]
    assert [each.reason for each in here.store.query(attention) if each.number] == ["scope"]
    quiesce(office, here)
    # Who has left is in no village, so that all of the regency sees the case.
    assert {row[2] for row in office.rows(CASE_FILE)} == {REGENCY}
    assert len(here.rows(CASE_FILE)) == 2
    assert people(here) == []


def test_who_has_all_of_the_regency_edits_a_row_that_left_and_brings_it_back(
    ground: Ground, pair: tuple[Laptop, Laptop, str], there: Laptop
) -> None:
    here, office, person = pair
    edit(office, person, village=BANJARSARI)
    quiesce(office, here)
    edit(office, person, remarks="pindah")
    assert office.sync().exceptions == ()
    office.store.execute(note_look, Look(person, Seen.NIK))
    assert office.sync().exceptions == ()
    assert [row[2] for row in office.rows(LOOK)] == [REGENCY]
    ground.clock.pass_by(minutes=1)
    edit(office, person, village=JATI)
    assert office.sync().exceptions == ()
    quiesce(office, here, there)
    assert people(here) == [person]
    assert here.rows(RESIDENT) == at_centre(ground, RESIDENT, REGENCY)
    assert kinds(ground) == []
    # Again the same way: the row over there is the one that was made before.
    edit(office, person, village=BANJARSARI)
    quiesce(office, here, there)
    assert people(there) == [successor_id(person, OTHER)]


def test_a_guest_team_with_areas_of_both_regencies_holds_both_rows_for_its_time(
    ground: Ground, pair: tuple[Laptop, Laptop, str]
) -> None:
    """Grants across regencies: the guest moves somebody to its hosts, and afterwards lets go of what is theirs."""
    here, office, person = pair
    guest = in_areas(ground, "guest", JATI)
    give(ground, guest, BANJARSARI)
    quiesce(guest)
    edit(guest, person, village=BANJARSARI)
    assert guest.sync().exceptions == ()
    quiesce(guest, here, office)
    new = successor_id(person, OTHER)
    assert (people(guest), people(here), people(office)) == ([new], [], [person])
    edit(guest, new, phone="+6281200009901")
    assert guest.sync().exceptions == ()
    assert [row[RESIDENT_PHONE] for row in at_centre(ground, RESIDENT, OTHER)] == ["+6281200009901"]

    ground.clock.pass_by(hours=49)
    quiesce(guest)
    assert people(guest) == []


def test_a_laptop_of_one_village_may_let_somebody_leave_and_lets_go_of_them(
    ground: Ground, pair: tuple[Laptop, Laptop, str], there: Laptop
) -> None:
    here, office, person = pair
    edit(here, person, village=BANJARSARI)
    assert here.sync().exceptions == ()
    quiesce(here, there, office)
    assert (people(here), people(there), people(office)) == ([], [successor_id(person, OTHER)], [person])


def test_a_village_moved_to_another_regency_while_a_laptop_is_offline(
    ground: Ground, pair: tuple[Laptop, Laptop, str], there: Laptop
) -> None:
    here, office, person = pair
    other = add_people(here.store, "BUDI HARTONO", on_list=False)[0]
    here.sync()
    ground.clock.pass_by(minutes=1)
    edit(here, person, phone="+6281200009901")
    late = add_people(here.store, "DEWI LESTARI", on_list=False)[0]

    assert are_villages_here(ground.centre, JATI, BANJARSARI)
    assert move_village(ground.centre, JATI, BANJARSARI, now_ms=now_ms(ground.clock)) == 2
    quiesce(there)
    assert set(people(there)) == {successor_id(each, OTHER) for each in (person, other)}

    outcome = here.sync()
    assert [each.reason for each in outcome.exceptions] == ["scope"]
    assert people(here) == [late], "written down here, and nobody moved it yet"
    assert [case.details["proposed"] for case in open_cases(ground.centre, REGENCY)] == [{"phone": "+6281200009901"}]
    # Repeated for who came meanwhile, and for nobody twice.
    assert move_village(ground.centre, JATI, BANJARSARI, now_ms=now_ms(ground.clock)) == 1
    assert move_village(ground.centre, JATI, BANJARSARI, now_ms=now_ms(ground.clock)) == 0
    assert ungrant(ground.centre, REGENCY, device_of(here), JATI, until_ms=now_ms(ground.clock))
    give(ground, here, BANJARSARI)
    quiesce(here, there, office)
    assert people(here) == people(there)
    assert len(people(there)) == 3
    assert sorted(people(office)) == sorted([person, other, late])


def test_a_regency_that_is_not_hosted_gets_nobody_and_nothing_is_lost(
    ground: Ground, pair: tuple[Laptop, Laptop, str]
) -> None:
    here, office, person = pair
    edit(office, person, village="33.74.01.1001")
    quiesce(office, here)
    assert (people(here), people(office)) == ([], [person])
    assert at_centre(ground, SAME_PERSON_LINK, REGENCY) == []
    assert not are_villages_here(ground.centre, JATI, "33.74.01.1001")
    assert not are_villages_here(ground.centre, JATI, OTHER)


def test_the_proof_by_village_passes_over_who_has_left(
    ground: Ground, pair: tuple[Laptop, Laptop, str], there: Laptop
) -> None:
    """Invariant 5: two rows stand in one village, of which one is not of that regency."""
    _, office, person = pair
    for area in (OTHER,):
        give(ground, office, area, days=30)
    edit(office, person, village=BANJARSARI)
    quiesce(office, there)
    assert len(people(office)) == 2
    for laptop in (office, there):
        ground.clock.pass_by(hours=13)
        laptop.sync()
        laptop.line.calls.clear()
        outcome = laptop.sync()
        assert "sums" in laptop.line.calls or outcome.cause is None
        assert outcome.reloaded == ()
    assert len(people(office)) == 2


def test_looking_again_makes_no_second_row(ground: Ground, pair: tuple[Laptop, Laptop, str], there: Laptop) -> None:
    _, office, person = pair
    edit(office, person, village=BANJARSARI)
    quiesce(office)
    before = at_centre(ground, RESIDENT, OTHER)
    with ground.centre.engine.begin() as connection:
        connection.execute(sa.text("UPDATE regency SET watched_version = 0"))
    Watch(ground.centre).look(now_ms(ground.clock))
    assert at_centre(ground, RESIDENT, OTHER) == before
    assert Exchange(office.store).waiting() == 0
