"""What a centre may have lost when it was restored: set aside here before its older word takes the place of it.

Rows above the version that its backup held, in the epoch that ended. They wait in pieces, until the centre has them
(design.md, section 3, Feed).
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

_KEY: Final = "lost_rows."
_ROWS_AT_ONCE: Final = 500


def set_aside(database: Database, restores: Iterable[RestorePoint]) -> None:
    """Keep the rows of the epoch that ends here which the centre's backup can not hold."""
    epoch, meta = Meta(database).epoch, Meta(database)
    count = int(database.value("SELECT count(*) FROM meta WHERE key LIKE ? || '%'", _KEY))
    for point in restores:
        if point.epoch == epoch:
            for page in _pages(database, point):
                count += 1
                piece = LostRows(epoch=epoch, tables=[page])
                meta.put(f"{_KEY}{count:06}", msgspec.json.encode(piece).decode())


def first_lost(database: Database) -> tuple[str, LostRows] | None:
    """The next piece to hand in, and what it is called here; None where nothing is set aside."""
    found = database.row("SELECT key, value FROM meta WHERE key LIKE ? || '%' ORDER BY key LIMIT 1", _KEY)
    return (found[0], msgspec.json.decode(found[1], type=LostRows)) if found else None


def forget_lost(database: Database, key: str) -> None:
    """The centre has this piece."""
    database.run("DELETE FROM meta WHERE key = ?", key)


def _pages(database: Database, point: RestorePoint) -> Iterator[TablePage]:
    for table in TABLES:
        columns = [*LEADING_COLUMNS, *table.column_names]
        found = database.rows(
            f"SELECT {', '.join(columns)} FROM {table.name} WHERE regency = ? AND version > ?",
            point.regency,
            point.head,
        )
        for rows in _in_pieces(found):
            yield TablePage(table=table.name, columns=columns, rows=[list(row) for row in rows])


def _in_pieces(rows: Sequence[tuple[Any, ...]]) -> Iterator[Sequence[tuple[Any, ...]]]:
    left = iter(rows)
    while piece := list(islice(left, _ROWS_AT_ONCE)):
        yield piece
