"""What the page Today shows in one look: the open shift with its day, or what is needed to open one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from fieldkit.domain.identifiers import UserId
from fieldkit.domain.stock import Product
from fieldkit.store.database import Database
from fieldkit.store.drafts import draft
from fieldkit.store.neighbours.carried import count_carried
from fieldkit.store.queries.lists.imported import list_villages
from fieldkit.store.queries.lists.listing import ListCounts, list_counts
from fieldkit.store.queries.people import AppUser, app_users
from fieldkit.store.queries.recordings import FIRST_RECORDINGS
from fieldkit.store.queries.shifts import (
    PlannedShift,
    Shift,
    current_shift,
    last_shift,
    planned_shifts,
    shifts_of_day,
)
from fieldkit.store.queries.stock.balances import balance_of, table_holder
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
from fieldkit.store.syncing.outgoing import count_waiting

OPENING_DRAFT: Final = "open_shift"
"""Kind of the draft of the form that opens a shift."""


@dataclass(frozen=True, slots=True)
class VillageList:
    """The newest by-name list of a village here. `version` counts the lists of this laptop; 0 where there is none."""

    village: str
    version: int
    as_of: str
    people: int


@dataclass(frozen=True, slots=True)
class Readiness:
    """What should be in order before the team leaves; `synced_at_ms` is 0 before the first sync."""

    lists: tuple[VillageList, ...]
    synced_at_ms: int
    waiting: int
    carried: int
    """Files of other tables that wait here for the centre."""
    blanks: int


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


@dataclass(frozen=True, slots=True)
class Opening:
    """What the form for a new shift offers."""

    plans: tuple[PlannedShift, ...]
    users: tuple[AppUser, ...]
    villages: tuple[str, ...]
    last: Shift | None
    draft: str | None


@dataclass(frozen=True, slots=True)
class TodayView:
    """The page at a glance: `day` while a shift is open, else `opening`."""

    readiness: Readiness
    day: OpenDay | None
    opening: Opening | None


def today_view(database: Database, user: UserId, calendar_day: str) -> TodayView:
    """Everything that the page shows; `calendar_day` is the laptop's, and counts while no shift is open."""
    shift = current_shift(database)
    if shift is None:
        opening = _opening(database, user, calendar_day)
        villages = {plan.village for plan in opening.plans}
        return TodayView(_readiness(database, sorted(villages)), None, opening)
    return TodayView(_readiness(database, [shift.village]), _open_day(database, shift), None)


def _open_day(database: Database, shift: Shift) -> OpenDay:
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
        tuple(call_backs(database, shift.day)),
    )


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
    return Opening(
        plans,
        tuple(app_users(database)),
        tuple(village for village, _ in known.most_common()),
        last_shift(database),
        draft(database, user, OPENING_DRAFT),
    )


def _readiness(database: Database, villages: list[str]) -> Readiness:
    return Readiness(
        tuple(_village_list(database, village) for village in villages),
        int(database.value("SELECT coalesce(max(at_ms), 0) FROM sync_receipt")),
        count_waiting(database),
        count_carried(database),
        balance_of(database, table_holder(database), Product.BLANK),
    )


def _village_list(database: Database, village: str) -> VillageList:
    row = database.row(
        "SELECT (SELECT count(*) FROM target_list older WHERE older.imported_at <= l.imported_at), l.as_of, "
        "(SELECT count(*) FROM resident r WHERE r.village = ?1 AND r.list_id IS NOT NULL) - "
        "(SELECT count(*) FROM resident_state s JOIN resident d ON d.id = s.resident_id "
        "WHERE s.is_double = 1 AND d.village = ?1) FROM target_list l "
        "WHERE l.id IN (SELECT DISTINCT list_id FROM resident WHERE village = ?1) "
        "ORDER BY l.imported_at DESC LIMIT 1",
        village,
    )
    return VillageList(village, *(row or (0, "", 0)))
