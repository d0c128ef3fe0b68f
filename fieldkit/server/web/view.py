"""What the office's page shows of a regency on a day: kept sums, and which laptops are silent."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from fieldkit.domain.lists.coverage import ListNumbers, percent
from fieldkit.domain.lists.outlook import CAMPAIGN_DAY, TARGET_PERCENT, Outlook, outlook, pace_until, target_of
from fieldkit.domain.national.counts import Source
from fieldkit.domain.national.standing import Counted, Standing, base_of
from fieldkit.domain.planning.schedule import PlanState
from fieldkit.domain.requests.receipt import PUBLIC_PAGE
from fieldkit.domain.stock.holders import is_in_hand
from fieldkit.domain.stock.movements import OFFICE, Product
from fieldkit.domain.stock.supply import Supply, pace_of, together
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading
from fieldkit.server.devices.heartbeats import Report
from fieldkit.server.schema import METADATA, REGENCY
from fieldkit.server.scope import is_area
from fieldkit.server.web.counting import is_current
from fieldkit.server.web.facts import local_time
from fieldkit.server.web.sessions import Look
from fieldkit.server.web.sums import CountSum, Days, OfficeSums, Setting, VillageSum, kept_sums, value_on
from fieldkit.server.web.tally import PACE_DAYS

WEEK_DAYS: Final = 7
_AGES: Final = (30, 90, 180)
_NOBODY: Final = ListNumbers(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Place:
    """A region with how far it is, and what the nation counts there."""

    code: str
    standing: Standing
    national: Counted | None = None

    @property
    def share_of_reachable(self) -> Decimal:
        """Recorded of those of the list who can be reached, in percent: list cleaning raises it (HO-4)."""
        return percent(self.standing.numbers.recorded, self.standing.numbers.reachable)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far the regency is, where it is heading, and its places."""

    target: Decimal
    counts: tuple[Counted, ...]
    """The newest count of each source, the own one first; never put together (F-T4)."""
    whole: Place
    outlook: Outlook
    by_day: tuple[tuple[date, int], ...]
    """Recordings: of the obligated where the whole stands by a count of them, else of people on its list."""
    villages: tuple[Place, ...]
    """Most missing first (A15); all by counts of the obligated, or all by their lists."""
    districts: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Cards that nobody came for: so many of each age and at each place."""

    cards: int
    by_age: tuple[tuple[int, int], ...]
    """From so many days on, the cards up to the next number."""
    by_place: tuple[tuple[str, int], ...]
    by_district: tuple[tuple[str, int], ...]
    """By where their owners live, most first; "" where nobody knows (A18)."""


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
    clock: ZoneInfo
    today: date
    as_of: datetime | None
    is_behind: bool
    coverage: Coverage
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


def office_view(look: Look, sums: OfficeSums | None, told: Sequence[Report], now_ms: int) -> OfficeView:
    """The page of whoever looks."""
    regency = look.reader.regency
    today, known = local_time(look.clock, now_ms).date(), sums or OfficeSums()
    as_of = local_time(look.clock, look.at_ms) if look.at_ms is not None else None
    holders = _supplies(known, today)
    return OfficeView(
        regency,
        look.name,
        look.clock,
        today,
        as_of,
        not is_current(look.head, today, look.version, as_of),
        _coverage(known, regency, today),
        _everybody(holders, known, today),
        holders,
        _waiting(known, today),
        silent_of(told, now_ms),
        in_use(told),
        _week(known, today),
    )


def silent_of(told: Sequence[Report], now_ms: int) -> tuple[Report, ...]:
    """Laptops that have not reported for long, the longest silent first."""
    return tuple(sorted((each for each in told if each.is_silent(now_ms)), key=lambda each: each.at_ms or 0))


def in_use(told: Sequence[Report]) -> int:
    """How many laptops there are that nobody has revoked."""
    return sum(not each.device.is_revoked for each in told)


def is_public(connection: sa.Connection, regency: str, today: date) -> bool:
    """Whether the office shows its page to everybody: unless it said no."""
    this = METADATA.tables["setting"].c
    query = sa.select(this.value, this.valid_from).where(this.regency == regency, this.key == PUBLIC_PAGE)
    rows = [Setting(PUBLIC_PAGE, row[0], row[1] or "") for row in connection.execute(query.order_by(this.id))]
    return value_on(rows, PUBLIC_PAGE, today.isoformat()).strip().lower() != "off"


def day_stock(centre: Centre, regency: str, now_ms: int) -> DayStock | None:
    """The stock of all holders together; None where the regency is not hosted, is closed, or shows it to nobody."""
    if not is_area(regency):
        return None
    query = sa.select(REGENCY.c.name, REGENCY.c.time_zone).where(REGENCY.c.regency == regency)
    with reading(centre.engine) as connection:
        hosted = connection.execute(query.where(REGENCY.c.closed_ms.is_(None))).one_or_none()
        if hosted is None:
            return None
        clock = ZoneInfo(hosted.time_zone)
        today = local_time(clock, now_ms).date()
        if not is_public(connection, regency, today):
            return None
        kept = kept_sums(connection, regency)
    sums = kept.sums if kept else OfficeSums()
    as_of = local_time(clock, kept.at_ms) if kept else None
    return DayStock(hosted.name, today, as_of, _everybody(_supplies(sums, today), sums, today))


def _coverage(sums: OfficeSums, regency: str, today: date) -> Coverage:
    target = target_of(value_on(sums.settings, TARGET_PERCENT, today.isoformat()))
    counts: dict[str, dict[str, CountSum]] = defaultdict(dict)
    for each in sums.counts:
        counts[each.place][each.source] = each
    whole = _place(regency, counts[regency], sums.villages.values())
    by_day = {
        date.fromisoformat(day): n for day, n in (sums.obligated if whole.standing.base else sums.recorded).items()
    }
    newest = {name: _counted(each) for name, each in counts[regency].items()}
    return Coverage(
        target,
        tuple(newest[name] for name in sorted(newest, key=_own_first)),
        whole,
        outlook(
            whole.standing.to_go(target),
            pace_until(by_day, today),
            _day(value_on(sums.settings, CAMPAIGN_DAY, today.isoformat())),
        ),
        tuple(sorted(by_day.items())),
        _places(sums.villages, counts, len("35.74.03.1004"), target),
        _places(sums.villages, counts, len("35.74.03"), target),
    )


def _own_first(source: str) -> tuple[bool, bool, str]:
    return source != Source.LOCAL, source != Source.NATIONAL, source


def _places(
    villages: Mapping[str, VillageSum], counts: Mapping[str, Mapping[str, CountSum]], length: int, target: Decimal
) -> tuple[Place, ...]:
    """The places with codes of a length: by counts of the obligated where each has one, else by their lists."""
    parts: dict[str, list[VillageSum]] = defaultdict(list)
    for village, each in villages.items():
        parts[village[:length]].append(each)
    codes = sorted({*parts, *(code for code in counts if len(code) == length)})
    found = [_place(code, counts.get(code, {}), parts[code]) for code in codes]
    if any(each.standing.base is None for each in found):
        found = [replace(each, standing=each.standing.of_list) for each in found if each.standing.numbers.gross]
    return tuple(sorted(found, key=lambda each: (-each.standing.to_go(target), each.standing.share, each.code)))


def _place(code: str, counts: Mapping[str, CountSum], parts: Iterable[VillageSum]) -> Place:
    known = list(parts)
    newest = {name: _counted(each) for name, each in counts.items()}
    base = base_of(newest)
    since = counts[base.source].since if base else 0
    standing = Standing(_numbers(known), sum(each.proposed for each in known), base, since)
    return Place(code, standing, newest.get(Source.NATIONAL))


def _counted(each: CountSum) -> Counted:
    return Counted(each.source, date.fromisoformat(each.as_of), each.obligated, each.recorded)


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _numbers(known: Sequence[VillageSum]) -> ListNumbers:
    return ListNumbers(
        sum(each.gross for each in known),
        sum(each.approved for each in known),
        sum(each.away for each in known),
        sum(each.recorded for each in known),
    )


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
    districts: Counter[str] = Counter()
    for shelf in sums.shelves:
        days = (today - date.fromisoformat(shelf.since)).days
        ages[max((age for age in _AGES if days > age), default=0)] += shelf.cards
        places[shelf.place] += shelf.cards
        districts[shelf.district] += shelf.cards
    by_age = tuple((age, ages[age]) for age in (0, *_AGES))
    return Waiting(places.total(), by_age, tuple(places.most_common()), tuple(districts.most_common()))


def _week(sums: OfficeSums, today: date) -> tuple[Planned, ...]:
    last = today + timedelta(days=WEEK_DAYS - 1)
    return tuple(
        Planned(
            date.fromisoformat(each.day), each.start, each.end, each.name, each.site, each.lead, PlanState(each.state)
        )
        for each in sums.shifts
        if today.isoformat() <= each.day <= last.isoformat()
    )
