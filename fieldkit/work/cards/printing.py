"""Cards are made: one blank each, by who may print, in a session; looked at, and put back where one went wrong."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from fieldkit.domain.cards.card import IN_HAND, SPOIL_OF_CHECK, CardState, Check
from fieldkit.domain.cards.print_order import is_held, is_outranked
from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.formats import date_numeric
from fieldkit.domain.national.status import remedy, status_label
from fieldkit.domain.stock.movements import SPOILED, USED, MovementKind, Product, SpoilReason
from fieldkit.domain.text import text
from fieldkit.records.tables import CARD_CHECK, CARD_PRINT, STOCK_MOVEMENT
from fieldkit.store.queries.cards.facts import ENDED, in_question, position_of
from fieldkit.store.queries.cards.queue import (
    PRINTABLE,
    CardRow,
    cards_of,
    is_at_office,
    is_for_office,
    open_cards,
    print_limits,
    print_requests,
)
from fieldkit.store.queries.cards.rules import print_problems, priority_table
from fieldkit.store.queries.shifts import Shift, current_shift
from fieldkit.store.queries.stock.balances import STANDING, table_holder
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_card_worker, require_lead
from fieldkit.work.cards.written import area_of, behind_the_last, refused
from fieldkit.work.shifts.opening import the_open_shift
from fieldkit.work.stock.movements import MoveStock, move_stock


def print_card(unit: Unit, request_id: str, override: str = "") -> str:
    """Book one blank for the card of a request; returns the id of the print. RuleError where it may not be printed
    now: by whom (F-B6), before whom (F-B3), not before a birthday (F-W2), or not here (F-D3).

    What the card would say may be in question, or its record have stopped at the centre, where a file may be older than
    what the centre shows; then it waits, unless who leads gives a reason to print all the same.
    """
    shift = the_open_shift(unit)
    require_print_right(unit, shift)
    return _print(unit, shift, request_id, override)


def print_cards(unit: Unit, requests: Sequence[str]) -> list[str]:
    """Book the prints of several cards that came out of the machine one after the other; all of them or none."""
    shift = the_open_shift(unit)
    require_print_right(unit, shift)
    prints = []
    for request in requests:
        prints.append(_print(unit, shift, request, ""))
        unit.next_command()
    return prints


def check_card(unit: Unit, request_id: str, result: Check, note: str = "") -> str:
    """Data and chip of a printed card were looked at. Where they are not right the card is queued again, and its
    piece is in the box of the spoiled ones (4.4, F-B5)."""
    require_card_worker(unit)
    card = unit.query(position_of, request_id)
    is_second = card.state is CardState.HANDED_OVER and card.pieces > 1 and result is not Check.OK
    if (card.state not in IN_HAND or not card.print_id) and not is_second:
        raise refused("not_in_hand", text("Kartu ini tidak ada di meja: belum dicetak, atau sudah diserahkan."))
    if result is Check.PRINTED_TWICE and card.pieces < _TWO:
        raise refused("one_piece", text("Kartu ini tercatat satu keping saja. Pilih hasil yang lain."))
    if result is not Check.OK:
        shift = the_open_shift(unit)
        # Where two tables printed it, the one that is ended here is the one that lies here.
        own = unit.value(_LIVE_PRINT, request_id, shift.id)
        return _say_checked(unit, shift, request_id, own or card.print_id, result, note)
    if card.state is not CardState.PRINTED:
        raise refused("checked", text("Kartu ini sudah diperiksa."))
    # To look at it needs no session: what was printed at night is checked at the counter.
    return _say_checked(unit, unit.query(current_shift), request_id, card.print_id, result, note)


def take_back_print(unit: Unit, print_id: str) -> str:
    """A print was booked by mistake: its blank is on the table still, and the card is queued."""
    shift = the_open_shift(unit)
    require_card_worker(unit)
    request_id = unit.value("SELECT request_id FROM card_print WHERE id = ?", print_id)
    if request_id is None:
        raise KeyError(print_id)
    if unit.query(position_of, request_id).state is not CardState.PRINTED or unit.value(_IS_ENDED, print_id):
        raise refused("not_just_printed", text("Kartu ini sudah diperiksa atau diserahkan, jadi memang tercetak."))
    return _say_checked(unit, shift, request_id, print_id, Check.NOT_PRINTED, "")


def take_back_prints(unit: Unit, prints: tuple[str, ...]) -> None:
    """Several prints were booked by mistake."""
    require_card_worker(unit)
    for print_id in prints:
        take_back_print(unit, print_id)
        unit.next_command()


def spoil_blank(unit: Unit, reason: SpoilReason, note: str = "", request_id: str | None = None) -> str:
    """One blank is spoiled before there was a card; it is kept in the box of spoiled cards."""
    shift = the_open_shift(unit)
    command = MoveStock(
        shift.id, shift.village, MovementKind.SPOIL, Product.BLANK, 1, request_id=request_id, reason=reason, note=note
    )
    return move_stock(unit, command)


def require_print_right(unit: Unit, shift: Shift) -> None:
    """RuleError where who is signed in may not book prints, or the district of the session may not print (ST-7)."""
    require_card_worker(unit)
    district = "" if is_at_office(shift) else shift.village[:8]
    problems = unit.query(print_problems, unit.user, date.fromisoformat(shift.day), district)
    if problems:
        raise RuleError(*problems)


def _print(unit: Unit, shift: Shift, request_id: str, override: str) -> str:
    card = _printable(unit, shift, request_id)
    held = _held(unit, card)
    if held is not None:
        if not override.strip():
            raise RuleError(held)
        require_lead(unit)
    _require_turn(unit, shift, card)
    movement = move_stock(unit, _use(shift, Product.BLANK, request_id, override.strip()))
    limits = unit.query(print_limits)
    for product, prints in ((Product.RIBBON, limits.ribbon), (Product.FILM, limits.film)):
        # An estimate of what is left never stops anybody, and never becomes a debt (4.5).
        if prints:
            move_stock(unit, _use(shift, product, request_id))
    at = behind_the_last(unit, request_id)
    return unit.insert(CARD_PRINT, card.area, shift_id=shift.id, request_id=request_id, movement_id=movement, at=at)


def _printable(unit: Unit, shift: Shift, request_id: str) -> CardRow:
    card = next(iter(unit.query(cards_of, [request_id])), None)
    if card is None or not card.is_due:
        raise refused("not_ready", text("Kartu ini belum bisa dicetak di sini: belum terekam."))
    if is_for_office(card.reason, card.state) and not is_at_office(shift):
        raise refused("office_prints", _OFFICE_PRINTS if card.state in PRINTABLE else _OFFICE_DECIDES)
    if card.is_without_nik:
        raise refused("no_nik", text("Belum ada NIK, jadi kartunya belum bisa dicetak. Tulis NIK-nya dulu."))
    if card.eligible_on > shift.day:
        eligible = date_numeric(date.fromisoformat(card.eligible_on))
        raise refused("under_17", text("Belum 17 tahun. Kartu dicetak mulai {day}.", day=eligible))
    if card.card.state is CardState.HANDED_OVER:
        raise refused("handed_over", text("Kartu ini sudah diserahkan."))
    if card.card.state is not CardState.QUEUED:
        raise refused("printed", text("Kartu ini sudah dicatat dicetak."))
    return card


def _held(unit: Unit, card: CardRow) -> Problem | None:
    """Why a card is printed only where who leads gives a reason."""
    if card.stop is not None:
        words = text(
            "Menurut data pusat per {day}: {status}. {what} Kalau pusat sudah menampilkan siap cetak, ketua tim "
            "menulis alasannya.",
            day=date_numeric(date.fromisoformat(card.stop.as_of)),
            status=status_label(card.stop.status),
            what=remedy(card.stop.status) or "",
        )
        return Problem("override", "stopped_at_centre", words)
    return Problem("override", "in_question", _WAITS) if unit.query(in_question, [card.request_id]) else None


def _require_turn(unit: Unit, shift: Shift, card: CardRow) -> None:
    """RuleError where all the blanks belong to those whom the table of the head puts first (ST-3)."""
    limits, day = unit.query(print_limits), date.fromisoformat(shift.day)
    table = unit.query(priority_table, day)
    if table.postpones(card.reason, is_urgent=card.is_urgent):
        raise refused("postponed", _POSTPONED)
    if not table.rank(card.reason, is_urgent=card.is_urgent):
        return
    asked = unit.query(print_requests, unit.query(open_cards, shift.day), office=is_at_office(shift))
    ready = [each for each in asked if each.print_eligible_on is None or each.print_eligible_on <= day]
    ready = [each for each in ready if not is_held(each)]
    own = next((each for each in asked if each.id == card.request_id), None)
    if own is not None and is_outranked(own, ready, limits.blanks, table):
        raise refused(
            "not_its_turn",
            text(
                "Blangko tinggal {blanks}, dan yang lebih dulu menurut urutan cetak masih cukup banyak. Kartu ini "
                "tertunda, tetap di daftar. Kalau mendesak, minta persetujuan ketua tim.",
                blanks=limits.blanks,
            ),
        )


def _say_checked(unit: Unit, shift: Shift | None, request_id: str, print_id: str, result: Check, note: str) -> str:
    if shift is not None:
        _end_print(unit, shift, request_id, print_id, result, note)
    return unit.insert(
        CARD_CHECK,
        area_of(unit, request_id),
        shift_id=shift.id if shift is not None else None,
        print_id=print_id,
        request_id=request_id,
        result=result,
        note=note.strip() or None,
        at=behind_the_last(unit, request_id),
    )


def _end_print(unit: Unit, shift: Shift, request_id: str, print_id: str, result: Check, note: str) -> None:
    """Where the piece of a print goes that is none any more: to the spoiled ones, or back to where it never left."""
    made = unit.row("SELECT movement_id, shift_id FROM card_print WHERE id = ?", print_id)
    if made is None or result is Check.OK:
        return
    table, is_of_shift = unit.query(table_holder), made[1] == shift.id
    if is_of_shift:
        # Where a look was taken back that had ended it, the piece was used once more.
        used = unit.value(_USED_NOW, request_id, shift.id) or made[0]
        _move(unit, shift, request_id, MovementKind.PRINT_USE, (USED, table), corrects_id=used)
    else:
        # What another session printed is in its signed figures: the piece comes here, and goes on from this table.
        _move(unit, shift, request_id, MovementKind.RETURN, (USED, table))
    if is_of_shift and result is Check.NOT_PRINTED:
        _put_back_consumables(unit, shift, request_id, made[0])
    if result in SPOIL_OF_CHECK:
        reason, said = SPOIL_OF_CHECK[result], note.strip() or None
        _move(unit, shift, request_id, MovementKind.SPOIL, (table, SPOILED), reason=reason, note=said)


def _put_back_consumables(unit: Unit, shift: Shift, request_id: str, movement_id: str) -> None:
    """Ribbon and film that were booked with a print of which there was none."""
    for product in (Product.RIBBON, Product.FILM):
        used = unit.row(_USED_WITH, request_id, product, movement_id)
        if used is not None:
            ends = (used[2], used[1])
            _move(unit, shift, request_id, MovementKind.PRINT_USE, ends, product, corrects_id=used[0])


def _move(
    unit: Unit,
    shift: Shift,
    request_id: str,
    kind: MovementKind,
    ends: tuple[str, str],
    product: Product = Product.BLANK,
    **more: str | None,
) -> None:
    unit.insert(
        STOCK_MOVEMENT,
        shift.village,
        shift_id=shift.id,
        product=product,
        kind=kind,
        from_holder=ends[0],
        to_holder=ends[1],
        quantity=1,
        request_id=request_id,
        at=behind_the_last(unit, request_id),
        **more,
    )


def _use(shift: Shift, product: Product, request_id: str, note: str = "") -> MoveStock:
    return MoveStock(shift.id, shift.village, MovementKind.PRINT_USE, product, 1, request_id=request_id, note=note)


_TWO: Final = 2
_IS_ENDED: Final = f"SELECT 1 FROM card_print p WHERE p.id = ? AND {ENDED}"
_LIVE_PRINT: Final = (
    f"SELECT p.id FROM card_print p WHERE p.request_id = ? AND p.shift_id = ? AND NOT {ENDED} "
    "ORDER BY p.at DESC, p.id DESC LIMIT 1"
)
_USED_NOW: Final = (
    "SELECT m.id FROM stock_movement m WHERE m.request_id = ? AND m.shift_id = ? AND m.product = 'blank' "
    f"AND m.kind = 'print_use' AND {STANDING} ORDER BY m.at DESC, m.id DESC LIMIT 1"
)
_USED_WITH: Final = (
    "SELECT m.id, m.from_holder, m.to_holder FROM stock_movement m JOIN stock_movement blank ON blank.id = ?3 "
    "WHERE m.request_id = ?1 AND m.product = ?2 AND m.kind = 'print_use' AND m.corrects_id IS NULL "
    "AND m.shift_id = blank.shift_id AND m.at >= blank.at "
    "AND NOT EXISTS (SELECT 1 FROM stock_movement back WHERE back.corrects_id = m.id) "
    "ORDER BY m.at, m.id LIMIT 1"
)
"""What went with a blank: what the same print used of ribbon or film, where nothing has put it back."""
_WAITS: Final = text(
    "Alasannya belum ditulis. Kartu ini menunggu keputusan ketua tim atau kantor. Kalau tetap dicetak, tulis apa yang "
    "sudah dicocokkan."
)
_OFFICE_PRINTS: Final = text(
    "Data di kartu ini berubah, jadi kantor yang mencetak. Kartunya tetap di daftar, kantor yang melanjutkan."
)
_POSTPONED: Final = text(
    "Menurut aturan kantor, kartu dengan alasan ini menunggu selama blangko langka. Kartunya tetap di daftar. Kalau "
    "mendesak, minta persetujuan ketua tim."
)
_OFFICE_DECIDES: Final = text("Berkasnya ada di kantor. Kartunya dicetak di kantor setelah datanya selesai.")
