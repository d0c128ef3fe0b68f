"""What the page of home visits shows in one look."""

from __future__ import annotations

from dataclasses import dataclass

from fieldkit.domain.identifiers import UserId
from fieldkit.domain.roles import FIELD_WORKERS, LEADS
from fieldkit.store.database import Database
from fieldkit.store.drafts import draft
from fieldkit.store.queries.shifts import Shift, current_shift, site_zone
from fieldkit.store.queries.visits.pairs import mates_of
from fieldkit.store.queries.visits.route import Route, route


@dataclass(frozen=True, slots=True)
class VisitsView:
    """The route of a day, who waits, and who may go. `typed_minutes` is the time that somebody gave the visits."""

    day: str
    time_zone: str
    shift: Shift | None
    route: Route
    pairs: tuple[tuple[str, str], ...]
    typed_minutes: int | None


def visits_view(database: Database, user: UserId, wanted_day: str, calendar_day: str) -> VisitsView:
    """The page for a user; without a wanted day that of the open shift, else the laptop's."""
    shift = current_shift(database)
    day = wanted_day or (shift.day if shift else calendar_day)
    return VisitsView(
        day,
        site_zone(database),
        shift if shift and shift.day == day else None,
        route(database, user, day),
        _pairs(database, user),
        typed_minutes(database, user, day),
    )


def typed_minutes(database: Database, user: UserId, day: str) -> int | None:
    """The time that a user gave the visits of a day; None where nothing was said."""
    kept = draft(database, user, minutes_kind(day))
    return int(kept) if kept and kept.isdecimal() else None


def minutes_kind(day: str) -> str:
    """The name under which the time for visits is kept on this laptop."""
    return f"visit_minutes:{day}"


def _pairs(database: Database, user: UserId) -> tuple[tuple[str, str], ...]:
    """Whom this user may send: a lead anybody, the others their own team."""
    people = {
        row[0]: row for row in database.rows("SELECT id, name, role FROM app_user WHERE active = 1 ORDER BY name, id")
    }
    mates = people.keys() if user in people and people[user][2] in LEADS else mates_of(database, user)
    return tuple((id_, name) for id_, name, role in people.values() if role in FIELD_WORKERS and id_ in mates)
