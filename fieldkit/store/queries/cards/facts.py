"""What is known of cards: their facts, and the one state and place that these lead to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import msgspec

from fieldkit.domain.cards.card import ENDING, CardFact, Kind, Placing, Position, position
from fieldkit.store.database import Database
from fieldkit.store.persons import ROWS_OF_ASKER
from fieldkit.store.queries.syncing import SETTLED


def positions(database: Database, requests: Iterable[str]) -> dict[str, Position]:
    """Where the card of each of these requests is; queued where nothing is known of one."""
    facts = card_facts(database, requests)
    return {request: position(known) for request, known in facts.items()}


def position_of(database: Database, request_id: str) -> Position:
    """Where one card is."""
    return positions(database, [request_id])[request_id]


def card_facts(database: Database, requests: Iterable[str]) -> dict[str, list[CardFact]]:
    """The facts of the cards of these requests."""
    found: dict[str, list[CardFact]] = {request: [] for request in requests}
    wanted = msgspec.json.encode(list(found)).decode()
    for request, kind, *fact in database.rows(_FACTS, wanted) if found else ():
        found[request].append(CardFact(Kind(kind), *fact))
    return found


def last_instant(database: Database, request_id: str) -> str:
    """When the last thing happened to a card, as it was told; empty where nothing did."""
    return max((fact.at for fact in card_facts(database, [request_id])[request_id]), default="")


def approvals_of(database: Database, request_id: str) -> list[str]:
    """By which a card is urgent."""
    sql = f"SELECT a.id FROM print_approval a WHERE a.request_id = ? AND {APPROVED}"
    return [approval for (approval,) in database.rows(sql, request_id)]


def in_question(database: Database, requests: Iterable[str]) -> set[str]:
    """Of these requests those whose card would say something that two tell differently, while nobody has decided."""
    if not database.value("SELECT 1 FROM case_file WHERE state = 'open' AND kind IN ('weighty', 'same_number')"):
        return set()
    wanted = msgspec.json.encode(list(requests)).decode()
    sql = f"SELECT q.id FROM service_request q WHERE q.id IN (SELECT value FROM json_each(?)) AND {IN_QUESTION}"
    return {row[0] for row in database.rows(sql, wanted)}


def stands(fact: str) -> str:
    """SQL for whether nobody took this fact of a card back as written by mistake."""
    return (
        f"NOT EXISTS (SELECT 1 FROM card_place u WHERE u.request_id = {fact}.request_id "
        f"AND u.state = '{Placing.UNDONE}' AND u.place = {fact}.id)"
    )


HANDED_OVER: Final = stands("h")
"""Of a row h of card_handover: nobody took it back as written by mistake."""
APPROVED: Final = stands("a")
"""Of a row a of print_approval: it counts still."""


def ended_by(within: str = "1") -> str:
    """SQL for whether a row p of card_print was ended by a check c of which this holds."""
    return (
        f"EXISTS (SELECT 1 FROM card_check c WHERE c.print_id = p.id AND {within} "
        f"AND c.result IN ({', '.join(repr(str(each)) for each in sorted(ENDING))}) AND {stands('c')})"
    )


ENDED: Final = ended_by()
"""Of a row p of card_print: a check has ended it."""
_WANTED: Final = "request_id IN (SELECT value FROM json_each(?1))"
_FACTS: Final = (
    f"SELECT p.request_id, '{Kind.PRINT}', p.at, p.id, '', p.id, coalesce(o.site_name, ''), '', '' FROM card_print p "
    f"LEFT JOIN shift_opening o ON o.id = p.shift_id WHERE p.{_WANTED} "
    f"UNION ALL SELECT c.request_id, '{Kind.CHECK}', c.at, c.id, c.result, c.print_id, '', '', '' FROM card_check c "
    f"WHERE c.{_WANTED} "
    f"UNION ALL SELECT l.request_id, '{Kind.PLACE}', l.at, l.id, l.state, '', l.place, coalesce(l.custodian, ''), "
    f"coalesce(l.record_id, '') FROM card_place l WHERE l.{_WANTED} "
    f"UNION ALL SELECT h.request_id, '{Kind.HANDOVER}', h.at, h.id, '', '', '', coalesce(h.received_by, ''), '' "
    f"FROM card_handover h WHERE h.{_WANTED}"
)
IN_QUESTION: Final = (
    "EXISTS (SELECT 1 FROM case_file c WHERE c.state = 'open' AND c.kind IN ('weighty', 'same_number') "
    f"AND NOT {SETTLED.format(case_id='c.id', kind='c.kind')} "
    f"AND (c.subject IN {ROWS_OF_ASKER} OR EXISTS (SELECT 1 FROM json_each(c.members) WHERE value IN {ROWS_OF_ASKER})))"
)
"""Of a request q: a case about any row of its person."""
