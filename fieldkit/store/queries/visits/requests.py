"""Who waits for somebody to come: asked for, and not ended since (`domain.lists.visit_ending`)."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import Any, Final

from fieldkit.domain.lists.listing import CONFIRMED_STATES, EntryState
from fieldkit.store.database import Database
from fieldkit.store.queries.cards.facts import HANDED_OVER
from fieldkit.store.queries.visits.endings import ended_at


@dataclass(frozen=True, slots=True, repr=False)
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
    asked = {row[1]: row for row in database.rows(_ASKED)}
    tries: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for who, *attempt in database.rows(_TRIES):
        tries[who].append(tuple(attempt))
    ended, cards = ended_at(database), dict(database.rows(_CARDS))
    placed = {request: (stop or "", at) for request, stop, at in database.rows(_PLACED)}
    people = {row[0]: row for row in database.rows(_PEOPLE, json.dumps(list(asked)))}
    found = []
    for request_id, who, at, *said in asked.values():
        since = [each for each in tries[who] if each[0] >= at]
        person, card = people.get(who), cards.get(who, "")
        if person is None or ended.get(who, "") >= at or (person[-1] in _OUT_OF_REACH and not card):
            continue
        last = since[-1] if since else ("", "", "", "")
        about = (*said, at, card, *placed.get(request_id, ("", "")), len(since))
        found.append(VisitRequest(request_id, *person[:-1], *about, *last))
    return sorted(found, key=lambda each: (each.at, each.id))


def request_by_id(database: Database, request_id: str) -> VisitRequest | None:
    """One request that is still open."""
    return next((each for each in open_requests(database) if each.id == request_id), None)


_OUT_OF_REACH: Final = sorted(
    {EntryState.RECORDED, EntryState.DECEASED_REPORTED, EntryState.MOVED_REPORTED} | CONFIRMED_STATES
)
"""Nobody goes to these for now, unless to bring a card: recorded long before, or the office decides."""
CTE_TRIED: Final = (
    "tried AS (SELECT coalesce(s.shown_id, a.resident_id) AS who, a.resident_id, a.id, a.at, a.outcome, a.next_step, "
    "a.note, a.stop_id, a.minutes "
    "FROM visit_attempt a LEFT JOIN resident_state s ON s.resident_id = a.resident_id "
    "WHERE a.corrects_id IS NULL AND NOT EXISTS (SELECT 1 FROM visit_attempt u "
    "WHERE u.resident_id = a.resident_id AND u.corrects_id = a.id))"
)
"""Attempts that were not taken back; `who` is the row that shows."""
_ASKED: Final = (
    "SELECT q.id, coalesce(s.shown_id, q.resident_id), q.at, coalesce(q.asked_by, ''), coalesce(q.note, ''), "
    "coalesce(q.access, ''), coalesce(q.access_note, ''), coalesce(q.wished_for, '') FROM visit_request q "
    "LEFT JOIN resident_state s ON s.resident_id = q.resident_id ORDER BY q.at, q.id"
)
"""Each of these is read once, and joined here: of one another they would be asked for every person anew."""
_TRIES: Final = f"WITH {CTE_TRIED} SELECT who, at, outcome, next_step, coalesce(note, '') FROM tried ORDER BY at, id"
_OF_PERSON: Final = "LEFT JOIN resident_state s ON s.resident_id = q.resident_id"
_CARDS: Final = (
    "SELECT coalesce(s.shown_id, q.resident_id), max(p.request_id) FROM card_print p "
    f"JOIN service_request q ON q.id = p.request_id {_OF_PERSON} "
    f"WHERE NOT EXISTS (SELECT 1 FROM card_handover h WHERE h.request_id = q.id AND {HANDED_OVER}) GROUP BY 1"
)
_PLACED: Final = "SELECT request_id, stop_id, at FROM visit_placing ORDER BY at, id"
_PEOPLE: Final = (
    "SELECT r.id, r.name, coalesce(r.sex, ''), coalesce(r.birth_date, ''), coalesce(r.address, ''), "
    "coalesce(r.rt, ''), coalesce(r.rw, ''), r.village, coalesce(s.state, '') "
    "FROM json_each(?) wanted JOIN resident r ON r.id = wanted.value "
    "LEFT JOIN resident_state s ON s.resident_id = r.id"
)
