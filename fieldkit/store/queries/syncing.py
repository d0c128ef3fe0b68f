"""What waits to be sent, what was received, and what needs attention."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from fieldkit.records.tables import BY_NAME, OFFICE, PEOPLE, SERVICE, SHIFT, STOCK
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta

GROUPS: Final = (SERVICE, STOCK, SHIFT, PEOPLE, OFFICE)


@dataclass(frozen=True, slots=True)
class GroupCount:
    """Changes of one group of tables. `apart` are held, refused or a case."""

    group: str
    waiting: int
    sent: int
    apart: int


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """The centre's word of one sync."""

    number: int
    at_ms: int
    chain: str


@dataclass(frozen=True, slots=True)
class AttentionRow:
    """A command that the centre did not simply apply."""

    number: int
    verdict: str
    reason: str
    case_id: str
    table: str
    person: str


def group_counts(database: Database) -> list[GroupCount]:
    """Changes by group, in the order of the Sync page."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    rows = database.rows(
        "SELECT table_name, count(*) FILTER (WHERE verdict IS NULL), "
        "count(*) FILTER (WHERE verdict IS NOT NULL), count(*) FILTER (WHERE verdict IN ('case', 'held', 'refused')) "
        "FROM journal GROUP BY table_name"
    )
    for table, *figures in rows:
        sums = counts[BY_NAME[table].group]
        for index, figure in enumerate(figures):
            sums[index] += figure
    return [GroupCount(group, *counts[group]) for group in GROUPS]


def receipts(database: Database, limit: int = 10) -> list[ReceiptRow]:
    """The last receipts of this incarnation, newest first."""
    rows = database.rows(
        "SELECT number, at_ms, chain FROM sync_receipt WHERE origin = ? ORDER BY at_ms DESC LIMIT ?",
        Meta(database).origin,
        limit,
    )
    return [ReceiptRow(*row) for row in rows]


def attention(database: Database) -> list[AttentionRow]:
    """What somebody must decide, newest first."""
    rows = database.rows(
        "SELECT a.number, a.verdict, a.reason, a.case_id, j.table_name, coalesce(r.name, '') FROM attention a "
        "JOIN journal j ON j.origin = a.origin AND j.number = a.number "
        "LEFT JOIN resident r ON r.id = j.row_id OR r.id = "
        "(SELECT q.resident_id FROM service_request q WHERE q.id = j.row_id) ORDER BY a.number DESC"
    )
    return [AttentionRow(*row) for row in rows]
