"""What a centre may have lost when it was restored: set aside here before its older word takes the place of it.

Rows above the version that its backup held, of the epoch that ended and of those before. They wait in pieces, until the
centre has them (design.md, section 3, Feed).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Final

import msgspec

from fieldkit.records.tables import TABLES
from fieldkit.records.wire import LEADING_COLUMNS, LostRows, RestorePoint, TablePage
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta
from fieldkit.store.syncing.lineage import OVER, parted_at, versions_key

_KEY: Final = "lost_rows."
_ROWS_AT_ONCE: Final = 500


def set_aside(database: Database, epochs: Iterable[int], restores: Sequence[RestorePoint]) -> None:
    """Keep the rows of epochs that are over, as far as they are here, which the centre's backup can not hold."""
    last = database.value("SELECT max(substr(key, length(?1) + 1)) FROM meta WHERE key LIKE ?1 || '%'", _KEY)
    count = int(last or 0)
    for epoch in epochs:
        for regency, head in parted_at(database, epoch, restores).items():
            for page in _pages(database, epoch, regency, head):
                count += 1
                piece = LostRows(epoch=epoch, tables=[page])
                Meta(database).put(f"{_KEY}{count:06}", msgspec.json.encode(piece).decode())


def first_lost(database: Database) -> tuple[str, LostRows] | None:
    """The next piece to hand in, and what it is called here; None where nothing is set aside."""
    found = database.row("SELECT key, value FROM meta WHERE key LIKE ? || '%' ORDER BY key LIMIT 1", _KEY)
    return (found[0], msgspec.json.decode(found[1], type=LostRows)) if found else None


def forget_lost(database: Database, key: str) -> None:
    """The centre has this piece."""
    database.run("DELETE FROM meta WHERE key = ?", key)


def _pages(database: Database, epoch: int, regency: str, head: int) -> Iterator[TablePage]:
    for table in TABLES:
        columns = [*LEADING_COLUMNS, *table.column_names]
        wanted = ", ".join("held.value" if name == "version" else f"t.{name}" for name in columns)
        sql = _LOST.format(columns=wanted, table=table.name)
        for rows in _in_pieces(database.rows(sql, versions_key(epoch, table.name), OVER, regency, head)):
            yield TablePage(table=table.name, columns=columns, rows=[list(row) for row in rows])


def _in_pieces(rows: Sequence[tuple[Any, ...]]) -> Iterator[Sequence[tuple[Any, ...]]]:
    left = iter(rows)
    while piece := list(islice(left, _ROWS_AT_ONCE)):
        yield piece


# Cross joins are done in this order: all that was held is read once, and each row found by its id.
_LOST: Final = (
    "SELECT {columns} FROM meta m CROSS JOIN json_each(m.value) held CROSS JOIN {table} t ON t.id = held.key "
    "WHERE m.key = ? AND t.version = ? AND t.regency = ? AND held.value > ?"
)
