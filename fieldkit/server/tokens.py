"""Secrets that let a device in. The centre keeps their hashes only.

Each begins with its regency in the clear, so that it is looked up where that regency's rows are.
"""

from __future__ import annotations

import re
import secrets
from hashlib import sha256
from typing import Final

_TOKEN: Final = re.compile(r"([0-9]{2}[.][0-9]{2})~[0-9A-Za-z_-]{43}")
_CODE: Final = re.compile(r"([0-9]{2})([0-9]{2})[0-9A-Z]{12}")
SPOKEN: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Without 0, 1, I, L and O, which are misread."""
_GROUPS: Final = 3
_GROUP: Final = 4


def new_token(regency: str) -> str:
    """A device token of a regency: 256 random bits."""
    return f"{regency}~{secrets.token_urlsafe(32)}"


def token_regency(token: str) -> str | None:
    """The regency that a token names; None where it is no token."""
    match = _TOKEN.fullmatch(token)
    return match[1] if match else None


def new_code(regency: str) -> str:
    """A code to be typed in: "3574-7KQ2-M9XA-TB4H" (59 bits)."""
    groups = ("".join(secrets.choice(SPOKEN) for _ in range(_GROUP)) for _ in range(_GROUPS))
    return "-".join((regency.replace(".", ""), *groups))


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


def bearer_token(header: str) -> str:
    """The token in an Authorization header, however it is spaced; empty where there is none."""
    scheme, _, token = header.partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""
