"""Blanks and their consumables: double-entry movements between holders (domain.md 4.5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from fieldkit.domain.errors import Problem
from fieldkit.domain.text import Text, text, words_of

OFFICE = "office"
USED = "used"
SPOILED = "spoiled"
DESTROYED = "destroyed"
SUPPLIER = "supplier"
UNEXPLAINED = "unexplained"


class Product(StrEnum):
    """What is counted: blanks in pieces, ribbon and film in prints (F-B2)."""

    BLANK = "blank"
    RIBBON = "ribbon"
    FILM = "film"


class MovementKind(StrEnum):
    """Why stock went from one holder to another."""

    RECEIVE = "receive"
    ISSUE = "issue"
    RETURN = "return"
    PRINT_USE = "print_use"
    SPOIL = "spoil"
    DESTROY = "destroy"
    LEND = "lend"
    BORROW = "borrow"
    GIVE_BACK = "give_back"
    COUNT_ADJUST = "count_adjust"


class SpoilReason(StrEnum):
    """Why a blank can not be used any more (F-B5)."""

    ENCODE_FAILED = "encode_failed"
    PRINT_FAILED = "print_failed"
    WRONG_DATA = "wrong_data"
    DAMAGED_BLANK = "damaged_blank"
    PRINTED_TWICE = "printed_twice"
    OLD_CARD = "old_card"
    WITHDRAWN = "withdrawn"


class DifferenceReason(StrEnum):
    """Why a count and the ledger differ (ST-2)."""

    MISCOUNTED_AT_ISSUE = "miscounted_at_issue"
    LOST = "lost"
    GIVEN_TO_OTHER_TABLE = "given_to_other_table"
    FOUND_EXTRA = "found_extra"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Movement:
    """So many of a product went from one holder to another."""

    kind: MovementKind
    product: Product
    from_holder: str
    to_holder: str
    quantity: int


_SPOIL_LABELS: Mapping[str, Text] = {
    SpoilReason.ENCODE_FAILED: text("Gagal encode"),
    SpoilReason.PRINT_FAILED: text("Gagal cetak"),
    SpoilReason.WRONG_DATA: text("Data salah"),
    SpoilReason.DAMAGED_BLANK: text("Blangko cacat"),
    SpoilReason.PRINTED_TWICE: text("Tercetak dua kali"),
    SpoilReason.OLD_CARD: text("KTP lama diambil kembali"),
    SpoilReason.WITHDRAWN: text("Kartu ditarik"),
}
OF_CARDS = frozenset({SpoilReason.PRINTED_TWICE, SpoilReason.OLD_CARD, SpoilReason.WITHDRAWN})
"""Reasons that follow from what happened to a card; nobody chooses them for a blank."""

_DIFFERENCE_LABELS: Mapping[str, Text] = {
    DifferenceReason.MISCOUNTED_AT_ISSUE: text("Salah hitung saat serah terima"),
    DifferenceReason.LOST: text("Hilang"),
    DifferenceReason.GIVEN_TO_OTHER_TABLE: text("Diberikan ke meja lain"),
    DifferenceReason.FOUND_EXTRA: text("Ada kelebihan"),
    DifferenceReason.OTHER: text("Sebab lain"),
}

_NEEDS_REASON = frozenset({MovementKind.SPOIL, MovementKind.COUNT_ADJUST})


def spoil_reason_label(reason: str) -> Text:
    """The word for why a blank was spoiled."""
    return _SPOIL_LABELS.get(reason) or words_of(reason)


def difference_reason_label(reason: str) -> Text:
    """The word for why a count differs."""
    return _DIFFERENCE_LABELS.get(reason) or words_of(reason)


def balance(movements: Iterable[Movement], holder: str, product: Product) -> int:
    """What a holder has of a product: in minus out. Below zero is a case, never an error."""
    return sum(_effect(movement, holder) for movement in movements if movement.product == product)


def check_movement(movement: Movement, *, reason: str = "") -> tuple[Problem, ...]:
    """What keeps a movement from being booked; nothing when it is whole."""
    found = (_quantity_problem(movement), _holder_problem(movement), _reason_problem(movement, reason))
    return tuple(problem for problem in found if problem)


def printable_now(blanks: int, ribbon_prints: int, film_prints: int, ready: int) -> int:
    """How many cards can be printed now: the scarcest of blanks, ribbon, film and ready records (F-B2)."""
    return max(0, min(blanks, ribbon_prints, film_prints, ready))


def _effect(movement: Movement, holder: str) -> int:
    # A movement to the holder itself cancels out.
    taken_in = movement.quantity if movement.to_holder == holder else 0
    given_out = movement.quantity if movement.from_holder == holder else 0
    return taken_in - given_out


def _quantity_problem(movement: Movement) -> Problem | None:
    if movement.quantity > 0:
        return None
    return Problem(
        "quantity",
        "quantity_not_positive",
        text("Jumlahnya harus 1 atau lebih. Tulis berapa yang benar-benar berpindah."),
    )


def _holder_problem(movement: Movement) -> Problem | None:
    if movement.from_holder != movement.to_holder:
        return None
    return Problem(
        "to_holder",
        "same_holder",
        text("Pemberi dan penerima sama, jadi tidak ada yang berpindah. Pilih penerima yang lain."),
    )


def _reason_problem(movement: Movement, reason: str) -> Problem | None:
    if movement.kind not in _NEEDS_REASON or reason.strip():
        return None
    return Problem(
        "reason",
        "reason_missing",
        text("Alasannya belum dipilih. Tanpa alasan, ini tampak hilang saat dihitung. Pilih salah satu."),
    )
