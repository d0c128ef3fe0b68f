"""What waits to be sent, what was received, and what needs attention."""

from __future__ import annotations

from dataclasses import dataclass

from fieldkit.store.database import Database


@dataclass(frozen=True, slots=True)
class GroupCount:
    """Changes of one group of tables. `apart` are held, refused or a case."""

    group: str
    waiting: int
    sent: int
    apart: int


@dataclass(frozen=True, slots=True)
class AttentionRow:
    """A command that the centre did not simply apply."""

    number: int
    verdict: str
    reason: str
    case_id: str
    table: str
    person: str


def attention(database: Database) -> list[AttentionRow]:
    """What somebody must decide, newest first."""
    rows = database.rows(
        "SELECT a.number, a.verdict, a.reason, a.case_id, j.table_name, coalesce(r.name, '') FROM attention a "
        "JOIN journal j ON j.origin = a.origin AND j.number = a.number "
        "LEFT JOIN resident r ON r.id = j.row_id OR r.id = "
        "(SELECT q.resident_id FROM service_request q WHERE q.id = j.row_id) ORDER BY a.number DESC"
    )
    return [AttentionRow(*row) for row in rows]
