"""A counted difference of blanks goes into the ledger with its reason and its name, and out again with its closing."""

from __future__ import annotations

from fieldkit.domain.stock.movements import UNEXPLAINED, MovementKind, Product
from fieldkit.records.tables import STOCK_MOVEMENT
from fieldkit.store.queries.shifts import Shift
from fieldkit.store.unit import Unit
from fieldkit.work.instants import instant
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
    row = unit.row(
        "SELECT area, shift_id, product, kind, to_holder, from_holder, quantity, reason, note FROM stock_movement "
        "WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM stock_movement later WHERE later.corrects_id = ?1)",
        movement_id,
    )
    if row is None:
        return
    area, *moved = row
    names = ("shift_id", "product", "kind", "from_holder", "to_holder", "quantity", "reason", "note")
    values = dict(zip(names, moved, strict=True))
    unit.insert(STOCK_MOVEMENT, area, **values, corrects_id=movement_id, at=instant(unit.now_utc))
