"""Who can hold stock: a holder is a word, or a kind with a code behind a colon, such as `store:35.74.03`."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from fieldkit.domain.errors import Problem, Severity
from fieldkit.domain.stock.movements import DESTROYED, OFFICE, SPOILED, SUPPLIER, UNEXPLAINED, USED
from fieldkit.domain.text import text


class HolderKind(StrEnum):
    """What a holder is."""

    OFFICE = OFFICE
    STORE = "store"
    """Of a district: the set and the printer that stay there."""
    TABLE = "table"
    SPOILED = SPOILED
    USED = USED
    DESTROYED = DESTROYED
    UNEXPLAINED = UNEXPLAINED
    SUPPLIER = SUPPLIER
    REGION = "region"
    """Another regency, or a province, that lends and borrows (F-B4)."""


_IN_HAND: Final = frozenset({HolderKind.OFFICE, HolderKind.STORE, HolderKind.TABLE})
_KEPT: Final = _IN_HAND | {HolderKind.SPOILED}
_OUTSIDE: Final = frozenset({HolderKind.SUPPLIER, HolderKind.REGION})
_WORDS: Final[Mapping[str, HolderKind]] = {kind.value: kind for kind in HolderKind}


def store_of(district: str) -> str:
    """The store of a district, by its code."""
    return f"{HolderKind.STORE}:{district}"


def region_of(code: str) -> str:
    """Another regency or a province, by its code."""
    return f"{HolderKind.REGION}:{code}"


def kind_of(holder: str) -> HolderKind:
    """What a holder is; whoever is not known otherwise is a table."""
    return _WORDS.get(holder.partition(":")[0], HolderKind.TABLE)


def code_of(holder: str) -> str:
    """The code behind the colon: of a district, a region or a table; empty where the word says it all."""
    return holder.partition(":")[2]


def is_in_hand(holder: str) -> bool:
    """Whether what it holds can be given out or printed on."""
    return kind_of(holder) in _IN_HAND


def is_outside(holder: str) -> bool:
    """Whether it belongs to somebody else: what comes from there is new here, and what goes there has left."""
    return kind_of(holder) in _OUTSIDE


def check_news(*, may_lack: bool) -> tuple[Problem, ...]:
    """What is odd about booking for a table of which not everything may be known: it only warns."""
    if not may_lack:
        return ()
    words = text(
        "Catatan meja ini mungkin belum semua masuk: shift-nya terbuka, atau belum sinkron. Sinkronkan dulu; kalau "
        "tetap dicatat, ini ditandai."
    )
    return (Problem("holder", "may_lack_news", words, Severity.WARN),)


def is_counted(holder: str) -> bool:
    """Whether a balance below zero can not be, and is a case.

    So it is for the box of spoiled pieces: more was destroyed than ever lay in it. Not so for the office: where only
    the tables keep their stock here, it has given what it never was given.
    """
    return kind_of(holder) in _KEPT and holder != OFFICE
