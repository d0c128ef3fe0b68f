"""A counted difference of blanks goes into the ledger with its reason and its name, and out again with its closing."""

from __future__ import annotations

from fieldkit.domain.stock.movements import UNEXPLAINED, Movement, MovementKind, Product
from fieldkit.store.queries.shifts import Shift
from fieldkit.store.unit import Unit
from fieldkit.work.stock.booking import Booking, book, write_inverse


def settle(unit: Unit, shift: Shift, holder: str, missing: int, reason: str, note: str) -> str:
    """Move what a table misses, or below 0 has too much, so that its balance is what lies on it; the movement's id."""
    if not missing:
        return ""
    ends = (holder, UNEXPLAINED) if missing > 0 else (UNEXPLAINED, holder)
    kind = MovementKind.COUNT_ADJUST if missing > 0 else MovementKind.RECEIVE
    movement = Movement(kind, Product.BLANK, *ends, abs(missing))
    return book(unit, Booking(movement, reason, note, shift.id), shift.village)


def take_back(unit: Unit, movement_id: str) -> None:
    """The same pieces go the other way: the shift is open again, and what lies on the table is to be counted anew."""
    is_there = unit.value(
        "SELECT 1 FROM stock_movement WHERE id = ?1 "
        "AND NOT EXISTS (SELECT 1 FROM stock_movement later WHERE later.corrects_id = ?1)",
        movement_id,
    )
    if is_there:
        write_inverse(unit, movement_id)
