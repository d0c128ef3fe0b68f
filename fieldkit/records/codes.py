"""Codes that people type in: one enrols a laptop, one sets a first PIN. What travels and is kept is derived slowly."""

from __future__ import annotations

import re
import secrets
from hashlib import sha256
from typing import Final

SPOKEN: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Without 0, 1, I, L and O, which are misread."""
_CODE: Final = re.compile(r"([0-9]{2})([0-9]{2})[0-9A-Z]{12}")
_ROUNDS: Final = 3
_MEMORY_KIB: Final = 1 << 13
_LANES: Final = 1
"""Some 10 ms for a guess, of 2^58 that it takes on average: these are random, no words that somebody chose. Whoever
changes a cost changes the names of the forms as well."""
_HASH_BYTES: Final = 32
_SALT_BYTES: Final = 16
_FORM: Final = "e1"
_GROUPS: Final = 3
_GROUP: Final = 4


def new_code(regency: str) -> str:
    """A code to be typed in, which begins with its regency: "3574-7KQ2-M9XA-TB4H" (59 bits)."""
    groups = ("".join(secrets.choice(SPOKEN) for _ in range(_GROUP)) for _ in range(_GROUPS))
    return "-".join((regency.replace(".", ""), *groups))


def new_start_code() -> str:
    """A code by which a user sets the PIN on a laptop (59 bits)."""
    return "".join(secrets.choice(SPOKEN) for _ in range(_GROUPS * _GROUP))


def code_regency(code: str) -> str | None:
    """The regency that a code names; None where it is no code."""
    match = _CODE.fullmatch(plain_code(code))
    return f"{match[1]}.{match[2]}" if match else None


def code_hash(code: str) -> str:
    """SHA-256 of a typed code, whatever its case and dashes: for what never leaves the centre."""
    return secret_hash(plain_code(code))


def enrol_verifier(code: str) -> str:
    """What travels and is kept of a code that enrols a laptop.

    It has to be found by the code alone, so its salt is that of the regency: guessing costs Argon2id each time, and
    nothing that was worked out for one regency helps in another.
    """
    salt = sha256(f"FieldKit enrolment {code_regency(code) or ''}".encode()).digest()[:_SALT_BYTES]
    return f"{_FORM}:{slow_hash(plain_code(code), salt).hex()}"


def is_enrol_verifier(told: str) -> bool:
    """Whether this was made by `enrol_verifier`; plain hashes of older programs are not."""
    return re.fullmatch(rf"{_FORM}:[0-9a-f]{{{2 * _HASH_BYTES}}}", told) is not None


def slow_hash(secret: str, salt: bytes) -> bytes:
    """32 bytes that take Argon2id to work out."""
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(secret.encode(), salt, _ROUNDS, _MEMORY_KIB, _LANES, hash_len=_HASH_BYTES, type=Type.ID)


def secret_hash(secret: str) -> str:
    """SHA-256 in hex."""
    return sha256(secret.encode()).hexdigest()


def plain_code(code: str) -> str:
    """A code as it is counted: in capitals, without dashes and spaces."""
    return "".join(code.upper().replace("-", " ").split())
