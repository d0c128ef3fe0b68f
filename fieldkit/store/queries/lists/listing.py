"""The by-name list of a village: who is left, and how far it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from fieldkit.store.database import Database
from fieldkit.store.search import Spelling


class ListFilter(StrEnum):
    """Which part of the list is shown."""

    LEFT = "left"
    ALL = "all"
    RECORDED = "recorded"
    VISIT = "visit"
    EXPLAINED = "explained"


@dataclass(frozen=True, slots=True, repr=False)
class ListEntry:
    """One person of the list, by the id that shows. `also` is how another row that matched a search writes the name."""

    id: str
    name: str
    sex: str
    birth_date: str
    address: str
    rt: str
    rw: str
    nik_tail: str
    state: str
    since: str
    also: Spelling | None = None


@dataclass(frozen=True, slots=True)
class ListCounts:
    """How many people of a village's list stand where."""

    total: int
    recorded: int
    visits: int
    explained: int

    @property
    def left(self) -> int:
        """On the list and not recorded."""
        return self.total - self.recorded


_WHERE: Final = {
    ListFilter.LEFT: "coalesce(s.state, '') <> 'recorded'",
    ListFilter.ALL: "1",
    ListFilter.RECORDED: "s.state = 'recorded'",
    ListFilter.VISIT: "s.state IN ('home_visit_requested', 'visit_failed')",
    ListFilter.EXPLAINED: "s.state IN ('away', 'deceased_reported', 'moved_reported', 'double_reported', 'not_found')",
}
_FROM: Final = (
    "FROM resident r LEFT JOIN resident_state s ON s.resident_id = r.id WHERE r.village = ? AND r.list_id IS NOT NULL "
    "AND coalesce(s.is_double, 0) = 0 "
)
_NARROW: Final = "AND (?2 = '' OR r.rw = ?2) AND (?3 = '' OR r.rt = ?3) "


def list_entries(
    database: Database, village: str, part: ListFilter, rw: str, rt: str, offset: int, limit: int
) -> list[ListEntry]:
    """A stretch of the list, by RW, RT and name."""
    rows = database.rows(
        "SELECT coalesce(s.shown_id, r.id), r.name, coalesce(r.sex, ''), coalesce(r.birth_date, ''), "
        "coalesce(r.address, ''), coalesce(r.rt, ''), coalesce(r.rw, ''), coalesce(r.nik_tail, substr(r.nik, -4), ''), "
        f"coalesce(s.state, 'unrecorded'), coalesce(s.since, '') {_FROM.replace('?', '?1')} {_NARROW} "
        f"AND {_WHERE[part]} ORDER BY r.rw, r.rt, r.name LIMIT ?4 OFFSET ?5",
        village,
        rw,
        rt,
        limit,
        offset,
    )
    return [ListEntry(*row) for row in rows]


def count_entries(database: Database, village: str, part: ListFilter, rw: str, rt: str) -> int:
    """How many rows `list_entries` has in all."""
    sql = f"SELECT count(*) {_FROM.replace('?', '?1')} {_NARROW} AND {_WHERE[part]}"
    return int(database.value(sql, village, rw, rt))


def list_counts(database: Database, village: str) -> ListCounts:
    """The figures above the list."""
    parts = ", ".join(f"sum({_WHERE[part]})" for part in (ListFilter.RECORDED, ListFilter.VISIT, ListFilter.EXPLAINED))
    row: tuple[Any, ...] = database.row(f"SELECT count(*), {parts} {_FROM}", village) or (0, 0, 0, 0)
    return ListCounts(*(value or 0 for value in row))


def neighbourhoods(database: Database, village: str) -> list[tuple[str, str]]:
    """The RW and RT that the list of a village has."""
    rows = database.rows(
        f"SELECT DISTINCT coalesce(r.rw, ''), coalesce(r.rt, '') {_FROM} ORDER BY 1, 2",
        village,
    )
    return [(rw, rt) for rw, rt in rows]
