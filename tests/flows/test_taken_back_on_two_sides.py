"""What one laptop takes back while another goes on with it: both keep what was written, and come to the same."""

from __future__ import annotations

import pytest

from fieldkit.domain.requests.service import Step
from fieldkit.records.tables import CARD_PLACE, INCIDENT, PRINT_APPROVAL, SHIFT_WITHDRAWAL
from fieldkit.store.queries.cards.queue import cards_of
from fieldkit.store.queries.shifts import shifts_of_day
from fieldkit.work.cards.orders import approve_print, withdraw_approval
from fieldkit.work.shifts.withdrawal import withdraw_opening
from fieldkit.work.table.outcomes import note_step
from tests.flows.enrolled import Ground, Laptop
from tests.laptops import JATI, SATURDAY, add_people, opened, registered


@pytest.fixture
def sides(ground: Ground) -> tuple[Laptop, Laptop]:
    """Two laptops of one lead."""
    return ground.laptop("here"), ground.laptop("there")


def quiesce(ground: Ground, *laptops: Laptop) -> None:
    for laptop in (*laptops, *laptops):
        ground.clock.pass_by(minutes=1)
        assert laptop.sync().cause is None


def recorded(laptop: Laptop, person: str) -> str:
    request = registered(laptop.store, person).request_id
    laptop.store.execute(note_step, request, Step.RECORDED)
    return request


def urgent(*laptops: Laptop, request: str) -> list[bool]:
    return [laptop.store.query(cards_of, [request])[0].is_urgent for laptop in laptops]


def test_a_card_that_another_lead_finds_urgent_as_well_stays_so(ground: Ground, sides: tuple[Laptop, Laptop]) -> None:
    here, there = sides
    opened(here.store)
    request = recorded(here, add_people(here.store, "SITI NURAINI")[0])
    quiesce(ground, here, there)
    here.store.execute(approve_print, request, "Berobat besok")
    there.store.execute(approve_print, request, "Menikah besok")
    here.store.execute(withdraw_approval, request)
    quiesce(ground, here, there)
    assert urgent(here, there, request=request) == [True, True]
    there.store.execute(withdraw_approval, request)
    quiesce(ground, there, here)
    assert urgent(here, there, request=request) == [False, False]
    for table in (PRINT_APPROVAL, CARD_PLACE):
        assert here.rows(table) == there.rows(table) == ground.rows(table) != []


def days_shifts(*laptops: Laptop) -> list[list[str]]:
    return [[one.id for one in laptop.store.query(shifts_of_day, SATURDAY.isoformat())] for laptop in laptops]


def test_a_shift_withdrawn_here_stands_everywhere_once_work_in_it_comes_from_there(
    ground: Ground, sides: tuple[Laptop, Laptop]
) -> None:
    """A copy of the laptop worked in it: nothing of that is lost, and the withdrawal loses."""
    here, there = sides
    shift = opened(here.store)
    quiesce(ground, here, there)
    assert days_shifts(here, there) == [[shift], [shift]]
    here.store.execute(withdraw_opening, shift)
    quiesce(ground, here, there)
    assert days_shifts(here, there) == [[], []]
    began = {"shift_id": shift, "kind": "power", "began_at": "2019-02-23T09:30:00.000Z"}
    there.store.execute(lambda unit: unit.insert(INCIDENT, JATI, **began, at="2019-02-23T09:30:00.000Z"))
    quiesce(ground, there, here)
    assert days_shifts(here, there) == [[shift], [shift]]
    for table in (SHIFT_WITHDRAWAL, INCIDENT):
        assert here.rows(table) == there.rows(table) == ground.rows(table) != []
