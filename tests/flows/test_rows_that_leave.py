"""A row that leaves the areas of a laptop goes as soon as nothing here needs it any more, and is never forgotten."""

from __future__ import annotations

import httpx
import pytest

from fieldkit.domain.requests.service import Step
from fieldkit.records.tables import RESIDENT, SERVICE_REQUEST
from fieldkit.sync.progress import SyncOutcome
from fieldkit.work.closing.table import CloseShift, close_shift
from fieldkit.work.table.outcomes import note_step
from tests.flows.enrolled import Ground, Laptop, edit, people, signer, village_and_office
from tests.laptops import JATI, opened, registered

NEIGHBOUR = "35.74.03.1002"


@pytest.fixture
def pair(ground: Ground) -> tuple[Laptop, Laptop, str]:
    """A laptop of Jati, one of the whole city, and somebody of Jati whom both hold."""
    return village_and_office(ground)


def found(laptop: Laptop) -> int:
    """How many people the search knows."""
    return int(laptop.store.query(lambda database: database.value("SELECT count(*) FROM resident_search")))


def sync_while(laptop: Laptop, happens: str, **values: str) -> SyncOutcome:
    """A round during which, between sending and fetching, somebody edits a person."""

    def meanwhile(request: httpx.Request) -> None:
        if request.url.path == "/v1/pull":
            laptop.line.before = lambda _: None
            edit(laptop, happens, **values)

    laptop.line.before = meanwhile
    return laptop.sync()


def leave(ground: Ground, pair: tuple[Laptop, Laptop, str]) -> None:
    """The office moves the person to the neighbour, which the laptop of Jati was not given."""
    _, office, person = pair
    edit(office, person, village=NEIGHBOUR)
    assert office.sync().cause is None
    ground.clock.pass_by(minutes=1)


def test_a_row_that_nothing_holds_goes_at_once(ground: Ground, pair: tuple[Laptop, Laptop, str]) -> None:
    here, _, _ = pair
    leave(ground, pair)
    here.sync()
    assert (people(here), found(here)) == ([], 0)


def test_a_row_with_an_own_change_that_waits_goes_once_the_change_was_answered(
    ground: Ground, pair: tuple[Laptop, Laptop, str]
) -> None:
    here, office, person = pair
    leave(ground, pair)
    assert sync_while(here, person, phone="+6281234901117").cause is None
    assert people(here) == [person], "the change was not sent yet"

    assert here.sync().cause is None

    assert (people(here), found(here)) == ([], 0)
    office.sync()
    assert office.rows(RESIDENT) == ground.rows(RESIDENT)


def test_an_own_move_to_another_area_does_not_keep_a_row_that_the_centre_put_elsewhere(
    ground: Ground, pair: tuple[Laptop, Laptop, str]
) -> None:
    here, _, person = pair
    leave(ground, pair)
    sync_while(here, person, village="35.74.03.1003")
    here.sync()
    assert people(here) == []


def test_a_row_of_an_open_shift_goes_once_the_closing_was_sent(
    ground: Ground, pair: tuple[Laptop, Laptop, str]
) -> None:
    here, _, person = pair
    lead = signer(ground, here)
    shift = opened(here.store)
    request = registered(here.store, person)
    here.sync()
    leave(ground, pair)
    here.sync()
    here.store.execute(note_step, request.request_id, Step.LEFT_QUEUE)
    here.sync()
    assert people(here) == [person], "the shift is open"

    here.store.execute(close_shift, CloseShift(shift, 46), lead)
    assert people(here) == [person], "the shift is not reported"
    assert here.sync().cause is None

    assert (people(here), found(here)) == ([], 0)
    assert [row[0] for row in here.rows(SERVICE_REQUEST)] == [request.request_id]


def test_a_row_that_came_back_meanwhile_stays(ground: Ground, pair: tuple[Laptop, Laptop, str]) -> None:
    here, office, person = pair
    leave(ground, pair)
    sync_while(here, person, phone="+6281234901117")
    office.sync()
    edit(office, person, village=JATI)
    office.sync()

    here.sync()

    assert people(here) == [person]
    ground.clock.pass_by(minutes=1)
    edit(office, person, remarks="pindah kembali")
    office.sync()
    here.sync()
    assert here.rows(RESIDENT) == ground.rows(RESIDENT)
