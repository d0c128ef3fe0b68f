"""What documents are put together from: ready texts, and figures that Excel gets as numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fieldkit.domain.formats import count
from fieldkit.domain.requests.receipt import grouped

NONE: Final = "–"
"""What is not known or does not exist; a counted nothing is 0."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the head: what, and its text."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A count; None where it was not taken."""

    label: str
    amount: int | None

    @property
    def shown(self) -> str:
        """The count as it is printed."""
        return NONE if self.amount is None else count(self.amount)


@dataclass(frozen=True, slots=True)
class Block:
    """Figures that belong together; a balance also has its sum, and what that says."""

    title: str
    figures: tuple[Figure, ...]
    sum_line: str = ""
    verdict: str = ""
    adds_up: bool = True


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of the paper: the regency, its office, and where that is."""

    government: str
    office: str
    address: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What was counted beside what should be there, with reason and name; no reason where nothing differs."""

    sentence: str
    reason: str = ""
    note: str = ""
    signer: str = ""


@dataclass(frozen=True, slots=True)
class StaffLine:
    """Somebody of the team."""

    name: str
    role: str
    attended: str


@dataclass(frozen=True, slots=True)
class IncidentLine:
    """What went wrong, from when to when."""

    span: str
    sentence: str
    minutes: Figure
    effect: str


@dataclass(frozen=True, slots=True)
class TableLine:
    """A table in the closing of its team: arrived, recorded, blanks taken, printed, spoiled and counted."""

    table: str
    signer: str
    closed: str
    amounts: tuple[int | None, ...]
    difference: str
    sha256: str

    @property
    def shown(self) -> tuple[str, ...]:
        """The counts as they are printed."""
        return tuple(Figure("", amount).shown for amount in self.amounts)


@dataclass(frozen=True, slots=True)
class Signature:
    """A place to sign: in what quality, who, and how it was signed already."""

    quality: str
    name: str
    remark: str = ""


def known(words: str) -> str:
    """The words, or the sign for what is not known."""
    return words.strip() or NONE


def masked_tail(nik_tail: str) -> str:
    """The last digits of a NIK, or the sign for what is not known."""
    return f"…{nik_tail[-4:]}" if nik_tail else NONE


def reference(receipt_ref: str) -> str:
    """The number of a receipt in groups, or the sign for what is not known."""
    return grouped(receipt_ref) if receipt_ref else NONE
