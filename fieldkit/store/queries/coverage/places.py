"""Places that are looked into: a regency, a district, a village, an RW, an RT."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

_DISTRICT_LENGTH: Final = 8
_VILLAGE_LENGTH: Final = 13


class Level(StrEnum):
    """By what a place is split."""

    DISTRICT = "district"
    VILLAGE = "village"
    RW = "rw"
    RT = "rt"


@dataclass(frozen=True, slots=True)
class Place:
    """A region by its code, or a part of a village; empty text is for those without RW or RT."""

    code: str
    rw: str | None = None
    rt: str | None = None

    @property
    def splits_into(self) -> tuple[Level, ...]:
        """By what it can be split, the usual one first; a regency also by all its villages, an RT by nothing."""
        if self.rt is not None:
            return ()
        if self.rw is not None:
            return (Level.RT,)
        if len(self.code) == _VILLAGE_LENGTH:
            return (Level.RW,)
        return (Level.VILLAGE,) if len(self.code) == _DISTRICT_LENGTH else (Level.VILLAGE, Level.DISTRICT)

    @property
    def around(self) -> Place | None:
        """The place that this one lies in; None around a regency."""
        if self.rt is not None:
            return replace(self, rt=None)
        if self.rw is not None:
            return replace(self, rw=None)
        return Place(self.code.rpartition(".")[0]) if len(self.code) >= _DISTRICT_LENGTH else None

    def part(self, level: Level, key: str) -> Place:
        """One of the places that it is split into, by what tells them apart."""
        if level is Level.RW:
            return replace(self, rw=key)
        return replace(self, rt=key) if level is Level.RT else Place(key)


KEYS: Final[Mapping[Level, str]] = {
    Level.DISTRICT: f"substr(r.village, 1, {_DISTRICT_LENGTH})",
    Level.VILLAGE: "r.village",
    Level.RW: "coalesce(r.rw, '')",
    Level.RT: "coalesce(r.rt, '')",
}
"""What tells the parts of a place apart, of a resident r."""


def lies_in(place: Place) -> tuple[str, list[str]]:
    """Whether a resident r lives in a place, and the values of its marks."""
    if len(place.code) == _VILLAGE_LENGTH:
        clause, values = "r.village = ?", [place.code]
    else:
        # Codes go on with a dot, and a slash comes after it: by the index, and only whole parts of a code.
        clause, values = "r.village > ? AND r.village < ?", [f"{place.code}.", f"{place.code}/"]
    for column, wanted in (("rw", place.rw), ("rt", place.rt)):
        if wanted is not None:
            clause = f"{clause} AND coalesce(r.{column}, '') = ?"
            values.append(wanted)
    return clause, values
