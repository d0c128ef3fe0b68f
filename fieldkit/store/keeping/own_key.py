"""The key of this laptop: where it is kept, how it moves between keyring and passphrase, and how it is given back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from fieldkit.domain.errors import KeyUnavailableError
from fieldkit.domain.text import text
from fieldkit.host.escrow import open_escrow
from fieldkit.host.files import erase
from fieldkit.host.folders import Folders
from fieldkit.host.installation import installation_id
from fieldkit.host.keys import (
    LEASE_MARK,
    KeyringKeyStore,
    KeyringTokenStore,
    KeyStore,
    PassphraseKeyStore,
    forget_keys,
    real_keyring,
    require_long,
)
from fieldkit.store.database import Database
from fieldkit.store.keeping.backup import seal_backups_anew
from fieldkit.store.keeping.notes import kept_escrow
from fieldkit.store.keeping.places import database_file, wrapped_key
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey


def own_key(folders: Folders, passphrase: Callable[[], str]) -> bytes | None:
    """The key that is kept here; None where none is. KeyUnavailableError where it can not be had."""
    store = _kept_in(folders, passphrase)
    return None if store is None else store.load()


def keep_key(folders: Folders, key: bytes, passphrase: Callable[[], str]) -> None:
    """Keep a key where keys are kept here: in the keyring, or sealed by a passphrase where there is none."""
    backend = None if wrapped_key(folders).exists() else real_keyring()
    if backend is not None:
        KeyringKeyStore(installation_id(folders.data), backend).save(key)
    else:
        PassphraseKeyStore(wrapped_key(folders), passphrase()).save(key)


def seal_by_passphrase(store: Store, folders: Folders, passphrase: str) -> None:
    """From now on the passphrase is asked for: another one than before, or in place of the keyring.

    The token goes into the database first, and the keyring forgets last: a power cut leaves one of both ways open.
    The backups that can be reached follow: the former passphrase would open through their notes what is written from
    now on as well, since the key stays.
    """
    require_long(passphrase)
    Exchange(store).bring_token_home()
    PassphraseKeyStore(wrapped_key(folders), passphrase).save(store.key)
    store.tokens = store.lease_mark = None
    forget_keys(installation_id(folders.data))
    seal_backups_anew(store, folders)


def leave_to_keyring(store: Store, folders: Folders) -> None:
    """From now on the account of this computer opens the data; KeyUnavailableError, and nothing changed, without a
    keyring that encrypts."""
    backend = real_keyring()
    if backend is None:
        raise _no_keyring()
    installation = installation_id(folders.data)
    KeyringKeyStore(installation, backend).save(store.key)
    erase([wrapped_key(folders)])
    store.tokens = KeyringTokenStore(installation, backend)
    store.lease_mark = KeyringTokenStore(installation, backend, LEASE_MARK)
    Exchange(store).move_token()


def unlock(folders: Folders, rescue: X25519PrivateKey, passphrase: Callable[[], str]) -> None:
    """Keep anew what lies sealed to the office beside the database; nothing changes where it does not open it.

    In the keyring, or under a new passphrase where there is none.
    """
    kept = kept_escrow(folders.data)
    if kept is None:
        raise _no_escrow()
    secrets, backend = open_escrow(kept, rescue), real_keyring()
    Database(database_file(folders), secrets.key).close()
    installation = installation_id(folders.data)
    if backend is None:
        PassphraseKeyStore(wrapped_key(folders), passphrase()).save(secrets.key)
        return
    KeyringKeyStore(installation, backend).save(secrets.key)
    if secrets.token:
        KeyringTokenStore(installation, backend).save(secrets.token)
    erase([wrapped_key(folders)])


def _kept_in(folders: Folders, passphrase: Callable[[], str]) -> KeyStore | None:
    if wrapped_key(folders).exists():
        return PassphraseKeyStore(wrapped_key(folders), passphrase())
    backend = real_keyring()
    return None if backend is None else KeyringKeyStore(installation_id(folders.data), backend)


def _no_escrow() -> KeyUnavailableError:
    return KeyUnavailableError(
        text("Di laptop ini tidak ada salinan kunci untuk kantor."),
        text(
            "Data tidak diubah. Laptop ini belum pernah sinkron sejak kantor menetapkan kunci darurat; pulihkan "
            "cadangan, atau daftarkan lagi: yang sudah terkirim aman di pusat."
        ),
    )


def _no_keyring() -> KeyUnavailableError:
    return KeyUnavailableError(
        text("Akun laptop ini tidak punya brankas kunci yang mengunci."),
        text("Tidak ada yang diubah: frasa sandi tetap ditanyakan waktu FieldKit dibuka."),
    )
