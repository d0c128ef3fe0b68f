"""What the pages show of a regency, as it is kept: counted behind the pushes, read with one look."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeAlias

import msgspec
import sqlalchemy as sa

from fieldkit.server.schema import OFFICE_SUM

Days: TypeAlias = dict[str, int]
"""How many on each day, such as 2019-02-23."""


class VillageSum(msgspec.Struct, frozen=True):
    """The people of a village's list: each in one number beside `gross` (F-T2)."""

    gross: int
    recorded: int = 0
    away: int = 0
    approved: int = 0
    """Explained by the field, and off the list by the office's word."""
    proposed: int = 0
    """Explained by the field alone: still reachable."""


class CountSum(msgspec.Struct, frozen=True):
    """What a source counted last in a place, and the obligated who were recorded there after that day."""

    place: str
    source: str
    as_of: str
    obligated: int
    recorded: int
    since: int = 0


class Shelf(msgspec.Struct, frozen=True):
    """Cards of people of a district that lie at a place since a day."""

    place: str
    since: str
    cards: int
    district: str = ""


class Shift(msgspec.Struct, frozen=True):
    """A shift that the office announces, as it stood when it was counted."""

    day: str
    start: str
    end: str
    name: str
    site: str
    lead: str
    state: str


class Setting(msgspec.Struct, frozen=True):
    """What the office set, from a day on."""

    key: str
    value: str
    since: str = ""


class OfficeSums(msgspec.Struct, frozen=True):
    """All that is counted of a regency."""

    villages: dict[str, VillageSum] = {}
    recorded: Days = {}
    """People of a list by the day of the shift in which they were recorded first."""
    obligated: Days = {}
    """The same of all who were obligated to have a card on the day of the count (F-W2)."""
    counts: list[CountSum] = []
    stock: dict[str, dict[str, int]] = {}
    """What is left, by holder and product."""
    given: dict[str, list[str]] = {}
    """The products that a holder was ever given, so that they are counted there."""
    printed: dict[str, Days] = {}
    """Cards by who printed them, of the last days with printing."""
    to_print: Days = {}
    """Cards that wait, by the day from which each may be printed; "" where that is at once."""
    shelves: list[Shelf] = []
    shifts: list[Shift] = []
    """Of the day of the count and later ones, in their order."""
    settings: list[Setting] = []
    """In the order in which they were written."""


def value_on(settings: Iterable[Setting], key: str, day: str) -> str:
    """What holds on a day: of what has begun the latest, of two of one day the later written; "" without any."""
    begun = [(each.since, number, each.value) for number, each in enumerate(settings) if each.key == key]
    return max((each for each in begun if each[0] <= day), default=("", 0, ""))[2]


class KeptSums(msgspec.Struct, frozen=True):
    """The sums of a regency, when they were counted, and up to which version."""

    version: int
    at_ms: int
    sums: OfficeSums


def kept_sums(connection: sa.Connection, regency: str) -> KeptSums | None:
    """What was counted last; None before the first time."""
    this = OFFICE_SUM.c
    query = sa.select(this.version, this.at_ms, this.document).where(this.regency == regency)
    row = connection.execute(query).one_or_none()
    return KeptSums(row.version, row.at_ms, msgspec.json.decode(row.document, type=OfficeSums)) if row else None


def keep_sums(connection: sa.Connection, regency: str, kept: KeptSums) -> None:
    """Keep them in place of those before. Of two who count at once the last one stays, with its own version: what it
    lacks is counted again."""
    document = msgspec.json.encode(kept.sums).decode()
    connection.execute(_KEEP, {"regency": regency, "version": kept.version, "at": kept.at_ms, "document": document})


_KEEP: Final = sa.text(
    "INSERT INTO office_sum (regency, version, at_ms, document) VALUES (:regency, :version, :at, :document) "
    "ON CONFLICT (regency) DO UPDATE SET version = excluded.version, at_ms = excluded.at_ms, "
    "document = excluded.document"
)
