"""The note beside a backup: of which laptop it is, when it was made, and which key opens it.

Nothing in it is secret by itself: what holds the key is sealed, by a passphrase or to the office's rescue key.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Final, Literal, TypeVar

import msgspec

from fieldkit.domain.identifiers import incarnation_number, laptop_of
from fieldkit.domain.zones import zone_of_origin
from fieldkit.host.escrow import Escrow
from fieldkit.host.files import read_small, write_whole
from fieldkit.host.folders import Folders
from fieldkit.host.installation import installation_id
from fieldkit.host.keys import KeyringKeyStore, real_keyring
from fieldkit.store.database import SCHEMA_VERSION
from fieldkit.store.keeping.places import ESCROW_FILE, WRAPPED_KEY_FILE, keep_book, laptop_book

BACKUP_SUFFIX: Final = ".fkb"
_NOTE_SUFFIX: Final = ".json"
_N = TypeVar("_N")
_BACKUPS: Final = f"fieldkit-*{BACKUP_SUFFIX}"


class BackupNote(msgspec.Struct, frozen=True):
    """What stands in the note."""

    origin: str
    installation: str
    """The name under which its laptop keeps its key."""
    made_ms: int
    last_number: int
    verified_ms: int
    sealed_key: str = ""
    """The key under the passphrase of its laptop; empty where a keyring kept it."""
    escrow: Escrow | None = None
    format: Literal[1] = 1
    schema: int = 0
    """The form of the data in it; 0 in older notes, which do not tell."""
    upgrade_to: str = ""
    """The FieldKit before whose upgrade it was made, which is a way back from there; empty for all others."""

    def is_of(self, installation: str, laptops: Collection[str]) -> bool:
        """Whether it is of an installation, and of one of these laptops, of any where none is known.

        Those that were set up from one disk image have one installation, and each was enrolled by itself.
        """
        return self.installation == installation and (not laptops or laptop_of(self.origin) in laptops)

    @property
    def time_zone(self) -> str:
        """The clock of the regency whose laptop it is, which its origin names before any key opens the data."""
        return zone_of_origin(self.origin)


class Opens(Enum):
    """Which key opens a backup here."""

    OWN = auto()
    """The key of this laptop."""
    PASSPHRASE = auto()
    """The passphrase that its laptop had when it was made."""
    RESCUE = auto()
    """The rescue key of the office alone."""
    NOTHING = auto()
    """Only the keyring of its own laptop: no rescue key was ruled then."""
    UNKNOWN = auto()
    """No note lies beside it: if anything, the key of this laptop."""


@dataclass(frozen=True, slots=True)
class KnownBackup:
    """A backup that was found, and its note if there is one."""

    path: Path
    note: BackupNote | None

    @property
    def made_ms(self) -> int:
        """When it was made; 0 where no note tells."""
        return self.note.made_ms if self.note else 0

    @property
    def needs_newer(self) -> bool:
        """Whether a newer FieldKit made it, which alone opens it."""
        return self.note is not None and self.note.schema > SCHEMA_VERSION

    @property
    def reached(self) -> tuple[int, int]:
        """How far its work goes: the incarnation of its laptop, and the last number."""
        return (incarnation_number(self.note.origin), self.note.last_number) if self.note else (0, 0)


def note_of(backup: Path) -> BackupNote | None:
    """The note beside a backup; None where there is none that can be read."""
    return _read(note_path(backup), BackupNote)


def note_path(backup: Path) -> Path:
    """Where the note of a backup lies."""
    return backup.with_name(backup.name + _NOTE_SUFFIX)


def write_note(backup: Path, note: BackupNote) -> None:
    """Put the note beside its backup."""
    write_whole(note_path(backup), msgspec.json.encode(note))


def new_note(data: Path, origin: str, made_ms: int, last_number: int) -> BackupNote:
    """The note of a backup that was just made and checked here, with what opens it elsewhere."""
    sealed, escrow = sealed_key(data), kept_escrow(data)
    return BackupNote(
        origin, installation_id(data), made_ms, last_number, made_ms, sealed, escrow, schema=SCHEMA_VERSION
    )


def sealed_key(data: Path) -> str:
    """The key of the laptop in this folder under its passphrase; empty where a keyring keeps it."""
    return read_small(data / WRAPPED_KEY_FILE).decode(errors="replace")


def kept_escrow(data: Path) -> Escrow | None:
    """The secrets as they lie in a folder, sealed to the office; None where none can be read."""
    return _read(data / ESCROW_FILE, Escrow)


def backups_in(folder: Path) -> list[KnownBackup]:
    """The backups in a folder, the one with the latest work first: clocks may have been wrong."""
    found = [KnownBackup(path, note_of(path)) for path in folder.glob(_BACKUPS)]
    return sorted(found, key=lambda each: (each.reached, each.made_ms, each.path.name), reverse=True)


def pass_over(folders: Folders) -> None:
    """Whoever restores one of the backups decides that the others are not gone on from."""
    names = tuple(each.path.name for each in backups_in(folders.backups))
    keep_book(folders.data, msgspec.structs.replace(laptop_book(folders.data), passed_over=names))


def opens(folders: Folders, backup: KnownBackup) -> Opens:
    """Which key opens a backup on this laptop, as far as its note tells."""
    note = backup.note
    if note is None:
        return Opens.UNKNOWN
    if note.installation == installation_id(folders.data) and _has_own_key(folders):
        return Opens.OWN
    if note.sealed_key:
        return Opens.PASSPHRASE
    return Opens.RESCUE if note.escrow else Opens.NOTHING


def _has_own_key(folders: Folders) -> bool:
    if (folders.data / WRAPPED_KEY_FILE).exists():
        return True
    backend = real_keyring()
    return backend is not None and KeyringKeyStore(installation_id(folders.data), backend).load() is not None


def _read(path: Path, kind: type[_N]) -> _N | None:
    try:
        return msgspec.json.decode(read_small(path), type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None
