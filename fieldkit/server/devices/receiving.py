"""The key that USB bundles for a regency are sealed to."""

from __future__ import annotations

import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from fieldkit.records.bundle import OF_CENTRE, box_key
from fieldkit.server.regencies import signing_key


def receiving_key(connection: sa.Connection, regency: str) -> X25519PrivateKey:
    """What opens the bundles for a regency: derived from its signing key, so that who keeps that one keeps both."""
    return box_key(signing_key(connection, regency).private_bytes_raw(), OF_CENTRE)


def receiver_of(connection: sa.Connection, regency: str) -> str:
    """The public half, as hex: laptops learn it at each contact."""
    return receiving_key(connection, regency).public_key().public_bytes_raw().hex()
