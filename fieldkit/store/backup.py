"""Backups: consistent, encrypted with the same key, and verified by opening them."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from fieldkit.domain.errors import CorruptError
from fieldkit.store._errors import damaged, sqlite_errors
from fieldkit.store.database import Database
from fieldkit.store.exchange import chain_is_whole
from fieldkit.store.meta import Meta
from fieldkit.store.store import Store

BACKUP_MARK = "is_backup"
"""A copy carries this mark, so that whoever opens it as a laptop has to begin a new incarnation."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was opened and found whole."""

    path: Path
    last_number: int


def back_up(store: Store, folder: Path) -> Backup:
    """Copy the database into the folder under the time of day, open the copy and check it.

    Only a copy that passed gets its final name; CorruptError where it did not pass.
    """
    folder.mkdir(parents=True, exist_ok=True)
    name = f"fieldkit-{store.clock.now_utc():%Y%m%d-%H%M%S}.fkb"
    unfinished = folder / f".{name}.part"
    unfinished.unlink(missing_ok=True)
    try:
        store.query(_copy, unfinished)
        last_number = _verified(unfinished, store.key)
        os.replace(unfinished, folder / name)
    finally:
        unfinished.unlink(missing_ok=True)
    return Backup(folder / name, last_number)


def _copy(database: Database, target: Path) -> None:
    with sqlite_errors():
        database.connection.execute("VACUUM INTO ?", (str(target),))


def _verified(path: Path, key: bytes) -> int:
    copy = Database(path, key)
    try:
        copy.run("PRAGMA journal_mode = DELETE")
        if not copy.is_sound() or not chain_is_whole(copy):
            raise damaged()
        Meta(copy).put(BACKUP_MARK, 1)
        return Meta(copy).last_number
    finally:
        copy.close()


def last_backup(folder: Path, key: bytes) -> Backup | None:
    """The newest backup of the folder that opens and is whole; None where there is none."""
    for path in sorted(folder.glob("fieldkit-*.fkb"), reverse=True):
        try:
            return Backup(path, _verified(path, key))
        except CorruptError:
            continue
    return None
