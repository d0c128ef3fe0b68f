"""A counted difference of blanks goes into the ledger with its reason and its name, and out again with its closing."""

from __future__ import annotations

from fieldkit.domain.stock.movements import UNEXPLAINED, MovementKind, Product
from fieldkit.store.queries.shifts import Shift
from fieldkit.store.unit import Unit
from fieldkit.work.stock.booking import write_inverse
from fieldkit.work.stock.movements import MoveStock, move_stock


def settle(unit: Unit, shift: Shift, missing: int, reason: str, note: str) -> str:
    """Move what is missing, or below 0 too much, so that the balance is what lies on the table; the movement's id."""
    if not missing:
        return ""
    kind = MovementKind.COUNT_ADJUST if missing > 0 else MovementKind.RECEIVE
    other = "" if missing > 0 else UNEXPLAINED
    command = MoveStock(shift.id, shift.village, kind, Product.BLANK, abs(missing), other, reason=reason, note=note)
    return move_stock(unit, command)


def take_back(unit: Unit, movement_id: str) -> None:
    """The same pieces go the other way: the shift is open again, and what lies on the table is to be counted anew."""
    is_there = unit.value(
        "SELECT 1 FROM stock_movement WHERE id = ?1 "
        "AND NOT EXISTS (SELECT 1 FROM stock_movement later WHERE later.corrects_id = ?1)",
        movement_id,
    )
    if is_there:
        write_inverse(unit, movement_id)
