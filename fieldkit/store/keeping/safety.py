"""How safe the data of this laptop is: its backups, the second place, the office's rescue key, and its own key."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from fieldkit.host.clock import now_ms
from fieldkit.host.drives import carried_drive
from fieldkit.host.folders import Folders
from fieldkit.host.keys import real_keyring
from fieldkit.store.keeping.backup import verified
from fieldkit.store.keeping.escrow import EscrowStanding, escrow_standing
from fieldkit.store.keeping.notes import note_of, write_note
from fieldkit.store.keeping.offered import Offered, offered_backups
from fieldkit.store.keeping.places import keep_book, laptop_book, wrapped_key
from fieldkit.store.queries.shifts import site_zone
from fieldkit.store.store import Store


@dataclass(frozen=True, slots=True)
class Safety:
    """What the screen of backups shows."""

    backups: tuple[Offered, ...]
    second_folder: str
    is_second_there: bool
    stick: Path | None
    escrow: EscrowStanding
    asks_passphrase: bool
    has_keyring: bool
    time_zone: str


def safety(store: Store, folders: Folders) -> Safety:
    """How it stands now."""
    second = laptop_book(folders.data).second_folder
    return Safety(
        offered_backups(folders),
        second,
        bool(second) and Path(second).is_dir(),
        carried_drive(),
        store.query(escrow_standing, store.clock.now_utc()),
        wrapped_key(folders).exists(),
        real_keyring() is not None,
        store.query(site_zone),
    )


def choose_second_place(folders: Folders, folder: str) -> None:
    """Each backup is copied there as well from now on; empty for nowhere."""
    book = laptop_book(folders.data)
    former = tuple(place for place in dict.fromkeys(book.places_elsewhere) if place != folder)
    keep_book(folders.data, msgspec.structs.replace(book, second_folder=folder, former_folders=former))


def check_again(store: Store, backup: Path) -> int:
    """Open a backup and check it whole; its last number. CorruptError where it is damaged by now."""
    last_number = verified(backup, store.key)
    if (note := note_of(backup)) is not None:
        write_note(backup, msgspec.structs.replace(note, verified_ms=now_ms(store.clock)))
    return last_number
