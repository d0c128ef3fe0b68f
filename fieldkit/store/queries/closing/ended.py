"""How a shift ended that nobody can count again: its table has opened another one since, or stands elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fieldkit.domain.shifts.closing import ClosingKind
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta
from fieldkit.store.queries.shifts import LAST_SHIFT, own_shifts
from fieldkit.store.queries.stock.balances import table_holder


@dataclass(frozen=True, slots=True)
class Ended:
    """What its last closing leaves fixed. `holder` is empty where nothing here tells whose table it was."""

    holder: str
    until: str
    """When it was counted and signed, UTC: what other sessions did since is not of this shift."""
    counted: int | None
    """The blanks that were counted: the table went on from there."""


def ended(database: Database, shift_id: str) -> Ended | None:
    """How a shift ended; None where it never did, or where it is the last one of this laptop, and is counted anew."""
    if Meta(database).get(LAST_SHIFT) == shift_id:
        return None
    row = database.row(_LAST_CLOSING, shift_id, ClosingKind.TABLE)
    return Ended(holder_of(database, shift_id), *row) if row is not None else None


def holder_of(database: Database, shift_id: str) -> str:
    """The stock holder that the table of a shift is; empty where nothing here tells."""
    if shift_id in own_shifts(database):
        return table_holder(database)
    moved = [holder for (holder,) in database.rows(_MOVED, shift_id)]
    return str(moved[0]) if moved else _of_the_queue(database, shift_id)


def _of_the_queue(database: Database, shift_id: str) -> str:
    """Where no piece moved, the only table that has the prefix of the queue."""
    number = str(database.value("SELECT queue_no FROM service_request WHERE shift_id = ? LIMIT 1", shift_id) or "")
    found = [holder for (holder,) in database.rows(_TABLES, number.partition("-")[0])] if number else []
    return str(found[0]) if len(found) == 1 else ""


_LAST_CLOSING: Final = (
    "SELECT coalesce(json_extract(document, '$.until'), max(at) OVER ()), json_extract(document, '$.counted') "
    "FROM closing WHERE shift_id = ? AND kind = ? ORDER BY number DESC, id DESC LIMIT 1"
)
_MOVED: Final = (
    "SELECT iif(to_holder LIKE 'table:%', to_holder, from_holder) AS holder FROM stock_movement WHERE shift_id = ? "
    "AND (to_holder LIKE 'table:%') <> (from_holder LIKE 'table:%') GROUP BY holder "
    "ORDER BY count(*) DESC, holder LIMIT 1"
)
_TABLES: Final = (
    "SELECT DISTINCT to_holder FROM stock_movement WHERE to_holder LIKE 'table:%' "
    "AND substr(to_holder, instr(to_holder, '-') + 1) = ?"
)
