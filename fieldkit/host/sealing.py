"""A secret sealed by words that a person remembers: Argon2id for the key, AES-256-GCM for the seal."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Annotated, Final, Literal

import msgspec

_KEY_BYTES: Final = 32
_SALT_BYTES: Final = 16
_NONCE_BYTES: Final = 12
_MAX_MEMORY_KIB: Final = 1 << 20
"""A tampered file can not make this computer work for hours, or without memory."""
_MAX_ROUNDS: Final = 32
_MAX_LANES: Final = 16


@dataclass(frozen=True)
class Cost:
    """How hard a guess is made. The values are the second recommendation of RFC 9106, section 4."""

    rounds: int = 3
    memory_kib: int = 1 << 16
    lanes: int = 4


class _Sealed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    rounds: Annotated[int, msgspec.Meta(ge=1, le=_MAX_ROUNDS)]
    memory_kib: Annotated[int, msgspec.Meta(ge=8 * _MAX_LANES, le=_MAX_MEMORY_KIB)]
    lanes: Annotated[int, msgspec.Meta(ge=1, le=_MAX_LANES)]
    salt: str
    nonce: str
    sealed: str
    derivation: Literal["argon2id"] = "argon2id"
    cipher: Literal["aes-256-gcm"] = "aes-256-gcm"
    format: Literal[1] = 1


class DamagedSealError(ValueError):
    """The sealed text is not what `seal` wrote."""


def seal(secret: bytes, words: str, cost: Cost | None = None) -> str:
    """JSON that only the same words open."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    cost = cost or Cost()
    salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    box = AESGCM(_key(words, salt, cost)).encrypt(nonce, secret, None)
    parts = _Sealed(cost.rounds, cost.memory_kib, cost.lanes, salt.hex(), nonce.hex(), box.hex())
    return msgspec.json.encode(parts).decode()


def unseal(sealed: str | bytes, words: str) -> bytes | None:
    """The secret; None where the words do not open it. DamagedSealError where there is nothing to open."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        parts = msgspec.json.decode(sealed, type=_Sealed)
        salt, nonce, box = (bytes.fromhex(part) for part in (parts.salt, parts.nonce, parts.sealed))
        key = _key(words, salt, Cost(parts.rounds, parts.memory_kib, parts.lanes))
        return AESGCM(key).decrypt(nonce, box, None)
    except InvalidTag:
        return None
    except (msgspec.DecodeError, ValueError) as error:
        raise DamagedSealError from error


def _key(words: str, salt: bytes, cost: Cost) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    if len(salt) != _SALT_BYTES:
        raise DamagedSealError
    return hash_secret_raw(
        words.encode(), salt, cost.rounds, cost.memory_kib, cost.lanes, hash_len=_KEY_BYTES, type=Type.ID
    )
