"""Lots of blanks and ribbon on their way to the office: asked for, sent in parts, received (domain.md 4.5, ST-1)."""

from __future__ import annotations

from collections import Counter, defaultdict
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
    """So many pieces of a lot came into a state, at a place where it has one; steps of a lot are in their order.

    Less than nothing takes back the last step of that state, place and number.
    """

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
    moving: frozenset[str] = frozenset()
    """Places of which everything is still in transit."""

    @property
    def open(self) -> int:
        """What was asked for, and has neither come nor set out; never below zero."""
        return max(0, self.asked - self.received - self.cancelled - sum(self.on_the_way.values()))

    def waiting_at(self, place: str) -> int | None:
        """Pieces that are on the way from a place, however it is written; None where nothing is."""
        return next((pieces for name, pieces in self.on_the_way.items() if _key(name) == _key(place)), None)


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
    """A lot after its steps: what set out waits at its place until it is received or cancelled from there."""
    waiting, received, cancelled = _Waiting(), 0, 0
    for step in standing(steps):
        if step.state in _ON_THE_WAY:
            waiting.add(step)
        elif step.state is LotState.RECEIVED:
            received += step.quantity
            waiting.settle(step)
        elif step.state is LotState.CANCELLED:
            cancelled += step.quantity
            waiting.settle(step)
    return LotCount(asked, received, waiting.by_place(), cancelled, waiting.moving())


def standing(steps: Iterable[LotStep]) -> list[LotStep]:
    """The steps that were not taken back; a taking back of what never was does nothing."""
    found: list[LotStep] = []
    for step in steps:
        if step.quantity >= 0:
            found.append(step)
            continue
        same = [at for at, each in enumerate(found) if _is_back(step, each)]
        if same:
            del found[same[-1]]
    return found


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


def check_arrival(count: LotCount, place: str, counted: int, note: str) -> tuple[Problem, ...]:
    """What keeps a part from being taken in: it is short, or nothing is known to come from there (ST-1)."""
    sent = count.waiting_at(place)
    if sent is not None:
        return check_receipt(sent, counted, note)
    is_unknown = bool(place.strip() and count.on_the_way) or counted > count.open
    if not is_unknown or note.strip():
        return check_receipt(counted, counted, note)
    words = text(
        "Dari tempat ini tidak ada kiriman sebanyak itu yang ditunggu. Periksa tempatnya, atau sudah diterima? Kalau "
        "memang datang, tulis singkat ceritanya."
    )
    return (Problem("note", "not_on_the_way", words),)


def days_of_stock(pieces: int, per_day: int) -> int | None:
    """For how many whole days it lasts at this pace; None where nothing is used (ST-4)."""
    return max(0, pieces) // per_day if per_day > 0 else None


def ribbons_for(prints: int) -> int:
    """How many ribbons that many prints take; a begun one counts."""
    return -(-prints // PRINTS_PER_RIBBON)


class _Waiting:
    """What is on the way by its place, which may be written in more than one way: the first one names it."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._pieces: dict[str, Counter[LotState]] = defaultdict(Counter)

    def add(self, step: LotStep) -> None:
        """A consignment more; one that was in transit lies there now."""
        key = _key(step.place)
        self._names.setdefault(key, step.place.strip())
        pieces = self._pieces[key]
        if step.state is LotState.AT_LOCATION:
            pieces[LotState.IN_TRANSIT] = max(0, pieces[LotState.IN_TRANSIT] - step.quantity)
        pieces[step.state] += step.quantity

    def settle(self, step: LotStep) -> None:
        """What is counted on arrival settles the whole part: fewer pieces are a shortfall, and are told as one."""
        self._pieces.pop(_key(step.place), None)

    def by_place(self) -> dict[str, int]:
        """Pieces by the name of their place."""
        found = {self._names.get(key, key): pieces.total() for key, pieces in self._pieces.items()}
        return {place: pieces for place, pieces in found.items() if pieces}

    def moving(self) -> frozenset[str]:
        """The names of the places where nothing lies yet."""
        return frozenset(
            self._names.get(key, key)
            for key, pieces in self._pieces.items()
            if pieces[LotState.IN_TRANSIT] and not pieces[LotState.AT_LOCATION]
        )


def _is_back(step: LotStep, other: LotStep) -> bool:
    told = (other.state, _key(other.place), -other.quantity)
    return (step.state, _key(step.place), step.quantity) == told


def _key(place: str) -> str:
    return " ".join(place.split()).casefold()
