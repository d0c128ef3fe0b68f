"""A list that is taken in: everybody once, nobody lost."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from fieldkit.store.queries.lists.imported import residents_in_full
from fieldkit.store.store import Store
from fieldkit.work.import_list import Imported, ImportList, import_list
from fieldkit.work.lists.rows import ListRow
from tests.laptops import JATI


def person(name: str, nik: str | None = None, tail: str | None = None, **more: str) -> ListRow:
    fields: dict[str, str | None] = dict.fromkeys(
        ("kk", "birth_place", "birth_date", "marital", "address", "rt", "rw", "phone")
    )
    return ListRow(line=2, nik=nik, nik_tail=tail, name=name, sex=None, village_code=JATI, **{**fields, **more})  # type: ignore[arg-type]


def taken(store: Store, *rows: ListRow, over: Iterable[str] = ()) -> Imported:
    return store.execute(import_list, ImportList("Daftar", date(2019, 2, 22), rows, False, frozenset(over)))


def people(store: Store) -> list[tuple[str, ...]]:
    return store.query(lambda d: d.rows("SELECT name, coalesce(phone, ''), list_id FROM resident ORDER BY name"))


def test_the_same_list_twice_doubles_nobody(store: Store) -> None:
    rows = (person("SITI NURAINI", "3574035211879901"), person("BUDI HARTONO", tail="9902", rt="03", rw="05"))
    assert taken(store, *rows).added == 2
    again = taken(store, *rows)
    assert (again.added, again.known) == (0, 2)
    assert {row[2] for row in people(store)} == {again.list_id}


def test_another_person_with_a_nik_that_is_here_is_not_lost(store: Store) -> None:
    taken(store, person("SITI NURAINI", "3574035211879901"))
    assert taken(store, person("BUDI HARTONO", "3574035211879901")).added == 1
    assert [row[0] for row in people(store)] == ["BUDI HARTONO", "SITI NURAINI"]


def test_what_the_list_knows_and_the_laptop_does_not_is_filled_in(store: Store) -> None:
    taken(store, person("SITI NURAINI", "3574035211879901"))
    taken(store, person("SITI NURAINI", "3574035211879901", phone="+6281200000001"))
    taken(store, person("SITI NURAINI", "3574035211879901", phone="+6281200000002"))
    assert [row[:2] for row in people(store)] == [("SITI NURAINI", "+6281200000001")]


def test_a_large_list_is_many_commands_in_one_transaction(store: Store) -> None:
    taken(store, *(person(f"WARGA {number}", f"35740352118{number:05}") for number in range(10_000, 11_200)))
    sizes = store.query(
        lambda d: d.rows("SELECT DISTINCT command, command_size FROM journal WHERE table_name = 'resident'")
    )
    assert [size for _, size in sizes] == [500, 500, 200]


HERE = {"kk": "3574031203189901", "phone": "+6281200000001", "address": "Jl. Anggrek 1", "rt": "003"}
TOLD = {"kk": "3574031203189902", "phone": "+6281200000002", "address": "JL.  ANGGREK 1", "rt": "3", "rw": "005"}


def resident(store: Store) -> dict[str, object]:
    (id_,) = [row[0] for row in store.query(lambda d: d.rows("SELECT id FROM resident"))]
    return store.query(residents_in_full, [id_])[id_]


def test_only_what_is_taken_over_replaces_what_is_known(store: Store) -> None:
    taken(store, person("SITI NURAINI", "3574035211879901", **HERE))
    taken(store, person("SITI NURAINI", "3574035211879901", **TOLD))
    assert resident(store) | HERE | {"rw": "005"} == resident(store)
    taken(store, person("SITI NURAENI", "3574035211879901", **TOLD), over={"phone", "address", "name"})
    assert resident(store) | HERE | {"phone": TOLD["phone"], "name": "SITI NURAENI"} == resident(store)


def test_a_weighty_field_that_is_taken_over_is_a_change_of_that_field_alone(store: Store) -> None:
    taken(store, person("SITI NURAINI", "3574035211879901", **HERE))
    taken(store, person("SITI NURAINI", "3574035211879901", **TOLD), over={"kk"})
    assert resident(store)["kk"] == TOLD["kk"]
    last = "SELECT fields FROM journal WHERE table_name = 'resident' ORDER BY number DESC LIMIT 1"
    fields = msgspec.json.decode(store.query(lambda d: d.value(last)))
    assert set(fields) == {"kk", "rw", "list_id"}


def test_somebody_of_a_reduced_list_gets_the_nik_of_the_next(store: Store) -> None:
    taken(store, person("BUDI HARTONO", tail="9901"))
    done = taken(store, person("BUDI HARTONO", "3574031211879901"))
    assert (done.added, done.known, resident(store)["nik"]) == (0, 1, "3574031211879901")
