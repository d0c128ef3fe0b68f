"""Who holds how many blanks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fieldkit.domain.contradiction import CaseKind, negative_holders
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta
from fieldkit.store.queries.syncing import SETTLED

STANDING: Final = (
    "m.corrects_id IS NULL AND m.id NOT IN (SELECT corrects_id FROM stock_movement WHERE corrects_id IS NOT NULL)"
)
"""Of a movement m: it was not taken back, and takes none back. A balance needs no such look: an inverse cancels out."""


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


def all_balances(database: Database) -> dict[tuple[str, str], int]:
    """Every holder (holder, product) that ever had or gave something, with what is left."""
    rows = database.rows(
        "SELECT holder, product, sum(pieces) FROM ("
        "SELECT to_holder AS holder, product, quantity AS pieces FROM stock_movement "
        "UNION ALL SELECT from_holder, product, -quantity FROM stock_movement) GROUP BY holder, product"
    )
    return {(holder, product): int(pieces) for holder, product, pieces in rows}


def prints_left(database: Database, holder: str, product: str) -> int | None:
    """Ribbon or film of a holder in prints; None where none was ever given there, so that nobody keeps count of it."""
    known = database.value("SELECT 1 FROM stock_movement WHERE to_holder = ? AND product = ?", holder, product)
    return max(0, balance_of(database, holder, product)) if known else None


def is_unexplained(database: Database, holder: str, product: str) -> bool:
    """Whether a holder has less than nothing and nobody has settled that: it is given nothing until then."""
    for found in negative_holders({(holder, product): balance_of(database, holder, product)}):
        settled = SETTLED.format(case_id="?", kind=f"'{CaseKind.NEGATIVE_HOLDER}'")
        return not database.value(f"SELECT {settled}", found.id)
    return False


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
        f"LEFT JOIN resident r ON r.id = q.resident_id WHERE m.shift_id = ? AND m.product = 'blank' AND {STANDING} "
        "ORDER BY m.at",
        shift_id,
    )
    return [BlankUse(*row) for row in rows]
