"""Which village the list page opens on, as long as nobody chose one."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from laptops import JATI, SATURDAY, add_people, add_plan, add_user, laptop, opened

from fieldkit.store.database import Database
from fieldkit.store.meta import Meta
from fieldkit.store.queries.lists.listing import Sieve
from fieldkit.store.queries.lists.target_list_page import Asked, target_list_view
from fieldkit.store.queries.shifts import CURRENT_SHIFT
from fieldkit.store.store import Store

MANGUNHARJO = "35.74.03.1002"
WIROBORANG = "35.74.03.1003"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Lists of three villages; the largest is that of Mangunharjo."""
    made = laptop(tmp_path)
    add_user(made)
    for village, names in ((JATI, ("SUMIATI",)), (MANGUNHARJO, ("TINI", "TONO")), (WIROBORANG, ("WATI",))):
        add_people(made, *names, village=village)
    return made


def first_village(store: Store, asked: Asked | None = None) -> str:
    return store.query(target_list_view, asked or Asked(), SATURDAY.isoformat()).asked.sieve.village


def end_shift(database: Database) -> None:
    Meta(database).put(CURRENT_SHIFT, "")


def test_without_any_shift_it_is_the_largest_list(store: Store) -> None:
    assert first_village(store) == MANGUNHARJO


def test_a_shift_that_is_planned_today_comes_before_the_largest_list(store: Store) -> None:
    add_plan(store, village=JATI)
    assert first_village(store) == JATI


def test_a_plan_of_another_day_says_nothing(store: Store) -> None:
    add_plan(store, village=JATI, day=SATURDAY + timedelta(days=1))
    assert first_village(store) == MANGUNHARJO


def test_the_first_shift_of_the_day_that_is_still_to_be_opened_comes_first(store: Store) -> None:
    morning = add_plan(store, "Shift pagi", "09:00", "12:00", village=JATI)
    add_plan(store, "Shift malam", "19:30", "21:00", village=MANGUNHARJO)
    add_plan(store, "Shift sore", "16:00", "19:00", village=WIROBORANG)
    opened(store, plan_id=morning)
    store.write_local(end_shift)
    assert first_village(store) == WIROBORANG


def test_the_open_shift_comes_before_what_is_planned(store: Store) -> None:
    add_plan(store, village=WIROBORANG)
    opened(store)
    assert first_village(store) == JATI


def test_the_village_of_the_last_shift_comes_before_the_largest_list(store: Store) -> None:
    opened(store)
    store.write_local(end_shift)
    assert first_village(store) == JATI


def test_a_village_that_was_chosen_comes_before_all(store: Store) -> None:
    opened(store)
    assert first_village(store, Asked(Sieve(WIROBORANG))) == WIROBORANG
