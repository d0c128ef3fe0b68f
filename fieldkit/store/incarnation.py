"""A laptop that was restored from a backup, or copied, goes on under a new origin (design.md, section 3).

Change 1 of that origin names the one before, and where this laptop left it. What was written before stays under the
origin that it was written under, unless the centre holds other work under the same numbers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import suppress
from enum import StrEnum
from os import urandom
from typing import Any, Final

import msgspec

from fieldkit.domain.identifiers import Origin, in_incarnation, incarnation_number, series_letters
from fieldkit.records.journal import SALT_BYTES, Seen, encode_header, kept_digest, link, read_fields, read_header
from fieldkit.records.tables import INCARNATION
from fieldkit.store.database import Database
from fieldkit.store.integrity.anchor import ANCHORED
from fieldkit.store.meta import SERIES_LETTERS, Head, Meta
from fieldkit.store.unit import Unit

BACKUP_MARK: Final = "is_backup"
"""A copy carries this mark, so that whoever opens it as a laptop begins a new incarnation."""


class Cause(StrEnum):
    """Why a laptop goes on under a new origin."""

    RESTORED = "restored"
    COPIED = "copied"
    TAMPERED = "tampered"
    """Somebody wrote past FieldKit; behind the word stands what was found, as JSON."""


def is_copy(database: Database) -> bool:
    """Whether this file is a backup that nobody has opened as a laptop yet."""
    return Meta(database).get(BACKUP_MARK) == "1"


def go_on_from_copy(unit: Unit) -> None:
    """Make a backup the laptop. What waits in it keeps its own origin, and is sent first."""
    unit.meta.put(BACKUP_MARK, "")
    unit.meta.put(ANCHORED, "")
    if unit.meta.is_enrolled:
        _begin(unit, Cause.RESTORED, ())
        # Nobody is asked: the backup may go on elsewhere as well, and give out numbers in the same hall.
        unit.meta.put(SERIES_LETTERS, series_letters(urandom(2)))


def part_ways(unit: Unit, origin: str, last_number: int | None, known: Iterable[str]) -> None:
    """Go on under a new origin, with all that follows a number of an origin, because the centre holds other work there.

    What waits under later origins comes along, so that the last word stays the last. `known` are the origins of this
    laptop that the centre has heard of; none of them is taken. Without a number all of the present origin stays.

    Where another program on this laptop did so before, nothing changes.
    """
    given, head = [*known, unit.meta.origin], unit.meta.head
    if origin != head.origin and not unit.query(_goes_on, origin, last_number):
        return
    tails = unit.query(_tails, origin, head.number if last_number is None else last_number)
    unit.meta.put("origin", unit.query(_last_left))
    _begin(unit, Cause.COPIED, given)
    unit.next_command()
    for last_kept, changes in tails:
        unit.query(_written_again, changes, last_kept)
    # A copy was never told what the other one wrote, as it was taken for its own.
    unit.query(lambda database: database.run("DELETE FROM cursor"))


def own_origins(database: Database) -> list[Origin]:
    """Every origin that this laptop wrote under, the present one last."""
    written, last = {Meta(database).origin}, ""
    # From one to the next by the key: a journal has a handful of origins, and very many changes.
    while found := database.value("SELECT min(origin) FROM journal WHERE origin > ?", last):
        last = found
        written.add(Origin(found))
    return sorted(written, key=incarnation_number)


def go_on_from_tampering(unit: Unit, found: str, broken: Mapping[str, int]) -> None:
    """Go on under a new origin, and tell the office in its first change what was found.

    `broken` names origins whose chain no longer holds, from which number on: the centre would refuse what waits there,
    so that it comes along as it stands.
    """
    kept = {origin: max(number - 1, int(unit.value(_LAST_SENT, origin))) for origin, number in broken.items()}
    tails = [(origin, unit.query(_taken_out, origin, number)) for origin, number in kept.items()]
    _begin(unit, Cause.TAMPERED, (), f" {found}")
    unit.next_command()
    for _, changes in tails:
        unit.query(_entered_again, changes)


def _entered_again(database: Database, changes: Iterable[tuple[Any, ...]]) -> None:
    """Changes of a broken journal behind the head, numbered anew; one that can not be read is beyond sending."""
    head, commands = Meta(database).head, defaultdict(list)
    for change in changes:
        with suppress(msgspec.MsgspecError):
            read_fields(change[3])
            commands[read_header(change[2]).command].append(change)
    number, chain, rows = head.number, head.chain, []
    for command in commands.values():
        first = number + 1
        for _, _, header, fields, kept in command:
            number, new_salt = number + 1, urandom(SALT_BYTES) if kept is None else None
            told = read_header(header)
            seen = Seen(told.seen.epoch, told.seen.version, 0)
            moved = encode_header(
                msgspec.structs.replace(
                    told, origin=head.origin, number=number, command=first, command_size=len(command), seen=seen
                )
            )
            chain = link(chain, moved, kept_digest(new_salt, fields, kept))
            where = (head.origin, number, first, len(command), told.table, told.row)
            rows.append((*where, moved, new_salt, fields, kept, chain))
    database.run_many(_INSERT, rows)


def _begin(unit: Unit, cause: Cause, known: Iterable[str], found: str = "") -> None:
    head = unit.meta.head
    taken = [*unit.query(own_origins), *known]
    unit.meta.put("stamp", int(head.stamp))
    unit.meta.put("origin", in_incarnation(head.origin, max(map(incarnation_number, taken)) + 1))
    unit.insert(
        INCARNATION,
        unit.meta.regency,
        predecessor=head.origin,
        last_number=head.number,
        last_chain=head.chain.hex(),
        cause=f"{cause}{found}",
        at=unit.now_utc.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
    )


def _tails(database: Database, origin: str, last_number: int) -> list[tuple[int, list[tuple[Any, ...]]]]:
    """What follows a number of an origin, and what waits under each later one, taken out of the journal; each with the
    last number that stays."""
    own = own_origins(database)
    later = own[own.index(Origin(origin)) + 1 :]
    last = {origin: last_number} | {each: database.value(_LAST_SENT, each) for each in later}
    return [(number, _taken_out(database, each, number)) for each, number in last.items()]


def _goes_on(database: Database, origin: str, last_number: int | None) -> bool:
    """Whether something follows a number of an earlier origin; its own last number is followed by nothing."""
    return last_number is not None and database.value(_FOLLOWS, origin, last_number) is not None


def _last_left(database: Database) -> Origin:
    """The last origin that something is left of; the present one where nothing is."""
    left = [each for each in own_origins(database) if database.value(_HAS_WRITTEN, each)]
    return left[-1] if left else Meta(database).origin


def _taken_out(database: Database, origin: str, last_number: int) -> list[tuple[Any, ...]]:
    changes = database.rows(_AFTER, origin, last_number)
    for table in ("journal", "attention"):
        database.run(f"DELETE FROM {table} WHERE origin = ? AND number > ?", origin, last_number)
    return changes


def _written_again(database: Database, changes: Iterable[tuple[Any, ...]], last_number: int) -> None:
    """The same changes behind the head: stamps, users and what was on screen stay as they were."""
    head = Meta(database).head
    shift, chain, rows = head.number - last_number, head.chain, []
    for table, row, header, fields, kept in changes:
        moved = _moved(header, head, shift, last_number)
        new_salt = urandom(SALT_BYTES) if kept is None else None
        chain = link(chain, moved, kept_digest(new_salt, fields, kept))
        told = read_header(moved)
        where = (head.origin, told.number, told.command, told.command_size, table, row)
        rows.append((*where, moved, new_salt, fields, kept, chain))
    database.run_many(_INSERT, rows)


def _moved(header: bytes, head: Head, shift: int, last_number: int) -> bytes:
    old = read_header(header)
    own = old.seen.own + shift if old.seen.own > last_number else 0
    seen = Seen(old.seen.epoch, old.seen.version, own)
    return encode_header(
        msgspec.structs.replace(
            old, origin=head.origin, number=old.number + shift, command=old.command + shift, seen=seen
        )
    )


_LAST_SENT: Final = "SELECT coalesce(max(number), 0) FROM journal WHERE origin = ? AND verdict IS NOT NULL"
_FOLLOWS: Final = "SELECT 1 FROM journal WHERE origin = ? AND number > ? LIMIT 1"
_HAS_WRITTEN: Final = "SELECT 1 FROM journal WHERE origin = ? LIMIT 1"
_AFTER: Final = (
    "SELECT table_name, row_id, CAST(header AS BLOB), CAST(fields AS BLOB), digest FROM journal "
    "WHERE origin = ? AND number > ? ORDER BY number"
)
_INSERT: Final = (
    "INSERT INTO journal (origin, number, command, command_size, table_name, row_id, header, salt, fields, digest, "
    "chain) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
