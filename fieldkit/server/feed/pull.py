"""A pull: the latest state of rows above the cursors, page by page up to a head fixed at the first page.

Numbers become visible in the order of commits, so nothing can still appear below a head that was seen
(invariant 7).
A row that changes while pages are fetched moves above the head and comes with the next pull.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Final

import msgspec
import sqlalchemy as sa

from fieldkit.domain.areas import AreaCode, AreaLevel, is_health_side, level, regency_of
from fieldkit.records.tables import APART, TABLES
from fieldkit.records.wire import Pull, Removal
from fieldkit.server.bulk import Bulk
from fieldkit.server.regencies import epoch_of, feed_heads, floors
from fieldkit.server.schema import METADATA, REMOVAL
from fieldkit.server.scope import any_covers, is_area
from fieldkit.server.trouble import TroubleError, malformed

_LOCAL: Final = ("id", "regency", "area", "version")
_ROW_BYTES: Final = 256
"""About the size of a row; a page that turns out larger than asked for is cut."""
_ROWS_AT_MOST: Final = 20_000
LIMIT_BYTES: Final = 4 << 20
"""No page is made larger, whatever was asked for."""
AREAS_AT_MOST: Final = 1_200
"""That one request may name: the largest regencies have over 800 villages, and a laptop may be given each of them."""
_CURSORS_AT_MOST: Final = 50
"""Of different heights: each is a condition more. Areas of one regency go up together, and stand at very few."""
_encode = msgspec.json.Encoder().encode


class _TablePage(msgspec.Struct, frozen=True):
    """As wire.TablePage, with rows that are encoded already."""

    table: str
    columns: tuple[str, ...]
    rows: msgspec.Raw


class _PullReply(msgspec.Struct, frozen=True):
    """As wire.PullReply, with rows and removals that are encoded already."""

    epoch: int
    heads: Mapping[str, int]
    tables: list[_TablePage]
    removals: msgspec.Raw
    cursors: Mapping[str, int]
    done: bool
    floors: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Span:
    """What is asked for in one regency: the cursor of each area, and the head for all of them."""

    regency: str
    cursors: Mapping[str, int]
    head: int
    above: _Above

    def cursors_at(self, version: int) -> dict[str, int]:
        """The cursors once everything up to a version was sent."""
        return {area: max(cursor, version) for area, cursor in self.cursors.items()}


class _Above:
    """The condition that a row is above its cursor, in SQL: a pull asks every table, and expressions that are put
    together anew for each of them cost more than the answer of the database."""

    def __init__(self, bulk: Bulk, regency: str, cursors: Mapping[str, int], origin: str) -> None:
        self._bulk = bulk
        self.values: dict[str, object] = {"regency": regency, "lowest": min(cursors.values()), "origin": origin}
        self._of_side = {is_apart: self._in_areas(cursors, is_apart=is_apart) for is_apart in (False, True)}

    def rows_of(self, table: sa.Table) -> str:
        """The rows of a table above the cursors, up to a version, without own ones that need no telling."""
        in_areas = self._of_side[table.name in APART]
        others = " AND (origin <> :origin OR own_only = 0)" if "origin" in table.c else ""
        return f"regency = :regency AND version > :lowest AND version <= :up_to AND ({in_areas}){others}"

    def _in_areas(self, cursors: Mapping[str, int], *, is_apart: bool) -> str:
        of_side = {area: cursor for area, cursor in cursors.items() if is_health_side(area) == is_apart}
        # Users, plans and settings of the regency itself are for every laptop in it, whatever villages it has.
        above = ["area = :regency"]
        for cursor, areas in _by_cursor(of_side).items():
            above.append(f"({self._in_any(areas)}) AND version > :{self._bound(cursor)}")
        return " OR ".join(above)

    def _in_any(self, areas: Sequence[str]) -> str:
        """The condition that a row lies in one of the areas; villages have nothing beneath them and go together."""
        villages = [area for area in areas if level(AreaCode(area)) is AreaLevel.VILLAGE]
        found = [self._within(area) for area in areas if level(AreaCode(area)) is not AreaLevel.VILLAGE]
        if villages:
            found.append(self._bulk.listed("area", self._bound(self._bulk.as_list(villages))))
        return " OR ".join(found)

    def _within(self, area: str) -> str:
        if area == regency_of(area):
            return "TRUE"
        return f"area = :{self._bound(area)} OR area LIKE :{self._bound(f'{area}.%')}"

    def _bound(self, value: object) -> str:
        name = f"value_{len(self.values)}"
        self.values[name] = value
        return name


def _by_cursor(cursors: Mapping[str, int]) -> dict[int, list[str]]:
    """The areas that stand at each cursor: mostly all of them at one, so that a pull stays one condition."""
    found: dict[int, list[str]] = {}
    for area, cursor in cursors.items():
        found.setdefault(cursor, []).append(area)
    # What is above the lowest cursor holds all that is above the others; a row that comes again changes nothing.
    return found if len(found) <= _CURSORS_AT_MOST else {min(found): list(cursors)}


class _Entry(msgspec.Struct, frozen=True, gc=False):
    """A row or a removal on its way out."""

    version: int
    table: str
    encoded: bytes


def pull(connection: sa.Connection, bulk: Bulk, granted: Set[str], home: str, request: Pull) -> tuple[bytes, int]:
    """The reply to a pull as JSON, and its rows; TroubleError where the request belongs to another epoch."""
    epoch = epoch_of(connection, home)
    if len(request.cursors) > AREAS_AT_MOST:
        raise malformed("more areas than a regency has")
    cursors = {area: cursor for area, cursor in request.cursors.items() if is_area(area) and any_covers(granted, area)}
    heads = feed_heads(connection, map(regency_of, cursors))
    if request.epoch != epoch or any(cursor > heads.get(regency_of(area), 0) for area, cursor in cursors.items()):
        raise TroubleError(409, "epoch")
    spans = [_span(bulk, regency, cursors, head, request) for regency, head in sorted(heads.items())]
    entries, reached = _gather(connection, spans, min(max(request.limit_bytes, 1), LIMIT_BYTES))
    # Asked for last, so that nothing can be forgotten unseen while the page was read.
    floor_of = floors(connection, heads)
    reply = _PullReply(
        epoch,
        {area: span.head for span in spans for area in span.cursors},
        _table_pages(entries),
        _joined(entry.encoded for entry in entries if entry.table == REMOVAL.name),
        {area: cursor for span in spans for area, cursor in span.cursors_at(reached[span.regency]).items()},
        all(reached[span.regency] >= span.head for span in spans),
        {area: floor_of[regency_of(area)] for area in cursors if regency_of(area) in floor_of},
    )
    return _encode(reply), len(entries)


def _span(bulk: Bulk, regency: str, cursors: Mapping[str, int], head: int, request: Pull) -> _Span:
    """What is asked for in a regency; the head is that of the first page where the request names it."""
    own = {area: max(cursor, 0) for area, cursor in cursors.items() if regency_of(area) == regency}
    fixed = min([head, *(request.heads[area] for area in own if area in request.heads)])
    return _Span(regency, own, fixed, _Above(bulk, regency, own, request.origin))


def _gather(connection: sa.Connection, spans: Iterable[_Span], limit_bytes: int) -> tuple[list[_Entry], dict[str, int]]:
    """What fits into a page, and the version reached in each regency."""
    gathered: list[_Entry] = []
    reached: dict[str, int] = {}
    for span in spans:
        if limit_bytes <= 0:
            reached[span.regency] = 0
            continue
        entries, up_to = _fitting(*_entries(connection, span, limit_bytes), limit_bytes)
        gathered += entries
        reached[span.regency] = up_to
        limit_bytes = limit_bytes - sum(len(entry.encoded) for entry in entries) if up_to >= span.head else 0
    return gathered, reached


def _entries(connection: sa.Connection, span: _Span, limit_bytes: int) -> tuple[list[_Entry], int]:
    """Everything of a span up to the version that about fills a page, and that version."""
    count = min(limit_bytes // _ROW_BYTES + 1, _ROWS_AT_MOST)
    found = _versions(connection, span, count)
    up_to = found[-1].version if len(found) == count else span.head
    entries: list[_Entry] = []
    for name in {row.table for row in found}:
        entries += _of_table(connection, span, name, up_to)
    return sorted(entries, key=lambda entry: entry.version), up_to


def _versions(connection: sa.Connection, span: _Span, count: int) -> Sequence[sa.Row[str, int]]:
    """Table and version of the next rows and removals, over all tables."""
    union = " UNION ALL ".join(_next_versions(table, span) for table in _FEED)
    query = f'SELECT "table", version FROM ({union}) AS next_rows ORDER BY version LIMIT :count'
    return connection.execute(sa.text(query), {**span.above.values, "up_to": span.head, "count": count}).all()


def _next_versions(table: sa.Table, span: _Span) -> str:
    """What one table has to give at most, in an alias of its own as PostgreSQL wants it."""
    own = f"FROM {table.name} WHERE {span.above.rows_of(table)} ORDER BY version LIMIT :count"
    return f"""SELECT "table", version FROM (SELECT '{table.name}' AS "table", version {own}) AS next_{table.name}"""


def _of_table(connection: sa.Connection, span: _Span, name: str, up_to: int) -> Iterable[_Entry]:
    place = _COLUMNS[name].index("version")
    columns = ", ".join(f'"{column}"' for column in _COLUMNS[name])
    query = f"SELECT {columns} FROM {name} WHERE {span.above.rows_of(METADATA.tables[name])}"
    for row in connection.execute(sa.text(query), {**span.above.values, "up_to": up_to}):
        yield _Entry(row[place], name, _encode(tuple(row)))


def _fitting(entries: Sequence[_Entry], up_to: int, limit_bytes: int) -> tuple[Sequence[_Entry], int]:
    """As many entries as the limit allows, at least one version, and the version that they reach."""
    size = 0
    for index, entry in enumerate(entries):
        size += len(entry.encoded)
        if size > limit_bytes and index and entry.version != entries[index - 1].version:
            return entries[:index], entries[index - 1].version
    return entries, up_to


def _table_pages(entries: Iterable[_Entry]) -> list[_TablePage]:
    rows: dict[str, list[bytes]] = defaultdict(list)
    for entry in entries:
        rows[entry.table].append(entry.encoded)
    rows.pop(REMOVAL.name, None)
    return [_TablePage(name, _COLUMNS[name], _joined(encoded)) for name, encoded in rows.items()]


def _joined(encoded: Iterable[bytes]) -> msgspec.Raw:
    return msgspec.Raw(b"[" + b",".join(encoded) + b"]")


_FEED: Final = (*(METADATA.tables[table.name] for table in TABLES), REMOVAL)
_COLUMNS: Final = {table.name: (*_LOCAL, *table.column_names) for table in TABLES} | {
    REMOVAL.name: tuple(Removal.__struct_fields__)
}
