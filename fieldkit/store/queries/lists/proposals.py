"""Proposals about entries of a list, with their evidence and what the office made of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from fieldkit.domain.lists.proposal import TAKEN_BACK
from fieldkit.domain.visits.visit import WITHDRAWN
from fieldkit.store.database import Database
from fieldkit.store.persons import ROWS_OF_PERSON
from fieldkit.store.proposals import DECISION_ID, STANDS


@dataclass(frozen=True, slots=True, repr=False)
class ProposalRow:
    """What the field says of somebody; empty text where nothing was said. `decision` is the office's last word.

    A visit that found somebody dead or moved proposes too; it brings no evidence.
    """

    id: str
    resident_id: str
    shown_id: str
    """The row under which the person shows."""
    name: str
    rt: str
    rw: str
    kind: str
    evidence_kind: str
    evidence_number: str
    evidence_date: str
    note: str
    at: str
    is_visit: bool
    decision: str
    reason: str
    decided_by: str
    decided_at: str


def village_proposals(database: Database, village: str, limit: int) -> list[ProposalRow]:
    """The proposals of a village's list: those that wait for the office first, each part by RW, RT and name.

    Whoever was recorded meanwhile needs no decision.
    """
    where = f"r.village = ?1 AND r.list_id IS NOT NULL AND ({_DECIDED} OR coalesce(s.state, '') <> 'recorded')"
    order = f"{_DECIDED}, CASE WHEN {_DECIDED} THEN d.at END DESC, r.rw, r.rt, r.name, p.at"
    return _rows(database, f"WHERE {where} ORDER BY {order} LIMIT ?2", village, limit)


def count_waiting_proposals(database: Database, village: str) -> int:
    """How many proposals of a village wait for the office."""
    where = f"r.village = ?1 AND r.list_id IS NOT NULL AND NOT {_DECIDED} AND coalesce(s.state, '') <> 'recorded'"
    return int(database.value(f"SELECT count(*) {_FROM} WHERE {where}", village))


def person_proposals(database: Database, resident_id: str) -> tuple[ProposalRow, ...]:
    """What was proposed about the person who has this row, the last first."""
    return tuple(_rows(database, f"WHERE p.resident_id IN {ROWS_OF_PERSON} ORDER BY p.at DESC", resident_id))


def proposals_by_id(database: Database, ids: Sequence[str]) -> list[ProposalRow]:
    """These proposals, as far as they stand."""
    return _rows(database, "WHERE p.id IN (SELECT value FROM json_each(?1)) ORDER BY p.id", json.dumps(list(ids)))


def _rows(database: Database, rest: str, *values: object) -> list[ProposalRow]:
    return [ProposalRow(*row) for row in database.rows(f"{_SELECT} {_FROM} {rest}", *values)]


_ALL: Final = (
    "SELECT p.id, p.resident_id, p.kind, p.evidence_kind, p.evidence_number, p.evidence_date, p.note, p.at, "
    f"0 AS is_visit FROM list_proposal p WHERE p.kind <> '{TAKEN_BACK}' AND {STANDS} "
    "UNION ALL SELECT v.id, v.resident_id, v.outcome, NULL, NULL, NULL, v.note, v.at, 1 FROM visit_attempt v "
    "WHERE v.outcome IN ('deceased', 'moved') "
    "AND NOT EXISTS (SELECT 1 FROM visit_attempt n WHERE n.resident_id = v.resident_id "
    f"AND (n.corrects_id = v.id OR n.at > v.at AND n.corrects_id IS NULL AND n.outcome <> '{WITHDRAWN}')) "
    "AND NOT EXISTS (SELECT 1 FROM list_proposal p "
    f"WHERE p.resident_id = v.resident_id AND p.kind <> '{TAKEN_BACK}' AND {STANDS})"
)
_DECIDED: Final = "coalesce(d.decision, '') IN ('approved', 'rejected')"
_FROM: Final = (
    f"FROM ({_ALL}) p JOIN resident r ON r.id = p.resident_id LEFT JOIN resident_state s ON s.resident_id = r.id "
    f"LEFT JOIN proposal_decision d ON d.id = {DECISION_ID} LEFT JOIN app_user u ON u.id = d.decided_by"
)
_SELECT: Final = (
    "SELECT p.id, p.resident_id, coalesce(s.shown_id, r.id), r.name, coalesce(r.rt, ''), coalesce(r.rw, ''), p.kind, "
    "coalesce(p.evidence_kind, ''), coalesce(p.evidence_number, ''), coalesce(p.evidence_date, ''), "
    "coalesce(p.note, ''), p.at, p.is_visit, coalesce(d.decision, ''), coalesce(d.note, ''), coalesce(u.name, ''), "
    "coalesce(d.at, '')"
)
