"""What the page of cards shows in one look: session, queue, what can be printed with, what was looked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import msgspec

from fieldkit.domain.cards.pick_up import ProxyRule
from fieldkit.domain.cards.print_order import PriorityTable
from fieldkit.domain.errors import Problem
from fieldkit.domain.rules.interim import InterimRule
from fieldkit.store.database import Database
from fieldkit.store.queries.cards.queue import (
    CardRow,
    PrintLimits,
    cards_of,
    is_at_office,
    open_cards,
    planned,
    print_limits,
)
from fieldkit.store.queries.cards.rules import print_problems, priority_table, proxy_rule
from fieldkit.store.queries.rules.versions import interim_rule
from fieldkit.store.queries.shifts import Shift, current_shift, last_shift, site_zone
from fieldkit.store.search import search_residents

_PLACES_SHOWN: Final = 4
_FEWEST_LETTERS: Final = 2
_HITS: Final = 12
_PEOPLE: Final = 500
"""So many who bear a name are asked whether they came to a table."""


@dataclass(frozen=True, slots=True)
class CardsView:
    """The page at a glance. `found` is None while nothing is looked for."""

    shift: Shift | None
    last: Shift | None
    day: str
    cards: tuple[CardRow, ...]
    limits: PrintLimits
    order: PriorityTable
    proxy: ProxyRule
    interim: InterimRule
    problems: tuple[Problem, ...]
    """What keeps who is signed in from printing in this session."""
    places: tuple[tuple[str, str], ...]
    """Where cards were put lately, and with whom; the last one first."""
    time_zone: str
    typed: str = ""
    found: tuple[CardRow, ...] | None = None


def cards_view(database: Database, user: str, calendar_day: str, typed: str) -> CardsView:
    """Everything but the story of the one that is selected."""
    shift = current_shift(database)
    day = shift.day if shift is not None else calendar_day
    on, limits = date.fromisoformat(day), print_limits(database)
    order = priority_table(database, on)
    cards = planned(database, open_cards(database, day), order, on, limits, office=is_at_office(shift))
    return CardsView(
        shift,
        last_shift(database),
        day,
        tuple(cards),
        limits,
        order,
        proxy_rule(database, on),
        interim_rule(database, on),
        _problems(database, user, on, shift),
        tuple(_places(database)),
        site_zone(database),
        typed,
        found_cards(database, typed, cards, shift.village if shift else ""),
    )


def _problems(database: Database, user: str, on: date, shift: Shift | None) -> tuple[Problem, ...]:
    if shift is None:
        return ()
    return print_problems(database, user, on, "" if is_at_office(shift) else shift.village[:8])


def _places(database: Database) -> list[tuple[str, str]]:
    rows = database.rows(
        "SELECT place, coalesce(custodian, '') FROM card_place WHERE state = 'ready' "
        "GROUP BY place, custodian ORDER BY max(at) DESC LIMIT ?",
        _PLACES_SHOWN,
    )
    return [(str(place), str(custodian)) for place, custodian in rows]


def found_cards(database: Database, typed: str, cards: Sequence[CardRow], village: str) -> tuple[CardRow, ...] | None:
    """Cards by the reference on the receipt, the number in the queue, the end of a NIK, or a name; None for too little.

    Of those that are among the `cards` it is known why they wait.
    """
    wanted = typed.strip()
    if len(wanted) < _FEWEST_LETTERS:
        return None
    by_number = _by_number(database, wanted)
    requests = by_number or _by_person(database, wanted, village)
    known = {card.request_id: card for card in cards}
    return tuple(known.get(card.request_id, card) for card in cards_of(database, requests))


def _by_number(database: Database, typed: str) -> list[str]:
    bare = typed.upper().replace(" ", "")
    rows = database.rows(
        "SELECT id FROM service_request WHERE receipt_ref = ? OR queue_no = ? ORDER BY at DESC LIMIT ?",
        bare.replace("-", ""),
        bare,
        _HITS,
    )
    return [row[0] for row in rows]


def _by_person(database: Database, typed: str, village: str) -> list[str]:
    """Most who bear a name never came to a table: only who did is one of the hits."""
    people = [hit.id for hit in search_residents(database, typed, village, limit=_PEOPLE)]
    if not people:
        return []
    rank = {person: place for place, person in enumerate(people)}
    rows = database.rows(_REQUESTS_OF, msgspec.json.encode(people).decode())
    ordered = sorted(rows, key=lambda row: min(rank.get(row[1], len(rank)), rank.get(row[2], len(rank))))
    return [row[0] for row in ordered[:_HITS]]


_REQUESTS_OF: Final = (
    "SELECT q.id, q.resident_id, coalesce(s.shown_id, '') FROM service_request q "
    "LEFT JOIN resident_state s ON s.resident_id = q.resident_id "
    "WHERE q.resident_id IN (SELECT value FROM json_each(?1)) OR s.shown_id IN (SELECT value FROM json_each(?1)) "
    "ORDER BY q.at DESC"
)
