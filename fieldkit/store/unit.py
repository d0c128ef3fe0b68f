"""One command of a user: rows and their journal entries, written by this one mechanism in one transaction.

A verb of `work` is handed a Unit and calls `insert` and `update`; it can not touch a row in another way, so no caller
can forget the journal (invariant 2).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Concatenate, NamedTuple, ParamSpec, TypeVar

from fieldkit.domain.areas import regency_of
from fieldkit.domain.identifiers import RowId, UserId, row_id, row_ids
from fieldkit.domain.stamp import Stamp, next_stamp
from fieldkit.records.declaration import Table
from fieldkit.records.journal import FORMAT, SALT_BYTES, Header, Seen, genesis, seal
from fieldkit.store.database import Database
from fieldkit.store.drafts import drop_draft
from fieldkit.store.meta import Meta
from fieldkit.store.replica import Replica

P = ParamSpec("P")
R = TypeVar("R")


class _Draft(NamedTuple):
    """A change before its command is complete."""

    command: int
    table: Table
    row: RowId
    area: str
    seen: Seen
    is_insert: bool
    fields: dict[str, Any]


@dataclass
class Touched:
    """What a unit, or a page from the centre, wrote."""

    tables: set[str] = field(default_factory=set)
    rows: dict[str, set[str]] = field(default_factory=dict)

    def add(self, table: str, rows: Iterable[str]) -> None:
        """Note rows of a table."""
        self.tables.add(table)
        self.rows.setdefault(table, set()).update(rows)


class Unit:
    """What a verb reads and writes with. Lives as long as one transaction."""

    def __init__(self, database: Database, user: UserId, now_utc: datetime) -> None:
        self.user = user
        self.now_utc = now_utc
        self.touched = Touched()
        self._database = database
        self._meta = Meta(database)
        self._replica = Replica(database)
        self._drafts: list[_Draft] = []
        self._command = 0

    @property
    def now_ms(self) -> int:
        """The clock of the command in milliseconds since 1970."""
        return int(self.now_utc.timestamp() * 1000)

    def query(self, query: Callable[Concatenate[Database, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a query of the store, with the unit's own writes."""
        return query(self._database, *args, **kwargs)

    def row(self, sql: str, *values: Any) -> tuple[Any, ...] | None:
        """Read one row."""
        return self._database.row(sql, *values)

    def value(self, sql: str, *values: Any) -> Any:
        """Read one value."""
        return self._database.value(sql, *values)

    @property
    def meta(self) -> Meta:
        """What this laptop knows of itself."""
        return self._meta

    def insert(self, table: Table, area: str, **values: Any) -> RowId:
        """A new row; its id is final."""
        new_id = row_id(self.now_ms, os.urandom(10))
        self._insert(table, [(new_id, area, values)])
        return new_id

    def insert_many(self, table: Table, rows: Sequence[tuple[str, dict[str, Any]]]) -> list[RowId]:
        """New rows given as (area, values); their ids ascend, so that large batches go in fast."""
        ids = row_ids(self.now_ms, self._command, os.urandom(8 * len(rows)))
        self._insert(table, [(new_id, area, values) for new_id, (area, values) in zip(ids, rows, strict=True)])
        return ids

    def update(self, table: Table, row: str, **values: Any) -> bool:
        """Change the fields that differ; False where none does."""
        before = self._replica.visible(table, row)
        changed = {name: value for name, value in values.items() if before[name] != value}
        if not changed:
            return False
        seen = Seen(self._meta.epoch, before["version"], self._replica.last_own(row))
        self._replica.keep_base(table, row)
        area = str(changed.get("village", before["area"]))
        self._replica.write(table, row, {**changed, "area": area})
        self._drafts.append(_Draft(self._command, table, RowId(row), area, seen, False, changed))
        self.touched.add(table.name, [row])
        return True

    def drop_draft(self, user: UserId, kind: str) -> None:
        """Forget the draft of a form that this very transaction saves."""
        drop_draft(self._database, user, kind)

    def next_command(self) -> None:
        """What follows is a command of its own in the same transaction (imports: a batch ends with a command)."""
        self._command += 1

    def finish(self) -> None:
        """Write the journal of everything done; called once, by the store, before the commit."""
        if self._drafts:
            self._write_journal()

    def _insert(self, table: Table, rows: Sequence[tuple[RowId, str, dict[str, Any]]]) -> None:
        known, unseen, command = set(table.column_names), Seen(), self._command
        for new_id, area, values in rows:
            if not known.issuperset(values):
                raise KeyError(f"{table.name}: {set(values) - known}")
            fields = {name: value for name, value in values.items() if value is not None}
            self._drafts.append(_Draft(command, table, new_id, area, unseen, True, fields))
        self._replica.insert(table, rows)
        self.touched.add(table.name, (new_id for new_id, _, _ in rows))

    def _write_journal(self) -> None:
        origin, number, stamp = self._meta.origin, self._meta.last_number, self._meta.stamp
        chain = self._meta.chain or genesis(origin)
        firsts = _firsts(self._drafts, number)
        salts = os.urandom(SALT_BYTES * len(self._drafts))
        entries = []
        for index, draft in enumerate(self._drafts):
            number, stamp = number + 1, next_stamp(stamp, self.now_ms)
            first, size = firsts[draft.command]
            header = self._header(draft, origin, number, (first, size), stamp)
            salt = salts[index * SALT_BYTES : (index + 1) * SALT_BYTES]
            sealed = seal(header, draft.fields, salt, chain)
            chain = sealed.chain
            entries.append(
                (origin, number, first, size, draft.table.name, draft.row, sealed.header, salt, sealed.fields, chain)
            )
        self._database.run_many(_INSERT_JOURNAL, entries)
        self._meta.advance(number, stamp, chain)

    def _header(self, draft: _Draft, origin: str, number: int, command: tuple[int, int], stamp: Stamp) -> Header:
        return Header(
            FORMAT,
            origin,
            number,
            *command,
            stamp,
            draft.table.name,
            draft.row,
            regency_of(draft.area),
            draft.area,
            self.user,
            draft.seen,
            draft.is_insert,
        )


_INSERT_JOURNAL = (
    "INSERT INTO journal (origin, number, command, command_size, table_name, row_id, header, salt, fields, chain) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


def _firsts(drafts: Sequence[_Draft], last_number: int) -> dict[int, tuple[int, int]]:
    """For each command of the unit the number of its first change and its size."""
    firsts: dict[int, tuple[int, int]] = {}
    for number, draft in enumerate(drafts, last_number + 1):
        first, size = firsts.get(draft.command, (number, 0))
        firsts[draft.command] = (first, size + 1)
    return firsts
