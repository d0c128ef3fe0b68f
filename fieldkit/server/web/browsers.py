"""By which browser somebody signed in before: whoever guesses elsewhere keeps nobody out who comes back with it.

The mark is in a cookie, and holds as long as the passphrase does. The centre keeps none: it knows its own marks.
"""

from __future__ import annotations

import hmac
import secrets
from hashlib import sha256
from typing import Final

import sqlalchemy as sa

from fieldkit.server.regencies import signing_key

LASTS_S: Final = 180 * 24 * 3600
_NONCE_BYTES: Final = 16


def new_mark(connection: sa.Connection, regency: str, user_id: str, verifier: str) -> str:
    """A mark for the browser by which somebody signed in just now."""
    nonce = secrets.token_hex(_NONCE_BYTES)
    return f"{nonce}.{_seal(connection, regency, (user_id, verifier, nonce))}"


def is_own_mark(connection: sa.Connection, regency: str, user_id: str, verifier: str, mark: str) -> bool:
    """Whether a mark was given to this user, since the passphrase was set."""
    nonce, _, seal = mark.partition(".")
    return hmac.compare_digest(_seal(connection, regency, (user_id, verifier, nonce)).encode(), seal.encode())


def _seal(connection: sa.Connection, regency: str, parts: tuple[str, ...]) -> str:
    key = hmac.digest(signing_key(connection, regency).private_bytes_raw(), b"FieldKit browsers", sha256)
    return hmac.digest(key, "\n".join(parts).encode(), sha256).hex()
