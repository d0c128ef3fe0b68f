"""Whether this laptop holds what the centre holds: sums of its areas, and taking one in afresh that differs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import msgspec

from fieldkit.domain.areas import home_of, regency_of
from fieldkit.records.declaration import Table
from fieldkit.records.sums import SUMMED, Sum
from fieldkit.records.tables import TABLES
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta
from fieldkit.store.replica import Replica
from fieldkit.store.store import Store
from fieldkit.store.syncing.leaving import drop
from fieldkit.store.unit import Touched

EVERY_MS: Final = 12 * 60 * 60 * 1000
"""Twice a day is enough for what should never be found."""
_COMPARED: Final = "compared"
_ROWS_AT_ONCE: Final = 5_000
"""So many rows are summed before the screens get their turn."""


class Compared(msgspec.Struct, frozen=True):
    """The last comparison: when, by the centre's clock, and which areas differed and were loaded afresh."""

    at_ms: int = 0
    reloaded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparing:
    """The store's side of a comparison with the centre."""

    store: Store

    def is_due(self, now_ms: int) -> bool:
        """Whether the last comparison was long ago; also where the clock of the centre was set back."""
        return abs(now_ms - self.store.query(compared).at_ms) >= EVERY_MS

    def note(self, at_ms: int, reloaded: Sequence[str]) -> None:
        """Keep what a comparison came to."""
        told = msgspec.json.encode(Compared(at_ms, tuple(reloaded))).decode()
        self.store.write_local(lambda database: Meta(database).put(_COMPARED, told))

    def sums(self) -> dict[str, Sum]:
        """The sum of each area, over what the centre said last; what is only here does not count."""
        sums: dict[str, Sum] = defaultdict(Sum)
        for table in TABLES:
            after: int | None = 0
            while after is not None:
                after = self.store.query(_add_rows, table, after, sums)
        self.store.query(_add_bases, sums)
        return sums

    def drop_strangers(self, area: str, known: Collection[str]) -> int:
        """Let go of rows of an area that the centre does not have; own changes that it does not know yet stay."""
        return self.store.take_in(_drop_strangers, area, set(known))


def compared(database: Database) -> Compared:
    """What the last comparison came to."""
    return msgspec.json.decode(Meta(database).get(_COMPARED, "{}"), type=Compared)


def compare_soon(database: Database) -> None:
    """Let the next quiet round compare, whenever the last one was: what differs is loaded afresh."""
    Meta(database).put(_COMPARED, "{}")


def _add_rows(database: Database, table: Table, after: int, sums: dict[str, Sum]) -> int | None:
    """Sum some rows that have no own changes on top; returns where to go on."""
    rows = database.rows(
        f"SELECT seq, {', '.join((*SUMMED, *table.column_names))} FROM {table.name} t "
        f"WHERE seq > ? AND version > 0 AND {_IS_PLAIN} ORDER BY seq LIMIT ?",
        after,
        table.name,
        _ROWS_AT_ONCE,
    )
    for row in rows:
        _add(sums, table, row[1:])
    return rows[-1][0] if len(rows) == _ROWS_AT_ONCE else None


def _add_bases(database: Database, sums: dict[str, Sum]) -> None:
    """Sum the centre's version of rows that have own changes on top."""
    for table in TABLES:
        for row in _bases(database, table):
            _add(sums, table, row)


def _add(sums: dict[str, Sum], table: Table, row: Sequence[Any]) -> None:
    """Who has left a regency is in no area of it."""
    _, regency, area, *_ = row
    if home_of(area, regency) == area:
        sums[area].add(table.name, row)


def _bases(database: Database, table: Table) -> Iterator[tuple[Any, ...]]:
    rows = database.rows(
        "SELECT t.row_id, t.version, t.fields FROM base_row t WHERE t.table_name = ? AND t.version > 0 "
        "AND NOT EXISTS (SELECT 1 FROM leaving l WHERE l.table_name = t.table_name AND l.row_id = t.row_id)",
        table.name,
    )
    for row_id, version, encoded in rows:
        fields = msgspec.json.decode(encoded, type=dict[str, Any])
        values = (_plain(fields.get(name)) for name in table.column_names)
        yield (row_id, fields.get("regency"), fields.get("area"), version, *values)


def _plain(value: object) -> object:
    """Flags stand as 0 and 1 in every row."""
    return int(value) if isinstance(value, bool) else value


def _drop_strangers(database: Database, area: str, known: set[str]) -> Touched:
    replica, touched = Replica(database), Touched()
    for table in TABLES:
        sql = f"SELECT id FROM {table.name} t WHERE area = ? AND regency = ? AND version > 0 AND {_IS_PLAIN}"
        for (row,) in database.rows(sql, area, regency_of(area), table.name):
            if row not in known:
                drop(database, replica, table.name, row)
                touched.add(table.name, [row])
    return touched


_IS_PLAIN: Final = (
    "NOT EXISTS (SELECT 1 FROM journal j WHERE j.row_id = t.id AND j.in_base = 0) "
    "AND NOT EXISTS (SELECT 1 FROM leaving l WHERE l.table_name = ? AND l.row_id = t.id)"
)
"""Of a row `t` that is as the centre said it, and stays."""
