"""Who has no part in a work writes nothing of it, whatever the window offers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from fieldkit.domain.errors import RuleError
from fieldkit.domain.requests.receipt import ReceiptOutcome, ReceiptWay
from fieldkit.store.departure import Departure, departure
from fieldkit.store.store import Store
from fieldkit.work.shifts.departure import LookedAt, note_departure
from fieldkit.work.table.receipts import ask_receipt, note_receipt
from fieldkit.work.table.same_person import link_same_person, undo_link, undo_links_between
from tests.laptops import SATURDAY, add_people, add_user, laptop, opened, registered


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = laptop(tmp_path)
    add_user(store)
    add_people(store, "SITI NURAINI", "SUMIATI")
    opened(store)
    return store


def refused(store: Store, role: str, act: Callable[[], object]) -> str:
    add_user(store, "Budi Santoso", role)
    with pytest.raises(RuleError) as told:
        act()
    return told.value.problems[0].code


@pytest.mark.parametrize("role", ["viewer", "keeper", "clerk"])
def test_two_rows_are_said_to_be_one_person_by_who_works_at_the_list(store: Store, role: str) -> None:
    one, other = store.query(lambda d: [row[0] for row in d.rows("SELECT id FROM resident ORDER BY name")])
    link = store.execute(link_same_person, one, other)
    for act in (
        lambda: store.execute(link_same_person, one, other),
        lambda: store.execute(undo_link, link),
        lambda: store.execute(undo_links_between, one, other),
    ):
        assert refused(store, role, act) == "not_list_worker"


@pytest.mark.parametrize("role", ["viewer", "keeper"])
def test_a_receipt_is_printed_by_who_takes_people_in(store: Store, role: str) -> None:
    request = registered(store).request_id
    asked = store.execute(ask_receipt, request, ReceiptWay.A6)
    for act in (
        lambda: store.execute(ask_receipt, request, ReceiptWay.A6),
        lambda: store.execute(note_receipt, asked, ReceiptOutcome.PRINTED),
    ):
        assert refused(store, role, act) == "not_desk_worker"


@pytest.mark.parametrize("role", ["viewer", "keeper", "clerk"])
def test_what_was_looked_at_before_leaving_is_noted_by_who_goes_along(store: Store, role: str) -> None:
    day = SATURDAY.isoformat()
    looked = LookedAt(day, Departure(letter_no="094/12/2019"))
    assert refused(store, role, lambda: store.execute(note_departure, looked)) == "not_field_worker"
    assert store.query(departure, day) == Departure()
    add_user(store, "Agus Prasetyo", "operator")
    store.execute(note_departure, looked)
    assert store.query(departure, day) == looked.found
