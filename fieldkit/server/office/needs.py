"""Why somebody could not come, and the note beside it, is erased once the visit is over, unasked (F-P3).

By the same orders as everything else that the law wants erased: they hold for good, and laptops obey them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
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
    VISIT_REQUEST,
)
from fieldkit.server.bulk import Bulk
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading
from fieldkit.server.office.erasure import Wish, give_orders
from fieldkit.server.office.links import rows_of_person
from fieldkit.server.schema import IS_RECORDED, METADATA

GROUND: Final = "UU 27/2022, kunjungan selesai"
_OFFICE: Final = "office"
_SAID: Final = {VISIT_NEED.name: "need", VISIT_REQUEST.name: "note"}
"""By table, the column that may tell of health (decision 29)."""
_READ: Final[Mapping[str, tuple[Fact, str, str, str]]] = {
    VISIT_ATTEMPT.name: (Fact.ATTEMPT, "outcome", "corrects_id", "next_step"),
    REQUEST_STEP.name: (Fact.STEP, "step", "corrects_id", ""),
    CARD_HANDOVER.name: (Fact.HANDOVER, "", "", ""),
    CARD_PLACE.name: (Fact.PLACE, "state", "place", ""),
    LIST_PROPOSAL.name: (Fact.PROPOSAL, "kind", "corrects_id", ""),
    PROPOSAL_DECISION.name: (Fact.DECISION, "decision", "proposal_id", ""),
}
"""By table, which of its columns say what; where a card lies only tells that a handover was taken back."""
_Window = tuple[int, int]


def erase_ended_needs(centre: Centre, regency: str, window: _Window, now_ms: int) -> list[str]:
    """Order what was said of visits that ended in a window of the feed to be erased; returns the rows that held it."""
    with reading(centre.engine) as connection:
        people = _concerned(connection, regency, window)
        over = {each for person in people for each in _over(connection, centre.bulk, regency, person)}
    if over:
        orders = [(table, row, (_SAID[table],)) for table, row in sorted(over)]
        give_orders(centre, regency, Wish(VISIT_NEED.name, "", GROUND, _OFFICE), orders, now_ms=now_ms)
    return sorted(row for _, row in over)


def _concerned(connection: sa.Connection, regency: str, window: _Window) -> list[str]:
    """Who was said to need a visit in the window, or of whom a fact was written that may have ended one."""
    asked = [METADATA.tables[table].c for table in _SAID]
    news = [sa.select(said.resident_id).where(*_within(said, regency, window)) for said in asked]
    for table in _READ.keys() - {CARD_PLACE.name}:
        facts = METADATA.tables[table].c
        person, rows = _whose(table)
        query = sa.select(person).select_from(rows).where(*_within(facts, regency, window))
        news.append(query.where(IS_RECORDED) if table == REQUEST_STEP.name else query)
    return sorted(set(connection.scalars(sa.union(*news))))


def _within(columns: Any, regency: str, window: _Window) -> tuple[sa.ColumnElement[bool], ...]:
    return columns.regency == regency, columns.version > window[0], columns.version <= window[1]


def _over(connection: sa.Connection, bulk: Bulk, regency: str, person: str) -> list[tuple[str, str]]:
    """Table and row of what is told of a person, and whose visit is over."""
    rows = rows_of_person(connection, bulk, regency, person)
    told = [(table, *each) for table in _SAID for each in _told(connection, regency, table, rows)]
    ends = endings(_facts(connection, regency, rows)) if told else []
    # Either is enough: a laptop that was long away may hand in late what was first, and clocks go wrong.
    return [
        (table, row)
        for table, row, version, at in told
        if any(each.version > version or each.at >= at for each in ends)
    ]


def _told(connection: sa.Connection, regency: str, table: str, rows: Collection[str]) -> Iterator[tuple[str, int, str]]:
    """Row, version and time of what a table still says of the person who has these rows."""
    columns = METADATA.tables[table].c
    query = sa.select(columns.id, columns.version, columns.at)
    of_person = (columns.regency == regency, columns.resident_id.in_(rows), columns[_SAID[table]] != "")
    for row in connection.execute(query.where(*of_person)):
        yield row[0], row[1], row[2]


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
