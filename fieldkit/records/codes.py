"""Codes that people type in: one enrols a laptop, one sets a first PIN. What travels and is kept are their hashes."""

from __future__ import annotations

import re
import secrets
from hashlib import sha256
from typing import Final

SPOKEN: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Without 0, 1, I, L and O, which are misread."""
_CODE: Final = re.compile(r"([0-9]{2})([0-9]{2})[0-9A-Z]{12}")
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
    match = _CODE.fullmatch(_plain(code))
    return f"{match[1]}.{match[2]}" if match else None


def code_hash(code: str) -> str:
    """Hash of a typed code, whatever its case and dashes."""
    return secret_hash(_plain(code))


def secret_hash(secret: str) -> str:
    """SHA-256 in hex."""
    return sha256(secret.encode()).hexdigest()


def _plain(code: str) -> str:
    return "".join(code.upper().replace("-", " ").split())
