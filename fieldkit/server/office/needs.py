"""Why somebody could not come is erased once the visit is over, without anybody asking for it (F-P3).

By the same orders as everything else that the law wants erased: they hold for good, and laptops obey them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

import sqlalchemy as sa

from fieldkit.domain.lists.visit_ending import Fact, Told, endings
from fieldkit.records.tables import (
    CARD_HANDOVER,
    CARD_PLACE,
    LIST_PROPOSAL,
    PROPOSAL_DECISION,
    REQUEST_STEP,
    SERVICE_REQUEST,
    VISIT_ATTEMPT,
    VISIT_NEED,
)
from fieldkit.server.bulk import Bulk
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading
from fieldkit.server.office.erasure import Wish, give_orders
from fieldkit.server.office.links import rows_of_person
from fieldkit.server.schema import IS_RECORDED, METADATA

GROUND: Final = "UU 27/2022, kunjungan selesai"
_OFFICE: Final = "office"
_NEED: Final = METADATA.tables[VISIT_NEED.name].c
_READ: Final[Mapping[str, tuple[Fact, str, str, str]]] = {
    VISIT_ATTEMPT.name: (Fact.ATTEMPT, "outcome", "corrects_id", "next_step"),
    REQUEST_STEP.name: (Fact.STEP, "step", "corrects_id", ""),
    CARD_HANDOVER.name: (Fact.HANDOVER, "", "", ""),
    CARD_PLACE.name: (Fact.PLACE, "state", "place", ""),
    LIST_PROPOSAL.name: (Fact.PROPOSAL, "kind", "corrects_id", ""),
    PROPOSAL_DECISION.name: (Fact.DECISION, "decision", "proposal_id", ""),
}
"""By table, which of its columns say what."""
_Window = tuple[int, int]


def erase_ended_needs(centre: Centre, regency: str, window: _Window, now_ms: int) -> list[str]:
    """Order the reasons of visits that ended in a window of the feed to be erased; returns the rows that held them."""
    with reading(centre.engine) as connection:
        people = _concerned(connection, regency, window)
        over = [each for person in people for each in _over(connection, centre.bulk, regency, person)]
    rows = sorted(set(over))
    if rows:
        wish = Wish(VISIT_NEED.name, "", GROUND, _OFFICE)
        give_orders(centre, regency, wish, [(VISIT_NEED.name, row, VISIT_NEED.personal) for row in rows], now_ms=now_ms)
    return rows


def _concerned(connection: sa.Connection, regency: str, window: _Window) -> list[str]:
    """Who was said to need a visit in the window, or of whom a fact was written that may have ended one."""
    news = [sa.select(_NEED.resident_id).where(*_within(_NEED, regency, window))]
    for table in _READ:
        facts = METADATA.tables[table].c
        person, rows = _whose(table)
        query = sa.select(person).select_from(rows).where(*_within(facts, regency, window))
        news.append(query.where(IS_RECORDED) if table == REQUEST_STEP.name else query)
    return sorted(set(connection.scalars(sa.union(*news))))


def _within(columns: Any, regency: str, window: _Window) -> tuple[sa.ColumnElement[bool], ...]:
    return columns.regency == regency, columns.version > window[0], columns.version <= window[1]


def _over(connection: sa.Connection, bulk: Bulk, regency: str, person: str) -> list[str]:
    """The reasons that are told of a person, and whose visit is over."""
    rows = rows_of_person(connection, bulk, regency, person)
    query = sa.select(_NEED.id, _NEED.version, _NEED.at)
    told = connection.execute(
        query.where(_NEED.regency == regency, _NEED.resident_id.in_(rows), _NEED.need != "")
    ).all()
    if not told:
        return []
    ends = endings(_facts(connection, regency, rows))
    # Either is enough: a laptop that was long away may hand in late what was first, and clocks go wrong.
    return [need for need, version, at in told if any(each.version > version or each.at >= at for each in ends)]


def _facts(connection: sa.Connection, regency: str, rows: Collection[str]) -> list[Told]:
    """What may have ended a visit of the person who has these rows, in the order in which it was written."""
    found = []
    for table, (fact, says, about, next_step) in _READ.items():
        facts = METADATA.tables[table].c
        person, joined = _whose(table)
        said = [facts[name] if name else sa.literal("") for name in (says, about, next_step)]
        query = sa.select(facts.id, facts.at, *said, facts.version).select_from(joined)
        for row in connection.execute(query.where(facts.regency == regency, person.in_(rows))):
            found.append(Told(fact, row[0], row[1], row[2] or "", row[3] or "", row[4] or "", row[5]))
    return sorted(found, key=lambda each: (each.at, each.version))


def _whose(table: str) -> tuple[sa.ColumnElement[str], sa.FromClause]:
    """The person of a fact: named by it, or by the request that it is about."""
    facts = METADATA.tables[table]
    if "resident_id" in facts.c:
        return facts.c.resident_id, facts
    requests = METADATA.tables[SERVICE_REQUEST.name]
    of_request = sa.and_(requests.c.regency == facts.c.regency, requests.c.id == facts.c.request_id)
    return requests.c.resident_id, requests.join(facts, of_request)
