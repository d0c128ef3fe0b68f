"""Whether the journal is as FieldKit wrote it, looked through a piece at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import msgspec

from fieldkit.records.journal import Header, genesis, kept_digest, link, read_header
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta

_BROKEN: Final = "broken_journals"


@dataclass(frozen=True, slots=True)
class Break:
    """The first change of an origin that does not follow from the one before."""

    origin: str
    number: int


@dataclass(frozen=True, slots=True)
class Place:
    """How far the journal was looked through."""

    origin: str = ""
    number: int = 0
    chain: bytes = b""


def broken_origins(database: Database) -> dict[str, int]:
    """Origins that are known to be broken, with the number of the first change that does not fit."""
    return msgspec.json.decode(Meta(database).get(_BROKEN, "{}"), type=dict[str, int])


def note_broken(database: Database, origin: str, number: int) -> None:
    """Know it from now on."""
    told = {**broken_origins(database), origin: number}
    Meta(database).put(_BROKEN, msgspec.json.encode(told).decode())


def chain_is_whole(database: Database) -> bool:
    """Whether the numbers of each origin have no gap and every hash follows from the bytes (invariant 3).

    What is known to be broken was told to the office, and hinders nothing any more.
    """
    place: Place | None = Place()
    while place is not None:
        place, found = look_on(database, place, _ALL)
        if found is not None:
            return False
    return True


def look_on(database: Database, place: Place, most: int) -> tuple[Place | None, Break | None]:
    """Look through so many changes; where to go on, None at the end, and what is broken."""
    known = broken_origins(database)
    kept = "digest" if database.value(_KEEPS_DIGESTS) else "NULL"
    rows = database.rows(_NEXT.format(digest=kept), place.origin, place.number, most)
    origin, number, chain = place.origin, place.number, place.chain
    for row in rows:
        if row[0] != origin:
            origin, number, chain = row[0], 0, genesis(row[0])
        number, chain = number + 1, link(chain, row[2], kept_digest(*row[3:6]))
        if origin not in known and not _fits(row, number, chain):
            return Place(origin, _END, b""), Break(origin, number)
        number, chain = row[1], row[6]
    return (Place(origin, number, chain) if len(rows) == most else None), None


def _fits(row: tuple[Any, ...], number: int, chain: bytes) -> bool:
    """Whether a change says of itself what the columns beside it say, and follows from the one before."""
    try:
        header = read_header(row[2])
    except msgspec.MsgspecError:
        return False
    return row[1] == number and row[6] == chain and _beside(header) == (*row[:2], *row[7:])


def _beside(header: Header) -> tuple[object, ...]:
    return (header.origin, header.number, header.command, header.command_size, header.table, header.row)


_ALL: Final = 5_000
_END: Final = 1 << 62
_KEEPS_DIGESTS: Final = "SELECT 1 FROM pragma_table_info('journal') WHERE name = 'digest'"
"""Not the journal of a FieldKit that knew no erasure yet; backups of it are checked as well."""
_NEXT: Final = (
    "SELECT origin, number, CAST(header AS BLOB), CAST(salt AS BLOB), CAST(fields AS BLOB), CAST({digest} AS BLOB), "
    "CAST(chain AS BLOB), command, command_size, table_name, row_id "
    "FROM journal WHERE (origin, number) > (?, ?) ORDER BY origin, number LIMIT ?"
)
