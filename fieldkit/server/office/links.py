"""The links between rows of one person at the centre, followed as far as they go."""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa

from fieldkit.domain.people.same_person import Link, shown_ids
from fieldkit.records.tables import SAME_PERSON_LINK
from fieldkit.server.bulk import Bulk
from fieldkit.server.schema import METADATA

_LINK = METADATA.tables[SAME_PERSON_LINK.name].c


def links_of(connection: sa.Connection, bulk: Bulk, regency: str, people: Iterable[str]) -> list[Link]:
    """Every link of these people and of everybody they are linked to."""
    known: dict[str, Link] = {}
    reached: set[str] = set()
    ends = set(people)
    columns = sa.select(_LINK.id, _LINK.resident_id, _LINK.other_id, _LINK.undoes_id).where(_LINK.regency == regency)
    while ends:
        reached |= ends
        for column in (_LINK.resident_id, _LINK.other_id):
            for row in connection.execute(columns.where(bulk.among(column, ends))):
                known[row.id] = Link(row.id, row.resident_id, row.other_id, row.undoes_id or "")
        ends = {end for link in known.values() for end in link.pair} - reached
    return list(known.values())


def rows_of_person(connection: sa.Connection, bulk: Bulk, regency: str, resident_id: str) -> list[str]:
    """All rows of the person who has this one, which comes first."""
    shown = shown_ids(links_of(connection, bulk, regency, [resident_id]))
    others = sorted(row for row, head in shown.items() if head == shown.get(resident_id) and row != resident_id)
    return [resident_id, *others]
