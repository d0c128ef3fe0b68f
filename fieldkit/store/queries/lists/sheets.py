"""What goes onto the sheets of a list, and which sheets went out before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fieldkit.domain.lists.list_sheet import SheetKind
from fieldkit.domain.lists.listing import EntryState
from fieldkit.store.database import Database
from fieldkit.store.queries.lists.listing import ListEntry, Sieve, list_entries

_ALL: Final = -1
_TO_INVITE: Final = frozenset({EntryState.UNRECORDED, EntryState.INVITED})


@dataclass(frozen=True, slots=True)
class ComingPlan:
    """A shift of the schedule to which people can be called. Times of day are the site's."""

    id: str
    day: str
    name: str
    site_name: str
    planned_start: str
    planned_end: str


@dataclass(frozen=True, slots=True)
class SheetGiven:
    """A sheet that went out; empty text for all RW or RT."""

    kind: str
    rw: str
    rt: str
    row_count: int
    user_name: str
    at: str


def coming_plans(database: Database, village: str, day: str, at_clock: str, limit: int) -> list[ComingPlan]:
    """The published shifts of a village that are not over at a time of a day, the next one first."""
    rows = database.rows(
        "SELECT id, day, name, site_name, planned_start, planned_end FROM shift_plan WHERE village = ?1 "
        "AND (day > ?2 OR day = ?2 AND planned_end > ?3) AND coalesce(state, 'published') = 'published' "
        "ORDER BY day, planned_start LIMIT ?4",
        village,
        day,
        at_clock,
        limit,
    )
    return [ComingPlan(*row) for row in rows]


def people_of_sheet(database: Database, kind: SheetKind, sieve: Sieve) -> list[ListEntry]:
    """Whom a sheet names, by RW, RT and name; an invitation only those of whom nothing speaks against coming."""
    if kind is SheetKind.REMAINDER:
        return []
    people = list_entries(database, sieve, 0, _ALL)
    return [each for each in people if kind is SheetKind.CALL_LIST or each.state in _TO_INVITE]


def sheets_given(database: Database, village: str, limit: int) -> list[SheetGiven]:
    """The sheets of a village that went out last, the last first."""
    rows = database.rows(
        "SELECT s.kind, coalesce(s.rw, ''), coalesce(s.rt, ''), s.row_count, coalesce(u.name, ''), s.at "
        "FROM list_sheet s LEFT JOIN app_user u ON u.id = s.user_id WHERE s.village = ? ORDER BY s.at DESC LIMIT ?",
        village,
        limit,
    )
    return [SheetGiven(*row) for row in rows]
