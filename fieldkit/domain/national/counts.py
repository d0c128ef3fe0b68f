"""Dated counts of places: shown side by side with the gap in people, flagged where they do not add up, never repaired.

F-T4, F-T5; A12, A13.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final

from fieldkit.domain.formats import count
from fieldkit.domain.lists.coverage import percent
from fieldkit.domain.text import Text, text


class Source(StrEnum):
    """Who counted."""

    NATIONAL = "national"
    LOCAL = "local"


@dataclass(frozen=True, slots=True)
class Count:
    """What a source says of a place on a day; None for what it does not say. `note` may tell a percentage alone."""

    obligated: int | None = None
    recorded: int | None = None
    unrecorded: int | None = None
    printed: int | None = None
    note: str = ""

    @property
    def left(self) -> int | None:
        """Who is still to be recorded: as told, or else what is missing to all."""
        if self.unrecorded is not None or self.obligated is None or self.recorded is None:
            return self.unrecorded
        return self.obligated - self.recorded

    @property
    def share(self) -> Decimal | None:
        """The percentage recorded: from the figures, or as it was told."""
        if self.obligated and self.recorded is not None:
            return percent(self.recorded, self.obligated)
        return stated_percent(self.note)


@dataclass(frozen=True, slots=True)
class Gap:
    """By how many people two counts of one place differ, and what can not be known about it."""

    people: int
    words: Text


def stated_percent(note: str) -> Decimal | None:
    """The percentage that a note begins with: "97 %", "97,25 %"."""
    found = _PERCENT.match(note.strip())
    return Decimal(found[1].replace(",", ".")) if found else None


def people_at(share: Decimal, base: int) -> int:
    """How many people a percentage of a base is, half up."""
    return int((share * base / 100).quantize(Decimal(1), ROUND_HALF_UP))


def gap_between(local: Count | None, national: Count | None) -> Gap | None:
    """How many more people the local count has than the national one; None where one of them tells too little.

    Where the local count is a percentage alone, it is taken of the national base, and said to be so (A13).
    """
    if local is None or national is None or national.recorded is None:
        return None
    if local.recorded is not None:
        return Gap(local.recorded - national.recorded, _sentence(local.obligated, national.obligated))
    share = stated_percent(local.note)
    if share is None or national.obligated is None:
        return None
    return Gap(people_at(share, national.obligated) - national.recorded, _IF_SAME_BASE)


def doubts(told: Count) -> list[Text]:
    """What does not add up in a count, in words; nothing is repaired (F-T5)."""
    found = []
    if told.obligated is not None and told.recorded is not None and told.unrecorded is not None:
        both = told.recorded + told.unrecorded
        if both != told.obligated:
            found.append(_sum_differs(told.recorded, told.unrecorded, told.obligated))
    if told.obligated is not None and told.recorded is not None and told.recorded > told.obligated:
        found.append(text("Yang sudah rekam lebih banyak dari wajib KTP."))
    if told.printed is not None and told.recorded is not None and told.printed > told.recorded:
        found.append(text("Yang sudah dicetak lebih banyak dari yang sudah rekam."))
    return found


def parts_differ(whole: Count, parts: Iterable[Count]) -> list[Text]:
    """Where the parts of a place, by the same source and of the same day, do not add up to the whole."""
    known, found = list(parts), []
    for name, word in _COLUMNS:
        told = getattr(whole, name)
        values = [getattr(part, name) for part in known]
        if told is None or not values or any(value is None for value in values) or sum(values) == told:
            continue
        found.append(
            text(
                "{what}: jumlah bagiannya {parts}, tertulis {whole}.",
                what=word,
                parts=count(sum(values)),
                whole=count(told),
            )
        )
    return found


def _sum_differs(recorded: int, unrecorded: int, obligated: int) -> Text:
    both = recorded + unrecorded
    return text(
        "{recorded} sudah + {unrecorded} belum = {both}, padahal wajib KTP tertulis {obligated}: selisih {gap}.",
        recorded=count(recorded),
        unrecorded=count(unrecorded),
        both=count(both),
        obligated=count(obligated),
        gap=count(abs(both - obligated)),
    )


def _sentence(local: int | None, national: int | None) -> Text:
    if local is None or national is None:
        return text("Wajib KTP salah satu sumber tidak tertulis, jadi belum tentu orang yang sama yang dihitung.")
    if local != national:
        return text(
            "Wajib KTP kedua sumber berbeda {n} orang, jadi selisih ini bukan hanya soal perekaman.",
            n=count(abs(local - national)),
        )
    return text("Jumlah wajib KTP sama, tetapi belum tentu orang yang sama yang dihitung.")


_PERCENT: Final = re.compile(r"(\d{1,3}(?:[.,]\d+)?)\s*%")
_IF_SAME_BASE: Final = text(
    "Sumber lokal hanya menyebut persen. Selisih ini berlaku bila wajib KTP-nya sama dengan pusat, "
    "dan itu belum diketahui."
)
_COLUMNS: Final = (
    ("obligated", text("Wajib KTP")),
    ("recorded", text("Sudah rekam")),
    ("unrecorded", text("Belum rekam")),
    ("printed", text("Sudah dicetak")),
)
