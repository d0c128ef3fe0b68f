"""What is handed on of the coverage of a place: by part, sex, reason and site, and how its list is cleaned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from fieldkit.domain.lists.listing import CONFIRMED_STATES, PROPOSED_STATES, EntryState
from fieldkit.domain.requests.service import RequestState
from fieldkit.store.database import Database
from fieldkit.store.queries.coverage.listed import Listed, listed_by
from fieldkit.store.queries.coverage.page import CoverageView, Part, coverage_view, split
from fieldkit.store.queries.coverage.places import Level, Place, lies_in
from fieldkit.store.queries.literals import listed

_FIRST: Final = (
    "(SELECT s.request_id, min(s.since || s.request_id) FROM request_state s "
    "LEFT JOIN resident_state p ON p.resident_id = s.resident_id "
    "WHERE s.state = 'recorded' GROUP BY coalesce(p.shown_id, s.resident_id))"
)
"""The recording that counts of each person."""
_FORWARDED: Final = (RequestState.FORWARDED_TO_OFFICE, RequestState.REFERRED)


@dataclass(frozen=True, slots=True)
class SexLine:
    """The list by sex; empty where it is not known."""

    sex: str
    listed: Listed


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """What people of the place came for, and what became of it."""

    reason: str
    came: int
    recorded: int
    reprints: int
    forwarded: int


@dataclass(frozen=True, slots=True)
class SiteLine:
    """A place of service. `recorded` counts each person once, where that was first."""

    village: str
    site: str
    days: int
    came: int
    recorded: int


@dataclass(frozen=True, slots=True)
class CleaningLine:
    """People of the list who stand in a state that takes them off it, or would."""

    state: str
    people: int


@dataclass(frozen=True, slots=True)
class CoverageReport:
    """All of it, of one place on one day."""

    view: CoverageView
    groups: tuple[tuple[Part, tuple[Part, ...]], ...]
    """The parts of the place, each with those that it has itself, by their names in code."""
    by_sex: tuple[SexLine, ...]
    by_reason: tuple[ReasonLine, ...]
    by_site: tuple[SiteLine, ...]
    cleaning: tuple[CleaningLine, ...]


def coverage_report(database: Database, place: Place, today: date) -> CoverageReport:
    """Everything that is reported of a place."""
    where, values = lies_in(place)
    return CoverageReport(
        coverage_view(database, place, None, today),
        tuple(_groups(database, place, today)),
        tuple(SexLine(sex, each) for sex, each in sorted(listed_by(database, place, "coalesce(r.sex, '')").items())),
        tuple(ReasonLine(*row) for row in database.rows(_REASONS.format(where=where), *values)),
        tuple(
            SiteLine(*row) for row in database.rows(_SITES.format(where=lies_in(Place(place.code))[0]), *_code(place))
        ),
        tuple(CleaningLine(*row) for row in database.rows(_CLEANING.format(where=where), *values)),
    )


def _groups(database: Database, place: Place, today: date) -> list[tuple[Part, tuple[Part, ...]]]:
    """Districts with their villages; of a smaller place its parts alone."""
    largest = next(iter(reversed(place.splits_into)), None)
    _, parts, _ = split(database, place, largest, today)
    if largest is not Level.DISTRICT:
        return [(part, ()) for part in parts]
    _, villages, _ = split(database, place, Level.VILLAGE, today)
    inside = {part.place: tuple(each for each in villages if each.place.around == part.place) for part in parts}
    return [(part, inside[part.place]) for part in parts]


def _code(place: Place) -> list[str]:
    return lies_in(Place(place.code))[1]


_REASONS: Final = (
    f"SELECT q.reason, count(*), sum(s.request_id IN (SELECT request_id FROM {_FIRST})), "
    f"sum(s.state = '{RequestState.ACCEPTED_FOR_REPRINT}'), sum(s.state IN ({listed(_FORWARDED)})) "
    "FROM request_state s JOIN service_request q ON q.id = s.request_id "
    "LEFT JOIN resident_state p ON p.resident_id = s.resident_id "
    "JOIN resident r ON r.id = coalesce(p.shown_id, s.resident_id) WHERE {where} GROUP BY 1 ORDER BY 2 DESC, 1"
)
_SITES: Final = (
    "SELECT r.village, r.site_name, count(DISTINCT r.day), count(s.request_id), "
    f"coalesce(sum(s.request_id IN (SELECT request_id FROM {_FIRST})), 0) FROM shift_opening r "
    "JOIN request_state s ON s.shift_id = r.id WHERE {where} GROUP BY 1, 2 ORDER BY 5 DESC, 4 DESC, 1, 2"
)
_CLEANING: Final = (
    "SELECT s.state, count(*) FROM resident_state s CROSS JOIN resident r ON r.id = s.resident_id "
    f"WHERE s.state IN ({listed({*CONFIRMED_STATES, *PROPOSED_STATES, EntryState.AWAY})}) "
    "AND r.list_id IS NOT NULL AND s.is_double = 0 AND {where} GROUP BY 1 ORDER BY 1"
)
