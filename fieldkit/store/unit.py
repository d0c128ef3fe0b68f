"""One command of a user: rows and their journal entries, written by this one mechanism in one transaction.

A verb of `work` is handed a Unit and calls `insert` and `update`; it can not touch a row in another way, so no caller
can forget the journal (invariant 2).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

from fieldkit.domain.areas import regency_of
from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.identifiers import RowId, UserId, behind_id, row_id, row_ids
from fieldkit.domain.text import text
from fieldkit.records.declaration import Table
from fieldkit.records.journal import Seen
from fieldkit.records.tables import RESIDENT
from fieldkit.store.database import Database
from fieldkit.store.drafts import drop_draft
from fieldkit.store.entries import Change, Entries
from fieldkit.store.erasure import erased_fields
from fieldkit.store.meta import Meta
from fieldkit.store.replica import Replica
from fieldkit.store.search import SEARCHED, index_new

P = ParamSpec("P")
R = TypeVar("R")


@dataclass
class Touched:
    """What a unit, or a page from the centre, wrote, and which residents the search does not know so yet."""

    tables: set[str] = field(default_factory=set)
    rows: dict[str, set[str]] = field(default_factory=dict)
    unindexed: set[str] = field(default_factory=set)

    def add(self, table: str, rows: Iterable[str], *, is_indexed: bool = False) -> None:
        """Note rows of a table."""
        noted = set(rows)
        self.tables.add(table)
        self.rows.setdefault(table, set()).update(noted)
        if table == RESIDENT.name and not is_indexed:
            self.unindexed |= noted


class Unit:
    """What a verb reads and writes with. Lives as long as one transaction."""

    def __init__(self, database: Database, user: UserId, now_utc: datetime) -> None:
        self.user = user
        self.now_utc = now_utc
        self.now_ms = int(now_utc.timestamp() * 1000)
        self.touched = Touched()
        self._database = database
        self._meta = Meta(database)
        self._replica = Replica(database)
        self._entries = Entries(database, user, self.now_ms)
        self._changes: list[Change] = []
        self._command = 0

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
        return self.insert_as(row_id(self.now_ms, os.urandom(10)), table, area, **values)

    def insert_as(self, new_id: RowId, table: Table, area: str, **values: Any) -> RowId:
        """The same under an id that was made before, as a signed document names its own row."""
        self._insert(table, [(new_id, area, _plain(values))])
        return new_id

    def insert_last(self, table: Table, rows: Sequence[tuple[str, dict[str, Any]]]) -> list[RowId]:
        """The same as `insert_many` where of two rows the later one counts: it is later than all that is known here,
        also where this clock is behind the one of whoever wrote before."""
        newest = self.value(f"SELECT max(id) FROM {table.name}") or ""
        return self._insert_at(behind_id(str(newest), self.now_ms), table, rows)

    def insert_many(self, table: Table, rows: Sequence[tuple[str, dict[str, Any]]]) -> list[RowId]:
        """New rows given as (area, values); their ids ascend, so that large batches go in fast."""
        return self._insert_at(self.now_ms, table, rows)

    def _insert_at(self, at_ms: int, table: Table, rows: Sequence[tuple[str, dict[str, Any]]]) -> list[RowId]:
        ids = row_ids(at_ms, self._command, os.urandom(8 * len(rows)))
        self._insert(table, [(new_id, area, values) for new_id, (area, values) in zip(ids, rows, strict=True)])
        return ids

    def update(self, table: Table, row: str, **values: Any) -> bool:
        """Change the fields that differ; False where none does."""
        before = self._replica.visible(table, row)
        changed = {name: value for name, value in values.items() if before[name] != value}
        if not changed:
            return False
        _require_open(changed, erased_fields(self._database, table.name, row))
        seen = Seen(self._meta.epoch, before["version"], self._replica.last_own(row))
        self._replica.keep_base(table, row, before)
        area = str(changed.get("village", before["area"]))
        self._replica.write(table, row, {**changed, "area": area})
        self._changes.append(Change(table.name, RowId(row), before["regency"], area, seen, False, changed))
        self.touched.add(table.name, [row], is_indexed=not any(map(changed.__contains__, SEARCHED)))
        return True

    def write_local(self, write: Callable[Concatenate[Database, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """A write to what stays on this laptop, in this very transaction; the pages are told of it."""
        self.touched.add("draft", ())
        return write(self._database, *args, **kwargs)

    def drop_draft(self, user: UserId, kind: str) -> None:
        """Forget the draft of a form that this very transaction saves."""
        drop_draft(self._database, user, kind)

    def next_command(self) -> None:
        """What follows is a command of its own in the same transaction (imports: a batch ends with a command)."""
        self._complete_command()
        self._command += 1

    def finish(self) -> None:
        """Write the journal of the last command; called once, by the store, before the commit."""
        self._complete_command()

    def _insert(self, table: Table, rows: Sequence[tuple[RowId, str, dict[str, Any]]]) -> None:
        name, unseen = table.name, Seen()
        for new_id, area, values in rows:
            fields = {field: value for field, value in values.items() if value is not None}
            self._changes.append(Change(name, new_id, regency_of(area), area, unseen, True, fields))
        self._replica.insert(table, rows)
        if table is RESIDENT:
            index_new(self._database, [tuple(map(values.get, SEARCHED)) for _, _, values in rows])
        # Nothing is derived from a resident, and a list brings hundreds of thousands.
        self.touched.add(name, () if table is RESIDENT else (row[0] for row in rows), is_indexed=True)

    def _complete_command(self) -> None:
        if self._changes:
            self._entries.write(self._changes)
            self._changes = []


def _require_open(changed: Iterable[str], erased: Collection[str]) -> None:
    """RuleError where something is to be written that was erased by law: it would be erased again at once."""
    problems = [Problem(name, "erased", _ERASED) for name in changed if name in erased]
    if problems:
        raise RuleError(*problems)


_ERASED: Final = text(
    "Isian ini sudah dihapus atas dasar hukum dan tidak bisa diisi lagi. Daftarkan orangnya sebagai orang baru."
)


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    """Words of an enumeration as the text that they are: the driver is slow with every other kind of text."""
    return {name: str(value) if isinstance(value, StrEnum) else value for name, value in values.items()}
