"""Open the laptop's database with its key, or make both. Used by the window and by the command line."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

import msgspec

from fieldkit.domain.errors import MissingError, OutdatedError
from fieldkit.domain.identifiers import incarnation_number, laptop_of
from fieldkit.domain.text import text
from fieldkit.host.clock import Clock
from fieldkit.host.folders import Folders
from fieldkit.host.installation import installation_id
from fieldkit.host.keys import LEASE_MARK, PassphraseKeyStore, database_key, new_database_key, real_keyring, token_store
from fieldkit.host.places import migrations_dir
from fieldkit.store.keeping.before_upgrade import keep_as_it_was
from fieldkit.store.keeping.lease_mark import catch_up_lease
from fieldkit.store.keeping.notes import backups_in
from fieldkit.store.keeping.places import (
    LaptopBook,
    database_file,
    keep_book,
    laptop_book,
    wrapped_key,
)
from fieldkit.store.keeping.rescue_copies import clear_left_rescues
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange


class KeyWay(Enum):
    """How the key of the database is to be had."""

    KEYRING = auto()
    """From the keyring of this account; nobody is asked."""
    PASSPHRASE = auto()
    """Under the passphrase that was chosen before."""
    NEW_PASSPHRASE = auto()
    """A passphrase has to be chosen: there is no keyring, and no database yet."""


def is_new(folders: Folders) -> bool:
    """Whether nobody worked here yet; MissingError where somebody did, and the file is gone or empty."""
    path = database_file(folders)
    if path.exists() and path.stat().st_size:
        return False
    if laptop_book(folders.data).origin:
        raise _missing()
    return True


def key_way(folders: Folders) -> KeyWay:
    """How to get at the key; KeyUnavailableError where the keyring refuses."""
    if wrapped_key(folders).exists():
        return KeyWay.PASSPHRASE
    if real_keyring() is None and is_new(folders):
        return KeyWay.NEW_PASSPHRASE
    return KeyWay.KEYRING


def choose_passphrase(folders: Folders, passphrase: str) -> None:
    """Seal a fresh key by a passphrase, for a database that is not made yet; also where a keyring refuses."""
    if is_new(folders) and not wrapped_key(folders).exists():
        PassphraseKeyStore(wrapped_key(folders), passphrase).save(new_database_key())


def open_store(folders: Folders, passphrase: Callable[[], str], clock: Clock) -> Store:
    """The store of these folders, its database made where there is none; StoreError where that can not be.

    That of an older FieldKit is backed up, and brought to the form of this one.
    """
    clear_left_rescues(folders)
    path, installation = database_file(folders), installation_id(folders.data)
    key = database_key(installation, wrapped_key(folders), passphrase, is_new=is_new(folders))
    store = Store(path, key, migrations_dir(), clock, lambda old: keep_as_it_was(old, key, folders.backups, clock))
    try:
        _require_writable(store)
        _require_latest(store, folders)
        store.tokens = token_store(installation, wrapped_key(folders))
        Exchange(store).move_token()
        store.lease_mark = token_store(installation, wrapped_key(folders), LEASE_MARK)
        catch_up_lease(store)
        _know(store, folders)
    except BaseException:
        store.close()
        raise
    return store


def start_over(folders: Folders) -> None:
    """The data is gone for good: this is a new laptop, for the office to enrol. Backups stay where they lie."""
    book = laptop_book(folders.data)
    begun = LaptopBook(
        second_folder=book.second_folder, former_folders=book.former_folders, former_laptops=book.laptops
    )
    keep_book(folders.data, begun)


def _require_writable(store: Store) -> None:
    """A file that was opened may still be closed to writing: that is better told now than at the first save."""
    store.write_local(lambda _database: None)


def _require_latest(store: Store, folders: Folders) -> None:
    """OutdatedError where a backup of this laptop holds work that the file lacks, as when its log was lost."""
    reached = incarnation_number(store.meta.origin), store.meta.last_number
    own, present = installation_id(folders.data), laptop_of(store.meta.origin)
    passed_over = laptop_book(folders.data).passed_over
    for each in backups_in(folders.backups):
        note = None if each.path.name in passed_over else each.note
        if note and note.is_of(own, (present,)) and each.reached > reached:
            raise _outdated()


def _know(store: Store, folders: Folders) -> None:
    """What has to be known of this laptop when its database can not be opened."""
    if store.meta.is_enrolled:
        known, origin = laptop_book(folders.data), store.meta.origin
        former = tuple(each for each in known.laptops if each != laptop_of(origin))
        place = store.meta.get("regency_name")
        told = msgspec.structs.replace(known, origin=origin, regency_name=place, former_laptops=former)
        keep_book(folders.data, told)


def _missing() -> MissingError:
    return MissingError(
        text("Berkas data laptop ini tidak ada lagi."),
        text(
            "Yang sudah terkirim aman di pusat, yang lain di cadangan terakhir. Pulihkan cadangan itu; tidak ada yang "
            "ditimpa."
        ),
    )


def _outdated() -> OutdatedError:
    return OutdatedError(
        text("Data laptop ini lebih tua dari cadangannya."),
        text(
            "Ada pekerjaan yang tersimpan di cadangan tetapi tidak di sini, misalnya setelah listrik mati. Pulihkan "
            "cadangan terakhir; data yang sekarang disimpan di sampingnya."
        ),
    )
