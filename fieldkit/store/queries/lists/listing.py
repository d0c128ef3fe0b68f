"""The by-name list of a village: who is left, narrowed as somebody asks, and how far it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from fieldkit.domain.lists.coverage import ListNumbers
from fieldkit.domain.lists.listing import CONFIRMED_STATES, NOT_LEFT_STATES, PROPOSED_STATES, VISIT_STATES, EntryState
from fieldkit.domain.people.age_band import BAND_BEGINS, AgeBand, latest_birth, voter_births
from fieldkit.domain.requests.service import SENT_HOME
from fieldkit.store.database import Database
from fieldkit.store.queries.literals import listed
from fieldkit.store.search import Spelling


class ListFilter(StrEnum):
    """Which part of the list is shown."""

    LEFT = "left"
    ALL = "all"
    RECORDED = "recorded"
    VISIT = "visit"
    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    AWAY = "away"
    CALL_BACK = "call_back"


_STATES: Final = {
    ListFilter.RECORDED: frozenset({EntryState.RECORDED}),
    ListFilter.VISIT: VISIT_STATES,
    ListFilter.PROPOSED: PROPOSED_STATES,
    ListFilter.CONFIRMED: CONFIRMED_STATES,
    ListFilter.AWAY: frozenset({EntryState.AWAY}),
}
"""The parts of a list that are told by the states of its people."""
NOT_LEFT_PARTS: Final = frozenset(part for part, states in _STATES.items() if states <= NOT_LEFT_STATES)
"""The parts of a list in which nobody is left."""


@dataclass(frozen=True, slots=True)
class Sieve:
    """What narrows the list of a village; empty text narrows nothing."""

    village: str = ""
    part: ListFilter = ListFilter.LEFT
    rw: str = ""
    rt: str = ""
    sex: str = ""
    band: str = ""
    only_voters: bool = False
    on: str = ""
    """The day on which ages are told; that of the query where none is given."""
    votes_on: str = ""
    """The day of the vote (F-W3); without one nobody is a first-time voter."""

    @property
    def is_whole_rt(self) -> bool:
        """Whether everybody of an RT who can still be invited is shown."""
        return self.part in {ListFilter.LEFT, ListFilter.ALL} and not (self.sex or self.band or self.only_voters)


@dataclass(frozen=True, slots=True, repr=False)
class ListEntry:
    """One person of the list, by the id that shows. `also` is how another row that matched a search writes the name."""

    id: str
    name: str
    sex: str
    birth_date: str
    address: str
    rt: str
    rw: str
    nik_tail: str
    state: str
    since: str
    also: Spelling | None = None


@dataclass(frozen=True, slots=True)
class ListCounts:
    """How many people of a village's list stand where.

    Each is explained at most once: `explained` holds who is away, whom the office has taken off, and who waits for it.
    """

    total: int
    recorded: int
    visits: int
    explained: int
    away: int = 0
    approved: int = 0

    @property
    def proposed(self) -> int:
        """Explained by the field, and not decided by the office."""
        return self.explained - self.away - self.approved

    @property
    def reachable(self) -> int:
        """On the list, not away, and not taken off by the office (F-T2)."""
        return self._numbers.reachable

    @property
    def left(self) -> int:
        """Reachable and not recorded."""
        return self._numbers.left

    @property
    def _numbers(self) -> ListNumbers:
        return ListNumbers(self.total, self.approved, self.away, self.recorded)


@dataclass(frozen=True, slots=True)
class Facet:
    """So many people of a village's list are alike in all that it can be narrowed by."""

    part: str
    """A ListFilter, or `listed` where nothing is known of them yet."""
    rw: str
    rt: str
    sex: str
    band: str
    is_voter: bool
    people: int


def list_entries(database: Database, sieve: Sieve, offset: int, limit: int) -> list[ListEntry]:
    """A stretch of the list, by RW, RT and name."""
    where, values = _narrowed(sieve)
    rows = database.rows(
        f"SELECT coalesce(s.shown_id, r.id), {ENTRY_COLUMNS} {_FROM} AND {where} "
        "ORDER BY r.rw, r.rt, r.name LIMIT ? OFFSET ?",
        sieve.village,
        *values,
        limit,
        offset,
    )
    return [ListEntry(*row) for row in rows]


def count_entries(database: Database, sieve: Sieve) -> int:
    """How many rows `list_entries` has in all."""
    where, values = _narrowed(sieve)
    return int(database.value(f"SELECT count(*) {_FROM} AND {where}", sieve.village, *values))


def list_counts(database: Database, village: str) -> ListCounts:
    """The figures above the list."""
    parts = (ListFilter.RECORDED, ListFilter.VISIT, ListFilter.PROPOSED, ListFilter.AWAY, ListFilter.CONFIRMED)
    sums = ", ".join(f"sum({_WHERE[part]})" for part in parts)
    row: tuple[Any, ...] = database.row(f"SELECT count(*), {sums} {_FROM}", village) or ()
    total, recorded, visits, proposed, away, approved = (value or 0 for value in row)
    return ListCounts(total, recorded, visits, proposed + away + approved, away, approved)


def recorded_of_list(database: Database, village: str, shift_id: str) -> int:
    """Those of the list whom a shift recorded; who was recorded without being on it is not among them."""
    return int(
        database.value(f"SELECT count(*) {_FROM} AND {_WHERE[ListFilter.RECORDED]} AND {_BY_SHIFT}", village, shift_id)
    )


def facets(database: Database, village: str, on: str, votes_on: str) -> list[Facet]:
    """The whole list of a village, counted by everything that it can be narrowed by."""
    bands, begins = _band_of(on)
    voters, born = _is_voter(votes_on)
    rows = database.rows(
        f"SELECT {_PART}, coalesce(r.rw, ''), coalesce(r.rt, ''), coalesce(r.sex, ''), {bands}, {voters}, count(*) "
        f"{_FROM} GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 2, 3",
        *begins,
        *born,
        village,
    )
    return [Facet(*row) for row in rows]


def _narrowed(sieve: Sieve) -> tuple[str, list[str]]:
    """The conditions that a sieve sets, and the values of their marks."""
    clauses, values = [_WHERE[sieve.part]], []
    for column in ("rw", "rt", "sex"):
        if wanted := getattr(sieve, column):
            clauses.append(f"r.{column} = ?")
            values.append(wanted)
    if sieve.band:
        bands, begins = _band_of(sieve.on)
        clauses.append(f"{bands} = ?")
        values += [*begins, sieve.band]
    if sieve.only_voters:
        voters, born = _is_voter(sieve.votes_on)
        clauses.append(voters)
        values += born
    return " AND ".join(clauses), values


def _band_of(on: str) -> tuple[str, list[str]]:
    day = date.fromisoformat(on)
    cases = " ".join(f"WHEN r.birth_date <= ? THEN '{band}'" for band in BAND_BEGINS)
    none = f"WHEN coalesce(r.birth_date, '') = '' THEN '{AgeBand.UNKNOWN}'"
    births = [latest_birth(day, age).isoformat() for age in BAND_BEGINS.values()]
    return f"CASE {none} {cases} ELSE '{AgeBand.UNDER_17}' END", births


def _is_voter(votes_on: str) -> tuple[str, list[str]]:
    if not votes_on:
        return "0", []
    after, until = voter_births(date.fromisoformat(votes_on))
    return "(coalesce(r.birth_date, '') > ? AND r.birth_date <= ?)", [after.isoformat(), until.isoformat()]


def _one_of(states: frozenset[Any]) -> str:
    return f"coalesce(s.state, '') IN ({listed(states)})"


IS_LEFT: Final = f"NOT {_one_of(NOT_LEFT_STATES)}"
"""Whether somebody of a list with the state s is reachable and not recorded."""
IS_PROPOSED: Final = _one_of(PROPOSED_STATES)
"""Whether the field has explained why somebody can not be recorded, and the office has not decided."""
_IS_LISTED: Final = "coalesce(s.state, 'unrecorded') = 'unrecorded'"
_CALLED_BACK: Final = (
    f"(coalesce(s.state, '') = '{EntryState.CALL_BACK}' OR {_IS_LISTED} "
    "AND coalesce(s.shown_id, r.id) IN (SELECT coalesce(h.shown_id, q.resident_id) "
    "FROM request_state q LEFT JOIN resident_state h ON h.resident_id = q.resident_id "
    f"WHERE q.step IN ({listed(SENT_HOME)})))"
)
_BY_SHIFT: Final = (
    "coalesce(s.shown_id, r.id) IN (SELECT coalesce(h.shown_id, q.resident_id) FROM request_state q "
    "LEFT JOIN resident_state h ON h.resident_id = q.resident_id WHERE q.shift_id = ? AND q.state = 'recorded')"
)
_WHERE: Final = {
    ListFilter.LEFT: IS_LEFT,
    ListFilter.ALL: "1",
    **{part: _one_of(states) for part, states in _STATES.items()},
    ListFilter.CALL_BACK: _CALLED_BACK,
}
_APART: Final = [part for part in ListFilter if part not in {ListFilter.LEFT, ListFilter.ALL}]
_PART: Final = "CASE " + " ".join(f"WHEN {_WHERE[part]} THEN '{part}'" for part in _APART) + " ELSE 'listed' END"
_FROM: Final = (
    "FROM resident r LEFT JOIN resident_state s ON s.resident_id = r.id WHERE r.village = ? AND r.list_id IS NOT NULL "
    "AND coalesce(s.is_double, 0) = 0 "
)
IS_INVITED: Final = (
    "EXISTS (SELECT 1 FROM list_sheet i WHERE i.village = r.village AND i.kind = 'invitation' "
    "AND coalesce(i.rw, '') = coalesce(r.rw, '') AND coalesce(i.rt, '') = coalesce(r.rt, ''))"
)
"""Whether the RT of the resident r got an invitation sheet; empty text is for those without RT or RW."""
ENTRY_COLUMNS: Final = (
    "r.name, coalesce(r.sex, ''), coalesce(r.birth_date, ''), coalesce(r.address, ''), coalesce(r.rt, ''), "
    "coalesce(r.rw, ''), coalesce(r.nik_tail, substr(r.nik, -4), ''), "
    f"CASE WHEN {_IS_LISTED} AND {IS_INVITED} THEN 'invited' ELSE coalesce(s.state, 'unrecorded') END, "
    "coalesce(s.since, '')"
)
"""What an entry shows of the resident r with the state s, behind its id."""
