"""The sessions of a day, as they were planned and as they are (TL-2)."""

from __future__ import annotations

from dataclasses import dataclass

from fieldkit.store.database import Database
from fieldkit.store.queries.closing.signed import is_closed
from fieldkit.store.queries.openings import STANDS
from fieldkit.store.queries.recordings import FIRST_RECORDINGS


@dataclass(frozen=True, slots=True)
class Session:
    """A session opened on a day. What was planned is empty where nobody planned it; `closed_at` while it is open."""

    id: str
    name: str
    kind: str
    day: str
    village: str
    site_name: str
    start: str
    end: str
    time_zone: str
    target_count: int
    opened_at: str
    closed_at: str
    planned_site: str
    planned_start: str
    planned_end: str
    recorded: int

    @property
    def is_planned(self) -> bool:
        """Whether it was in the schedule."""
        return bool(self.planned_start)


def sessions_of_day(database: Database, day: str) -> tuple[Session, ...]:
    """All sessions of a day, first one first."""
    rows = database.rows(
        "SELECT o.id, o.name, coalesce(o.kind, 'shift'), o.day, o.village, o.site_name, o.planned_start, "
        "o.planned_end, o.time_zone, coalesce(o.target_count, 0), o.at, "
        f"iif({is_closed('o.id')}, "
        "(SELECT max(c.at) FROM closing c WHERE c.shift_id = o.id AND c.kind = 'table'), ''), "
        "coalesce(p.site_name, ''), coalesce(p.planned_start, ''), coalesce(p.planned_end, ''), "
        f"(SELECT count(*) FROM {FIRST_RECORDINGS} f WHERE f.shift_id = o.id) "
        "FROM shift_opening o LEFT JOIN shift_plan p ON p.id = o.plan_id "
        f"WHERE o.day = ?1 AND {STANDS} ORDER BY o.at, o.id",
        day,
    )
    return tuple(Session(*row) for row in rows)


@dataclass(frozen=True, slots=True)
class DayTally:
    """A day of the week: who was recorded, and what was planned; `target` is 0 where nothing was."""

    day: str
    recorded: int
    target: int


def days_between(database: Database, first: str, last: str) -> tuple[DayTally, ...]:
    """The days from one to another on which somebody worked or was to work; each person once a day."""
    recorded = dict(
        database.rows(
            "SELECT o.day, count(DISTINCT coalesce(p.shown_id, s.resident_id)) FROM request_state s "
            "JOIN shift_opening o ON o.id = s.shift_id LEFT JOIN resident_state p ON p.resident_id = s.resident_id "
            "WHERE o.day BETWEEN ? AND ? AND s.state = 'recorded' GROUP BY o.day",
            first,
            last,
        )
    )
    targets = dict(
        database.rows(
            "SELECT day, sum(target) FROM ("
            f"SELECT day, coalesce(target_count, 0) AS target FROM shift_opening o WHERE plan_id IS NULL AND {STANDS} "
            "UNION ALL "
            "SELECT day, coalesce(target_count, 0) FROM shift_plan WHERE coalesce(state, 'published') = 'published') "
            "WHERE day BETWEEN ? AND ? GROUP BY day",
            first,
            last,
        )
    )
    return tuple(DayTally(day, recorded.get(day, 0), targets.get(day, 0)) for day in sorted({*recorded, *targets}))
