"""The signature under a closing or an order: made with a key of the signer's own, checked here."""

from __future__ import annotations

from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from fieldkit.records.tables import CLOSING, OFFICE_ORDER, USER_KEY
from fieldkit.server.merge.contents import CONTENTS
from fieldkit.server.merge.proposals import Proposal, is_name
from fieldkit.server.merge.rows import Key, RowBook

SIGNED: Final = (CLOSING, OFFICE_ORDER)
_PLACES: Final = {table.name: CONTENTS[table.name].position for table in SIGNED}


def key_of_signed(proposal: Proposal) -> list[Key]:
    """Where the key of a closing or an order stands; empty for everything else."""
    if proposal.header.table not in _PLACES:
        return []
    key_id = proposal.inserted[_PLACES[proposal.header.table]["key_id"]]
    return [(USER_KEY.name, proposal.header.regency, key_id)] if is_name(key_id) else []


def is_signed(proposal: Proposal, rows: RowBook) -> bool:
    """Whether the document carries the signature of its signer, by a key that is known."""
    for place in key_of_signed(proposal):
        key, names = rows.get(place), _PLACES[proposal.header.table]
        if key is not None and key.value("user_id") == proposal.inserted[names["signer_id"]]:
            document, signature = (proposal.inserted[names[name]] for name in ("document", "signature"))
            return verifies(key.value("public_key"), signature, document)
    return False


def verifies(public_key: str, signature: str, document: str) -> bool:
    """Whether a document was signed by whoever has the private half of this key."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key))
        key.verify(bytes.fromhex(signature), document.encode())
    except (ValueError, InvalidSignature):
        return False
    return True
