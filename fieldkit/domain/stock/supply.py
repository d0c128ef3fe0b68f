"""How far the stock goes: blanks, ribbon and film beside what waits to be printed (F-B2, ST-4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from fieldkit.domain.stock.lots import days_of_stock
from fieldkit.domain.stock.movements import Product, printable_now

LOW_DAYS: Final = 5
"""So many days of stock or fewer want a look."""


class Tone(StrEnum):
    """How much a supply wants a look."""

    OK = "ok"
    WARN = "warn"
    ERR = "err"


@dataclass(frozen=True, slots=True)
class Supply:
    """What somebody has, and what is asked of it. Ribbon and film in prints, None where nobody keeps count of them."""

    blanks: int
    ribbon: int | None
    film: int | None
    ready: int
    """Cards that wait to be printed."""
    per_day: int
    """Cards on a day with printing."""

    @property
    def printable(self) -> int:
        """Cards that can be printed now: the scarcest says it; what nobody counts does not (F-B2)."""
        ribbon, film = (self.ready if part is None else part for part in (self.ribbon, self.film))
        return printable_now(self.blanks, ribbon, film, self.ready)

    @property
    def unserved(self) -> int:
        """Cards that wait and can not be printed with what is there."""
        return self.ready - self.printable

    @property
    def scarcest(self) -> Product:
        """What runs out first."""
        return min(self._parts(), key=lambda product: self._parts()[product])

    @property
    def days_left(self) -> int | None:
        """Days until the first of them runs out at this pace; None where nothing was printed yet (ST-4)."""
        return days_of_stock(self._parts()[self.scarcest], self.per_day)

    @property
    def tone(self) -> Tone:
        """Red where a balance can not be, amber where somebody goes without or few days are left."""
        if self.blanks < 0:
            return Tone.ERR
        days = self.days_left
        is_short = self.unserved > 0 or (days is not None and days <= LOW_DAYS)
        return Tone.WARN if is_short else Tone.OK

    def _parts(self) -> Mapping[Product, int]:
        known = {Product.BLANK: self.blanks, Product.RIBBON: self.ribbon, Product.FILM: self.film}
        return {product: pieces for product, pieces in known.items() if pieces is not None}


def pace_of(printed_by_day: Mapping[str, int]) -> int:
    """Cards on a day with printing, rounded up: days without any tell nothing about the next one."""
    days = [cards for cards in printed_by_day.values() if cards > 0]
    return -(-sum(days) // len(days)) if days else 0


def together(held: Sequence[tuple[Supply, bool]], ready: int, per_day: int) -> Supply:
    """What all of them have, each with whether it prints itself.

    Ribbon or film has a sum only where everybody who prints keeps count of it; else nobody knows what there is.
    """
    return Supply(
        sum(supply.blanks for supply, _ in held),
        _sum([(supply.ribbon, prints) for supply, prints in held]),
        _sum([(supply.film, prints) for supply, prints in held]),
        ready,
        per_day,
    )


def _sum(parts: Sequence[tuple[int | None, bool]]) -> int | None:
    known = [part for part, _ in parts if part is not None]
    is_whole = all(part is not None for part, prints in parts if prints)
    return sum(known) if known and is_whole else None
