"""What the page Today shows in one look: the open shift with its day, or what is needed to open one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Final

from fieldkit.domain.identifiers import UserId
from fieldkit.domain.roles import CARD_WORKERS
from fieldkit.domain.shifts.attendance import Presence
from fieldkit.domain.stock.movements import Product
from fieldkit.domain.zones import OFFICE_ZONE
from fieldkit.store.database import Database
from fieldkit.store.drafts import draft
from fieldkit.store.queries.lists.imported import list_villages
from fieldkit.store.queries.lists.listing import ListCounts, list_counts
from fieldkit.store.queries.openings import done_in
from fieldkit.store.queries.people import AppUser, app_users
from fieldkit.store.queries.recordings import FIRST_RECORDINGS
from fieldkit.store.queries.shifts import (
    PlannedShift,
    Shift,
    current_shift,
    last_shift,
    planned_shifts,
    shifts_of_day,
    site_zone,
)
from fieldkit.store.queries.stock.balances import balance_of, table_holder
from fieldkit.store.queries.today.attendance import present_in
from fieldkit.store.queries.today.day import (
    BlankTally,
    CallBack,
    IncidentRow,
    QueueTally,
    blank_tally,
    call_backs,
    incidents_of_day,
    queue_tally,
)
from fieldkit.store.queries.today.readiness import Readiness, readiness
from fieldkit.store.queries.today.sessions import DayTally, Session, days_between, sessions_of_day
from fieldkit.store.queries.today.sets import SetChoice, set_choice

OPENING_DRAFT: Final = "open_shift"
"""Kind of the draft of the form that opens a shift."""


@dataclass(frozen=True, slots=True)
class DayShift:
    """A shift of the day in the village, opened or only planned. Times of day are the site's; `id` empty if planned."""

    id: str
    name: str
    planned_start: str
    planned_end: str
    target_count: int


@dataclass(frozen=True, slots=True)
class OpenDay:
    """The day while a shift is open."""

    shift: Shift
    shifts: tuple[DayShift, ...]
    recorded: tuple[tuple[str, str], ...]
    """Shift and instant of each recording of the day in the village, first one first."""
    list_counts: ListCounts
    queue: QueueTally
    blanks: BlankTally
    incidents: tuple[IncidentRow, ...]
    call_backs: tuple[CallBack, ...]
    sessions: tuple[Session, ...]
    """Those of the day, at all tables that this laptop knows of."""
    present: tuple[Presence, ...]
    users: tuple[AppUser, ...]
    """Who can be noted as present."""
    is_untouched: bool = False
    """Whether nothing was done in the shift since it was opened."""

    @property
    def incidents_here(self) -> tuple[IncidentRow, ...]:
        """Those of the village's shifts: what happens elsewhere takes nothing from the work here."""
        here = {shift.id for shift in self.shifts}
        return tuple(one for one in self.incidents if one.shift_id in here)


@dataclass(frozen=True, slots=True)
class Opening:
    """What the form for a new shift offers."""

    plans: tuple[PlannedShift, ...]
    users: tuple[AppUser, ...]
    villages: tuple[str, ...]
    last: Shift | None
    draft: str | None
    call_backs: tuple[CallBack, ...] = ()
    """Whoever was sent home and not told yet: a closing does not call them."""
    blanks: int = 0
    """What the table has on record: it is among the blanks that are taken along."""
    sets: SetChoice = field(default_factory=SetChoice)
    time_zone: str = OFFICE_ZONE


@dataclass(frozen=True, slots=True)
class TodayView:
    """The page at a glance: `day` while a shift is open, else `opening`."""

    readiness: Readiness
    day: OpenDay | None
    opening: Opening | None
    week: tuple[DayTally, ...]
    """Monday to Sunday, those on which nothing was planned or done left out."""


def today_view(database: Database, user: UserId, calendar_day: str) -> TodayView:
    """Everything that the page shows; `calendar_day` is the laptop's, and counts while no shift is open."""
    shift = current_shift(database)
    week = _week(database, shift.day if shift else calendar_day)
    if shift is None:
        opening = _opening(database, user, calendar_day)
        villages = sorted({plan.village for plan in opening.plans})
        waiting = [plan.id for plan in opening.plans if not plan.is_opened]
        ready = readiness(database, villages, calendar_day, next(iter(waiting), None), user)
        return TodayView(ready, None, opening, week)
    plan_id = database.value("SELECT plan_id FROM shift_opening WHERE id = ?", shift.id)
    ready = readiness(database, [shift.village], shift.day, plan_id, user)
    return TodayView(ready, _open_day(database, user, shift), None, week)


def _open_day(database: Database, user: UserId, shift: Shift) -> OpenDay:
    holder = table_holder(database)
    on_hand = balance_of(database, holder, Product.BLANK)
    return OpenDay(
        shift,
        _day_shifts(database, shift),
        _recorded(database, shift),
        list_counts(database, shift.village),
        queue_tally(database, shift.id),
        blank_tally(database, holder, shift.id, on_hand),
        tuple(incidents_of_day(database, shift.day)),
        _call_backs(database, user, shift.day),
        sessions_of_day(database, shift.day),
        present_in(database, shift.id),
        tuple(app_users(database)),
        not done_in(database, shift.id),
    )


def _call_backs(database: Database, user: UserId, day: str) -> tuple[CallBack, ...]:
    """Whom to call; whoever calls nobody is told how many, and neither names nor numbers."""
    found = call_backs(database, day)
    if database.value("SELECT role FROM app_user WHERE id = ? AND active = 1", user) in CARD_WORKERS:
        return tuple(found)
    return tuple(replace(one, name="", phone="", contact_name="", contact_relation="") for one in found)


def _week(database: Database, day: str) -> tuple[DayTally, ...]:
    on = date.fromisoformat(day)
    monday = on - timedelta(days=on.weekday())
    return days_between(database, monday.isoformat(), (monday + timedelta(days=6)).isoformat())


def _day_shifts(database: Database, shift: Shift) -> tuple[DayShift, ...]:
    opened = [other for other in shifts_of_day(database, shift.day) if other.village == shift.village]
    found = [DayShift(o.id, o.name, o.planned_start, o.planned_end, o.target_count) for o in opened]
    for plan in planned_shifts(database, shift.day):
        if plan.village == shift.village and not plan.is_opened:
            found.append(DayShift("", plan.name, plan.planned_start, plan.planned_end, plan.target_count))
    return tuple(sorted(found, key=lambda one: one.planned_start))


def _recorded(database: Database, shift: Shift) -> tuple[tuple[str, str], ...]:
    rows = database.rows(
        f"SELECT f.shift_id, f.since FROM {FIRST_RECORDINGS} f JOIN shift_opening o ON o.id = f.shift_id "
        "WHERE o.village = ?2 ORDER BY f.since",
        shift.day,
        shift.village,
    )
    return tuple((shift_id, since) for shift_id, since in rows)


def _opening(database: Database, user: UserId, day: str) -> Opening:
    plans = tuple(planned_shifts(database, day))
    known = Counter({plan.village: 1 for plan in plans})
    known.update(dict(list_villages(database)))
    villages, last = tuple(village for village, _ in known.most_common()), last_shift(database)
    return Opening(
        plans,
        tuple(app_users(database)),
        villages,
        last,
        draft(database, user, OPENING_DRAFT),
        _call_backs(database, user, day),
        balance_of(database, table_holder(database), Product.BLANK),
        set_choice(database, last.village if last else next(iter(villages), ""), day),
        site_zone(database),
    )
