"""A page from the centre: whole rows of its columns, in the search at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fieldkit.records.tables import RESIDENT
from fieldkit.records.wire import PullReply, TablePage
from fieldkit.store.search import search_residents
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange
from tests.laptops import JATI, REGENCY, add_people, add_user, laptop

COLUMNS = ["id", "regency", "area", "version", *RESIDENT.column_names]


def row(id_: str, version: int, **values: object) -> list[object]:
    said = {"id": id_, "regency": REGENCY, "area": JATI, "version": version, "village": JATI, **values}
    return [said.get(name) for name in COLUMNS]


def take(store: Store, rows: list[list[Any]], columns: list[str] | None = None) -> int:
    page = TablePage(table="resident", columns=columns or COLUMNS, rows=rows)
    reply = PullReply(epoch=0, heads={REGENCY: 9}, tables=[page], removals=[], cursors={REGENCY: 9}, done=True)
    return Exchange(store).apply_page(reply)


def found(store: Store, typed: str) -> list[str]:
    return [hit.id for hit in store.query(search_residents, typed, JATI)]


def test_each_new_row_is_found_by_its_own_name(tmp_path: Path) -> None:
    store = laptop(tmp_path)
    add_user(store)
    add_people(store, "DWI ASTUTIK")
    assert take(store, [row("a", 1, name="WAHYUDI"), row("b", 2, name="SUGENG"), row("c", 3, name="RATMI")]) == 3
    assert [found(store, name) for name in ("wahyudi", "sugeng", "ratmi")] == [["a"], ["b"], ["c"]]


def test_a_page_of_new_and_known_rows_is_found_as_it_is_now(tmp_path: Path) -> None:
    store = laptop(tmp_path)
    take(store, [row("a", 1, name="WAHYUDI")])
    take(store, [row("b", 2, name="SUGENG"), row("a", 3, name="RATMI")])
    assert [found(store, name) for name in ("wahyudi", "sugeng", "ratmi")] == [[], ["b"], ["a"]]


def test_a_row_told_twice_in_one_page_is_found_as_it_was_told_last(tmp_path: Path) -> None:
    store = laptop(tmp_path)
    take(store, [row("a", 1, name="WAHYUDI"), row("b", 2, name="SUGENG"), row("a", 3, name="RATMI")])
    assert [found(store, name) for name in ("wahyudi", "sugeng", "ratmi")] == [[], ["b"], ["a"]]


def test_columns_of_a_newer_centre_fall_away_and_those_that_an_older_one_lacks_stay_empty(tmp_path: Path) -> None:
    store = laptop(tmp_path)
    columns = ["id", "regency", "area", "version", "blood_type", "village", "name", "nik", "nik_tail", "kk"]
    take(store, [["a", REGENCY, JATI, 1, "O", JATI, "WAHYUDI", None, "9901", None]], columns)
    names = "id, area, version, name, nik_tail, phone"
    assert store.query(lambda database: database.row(f"SELECT {names} FROM resident")) == (
        *("a", JATI, 1, "WAHYUDI", "9901"),
        None,
    )
    assert found(store, "wahyudi") == ["a"]


def test_an_own_change_stays_on_top_of_a_row_that_comes_with_new_ones(tmp_path: Path) -> None:
    store = laptop(tmp_path)
    add_user(store)
    own = add_people(store, "DWI ASTUTIK")[0]
    take(store, [row("a", 1, name="WAHYUDI"), row(own, 2, name="DEWI")])
    assert store.query(lambda d: d.rows("SELECT id, name FROM resident ORDER BY name")) == [
        (own, "DWI ASTUTIK"),
        ("a", "WAHYUDI"),
    ]
    assert [found(store, name) for name in ("astutik", "wahyudi")] == [[own], ["a"]]
