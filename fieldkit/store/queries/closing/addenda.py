"""What came after a shift was closed. The signed figures stay as they are; this stands beside them (invariant 8)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fieldkit.records.tables import CLOSING, REQUEST_STEP, SHIFT_OPENING, TABLES
from fieldkit.store.database import Database


@dataclass(frozen=True, slots=True)
class Addendum:
    """A fact about a shift that its last closing does not count."""

    table: str
    id: str
    at: str


def addenda(database: Database, shift_id: str) -> list[Addendum]:
    """What came after the last closing of a shift, oldest first; nothing while it is not closed."""
    last = database.row(
        "SELECT id, version FROM closing WHERE shift_id = ? AND kind = 'table' "
        "ORDER BY number DESC, version DESC, id DESC LIMIT 1",
        shift_id,
    )
    if last is None:
        return []
    found = [Addendum(*row) for query in _QUERIES for row in database.rows(query, shift_id, *last)]
    return sorted(found, key=lambda each: (each.at, each.id))


_IS_LATER: Final = (
    "CASE WHEN f.version > 0 AND ?3 > 0 THEN f.version > ?3 "
    "WHEN f.version = 0 AND ?3 = 0 THEN (SELECT min(number) FROM journal WHERE row_id = f.id AND in_base = 0) "
    "> (SELECT min(number) FROM journal WHERE row_id = ?2 AND in_base = 0) "
    "ELSE f.version = 0 OR (?3 <> 0 AND f.id > ?2) END"
)
"""In the order of the centre where it took both, of the own journal where it took neither, and own work that waits
comes after a closing that was taken. Only where an epoch that is over took away the numbers do the ids decide."""


def _query(table: str, of_shift: str) -> str:
    return f"SELECT '{table}', f.id, f.at FROM {table} f WHERE {of_shift} AND {_IS_LATER}"


_QUERIES: Final = (
    _query(REQUEST_STEP.name, "f.request_id IN (SELECT id FROM service_request WHERE shift_id = ?1)"),
    *(
        _query(table.name, "f.shift_id = ?1")
        for table in TABLES
        if "shift_id" in table.column_names and table not in (CLOSING, SHIFT_OPENING)
    ),
)
