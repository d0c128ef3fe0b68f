"""The signature under a closing: made with a key of the signer's own, checked here."""

from __future__ import annotations

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from fieldkit.records.tables import CLOSING, USER_KEY
from fieldkit.server.merge.contents import CONTENTS
from fieldkit.server.merge.proposals import Proposal, is_name
from fieldkit.server.merge.rows import Key, RowBook

_PLACE = CONTENTS[CLOSING.name].position


def key_of_closing(proposal: Proposal) -> list[Key]:
    """Where the key of a closing stands; empty for everything else."""
    if proposal.header.table != CLOSING.name:
        return []
    key_id = proposal.inserted[_PLACE["key_id"]]
    return [(USER_KEY.name, proposal.header.regency, key_id)] if is_name(key_id) else []


def is_signed(proposal: Proposal, rows: RowBook) -> bool:
    """Whether the closing's document carries the signature of its signer, by a key that is known."""
    for place in key_of_closing(proposal):
        key = rows.get(place)
        if key is not None and key.value("user_id") == proposal.inserted[_PLACE["signer_id"]]:
            document, signature = (proposal.inserted[_PLACE[name]] for name in ("document", "signature"))
            return _verifies(key.value("public_key"), signature, document)
    return False


def _verifies(public_key: str, signature: str, document: str) -> bool:
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key))
        key.verify(bytes.fromhex(signature), document.encode())
    except (ValueError, InvalidSignature):
        return False
    return True
