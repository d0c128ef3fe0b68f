"""Tokens that let a device in. The centre keeps their hashes only.

Each begins with its regency in the clear, so that it is looked up where that regency's rows are.
"""

from __future__ import annotations

import re
import secrets
from typing import Final

_TOKEN: Final = re.compile(r"([0-9]{2}[.][0-9]{2})~[0-9A-Za-z_-]{43}")


def new_token(regency: str) -> str:
    """A device token of a regency: 256 random bits."""
    return f"{regency}~{secrets.token_urlsafe(32)}"


def token_regency(token: str) -> str | None:
    """The regency that a token names; None where it is no token."""
    match = _TOKEN.fullmatch(token)
    return match[1] if match else None


def bearer_token(header: str) -> str:
    """The token in an Authorization header, however it is spaced; empty where there is none."""
    scheme, _, token = header.partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""
