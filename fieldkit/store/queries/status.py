"""What the strip at the foot of the window always tells."""

from __future__ import annotations

from dataclasses import dataclass

from fieldkit.domain.clock import ClockCheck
from fieldkit.domain.stock.movements import Product
from fieldkit.store.database import Database
from fieldkit.store.neighbours.carried import count_carried
from fieldkit.store.queries.shifts import Shift, current_shift, last_shift, site_zone
from fieldkit.store.queries.stock.balances import balance_of, table_holder
from fieldkit.store.queries.syncing import count_attention
from fieldkit.store.syncing.outgoing import count_waiting
from fieldkit.store.told import clock_check


@dataclass(frozen=True, slots=True)
class Status:
    """How the laptop stands. `shift` is the open one, else the last one; `synced_at_ms` is 0 before the first sync."""

    shift: Shift | None
    is_open: bool
    waiting: int
    carried: int
    """Files of other tables that wait here for the centre."""
    needs_attention: int
    synced_at_ms: int
    blanks: int
    clock: ClockCheck
    time_zone: str


def status(database: Database) -> Status:
    """The figures of the strip."""
    here = current_shift(database)
    return Status(
        here or last_shift(database),
        here is not None,
        count_waiting(database),
        count_carried(database),
        count_attention(database),
        database.value("SELECT coalesce(max(at_ms), 0) FROM sync_receipt"),
        balance_of(database, table_holder(database), Product.BLANK),
        clock_check(database),
        site_zone(database),
    )
