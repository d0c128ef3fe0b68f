"""What the page Coverage shows of a place in one look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from functools import reduce
from operator import add
from typing import Final

from fieldkit.domain.lists.forecast import band
from fieldkit.domain.lists.outlook import Outlook, Pace, outlook, pace_until
from fieldkit.domain.national.counts import Source
from fieldkit.domain.national.standing import Counted, Standing, base_of
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta
from fieldkit.store.queries.coverage.days import Days, Recorded, recorded_by
from fieldkit.store.queries.coverage.freshness import Freshness, freshness
from fieldkit.store.queries.coverage.listed import NOBODY, Listed, listed_by
from fieldkit.store.queries.coverage.places import KEYS, Level, Place
from fieldkit.store.queries.coverage.population import counted_below, newest_counts, target_percent
from fieldkit.store.queries.lists.campaign import campaign_day
from fieldkit.store.queries.shifts import site_day

_CODE_LENGTHS: Final = {Level.DISTRICT: 8, Level.VILLAGE: 13}
_UNCOUNTED: Final[Mapping[str, Counted]] = {}


@dataclass(frozen=True, slots=True)
class Part:
    """A place with how far it is, and what the nation counts there."""

    place: Place
    standing: Standing
    national: Counted | None = None


@dataclass(frozen=True, slots=True)
class CoverageView:
    """A place, and the places that it is split into."""

    whole: Part
    level: Level | None
    """None where nothing is smaller."""
    parts: tuple[Part, ...]
    """Most missing to the target first; all by counts of the obligated, or all by their lists."""
    uncounted: int
    """Parts of which nobody has a count; with any of them, all parts stand by their lists."""
    by_day: Days
    """Recordings by day: of the obligated where the whole stands by a count of them, else of people on its list."""
    target: Decimal
    campaign_day: date | None
    today: date
    freshness: Freshness

    @property
    def outlook(self) -> Outlook:
        """When the target is met at the pace of the last week."""
        pace = pace_until(self.by_day, self.today)
        return outlook(self.whole.standing.to_go(self.target), pace, self.campaign_day)

    @property
    def twice(self) -> Outlook:
        """The same at twice the pace, as another team might bring it."""
        found = self.outlook
        return outlook(found.to_go, replace(found.pace, people=2 * found.pace.people), self.campaign_day)

    @property
    def band(self) -> tuple[Pace, Pace] | None:
        """The slowest and the fastest week of the last four."""
        return band(self.by_day, self.outlook.pace.until)

    @property
    def below(self) -> tuple[Part, ...]:
        """Parts that have not reached the target."""
        return tuple(part for part in self.parts if part.standing.to_go(self.target))

    @property
    def passed(self) -> tuple[Part, ...]:
        """Parts that have, the farthest first."""
        there = (part for part in self.parts if not part.standing.to_go(self.target))
        return tuple(sorted(there, key=lambda part: (-part.standing.share, part.place.code)))


def coverage_view(database: Database, place: Place | None, level: Level | None, today: date) -> CoverageView:
    """A place on a day, split by a level of its own; by the usual one where it has not this one.

    Without a place it is the regency of this laptop.
    """
    place = place or Place(Meta(database).regency)
    by = level if level in place.splits_into else next(iter(place.splits_into), None)
    whole, parts, recorded = split(database, place, by, today)
    uncounted = sum(part.standing.base is None for part in parts)
    target, told = target_percent(database, today), campaign_day(database)
    return CoverageView(
        whole,
        by,
        _sorted(_by_their_lists(parts) if uncounted else parts, target),
        uncounted,
        recorded.obligated if whole.standing.base else recorded.on_list,
        target,
        date.fromisoformat(told) if told else None,
        today,
        freshness(database, place.code),
    )


def coverage_now(database: Database, place: Place | None, level: Level | None, now_utc: datetime) -> CoverageView:
    """The same on the day that it is at the site, which nobody knows before the first look."""
    return coverage_view(database, place, level, site_day(database, now_utc))


def split(database: Database, place: Place, by: Level | None, today: date) -> tuple[Part, list[Part], Recorded]:
    """A place, the parts that it has by a level, each with the newest counts of it, and its recordings by day."""
    key = KEYS[by] if by is not None else "''"
    lists, recorded = listed_by(database, place, key), recorded_by(database, place, key, today)
    places = _parts_of(database, place, by, lists)
    counts = newest_counts(database, {each.code for each in (place, *places.values()) if each.rw is None})
    together = _together(recorded.values())
    whole = _part(place, _of_region(place, counts), reduce(add, lists.values(), NOBODY), together)
    parts = [
        _part(each, _of_region(each, counts), lists.get(key, NOBODY), recorded.get(key, Recorded()))
        for key, each in places.items()
    ]
    return whole, parts, together


def _parts_of(database: Database, place: Place, by: Level | None, lists: Mapping[str, Listed]) -> dict[str, Place]:
    """The places that have a list or a count, by what tells them apart."""
    if by is None:
        return {}
    counted = counted_below(database, place.code, _CODE_LENGTHS[by]) if by in _CODE_LENGTHS else []
    return {key: place.part(by, key) for key in sorted({*lists, *counted})}


def _of_region(place: Place, counts: Mapping[str, Mapping[str, Counted]]) -> Mapping[str, Counted]:
    """Nobody counts the people of an RW."""
    return counts.get(place.code, _UNCOUNTED) if place.rw is None else _UNCOUNTED


def _part(place: Place, newest: Mapping[str, Counted], people: Listed, recorded: Recorded) -> Part:
    base = base_of(newest)
    since = recorded.since(base.as_of) if base else 0
    return Part(place, Standing(people.numbers, people.proposed, base, since), newest.get(Source.NATIONAL))


def _by_their_lists(parts: Iterable[Part]) -> list[Part]:
    return [replace(part, standing=part.standing.of_list) for part in parts if part.standing.numbers.gross]


def _sorted(parts: Iterable[Part], target: Decimal) -> tuple[Part, ...]:
    """Most missing first (A15)."""

    def order(part: Part) -> tuple[int, Decimal, tuple[str, str, str]]:
        place = part.place
        return -part.standing.to_go(target), part.standing.share, (place.code, place.rw or "", place.rt or "")

    return tuple(sorted(parts, key=order))


def _together(parts: Iterable[Recorded]) -> Recorded:
    every = list(parts)
    return Recorded(
        sum((part.on_list for part in every), Counter[date]()), sum((part.obligated for part in every), Counter[date]())
    )
