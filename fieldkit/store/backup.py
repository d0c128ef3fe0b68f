"""Backups: consistent, encrypted with the same key, and verified by opening them."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fieldkit.domain.errors import CorruptError
from fieldkit.domain.identifiers import incarnation_number
from fieldkit.store._errors import damaged, sqlite_errors
from fieldkit.store.database import Database
from fieldkit.store.exchange import chain_is_whole
from fieldkit.store.incarnation import BACKUP_MARK
from fieldkit.store.meta import Meta
from fieldkit.store.store import Store

_COUNTER: Final = "backups_made"


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
        store.write_local(_count)
        store.query(_copy, unfinished)
        last_number = verified(unfinished, store.key)
        os.replace(unfinished, folder / name)
    finally:
        unfinished.unlink(missing_ok=True)
    return Backup(folder / name, last_number)


def _count(database: Database) -> None:
    """Number the backups of an incarnation: what the clock said when they were made tells nothing."""
    meta = Meta(database)
    meta.put(_COUNTER, int(meta.get(_COUNTER, "0")) + 1)


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


def last_backup(folder: Path, key: bytes) -> Backup | None:
    """The newest backup of the folder that opens and is whole; None where there is none.

    The newest is the one that was counted last, whatever the clock said: laptops wake up in the year 2000.
    """
    found = [(age, path) for path in folder.glob("fieldkit-*.fkb") if (age := _age(path, key)) is not None]
    for _, path in sorted(found, reverse=True):
        with suppress(CorruptError):
            return Backup(path, verified(path, key))
    return None


def _age(path: Path, key: bytes) -> tuple[int, int, int] | None:
    """What grows from backup to backup: incarnation, count, last number. None where the file can not be read."""
    with suppress(CorruptError):
        copy = Database(path, key)
        try:
            meta = Meta(copy)
            return incarnation_number(meta.origin), int(meta.get(_COUNTER, "0")), meta.last_number
        finally:
            copy.close()
    return None
