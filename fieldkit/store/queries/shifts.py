"""Which shifts are planned, open and closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Final
from zoneinfo import ZoneInfo

import msgspec

from fieldkit.domain.shifts.shift import SessionKind, is_out_of_hours
from fieldkit.domain.zones import zone_of
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta
from fieldkit.store.queries.closing.signed import is_closed
from fieldkit.store.queries.openings import STANDS

CURRENT_SHIFT: Final = "current_shift"
"""Meta key of the shift that this laptop's table is working in."""


LAST_SHIFT: Final = "last_shift"
"""Meta key of the shift that this laptop opened last."""
OPENED_HERE: Final = "opened_here"
"""Meta key of the ids of all shifts that this laptop opened: they are not looked for in the whole journal."""


@dataclass(frozen=True, slots=True)
class PlannedShift:
    """A shift of the schedule. `is_opened` where some table opened it."""

    id: str
    day: str
    name: str
    site_name: str
    village: str
    planned_start: str
    planned_end: str
    time_zone: str
    lead_name: str
    target_count: int
    is_opened: bool
    set_code: str = ""


@dataclass(frozen=True, slots=True)
class Shift:
    """A shift that was opened. Times of day are the site's; instants are UTC."""

    id: str
    day: str
    name: str
    site_name: str
    village: str
    planned_start: str
    planned_end: str
    time_zone: str
    lead_id: str
    lead_name: str
    target_count: int
    opened_at: str
    closed_at: str | None
    kind: str = SessionKind.SHIFT
    """A word of `SessionKind`, or one that a newer laptop wrote."""
    plan_id: str = ""
    team_id: str = ""


_SHIFT: Final = (
    "SELECT o.id, o.day, o.name, o.site_name, o.village, o.planned_start, o.planned_end, o.time_zone, o.lead_id, "
    "coalesce(u.name, ''), coalesce(o.target_count, 0), o.at, "
    f"iif({is_closed('o.id')}, (SELECT max(c.at) FROM closing c WHERE c.shift_id = o.id AND c.kind = 'table'), NULL), "
    "coalesce(o.kind, 'shift'), coalesce(o.plan_id, ''), "
    "coalesce(o.team_id, (SELECT p.team_id FROM shift_plan p WHERE p.id = o.plan_id), '') "
    "FROM shift_opening o LEFT JOIN app_user u ON u.id = o.lead_id "
)


_IS_CURRENT: Final = f"o.id = (SELECT value FROM meta WHERE key = ?) AND NOT {is_closed('o.id')}"


def is_late(shift: Shift, at: datetime) -> bool:
    """Whether an instant is outside the planned hours: people are served all the same, and counted (OP-8).

    Where the laptop's calendar is wrong, the days since the opening still tell the day.
    """
    planned = time.fromisoformat(shift.planned_start), time.fromisoformat(shift.planned_end)
    zone, day = ZoneInfo(shift.time_zone), date.fromisoformat(shift.day)
    here, opened = at.astimezone(zone), datetime.fromisoformat(shift.opened_at).astimezone(zone)
    counted = datetime.combine(day + (here.date() - opened.date()), here.time(), zone)
    return all(is_out_of_hours(each, day, *planned) for each in (here, counted))


def current_shift(database: Database) -> Shift | None:
    """The shift that this laptop is working in; None between shifts, and where the office closed it meanwhile."""
    return _shift(database.row(f"{_SHIFT} WHERE {_IS_CURRENT}", CURRENT_SHIFT))


def last_shift(database: Database) -> Shift | None:
    """The shift that this laptop opened last, whether it is closed or not."""
    return _shift(database.row(f"{_SHIFT} WHERE o.id = (SELECT value FROM meta WHERE key = ?)", LAST_SHIFT))


def site_zone(database: Database) -> str:
    """The time zone where this laptop works, or worked last; before its first shift that of its regency."""
    latest = current_shift(database) or last_shift(database)
    return latest.time_zone if latest else zone_of(Meta(database).regency)


def site_day(database: Database, now_utc: datetime) -> date:
    """The day that it is where this laptop works: in Papua another than by UTC until nine in the morning."""
    return now_utc.astimezone(ZoneInfo(site_zone(database))).date()


def shift_by_id(database: Database, shift_id: str) -> Shift | None:
    """One shift."""
    return _shift(database.row(f"{_SHIFT} WHERE o.id = ?", shift_id))


def own_shifts(database: Database) -> list[str]:
    """The shifts that this laptop opened, as it noted them; a program of before noted none, but wrote the journal."""
    noted = Meta(database).get(OPENED_HERE)
    if noted:
        return msgspec.json.decode(noted, type=list[str])
    return [row_id for (row_id,) in database.rows("SELECT row_id FROM journal WHERE table_name = 'shift_opening'")]


def shifts_of_day(database: Database, day: str) -> list[Shift]:
    """The shifts opened on a day, first one first."""
    return [Shift(*row) for row in database.rows(f"{_SHIFT} WHERE o.day = ? AND {STANDS} ORDER BY o.at", day)]


def planned_shifts(database: Database, day: str) -> list[PlannedShift]:
    """The schedule of a day: what is published, and what a program planned that knew no drafts."""
    rows = database.rows(
        "SELECT p.id, p.day, p.name, p.site_name, p.village, p.planned_start, p.planned_end, p.time_zone, "
        "coalesce(u.name, ''), coalesce(p.target_count, 0), "
        f"EXISTS (SELECT 1 FROM shift_opening o WHERE o.plan_id = p.id AND {STANDS}), coalesce(p.set_code, '') "
        "FROM shift_plan p LEFT JOIN app_user u ON u.id = p.lead_id "
        "WHERE p.day = ? AND coalesce(p.state, 'published') = 'published' ORDER BY p.planned_start",
        day,
    )
    return [PlannedShift(*row) for row in rows]


def _shift(row: tuple[Any, ...] | None) -> Shift | None:
    return Shift(*row) if row else None
