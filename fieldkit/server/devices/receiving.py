"""The key that USB bundles for a regency are sealed to."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from fieldkit.server.regencies import signing_key

_KEY_BYTES: Final = 32
_PURPOSE: Final = b"fieldkit usb receiver 1"


def receiving_key(connection: sa.Connection, regency: str) -> X25519PrivateKey:
    """What opens the bundles for a regency: derived from its signing key, so that who keeps that one keeps both."""
    seed = signing_key(connection, regency).private_bytes_raw()
    return X25519PrivateKey.from_private_bytes(HKDF(SHA256(), _KEY_BYTES, None, _PURPOSE).derive(seed))


def receiver_of(connection: sa.Connection, regency: str) -> str:
    """The public half, as hex: laptops learn it at each contact."""
    return receiving_key(connection, regency).public_key().public_bytes_raw().hex()
