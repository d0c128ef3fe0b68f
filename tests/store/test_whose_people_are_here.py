"""What a laptop says of the people of other regencies on it: given to it, here, or not let go of yet."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldkit.records.tables import RESIDENT
from fieldkit.store.store import Store
from fieldkit.store.syncing.leaving import visits
from tests.laptops import JATI, add_people, add_user, laptop

ELSEWHERE = "35.13.01.2001"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = laptop(tmp_path)
    add_user(made)
    add_people(made, "SITI NURAINI")
    return made


def test_the_own_people_are_no_visit(store: Store) -> None:
    assert store.query(visits) == ()


def test_an_area_that_was_given_is_told_before_and_while_anybody_of_it_is_here(store: Store) -> None:
    store.write_local(lambda database: database.run("INSERT INTO cursor (area, version) VALUES ('35.13.01', 0)"))
    assert store.query(visits) == ("35.13",)


def test_people_of_another_regency_are_told_until_the_last_has_gone(store: Store) -> None:
    add_people(store, "BUDI HARTONO", village=ELSEWHERE)
    assert store.query(visits) == ("35.13",)
    store.write_local(lambda database: database.run("DELETE FROM resident WHERE village = ?", ELSEWHERE))
    assert store.query(visits) == ()


def test_what_waits_to_be_let_go_is_told(store: Store) -> None:
    row = "INSERT INTO leaving (table_name, row_id, area) VALUES ('visit_request', 'r1', ?)"
    store.write_local(lambda database: database.run(row, ELSEWHERE))
    assert store.query(visits) == ("35.13",)


def test_a_guest_at_the_own_table_who_lives_elsewhere_is_of_the_own_list(store: Store) -> None:
    person = {"name": "DEWI SARTIKA", "village": ELSEWHERE}
    store.execute(lambda unit: unit.insert(RESIDENT, JATI, **person))
    assert store.query(visits) == ()
