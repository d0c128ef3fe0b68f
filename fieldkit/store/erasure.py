"""Fields erased by law, where they lie on this laptop: rows, their base, own changes, drafts, and the file itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any, Final

import msgspec

from fieldkit.domain.errors import StoreError
from fieldkit.records.declaration import Table
from fieldkit.records.erasure import Order, remaining
from fieldkit.records.journal import kept_digest
from fieldkit.records.tables import BY_NAME
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta

_TO_CLEANSE: Final = "to_cleanse"


def erased_fields(database: Database, table: str, row: str) -> frozenset[str]:
    """The fields of a row that hold nothing any more, and into which nothing may be written."""
    orders = database.rows("SELECT fields FROM erasure WHERE row_id = ? AND table_name = ?", row, table)
    return frozenset(name for (names,) in orders for name in msgspec.json.decode(names, type=list[str]))


def erase_here(database: Database, orders: Sequence[Order]) -> list[Order]:
    """Erase what the orders name; returns those that found something here. The chain verifies as before."""
    orders = [order for order in orders if _is_its_own(database, order)]
    found = _erase_journal(database, orders)
    for order in orders:
        table = BY_NAME.get(order.table_name)
        names = order.names.intersection(table.column_names) if table else frozenset()
        # Both are asked: a row with own changes on top has a base of its own.
        if table and names and any((_erase_row(database, table, order.row_id, names), _erase_base(database, order))):
            found.add(order.row_id)
        database.run("DELETE FROM draft WHERE instr(content, ?1) OR instr(kind, ?1)", order.row_id)
    if found:
        ask_to_cleanse(database)
    return [order for order in orders if order.row_id in found]


def _is_its_own(database: Database, order: Order) -> bool:
    """Whether an order is about a row of its issuer's regency, as far as the row is here."""
    table = BY_NAME.get(order.table_name)
    held = database.value(f"SELECT regency FROM {table.name} WHERE id = ?", order.row_id) if table else None
    return held in (None, order.issuer)


def ask_to_cleanse(database: Database) -> None:
    """Have `cleanse` do its work the next time."""
    Meta(database).put(_TO_CLEANSE, 1)


def cleanse(database: Database) -> None:
    """Leave no copy of what was erased or let go in the file: not in the index, not in free pages, not in the log.

    The file is written anew: some seconds in which every save waits (docs/figures.md). Where there is no room for it,
    or somebody else reads, it is done the next time.
    """
    with suppress(StoreError):
        if not Meta(database).get(_TO_CLEANSE):
            return
        # Words of a row that was entered anew stay in the index until its segments are joined.
        database.run("INSERT INTO resident_search (resident_search) VALUES ('optimize')")
        database.run("VACUUM")
        database.run("PRAGMA wal_checkpoint(TRUNCATE)")
        Meta(database).put(_TO_CLEANSE, "")


def _erase_row(database: Database, table: Table, row: str, names: Iterable[str]) -> bool:
    blanks = {name: table.column(name).blank for name in sorted(names)}
    held = database.row(f"SELECT {', '.join(blanks)} FROM {table.name} WHERE id = ?", row)
    if held is None or tuple(blanks.values()) == held:
        return False
    settings = ", ".join(f"{name} = ?" for name in blanks)
    database.run(f"UPDATE {table.name} SET {settings} WHERE id = ?", *blanks.values(), row)
    return True


def _erase_base(database: Database, order: Order) -> bool:
    place = (order.table_name, order.row_id)
    held = database.value("SELECT fields FROM base_row WHERE table_name = ? AND row_id = ?", *place)
    if held is None:
        return False
    values, table = msgspec.json.decode(held, type=dict[str, Any]), BY_NAME[order.table_name]
    values |= {name: table.column(name).blank for name in order.names if name in values}
    left = msgspec.json.encode(values).decode()
    database.run("UPDATE base_row SET fields = ? WHERE table_name = ? AND row_id = ?", left, *place)
    return bool(left != held)


def _erase_journal(database: Database, orders: Sequence[Order]) -> set[str]:
    """Erase from own changes, also those of earlier origins; returns the rows of which there were any."""
    names: Mapping[tuple[str, str], set[str]] = defaultdict(set)
    for order in orders:
        names[order.table_name, order.row_id] |= order.names
    wanted = msgspec.json.encode([row for _, row in names]).decode()
    found = set()
    for origin, number, table, row, salt, fields, digest in database.rows(_CHANGES, wanted):
        left = remaining(fields, names[table, row])
        if left != fields:
            database.run(_ERASE, left, kept_digest(salt, fields, digest), origin, number)
            found.add(row)
    return found


_CHANGES: Final = (
    "SELECT origin, number, table_name, row_id, salt, fields, digest FROM journal "
    "WHERE row_id IN (SELECT value FROM json_each(?))"
)
_ERASE: Final = "UPDATE journal SET salt = NULL, fields = ?, digest = ? WHERE origin = ? AND number = ?"
