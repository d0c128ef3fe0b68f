"""A row never leaves its regency: whoever moves to another one goes on there as a new row, linked on both sides.

The old row stands where its person went, so that it leaves the laptops of the place before (design.md, section 3).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from hashlib import blake2b
from typing import Any, Final

import sqlalchemy as sa

from fieldkit.domain.areas import regency_of
from fieldkit.domain.identifiers import RowId, row_id
from fieldkit.domain.people.same_person import LinkRule
from fieldkit.records.tables import RESIDENT, SAME_PERSON_LINK
from fieldkit.server.bulk import Bulk
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading
from fieldkit.server.office.writing import OfficeRow, put_composed_rows
from fieldkit.server.regencies import feed_heads
from fieldkit.server.schema import METADATA

_PERSON: Final = METADATA.tables[RESIDENT.name].c
_LINK: Final = METADATA.tables[SAME_PERSON_LINK.name].c
_Row = sa.Row[*tuple[Any, ...]]


def follow(centre: Centre, regency: str, window: tuple[int, int], at: str, now_ms: int) -> None:
    """Let everybody who left the regency in a window of its feed go on where they went, if that is hosted here."""
    for host, people in _left(centre, regency, window).items():
        _put_new(centre, host, [each for row in people for each in _rows_there(row, host, at)], now_ms)
        _put_new(centre, regency, [_link(row, host, regency, at) for row in people], now_ms)


def _left(centre: Centre, regency: str, window: tuple[int, int]) -> Mapping[str, Sequence[_Row]]:
    """Who stands in another regency now, by that regency."""
    names = ("id", "area", *RESIDENT.column_names)
    query = sa.select(*(_PERSON[name] for name in names)).where(
        _PERSON.regency == regency, _PERSON.version > window[0], _PERSON.version <= window[1]
    )
    left: dict[str, list[_Row]] = defaultdict(list)
    with reading(centre.engine) as connection:
        for row in connection.execute(query.where(sa.not_(_PERSON.area.startswith(regency, autoescape=True)))):
            left[regency_of(row.area)].append(row)
        hosted = feed_heads(connection, left) if left else {}
    return {host: people for host, people in left.items() if host in hosted}


def _put_new(centre: Centre, regency: str, rows: Sequence[OfficeRow], now_ms: int) -> None:
    """Write those that are not there yet; looked for while nobody else writes as the office."""

    def compose() -> list[OfficeRow]:
        with reading(centre.engine) as connection:
            known = _known(connection, centre.bulk, regency, {row.id for row in rows})
        return [row for row in rows if row.id not in known]

    put_composed_rows(centre, regency, compose, now_ms=now_ms)


def _known(connection: sa.Connection, bulk: Bulk, regency: str, ids: Collection[str]) -> set[str]:
    found: set[str] = set()
    for column in (_PERSON, _LINK):
        query = sa.select(column.id).where(column.regency == regency, bulk.among(column.id, ids))
        found.update(connection.scalars(query))
    return found


def _rows_there(row: _Row, host: str, at: str) -> list[OfficeRow]:
    values = {name: value for name in RESIDENT.column_names if (value := getattr(row, name)) is not None}
    return [OfficeRow(RESIDENT.name, row.area, successor_id(row.id, host), values), _link(row, host, host, at)]


def _link(row: _Row, host: str, regency: str, at: str) -> OfficeRow:
    """That both rows are one person, for those who have the new row, or for those who had the old one."""
    area = row.area if regency == host else regency
    said = {"resident_id": row.id, "other_id": successor_id(row.id, host), "rule": LinkRule.MOVED.value, "at": at}
    return OfficeRow(SAME_PERSON_LINK.name, area, _made_id(f"{row.id} {host} {regency}"), said)


def successor_id(resident_id: str, host: str) -> RowId:
    """The row by which somebody goes on in a regency, however often they come; it shows in place of the old one."""
    return _made_id(f"{resident_id} {host}")


def _made_id(named: str) -> RowId:
    return row_id(0, blake2b(named.encode(), digest_size=10, person=b"fieldkit-moved").digest())
