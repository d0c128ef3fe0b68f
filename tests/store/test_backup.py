"""Backups open, are whole and carry their mark."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from fieldkit.domain.errors import CorruptError, DiskFullError, FieldKitError, FileError
from fieldkit.host.folders import open_folders
from fieldkit.store.database import Database
from fieldkit.store.incarnation import BACKUP_MARK
from fieldkit.store.keeping import backup
from fieldkit.store.keeping.backup import back_up, back_up_everywhere
from fieldkit.store.keeping.notes import note_path
from fieldkit.store.keeping.places import LaptopBook, keep_book
from fieldkit.store.meta import Meta
from tests.laptops import KEY, add_people, add_user, laptop
from tests.small_disks import filled, small_disk


def test_a_backup_holds_everything_and_carries_the_mark(tmp_path: Path) -> None:
    store = laptop(tmp_path)
    add_user(store)
    add_people(store, "SITI NURAINI")
    made = back_up(store, tmp_path / "backups")
    copy = Database(made.path, KEY)
    assert copy.value("SELECT name FROM resident") == "SITI NURAINI"
    assert Meta(copy).get(BACKUP_MARK) == "1"
    assert made.last_number == store.meta.last_number
    assert store.meta.get(BACKUP_MARK) == ""


def test_a_backup_is_encrypted(tmp_path: Path) -> None:
    store = laptop(tmp_path)
    add_user(store)
    made = back_up(store, tmp_path / "backups")
    assert b"SQLite format" not in made.path.read_bytes()[:16]
    with pytest.raises(CorruptError):
        Database(made.path, bytes(32))


def test_nothing_half_made_is_left_behind(tmp_path: Path) -> None:
    store = laptop(tmp_path)
    made = back_up(store, tmp_path / "backups")
    assert sorted((tmp_path / "backups").iterdir()) == [made.path, note_path(made.path)]


def test_a_copy_whose_journal_has_a_gap_is_no_backup(tmp_path: Path) -> None:
    store = laptop(tmp_path)
    add_user(store)
    for name in ("SITI NURAINI", "BUDI HARTONO"):
        add_people(store, name)
    assert back_up(store, tmp_path / "whole").last_number == store.meta.last_number
    store.write_local(lambda database: database.run("DELETE FROM journal WHERE number = 2"))
    with pytest.raises(CorruptError):
        back_up(store, tmp_path / "backups")
    assert list((tmp_path / "backups").iterdir()) == []


def test_what_is_saved_while_a_backup_is_made_does_not_wait_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, copy = laptop(tmp_path), backup._copy
    add_user(store)

    def copied(*arguments: Any) -> None:
        at_the_table = threading.Thread(target=add_people, args=(store, "SITI NURAINI"), daemon=True)
        at_the_table.start()
        at_the_table.join(60)
        assert not at_the_table.is_alive()
        copy(*arguments)

    monkeypatch.setattr(backup, "_copy", copied)
    assert back_up(store, tmp_path / "backups").last_number == store.meta.last_number


_PAGE_BYTES = 4096


def nearly_full(disk: Path, backup_bytes: int) -> Iterator[None]:
    """The disk again and again, with one page more room each time where it begins to suffice."""
    enough = backup_bytes // _PAGE_BYTES
    for pages in (*range(0, enough - 4, 40), *range(enough - 4, enough + 24)):
        with filled(disk, but_bytes=pages * _PAGE_BYTES):
            yield


def test_on_a_nearly_full_disk_a_backup_is_made_or_it_is_said_that_it_was_not(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", megabytes=4) as disk:
        store, backups = laptop(disk), disk / "backups"
        add_user(store)
        size, told, made = back_up(store, backups).path.stat().st_size, set(), 0
        for _ in nearly_full(disk, size):
            shutil.rmtree(backups, ignore_errors=True)
            try:
                made += back_up(store, backups).last_number > 0
            except FieldKitError as problem:
                told.add((type(problem), str(problem.title)))
                assert list(backups.iterdir()) == []
        assert told == {(DiskFullError, "Cadangan belum dibuat: penyimpanan laptop penuh.")}
        assert made
        store.close()


def test_of_a_nearly_full_stick_it_is_said_that_the_stick_is_full_and_not_the_laptop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "carried_drive", lambda: None)
    folders = open_folders(tmp_path / "laptop")
    store = laptop(folders.data)
    add_user(store)
    with small_disk(tmp_path / "stick", megabytes=4) as stick:
        (stick / "cadangan").mkdir()
        keep_book(folders.data, LaptopBook(second_folder=str(stick / "cadangan")))
        size, told, made = back_up(store, folders.backups).path.stat().st_size, set(), 0
        for _ in nearly_full(stick, size):
            for each in (stick / "cadangan").iterdir():
                each.unlink()
            done = back_up_everywhere(store, folders)
            if done.problem is None:
                made += 1
            else:
                told.add((type(done.problem), str(done.problem.title)))
                assert list((stick / "cadangan").iterdir()) == []
        assert told == {(FileError, "Berkas belum ditulis: tempat yang dipilih penuh.")}
        assert made
