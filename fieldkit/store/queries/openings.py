"""Which openings of shifts stand, and what was done in a shift: what was opened by mistake is none any more."""

from __future__ import annotations

from typing import Final

from fieldkit.records.tables import ATTENDANCE, STOCK_MOVEMENT, TABLES
from fieldkit.store.database import Database
from fieldkit.store.queries.stock.balances import STANDING


def opened_with(database: Database, shift_id: str) -> list[str]:
    """What the table took as the shift was opened, and has not given back."""
    sql = (
        "SELECT m.id FROM stock_movement m JOIN shift_opening o ON o.id = m.shift_id "
        f"WHERE o.id = ? AND m.at = o.at AND {STANDING}"
    )
    return [movement for (movement,) in database.rows(sql, shift_id)]


def done_in(database: Database, shift_id: str) -> list[str]:
    """The tables in which something was written of a shift since it was opened."""
    wanted = ", ".join(f"'{table}', {work}" for table, work in _WORK.items())
    sql = f"SELECT j.key FROM shift_opening o, json_each(json_object({wanted})) j WHERE o.id = ? AND j.value"
    return [table for (table,) in database.rows(sql, shift_id)]


def _exists(table: str) -> str:
    later = {
        ATTENDANCE.name: " AND f.at <> o.at",
        STOCK_MOVEMENT.name: " AND f.at <> o.at AND f.corrects_id IS NULL",
    }.get(table, "")
    return f"EXISTS (SELECT 1 FROM {table} f WHERE f.shift_id = o.id{later})"


_WORK: Final = {table.name: _exists(table.name) for table in TABLES if "shift_id" in table.column_names}
"""Whether something was done in the shift o since it was opened, by the table that tells it."""
STANDS: Final = (
    f"(NOT EXISTS (SELECT 1 FROM shift_withdrawal w WHERE w.corrects_id = o.id) OR {' OR '.join(_WORK.values())})"
)
"""Of a row o of shift_opening: it was not withdrawn, or something was done in it all the same, here or elsewhere."""
