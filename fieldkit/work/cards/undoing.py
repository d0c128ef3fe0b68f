"""A step of a card that was written by mistake is taken back by one more fact, while it is the last one."""

from __future__ import annotations

from typing import Final

from fieldkit.domain.cards.card import SPOIL_OF_CHECK, SPOILING, CardFact, Check, Kind, Placing, standing
from fieldkit.domain.errors import ClosedError, Problem
from fieldkit.domain.stock.movements import MovementKind, Product, SpoilReason
from fieldkit.domain.text import text
from fieldkit.records.tables import CARD_PLACE
from fieldkit.store.queries.cards.facts import card_facts
from fieldkit.store.queries.closing.signed import is_closed
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_card_worker
from fieldkit.work.cards.box import out_of_box
from fieldkit.work.cards.written import area_of, behind_the_last, refused
from fieldkit.work.shifts.opening import the_open_shift
from fieldkit.work.stock.movements import MoveStock, move_stock

_TABLES: Final = {Kind.CHECK: "card_check", Kind.PLACE: "card_place", Kind.HANDOVER: "card_handover"}


def undo_card_step(unit: Unit, fact_id: str) -> str:
    """Take back a look, a place or a handover; returns the fact that does. RuleError where something followed it, a
    closing has signed it, or a piece was put away by it."""
    require_card_worker(unit)
    request_id, fact = _last_of_its_card(unit, fact_id)
    if fact.kind is Kind.HANDOVER:
        _refuse_signed(unit, fact_id)
        out_of_box(unit, request_id, SpoilReason.OLD_CARD)
    if fact.word in SPOILING:
        _back_from_box(unit, request_id, fact)
    if fact.word == Placing.BOXED:
        out_of_box(unit, request_id, SpoilReason.WITHDRAWN)
    return unit.insert(
        CARD_PLACE,
        area_of(unit, request_id),
        request_id=request_id,
        state=Placing.UNDONE,
        place=fact_id,
        at=behind_the_last(unit, request_id),
    )


def _last_of_its_card(unit: Unit, fact_id: str) -> tuple[str, CardFact]:
    request_id = next(filter(None, (unit.value(_OF.format(table=table), fact_id) for table in _TABLES.values())), None)
    if request_id is None:
        raise KeyError(fact_id)
    known = standing(unit.query(card_facts, [request_id])[request_id])
    told = [fact for fact in known if fact.word != Placing.UNDONE]
    last = max(told, key=lambda fact: (fact.at, fact.kind, fact.id), default=None)
    if last is None or last.id != fact_id or last.word == Check.NOT_PRINTED:
        raise refused("not_the_last", text("Sudah ada catatan lain sesudahnya. Lihat kisah kartunya, lalu catat lagi."))
    return request_id, last


def _back_from_box(unit: Unit, request_id: str, check: CardFact) -> None:
    """The piece that was said to be spoiled is the card of its print again."""
    shift = the_open_shift(unit)
    if unit.row(_SESSIONS, check.id) != (shift.id, shift.id):
        words = text("Itu dicatat di sesi yang lain, jadi tetap. Cetak lagi kalau kartunya belum ada.")
        raise ClosedError(Problem("request", "closed", words))
    out_of_box(unit, request_id, SPOIL_OF_CHECK[check.word])
    use = MoveStock(shift.id, shift.village, MovementKind.PRINT_USE, Product.BLANK, 1, request_id=request_id)
    move_stock(unit, use)


def _refuse_signed(unit: Unit, handover_id: str) -> None:
    if unit.value(f"SELECT {is_closed('h.shift_id')} FROM card_handover h WHERE h.id = ?", handover_id):
        words = text("Shift-nya sudah ditutup, jadi catatan ini tetap. Catat kalau kartunya kembali.")
        raise ClosedError(Problem("request", "closed", words))


_SESSIONS: Final = (
    "SELECT c.shift_id, p.shift_id FROM card_check c JOIN card_print p ON p.id = c.print_id WHERE c.id = ?"
)
_OF: Final = "SELECT request_id FROM {table} WHERE id = ?"
