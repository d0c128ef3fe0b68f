"""The route of a home-visit pair: stops, who is met at each, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.roles import LEADS
from fieldkit.domain.text import text
from fieldkit.domain.visits.plan import Access, StopPlace, StopState, check_fits
from fieldkit.records.tables import VISIT_PLACING, VISIT_STOP
from fieldkit.store.queries.visits.pairs import mates_of
from fieldkit.store.queries.visits.route import route
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_visitor, role_of
from fieldkit.work.instants import behind
from fieldkit.work.visits.requests import the_open_request


@dataclass(frozen=True, slots=True, repr=False)
class StopDetails:
    """Where a stop is, how the pair gets there, and who goes."""

    place_kind: StopPlace
    host_name: str = ""
    address: str = ""
    rt: str = ""
    rw: str = ""
    access: Access | None = None
    note: str = ""
    led_by: str | None = None


@dataclass(frozen=True, slots=True)
class AddStop:
    """A new stop at the end of a day's route, with the people who are met there.

    `free_minutes` is what is left of time and battery; None where nobody knows.
    """

    day: date
    request_ids: tuple[str, ...]
    details: StopDetails
    free_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class PlaceVisit:
    """Somebody who waits is met at a stop that is on the route already."""

    request_id: str
    stop_id: str
    free_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class ChangeStop:
    """What a stop is from now on."""

    stop_id: str
    details: StopDetails


def add_stop(unit: Unit, command: AddStop) -> str:
    """Add a stop; returns its id. RuleError where it does not fit, or nobody would be met there."""
    require_visitor(unit)
    _require_own_pair(unit, command.details.led_by, None)
    asked = [the_open_request(unit, each) for each in command.request_ids]
    if not asked:
        raise RuleError(
            Problem("people", "nobody", text("Belum ada orang di perhentian ini. Pilih dari yang menunggu."))
        )
    day = command.day.isoformat()
    last = unit.value("SELECT max(sequence) FROM visit_stop WHERE day = ?", day)
    area = unit.value("SELECT area FROM visit_request WHERE id = ?", asked[0].id)
    values = _values(command.details)
    stop_id = unit.insert(
        VISIT_STOP, str(area), day=day, sequence=int(last or 0) + 1, state=StopState.PLANNED, **values
    )
    for each in asked:
        _place(unit, each.id, stop_id)
    _require_fit(unit, stop_id, day, command.free_minutes)
    return stop_id


def place_visit(unit: Unit, command: PlaceVisit) -> str:
    """Meet somebody at a stop, for instance at a neighbour's house; RuleError where it does not fit."""
    require_visitor(unit)
    day = _day_of_standing(unit, command.stop_id)
    placed = _place(unit, the_open_request(unit, command.request_id).id, command.stop_id)
    _require_fit(unit, command.stop_id, day, command.free_minutes)
    return placed


def take_off(unit: Unit, request_id: str) -> str:
    """Somebody is on no route any more, and waits again."""
    require_visitor(unit)
    return _place(unit, request_id, None)


def change_stop(unit: Unit, command: ChangeStop) -> bool:
    """Another place, way or pair; False where nothing differs."""
    require_visitor(unit)
    was = unit.value("SELECT led_by FROM visit_stop WHERE id = ?", command.stop_id)
    _require_own_pair(unit, command.details.led_by, was)
    return unit.update(VISIT_STOP, command.stop_id, **_values(command.details))


def cancel_stop(unit: Unit, stop_id: str) -> bool:
    """The pair does not go there; whoever was to be met there waits again."""
    require_visitor(unit)
    return unit.update(VISIT_STOP, stop_id, state=StopState.CANCELLED.value)


def reopen_stop(unit: Unit, stop_id: str) -> bool:
    """Take `cancel_stop` back; whoever was put elsewhere meanwhile stays there."""
    require_visitor(unit)
    return unit.update(VISIT_STOP, stop_id, state=StopState.PLANNED.value)


def order_route(unit: Unit, stop_ids: Sequence[str]) -> None:
    """Go to these stops, which are those of one pair, in this order."""
    require_visitor(unit)
    for sequence, stop_id in enumerate(stop_ids, start=1):
        unit.update(VISIT_STOP, stop_id, sequence=sequence)


def _values(details: StopDetails) -> dict[str, str | None]:
    return {
        "place_kind": details.place_kind.value,
        "host_name": details.host_name.strip() or None,
        "address": details.address.strip() or None,
        "rt": details.rt.strip() or None,
        "rw": details.rw.strip() or None,
        "access": details.access.value if details.access else None,
        "note": details.note.strip() or None,
        "led_by": details.led_by,
    }


def _day_of_standing(unit: Unit, stop_id: str) -> str:
    """The day of a stop to which the pair still means to go; RuleError where it does not."""
    sql = "SELECT day FROM visit_stop WHERE id = ? AND state = ? AND day IS NOT NULL"
    day = unit.value(sql, stop_id, StopState.PLANNED.value)
    if day is None:
        raise RuleError(Problem("stop", "no_stop", text("Perhentian ini tidak ada di rute lagi. Pilih yang lain.")))
    return str(day)


def _place(unit: Unit, request_id: str, stop_id: str | None) -> str:
    area = unit.value("SELECT area FROM visit_request WHERE id = ?", request_id)
    newest = unit.value("SELECT max(at) FROM visit_placing WHERE request_id = ?", request_id)
    at = behind(newest, unit.now_utc)
    return unit.insert(VISIT_PLACING, str(area), request_id=request_id, stop_id=stop_id, at=at)


def _require_own_pair(unit: Unit, led_by: str | None, was: str | None) -> None:
    """Who goes sees why people can not come (F-P3): beyond the own team, that is the lead's to say."""
    if led_by == was or role_of(unit) in LEADS:
        return
    if {led_by, was} - {None} - unit.query(mates_of, unit.user):
        raise RuleError(Problem("led_by", "other_pair", _OTHER_PAIR))


def _require_fit(unit: Unit, stop_id: str, day: str, free_minutes: int | None) -> None:
    planned = unit.query(route, unit.user, day)
    pair = next(stop.pair for stop in planned.stops if stop.id == stop_id)
    problem = check_fits(planned.load_of(pair), free_minutes)
    if problem is not None:
        raise RuleError(problem)


_OTHER_PAIR = text(
    "Yang bisa ditunjuk hanya Anda sendiri atau satu tim dengan Anda, karena yang pergi melihat alasan warga. "
    "Untuk tim lain, minta ketua tim atau perencana."
)
