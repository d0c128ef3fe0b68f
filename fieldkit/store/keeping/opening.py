"""Open the laptop's database with its key, or make both. Used by the window and by the command line."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path
from typing import Final

from fieldkit.host.clock import Clock
from fieldkit.host.folders import Folders
from fieldkit.host.installation import installation_id
from fieldkit.host.keys import PassphraseKeyStore, database_key, new_database_key, real_keyring, token_store
from fieldkit.host.places import migrations_dir
from fieldkit.store.keeping.before_upgrade import keep_as_it_was
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange

DATABASE_FILE: Final = "fieldkit.db"
WRAPPED_KEY_FILE: Final = "key.json"


class KeyWay(Enum):
    """How the key of the database is to be had."""

    KEYRING = auto()
    """From the keyring of this account; nobody is asked."""
    PASSPHRASE = auto()
    """Under the passphrase that was chosen before."""
    NEW_PASSPHRASE = auto()
    """A passphrase has to be chosen: there is no keyring, and no database yet."""


def is_new(folders: Folders) -> bool:
    """Whether there is no database yet."""
    return not _database(folders).exists()


def key_way(folders: Folders) -> KeyWay:
    """How to get at the key; KeyUnavailableError where the keyring refuses."""
    if _wrapped(folders).exists():
        return KeyWay.PASSPHRASE
    if real_keyring() is None and is_new(folders):
        return KeyWay.NEW_PASSPHRASE
    return KeyWay.KEYRING


def choose_passphrase(folders: Folders, passphrase: str) -> None:
    """Seal a fresh key by a passphrase, for a database that is not made yet; also where a keyring refuses."""
    if is_new(folders) and not _wrapped(folders).exists():
        PassphraseKeyStore(_wrapped(folders), passphrase).save(new_database_key())


def open_store(folders: Folders, passphrase: Callable[[], str], clock: Clock) -> Store:
    """The store of these folders, its database made where there is none; StoreError where that can not be.

    That of an older FieldKit is backed up, and brought to the form of this one.
    """
    path = _database(folders)
    key = database_key(installation_id(folders.data), _wrapped(folders), passphrase, is_new=not path.exists())
    store = Store(path, key, migrations_dir(), clock, lambda old: keep_as_it_was(old, key, folders.backups, clock))
    store.tokens = token_store(installation_id(folders.data), _wrapped(folders))
    Exchange(store).move_token()
    return store


def _database(folders: Folders) -> Path:
    return folders.data / DATABASE_FILE


def _wrapped(folders: Folders) -> Path:
    return folders.data / WRAPPED_KEY_FILE
