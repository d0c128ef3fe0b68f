"""What befalls an honest laptop alarms nobody: restores, upgrades, other versions, a file that is held."""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from fieldkit.host.places import migrations_dir
from fieldkit.store.database import SCHEMA_VERSION
from fieldkit.store.integrity import anchor
from fieldkit.store.keeping import tampering
from fieldkit.store.keeping.backup import back_up
from fieldkit.store.keeping.tampering import look_through
from fieldkit.store.store import Store
from fieldkit.work.import_list import ImportList, import_list
from fieldkit.work.lists.rows import ListRow
from tests.laptops import KEY, StillClock, add_people, laptop, opened, registered, signing_lead
from tests.sealing import seal_all
from tests.work.test_import_list import person


def at_work(folder: Path) -> Store:
    """A laptop with registrations that were sealed and looked through."""
    store = laptop(folder)
    signing_lead(store)
    people = add_people(store, "SITI NURAINI", "BUDI HARTONO")
    opened(store)
    registered(store, people[0])
    seal_all(store)
    assert not look_through(store)
    return store


def put_back(backup: Path, folder: Path) -> Store:
    """Restored over what is there; the note of the journal's end stays, as where a restore is cut off."""
    shutil.copyfile(backup, folder / "fieldkit.db")
    return Store(folder / "fieldkit.db", KEY, migrations_dir(), StillClock())


def test_one_backup_that_is_restored_twice(tmp_path: Path) -> None:
    with closing(at_work(tmp_path)) as store:
        backup = back_up(store, tmp_path / "backups").path
    for _ in range(2):
        with closing(put_back(backup, tmp_path)) as store:
            assert store.meta.origin == "3574-P2.2"
            assert not look_through(store)
            add_people(store, "RATNA SARI")
    with closing(laptop(tmp_path)) as store:
        assert not look_through(store)


def test_seals_of_tables_of_another_form(tmp_path: Path) -> None:
    with closing(at_work(tmp_path)) as store:
        # As an older FieldKit leaves it: its seals know nothing of a column that came.
        store.write_local(lambda d: d.run("UPDATE meta SET value = '' WHERE key LIKE 'seal.%'"))
        store.write_local(lambda d: d.run(f"PRAGMA user_version = {SCHEMA_VERSION - 1}"))
    with closing(laptop(tmp_path)) as store:
        assert not look_through(store)
        seal_all(store)
        assert not look_through(store)


def test_states_that_another_version_derived_otherwise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(at_work(tmp_path)) as store:
        store.write_local(lambda d: d.run("UPDATE request_state SET state = 'left'"))
        monkeypatch.setattr(tampering, "__version__", "0.0.9")
        assert not look_through(store)
        assert store.query(lambda d: d.value("SELECT state FROM request_state")) != "left"
        store.write_local(lambda d: d.run("UPDATE request_state SET state = 'left'"))
        assert look_through(store).rows == {"request_state changed": 1}


def test_a_note_of_the_end_that_somebody_holds(tmp_path: Path) -> None:
    with closing(at_work(tmp_path)) as store:
        note = anchor.anchor_file(store.path)
        note.unlink()
        # What is no file that can be read is refused as one that a scanner holds is.
        note.mkdir()
        assert not look_through(store)
        note.rmdir()
        assert not look_through(store), "as where the database was copied alone"


def test_two_programs_with_one_file(tmp_path: Path) -> None:
    with closing(at_work(tmp_path)) as store, closing(laptop(tmp_path)) as other:
        look = tampering.Look(store)
        number = 0
        while look.step():
            number += 1
            add_people(other, f"WARGA {'ABCDEFGHIJ'[number % 10]}")
            tampering.seal_some(other)
        assert not look.found.told()


def test_many_people_imported_at_once_and_closed_before_all_is_sealed(tmp_path: Path) -> None:
    names = [f"SITI {'ABCDEFGHIJ'[n % 10]}{'ABCDEFGHIJ'[n // 10 % 10]}" for n in range(600)]
    with closing(at_work(tmp_path)) as store:
        add_people(store, *names)
    with closing(laptop(tmp_path)) as store:
        assert not look_through(store)
        seal_all(store)
        assert not look_through(store)


def listed(count: int, **more: str) -> tuple[ListRow, ...]:
    """So many people of a list."""
    return tuple(
        person(f"WARGA {number}", f"35740352118{number:05}", **more) for number in range(10_000, 10_000 + count)
    )


def test_a_long_list_and_a_changed_second_version_of_it(tmp_path: Path) -> None:
    def take(rows: tuple[ListRow, ...], former: str = "") -> str:
        over = frozenset({"address", "rt"})
        command = ImportList("Daftar", date(2019, 2, 22), rows, False, over, former_id=former)
        return store.execute(import_list, command).list_id

    with closing(at_work(tmp_path)) as store:
        first = take(listed(5_000, address="Jl. Anggrek 1", rt="003"))
        seal_all(store)
        changed = listed(1_500, address="Jl. Mawar 2", rt="004")
        take((*changed, *listed(4_600, address="Jl. Anggrek 1", rt="003")[1_500:]), former=first)
        assert not look_through(store)
        for _ in range(5):
            tampering.seal_some(store)
        assert not look_through(store), "while some of it is sealed"
    with closing(laptop(tmp_path)) as store:
        assert not look_through(store)
        seal_all(store)
        assert not look_through(store)
        moved = store.query(lambda d: d.value("SELECT count(*) FROM resident WHERE rt = '004'"))
        assert moved == 1_500
