"""The signature under a closing, order, approval or record: made with a key of the signer's own, checked here."""

from __future__ import annotations

from typing import Final

from fieldkit.records.tables import APPROVAL, CLOSING, HANDOVER_RECORD, OFFICE_ORDER, USER_KEY
from fieldkit.server.merge.bonds import Bonds
from fieldkit.server.merge.contents import CONTENTS
from fieldkit.server.merge.proposals import Proposal, is_name
from fieldkit.server.merge.rows import Key, RowBook
from fieldkit.server.merge.verifying import verifies

SIGNED: Final = (CLOSING, OFFICE_ORDER, APPROVAL, HANDOVER_RECORD)
_PLACES: Final = {table.name: CONTENTS[table.name].position for table in SIGNED}


def keys_of_signed(proposal: Proposal, home: str) -> list[Key]:
    """Where the key of what is signed may stand: in its regency, or in that of a team that helps there; empty for
    everything else."""
    if proposal.header.table not in _PLACES:
        return []
    key_id = proposal.inserted[_PLACES[proposal.header.table]["key_id"]]
    places = dict.fromkeys((proposal.header.regency, home))
    return [(USER_KEY.name, regency, key_id) for regency in places] if is_name(key_id) else []


def is_signed(proposal: Proposal, home: str, rows: RowBook, bonds: Bonds) -> bool:
    """Whether the document carries the signature of its signer, by a key that is known to be theirs."""
    for place in keys_of_signed(proposal, home):
        key, names = rows.get(place), _PLACES[proposal.header.table]
        is_theirs = key is not None and key.value("user_id") == proposal.inserted[names["signer_id"]]
        if key is not None and is_theirs and bonds.is_bound(*place[1:]):
            document, signature = (proposal.inserted[names[name]] for name in ("document", "signature"))
            return verifies(key.value("public_key"), signature, document)
    return False
