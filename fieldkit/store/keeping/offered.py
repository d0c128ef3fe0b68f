"""The backups that this computer can see: its own, those in the second place, and those on a stick."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Final

from fieldkit.host.drives import carried_drive
from fieldkit.host.folders import Folders
from fieldkit.host.keys import real_keyring
from fieldkit.store.keeping.backup import ON_STICK
from fieldkit.store.keeping.notes import KnownBackup, Opens, backups_in, note_of, opens
from fieldkit.store.keeping.places import laptop_book, wrapped_key

_MOST_OFFERED: Final = 6


class Place(Enum):
    """Where a backup lies."""

    HERE = auto()
    SECOND = auto()
    STICK = auto()
    CHOSEN = auto()
    """Where somebody looked for it, beside all of these."""


class OwnPhrase(Enum):
    """Whether the passphrase of this laptop is needed to put a backup in place."""

    NONE = auto()
    KNOWN = auto()
    NEW = auto()
    """There is no keyring, and no key yet: one is chosen now."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A backup that may be put in place."""

    backup: KnownBackup
    place: Place
    opens: Opens
    own_phrase: OwnPhrase


def offered_backups(folders: Folders) -> tuple[Offered, ...]:
    """Those that hold the latest work first, each once; what only a newer FieldKit opens comes after all others."""
    found: dict[str, tuple[KnownBackup, Place]] = {}
    for place, folder in _folders(folders):
        with suppress(OSError):
            for each in backups_in(folder):
                found.setdefault(each.path.name, (each, place))
    latest = sorted(found.values(), key=lambda pair: _rank(pair[0]), reverse=True)
    return tuple(_offered(folders, each, place) for each, place in latest[:_MOST_OFFERED])


def _rank(backup: KnownBackup) -> tuple[bool, tuple[int, int], int]:
    return not backup.needs_newer, backup.reached, backup.made_ms


def offered_file(folders: Folders, path: Path) -> Offered:
    """A backup that somebody chose."""
    near = (place for place, folder in _folders(folders) if path.resolve().is_relative_to(folder.resolve()))
    return _offered(folders, KnownBackup(path, note_of(path)), next(near, Place.CHOSEN))


def _offered(folders: Folders, backup: KnownBackup, place: Place) -> Offered:
    own = OwnPhrase.NONE
    if wrapped_key(folders).exists():
        own = OwnPhrase.KNOWN
    elif real_keyring() is None:
        own = OwnPhrase.NEW
    return Offered(backup, place, opens(folders, backup), own)


def _folders(folders: Folders) -> Iterator[tuple[Place, Path]]:
    yield Place.HERE, folders.backups
    if chosen := laptop_book(folders.data).second_folder:
        yield Place.SECOND, Path(chosen)
    if (stick := carried_drive()) is not None:
        yield Place.STICK, stick
        with suppress(OSError):
            yield from ((Place.STICK, each) for each in sorted((stick / ON_STICK).iterdir()) if each.is_dir())
