"""Cards that are none any more go into the box of the spoiled pieces, and by it to their destruction (F-B5, ST-5)."""

from __future__ import annotations

from fieldkit.domain.stock.movements import SPOILED, USED, Movement, MovementKind, Product, SpoilReason
from fieldkit.store.queries.stock.balances import STANDING
from fieldkit.store.unit import Unit
from fieldkit.work.stock.booking import Booking, book, write_inverse


def into_box(unit: Unit, area: str, request_id: str, reason: SpoilReason) -> str:
    """A card that was with somebody is in the box now; returns the movement. It is no blank of any table."""
    movement = Movement(MovementKind.SPOIL, Product.BLANK, USED, SPOILED, 1)
    return book(unit, Booking(movement, reason, request_id=request_id), area)


def out_of_box(unit: Unit, request_id: str, reason: SpoilReason) -> None:
    """It was written by mistake that a card went into the box; nothing where none did."""
    movement_id = unit.value(
        f"SELECT m.id FROM stock_movement m WHERE m.request_id = ? AND m.reason = ? AND m.kind = 'spoil' "
        f"AND {STANDING} ORDER BY m.at DESC LIMIT 1",
        request_id,
        reason,
    )
    if movement_id is not None:
        write_inverse(unit, movement_id)
