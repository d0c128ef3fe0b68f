"""Signed handover records."""

from __future__ import annotations

from dataclasses import dataclass

from fieldkit.store.database import Database


@dataclass(frozen=True, slots=True, repr=False)
class SignedRecord:
    """A handover record as it was signed; its document never changes."""

    id: str
    kind: str
    number: str
    document: str
    signer_name: str
    at: str
    signature: str


def signed_records(database: Database) -> list[SignedRecord]:
    """All of them, newest first."""
    rows = database.rows(
        "SELECT r.id, r.kind, r.number, r.document, coalesce(u.name, ''), r.at, r.signature FROM handover_record r "
        "LEFT JOIN app_user u ON u.id = r.signer_id ORDER BY r.at DESC, r.id DESC"
    )
    return [SignedRecord(*row) for row in rows]
