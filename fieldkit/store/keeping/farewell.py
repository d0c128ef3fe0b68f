"""A laptop that the centre let go wipes itself once the centre has signed for all of its work (design.md, section 4).

First it is written down that it is done, and which backups are its own. Then the key goes, since what is only deleted
can be read from a disk as long as somebody has the key; then the files. Whatever is cut off in between is finished at
the next start, so that nobody finds half a laptop.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

import msgspec

from fieldkit.domain.errors import StoreError
from fieldkit.host.files import erase, write_whole
from fieldkit.host.folders import Folders
from fieldkit.host.installation import forget_installation, installation_id
from fieldkit.host.keys import forget_keys
from fieldkit.host.logs import forget_log
from fieldkit.host.settings import SETTINGS_FILE
from fieldkit.store.database import Database
from fieldkit.store.integrity.anchor import FILE_END
from fieldkit.store.keeping.backup import half_of, noted_backups, own_backups
from fieldkit.store.keeping.notes import note_path
from fieldkit.store.keeping.places import DATABASE_FILE, beside_database, laptop_book, logs_of, set_aside_in
from fieldkit.store.keeping.rescue_copies import clear_all_rescues
from fieldkit.store.meta import Meta
from fieldkit.store.neighbours.carried import count_carried
from fieldkit.store.store import Store
from fieldkit.store.syncing.giving_back import is_given_back
from fieldkit.store.syncing.outgoing import count_waiting

_FILE: Final = "handed-in.json"
_UNFINISHED: Final = ".fieldkit*"
_CHANCE: Final = "?" * 8
"""What the name of a file ends in until it is whole, where the disk knows no files without one."""
_PAPERS: Final = frozenset({".pdf", ".xlsx", ".csv", ".html", ".jsonl", ".json", ".fkbundle"})
"""What FieldKit writes into its own folder of documents. What somebody else put there has other endings."""


class Farewell(msgspec.Struct, frozen=True):
    """What is left to tell: how much the centre holds, since when, and where that is."""

    number: int
    at_ms: int
    regency_name: str
    is_given_back: bool = False
    """Whether somebody here asked for it; else the office shut the laptop out."""
    backups: tuple[str, ...] = ()
    """The own backups, here and in the second place, until they are erased."""
    has_copy_elsewhere: bool = False
    """Whether the second place, or one of before, was not plugged in, or could not be written to."""
    has_data_aside: bool = False
    """Whether data that gave way to a backup lies here still, sealed: the office may want what was not sent of it."""


def wipe(store: Store, folders: Folders) -> Farewell | None:
    """Let go of everything; None, and nothing is touched, where something waits to be sent by now."""

    def note(told: Farewell) -> None:
        # Only now: a backup that was made a moment ago is one of them.
        own = [*own_backups(store, folders), *noted_backups(store, folders)]
        _write(folders, _going(told, tuple(str(path) for path in dict.fromkeys(own)), folders))

    try:
        farewell = store.retire(_standing, note)
    except StoreError:
        erase([folders.data / _FILE])
        raise
    return None if farewell is None else finish_wiping(folders)


def farewell_of(folders: Folders) -> Farewell | None:
    """What a laptop that wiped itself has to tell; None on any other."""
    path = folders.data / _FILE
    return msgspec.json.decode(path.read_bytes(), type=Farewell) if path.exists() else None


def finish_wiping(folders: Folders) -> Farewell | None:
    """Erase what is left, the key first; the second time nothing is. None on a laptop that did not wipe itself.

    KeyUnavailableError where the keyring refuses: the files are gone all the same, and the next start asks it again.
    """
    farewell = farewell_of(folders)
    if farewell is None:
        return None
    try:
        forget_keys(installation_id(folders.data))
    finally:
        erase(_files_of(folders))
        clear_all_rescues(folders)
        farewell = _without_backups(folders, farewell)
        forget_log(folders.logs)
    forget_installation(folders.data)
    return farewell


def begin_anew(folders: Folders) -> None:
    """The office wants the laptop again: it is as one that was never used."""
    finish_wiping(folders)
    erase([folders.data / _FILE])


def _standing(database: Database) -> Farewell | None:
    """How the laptop stands; None where something waits, be it what it carries for another laptop."""
    if count_waiting(database) or count_carried(database):
        return None
    number, at_ms = database.row("SELECT number, at_ms FROM sync_receipt ORDER BY at_ms DESC, number DESC") or (0, 0)
    return Farewell(number, at_ms, Meta(database).get("regency_name"), is_given_back(database))


def _going(told: Farewell, backups: tuple[str, ...], folders: Folders) -> Farewell:
    is_unplugged = not all(Path(place).is_dir() for place in laptop_book(folders.data).places_elsewhere)
    has_aside = any(set_aside_in(folders))
    return msgspec.structs.replace(told, backups=backups, has_copy_elsewhere=is_unplugged, has_data_aside=has_aside)


def _write(folders: Folders, farewell: Farewell) -> None:
    write_whole(folders.data / _FILE, msgspec.json.encode(farewell))


def _files_of(folders: Folders) -> Iterator[Path]:
    """All that FieldKit keeps on this computer, the database and what opens it first."""
    yield from beside_database(folders)
    yield from _with_its_own(folders.data / DATABASE_FILE)
    yield from folders.data.glob(_UNFINISHED)
    for path in (*beside_database(folders), folders.data / SETTINGS_FILE):
        yield from folders.data.glob(f".{path.name}.{_CHANCE}")
    yield from folders.data.glob(f"{SETTINGS_FILE}.damaged-*")
    yield from folders.backups.glob(_UNFINISHED)
    yield from (path for path in sorted(folders.documents.rglob("*")) if _is_paper(path))
    yield folders.data / SETTINGS_FILE


def _with_its_own(database: Path) -> list[Path]:
    return [database, *logs_of(database), database.with_name(database.name + FILE_END)]


def _is_paper(path: Path) -> bool:
    return path.is_file() and not _PAPERS.isdisjoint(suffix.lower() for suffix in path.suffixes)


def _without_backups(folders: Folders, farewell: Farewell) -> Farewell:
    """The backups go last: without the key nobody reads them, and a stick may be gone or write-protected by now."""
    left = [path for path in map(Path, farewell.backups) if not _is_erased(path)]
    has_copy = farewell.has_copy_elsewhere or bool(left)
    rest = msgspec.structs.replace(farewell, backups=(), has_copy_elsewhere=has_copy)
    if rest != farewell:
        _write(folders, rest)
    return rest


def _is_erased(backup: Path) -> bool:
    with suppress(StoreError):
        erase([*_with_its_own(backup), *_with_its_own(half_of(backup)), note_path(backup)])
        return backup.parent.is_dir()
    return False
