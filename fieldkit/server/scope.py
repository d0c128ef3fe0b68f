"""Which areas a device was given, and whether they cover another (invariant 10). An area covers all beneath it.

The health side of an area is another area, and given apart (decision 23).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import sqlalchemy as sa

from fieldkit.domain.areas import AreaCode, around, regency_of
from fieldkit.server.schema import DEVICE_GRANT

_AREA: Final = re.compile(r"[0-9]{2}\.[0-9]{2}\+?(\.[0-9]{2}(\.[0-9]{4})?)?")


@dataclass(frozen=True, slots=True)
class Grant:
    """An area given to a device, from one instant to another."""

    area: AreaCode
    from_ms: int
    until_ms: int | None

    def is_open(self, now_ms: int) -> bool:
        """Whether the grant holds now."""
        return self.from_ms <= now_ms and not self.is_over(now_ms)

    def is_over(self, at_ms: int) -> bool:
        """Whether the grant had ended; work from before its end is in scope, whenever it arrives."""
        return self.until_ms is not None and self.until_ms <= at_ms


@lru_cache(maxsize=10_000)
def is_area(area: str) -> bool:
    """Whether this is a code of a regency, district or village, on either side."""
    return _AREA.fullmatch(area) is not None


@lru_cache(maxsize=10_000)
def regency_named(area: str) -> str | None:
    """The regency of an area; None where this is no code of one."""
    return regency_of(area) if is_area(area) else None


def any_covers(granted: Set[str], area: str) -> bool:
    """Whether one of the granted areas covers the area."""
    return not around(area).isdisjoint(granted)


def grants_of(connection: sa.Connection, regency: str, device_id: str) -> list[Grant]:
    """All grants that a device ever had."""
    grant = DEVICE_GRANT.c
    query = sa.select(grant.area, grant.from_ms, grant.until_ms)
    found = connection.execute(query.where(grant.regency == regency, grant.device_id == device_id))
    return [Grant(AreaCode(area), from_ms, until_ms) for area, from_ms, until_ms in found]


def outermost(areas: Iterable[str]) -> list[str]:
    """The areas without those that another of them covers."""
    granted = set(areas)
    return [area for area in sorted(granted) if around(area) & granted == {area}]
