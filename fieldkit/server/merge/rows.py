"""The rows that a push touches: loaded once, changed in memory, written once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Final

import msgspec
import sqlalchemy as sa

from fieldkit.records.tables import BY_NAME
from fieldkit.server.bulk import Bulk
from fieldkit.server.ledger.feed_numbers import FeedNumbers
from fieldkit.server.merge.contents import CONTENTS
from fieldkit.server.schema import METADATA

_OWN: Final = ("regency", "id", "area", "version", "origin", "own_only", "field_marks")
Key = tuple[str, str, str]
"""Table, regency, id."""


class Mark(msgspec.Struct, array_like=True, frozen=True):
    """Who touched a field last: at which version, by which stamp. A field without a mark is as it was inserted."""

    version: int
    stamp: int
    origin: str
    is_shared: bool = False
    """Whether another origin gave the same value unseen: then the field is nobody's own."""
    number: int = 0
    """Of the change in its origin; 0 where it was not kept."""


class Row(msgspec.Struct, gc=False):
    """A row of a travelling table, as this push leaves it."""

    key: Key
    area: str
    version: int
    origin: str
    """Who inserted it."""
    values: list[Any]
    marks: dict[str, Mark] = {}
    is_own_only: bool = True
    """Whether the origin that inserted it holds it as it stands here, without being told."""
    is_locked: bool = True
    """Whether nobody else can change it until this push is done."""
    is_new: bool = True
    is_changed: bool = True

    @property
    def table(self) -> str:
        """The table it stands in."""
        return self.key[0]

    @property
    def regency(self) -> str:
        """The regency whose feed it is part of."""
        return self.key[1]

    def value(self, name: str) -> Any:
        """The value of a column."""
        return self.values[CONTENTS[self.key[0]].position[name]]

    def set(self, name: str, value: Any) -> None:
        """Change the value of a column."""
        self.values[CONTENTS[self.key[0]].position[name]] = value


class RowBook:
    """Rows by table, regency and id."""

    def __init__(self, connection: sa.Connection, bulk: Bulk) -> None:
        self._connection = connection
        self._bulk = bulk
        self._rows: dict[Key, Row] = {}
        self.new: list[Row] = []
        """The rows that were added."""

    def load(self, keys: Iterable[Key], *, locked: bool) -> None:
        """Fetch rows that are there; locked ones wait for whoever else is changing them."""
        wanted: dict[tuple[str, str], list[str]] = defaultdict(list)
        for key in keys:
            known = self._rows.get(key)
            if known is None or (locked and not known.is_locked):
                wanted[key[:2]].append(key[2])
        for (table, regency), ids in sorted(wanted.items()):
            self._load(table, regency, ids, locked)

    def get(self, key: Key) -> Row | None:
        """A row that was loaded or added."""
        return self._rows.get(key)

    def add(self, row: Row) -> None:
        """A new row."""
        self._rows[row.key] = row
        self.new.append(row)

    def write(self, numbers: FeedNumbers) -> None:
        """Write what is new and what has changed, with final numbers."""
        for table, rows in _by_table(self.new).items():
            inserted = (_tuple(row, numbers) for row in rows)
            self._bulk.insert(self._connection, METADATA.tables[table], _names(table), inserted)
        changed = [row for row in self._rows.values() if row.is_changed and not row.is_new]
        for table, rows in _by_table(changed).items():
            self._update(table, rows, numbers)

    def _load(self, table: str, regency: str, ids: list[str], locked: bool) -> None:
        columns = METADATA.tables[table].c
        query = sa.select(*(columns[name] for name in _names(table)))
        query = query.where(columns.regency == regency, self._bulk.among(columns.id, ids))
        if locked:
            query = query.order_by(columns.id).with_for_update()
        for found in self._connection.execute(query):
            row = _row(table, tuple(found), locked)
            self._rows[row.key] = row

    def _update(self, name: str, rows: list[Row], numbers: FeedNumbers) -> None:
        table, names = METADATA.tables[name], _names(name)
        this = sa.and_(table.c.regency == sa.bindparam("_regency"), table.c.id == sa.bindparam("_id"))
        settings: dict[str, Any] = {column: sa.bindparam(column) for column in names[2:]}
        values = [_tuple(row, numbers) for row in rows]
        renamed = ("_regency", "_id", *names[2:])
        self._connection.execute(
            table.update().where(this).values(settings), [dict(zip(renamed, each, strict=True)) for each in values]
        )


def _by_table(rows: Iterable[Row]) -> dict[str, list[Row]]:
    tables: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        tables[row.table].append(row)
    return tables


def _names(table: str) -> tuple[str, ...]:
    return (*_OWN, *BY_NAME[table].column_names)


def _row(table: str, found: tuple[Any, ...], locked: bool) -> Row:
    regency, row, area, version, origin, own_only, marks = found[: len(_OWN)]
    return Row(
        (table, regency, row),
        area,
        version,
        origin,
        list(found[len(_OWN) :]),
        msgspec.json.decode(marks, type=dict[str, Mark]),
        bool(own_only),
        is_locked=locked,
        is_new=False,
        is_changed=False,
    )


def _tuple(row: Row, numbers: FeedNumbers) -> tuple[Any, ...]:
    _, regency, row_id = row.key
    version = numbers.final(regency, row.version)
    marks = _marks(regency, row.marks, numbers) if row.marks else "{}"
    return (regency, row_id, row.area, version, row.origin, int(row.is_own_only), marks, *row.values)


def _marks(regency: str, marks: Mapping[str, Mark], numbers: FeedNumbers) -> str:
    final = {
        name: msgspec.structs.replace(mark, version=numbers.final(regency, mark.version))
        for name, mark in marks.items()
    }
    return msgspec.json.encode(final).decode()
