"""Backups: consistent, encrypted with the same key, and verified by opening them."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from fieldkit.store._errors import damaged, sqlite_errors
from fieldkit.store.database import Database
from fieldkit.store.incarnation import BACKUP_MARK
from fieldkit.store.meta import Meta
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import chain_is_whole


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
        last_number = verified(unfinished, store.key)
        os.replace(unfinished, folder / name)
    finally:
        unfinished.unlink(missing_ok=True)
    return Backup(folder / name, last_number)


def _copy(database: Database, target: Path) -> None:
    with sqlite_errors():
        database.connection.execute("VACUUM INTO ?", (str(target),))


def verified(path: Path, key: bytes) -> int:
    """Check a copy whole and mark it as one; returns its last number. CorruptError where it is damaged."""
    copy = Database(path, key)
    try:
        copy.refuse_if_newer()
        copy.run("PRAGMA journal_mode = DELETE")
        if not copy.is_sound() or not chain_is_whole(copy):
            raise damaged()
        Meta(copy).put(BACKUP_MARK, 1)
        return Meta(copy).last_number
    finally:
        copy.close()
