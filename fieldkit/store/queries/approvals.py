"""What the head of the office signed: rules, targets and exceptions (HO-3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec

from fieldkit.store.database import Database
from fieldkit.store.queries.doubts import is_doubted


@dataclass(frozen=True, slots=True)
class SignedApproval:
    """A document as it was read when it was signed, by whom and when."""

    id: str
    document: dict[str, Any]
    signer_name: str
    at: str


def last_approval(database: Database, kind: str, subject: str) -> SignedApproval | None:
    """What was signed last of a subject; None where nothing was, or nothing that the centre does not doubt."""
    row = database.row(
        "SELECT a.id, a.document, coalesce(u.name, ''), a.at FROM approval a "
        "LEFT JOIN app_user u ON u.id = a.signer_id WHERE a.kind = ? AND a.subject = ? "
        f"AND NOT {is_doubted('a.id')} ORDER BY a.at DESC, a.id DESC LIMIT 1",
        kind,
        subject,
    )
    if row is None:
        return None
    id_, document, signer, at = row
    return SignedApproval(id_, msgspec.json.decode(document, type=dict[str, Any]), signer, at)
