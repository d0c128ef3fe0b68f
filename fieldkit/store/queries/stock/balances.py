"""Who holds how many blanks."""

from __future__ import annotations

from dataclasses import dataclass

from fieldkit.store.database import Database
from fieldkit.store.meta import Meta


def table_holder(database: Database) -> str:
    """The stock holder that this laptop's table is: named with its regency, since guests work beside hosts."""
    return f"table:{Meta(database).origin.rpartition('.')[0]}"


def balance_of(database: Database, holder: str, product: str) -> int:
    """What a holder has: everything in less everything out; below zero is possible, and then a case."""
    return int(
        database.value(
            "SELECT coalesce(sum(CASE WHEN to_holder = ?1 THEN quantity ELSE 0 END) - "
            "sum(CASE WHEN from_holder = ?1 THEN quantity ELSE 0 END), 0) FROM stock_movement "
            "WHERE product = ?2 AND (to_holder = ?1 OR from_holder = ?1)",
            holder,
            product,
        )
    )


@dataclass(frozen=True, slots=True)
class BlankUse:
    """One use of blanks in a shift, for the list behind the figure."""

    id: str
    at: str
    kind: str
    quantity: int
    person: str
    reason: str
    note: str


def blank_uses(database: Database, shift_id: str) -> list[BlankUse]:
    """Every movement of blanks of a shift, first one first."""
    rows = database.rows(
        "SELECT m.id, m.at, m.kind, m.quantity, coalesce(r.name, ''), coalesce(m.reason, ''), coalesce(m.note, '') "
        "FROM stock_movement m LEFT JOIN service_request q ON q.id = m.request_id "
        "LEFT JOIN resident r ON r.id = q.resident_id WHERE m.shift_id = ? AND m.product = 'blank' ORDER BY m.at",
        shift_id,
    )
    return [BlankUse(*row) for row in rows]
