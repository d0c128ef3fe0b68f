"""A revoked laptop wipes itself once the centre has signed for all of its work (design.md, section 4).

First it is written down that it is done, then backups, database and keys go. Whatever is cut off in between is finished
at the next start, so that nobody finds half a laptop.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Final

import msgspec

from fieldkit.domain.errors import StoreError
from fieldkit.host.files import erase, write_whole
from fieldkit.host.folders import Folders
from fieldkit.host.installation import forget_installation, installation_id
from fieldkit.host.keys import forget_keys
from fieldkit.store.database import Database
from fieldkit.store.keeping.notes import note_path
from fieldkit.store.keeping.places import DATABASE_FILE, beside_database
from fieldkit.store.meta import Meta
from fieldkit.store.neighbours.carried import count_carried
from fieldkit.store.store import Store
from fieldkit.store.syncing.outgoing import count_waiting

_FILE: Final = "handed-in.json"
_BACKUPS: Final = "fieldkit-*.fkb"
_ENDS: Final = ("", "-wal", "-shm")


class Farewell(msgspec.Struct, frozen=True):
    """What is left to tell: how much the centre holds, since when, and where that is."""

    number: int
    at_ms: int
    regency_name: str


def wipe(store: Store, folders: Folders) -> Farewell | None:
    """Let go of everything; None, and nothing is touched, where something waits to be sent by now."""
    farewell = store.retire(_standing, lambda told: _write(folders, told))
    if farewell is not None:
        _erase_backups(folders.backups, store.key)
        finish_wiping(folders)
    return farewell


def farewell_of(folders: Folders) -> Farewell | None:
    """What a laptop that wiped itself has to tell; None on any other."""
    path = folders.data / _FILE
    return msgspec.json.decode(path.read_bytes(), type=Farewell) if path.exists() else None


def finish_wiping(folders: Folders) -> None:
    """Erase what is left of database and keys; the second time nothing is."""
    erase(folders.data / f"{DATABASE_FILE}{end}" for end in _ENDS)
    erase(beside_database(folders))
    forget_keys(installation_id(folders.data))
    forget_installation(folders.data)


def begin_anew(folders: Folders) -> None:
    """The office wants the laptop again: it is as one that was never used."""
    finish_wiping(folders)
    erase([folders.data / _FILE])


def _standing(database: Database) -> Farewell | None:
    """How the laptop stands; None where something waits, be it what it carries for another laptop."""
    if count_waiting(database) or count_carried(database):
        return None
    number, at_ms = database.row("SELECT number, at_ms FROM sync_receipt ORDER BY at_ms DESC, number DESC") or (0, 0)
    return Farewell(number, at_ms, Meta(database).get("regency_name"))


def _write(folders: Folders, farewell: Farewell) -> None:
    write_whole(folders.data / _FILE, msgspec.json.encode(farewell))


def _erase_backups(folder: Path, key: bytes) -> None:
    """Only those that the key opens: what came from another laptop is not this one's to erase."""
    for path in folder.glob(_BACKUPS):
        with suppress(StoreError):
            Database(path, key).close()
            erase([note_path(path), *(path.with_name(f"{path.name}{end}") for end in _ENDS)])
