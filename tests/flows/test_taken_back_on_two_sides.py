"""What one laptop takes back while another goes on with it: both keep what was written, and come to the same."""

from __future__ import annotations

import pytest

from fieldkit.domain.requests.service import Step
from fieldkit.records.tables import CARD_PLACE, PRINT_APPROVAL
from fieldkit.store.queries.cards.queue import cards_of
from fieldkit.work.cards.orders import approve_print, withdraw_approval
from fieldkit.work.table.outcomes import note_step
from tests.flows.enrolled import Ground, Laptop
from tests.laptops import add_people, opened, registered


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
