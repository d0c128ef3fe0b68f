"""Why somebody could not come is erased once the visit is over, without anybody asking for it (F-P3).

By the same orders as everything else that the law wants erased: they hold for good, and laptops obey them.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Final

import sqlalchemy as sa

from fieldkit.domain.visits.visit import ends_visit
from fieldkit.records.tables import CARD_HANDOVER, REQUEST_STEP, SERVICE_REQUEST, VISIT_ATTEMPT, VISIT_NEED
from fieldkit.server.bulk import Bulk
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading
from fieldkit.server.office.erasure import Wish, give_orders
from fieldkit.server.office.links import rows_of_person
from fieldkit.server.schema import IS_RECORDED, METADATA

GROUND: Final = "UU 27/2022, kunjungan selesai"
_OFFICE: Final = "office"
_NEED: Final = METADATA.tables[VISIT_NEED.name].c
_ATTEMPT: Final = METADATA.tables[VISIT_ATTEMPT.name].c
_STEP: Final = METADATA.tables[REQUEST_STEP.name].c
_HANDOVER: Final = METADATA.tables[CARD_HANDOVER.name].c
_REQUEST: Final = METADATA.tables[SERVICE_REQUEST.name].c
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
    """Who was visited, recorded, handed a card, or said to need a visit in the window."""
    needed = sa.select(_NEED.resident_id).where(*_within(_NEED, regency, window))
    visited = sa.select(_ATTEMPT.resident_id).where(*_within(_ATTEMPT, regency, window))
    of_step = sa.and_(_REQUEST.regency == _STEP.regency, _REQUEST.id == _STEP.request_id)
    recorded = sa.select(_REQUEST.resident_id).join(METADATA.tables[REQUEST_STEP.name], of_step)
    recorded = recorded.where(*_within(_STEP, regency, window), IS_RECORDED)
    of_card = sa.and_(_REQUEST.regency == _HANDOVER.regency, _REQUEST.id == _HANDOVER.request_id)
    brought = sa.select(_REQUEST.resident_id).join(METADATA.tables[CARD_HANDOVER.name], of_card)
    brought = brought.where(*_within(_HANDOVER, regency, window))
    return sorted(set(connection.scalars(sa.union(needed, visited, recorded, brought))))


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
    ends = [each for ended in (_ended, _recorded, _brought) for each in ended(connection, regency, rows)]
    # Either is enough: a laptop that was long away may hand in late what was first, and clocks go wrong.
    return [need for need, version, at in told if any(each[0] > version or each[1] >= at for each in ends)]


def _ended(connection: sa.Connection, regency: str, rows: Collection[str]) -> list[tuple[int, str]]:
    """Version and time of the attempts after which nobody goes again, without those that were taken back."""
    names = (_ATTEMPT.id, _ATTEMPT.corrects_id, _ATTEMPT.outcome, _ATTEMPT.next_step, _ATTEMPT.version, _ATTEMPT.at)
    query = sa.select(*names).where(_ATTEMPT.regency == regency, _ATTEMPT.resident_id.in_(rows))
    found = connection.execute(query).all()
    undone = {each.corrects_id for each in found}
    standing = [each for each in found if each.corrects_id is None and each.id not in undone]
    return [(each.version, each.at) for each in standing if ends_visit(each.outcome, each.next_step)]


def _recorded(connection: sa.Connection, regency: str, rows: Collection[str]) -> list[tuple[int, str]]:
    """Version and time of recordings, at a table or registered at home, without those that were taken back."""
    of_step = sa.and_(_REQUEST.regency == _STEP.regency, _REQUEST.id == _STEP.request_id)
    query = sa.select(_STEP.version, _STEP.at).join(METADATA.tables[SERVICE_REQUEST.name], of_step)
    query = query.where(_STEP.regency == regency, _REQUEST.resident_id.in_(rows), IS_RECORDED)
    later = METADATA.tables[REQUEST_STEP.name].alias("later").c
    query = query.where(~sa.exists().where(later.regency == regency, later.corrects_id == _STEP.id))
    return [(version, at) for version, at in connection.execute(query)]


def _brought(connection: sa.Connection, regency: str, rows: Collection[str]) -> list[tuple[int, str]]:
    """Version and time at which a card came to its owner."""
    of_card = sa.and_(_REQUEST.regency == _HANDOVER.regency, _REQUEST.id == _HANDOVER.request_id)
    query = sa.select(_HANDOVER.version, _HANDOVER.at).join(METADATA.tables[SERVICE_REQUEST.name], of_card)
    query = query.where(_HANDOVER.regency == regency, _REQUEST.resident_id.in_(rows))
    return [(version, at) for version, at in connection.execute(query)]
