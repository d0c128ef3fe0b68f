"""States derived from facts by the pure rules of `domain`, kept in tables that do not travel."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, Final

from fieldkit.domain.listing import EntryState, entry_state
from fieldkit.domain.service import RequestState, Step, StepFact, deciding_step
from fieldkit.domain.visit import VisitOutcome
from fieldkit.store.database import Database
from fieldkit.store.search import index_residents
from fieldkit.store.unit import Touched

_STEPS_KNOWN: Final = frozenset(Step)
_OUTCOMES_KNOWN: Final = frozenset(VisitOutcome)
"""A newer laptop may write others: they are kept as facts, and change nothing here."""
_ABOUT_RESIDENT: Final = ("service_request", "visit_request", "visit_attempt", "list_proposal")


def derive(database: Database, touched: Touched) -> None:
    """Bring every derived state and the search up to date with what was written."""
    requests = set(touched.rows.get("service_request", ()))
    requests |= _owners(database, "request_step", "request_id", touched.rows.get("request_step", ()))
    _derive_requests(database, requests)
    residents = _owners(database, "service_request", "resident_id", requests)
    for table in _ABOUT_RESIDENT:
        residents |= _owners(database, table, "resident_id", touched.rows.get(table, ()))
    _derive_residents(database, residents)
    index_residents(database, touched.unindexed)


def _in(ids: Iterable[str]) -> str:
    return json.dumps(list(ids))


def _owners(database: Database, table: str, column: str, ids: Iterable[str]) -> set[str]:
    sql = f"SELECT DISTINCT {column} FROM {table} WHERE id IN (SELECT value FROM json_each(?))"
    return {row[0] for row in database.rows(sql, _in(ids))} if ids else set()


def _derive_requests(database: Database, requests: set[str]) -> None:
    if not requests:
        return
    heads = database.rows(_REQUESTS, _in(requests))
    steps = defaultdict(list)
    for request, step, at, note in database.rows(_STEPS, _in(requests)):
        if step in _STEPS_KNOWN:
            steps[request].append(StepFact(Step(step), _instant(at), note or ""))
    rows = [(id_, shift, resident, *_state(at, steps[id_])) for id_, shift, resident, at in heads]
    database.run_many("INSERT OR REPLACE INTO request_state VALUES (?, ?, ?, ?, ?, ?)", rows)


def _state(at: str, steps: list[StepFact]) -> tuple[str, str, str]:
    state, decided = deciding_step(steps)
    if decided is None:
        return state, Step.REGISTERED, at
    return state, decided.step, decided.at_utc.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _derive_residents(database: Database, residents: set[str]) -> None:
    if not residents:
        return
    wanted = _in(residents)
    states, since = defaultdict(list), dict.fromkeys(residents, "")
    for resident, state, at in database.rows(_REQUEST_STATES, wanted):
        states[resident].append(RequestState(state))
        since[resident] = max(since[resident], at)
    visits = _group(database, "visit_attempt", "outcome", wanted, since)
    asked = _group(database, "visit_request", "id", wanted, since)
    proposals = _group(database, "list_proposal", "kind", wanted, since)
    rows: list[tuple[Any, ...]] = []
    for id_ in residents:
        outcomes = [VisitOutcome(outcome) for outcome in visits[id_] if outcome in _OUTCOMES_KNOWN]
        rows.append((id_, entry_state(states[id_], outcomes, proposals[id_], bool(asked[id_])), since[id_]))
    database.run(_FORGET, wanted)
    kept = [row for row in rows if row[1] is not EntryState.UNRECORDED]
    database.run_many("INSERT INTO resident_state VALUES (?, ?, ?)", kept)


def _group(database: Database, table: str, column: str, wanted: str, since: dict[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    sql = (
        f"SELECT resident_id, {column}, at FROM {table} "
        "WHERE resident_id IN (SELECT value FROM json_each(?)) ORDER BY at"
    )
    for resident, value, at in database.rows(sql, wanted):
        found[resident].append(value)
        since[resident] = max(since[resident], at)
    return found


def _instant(text: str) -> datetime:
    at = datetime.fromisoformat(text)
    return at if at.tzinfo else at.replace(tzinfo=UTC)


_REQUESTS: Final = (
    "SELECT id, shift_id, resident_id, at FROM service_request WHERE id IN (SELECT value FROM json_each(?))"
)
_STEPS: Final = (
    "SELECT request_id, step, at, note FROM request_step s WHERE request_id IN (SELECT value FROM json_each(?)) "
    "AND NOT EXISTS (SELECT 1 FROM request_step later WHERE later.corrects_id = s.id) ORDER BY at, seq"
)
_REQUEST_STATES: Final = (
    "SELECT resident_id, state, since FROM request_state WHERE resident_id IN (SELECT value FROM json_each(?)) "
    "ORDER BY since"
)
_FORGET: Final = "DELETE FROM resident_state WHERE resident_id IN (SELECT value FROM json_each(?))"
