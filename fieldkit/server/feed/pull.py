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
from fieldkit.server.scope import any_covers, is_area, within
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
    origin: str
    bulk: Bulk

    def wanted(self, table: sa.Table, up_to: int) -> sa.ColumnElement[bool]:
        """The rows of a table above the cursors, up to a version, without own ones that need no telling."""
        version, lowest = table.c.version, min(self.cursors.values())
        is_apart = table.name in APART
        cursors = {area: cursor for area, cursor in self.cursors.items() if is_health_side(area) == is_apart}
        above = [
            sa.and_(self._in_any(table.c.area, areas), version > cursor)
            for cursor, areas in self._by_cursor(cursors).items()
        ]
        # Users, plans and settings of the regency itself are for every laptop in it, whatever villages it has.
        above.append(table.c.area == self.regency)
        others = sa.or_(table.c.origin != self.origin, table.c.own_only == 0) if "origin" in table.c else sa.true()
        return sa.and_(table.c.regency == self.regency, version > lowest, version <= up_to, sa.or_(*above), others)

    def _in_any(self, column: sa.ColumnElement[str], areas: Sequence[str]) -> sa.ColumnElement[bool]:
        """The condition that a row lies in one of the areas; villages have nothing beneath them and go together."""
        villages = [area for area in areas if level(AreaCode(area)) is AreaLevel.VILLAGE]
        wider = [within(column, area) for area in areas if level(AreaCode(area)) is not AreaLevel.VILLAGE]
        # As one value, since a database takes only so many.
        return sa.or_(self.bulk.among(column, villages), *wider) if villages else sa.or_(*wider)

    def _by_cursor(self, cursors: Mapping[str, int]) -> dict[int, list[str]]:
        """The areas that stand at each cursor: mostly all of them at one, so that a pull stays one condition."""
        found: dict[int, list[str]] = {}
        for area, cursor in cursors.items():
            found.setdefault(cursor, []).append(area)
        # What is above the lowest cursor holds all that is above the others; a row that comes again changes nothing.
        return found if len(found) <= _CURSORS_AT_MOST else {min(found): list(cursors)}

    def cursors_at(self, version: int) -> dict[str, int]:
        """The cursors once everything up to a version was sent."""
        return {area: max(cursor, version) for area, cursor in self.cursors.items()}


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
    return _Span(regency, own, fixed, request.origin, bulk)


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
    parts = [_next_versions(table, span, count) for table in _FEED]
    union = sa.union_all(*(sa.select(part.c.table, part.c.version) for part in parts)).subquery()
    return connection.execute(sa.select(union.c.table, union.c.version).order_by(union.c.version).limit(count)).all()


def _next_versions(table: sa.Table, span: _Span, count: int) -> sa.Subquery:
    query = sa.select(sa.literal(table.name).label("table"), table.c.version).where(span.wanted(table, span.head))
    return query.order_by(table.c.version).limit(count).subquery()


def _of_table(connection: sa.Connection, span: _Span, name: str, up_to: int) -> Iterable[_Entry]:
    table = METADATA.tables[name]
    place = _COLUMNS[name].index("version")
    query = sa.select(*(table.c[column] for column in _COLUMNS[name])).where(span.wanted(table, up_to))
    for row in connection.execute(query):
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
