"""A broken laptop at the office: its database is opened with the rescue key, from a copy, and nothing is written there.

It stays what it was: its work goes home under its own origin, and a disk that comes back to life goes on where it was.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from fieldkit.domain.errors import CorruptError, KeyUnavailableError
from fieldkit.domain.rules.rescue_key import key_print
from fieldkit.domain.text import text
from fieldkit.host.clock import Clock
from fieldkit.host.escrow import Escrow, open_escrow
from fieldkit.host.files import copy_in
from fieldkit.host.folders import Folders
from fieldkit.host.places import migrations_dir
from fieldkit.store.database import Database
from fieldkit.store.incarnation import BACKUP_MARK
from fieldkit.store.integrity.journal import chain_is_whole
from fieldkit.store.keeping.notes import kept_escrow, note_of
from fieldkit.store.keeping.places import DATABASE_FILE
from fieldkit.store.keeping.rescue_copies import clear_left_rescues, new_rescue_folder
from fieldkit.store.meta import Meta
from fieldkit.store.neighbours.carried import count_carried
from fieldkit.store.store import Store
from fieldkit.store.syncing.outgoing import count_waiting

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

_LOG: Final = "-wal"


@dataclass(frozen=True, slots=True)
class Found:
    """What is in the database of a broken laptop."""

    origin: str
    last_number: int
    waiting: int
    carried: int
    """Files of other laptops that it was to hand on."""
    people: int
    is_whole: bool
    """Whether every page authenticates, and the journal has no gap."""


@contextmanager
def opened_broken(
    folders: Folders, file: Path, rescue: X25519PrivateKey, clock: Clock, at_centre: tuple[Escrow, ...] = ()
) -> Iterator[Store]:
    """The store in a copy of the file and of its log, which is gone afterwards; KeyUnavailableError where no copy of
    its key that lies beside it, or came from the centre, opens it."""
    clear_left_rescues(folders)
    work = new_rescue_folder(folders)
    try:
        copy = work / DATABASE_FILE
        copy_in(file, copy)
        if (log := file.with_name(file.name + _LOG)).exists():
            copy_in(log, copy.with_name(copy.name + _LOG))
        store = Store(copy, _key_of(copy, _escrows(file, rescue, at_centre), rescue), migrations_dir(), clock)
        try:
            yield store
        finally:
            store.close()
    finally:
        shutil.rmtree(work)


def found_in(database: Database) -> Found:
    """What a database holds."""
    meta = Meta(database)
    is_whole = database.is_sound() and chain_is_whole(database)
    people = database.value("SELECT count(*) FROM resident")
    return Found(meta.origin, meta.last_number, count_waiting(database), count_carried(database), int(people), is_whole)


def key_copies(database: Database, rescue_key: str) -> tuple[Escrow, ...]:
    """What the laptops of the office have sealed to a rescue key, the newest first; empty on a laptop of a village."""
    rows = database.rows("SELECT box FROM key_copy WHERE rescue_key = ? ORDER BY at DESC, id DESC", rescue_key)
    return tuple(Escrow(rescue_key, box) for (box,) in rows)


def _escrows(file: Path, rescue: X25519PrivateKey, at_centre: tuple[Escrow, ...]) -> list[Escrow]:
    note, public = note_of(file), rescue.public_key().public_bytes_raw().hex()
    beside = [kept_escrow(file.parent), note.escrow if note else None]
    known = [each for each in beside if each is not None]
    fitting = [each for each in (*known, *at_centre) if each.rescue_key == public]
    if not fitting:
        raise _no_copy(known[0].rescue_key if known else "")
    return fitting


def _key_of(copy: Path, escrows: list[Escrow], rescue: X25519PrivateKey) -> bytes:
    """The first key that fits. The copy is no laptop: a backup does not begin a new incarnation here."""
    for each in escrows:
        with suppress(CorruptError, KeyUnavailableError):
            key = open_escrow(each, rescue).key
            database = Database(copy, key)
            try:
                database.run("UPDATE meta SET value = '' WHERE key = ?", BACKUP_MARK)
            finally:
                database.close()
            return key
    raise CorruptError(
        text("Data laptop itu tidak bisa dibuka dengan kunci darurat ini."),
        text("Berkasnya rusak, atau salinan kuncinya dari laptop lain. Coba cadangan terakhirnya."),
    )


def _no_copy(rescue_key: str) -> KeyUnavailableError:
    if rescue_key:
        return KeyUnavailableError(
            text("Data itu dikunci dengan kunci darurat lain."),
            text("Belum ada yang dibuka. Cari kunci dengan sidik {print} di brankas.", print=key_print(rescue_key)),
        )
    return KeyUnavailableError(
        text("Salinan kunci laptop itu tidak ditemukan."),
        text(
            "Belum ada yang dibuka. Salin juga berkas {name} dari map datanya, atau sinkronkan laptop kantor ini dulu.",
            name="rescue.json",
        ),
    )
