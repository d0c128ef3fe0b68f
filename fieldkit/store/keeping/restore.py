"""Put a backup in the place of the laptop's data. What was there is set aside, and never overwritten."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fieldkit.domain.errors import CorruptError, StoreError
from fieldkit.domain.text import text
from fieldkit.host.files import copy_file, move_file, set_aside
from fieldkit.host.folders import Folders
from fieldkit.host.installation import installation_id
from fieldkit.host.keys import database_key
from fieldkit.store.database import Database
from fieldkit.store.keeping.backup import verified
from fieldkit.store.keeping.opening import DATABASE_FILE, WRAPPED_KEY_FILE

_UNFINISHED: Final = f".{DATABASE_FILE}.restore"


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back, and where the data of before lies; None where there was none."""

    last_number: int
    aside: Path | None


def restore(folders: Folders, backup: Path, passphrase: Callable[[], str]) -> Restored:
    """Make a backup the laptop's data; opened next, it begins a new incarnation.

    StoreError, and nothing has changed, where the backup is not whole, or the data is in use.
    """
    wrapped = folders.data / WRAPPED_KEY_FILE
    key = database_key(installation_id(folders.data), wrapped, passphrase, is_new=False)
    unfinished, present = folders.data / _UNFINISHED, folders.data / DATABASE_FILE
    try:
        _copy(backup, unfinished)
        last_number = verified(unfinished, key)
        aside = _set_aside(present, key) if present.exists() else None
        move_file(unfinished, present)
    finally:
        unfinished.unlink(missing_ok=True)
    return Restored(last_number, aside)


def _copy(backup: Path, target: Path) -> None:
    if not backup.is_file():
        raise StoreError(
            text("Berkas cadangan itu tidak ada."),
            text("Tidak ada yang diubah. Periksa nama berkas, dan apakah flashdisk terpasang."),
        )
    copy_file(backup, target)


def _set_aside(present: Path, key: bytes) -> Path:
    """Whole with what was not checkpointed yet. A file that can not be read goes aside as it is."""
    with suppress(CorruptError):
        database = Database(present, key)
        try:
            # Refused while another FieldKit has the file open.
            database.run("PRAGMA journal_mode = DELETE")
        finally:
            database.close()
    aside = set_aside(present)
    for end in ("-wal", "-shm"):
        if (beside := present.with_name(present.name + end)).exists():
            move_file(beside, aside.with_name(aside.name + end))
    return aside
