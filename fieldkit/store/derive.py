"""States derived from facts by the pure rules of `domain`, kept in tables that do not travel."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from operator import itemgetter
from typing import Final, NamedTuple

import msgspec

from fieldkit.domain.lists.listing import EntryState, Said, entry_state
from fieldkit.domain.national.track import NationalState, entry_with, latest
from fieldkit.domain.requests.service import RequestState, Step, StepFact, counts_as_recorded, deciding_step
from fieldkit.domain.visits.visit import WITHDRAWN, VisitOutcome, is_recording
from fieldkit.domain.zones import day_in
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta
from fieldkit.store.national import derive_national, national_states
from fieldkit.store.persons import PersonRows, linked_among, people_of
from fieldkit.store.proposals import DECISION_OF, STANDS
from fieldkit.store.search import index_residents
from fieldkit.store.unit import Touched

_STEPS_KNOWN: Final = frozenset(Step)
_OUTCOMES_KNOWN: Final = frozenset(VisitOutcome) | {WITHDRAWN}
"""A newer laptop may write others: they are kept as facts, and change nothing here."""
_ASKED: Final = "asked"
_ABOUT_RESIDENT: Final = ("visit_request", "visit_attempt", "list_proposal", "proposal_decision")


class _Fact(NamedTuple):
    """What was done about a person, or said; `decision` is what the office made of it."""

    kind: str
    value: str
    at: str
    decision: str | None

    @property
    def is_recording(self) -> bool:
        """Whether the field recorded the person."""
        if self.kind == "request":
            return counts_as_recorded(RequestState(self.value))
        return self.kind == "visit" and is_recording(self.value)


def derive(database: Database, touched: Touched) -> None:
    """Bring every derived state and the search up to date with what was written."""
    requests = set(touched.rows.get("service_request", ()))
    requests |= _owners(database, "request_step", "request_id", touched.rows.get("request_step", ()))
    residents = derive_requests(database, requests)
    for table in _ABOUT_RESIDENT:
        residents |= _owners(database, table, "resident_id", touched.rows.get(table, ()))
    residents |= linked_among(database, touched)
    residents |= derive_national(database, touched)
    derive_residents(database, residents)
    index_residents(database, touched.unindexed)


def _in(ids: Iterable[str]) -> str:
    return msgspec.json.encode(list(ids)).decode()


def _owners(database: Database, table: str, column: str, ids: Iterable[str]) -> set[str]:
    sql = f"SELECT DISTINCT {column} FROM {table} WHERE id IN (SELECT value FROM json_each(?))"
    return {row[0] for row in database.rows(sql, _in(ids))} if ids else set()


def derive_requests(database: Database, requests: set[str]) -> set[str]:
    """Write the states of requests; returns whom they are about."""
    if not requests:
        return set()
    heads: dict[str, tuple[str, str, str]] = {}
    steps: dict[str, list[StepFact]] = defaultdict(list)
    for request, shift, resident, registered, step, at, note in database.rows(_REQUESTS, _in(requests)):
        heads[request] = shift, resident, registered
        if step in _STEPS_KNOWN:
            steps[request].append(StepFact(Step(step), _instant(at), note or ""))
    rows = [(id_, shift, resident, *_state(at, steps[id_])) for id_, (shift, resident, at) in heads.items()]
    database.run_many("INSERT OR REPLACE INTO request_state VALUES (?, ?, ?, ?, ?, ?)", rows)
    return {resident for _, resident, _ in heads.values()}


def _state(at: str, steps: list[StepFact]) -> tuple[str, str, str]:
    state, decided = deciding_step(steps)
    if decided is None:
        return state, Step.REGISTERED, at
    return state, decided.step, decided.at_utc.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def derive_residents(database: Database, residents: set[str]) -> None:
    """Whatever happened under one row of a person counts for all of them."""
    if not residents:
        return
    people = people_of(database, residents)
    shown = {row: person.shown for person in people for row in person.rows}
    facts: dict[str, list[_Fact]] = {person.shown: [] for person in people}
    for resident, *fact in sorted(database.rows(_FACTS, _in(shown)), key=itemgetter(3)):
        facts[shown[resident]].append(_Fact(*fact))
    national = _nationals(database, shown)
    area = Meta(database).regency
    states = [
        row for each in people for row in _rows_of(each, *_entry(facts[each.shown], national.get(each.shown), area))
    ]
    database.run_many(_FORGET, [row[:1] for row in states if not any(row[1:])])
    database.run_many(_KEEP, [row for row in states if any(row[1:])])


def _nationals(database: Database, shown: Mapping[str, str]) -> dict[str, NationalState]:
    """What the centre says of each person, under whichever row; by the row that shows."""
    told: dict[str, list[NationalState]] = defaultdict(list)
    for row, state in national_states(database, shown).items():
        told[shown[row]].append(state)
    return {who: found for who, states in told.items() if (found := latest(states)) is not None}


def _rows_of(person: PersonRows, entry: EntryState, since: str) -> list[tuple[str, str, str, str | None, bool]]:
    """What is kept of each row; nothing of a row that stands alone, and of which nothing is known."""
    # A row that is on no list itself has to say so where another row of the person is on one.
    state = "" if entry is EntryState.UNRECORDED and not (person.is_linked and person.is_listed) else str(entry)
    return [
        (row, state, since if state else "", None if row == person.shown else person.shown, row in person.doubles)
        for row in person.rows
    ]


def _entry(facts: Sequence[_Fact], national: NationalState | None, area: str) -> tuple[EntryState, str]:
    """The state of a person, and since when; the facts are in the order of their time."""
    by_field = _by_field(tuple([(fact.kind, fact.value, fact.decision or "") for fact in facts]))
    since = facts[-1].at if facts else ""
    if national is None:
        return by_field, since
    recorded = max((fact.at for fact in facts if fact.is_recording), default="")
    entry = entry_with(by_field, day_in(area, recorded) if recorded else "", national)
    return entry, since if entry is by_field else f"{national.as_of}T00:00:00.000Z"


@lru_cache
def _by_field(course: tuple[tuple[str, str, str], ...]) -> EntryState:
    """What follows from kind, value and decision of a person's facts: people are many, and their courses few."""
    known: dict[str, list[Said]] = defaultdict(list)
    for kind, value, decision in course:
        if value == WITHDRAWN:
            known.pop(_ASKED, None)
        known[kind].append(Said(value, decision))
    visits = [said for said in known["visit"] if said.what in _OUTCOMES_KNOWN]
    requests = [RequestState(said.what) for said in known["request"]]
    return entry_state(requests, visits, known["said"], _ASKED in known)


def _instant(text: str) -> datetime:
    at = datetime.fromisoformat(text)
    return at if at.tzinfo else at.replace(tzinfo=UTC)


_WANTED: Final = "IN (SELECT value FROM json_each(?1))"
_REQUESTS: Final = (
    "SELECT q.id, q.shift_id, q.resident_id, q.at, s.step, s.at, s.note FROM service_request q "
    "LEFT JOIN request_step s ON s.request_id = q.id AND NOT EXISTS ("
    "SELECT 1 FROM request_step later WHERE later.request_id = s.request_id AND later.corrects_id = s.id) "
    f"WHERE q.id {_WANTED} ORDER BY s.at, s.seq"
)
_FACTS: Final = (
    f"SELECT resident_id, 'request', state, since AS at, '' FROM request_state WHERE resident_id {_WANTED} "
    f"UNION ALL SELECT p.resident_id, 'visit', p.outcome, p.at, {DECISION_OF} FROM visit_attempt p "
    f"WHERE p.resident_id {_WANTED} "
    "AND NOT EXISTS (SELECT 1 FROM visit_attempt u WHERE u.resident_id = p.resident_id AND u.corrects_id = p.id) "
    f"UNION ALL SELECT resident_id, '{_ASKED}', '', at, '' FROM visit_request WHERE resident_id {_WANTED} "
    f"UNION ALL SELECT p.resident_id, 'said', p.kind, p.at, {DECISION_OF} FROM list_proposal p "
    f"WHERE p.resident_id {_WANTED} AND {STANDS}"
)
_FORGET: Final = "DELETE FROM resident_state WHERE resident_id = ?"
_KEEP: Final = (
    "INSERT INTO resident_state (resident_id, state, since, shown_id, is_double) VALUES (?, ?, ?, ?, ?) "
    "ON CONFLICT (resident_id) DO UPDATE SET state = excluded.state, since = excluded.since, "
    "shown_id = excluded.shown_id, is_double = excluded.is_double"
)
