"""The route of a day: its stops in their order, who is met there, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from fieldkit.domain.visits.plan import RouteLoad, StopState, pairs_of, route_load, visit_minutes
from fieldkit.store.database import Database
from fieldkit.store.queries.visits.needs import needs_seen_by
from fieldkit.store.queries.visits.pairs import teams_by_user
from fieldkit.store.queries.visits.requests import CTE_TRIED, VisitRequest, open_requests


@dataclass(frozen=True, slots=True, repr=False)
class Met:
    """Somebody at a stop: still to be visited there, or visited with an outcome."""

    request_id: str
    resident_id: str
    name: str
    need: str
    """Empty where it is not told, or where whoever looks may not see it."""
    minutes: int
    """About how long it takes, or how long it took."""
    attempt_id: str = ""
    outcome: str = ""
    next_step: str = ""
    card_request_id: str = ""

    @property
    def is_left(self) -> bool:
        """Whether the pair has not been there yet."""
        return not self.attempt_id


@dataclass(frozen=True, slots=True, repr=False)
class Stop:
    """A place where the pair meets people."""

    id: str
    day: str
    place_kind: str
    host_name: str
    address: str
    rt: str
    rw: str
    access: str
    note: str
    sequence: int
    led_by: str
    leader_name: str
    people: tuple[Met, ...] = ()
    pair: str = ""
    """Who stands for the pair that goes there: of the own pair whoever looks; empty where nobody was named."""

    @property
    def is_done(self) -> bool:
        """Whether the pair has been there, and nobody is left."""
        return bool(self.people) and not self.minutes_left

    @property
    def minutes_left(self) -> tuple[int, ...]:
        """Of everybody who still waits here."""
        return tuple(each.minutes for each in self.people if each.is_left)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody on no route, with the estimate and, for whoever may see it, the reason."""

    request: VisitRequest
    need: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Route:
    """The stops of a day, those of each pair in their order, and who is on no route."""

    stops: tuple[Stop, ...]
    waiting: tuple[Waiting, ...]
    placed: tuple[VisitRequest, ...] = ()
    """Of everybody who is still to be met at these stops."""

    @property
    def pairs(self) -> tuple[str, ...]:
        """Who goes that day, the own pair first."""
        return tuple(dict.fromkeys(stop.pair for stop in self.stops))

    def load_of(self, pair: str) -> RouteLoad:
        """What is left to do for a pair; that another one is busy blocks nobody."""
        return route_load((stop.access, stop.minutes_left) for stop in self.stops if stop.pair == pair)


def people_with_need(planned: Route) -> set[str]:
    """Of whom this route tells why they can not come."""
    waiting = {each.request.resident_id for each in planned.waiting if each.need}
    return waiting | {met.resident_id for stop in planned.stops for met in stop.people if met.need}


def route(database: Database, user_id: str, day: str) -> Route:
    """The route of a day as a user may see it; who was not reached at a stop of an earlier day waits again."""
    needs, on = needs_seen_by(database, user_id), date.fromisoformat(day)
    requests = open_requests(database)
    stops = {row[0]: row for row in database.rows(_STOPS, StopState.PLANNED.value)}
    asked = {each.id: _waiting(each, needs, on) for each in requests}
    people: dict[str, dict[str, Met]] = {row[0]: {} for row in stops.values() if row[1] == day}
    waits, placed = list[Waiting](), list[VisitRequest]()
    for each in asked.values():
        found = stops.get(each.request.stop_id)
        if found is None or found[1] < day or each.request.is_tried_since_placed:
            waits.append(each)
        elif each.request.stop_id in people:
            people[each.request.stop_id][each.request.resident_id] = _to_meet(each)
            placed.append(each.request)
    for stop_id, met in _met(database, day):
        people[stop_id][met.resident_id] = met
    todays = [replace(Stop(*row), people=tuple(people[row[0]].values())) for row in stops.values() if row[1] == day]
    return Route(_by_pair(todays, teams_by_user(database), user_id), tuple(waits), tuple(placed))


def _by_pair(stops: list[Stop], teams: dict[str, frozenset[str]], user_id: str) -> tuple[Stop, ...]:
    keys = pairs_of([user_id, *(stop.led_by for stop in stops)], teams)
    order = list(dict.fromkeys(keys.values()))
    paired = [replace(stop, pair=keys[stop.led_by]) for stop in stops]
    return tuple(sorted(paired, key=lambda stop: order.index(stop.pair)))


def _waiting(request: VisitRequest, needs: dict[str, str], on: date) -> Waiting:
    need = needs.get(request.id, "")
    born = date.fromisoformat(request.birth_date) if request.birth_date else None
    return Waiting(request, need, visit_minutes(need, born, on))


def _to_meet(each: Waiting) -> Met:
    asked = each.request
    return Met(asked.id, asked.resident_id, asked.name, each.need, each.minutes, card_request_id=asked.card_request_id)


def _met(database: Database, day: str) -> list[tuple[str, Met]]:
    """What came of the visits at the stops of a day; of several attempts at one stop the last."""
    rows = database.rows(_ATTEMPTS, day, StopState.PLANNED.value)
    return [
        (stop, Met("", who, name, "", minutes, attempt, outcome, next_step))
        for stop, who, name, minutes, attempt, outcome, next_step in rows
    ]


_STOPS: Final = (
    "SELECT s.id, s.day, s.place_kind, coalesce(s.host_name, ''), coalesce(s.address, ''), coalesce(s.rt, ''), "
    "coalesce(s.rw, ''), coalesce(s.access, ''), coalesce(s.note, ''), s.sequence, coalesce(s.led_by, ''), "
    "coalesce(u.name, '') FROM visit_stop s LEFT JOIN app_user u ON u.id = s.led_by "
    "WHERE s.state = ? AND s.day IS NOT NULL ORDER BY s.day, s.sequence, s.id"
)
_ATTEMPTS: Final = (
    f"WITH {CTE_TRIED} SELECT t.stop_id, t.who, r.name, coalesce(t.minutes, 0), t.id, t.outcome, t.next_step "
    "FROM tried t JOIN visit_stop s ON s.id = t.stop_id JOIN resident r ON r.id = t.who "
    "WHERE s.day = ? AND s.state = ? ORDER BY t.at, t.id"
)
