"""Enter what a restored centre lost, from what laptops still hold of it, once the office says so.

A row that is not here is written as it was there. One that is here, as the backup had it or come anew from its laptop,
is edited as by somebody who knew the backup: nobody's later word is overwritten in silence (invariant 6).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any, Final

import msgspec
import sqlalchemy as sa

from fieldkit.domain.contradiction import Settlement
from fieldkit.records.declaration import Table
from fieldkit.records.journal import Seen
from fieldkit.records.tables import APP_USER, BY_NAME, CASE_FILE, CASE_SETTLEMENT, ERASURE, TABLES
from fieldkit.records.wire import LostRows
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading, writing
from fieldkit.server.intake.lost_rows import ENTERED, LostRow
from fieldkit.server.office.watch import Watch
from fieldkit.server.office.writing import OfficeRow, write_as_office
from fieldkit.server.regencies import epoch_of, feed_heads
from fieldkit.server.schema import LOST_ROW, METADATA, RESTORE_POINT

_AT_ONCE: Final = 500
_OF_CENTRE_ONLY: Final = frozenset({(APP_USER.name, "start_code_hash")})
"""No laptop says by which code somebody signs in who is known here: it might be the code of a thief."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A row that is not here as a laptop held it; `is_missing` where it is not here at all."""

    table: str
    is_missing: bool
    fields: Mapping[str, Any]


def still_lost(centre: Centre, regency: str) -> list[Lost]:
    """What was handed in and is not here by now, in the order of the tables."""
    with reading(centre.engine) as connection:
        return [
            Lost(each.table, each.is_new, each.values)
            for rows in _pieces(connection, regency)
            for each in _to_enter(connection, centre, regency, rows)
        ]


def refill(centre: Centre, regency: str, *, now_ms: int, tables: Sequence[Table] = TABLES) -> Counter[str]:
    """Enter it; returns how many rows of each table. What contradicts is merged, or a case, as with any edit."""
    entered: Counter[str] = Counter()
    with reading(centre.engine) as connection:
        pieces = list(_pieces(connection, regency, tables))
    for piece in pieces:
        with reading(centre.engine) as connection:
            rows, ended_s = _to_enter(connection, centre, regency, piece), _ended_s(connection, piece[0])
        if rows:
            # What was written after the restore is newer than anything that was lost by it.
            write_as_office(centre, regency, rows, now_ms=now_ms, stamp_ms=min(ended_s * 1000, now_ms))
        entered.update(each.table for each in rows)
        _note_entered(centre, regency, piece)
    Watch(centre).look(now_ms)
    return entered


def bring_back_orders(centre: Centre, handed_in: LostRows, *, now_ms: int) -> None:
    """Enter the orders to erase among what a laptop just handed in.

    Nobody has to look at them first: an order counts only with the signature of the centre itself.
    """
    regencies = {str(row[1]) for page in handed_in.tables if page.table == ERASURE.name for row in page.rows}
    with reading(centre.engine) as connection:
        hosted = sorted(feed_heads(connection, regencies))
    for regency in hosted:
        refill(centre, regency, now_ms=now_ms, tables=(ERASURE,))


def settlements_without_case(centre: Centre, regency: str) -> list[Settlement]:
    """What was decided about cases that are not here: lost with a restore, and opened anew under another id, if so."""
    said, case = METADATA.tables[CASE_SETTLEMENT.name].c, METADATA.tables[CASE_FILE.name].c
    names = ("id", "case_id", "decision", "settled_by", "at")
    is_here = sa.exists().where(case.regency == said.regency, case.id == said.case_id)
    query = sa.select(*(said[name] for name in names)).where(said.regency == regency, ~is_here)
    with reading(centre.engine) as connection:
        return [Settlement(*row) for row in connection.execute(query.order_by(said.at, said.id))]


def _pieces(connection: sa.Connection, regency: str, tables: Sequence[Table] = TABLES) -> Iterator[Sequence[LostRow]]:
    """Rows of one table and one epoch each."""
    lost = LOST_ROW.c
    for table in tables:
        query = sa.select(*(lost[name] for name in LostRow._fields))
        query = query.where(lost.regency == regency, lost.table == table.name, lost.fields != ENTERED)
        found = [LostRow(*row) for row in connection.execute(query.order_by(lost.epoch, lost.row))]
        for _, same in groupby(found, key=attrgetter("epoch")):
            rows = list(same)
            for start in range(0, len(rows), _AT_ONCE):
                yield rows[start : start + _AT_ONCE]


def _to_enter(connection: sa.Connection, centre: Centre, regency: str, rows: Sequence[LostRow]) -> list[OfficeRow]:
    """What has to be written of rows of one table; facts that are here are never written again."""
    table = BY_NAME[rows[0].table]
    known = _known(connection, centre, rows)
    seen = Seen(epoch_of(connection, regency), _backed_up_to(connection, rows[0]))
    wanted: list[OfficeRow] = []
    for row in rows:
        values = msgspec.json.decode(row.fields, type=dict[str, Any])
        here = known.get(row.row)
        if here is None:
            wanted.append(OfficeRow(row.table, row.area, row.row, values))
        elif not table.is_fact:
            names = (name for name in table.column_names if (table.name, name) not in _OF_CENTRE_ONLY)
            changed = {name: values.get(name) for name in names if here[name] != values.get(name)}
            if changed or here["area"] != row.area:
                wanted.append(OfficeRow(row.table, row.area, row.row, changed, False, seen))
    return wanted


def _known(connection: sa.Connection, centre: Centre, rows: Sequence[LostRow]) -> dict[str, dict[str, Any]]:
    table = BY_NAME[rows[0].table]
    columns = METADATA.tables[table.name].c
    query = sa.select(*(columns[name] for name in ("id", "area", *table.column_names)))
    query = query.where(columns.regency == rows[0].regency, centre.bulk.among(columns.id, [row.row for row in rows]))
    return {row["id"]: dict(row) for row in connection.execute(query).mappings()}


def _backed_up_to(connection: sa.Connection, row: LostRow) -> int:
    """How far the backup had come by whose restore a row was lost: up to there its writer may have seen all words."""
    point = RESTORE_POINT.c
    query = sa.select(point.head).where(point.regency == row.regency, point.epoch <= row.epoch)
    return int(connection.scalar(query.order_by(point.epoch.desc()).limit(1)) or 0)


def _ended_s(connection: sa.Connection, row: LostRow) -> int:
    """When the centre was restored that lost a row: the next epoch is named by that time."""
    point = RESTORE_POINT.c
    query = sa.select(sa.func.min(point.epoch)).where(point.regency == row.regency, point.epoch > row.epoch)
    return int(connection.scalar(query) or epoch_of(connection, row.regency))


def _note_entered(centre: Centre, regency: str, rows: Sequence[LostRow]) -> None:
    """These are dealt with, unless a laptop has handed in something newer meanwhile. What was entered is remembered:
    who comes later with something older brings nothing."""
    lost, done = LOST_ROW.c, defaultdict(list)
    for row in rows:
        done[row.table, row.epoch, row.version].append(row.row)
    with writing(centre.engine) as connection:
        for (table, epoch, version), ids in done.items():
            this = sa.and_(lost.regency == regency, lost.table == table, lost.epoch == epoch, lost.version == version)
            connection.execute(LOST_ROW.update().where(this, centre.bulk.among(lost.row, ids)).values(fields=ENTERED))
