"""Kemendagri region codes, dotted: province 35, regency 35.74, district 35.74.03, village 35.74.03.1004.

Every area has a health side beside it, marked behind its regency: 35.74+.03.1004. No plain area covers one, so what
is kept there is given to a laptop apart (F-P3).
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import Final, NewType

AreaCode = NewType("AreaCode", str)
_HEALTH: Final = "+"
_REGENCY_LENGTH: Final = 5
_OFFICE: Final = "00"
"""No district has this number."""


class AreaLevel(StrEnum):
    """The four levels of Kemendagri, from the largest."""

    PROVINCE = "province"
    REGENCY = "regency"
    DISTRICT = "district"
    VILLAGE = "village"


class VillageKind(StrEnum):
    """What kind of village a code names."""

    KELURAHAN = "kelurahan"
    DESA = "desa"


_DOTTED = re.compile(r"[0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{4})?)?)?")
_PLAIN = re.compile(r"([0-9]{2})([0-9]{2})?([0-9]{2})?([0-9]{4})?")
_PLAIN_LENGTHS = {2, 4, 6, 10}
_LEVEL_BY_LENGTH = {2: AreaLevel.PROVINCE, 5: AreaLevel.REGENCY, 8: AreaLevel.DISTRICT, 13: AreaLevel.VILLAGE}


def parse_area(raw: str) -> AreaCode:
    """The code in its dotted form, from 35.74.03.1004 or 3574031004; ValueError for anything else."""
    code = raw.strip()
    if _DOTTED.fullmatch(code):
        return AreaCode(code)
    plain = _PLAIN.fullmatch(code) if len(code) in _PLAIN_LENGTHS else None
    if plain is None:
        raise ValueError(f"not a region code: {code!r}")
    return AreaCode(".".join(part for part in plain.groups() if part))


def level(code: AreaCode) -> AreaLevel:
    """Which of the four levels a code names, on either side."""
    return _LEVEL_BY_LENGTH[len(plain_side(code))]


def parent(code: AreaCode) -> AreaCode | None:
    """The area one level above; None above a province."""
    return AreaCode(code.rpartition(".")[0]) or None


def regency_of(code: str) -> str:
    """The regency or city that a code of it or below it belongs to."""
    return code[:_REGENCY_LENGTH]


def health_side(code: str) -> AreaCode:
    """The health side of an area."""
    plain = plain_side(code)
    return AreaCode(f"{plain[:_REGENCY_LENGTH]}{_HEALTH}{plain[_REGENCY_LENGTH:]}")


def plain_side(code: str) -> AreaCode:
    """The area whose health side this is, or the area itself."""
    return AreaCode(code.replace(_HEALTH, ""))


def office_of(regency: str) -> AreaCode:
    """Where stands what concerns the office alone: only a laptop that was given the whole regency has this area, while
    what stands at the regency itself comes to every laptop of it."""
    return AreaCode(f"{regency}.{_OFFICE}")


def is_health_side(code: str) -> bool:
    """Whether this is the health side of an area."""
    return _HEALTH in code


def home_of(area: str, regency: str) -> str:
    """Where in its regency a row is at home: its area, or the regency itself where the row has left that."""
    return area if regency_of(area) == regency else regency


def is_within(code: AreaCode, ancestor: AreaCode) -> bool:
    """Whether an area is the other one or lies in it."""
    return code == ancestor or code.startswith(f"{ancestor}.")


@lru_cache(maxsize=10_000)
def around(code: str) -> frozenset[str]:
    """The area itself and all that it lies in; a few look-ups where `is_within` would be asked for a thousand areas."""
    parts = code.split(".")
    return frozenset(".".join(parts[: count + 1]) for count in range(len(parts)))


def village_kind(code: AreaCode) -> VillageKind:
    """Kelurahan (1xxx) or desa (2xxx, and 3xxx: desa adat); ValueError for what is not a village."""
    if level(code) is not AreaLevel.VILLAGE:
        raise ValueError(f"not a village code: {code!r}")
    return VillageKind.KELURAHAN if code[9] == "1" else VillageKind.DESA
