"""What the stock keeper does: issue, take back, note spoiled pieces, destroy them, lend and borrow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fieldkit.domain.cards.handover import DestructionWay, Minutes, RecordKind
from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.stock.holders import code_of, region_of
from fieldkit.domain.stock.loans import check_give_back
from fieldkit.domain.stock.movements import (
    DESTROYED,
    OFFICE,
    SPOILED,
    Movement,
    MovementKind,
    Product,
    SpoilReason,
    check_movement,
)
from fieldkit.domain.text import text
from fieldkit.store.queries.stock.balances import balance_of, is_unexplained
from fieldkit.store.queries.stock.loans import loan_with
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_keeper
from fieldkit.work.sign_in import Signer
from fieldkit.work.stock.booking import Booking, book
from fieldkit.work.stock.records import Statement, sign_record

OVER_BALANCE: Final = "over_balance"
"""Reason of an issue of more than the office has by its own ledger; it is kept, and looked at."""


@dataclass(frozen=True, slots=True)
class IssueStock:
    """The office gives to a table or a district's store."""

    to_holder: str
    product: Product
    quantity: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class SpoilStock:
    """Blanks of a holder that can not be used any more."""

    holder: str
    quantity: int
    reason: SpoilReason | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class DestroyStock:
    """Spoiled cards are destroyed before witnesses."""

    quantity: int
    way: DestructionWay | None
    minutes: Minutes
    note: str = ""


@dataclass(frozen=True, slots=True)
class LendStock:
    """Between this regency and another, or its province. `comes_in` says the way of what is given back."""

    kind: MovementKind
    region: str
    product: Product
    quantity: int
    minutes: Minutes
    comes_in: bool = False
    note: str = ""


def issue_stock(unit: Unit, command: IssueStock) -> str:
    """Give from the office's store; returns the movement. RuleError while the holder has a shortage to explain."""
    require_keeper(unit)
    if unit.query(is_unexplained, command.to_holder, command.product):
        raise RuleError(Problem("to_holder", "unexplained", _UNEXPLAINED))
    movement = Movement(MovementKind.ISSUE, command.product, OFFICE, command.to_holder, command.quantity)
    is_over = command.quantity > unit.query(balance_of, OFFICE, command.product)
    return book(unit, Booking(movement, OVER_BALANCE if is_over else "", command.note))


def spoil_stock(unit: Unit, command: SpoilStock) -> str:
    """Pieces go into the box of spoiled ones; returns the movement."""
    require_keeper(unit)
    movement = Movement(MovementKind.SPOIL, Product.BLANK, command.holder, SPOILED, command.quantity)
    return book(unit, Booking(movement, command.reason or "", command.note))


def destroy_stock(unit: Unit, command: DestroyStock, signer: Signer) -> str:
    """Destroy spoiled pieces by a signed record; returns the record (F-B5)."""
    require_keeper(unit)
    in_box = unit.query(balance_of, SPOILED, Product.BLANK)
    movement = Movement(MovementKind.DESTROY, Product.BLANK, SPOILED, DESTROYED, command.quantity)
    problems = [*check_movement(movement), *_box_problems(command, in_box)]
    if problems:
        raise RuleError(*problems)
    facts = {"way": command.way, "note": command.note.strip(), "in_box": in_box}
    return _book_signed(unit, Statement(RecordKind.DESTRUCTION, (movement,), facts), command.minutes, signer)


def lend_stock(unit: Unit, command: LendStock, signer: Signer) -> str:
    """Lend, borrow or give back by a signed record; returns the record (F-B4)."""
    require_keeper(unit)
    partner = region_of(command.region)
    comes_in = command.kind is MovementKind.BORROW or (command.kind is MovementKind.GIVE_BACK and command.comes_in)
    ends = (partner, OFFICE) if comes_in else (OFFICE, partner)
    movement = Movement(command.kind, command.product, *ends, command.quantity)
    problems = [*check_movement(movement), *_loan_problems(unit, command, partner)]
    if problems:
        raise RuleError(*problems)
    facts = {"note": command.note.strip(), "region": code_of(partner), "comes_in": comes_in}
    return _book_signed(unit, Statement(RECORDS[command.kind], (movement,), facts), command.minutes, signer)


def _book_signed(unit: Unit, statement: Statement, minutes: Minutes, signer: Signer) -> str:
    record = sign_record(unit, statement, minutes, signer)
    for movement in statement.movements:
        book(unit, Booking(movement, note=statement.facts.get("note", ""), record_id=record))
    return record


def _box_problems(command: DestroyStock, in_box: int) -> list[Problem]:
    found = []
    if command.quantity > in_box:
        words = text("Di kotak rusak tercatat {n} keping. Yang belum tercatat, catat dulu sebagai rusak.", n=in_box)
        found.append(Problem("quantity", "more_than_in_box", words))
    if command.way is None:
        found.append(Problem("way", "no_way", text("Belum dipilih bagaimana dimusnahkan.")))
    return found


def _loan_problems(unit: Unit, command: LendStock, partner: str) -> list[Problem]:
    if not command.region:
        return [Problem("region", "no_region", text("Belum dipilih daerah mana."))]
    if command.kind is MovementKind.BORROW:
        return []
    here = unit.query(balance_of, OFFICE, command.product)
    is_back = command.kind is MovementKind.GIVE_BACK
    found = [] if is_back and command.comes_in else _lending_problems(command.quantity, here)
    if found or not is_back:
        return found
    loan = unit.query(loan_with, partner, command.product)
    still = 0 if loan is None else loan.due if command.comes_in else loan.owed
    return list(check_give_back(command.quantity, still))


def _lending_problems(quantity: int, here: int) -> list[Problem]:
    if quantity <= here:
        return []
    words = text("Di kantor tercatat {n}. Yang belum diterima tidak bisa dipinjamkan.", n=here)
    return [Problem("quantity", "more_than_here", words)]


RECORDS: Final = {
    MovementKind.LEND: RecordKind.LENDING,
    MovementKind.BORROW: RecordKind.BORROWING,
    MovementKind.GIVE_BACK: RecordKind.GIVING_BACK,
}
_UNEXPLAINED: Final = text(
    "Stok penerima ini tercatat di bawah 0, artinya ada yang belum dicatat. Jelaskan dulu lewat Hitung stok, atau "
    "putuskan kasusnya di Sinkronisasi. Sesudah itu bisa diberi lagi."
)
