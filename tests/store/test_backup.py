"""Backups open, are whole and carry their mark."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest

from fieldkit.domain.errors import CorruptError
from fieldkit.store.database import Database
from fieldkit.store.incarnation import BACKUP_MARK
from fieldkit.store.keeping import backup
from fieldkit.store.keeping.backup import back_up
from fieldkit.store.keeping.notes import note_path
from fieldkit.store.meta import Meta
from tests.laptops import KEY, add_people, add_user, laptop


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
