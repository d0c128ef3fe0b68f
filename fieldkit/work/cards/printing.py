"""Cards made on the spot: printed, or spoiled on the way."""

from __future__ import annotations

from typing import Final

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.service import RequestState
from fieldkit.domain.stock import MovementKind, Product, SpoilReason
from fieldkit.domain.text import text
from fieldkit.records.tables import CARD_PRINT
from fieldkit.store.queries.cards.day import is_in_question
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_lead
from fieldkit.work.instants import instant
from fieldkit.work.shifts.opening import the_open_shift
from fieldkit.work.stock.movements import MoveStock, move_stock

_WAITS: Final = text(
    "Alasannya belum ditulis. Kartu ini menunggu keputusan ketua tim atau kantor. Kalau tetap dicetak, tulis apa yang "
    "sudah dicocokkan."
)
_PRINTABLE = {RequestState.RECORDED, RequestState.ACCEPTED_FOR_REPRINT}


def print_card(unit: Unit, request_id: str, override: str = "") -> str:
    """Book one blank for the card of a request; RuleError where it may not be printed here (F-W2, F-D3).

    What the card would say may be in question; then it waits, unless who leads gives a reason to print all the same.
    """
    shift = the_open_shift(unit)
    row = unit.row(
        "SELECT s.state, q.print_eligible_on FROM request_state s JOIN service_request q ON q.id = s.request_id "
        "WHERE s.request_id = ?",
        request_id,
    )
    if row is None or row[0] not in _PRINTABLE:
        raise RuleError(Problem("request", "not_ready", text("Kartu ini belum bisa dicetak di sini: belum terekam.")))
    if row[1] and row[1] > shift.day:
        raise RuleError(Problem("request", "under_17", text("Belum 17 tahun. Kartu dicetak mulai {day}.", day=row[1])))
    if unit.value("SELECT 1 FROM card_print WHERE request_id = ?", request_id):
        raise RuleError(Problem("request", "printed", text("Kartu ini sudah dicatat dicetak.")))
    if unit.query(is_in_question, request_id):
        if not override.strip():
            raise RuleError(Problem("override", "in_question", _WAITS))
        require_lead(unit)
    movement = move_stock(
        unit,
        MoveStock(
            shift.id,
            shift.village,
            MovementKind.PRINT_USE,
            Product.BLANK,
            1,
            request_id=request_id,
            note=override.strip(),
        ),
    )
    at = instant(unit.now_utc)
    return unit.insert(CARD_PRINT, shift.village, shift_id=shift.id, request_id=request_id, movement_id=movement, at=at)


def spoil_blank(unit: Unit, reason: SpoilReason, note: str = "", request_id: str | None = None) -> str:
    """One blank is spoiled; it is kept in the box of spoiled cards."""
    shift = the_open_shift(unit)
    command = MoveStock(
        shift.id, shift.village, MovementKind.SPOIL, Product.BLANK, 1, request_id=request_id, reason=reason, note=note
    )
    return move_stock(unit, command)
