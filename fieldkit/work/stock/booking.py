"""The one way to write a movement of stock, and to take one back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fieldkit.domain.errors import ClosedError, Problem, RuleError
from fieldkit.domain.roles import STOCK_KEEPERS
from fieldkit.domain.stock.lots import LotState
from fieldkit.domain.stock.movements import Movement, MovementKind, Product, check_movement
from fieldkit.domain.text import text
from fieldkit.records.tables import LOT_STEP, STOCK_MOVEMENT
from fieldkit.store.queries.closing.signed import is_closed
from fieldkit.store.queries.stock.balances import table_holder
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_table_worker, role_of
from fieldkit.work.instants import behind, instant
from fieldkit.work.inverse import Inverse


@dataclass(frozen=True, slots=True)
class Booking:
    """A movement, and what is known of it beside. `record_id` names the signed paper about it."""

    movement: Movement
    reason: str = ""
    note: str = ""
    shift_id: str | None = None
    request_id: str | None = None
    lot_id: str | None = None
    record_id: str | None = None
    corrects_id: str | None = None


def book(unit: Unit, booking: Booking, area: str = "") -> str:
    """Write a movement, of the regency where no area is named; returns its id. RuleError where F-B says so."""
    movement = booking.movement
    problems = check_movement(movement, reason=booking.reason)
    if problems:
        raise RuleError(*problems)
    return unit.insert(
        STOCK_MOVEMENT,
        area or unit.meta.regency,
        shift_id=booking.shift_id,
        product=movement.product,
        kind=movement.kind,
        from_holder=movement.from_holder,
        to_holder=movement.to_holder,
        quantity=movement.quantity,
        request_id=booking.request_id,
        reason=booking.reason or None,
        note=booking.note.strip() or None,
        lot_id=booking.lot_id,
        record_id=booking.record_id,
        corrects_id=booking.corrects_id,
        at=instant(unit.now_utc),
    )


def undo_movement(unit: Unit, movement_id: str) -> str:
    """Take a movement back by its inverse, which names it; returns the inverse. RuleError where that can not be."""
    require_table_worker(unit)
    row = unit.row(
        "SELECT kind, from_holder, to_holder, request_id, shift_id, record_id, corrects_id FROM stock_movement "
        "WHERE id = ?",
        movement_id,
    )
    if row is None:
        raise KeyError(movement_id)
    kind, giver, taker, request_id, shift_id, record_id, corrects_id = row
    _require_own(unit, giver, taker)
    _require_open(unit, movement_id, shift_id, record_id, corrects_id)
    if kind == MovementKind.PRINT_USE and request_id:
        raise RuleError(Problem("movement", "of_a_card", _OF_A_CARD))
    return write_inverse(unit, movement_id)


def write_inverse(unit: Unit, movement_id: str) -> str:
    """The same pieces go the other way, in the shift of the movement; whether that may be is asked before."""
    row = unit.row(
        "SELECT area, shift_id, product, kind, from_holder, to_holder, quantity, request_id, reason, lot_id, at "
        "FROM stock_movement WHERE id = ?",
        movement_id,
    )
    if row is None:
        raise KeyError(movement_id)
    area, shift_id, product, kind, giver, taker, quantity, request_id, reason, lot_id, at = row
    if lot_id:
        _send_back(unit, area, lot_id, quantity, at)
    inverse = Movement(MovementKind(kind), Product(product), taker, giver, quantity)
    told = Booking(inverse, reason or "", "", shift_id, request_id, lot_id, None, movement_id)
    return book(unit, told, area)


def undo_movements(unit: Unit, movement_ids: tuple[str, ...]) -> None:
    """Take back what was written together, the last of it first."""
    for movement_id in reversed(movement_ids):
        undo_movement(unit, movement_id)


def inverse_of(*movement_ids: str) -> Inverse[tuple[str, ...]]:
    """What takes movements back."""
    return Inverse(undo_movements, movement_ids)


def _require_own(unit: Unit, giver: str, taker: str) -> None:
    require_table_worker(unit)
    if role_of(unit) not in STOCK_KEEPERS and unit.query(table_holder) not in (giver, taker):
        raise RuleError(Problem("movement", "not_own", _NOT_OWN))


def _require_open(
    unit: Unit, movement_id: str, shift_id: str | None, record_id: str | None, corrects_id: str | None
) -> None:
    if record_id:
        raise ClosedError(Problem("movement", "signed", _SIGNED))
    if shift_id and unit.value(f"SELECT {is_closed('?')}", shift_id):
        raise ClosedError(Problem("movement", "closed", _CLOSED))
    if corrects_id or unit.value("SELECT 1 FROM stock_movement WHERE corrects_id = ?", movement_id):
        raise RuleError(Problem("movement", "undone", text("Catatan ini sudah diurungkan. Stoknya sudah kembali.")))


def _send_back(unit: Unit, area: str, lot_id: str, quantity: int, at: str) -> None:
    """The part of the lot lies again where it lay."""
    place = unit.value(_CAME_FROM, lot_id, LotState.RECEIVED, quantity, at)
    values = {"lot_id": lot_id, "state": LotState.RECEIVED, "quantity": -quantity, "place": place}
    unit.insert(LOT_STEP, area, **values, at=after_the_last_step(unit, lot_id))


def after_the_last_step(unit: Unit, lot_id: str) -> str:
    """Now, or just behind the last step of a lot: what is taken back last is the last also after the clock was put
    back."""
    return behind(unit.value("SELECT max(at) FROM lot_step WHERE lot_id = ?", lot_id), unit.now_utc)


_CAME_FROM: Final = (
    "SELECT place FROM lot_step WHERE lot_id = ? AND state = ? AND quantity = ? ORDER BY at >= ? DESC, at LIMIT 1"
)
"""From where the pieces of a movement came: its step is of the same instant, or just behind the one before."""


_NOT_OWN: Final = text("Catatan ini bukan milik meja ini. Minta penyimpan blangko yang mengurungkan.")
_SIGNED: Final = text(
    "Sudah ada di berita acara yang ditandatangani, jadi tidak diurungkan. Kalau keliru, hitung stok."
)
_CLOSED: Final = text("Shift-nya sudah ditutup, angkanya tetap. Selisih stok dicatat lewat hitung stok.")
_OF_A_CARD: Final = text("Pemakaian ini milik sebuah kartu. Urungkan kartunya di halaman Kartu.")
