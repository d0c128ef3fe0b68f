"""Move blanks of this laptop's table: every movement is from one holder to another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.stock.movements import OFFICE, SPOILED, UNEXPLAINED, USED, Movement, MovementKind, Product
from fieldkit.domain.text import text
from fieldkit.store.queries.stock.balances import table_holder
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_table_worker
from fieldkit.work.stock.booking import Booking, book

_INTO_TABLE = {MovementKind.ISSUE, MovementKind.RECEIVE}
_TO = {
    MovementKind.RETURN: OFFICE,
    MovementKind.PRINT_USE: USED,
    MovementKind.SPOIL: SPOILED,
    MovementKind.COUNT_ADJUST: UNEXPLAINED,
}


@dataclass(frozen=True, slots=True)
class MoveStock:
    """A movement of this table. `other` is the other holder where the kind does not say it."""

    shift_id: str | None
    area: str
    kind: MovementKind
    product: Product
    quantity: int
    other: str = ""
    request_id: str | None = None
    reason: str = ""
    note: str = ""


def move_stock(unit: Unit, command: MoveStock) -> str:
    """Write a movement; returns its id. RuleError where the rules of F-B say so."""
    require_table_worker(unit)
    if command.kind not in _INTO_TABLE and command.kind not in _TO:
        raise RuleError(Problem("kind", "needs_record", _NEEDS_RECORD))
    table = unit.query(table_holder)
    other = command.other or _TO.get(command.kind, OFFICE)
    ends = (other, table) if command.kind in _INTO_TABLE else (table, other)
    movement = Movement(command.kind, command.product, *ends, command.quantity)
    told = Booking(movement, command.reason, command.note, command.shift_id, command.request_id)
    return book(unit, told, command.area)


_NEEDS_RECORD: Final = text("Ini memerlukan berita acara yang ditandatangani. Minta penyimpan blangko mencatatnya.")
