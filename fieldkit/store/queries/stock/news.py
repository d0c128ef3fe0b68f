"""Whether what is known here of a table may be old: its laptop writes what it used, and may not have told yet."""

from __future__ import annotations

from typing import Final

from fieldkit.domain.stock.holders import HolderKind, kind_of
from fieldkit.store.database import Database
from fieldkit.store.queries.closing.signed import is_closed
from fieldkit.store.queries.openings import STANDS
from fieldkit.store.queries.stock.balances import table_holder


def may_lack_news(database: Database, holder: str) -> bool:
    """Whether another table has a shift open, or told nothing since the office gave it something."""
    if kind_of(holder) is not HolderKind.TABLE or holder == table_holder(database):
        return False
    return bool(database.value(_LACKS, holder))


_LACKS: Final = (
    "SELECT coalesce(max(at) FILTER (WHERE shift_id IS NULL AND kind = 'issue'), '') "
    "> coalesce(max(at) FILTER (WHERE shift_id IS NOT NULL), '') "
    f"OR EXISTS (SELECT 1 FROM shift_opening o WHERE NOT {is_closed('o.id')} AND {STANDS} AND EXISTS (SELECT 1 "
    "FROM stock_movement used WHERE used.shift_id = o.id AND ?1 IN (used.from_holder, used.to_holder))) "
    "FROM stock_movement WHERE ?1 IN (from_holder, to_holder)"
)
