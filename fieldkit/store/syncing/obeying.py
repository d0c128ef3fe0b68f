"""Orders to erase that come down with the rows: carried out here, and confirmed by a fact of this laptop.

The fact repeats the order as the centre signed it, so that a centre that was restored to an earlier day gets it back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from fieldkit.records.erasure import Order, order_of
from fieldkit.records.tables import BY_NAME, ERASURE
from fieldkit.records.wire import PullReply
from fieldkit.store.database import Database
from fieldkit.store.erasure import erase_here
from fieldkit.store.unit import Unit


def orders_in(reply: PullReply) -> list[Order]:
    """The orders that a page brings, each once."""
    rows = [
        dict(zip(page.columns, row, strict=True))
        for page in reply.tables
        if page.table == ERASURE.name
        for row in page.rows
    ]
    return list(dict.fromkeys(map(order_of, rows)))


def obey(unit: Unit, orders: Sequence[Order]) -> None:
    """Erase what is here, and say so; where nothing is here, nothing is said."""
    for order in unit.query(erase_here, orders):
        if order.table_name in BY_NAME:
            unit.touched.add(order.table_name, [order.row_id])
        at = unit.now_utc.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        unit.insert(ERASURE, unit.meta.regency, **asdict(order), at=at)
        unit.next_command()


def has_obeyed(database: Database) -> bool:
    """Whether the centre does not know yet that an order was carried out here."""
    waits = "SELECT 1 FROM journal WHERE verdict IS NULL AND table_name = ? LIMIT 1"
    return database.value(waits, ERASURE.name) is not None
