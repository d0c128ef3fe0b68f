"""The movements of a holder, newest first, as a list shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fieldkit.domain.stock.movements import Product
from fieldkit.store.database import Database
from fieldkit.store.queries.closing.signed import is_closed
from fieldkit.store.queries.stock.balances import STANDING
from fieldkit.store.queries.stock.days import day_here

EVERYBODY: Final = ""
"""In place of a holder: all of them."""


@dataclass(frozen=True, slots=True, repr=False)
class MovementRow:
    """A movement. `is_undone` where a later one takes it back, `is_inverse` where it is such a one itself."""

    id: str
    at: str
    kind: str
    product: str
    from_holder: str
    to_holder: str
    quantity: int
    reason: str
    note: str
    record_number: str
    lot_supplier: str
    is_undone: bool
    is_inverse: bool


def movements_of(database: Database, holder: str, limit: int) -> list[MovementRow]:
    """The last movements from or to a holder, or of everybody; cards of one shift and holder are one line."""
    line = _LINE.format(day=day_here(database, "m.at"))
    rows = database.rows(f"{_MOVEMENTS} GROUP BY {line} ORDER BY 2 DESC, 1 DESC LIMIT ?2", holder, limit)
    return [MovementRow(*(*told, bool(undone), bool(inverse))) for *told, undone, inverse in rows]


def stock_curve(database: Database, holder: str, days: int) -> list[tuple[str, int]]:
    """Blanks of a holder at the end of each of the last days with a movement, first day first."""
    rows = database.rows(_BY_DAY.format(day=day_here(database, "at")), holder, Product.BLANK)
    left, curve = 0, list[tuple[str, int]]()
    for day, change in rows:
        left += int(change)
        curve.append((day, left))
    return curve[-days:]


_MOVEMENTS: Final = (
    "SELECT max(m.id), max(m.at), m.kind, m.product, m.from_holder, m.to_holder, sum(m.quantity), "
    "coalesce(m.reason, ''), coalesce(m.note, ''), coalesce(r.number, ''), coalesce(l.supplier, ''), "
    "min(undone.id IS NOT NULL), "
    "m.corrects_id IS NOT NULL FROM stock_movement m LEFT JOIN handover_record r ON r.id = m.record_id "
    "LEFT JOIN stock_lot l ON l.id = m.lot_id "
    "LEFT JOIN (SELECT corrects_id AS id FROM stock_movement WHERE corrects_id IS NOT NULL) undone ON undone.id = m.id "
    "WHERE ?1 IN ('', m.from_holder, m.to_holder)"
)
_LINE: Final = (
    "CASE WHEN m.kind = 'print_use' AND m.request_id IS NOT NULL THEN "
    "m.from_holder || m.to_holder || m.product || coalesce(m.shift_id, {day}) ELSE m.id END"
)
_IN_HAND: Final = "({0} = 'office' OR {0} LIKE 'store:%' OR {0} LIKE 'table:%')"
_CAME: Final = _IN_HAND.format("to_holder")
_WENT: Final = _IN_HAND.format("from_holder")
_BY_DAY: Final = (
    "SELECT {day} AS day, sum(quantity * (CASE ?1 "
    f"WHEN '' THEN {_CAME} - {_WENT} ELSE (to_holder = ?1) - (from_holder = ?1) END)) "
    "FROM stock_movement WHERE product = ?2 AND ?1 IN ('', from_holder, to_holder) GROUP BY day ORDER BY day"
)


def issued_twice(database: Database) -> list[tuple[str, int]]:
    """Tables (holder, pieces) that noted as taken what the office noted as issued on the same day: perhaps one box.

    The table's own note has a shift, the office's has none; what was taken back counts no more.
    """
    rows = database.rows(_ISSUED_TWICE.format(day=day_here(database, "m.at")), Product.BLANK)
    return [(holder, int(pieces)) for holder, pieces in rows]


_ISSUED_TWICE: Final = (
    "WITH issued AS (SELECT m.to_holder, m.quantity, {day} AS day, m.shift_id, m.at "
    f"FROM stock_movement m WHERE m.kind = 'issue' AND m.product = ? AND m.to_holder LIKE 'table:%' AND {STANDING}) "
    "SELECT DISTINCT own.to_holder, own.quantity FROM issued own JOIN issued office USING (to_holder, quantity, day) "
    "WHERE own.shift_id IS NOT NULL AND office.shift_id IS NULL "
    # Once its shift is closed it was counted, and what was written twice is explained.
    f"AND NOT {is_closed('own.shift_id')} ORDER BY own.at DESC"
)
