"""What the office's page shows of a regency on a day: kept sums, and what changes too often to be kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Final

import sqlalchemy as sa

from fieldkit.domain.lists.coverage import ListNumbers, gap_points, percent, target_count, whole_days
from fieldkit.domain.planning.schedule import STANDING, PlanState, shown_state
from fieldkit.domain.stock.holders import is_in_hand
from fieldkit.domain.stock.movements import OFFICE, Product
from fieldkit.domain.stock.supply import Supply, pace_of, together
from fieldkit.domain.zones import hours_ahead
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading
from fieldkit.server.devices.heartbeats import Report, reports
from fieldkit.server.schema import FEED_COUNTER, METADATA, REGENCY
from fieldkit.server.web.sums import Days, KeptSums, OfficeSums, VillageSum, kept_sums
from fieldkit.server.web.tally import PACE_DAYS

TARGET_PERCENT: Final = 98
WEEK_DAYS: Final = 7
_PACE_OF_DAYS: Final = 7
"""So many of the last days with recordings tell the pace."""
_AGES: Final = (30, 90, 180)


@dataclass(frozen=True, slots=True)
class Counted:
    """A count of the population by somebody, on a day (F-T4)."""

    source: str
    as_of: date
    obligated: int
    recorded: int

    @property
    def share(self) -> Decimal:
        """Recorded of obligated, in percent."""
        return percent(self.recorded, self.obligated)

    @property
    def gap(self) -> Decimal:
        """Points that are missing to the target."""
        return gap_points(Decimal(TARGET_PERCENT), self.share)

    @property
    def to_go(self) -> int:
        """People who are missing to the target."""
        return max(0, target_count(self.obligated, TARGET_PERCENT) - self.recorded)


@dataclass(frozen=True, slots=True)
class Place:
    """The list of a district or of all of them, in numbers."""

    code: str
    numbers: ListNumbers
    proposed: int

    @property
    def share(self) -> Decimal:
        """Recorded of those who can be reached, in percent."""
        return percent(self.numbers.recorded, self.numbers.reachable)


@dataclass(frozen=True, slots=True)
class Pace:
    """People recorded by day, as far as there were any, and what follows from it."""

    by_day: tuple[tuple[date, int], ...]
    per_day: int
    """On a day with recordings, rounded up; 0 where nobody was recorded yet."""
    days_left: int | None
    """Days of work until nobody who can be reached is left."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Cards that nobody came for: so many of each age and at each place."""

    cards: int
    by_age: tuple[tuple[int, int], ...]
    """From so many days on, the cards up to the next number."""
    by_place: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Planned:
    """A shift of the week. Times of day are the site's."""

    day: date
    start: str
    end: str
    name: str
    site: str
    lead: str
    state: PlanState


@dataclass(frozen=True, slots=True)
class OfficeView:
    """The page. `as_of` is when the sums were counted; None before the first time."""

    regency: str
    name: str
    today: date
    as_of: datetime | None
    is_behind: bool
    counted: tuple[Counted, ...]
    whole: Place
    districts: tuple[Place, ...]
    """Most left first (A15)."""
    pace: Pace
    everybody: Supply
    holders: tuple[tuple[str, Supply], ...]
    waiting: Waiting
    silent: tuple[Report, ...]
    laptops: int
    week: tuple[Planned, ...]


@dataclass(frozen=True, slots=True)
class DayStock:
    """What everybody may know of a regency's stock (F-B8)."""

    name: str
    today: date
    as_of: datetime | None
    supply: Supply


def office_view(centre: Centre, regency: str, now_ms: int) -> OfficeView:
    """The page of a hosted regency."""
    now = local_time(regency, now_ms)
    told = tuple(reports(centre, regency))
    with reading(centre.engine) as connection:
        name, head = _regency(connection, regency)
        kept = kept_sums(connection, regency)
        counted = _counted(connection, regency)
        week = _week(connection, regency, now.date())
    sums = kept.sums if kept else OfficeSums()
    districts = _districts(sums.villages)
    whole = Place(regency, _numbers(sums.villages.values()), sum(each.proposed for each in sums.villages.values()))
    holders = _supplies(sums, now.date())
    silent = sorted((each for each in told if each.is_silent(now_ms)), key=lambda each: each.at_ms or 0)
    return OfficeView(
        regency,
        name,
        now.date(),
        local_time(regency, kept.at_ms) if kept else None,
        kept is None or kept.version < head,
        counted,
        whole,
        districts,
        _pace(sums.recorded, whole.numbers.left),
        _everybody(holders, sums, now.date()),
        holders,
        _waiting(sums, now.date()),
        tuple(silent),
        sum(not each.device.is_revoked for each in told),
        week,
    )


def day_stock(centre: Centre, regency: str, now_ms: int) -> DayStock | None:
    """The stock of all holders together; None where the regency is not hosted."""
    today = local_time(regency, now_ms).date()
    with reading(centre.engine) as connection:
        name = connection.scalar(sa.select(REGENCY.c.name).where(REGENCY.c.regency == regency))
        kept: KeptSums | None = kept_sums(connection, regency)
    if name is None:
        return None
    sums = kept.sums if kept else OfficeSums()
    as_of = local_time(regency, kept.at_ms) if kept else None
    return DayStock(name, today, as_of, _everybody(_supplies(sums, today), sums, today))


def local_time(regency: str, at_ms: int) -> datetime:
    """An instant by the clocks of a regency."""
    return datetime.fromtimestamp(at_ms / 1000, UTC).replace(tzinfo=None) + timedelta(hours=hours_ahead(regency))


def _regency(connection: sa.Connection, regency: str) -> tuple[str, int]:
    query = sa.select(REGENCY.c.name, FEED_COUNTER.c.number)
    query = query.join(FEED_COUNTER, FEED_COUNTER.c.regency == REGENCY.c.regency).where(REGENCY.c.regency == regency)
    name, head = connection.execute(query).one()
    return name, head


def _counted(connection: sa.Connection, regency: str) -> tuple[Counted, ...]:
    """The newest count of each source; one that lacks a number is passed over."""
    this = METADATA.tables["population_count"].c
    query = sa.select(this.source, this.as_of, this.obligated, this.recorded)
    query = query.where(this.regency == regency, this.place == regency).order_by(this.as_of, this.at, this.id)
    newest = {row.source: row for row in connection.execute(query) if row.obligated and row.recorded is not None}
    return tuple(Counted(row[0], date.fromisoformat(row[1]), row[2], row[3]) for _, row in sorted(newest.items()))


def _districts(villages: Mapping[str, VillageSum]) -> tuple[Place, ...]:
    codes = sorted({village[:8] for village in villages})
    parts = {code: [each for village, each in villages.items() if village[:8] == code] for code in codes}
    places = [Place(code, _numbers(each), sum(one.proposed for one in each)) for code, each in parts.items()]
    return tuple(sorted(places, key=lambda place: (-place.numbers.left, place.code)))


def _numbers(parts: Iterable[VillageSum]) -> ListNumbers:
    known = list(parts)
    return ListNumbers(
        sum(each.gross for each in known),
        sum(each.approved for each in known),
        sum(each.away for each in known),
        sum(each.recorded for each in known),
    )


def _pace(recorded: Days, left: int) -> Pace:
    days = tuple((date.fromisoformat(day), recorded[day]) for day in sorted(recorded))
    per_day = pace_of(dict(sorted(recorded.items())[-_PACE_OF_DAYS:]))
    return Pace(days, per_day, whole_days(left, per_day) if per_day else None)


def _supplies(sums: OfficeSums, today: date) -> tuple[tuple[str, Supply], ...]:
    ready, everybody = ready_on(sums, today), _all_printed(sums)
    names = sorted({*filter(is_in_hand, sums.stock), OFFICE}, key=lambda name: (name != OFFICE, len(name), name))
    found = []
    for name in names:
        left, given = sums.stock.get(name, {}), sums.given.get(name, [])
        ribbon, film = (
            max(0, left.get(product, 0)) if product in given else None for product in (Product.RIBBON, Product.FILM)
        )
        # The office prints little itself, and all that is printed was its own before.
        printed = everybody if name == OFFICE else sums.printed.get(name, {})
        found.append((name, Supply(left.get(Product.BLANK, 0), ribbon, film, ready, _prints_a_day(printed))))
    return tuple(found)


def _everybody(holders: Sequence[tuple[str, Supply]], sums: OfficeSums, today: date) -> Supply:
    held = [(supply, bool(sums.printed.get(name))) for name, supply in holders]
    return together(held, ready_on(sums, today), _prints_a_day(_all_printed(sums)))


def ready_on(sums: OfficeSums, today: date) -> int:
    """Cards that could be printed on a day if there were blanks for all."""
    return sum(cards for day, cards in sums.to_print.items() if day <= today.isoformat())


def _all_printed(sums: OfficeSums) -> Days:
    return sum((Counter(days) for days in sums.printed.values()), Counter[str]())


def _prints_a_day(printed: Days) -> int:
    return pace_of({day: printed[day] for day in sorted(printed)[-PACE_DAYS:]})


def _waiting(sums: OfficeSums, today: date) -> Waiting:
    ages: Counter[int] = Counter()
    places: Counter[str] = Counter()
    for shelf in sums.shelves:
        days = (today - date.fromisoformat(shelf.since)).days
        ages[max((age for age in _AGES if days > age), default=0)] += shelf.cards
        places[shelf.place] += shelf.cards
    return Waiting(places.total(), tuple((age, ages[age]) for age in (0, *_AGES)), tuple(places.most_common()))


def _week(connection: sa.Connection, regency: str, today: date) -> tuple[Planned, ...]:
    plan, user = METADATA.tables["shift_plan"], METADATA.tables["app_user"]
    beside = plan.outerjoin(user, sa.and_(user.c.regency == plan.c.regency, user.c.id == plan.c.lead_id))
    names = ("id", "day", "planned_start", "planned_end", "name", "site_name", "state")
    query = sa.select(*(plan.c[name] for name in names), user.c.name.label("lead")).select_from(beside)
    last = today + timedelta(days=WEEK_DAYS - 1)
    query = query.where(plan.c.regency == regency, plan.c.day.between(today.isoformat(), last.isoformat()))
    rows = connection.execute(query.order_by(plan.c.day, plan.c.planned_start, plan.c.id)).all()
    opened, closed = _opened(connection, regency, [row.id for row in rows])
    shifts = [
        Planned(
            date.fromisoformat(row.day),
            row.planned_start,
            row.planned_end,
            row.name,
            row.site_name,
            row.lead or "",
            shown_state(row.state, is_opened=row.id in opened, is_closed=row.id in closed),
        )
        for row in rows
    ]
    return tuple(shift for shift in shifts if shift.state in STANDING - {PlanState.PLANNED} or _is_off(shift.state))


def _is_off(state: PlanState) -> bool:
    return state in {PlanState.POSTPONED, PlanState.CANCELLED}


def _opened(connection: sa.Connection, regency: str, plans: Sequence[str]) -> tuple[set[str], set[str]]:
    """Of these shifts those that a table opened, and those that each of these tables has closed."""
    opening, closing = METADATA.tables["shift_opening"].c, METADATA.tables["closing"].c
    query = sa.select(opening.id, opening.plan_id).where(opening.regency == regency, opening.plan_id.in_(plans))
    of_plan = {row.id: row.plan_id for row in connection.execute(query)} if plans else {}
    query = sa.select(closing.shift_id).where(closing.regency == regency, closing.shift_id.in_(of_plan))
    ended = set(connection.scalars(query)) if of_plan else set()
    running = {plan for shift, plan in of_plan.items() if shift not in ended}
    return set(of_plan.values()), set(of_plan.values()) - running
