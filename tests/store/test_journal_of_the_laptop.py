"""Invariants 1 to 3: saved is durable, no row changes without its change, numbers and chain are whole."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.errors import StoreError
from fieldkit.domain.identifiers import RowId
from fieldkit.records.journal import Header, digest, read_fields, read_header
from fieldkit.records.tables import RESIDENT, TABLES
from fieldkit.store.database import Database
from fieldkit.store.integrity.journal import chain_is_whole
from fieldkit.store.store import Store
from fieldkit.store.unit import Unit
from tests.laptops import JATI, KEY, StillClock, add_people, add_user, laptop, opened, registered


def worked(folder: Path) -> Store:
    store = laptop(folder)
    add_user(store)
    opened(store)
    registered(store, add_people(store, "SITI NURAINI")[0])
    registered(store)
    return store


def journal_rows(database: Database) -> set[tuple[str, str]]:
    return {(row[0], row[1]) for row in database.rows("SELECT table_name, row_id FROM journal")}


def headers_of(store: Store) -> list[Header]:
    return [read_header(row[0]) for row in store.query(lambda d: d.rows("SELECT header FROM journal ORDER BY number"))]


def test_invariant_1_what_was_saved_is_there_after_reopening(tmp_path: Path) -> None:
    before = worked(tmp_path).query(lambda database: database.rows("SELECT queue_no FROM service_request ORDER BY 1"))
    again = laptop(tmp_path).query(lambda database: database.rows("SELECT queue_no FROM service_request ORDER BY 1"))
    assert again == before == [("P2-001",), ("P2-002",)]


def test_invariant_2_every_row_has_its_change(tmp_path: Path) -> None:
    store = worked(tmp_path)

    def rows(database: Database) -> set[tuple[str, str]]:
        return {(table.name, row[0]) for table in TABLES for row in database.rows(f"SELECT id FROM {table.name}")}

    assert store.query(rows) == store.query(journal_rows)


def test_invariant_2_a_verb_that_fails_leaves_neither_row_nor_change(tmp_path: Path) -> None:
    store = worked(tmp_path)
    before = store.query(journal_rows)

    def verb(unit: Unit) -> None:
        unit.insert(RESIDENT, "35.74.03.1004", name="BUDI", village="35.74.03.1004")
        raise ValueError("power cut")

    with pytest.raises(ValueError, match="power cut"):
        store.execute(verb)
    assert store.query(journal_rows) == before
    assert store.query(lambda database: database.value("SELECT count(*) FROM resident WHERE name = 'BUDI'")) == 0


def test_invariant_2_a_row_that_is_there_already_leaves_nothing_of_its_command(tmp_path: Path) -> None:
    store = worked(tmp_path)
    (there,) = add_people(store, "DWI ASTUTIK")
    before = store.query(journal_rows)

    def verb(unit: Unit) -> None:
        unit.insert_many(RESIDENT, [(JATI, {"name": "BUDI", "village": JATI})] * 3)
        unit.insert_as(RowId(there), RESIDENT, JATI, name="BUDI", village=JATI)

    with pytest.raises(StoreError):
        store.execute(verb)
    assert store.query(journal_rows) == before
    assert store.query(lambda database: database.value("SELECT count(*) FROM resident WHERE name = 'BUDI'")) == 0


def test_invariant_3_numbers_have_no_gap_and_the_chain_verifies(tmp_path: Path) -> None:
    store = worked(tmp_path)
    numbers = [row[0] for row in store.query(lambda database: database.rows("SELECT number FROM journal ORDER BY 1"))]
    assert numbers == list(range(1, len(numbers) + 1))
    assert store.query(chain_is_whole)


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE journal SET fields = CAST(replace(CAST(fields AS TEXT), 'SUMIATI', 'SUMIATA') AS BLOB)",
        "DELETE FROM journal WHERE number = 3",
        "UPDATE journal SET header = CAST(replace(CAST(header AS TEXT), 'P2.1', 'P3.1') AS BLOB) WHERE number = 2",
    ],
)
def test_invariant_3_tampering_behind_the_app_is_found(tmp_path: Path, tampering: str) -> None:
    store = worked(tmp_path)
    store.write_local(lambda database: database.run(tampering))
    assert not store.query(chain_is_whole)


def test_invariant_3_the_chain_holds_after_lawful_erasure(tmp_path: Path) -> None:
    store = worked(tmp_path)

    def erase(database: Database) -> None:
        number, salt, fields = database.rows("SELECT number, salt, fields FROM journal WHERE table_name = 'resident'")[
            0
        ]
        database.run(
            "UPDATE journal SET salt = NULL, fields = '{}', digest = ? WHERE number = ?", digest(salt, fields), number
        )

    store.write_local(erase)
    assert store.query(chain_is_whole)


def test_a_command_names_its_first_change_and_its_size(tmp_path: Path) -> None:
    store = worked(tmp_path)
    headers = headers_of(store)
    for header in headers:
        together = [other for other in headers if other.command == header.command]
        assert len(together) == header.command_size
        assert [other.number for other in together] == list(range(header.command, header.command + header.command_size))


def test_stamps_never_go_back_when_the_clock_does(tmp_path: Path) -> None:
    clock = StillClock()
    store = laptop(tmp_path, clock)
    add_user(store)
    clock.pass_by(days=-7000)
    add_people(store, "SITI NURAINI", "BUDI HARTONO")
    stamps = [header.stamp for header in headers_of(store)]
    assert stamps == sorted(set(stamps))


def test_only_changed_fields_are_journalled(tmp_path: Path) -> None:
    store = worked(tmp_path)
    resident = add_people(store, "DWI ASTUTIK")[0]

    def verb(unit: Unit) -> bool:
        return unit.update(RESIDENT, resident, name="DWI ASTUTIK", phone="+62812349011")

    assert store.execute(verb)
    last = store.query(lambda d: d.value("SELECT fields FROM journal ORDER BY number DESC LIMIT 1"))
    assert read_fields(last) == {"phone": "+62812349011"}
    assert not store.execute(verb), "nothing differs any more"


@given(
    st.dictionaries(st.sampled_from(["name", "phone", "remarks"]), st.text(st.characters(exclude_categories=["Cs"]))),
    st.binary(min_size=16, max_size=16),
)
def test_fields_survive_the_wire_bytes(values: dict[str, str], salt: bytes) -> None:
    encoded = msgspec.json.encode(values, order="deterministic")
    assert read_fields(encoded) == values
    assert digest(salt, encoded) == digest(salt, bytes(encoded))


def test_the_file_shows_nothing_without_its_key(tmp_path: Path) -> None:
    store = worked(tmp_path)
    store.close()
    for file in tmp_path.iterdir():
        content = file.read_bytes()
        assert b"SITI" not in content
        assert b"SQLite format" not in content
    assert KEY not in (tmp_path / "fieldkit.db").read_bytes()


def test_rows_of_one_batch_all_say_the_same_fields_or_none_is_written(tmp_path: Path) -> None:
    store = worked(tmp_path)
    before = store.query(journal_rows)

    def verb(unit: Unit) -> None:
        person = {"name": "BUDI", "village": JATI}
        unit.insert_many(RESIDENT, [(JATI, person), (JATI, {**person, "rt": "03"})])

    with pytest.raises(KeyError, match="resident"):
        store.execute(verb)
    assert store.query(journal_rows) == before


def test_invariant_3_commands_of_one_transaction_follow_each_other_in_the_chain(tmp_path: Path) -> None:
    store = worked(tmp_path)
    start = len(headers_of(store))

    def verb(unit: Unit) -> None:
        for names in (("BUDI", "WATI"), ("JOKO",)):
            unit.next_command()
            ids = unit.insert_many(RESIDENT, [(JATI, {"name": name, "village": JATI}) for name in names])
            unit.update(RESIDENT, ids[0], phone="081234901117")

    store.execute(verb)
    written = [(each.number, each.command, each.command_size) for each in headers_of(store)[start:]]
    assert written == [
        *((start + step, start + 1, 3) for step in (1, 2, 3)),
        *((start + step, start + 4, 2) for step in (4, 5)),
    ]
    assert store.query(chain_is_whole)
