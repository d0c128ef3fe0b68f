"""What opens a laptop when its own key is lost: sealed to the office's rescue key, whose private half lies in a safe.

HPKE (RFC 9180) with X25519, HKDF-SHA256 and ChaCha20-Poly1305, as USB bundles are sealed. The private half is made away
from any network, and kept in a file that only its words open.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal

import msgspec

from fieldkit.domain.errors import FileError, KeyUnavailableError
from fieldkit.domain.rules.rescue_key import key_print
from fieldkit.domain.text import text
from fieldkit.host.files import read_small
from fieldkit.host.keys import KEY_BYTES, require_long
from fieldkit.host.sealing import Cost, DamagedSealError, seal, unseal

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.hpke import Suite

RESCUE_SUFFIX: Final = ".fkrescue"
_PURPOSE: Final = b"fieldkit rescue 1"
_MOST_BYTES: Final = 1 << 16
_Hex64 = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}$")]


@dataclass(frozen=True, slots=True)
class LaptopSecrets:
    """What brings a laptop back to life: the key of its database, and the token that lets it in at the centre."""

    key: bytes = field(repr=False)
    token: str = field(default="", repr=False)


class Escrow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The secrets of a laptop, for who has the private half of this rescue key. Nothing in it is secret by itself."""

    rescue_key: _Hex64
    box: str
    format: Literal[1] = 1


class _RescueFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    rescue_key: _Hex64
    sealed: str
    format: Literal[1] = 1


@dataclass(frozen=True, slots=True)
class NewRescueKey:
    """A fresh key: the file for the safe, and the public half for the office's rules."""

    public_hex: str
    content: bytes = field(repr=False)


def new_rescue_key(words: str, cost: Cost | None = None) -> NewRescueKey:
    """A fresh pair; KeyUnavailableError where the words are too few to keep it."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    require_long(words)
    key = X25519PrivateKey.generate()
    public_hex = key.public_key().public_bytes_raw().hex()
    sealed = seal(key.private_bytes_raw(), words, cost)
    return NewRescueKey(public_hex, msgspec.json.encode(_RescueFile(public_hex, sealed)))


def read_rescue_file(path: Path) -> bytes:
    """The content of a rescue key as it is kept; FileError where it can not be read."""
    if content := read_small(path, _MOST_BYTES):
        return content
    raise _no_rescue_file()


def open_rescue_key(content: bytes, words: str) -> X25519PrivateKey:
    """The private half; FileError for another file, KeyUnavailableError where the words do not open it."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    try:
        told = msgspec.json.decode(content, type=_RescueFile)
        secret = unseal(told.sealed, words)
        if secret is None:
            raise _wrong_words()
        key = X25519PrivateKey.from_private_bytes(secret)
    except (msgspec.MsgspecError, DamagedSealError, ValueError) as error:
        raise _no_rescue_file() from error
    if key.public_key().public_bytes_raw().hex() != told.rescue_key:
        raise _no_rescue_file()
    return key


def escrow(secrets: LaptopSecrets, rescue_key: str) -> Escrow:
    """The secrets of a laptop, sealed to the office's key."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

    plain = msgspec.msgpack.encode([secrets.key, secrets.token])
    receiver = X25519PublicKey.from_public_bytes(bytes.fromhex(rescue_key))
    return Escrow(rescue_key, _suite().encrypt(plain, receiver, info=_PURPOSE).hex())


def open_escrow(kept: Escrow, key: X25519PrivateKey) -> LaptopSecrets:
    """The secrets again; KeyUnavailableError where another key would open them, or nothing can."""
    from cryptography.exceptions import InvalidTag

    if key.public_key().public_bytes_raw().hex() != kept.rescue_key:
        raise _another_rescue_key(kept.rescue_key)
    try:
        plain = _suite().decrypt(bytes.fromhex(kept.box), key, info=_PURPOSE)
        secret, token = msgspec.msgpack.decode(plain, type=tuple[bytes, str])
    except (InvalidTag, ValueError, msgspec.MsgspecError) as error:
        raise _damaged_escrow() from error
    if len(secret) != KEY_BYTES:
        raise _damaged_escrow()
    return LaptopSecrets(secret, token)


def _suite() -> Suite:
    from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

    return Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)


def _wrong_words() -> KeyUnavailableError:
    return KeyUnavailableError(
        text("Frasa kunci darurat tidak cocok."),
        text("Belum ada yang dibuka. Frasanya yang dipilih waktu kunci darurat dibuat; ketik lagi."),
    )


def _no_rescue_file() -> FileError:
    return FileError(
        text("Ini bukan berkas kunci darurat, atau berkasnya rusak."),
        text("Tidak ada yang diubah. Ambil berkas berakhiran {suffix} dari brankas kantor.", suffix=RESCUE_SUFFIX),
    )


def _another_rescue_key(rescue_key: str) -> KeyUnavailableError:
    return KeyUnavailableError(
        text("Kunci darurat ini bukan yang mengunci data itu."),
        text(
            "Tidak ada yang diubah. Cari kunci darurat dengan sidik {print} di brankas kantor.",
            print=key_print(rescue_key),
        ),
    )


def _damaged_escrow() -> KeyUnavailableError:
    return KeyUnavailableError(
        text("Salinan kunci darurat ini rusak."),
        text("Data tidak diubah. Pakai salinan yang ada di pusat, atau cadangan yang lain."),
    )
