"""Ed25519 signatures under documents."""

from __future__ import annotations

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


def verifies(public_key: str, signature: str, document: str) -> bool:
    """Whether a document was signed by whoever has the private half of this key."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key))
        key.verify(bytes.fromhex(signature), document.encode())
    except (ValueError, InvalidSignature):
        return False
    return True
