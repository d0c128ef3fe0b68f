"""What left an area is forgotten after a time; a laptop that was away for longer loads its areas afresh, and tells."""

from __future__ import annotations

from datetime import timedelta

import httpx
import pytest
import sqlalchemy as sa

from fieldkit.domain.errors import CentreTroubleError
from fieldkit.host.clock import now_ms
from fieldkit.records.tables import RESIDENT
from fieldkit.server.feed.removals import KEPT_MS, forget_removals
from fieldkit.server.regencies import floors
from fieldkit.server.schema import REMOVAL
from fieldkit.store.syncing.loads import DOUBTED, caught_up, loads
from fieldkit.sync.progress import Step
from tests.flows.enrolled import Ground, Laptop, edit, in_areas, people, village_and_office
from tests.laptops import JATI, REGENCY, add_people

NEIGHBOUR = "35.74.03.1002"
KEPT = timedelta(milliseconds=KEPT_MS)


@pytest.fixture
def pair(ground: Ground) -> tuple[Laptop, Laptop, str]:
    """A laptop of Jati, one of the whole city, and somebody of Jati whom both hold."""
    return village_and_office(ground)


def floor_of(ground: Ground) -> int:
    with ground.centre.engine.connect() as connection:
        return floors(connection, [REGENCY]).get(REGENCY, 0)


def moved_and_forgotten(ground: Ground, office: Laptop, person: str) -> None:
    """The person moves to the neighbour, and so long ago that nobody remembers."""
    edit(office, person, village=NEIGHBOUR)
    assert office.sync().cause is None
    ground.clock.now += KEPT + timedelta(days=1)
    assert forget_removals(ground.centre, now_ms(ground.clock)) == 1
    assert floor_of(ground) > 0


def doubted(laptop: Laptop) -> int:
    sql = (
        "SELECT (SELECT count(*) FROM resident WHERE version = ?1) + (SELECT count(*) FROM app_user WHERE version = ?1)"
    )
    return int(laptop.store.query(lambda database: database.value(sql, DOUBTED)))


def test_a_laptop_400_days_away_is_below_the_floor_and_loads_its_village_afresh(
    ground: Ground, pair: tuple[Laptop, Laptop, str]
) -> None:
    """Invariants 5 and 10: whoever moved away while it was not there does not stay on it, and its own work does."""
    here, office, person = pair
    stays = add_people(here.store, "BUDI HARTONO")[0]
    assert here.sync().all_sent
    edit(here, stays, phone="+6281200009901")
    waiting = add_people(here.store, "DEWI LESTARI", on_list=False)[0]
    edit(office, person, village=NEIGHBOUR)
    assert office.sync().cause is None
    ground.clock.now += timedelta(days=400)
    add_people(office.store, "SUMIATI", village=NEIGHBOUR, on_list=False)
    # The first push of a day lets the centre forget.
    assert office.sync().cause is None
    cursors = here.store.query(lambda database: dict(database.rows("SELECT area, version FROM cursor")))
    assert cursors[JATI] < floor_of(ground)

    outcome = here.sync()

    assert (outcome.cause, outcome.waiting, outcome.reloaded) == (None, 0, (JATI,))
    assert sorted(people(here)) == sorted([stays, waiting])
    assert here.store.query(caught_up).areas == (JATI,)
    office.sync()
    there = [row for row in ground.rows(RESIDENT) if row[2] == JATI]
    assert here.rows(RESIDENT) == there
    assert here.sync().reloaded == ()


def test_a_laptop_above_the_floor_hears_of_removes_as_ever(ground: Ground, pair: tuple[Laptop, Laptop, str]) -> None:
    here, office, person = pair
    other = add_people(office.store, "BUDI HARTONO")[0]
    moved_and_forgotten(ground, office, person)
    assert here.sync().reloaded == (JATI,)
    edit(office, other, village=NEIGHBOUR)
    office.sync()
    assert here.sync().reloaded == ()
    assert people(here) == []
    assert people(in_areas(ground, "new", JATI)) == []


def test_removes_are_remembered_for_their_time(ground: Ground, pair: tuple[Laptop, Laptop, str]) -> None:
    here, office, person = pair
    edit(office, person, village=NEIGHBOUR)
    office.sync()
    ground.clock.now += KEPT - timedelta(minutes=1)
    assert forget_removals(ground.centre, now_ms(ground.clock)) == 0
    assert floor_of(ground) == 0
    assert here.sync().reloaded == ()
    assert people(here) == []


def test_a_fresh_load_that_is_cut_goes_on_where_it_stood_and_drops_at_the_end_what_left(
    ground: Ground, pair: tuple[Laptop, Laptop, str]
) -> None:
    here, office, person = pair
    others = add_people(office.store, *(f"WARGA {number}" for number in range(60)))
    office.sync()
    here.sync()
    moved_and_forgotten(ground, office, person)
    pulls = 0

    def cut_later(request: httpx.Request) -> None:
        nonlocal pulls
        pulls += request.url.path == "/v1/pull"
        if pulls == 2:
            raise httpx.ReadError("cut")

    here.line.before = cut_later
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("fieldkit.sync.fetching._MOST_LOAD_BYTES", 4_000)
        assert here.sync().failed_step is Step.FETCH
        assert person in people(here), "nothing is dropped before all has come"
        assert loads_of(here) == [True]
        before = doubted(here)
        assert 0 < before < 62
        here.line.before = lambda _: None
        outcome = here.sync()
    assert (outcome.cause, outcome.reloaded) == (None, (JATI,))
    assert sorted(people(here)) == sorted(others)
    assert (doubted(here), loads_of(here)) == (0, [])
    assert here.rows(RESIDENT) == [row for row in ground.rows(RESIDENT) if row[2] == JATI]


def loads_of(laptop: Laptop) -> list[bool]:
    return [each.is_afresh for each in laptop.store.query(loads).values()]


def test_a_first_load_that_is_cut_below_the_floor_does_not_begin_again(
    ground: Ground, pair: tuple[Laptop, Laptop, str]
) -> None:
    _, office, person = pair
    add_people(office.store, *(f"WARGA {number}" for number in range(60)))
    office.sync()
    moved_and_forgotten(ground, office, person)
    new = in_areas(ground, "new", JATI, NEIGHBOUR)
    new.store.write_local(lambda database: database.run("DELETE FROM cursor"))
    asked: list[str] = []

    def cut_later(request: httpx.Request) -> None:
        if request.url.path == "/v1/pull":
            asked.append(request.url.path)
            if len(asked) == 2:
                raise httpx.ReadError("cut")

    new.line.before = cut_later
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("fieldkit.sync.fetching._MOST_LOAD_BYTES", 4_000)
        assert new.sync().failed_step is Step.FETCH
        reached = new.store.query(lambda database: database.value("SELECT min(version) FROM cursor"))
        assert 0 < reached < floor_of(ground)
        outcome = new.sync()
    assert (outcome.cause, outcome.reloaded) == (None, ())
    assert outcome.fetched <= 62 - reached // 2
    assert len(people(new)) == 61


def test_what_is_forgotten_between_contact_and_fetch_is_noticed(
    ground: Ground, pair: tuple[Laptop, Laptop, str]
) -> None:
    """Invariant 7: a pull never skips a remove, also where it is forgotten at that very moment."""
    here, office, person = pair
    edit(office, person, village=NEIGHBOUR)
    office.sync()
    ground.clock.now += KEPT + timedelta(days=1)

    def forget(request: httpx.Request) -> None:
        if request.url.path == "/v1/pull":
            forget_removals(ground.centre, now_ms(ground.clock))

    here.line.before = forget
    outcome = here.sync()
    assert isinstance(outcome.cause, CentreTroubleError)
    here.line.before = lambda _: None
    assert here.sync().reloaded == (JATI,)
    assert people(here) == []


def test_a_stranger_with_an_own_change_goes_once_that_was_answered(
    ground: Ground, pair: tuple[Laptop, Laptop, str]
) -> None:
    here, office, person = pair
    moved_and_forgotten(ground, office, person)

    def meanwhile(request: httpx.Request) -> None:
        if request.url.path == "/v1/pull":
            here.line.before = lambda _: None
            edit(here, person, phone="+6281200009901")

    here.line.before = meanwhile
    assert here.sync().reloaded == (JATI,)
    assert people(here) == [person], "the change was not sent yet"
    assert [each.reason for each in here.sync().exceptions] == ["scope"]
    assert people(here) == []


def test_the_proof_by_village_knows_what_was_forgotten(ground: Ground, pair: tuple[Laptop, Laptop, str]) -> None:
    """Invariant 5: sums that were counted before are counted anew; nothing differs that does not."""
    here, office, person = pair
    office.sync()
    ground.clock.pass_by(hours=13)
    assert office.sync().reloaded == ()
    moved_and_forgotten(ground, office, person)
    for laptop in (office, here):
        laptop.sync()
        laptop.sync()
        ground.clock.pass_by(hours=13)
        assert laptop.sync().reloaded == ()


def test_what_left_is_not_kept_for_ever(ground: Ground, pair: tuple[Laptop, Laptop, str]) -> None:
    _, office, person = pair
    moved_and_forgotten(ground, office, person)
    with ground.centre.engine.connect() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(REMOVAL)) == 0
