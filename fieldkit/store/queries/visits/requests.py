"""Who waits for somebody to come: asked for, and not yet ended by an attempt, a recording or a card handed over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fieldkit.domain.listing import CONFIRMED_STATES, EntryState
from fieldkit.domain.visit import NextStep, VisitOutcome
from fieldkit.store.database import Database


@dataclass(frozen=True, slots=True)
class VisitRequest:
    """One person for whom a visit was asked, by the row that shows."""

    id: str
    resident_id: str
    name: str
    sex: str
    birth_date: str
    address: str
    rt: str
    rw: str
    village: str
    asked_by: str
    note: str
    access: str
    access_note: str
    wished_for: str
    at: str
    card_request_id: str
    """The request whose card was printed and waits to be brought; empty where none does."""
    stop_id: str
    """Where the person was placed last; empty where nowhere."""
    placed_at: str
    tries: int
    tried_at: str
    outcome: str
    """Of the last attempt since the visit was asked for; empty where there was none."""
    next_step: str
    attempt_note: str

    @property
    def is_tried_since_placed(self) -> bool:
        """Whether the pair was there since the person was put on the route."""
        return bool(self.tried_at) and self.tried_at >= self.placed_at


def open_requests(database: Database) -> list[VisitRequest]:
    """Everybody who still waits, whoever asked first in front."""
    return [VisitRequest(*row) for row in database.rows(f"{_OPEN} ORDER BY v.at, v.id")]


def request_by_id(database: Database, request_id: str) -> VisitRequest | None:
    """One request that is still open."""
    return next((each for each in open_requests(database) if each.id == request_id), None)


def _list(*words: str) -> str:
    return ", ".join(f"'{word}'" for word in words)


_OUT_OF_REACH: Final = sorted(
    {EntryState.RECORDED, EntryState.DECEASED_REPORTED, EntryState.MOVED_REPORTED} | CONFIRMED_STATES
)
"""Nobody goes to these, unless to bring a card."""
_RECORDINGS: Final = _list(VisitOutcome.RECORDED, VisitOutcome.RECORDED_WITH_EXCEPTION)
_LAST_STEPS: Final = _list(NextStep.NONE, NextStep.OFFICE_DECIDES)
CTE_TRIED: Final = (
    "tried AS (SELECT coalesce(s.shown_id, a.resident_id) AS who, a.resident_id, a.id, a.at, a.outcome, a.next_step, "
    "a.note, a.stop_id, a.minutes, "
    f"(a.outcome IN ({_RECORDINGS}) OR a.next_step IN ({_LAST_STEPS})) AS ends "
    "FROM visit_attempt a LEFT JOIN resident_state s ON s.resident_id = a.resident_id "
    "WHERE a.corrects_id IS NULL AND NOT EXISTS (SELECT 1 FROM visit_attempt u "
    "WHERE u.resident_id = a.resident_id AND u.corrects_id = a.id))"
)
"""Attempts that were not taken back; `who` is the row that shows, `ends` as `domain.visit.ends_visit`."""
_CARD: Final = (
    "(SELECT max(p.request_id) FROM service_request q JOIN card_print p ON p.request_id = q.id "
    "LEFT JOIN resident_state qs ON qs.resident_id = q.resident_id "
    "WHERE coalesce(qs.shown_id, q.resident_id) = v.who "
    "AND NOT EXISTS (SELECT 1 FROM card_handover h WHERE h.request_id = q.id))"
)
_BROUGHT: Final = (
    "SELECT 1 FROM service_request q JOIN card_handover h ON h.request_id = q.id "
    "LEFT JOIN resident_state qs ON qs.resident_id = q.resident_id "
    "WHERE coalesce(qs.shown_id, q.resident_id) = v.who AND h.at >= v.at"
)
_LAST_TRY: Final = "(SELECT {} FROM tried t WHERE t.who = v.who AND t.at >= v.at ORDER BY t.at DESC, t.id DESC LIMIT 1)"
_PLACED: Final = "(SELECT {} FROM visit_placing p WHERE p.request_id = v.id ORDER BY p.at DESC, p.id DESC LIMIT 1)"
_TRIED_COLUMNS: Final = ", ".join(
    f"coalesce({_LAST_TRY.format(f't.{name}')}, '')" for name in ("at", "outcome", "next_step", "note")
)
_OPEN: Final = (
    f"WITH {CTE_TRIED}, asked AS (SELECT coalesce(s.shown_id, q.resident_id) AS who, q.* FROM visit_request q "
    "LEFT JOIN resident_state s ON s.resident_id = q.resident_id), "
    f"waiting AS (SELECT v.*, {_CARD} AS card FROM asked v WHERE NOT EXISTS (SELECT 1 FROM asked later "
    "WHERE later.who = v.who AND (later.at, later.id) > (v.at, v.id)) "
    "AND NOT EXISTS (SELECT 1 FROM tried t WHERE t.who = v.who AND t.at >= v.at AND t.ends) "
    f"AND NOT EXISTS ({_BROUGHT})) "
    "SELECT v.id, v.who, r.name, coalesce(r.sex, ''), coalesce(r.birth_date, ''), coalesce(r.address, ''), "
    "coalesce(r.rt, ''), coalesce(r.rw, ''), r.village, coalesce(v.asked_by, ''), coalesce(v.note, ''), "
    "coalesce(v.access, ''), coalesce(v.access_note, ''), coalesce(v.wished_for, ''), v.at, coalesce(v.card, ''), "
    f"coalesce({_PLACED.format('p.stop_id')}, ''), coalesce({_PLACED.format('p.at')}, ''), "
    "(SELECT count(*) FROM tried t WHERE t.who = v.who AND t.at >= v.at), "
    f"{_TRIED_COLUMNS} "
    "FROM waiting v JOIN resident r ON r.id = v.who LEFT JOIN resident_state s ON s.resident_id = v.who "
    f"WHERE coalesce(s.state, '') NOT IN ({_list(*_OUT_OF_REACH)}) OR v.card IS NOT NULL"
)
