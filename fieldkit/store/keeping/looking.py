"""The database opened to be looked at: nothing is made, upgraded or gone on from, and nothing can be written."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from fieldkit.domain.checkup.keeping import BackupFacts, SecondPlace
from fieldkit.domain.rules.rescue_key import key_print
from fieldkit.host.folders import Folders
from fieldkit.host.installation import installation_id
from fieldkit.host.keys import KeyringKeyStore, database_key, real_keyring
from fieldkit.store.database import Database
from fieldkit.store.keeping.backup import second_place
from fieldkit.store.keeping.notes import backups_in
from fieldkit.store.keeping.places import database_file, laptop_book, wrapped_key


def has_data(folders: Folders) -> bool:
    """Whether there is a database."""
    return database_file(folders).exists()


def key_to_look(folders: Folders, passphrase: Callable[[], str]) -> bytes:
    """The key of the database of these folders, which is there; StoreError where it can not be had."""
    return database_key(installation_id(folders.data), wrapped_key(folders), passphrase, is_new=False)


def reader(path: Path, key: bytes, is_over: Callable[[], bool] | None = None) -> Database:
    """One more connection to a database, which writes nothing; TooNewError where a newer FieldKit wrote it.

    Once nobody wants to know any more, what it does ends with a StoreError.
    """
    _hush()
    database = Database(path, key)
    try:
        if is_over is not None:
            database.give_up_once(is_over)
        database.refuse_if_newer()
        database.run("PRAGMA query_only = ON")
    except BaseException:
        database.close()
        raise
    return database


def _hush() -> None:
    """What SQLCipher would say of a damaged page on the error stream is said as a finding."""
    with closing(sqlite.connect(":memory:")) as any_connection:
        any_connection.execute("PRAGMA cipher_log_level = NONE")


def keyring_with_key(folders: Folders) -> str:
    """The keyring that has the key of these folders, by its name in code; empty where none has."""
    backend = real_keyring()
    if backend is None or KeyringKeyStore(installation_id(folders.data), backend).load() is None:
        return ""
    return type(backend).__module__.rpartition(".")[2]


def is_sealed(folders: Folders) -> bool:
    """Whether the key is sealed by a passphrase."""
    return wrapped_key(folders).exists()


def latest_backup(folders: Folders) -> BackupFacts | None:
    """The newest backup here, by the time in its name; only one that was checked has such a name."""
    made = {path: _made_ms(path) for path in folders.backups.glob("fieldkit-*.fkb")}
    if not made:
        return None
    newest = max(made, key=lambda path: made[path])
    return BackupFacts(made[newest], newest.stat().st_size, len(made))


def in_second_place(folders: Folders) -> SecondPlace | None:
    """The backups of this laptop in the second place, by names and notes alone; None where there is no such place."""
    folder = second_place(folders)
    if folder is None:
        return None
    own, laptops = installation_id(folders.data), laptop_book(folders.data).laptops
    # What is pulled out while somebody looks is as good as gone.
    try:
        known = backups_in(folder) if folder.is_dir() else None
        made = [_made_ms(each.path) for each in known or () if each.note and each.note.is_of(own, laptops)]
    except OSError:
        return SecondPlace(is_there=False)
    return SecondPlace(known is not None, max(made, default=0), len(made))


def backup_is_sealed_to(folders: Folders, print_: str) -> bool | None:
    """Whether the rescue key of this print opens the backup that goes furthest; None where none has a note."""
    for backup in backups_in(folders.backups):
        if backup.note is not None:
            escrow = backup.note.escrow
            return escrow is not None and key_print(escrow.rescue_key) == print_
    return None


def _made_ms(backup: Path) -> int:
    try:
        made = datetime.strptime("-".join(backup.stem.split("-")[1:3]), "%Y%m%d-%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return int(backup.stat().st_mtime * 1000)
    return int(made.timestamp() * 1000)
