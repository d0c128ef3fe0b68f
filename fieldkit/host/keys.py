"""The key of the laptop's database: in a real keyring, or wrapped by a passphrase (design.md, section 4).

Never in a file in the clear: keyrings that keep secrets plainly, or not at all, are refused.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from fieldkit.domain.errors import KeyLostError, KeyUnavailableError
from fieldkit.domain.text import text
from fieldkit.host._errors import folder_errors
from fieldkit.host.files import write_whole
from fieldkit.host.sealing import Cost, DamagedSealError, seal, unseal

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

KEY_BYTES: Final = 32
MIN_PASSPHRASE: Final = 12
LEASE_MARK: Final = "lease"
"""How far the lease has come, for a database of before that is put back."""
_BADGE: Final = "token"
_SERVICE: Final = "FieldKit"
_CHAIN: Final = "keyring.backends.chainer"
_REAL: Final = frozenset(
    f"keyring.backends.{name}" for name in ("Windows", "macOS", "SecretService", "kwallet", "libsecret")
)
"""Known to encrypt what they keep. Anything else is refused: a passphrase is safer than a stranger."""


class KeyStore(Protocol):
    """Where the key of the database is kept."""

    def load(self) -> bytes | None:
        """The key; None where none was saved. KeyUnavailableError where it can not be had."""

    def save(self, key: bytes) -> None:
        """Keep a key; KeyUnavailableError where it can not be kept."""


def require_long(passphrase: str) -> None:
    """KeyUnavailableError where somebody could guess it."""
    if len(passphrase) < MIN_PASSPHRASE:
        raise _short_passphrase()


def unwrap(sealed: str | bytes, passphrase: str) -> bytes:
    """The key that was sealed by a passphrase; KeyUnavailableError where it is damaged, or the words are others."""
    try:
        key = unseal(sealed, passphrase)
    except DamagedSealError as error:
        raise _damaged() from error
    if key is None:
        raise _wrong_passphrase()
    return _required(key)


def new_database_key() -> bytes:
    """A fresh 256-bit key."""
    return secrets.token_bytes(KEY_BYTES)


def database_key(installation: str, wrapped_file: Path, passphrase: Callable[[], str], *, is_new: bool) -> bytes:
    """The key of a database; made and kept for a new one, never for one that is there already."""
    if not is_new and not wrapped_file.exists() and real_keyring() is None:
        raise _missing()
    store = choose_key_store(installation, wrapped_file, passphrase)
    key = store.load()
    if key is None and not is_new:
        raise _missing()
    if key is None:
        key = new_database_key()
        store.save(key)
    return key


def choose_key_store(installation: str, wrapped_file: Path, passphrase: Callable[[], str]) -> KeyStore:
    """A wrapped key that is there wins, then a real keyring; without one the passphrase is asked for."""
    if not wrapped_file.exists() and (backend := real_keyring()):
        return KeyringKeyStore(installation, backend)
    return PassphraseKeyStore(wrapped_file, passphrase())


def token_store(installation: str, wrapped_file: Path, what: str = _BADGE) -> KeyringTokenStore | None:
    """Where the token is kept outside of the database; None where it stays in it, as its key comes by a passphrase."""
    backend = None if wrapped_file.exists() else real_keyring()
    return None if backend is None else KeyringTokenStore(installation, backend, what)


def real_keyring() -> KeyringBackend | None:
    """The keyring of this account, if it is one that encrypts; a chain counts by its first real link."""
    import keyring

    with _keyring_errors():
        return _first_real(keyring.get_keyring())


def _first_real(backend: KeyringBackend) -> KeyringBackend | None:
    if type(backend).__module__ == _CHAIN:
        return next(filter(None, map(_first_real, getattr(backend, "backends", ()))), None)
    return backend if type(backend).__module__ in _REAL else None


def forget_keys(installation: str) -> None:
    """Take key and token out of the keyring; KeyUnavailableError where it refuses."""
    backend = real_keyring()
    if backend is None:
        return
    beside = (KeyringTokenStore(installation, backend, what).entry for what in (_BADGE, LEASE_MARK))
    for entry in (installation, *beside):
        with _keyring_errors():
            if backend.get_password(_SERVICE, entry) is not None:
                backend.delete_password(_SERVICE, entry)


@dataclass(frozen=True)
class KeyringKeyStore:
    """The key as an entry in the keyring of the operating system."""

    installation: str
    backend: KeyringBackend

    def load(self) -> bytes | None:
        """The key; None where the keyring has none."""
        with _keyring_errors():
            entry = self.backend.get_password(_SERVICE, self.installation)
        return None if entry is None else _key_of(entry)

    def save(self, key: bytes) -> None:
        """Keep the key, and read it back: some keyrings forget without a word."""
        with _keyring_errors():
            self.backend.set_password(_SERVICE, self.installation, key.hex())
        if self.load() != key:
            raise _refusal()


@dataclass(frozen=True)
class KeyringTokenStore:
    """The token that lets this laptop in at the centre, or what else is not to lie in the database alone, as an entry
    of its own beside the key."""

    installation: str
    backend: KeyringBackend
    what: str = _BADGE

    def load(self) -> str:
        """The token; empty where the keyring has none."""
        with _keyring_errors():
            return self.backend.get_password(_SERVICE, self.entry) or ""

    def save(self, token: str) -> None:
        """Keep the token, and read it back: some keyrings forget without a word."""
        with _keyring_errors():
            self.backend.set_password(_SERVICE, self.entry, token)
        if self.load() != token:
            raise _refusal()

    @property
    def entry(self) -> str:
        """Its name in the keyring."""
        return f"{self.installation}-{self.what}"


@dataclass(frozen=True)
class PassphraseKeyStore:
    """The key in a file, sealed by a passphrase."""

    path: Path
    passphrase: str = field(repr=False)
    cost: Cost = field(default_factory=Cost)

    def load(self) -> bytes | None:
        """The key; None where the file is not there yet."""
        if not self.path.exists():
            return None
        with folder_errors():
            sealed = self.path.read_bytes()
        return unwrap(sealed, self.passphrase)

    def save(self, key: bytes) -> None:
        """Seal the key anew; a passphrase that is too short is refused."""
        require_long(self.passphrase)
        write_whole(self.path, seal(key, self.passphrase, self.cost).encode())


@contextmanager
def _keyring_errors() -> Iterator[None]:
    """Keyrings of other makers raise whatever they like, so everything is translated here."""
    from keyring.errors import KeyringLocked

    try:
        yield
    except KeyringLocked as error:
        raise _locked() from error
    except Exception as error:
        raise _refusal() from error


def _key_of(entry: str) -> bytes:
    try:
        return _required(bytes.fromhex(entry))
    except ValueError as error:
        raise _damaged() from error


def _required(key: bytes) -> bytes:
    if len(key) != KEY_BYTES:
        raise _damaged()
    return key


def _missing() -> KeyLostError:
    return KeyLostError(
        text("Kunci data tidak ada di akun laptop ini."),
        text("Data aman dan tidak diubah. Masuk ke akun yang biasa dipakai, atau minta kantor membukanya."),
    )


def _locked() -> KeyUnavailableError:
    return KeyUnavailableError(
        text("Brankas kunci di laptop ini masih terkunci."),
        text("Data aman dan belum dibuka. Buka brankas dengan kata sandi akun laptop, lalu coba lagi."),
    )


def _refusal() -> KeyUnavailableError:
    return KeyUnavailableError(
        text("Brankas kunci di laptop ini menolak."),
        text("Data aman dan belum dibuka. Masuk ulang ke akun laptop lalu coba lagi, atau pakai frasa sandi."),
    )


def _wrong_passphrase() -> KeyUnavailableError:
    return KeyUnavailableError(
        text("Frasa sandi tidak cocok."),
        text("Data aman dan belum dibuka. Periksa huruf besar dan spasi, lalu ketik lagi."),
    )


def _short_passphrase() -> KeyUnavailableError:
    return KeyUnavailableError(
        text("Frasa sandi terlalu pendek."),
        text(
            "Kunci belum disimpan. Pakai sedikitnya {least} huruf, misalnya empat kata yang mudah diingat.",
            least=MIN_PASSPHRASE,
        ),
    )


def _damaged() -> KeyLostError:
    return KeyLostError(
        text("Kunci data laptop ini rusak."),
        text("Data tidak diubah. Pulihkan cadangan, atau minta kantor membuka laptop ini dengan kunci darurat."),
    )
