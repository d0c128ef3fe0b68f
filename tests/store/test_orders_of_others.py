"""An order to erase is good for rows of its issuer's regency, and for no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldkit.records.erasure import Order
from fieldkit.records.tables import RESIDENT
from fieldkit.store.erasure import erase_here
from tests.laptops import REGENCY, add_people, laptop


@pytest.mark.parametrize(("issuer", "left"), [(REGENCY, ""), ("35.13", "SRI WAHYUNI")])
def test_an_order_erases_rows_of_its_issuer_only(tmp_path: Path, issuer: str, left: str) -> None:
    store = laptop(tmp_path)
    (person,) = add_people(store, "SRI WAHYUNI")
    order = Order("o1", issuer, RESIDENT.name, person, '["name"]', "UU 27/2022", "lead", "2019-02-23T02:05:00Z")
    store.execute(lambda unit: unit.query(erase_here, [order]))
    assert store.query(lambda database: database.value("SELECT name FROM resident WHERE id = ?", person)) == left
    told = store.query(lambda database: database.value("SELECT fields FROM journal WHERE row_id = ?", person))
    assert (b"SRI WAHYUNI" in told) == (left != "")
