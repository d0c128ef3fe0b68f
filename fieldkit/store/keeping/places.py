"""What lies beside the database, by its name; nothing of it is secret as it lies there, or tells of a resident."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Final

import msgspec

from fieldkit.domain.identifiers import laptop_of
from fieldkit.host.files import read_small, write_whole
from fieldkit.host.folders import Folders

DATABASE_FILE: Final = "fieldkit.db"
_LOGS: Final = ("-wal", "-shm", "-journal")
WRAPPED_KEY_FILE: Final = "key.json"
ESCROW_FILE: Final = "rescue.json"
_BOOK: Final = "laptop.json"


class State(StrEnum):
    """How a database was found that gave way to a backup, as its name tells from then on."""

    DAMAGED = "damaged"
    NEWER = "newer"
    """Whole, and written by a newer FieldKit, which alone opens it."""
    REPLACED = "replaced"
    """Whole: somebody chose the backup all the same."""


class LaptopBook(msgspec.Struct, frozen=True):
    """What is known of this laptop while its database can not be opened."""

    origin: str = ""
    regency_name: str = ""
    second_folder: str = ""
    """Where each backup is copied to as well; empty for nowhere."""
    passed_over: tuple[str, ...] = ()
    """Backups that lay here when one was restored: that they hold other work was decided then."""
    former_folders: tuple[str, ...] = ()
    """Where copies went before another place was chosen: they may lie there still."""

    former_laptops: tuple[str, ...] = ()
    """What this one was before it began anew, or before a backup of another one was put in place here: 3574-P2."""

    @property
    def laptops(self) -> tuple[str, ...]:
        """What this one is and was; empty where it was not enrolled yet."""
        return tuple(dict.fromkeys(filter(None, (laptop_of(self.origin), *self.former_laptops))))

    @property
    def places_elsewhere(self) -> tuple[str, ...]:
        """Each folder in which copies may lie, the one of today first."""
        return tuple(filter(None, (self.second_folder, *self.former_folders)))


def database_file(folders: Folders) -> Path:
    """The database of a laptop."""
    return folders.data / DATABASE_FILE


def logs_of(database: Path) -> tuple[Path, ...]:
    """What SQLite keeps beside a database, and would play into whatever lies there under its name."""
    return tuple(database.with_name(database.name + end) for end in _LOGS)


def wrapped_key(folders: Folders) -> Path:
    """Its key, sealed by a passphrase."""
    return folders.data / WRAPPED_KEY_FILE


def escrow_file(folders: Folders) -> Path:
    """Its key, sealed to the office's rescue key."""
    return folders.data / ESCROW_FILE


def beside_database(folders: Folders) -> tuple[Path, ...]:
    """All of it but the database."""
    return tuple(folders.data / name for name in (WRAPPED_KEY_FILE, ESCROW_FILE, _BOOK))


def set_aside_in(folders: Folders) -> list[Path]:
    """Databases that gave way to a backup, without their logs."""
    found = (path for each in State for path in folders.data.glob(f"{DATABASE_FILE}.{each}-*"))
    return sorted(path for path in found if path.suffix[1:].rpartition("-")[2].isdecimal())


def laptop_book(data: Path) -> LaptopBook:
    """What is known; nothing where the file is missing or damaged."""
    try:
        return msgspec.json.decode(read_small(data / _BOOK), type=LaptopBook)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return LaptopBook()


def keep_book(data: Path, book: LaptopBook) -> None:
    """Know it from now on; nothing is written where nothing changed."""
    if book != laptop_book(data):
        write_whole(data / _BOOK, msgspec.json.encode(book))
