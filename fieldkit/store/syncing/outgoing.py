"""What goes out: the own changes that wait, and whole commands of them as a push carries them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import msgspec

from fieldkit.records.journal import genesis
from fieldkit.records.wire import ChangeOnWire, Push
from fieldkit.store.database import Database
from fieldkit.store.incarnation import own_origins

_READ_AHEAD: Final = 4_000
"""Changes read for one batch at the most; a longer command goes out whole all the same."""


def count_waiting(database: Database) -> int:
    """Changes without a verdict."""
    return int(database.value("SELECT count(*) FROM journal WHERE verdict IS NULL"))


def next_batch(database: Database, limit_bytes: int, after: int) -> Push | None:
    """Whole commands from the first unsent change after a number on; an earlier origin comes first."""
    origin = next((each for each in own_origins(database) if _first_unsent(database, each, 0)), None)
    return None if origin is None else next_batch_of(database, origin, limit_bytes, after)


def next_batch_of(database: Database, origin: str, limit_bytes: int, after: int) -> Push | None:
    """The same of one origin."""
    first = _first_unsent(database, origin, after)
    if first is None:
        return None
    return batch_from(database, origin, first, _whole_commands(database, origin, first, limit_bytes))


def _first_unsent(database: Database, origin: str, after: int) -> int | None:
    sql = "SELECT min(number) FROM journal WHERE origin = ? AND verdict IS NULL AND number > ?"
    number: int | None = database.value(sql, origin, after)
    return number


def count_held(database: Database, origin: str) -> int:
    """Changes that the centre was sent under an origin and has not decided."""
    sql = "SELECT count(*) FROM journal WHERE origin = ? AND in_base = 0 AND verdict = 'held'"
    return int(database.value(sql, origin))


def next_held(database: Database, origin: str, after: int, limit_bytes: int) -> Push | None:
    """As `next_batch`, of the changes of an origin that are held, above a number."""
    sql = "SELECT min(number) FROM journal WHERE origin = ? AND in_base = 0 AND verdict = 'held' AND number > ?"
    first = database.value(sql, origin, after)
    if first is None:
        return None
    is_held = "AND in_base = 0 AND verdict = 'held'"
    return batch_from(database, origin, first, _whole_commands(database, origin, first, limit_bytes, is_held))


def batch_from(database: Database, origin: str, first: int, rows: Sequence[tuple[Any, ...]]) -> Push:
    """Rows of the journal as a push carries them: the third column on are header, salt, fields, chain and digest."""
    before = database.value("SELECT chain FROM journal WHERE origin = ? AND number = ?", origin, first - 1)
    changes = [_on_wire(*row[2:]) for row in rows]
    return Push(
        origin=origin,
        first=first,
        before=(before or genesis(origin)).hex(),
        after=rows[-1][5].hex(),
        changes=changes,
    )


def _on_wire(header: bytes, salt: bytes | None, fields: bytes, _chain: bytes, digest: bytes | None) -> ChangeOnWire:
    if digest is None:
        return ChangeOnWire(msgspec.Raw(header), (salt or b"").hex(), msgspec.Raw(fields))
    return ChangeOnWire(msgspec.Raw(header), "", msgspec.Raw(fields), digest.hex())


def _whole_commands(
    database: Database, origin: str, first: int, limit_bytes: int, only: str = ""
) -> list[tuple[Any, ...]]:
    """The commands from a number on, as far as they follow each other."""
    sql = (
        "SELECT command, command_size, header, salt, fields, chain, digest FROM journal "
        f"WHERE origin = ? AND number >= ? {only} ORDER BY number LIMIT ?"
    )
    first_size = database.value("SELECT command_size FROM journal WHERE origin = ? AND number = ?", origin, first)
    rows = database.rows(sql, origin, first, max(_READ_AHEAD, first_size))
    end, size = 0, 0
    for index, (command, command_size, header, _, fields, _, _) in enumerate(rows):
        size += len(header) + len(fields)
        is_next = command <= first + index < command + command_size
        if end and (size > limit_bytes or not is_next):
            break
        if first + index == command + command_size - 1:
            end = index + 1
    return rows[:end]
