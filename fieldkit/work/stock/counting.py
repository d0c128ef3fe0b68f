"""Count what a holder has, and take back what is left: every difference has a reason, a name and a signature (ST-2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from fieldkit.domain.cards.handover import Minutes, RecordKind
from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.stock.movements import (
    OFFICE,
    SPOILED,
    UNEXPLAINED,
    USED,
    DifferenceReason,
    Movement,
    MovementKind,
    Product,
    SpoilReason,
)
from fieldkit.domain.text import text
from fieldkit.records.tables import STOCK_COUNT
from fieldkit.store.queries.stock.balances import balance_of, prints_left
from fieldkit.store.queries.stock.news import may_lack_news
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_keeper
from fieldkit.work.instants import instant
from fieldkit.work.sign_in import Signer
from fieldkit.work.stock.booking import Booking, book
from fieldkit.work.stock.records import Statement, sign_record

_UNNUMBERED: Final = Minutes("")
ESTIMATE: Final = "estimate"
"""Why ribbon and film are set to what was counted: they are only estimated, so nothing is missing."""


BEFORE_NEWS: Final = "before_news"
"""Of what was booked for a table that may have used more than it told: it is kept, and looked at."""


@dataclass(frozen=True, slots=True)
class CountStock:
    """What lies there by hand; reason and note explain a difference, the minutes stand on the paper about it.

    `seen` is what the ledger said to whoever counted, None where nobody looked: nothing else is signed.
    """

    holder: str
    product: Product
    counted: int
    counted_by: str
    reason: DifferenceReason | None = None
    note: str = ""
    minutes: Minutes = _UNNUMBERED
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class TakeBack:
    """What comes back from a table or a store, and what became of the rest there; `kept` stays for the next time.

    `seen` is what the ledger said to whoever took it back, None where nobody looked.
    """

    holder: str
    product: Product
    returned: int
    printed: int = 0
    spoiled: int = 0
    spoil_reason: SpoilReason | None = None
    kept: int = 0
    reason: DifferenceReason | None = None
    note: str = ""
    minutes: Minutes = _UNNUMBERED
    seen: int | None = None

    @property
    def told(self) -> int:
        """Pieces that are known to be somewhere."""
        return self.returned + self.printed + self.spoiled + self.kept


def count_stock(unit: Unit, command: CountStock, signer: Signer | None = None) -> str:
    """Keep a count; where it differs the ledger follows, by a signed record. Returns the count."""
    require_keeper(unit)
    expected = unit.query(balance_of, command.holder, command.product)
    missing = expected - command.counted
    problems = [
        *_count_problems(command),
        *_seen_problems("counted", command.seen, expected),
        *_difference_problems(command, missing),
    ]
    if problems:
        raise RuleError(*problems)
    mark = _mark(unit, command.holder)
    if missing:
        facts = {"expected": expected, "counted": command.counted, "counted_by": command.counted_by.strip(), **mark}
        _settle(unit, RecordKind.COUNTING, command, missing, facts, signer)
    return unit.insert(
        STOCK_COUNT,
        unit.meta.regency,
        holder=command.holder,
        product=command.product,
        counted=command.counted,
        expected=expected,
        reason=command.reason or next(iter(mark), None),
        note=command.note.strip() or None,
        counted_by=command.counted_by.strip(),
        at=instant(unit.now_utc),
    )


def take_back(unit: Unit, command: TakeBack, signer: Signer | None = None) -> list[str]:
    """Book what came back and what became of the rest; a difference by a signed record. Returns the movements."""
    require_keeper(unit)
    expected = unit.query(balance_of, command.holder, command.product)
    missing = expected - command.told
    problems = [
        *_back_problems(command),
        *_seen_problems("returned", command.seen, expected),
        *_difference_problems(command, missing),
    ]
    if problems:
        raise RuleError(*problems)
    parts = (
        (MovementKind.PRINT_USE, USED, command.printed, ""),
        (MovementKind.SPOIL, SPOILED, command.spoiled, command.spoil_reason or ""),
        (MovementKind.RETURN, OFFICE, command.returned, ""),
    )
    written, mark = [], _mark(unit, command.holder)
    for kind, to_holder, quantity, reason in parts:
        if quantity:
            movement = Movement(kind, command.product, command.holder, to_holder, quantity)
            written.append(book(unit, Booking(movement, reason or next(iter(mark), ""))))
    written += _use_consumables(unit, command)
    if missing:
        facts = {name: getattr(command, name) for name in ("returned", "printed", "spoiled", "kept")} | mark
        facts["expected"] = expected
        written.append(_settle(unit, RecordKind.TAKING_BACK, command, missing, facts, signer))
    return written


def _mark(unit: Unit, holder: str) -> dict[str, Any]:
    return {BEFORE_NEWS: True} if unit.query(may_lack_news, holder) else {}


def _use_consumables(unit: Unit, command: TakeBack) -> list[str]:
    """Ribbon and film that the printed cards took, also those that came out spoiled; an estimate, never a debt."""
    is_printed_badly = command.spoil_reason is SpoilReason.PRINT_FAILED
    cards = command.printed + (command.spoiled if is_printed_badly else 0)
    written = []
    for product in (Product.RIBBON, Product.FILM):
        prints = min(cards, unit.query(prints_left, command.holder, product) or 0)
        if prints and command.product is Product.BLANK:
            movement = Movement(MovementKind.PRINT_USE, product, command.holder, USED, prints)
            written.append(book(unit, Booking(movement)))
    return written


def _settle(
    unit: Unit,
    kind: RecordKind,
    command: CountStock | TakeBack,
    missing: int,
    facts: dict[str, object],
    signer: Signer | None,
) -> str:
    """Move the difference, so that the ledger says what lies there, and sign why."""
    ends = (command.holder, UNEXPLAINED) if missing > 0 else (UNEXPLAINED, command.holder)
    movement = Movement(MovementKind.COUNT_ADJUST, command.product, *ends, abs(missing))
    if command.product is not Product.BLANK:
        return book(unit, Booking(movement, ESTIMATE, command.note))
    if signer is None:
        raise RuleError(Problem("signature", "not_signed", _NOT_SIGNED))
    told = {**facts, "difference": missing, "reason": command.reason, "note": command.note.strip()}
    record = sign_record(unit, Statement(kind, (movement,), told), command.minutes, signer)
    return book(unit, Booking(movement, command.reason or "", command.note, record_id=record))


def _count_problems(command: CountStock) -> list[Problem]:
    found = []
    if command.counted < 0:
        found.append(Problem("counted", "count_negative", text("Jumlahnya tidak bisa di bawah 0. Hitung lagi.")))
    if not command.counted_by.strip():
        found.append(Problem("counted_by", "no_counter", text("Belum ditulis siapa yang menghitung.")))
    return found


def _seen_problems(field: str, seen: int | None, expected: int) -> list[Problem]:
    """A sync may come between the form and the PIN: nobody signs a difference that was not shown."""
    if seen is None or seen == expected:
        return []
    words = text(
        "Catatan stoknya baru berubah: tadi {seen}, kini {expected}. Lihat lagi selisihnya, lalu simpan.",
        seen=seen,
        expected=expected,
    )
    return [Problem(field, "record_changed", words)]


def _back_problems(command: TakeBack) -> list[Problem]:
    found = []
    if min(command.returned, command.printed, command.spoiled, command.kept) < 0 or not command.told:
        found.append(Problem("returned", "nothing_back", text("Belum ditulis berapa yang kembali. Hitung kepingnya.")))
    if command.spoiled and command.spoil_reason is None:
        found.append(Problem("spoil_reason", "reason_missing", text("Belum dipilih kenapa rusak. Pilih salah satu.")))
    return found


def _difference_problems(command: CountStock | TakeBack, missing: int) -> list[Problem]:
    if not missing or command.product is not Product.BLANK:
        return []
    found = []
    if command.reason is None:
        words = text("Selisih {n} belum ada sebabnya. Hitung ulang; kalau tetap, pilih sebabnya.", n=abs(missing))
        found.append(Problem("reason", "reason_missing", words))
    if not command.note.strip():
        words = text("Selisihnya belum ada ceritanya. Tulis singkat apa yang diketahui.")
        found.append(Problem("note", "note_missing", words))
    return found


_NOT_SIGNED: Final = text("Selisih stok ditandatangani. Masukkan PIN.")
