"""Handover records (berita acara): what was destroyed, lent, found missing or sent on, signed (F-B5, F-K2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from fieldkit.domain.errors import Problem
from fieldkit.domain.text import Text, text, words_of
from fieldkit.domain.zones import OFFICE_ZONE


class RecordKind(StrEnum):
    """What a handover record is about."""

    DESTRUCTION = "destruction"
    TAKING_BACK = "taking_back"
    COUNTING = "counting"
    LENDING = "lending"
    BORROWING = "borrowing"
    GIVING_BACK = "giving_back"
    DISTRIBUTION = "distribution"
    """Cards go to a district; `answers_id` is their batch."""
    RECEIPT = "distribution_receipt"
    """They came to the district; `answers_id` is the record by which they went."""


class DestructionWay(StrEnum):
    """How cards are destroyed."""

    BURNED = "burned"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class Minutes:
    """What stands on the paper beside the figures. Names are kept as they were on the day."""

    number: str
    witnesses: tuple[str, ...] = ()
    other_party: str = ""
    """Who gave or received on the other side."""
    other_name: str = ""
    """The holder or region on the other side, as it is called."""
    time_zone: str = OFFICE_ZONE


_LABELS: Final[Mapping[str, Text]] = {
    RecordKind.DESTRUCTION: text("Pemusnahan"),
    RecordKind.TAKING_BACK: text("Pengembalian sisa"),
    RecordKind.COUNTING: text("Hitung stok"),
    RecordKind.LENDING: text("Peminjaman ke luar"),
    RecordKind.BORROWING: text("Peminjaman dari luar"),
    RecordKind.GIVING_BACK: text("Pengembalian pinjaman"),
    RecordKind.DISTRIBUTION: text("Distribusi ke kecamatan"),
    RecordKind.RECEIPT: text("Penerimaan di kecamatan"),
}
_WAYS: Final[Mapping[str, Text]] = {
    DestructionWay.BURNED: text("Dibakar"),
    DestructionWay.CUT: text("Dipotong"),
}
_WITH_OTHERS: Final = frozenset({RecordKind.LENDING, RecordKind.BORROWING, RecordKind.GIVING_BACK})
OF_CARDS: Final = frozenset({RecordKind.DISTRIBUTION, RecordKind.RECEIPT})
"""Records about cards of people; all others are about stock."""
_WITNESSES: Final[Mapping[RecordKind, int]] = {RecordKind.DESTRUCTION: 2}
"""So many at least; cards are destroyed before witnesses."""


def record_label(kind: str) -> Text:
    """The word for a kind of record."""
    return _LABELS.get(kind) or words_of(kind)


def destruction_label(way: str) -> Text:
    """The word for how cards were destroyed."""
    return _WAYS.get(way) or words_of(way)


def check_minutes(kind: RecordKind, minutes: Minutes) -> tuple[Problem, ...]:
    """What a paper still lacks before it can be signed."""
    found = []
    if not minutes.number.strip():
        found.append(Problem("number", "no_number", text("Nomor berita acara belum ditulis.")))
    if len(minutes.witnesses) < _WITNESSES.get(kind, 0):
        words = text("Saksi belum cukup. Pemusnahan disaksikan paling sedikit dua orang; tulis namanya.")
        found.append(Problem("witnesses", "few_witnesses", words))
    if kind in _WITH_OTHERS and not minutes.other_party.strip():
        words = text("Belum ditulis siapa yang menyerahkan atau menerima di pihak sana.")
        found.append(Problem("other_party", "no_other_party", words))
    return tuple(found)


def next_number(known: Sequence[str], series: str, year: int) -> str:
    """A number for the next paper of a laptop: BA-P2-004/2019 after its three of that year.

    Two laptops that do not hear of each other never give the same one. Offices may write their own instead.
    """
    start, end = f"BA-{series}-", f"/{year}"
    given = [each[len(start) : -len(end)] for each in known if each.startswith(start) and each.endswith(end)]
    last = max((int(number) for number in given if number.isdecimal()), default=0)
    return f"{start}{last + 1:03}{end}"
