"""Trouble with the file, in words of the user, and nothing lost."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from fieldkit.domain.errors import BusyError, CorruptError, DiskFullError, ReadOnlyError
from fieldkit.host.places import migrations_dir
from fieldkit.store.database import Database
from fieldkit.store.store import Store
from tests.laptops import KEY, StillClock, add_people, add_user, laptop, opened, registered
from tests.small_disks import filled, shut, small_disk


def test_a_wrong_key_is_told_and_the_file_left_alone(tmp_path: Path) -> None:
    laptop(tmp_path).close()
    before = (tmp_path / "fieldkit.db").read_bytes()
    with pytest.raises(CorruptError):
        Database(tmp_path / "fieldkit.db", bytes(32))
    assert (tmp_path / "fieldkit.db").read_bytes() == before


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "fieldkit.db").write_bytes(b"\0" * 9000)
    with pytest.raises(CorruptError):
        Database(tmp_path / "fieldkit.db", KEY)


@pytest.mark.parametrize("left", [bytes(512), b"\xa5" * 512])
def test_a_first_sector_that_a_cut_tore_in_the_middle_of_tidying_is_made_good_by_the_log(
    tmp_path: Path, left: bytes
) -> None:
    """What opens the pages stands there; without it nobody would look at the log, which has the page whole."""
    store = laptop(tmp_path / "laptop")
    add_user(store)
    opened(store)
    queue_no = registered(store).queue_no
    # A file that grows writes its first page anew: only then a cut can break it.
    add_people(store, *(f"WARGA {number}" for number in range(500)))
    torn = cut_off(tmp_path, left)
    store.close()
    with closing(Store(torn, KEY, migrations_dir(), StillClock())) as again:
        assert again.query(lambda d: d.value("SELECT queue_no FROM service_request")) == queue_no
        assert again.query(Database.is_sound)
    assert torn.read_bytes()[:512] != left
    with closing(Database(torn, KEY)) as as_ever:
        assert as_ever.is_sound()


def test_a_first_sector_that_no_log_has_is_damage(tmp_path: Path) -> None:
    store = laptop(tmp_path / "laptop")
    torn = cut_off(tmp_path, bytes(512))
    store.close()
    torn.with_name("fieldkit.db-wal").write_bytes(b"")
    with pytest.raises(CorruptError):
        Database(torn, KEY)


def cut_off(folder: Path, left: bytes) -> Path:
    """The files of an open laptop as a cut of the power leaves them, which broke the first sector."""
    torn = folder / "fieldkit.db"
    for end in ("", "-wal"):
        shutil.copy(folder / "laptop" / f"fieldkit.db{end}", f"{torn}{end}")
    torn.write_bytes(left + torn.read_bytes()[len(left) :])
    return torn


def test_a_full_disk_refuses_the_save_and_loses_nothing(tmp_path: Path) -> None:
    store = laptop(tmp_path)
    add_user(store)
    opened(store)
    first = registered(store)
    fill(store)
    with pytest.raises(DiskFullError) as told:
        add_people(store, *(f"WARGA {number}" for number in range(2_000)))
    assert "belum tersimpan" in str(told.value.title)
    assert told.value.retry
    assert store.query(lambda d: d.value("SELECT queue_no FROM service_request")) == first.queue_no
    empty(store)
    assert registered(store).queue_no == "P2-002"


def fill(store: Store) -> None:
    store.query(lambda d: d.run(f"PRAGMA max_page_count = {d.value('PRAGMA page_count') + 4}"))


def empty(store: Store) -> None:
    store.query(lambda d: d.run("PRAGMA max_page_count = 100000"))


def test_a_database_held_by_another_program_is_told(tmp_path: Path) -> None:
    store = laptop(tmp_path)
    add_user(store)
    other = Database(tmp_path / "fieldkit.db", KEY)
    other.run("BEGIN IMMEDIATE")
    store.query(lambda d: d.run("PRAGMA busy_timeout = 20"))
    with pytest.raises(BusyError):
        add_people(store, "SITI NURAINI")
    other.run("ROLLBACK")
    add_people(store, "SITI NURAINI")


def test_a_big_write_leaves_the_disk_as_it_was(tmp_path: Path) -> None:
    database, log = Database(tmp_path / "fieldkit.db", KEY), tmp_path / "fieldkit.db-wal"
    database.run("CREATE TABLE big (part BLOB)")
    database.run("INSERT INTO big VALUES (zeroblob(25000000))")
    assert log.stat().st_size > 25_000_000
    for _ in range(2):
        database.run("INSERT INTO big VALUES (zeroblob(1))")
    assert log.stat().st_size <= 16 << 20
    database.close()


def test_a_database_that_another_program_keeps_for_itself_is_busy_and_not_damaged(tmp_path: Path) -> None:
    laptop(tmp_path).close()
    other = Database(tmp_path / "fieldkit.db", KEY)
    other.run("PRAGMA locking_mode = EXCLUSIVE")
    other.run("BEGIN EXCLUSIVE")
    with pytest.raises(BusyError):
        Database(tmp_path / "fieldkit.db", KEY)
    other.close()
    laptop(tmp_path).close()


def test_a_full_disk_is_told_when_the_file_is_opened_and_is_no_damage(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", megabytes=4) as disk:
        laptop(disk).close()
        before = (disk / "fieldkit.db").read_bytes()
        with filled(disk), pytest.raises(DiskFullError) as told:
            laptop(disk)
        assert told.value.retry
        assert "belum tersimpan" not in str(told.value.title)
        assert (disk / "fieldkit.db").read_bytes() == before
        laptop(disk).close()


def test_a_disk_that_can_not_be_written_is_told_and_is_no_damage(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", megabytes=4) as disk:
        laptop(disk).close()
        with shut(disk), pytest.raises(ReadOnlyError):
            laptop(disk)
        laptop(disk).close()


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_file_that_was_cut_off_is_damaged(tmp_path: Path, share: float) -> None:
    laptop(tmp_path).close()
    content = (tmp_path / "fieldkit.db").read_bytes()
    (tmp_path / "fieldkit.db").write_bytes(content[: int(len(content) * share)])
    with pytest.raises(CorruptError):
        laptop(tmp_path)
