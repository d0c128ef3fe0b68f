"""Lots of blanks and ribbon on their way to the office: asked for, sent in parts, received (domain.md 4.5, ST-1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from fieldkit.domain.errors import Problem
from fieldkit.domain.text import Text, text, words_of

PRINTS_PER_RIBBON: Final = 500
"""About; ribbon is counted in prints and never blocks (F-B2)."""


class LotState(StrEnum):
    """Where a part of a lot stands. Only what was received can be used."""

    REQUESTED = "requested"
    APPROVED = "approved"
    IN_TRANSIT = "in_transit"
    AT_LOCATION = "at_location"
    RECEIVED = "received"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class LotStep:
    """So many pieces of a lot came into a state, at a place where it has one; steps of a lot are in their order."""

    state: LotState
    quantity: int
    place: str = ""


@dataclass(frozen=True, slots=True)
class LotCount:
    """A lot in pieces. The parts need not add up to what was asked for: what is `open` was never sent."""

    asked: int
    received: int
    on_the_way: Mapping[str, int]
    """Pieces by the place where they lie; "" where none is named."""
    cancelled: int

    @property
    def open(self) -> int:
        """What was asked for, and has neither come nor set out; never below zero."""
        return max(0, self.asked - self.received - self.cancelled - sum(self.on_the_way.values()))


_LABELS: Mapping[str, Text] = {
    LotState.REQUESTED: text("Diminta"),
    LotState.APPROVED: text("Disetujui"),
    LotState.IN_TRANSIT: text("Di jalan"),
    LotState.AT_LOCATION: text("Sudah di tempat"),
    LotState.RECEIVED: text("Diterima"),
    LotState.CANCELLED: text("Dibatalkan"),
}
_ON_THE_WAY: Final = frozenset({LotState.IN_TRANSIT, LotState.AT_LOCATION})


def lot_label(state: str) -> Text:
    """The word for a state of a lot."""
    return _LABELS.get(state) or words_of(state)


def count_lot(asked: int, steps: Iterable[LotStep]) -> LotCount:
    """A lot after its steps: what set out waits at its place until it is received or cancelled from there.

    Less than nothing received takes a receipt back: the part lies at its place again.
    """
    waiting: dict[str, int] = defaultdict(int)
    received = cancelled = 0
    for step in steps:
        if step.state in _ON_THE_WAY:
            waiting[step.place] = step.quantity
        elif step.state is LotState.RECEIVED:
            received += step.quantity
            _take(waiting, step)
            if step.quantity < 0:
                waiting[step.place] = -step.quantity
        elif step.state is LotState.CANCELLED:
            cancelled += step.quantity
            _take(waiting, step)
    return LotCount(asked, received, {place: pieces for place, pieces in waiting.items() if pieces}, cancelled)


def check_receipt(expected: int, counted: int, note: str) -> tuple[Problem, ...]:
    """What keeps a delivery from being taken in: counted pieces that differ from the sent ones without a word why."""
    if counted < 0:
        return (Problem("quantity", "count_negative", text("Jumlahnya tidak bisa di bawah 0. Hitung lagi.")),)
    if counted == expected or note.strip():
        return ()
    words = text(
        "Dikirim {expected}, dihitung {counted}. Selisihnya belum ada ceritanya. Tulis singkat, lalu simpan.",
        expected=expected,
        counted=counted,
    )
    return (Problem("note", "shortfall_untold", words),)


def days_of_stock(pieces: int, per_day: int) -> int | None:
    """For how many whole days it lasts at this pace; None where nothing is used (ST-4)."""
    return max(0, pieces) // per_day if per_day > 0 else None


def ribbons_for(prints: int) -> int:
    """How many ribbons that many prints take; a begun one counts."""
    return -(-prints // PRINTS_PER_RIBBON)


def _take(waiting: dict[str, int], step: LotStep) -> None:
    # What is counted on arrival settles the whole part: fewer pieces are a shortfall, and are told as one.
    waiting.pop(step.place, None)
