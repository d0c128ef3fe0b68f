"""How far the lists of this laptop are: village by village, and at which pace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fieldkit.store.database import Database
from fieldkit.store.queries.closing.signed import is_closed
from fieldkit.store.queries.lists.listing import IS_LEFT, IS_PROPOSED


@dataclass(frozen=True, slots=True)
class VillageLeft:
    """A village's list: all on it, who is reachable and not recorded, and how many of those the field has explained."""

    village: str
    total: int
    left: int
    proposed: int


@dataclass(frozen=True, slots=True)
class Pace:
    """How many people of a list were recorded on the last day on which anybody was; so far, where that day runs."""

    day: str
    people: int
    is_running: bool = False


@dataclass(frozen=True, slots=True)
class Overview:
    """The lists of this laptop, most left first (A2, A15), and the pace in one village."""

    villages: tuple[VillageLeft, ...]
    pace: Pace | None

    @property
    def total(self) -> int:
        """Everybody on a list here."""
        return sum(each.total for each in self.villages)


def villages_left(database: Database) -> tuple[VillageLeft, ...]:
    """All lists here, most left first (A15, PL-4)."""
    return tuple(VillageLeft(*row) for row in database.rows(_VILLAGES))


def overview(database: Database, village: str) -> Overview:
    """All lists here, and the pace in a village."""
    row = database.row(_PACE, village)
    return Overview(villages_left(database), Pace(row[0], row[1], bool(row[2])) if row else None)


_VILLAGES: Final = (
    f"SELECT r.village, count(*), sum({IS_LEFT}), sum({IS_PROPOSED}) FROM resident r "
    "LEFT JOIN resident_state s ON s.resident_id = r.id WHERE r.list_id IS NOT NULL AND coalesce(s.is_double, 0) = 0 "
    "GROUP BY r.village ORDER BY 3 DESC, r.village"
)
_PACE: Final = (
    f"SELECT o.day, count(DISTINCT q.resident_id), max(NOT {is_closed('o.id')}) "
    "FROM request_state q JOIN shift_opening o ON o.id = q.shift_id "
    "JOIN resident r ON r.id = q.resident_id WHERE q.state = 'recorded' AND r.village = ? AND r.list_id IS NOT NULL "
    "GROUP BY o.day ORDER BY o.day DESC LIMIT 1"
)
