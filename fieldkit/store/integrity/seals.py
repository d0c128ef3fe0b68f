"""Seals of rows: what FieldKit writes is marked in the same transaction, and sealed by a keyed hash when there is time.

A mark is set by triggers that live in FieldKit's own connections only: whoever writes with another program leaves none,
and the seal of what is there no longer fits. Rows are sealed in blocks that follow each other in a table, so that
a save costs a mark at most, and no hash. Seals, marks and their key lie among what the laptop knows of itself, so that
they hold wherever the file goes on, also under another key of its own.
"""

from __future__ import annotations

from base64 import b85decode, b85encode
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from os import urandom
from typing import Any, Final

import msgspec

from fieldkit.records.tables import BY_NAME, TABLES
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta

BLOCK_ROWS: Final = 256
_HASH_BYTES: Final = 6
_KEY: Final = "seal_key"
_KEY_BYTES: Final = 32
_SEAL: Final = "seal."
_MARK: Final = "unsealed."
_BASE: Final = "base_row"
SEALED: Final = (*(table.name for table in TABLES), _BASE)
"""Rows that travel, and what the centre said last of those with own changes on top."""
_encode = msgspec.json.Encoder().encode


@dataclass(frozen=True, slots=True)
class Forged:
    """A row that somebody wrote past FieldKit; `row` is empty where only its place is known."""

    table: str
    row: str
    how: str
    """changed, removed or added."""


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of a table that are sealed together."""

    table: str
    number: int

    @property
    def seal(self) -> str:
        """By this name the seal lies in `meta`."""
        return f"{_SEAL}{self.table}.{self.number}"

    @property
    def mark(self) -> str:
        """By this name it is said that FieldKit has written here since."""
        return f"{_MARK}{self.table}.{self.number}"


def watch(database: Database) -> None:
    """Have every write of this connection marked; where nobody watched before, all is marked that is there."""
    for table in SEALED:
        for word, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
            mark = f"'{_MARK}{table}.' || " + (f"({row}.seq >> 8)" if table in BY_NAME else "0")
            # The statement that writes decides for its triggers what becomes of a clash: there must be none.
            database.run(
                f"CREATE TEMP TRIGGER watch_{word}_{table} AFTER {word} ON main.{table} "
                f"WHEN NOT EXISTS (SELECT 1 FROM meta WHERE key = {mark}) "
                f"BEGIN INSERT INTO meta (key, value) VALUES ({mark}, ''); END"
            )
    if not seal_key(database):
        with database.transaction():
            seal_anew(database)


def seal_key(database: Database) -> bytes:
    """What hashes are keyed with; empty in a file that was never watched."""
    return bytes.fromhex(Meta(database).get(_KEY))


def seal_anew(database: Database) -> None:
    """Let everything be sealed as it stands, inside the caller's transaction: there are no seals yet, or they are of
    another form of the tables."""
    for prefix in (_SEAL, _MARK):
        database.run("DELETE FROM meta WHERE key >= ? AND key < ?", prefix, prefix[:-1] + "/")
    if not seal_key(database):
        Meta(database).put(_KEY, urandom(_KEY_BYTES).hex())
    for table in SEALED:
        for block in _blocks_with_rows(database, table):
            database.run(_PUT_MARK, block.mark)


def blocks(database: Database) -> list[Block]:
    """All that may hold rows, or were sealed."""
    known = {block for table in SEALED for block in _blocks_with_rows(database, table)}
    known |= set(_named(database, _SEAL))
    return sorted(known, key=lambda block: (block.table, block.number))


def marked(database: Database, most: int) -> list[Block]:
    """Some that FieldKit wrote into since they were sealed."""
    return list(_named(database, _MARK, most))


def seal(database: Database, block: Block) -> None:
    """Seal a block as it stands."""
    key = seal_key(database)
    held = _hashes(database, block, key)
    if held:
        content = b"".join(number.to_bytes(8) + digest for number, (_, digest) in held.items())
        told = b85encode(_keyed(key, block, content) + content).decode()
        database.run(_PUT_SEAL, block.seal, told)
    else:
        database.run("DELETE FROM meta WHERE key = ?", block.seal)
    database.run("DELETE FROM meta WHERE key = ?", block.mark)


def forged_in(database: Database, block: Block) -> list[Forged]:
    """What does not fit the seal of a block; nothing where FieldKit wrote there since."""
    if database.value("SELECT 1 FROM meta WHERE key = ?", block.mark):
        return []
    key, told = seal_key(database), database.value("SELECT value FROM meta WHERE key = ?", block.seal)
    held = _hashes(database, block, key)
    sealed = {} if told is None else _read(told, block, key)
    if sealed is None:
        return [Forged(block.table, name, "changed") for name, _ in held.values()] or [
            Forged(block.table, "", "removed")
        ]
    return [
        *(Forged(block.table, "", "removed") for number in sealed if number not in held),
        *(Forged(block.table, name, "added") for number, (name, _) in held.items() if number not in sealed),
        *(
            Forged(block.table, name, "changed")
            for number, (name, digest) in held.items()
            if sealed.get(number, digest) != digest
        ),
    ]


def _read(told: str, block: Block, key: bytes) -> dict[int, bytes] | None:
    """The hashes of a seal by row; None where it is none that this laptop wrote."""
    try:
        content = b85decode(told)
    except ValueError:
        return None
    own, content = content[:_HASH_BYTES], content[_HASH_BYTES:]
    if own != _keyed(key, block, content):
        return None
    size = 8 + _HASH_BYTES
    parts = (content[at : at + size] for at in range(0, len(content), size))
    return {int.from_bytes(part[:8]): part[8:] for part in parts}


def _hashes(database: Database, block: Block, key: bytes) -> dict[int, tuple[str, bytes]]:
    """The rows of a block: where each lies, its id and its hash."""
    if block.table == _BASE:
        rows = database.rows(f"SELECT * FROM {_BASE} ORDER BY table_name, row_id")
        return {_place(row[:2]): (row[1], _keyed(key, block, _encode(row))) for row in rows}
    names = ", ".join(("seq", "id", "regency", "area", "version", *BY_NAME[block.table].column_names))
    first = block.number * BLOCK_ROWS
    sql = f"SELECT {names} FROM {block.table} WHERE seq >= ? AND seq < ? ORDER BY seq"
    rows = database.rows(sql, first, first + BLOCK_ROWS)
    return {row[0]: (str(row[1]), _keyed(key, block, _encode(row))) for row in rows}


def _place(key: tuple[Any, ...]) -> int:
    return int.from_bytes(blake2b(_encode(key), digest_size=8).digest())


def _keyed(key: bytes, block: Block, content: bytes) -> bytes:
    name = f"{block.table} {block.number} ".encode()
    return blake2b(name + content, digest_size=_HASH_BYTES, key=key, person=b"fieldkit-seal").digest()


def _blocks_with_rows(database: Database, table: str) -> Iterator[Block]:
    """As far as its rows reach; looked up at the end of the table, since a long one takes long to go through."""
    last = "0 WHERE EXISTS (SELECT 1 FROM base_row)" if table == _BASE else f"max(seq) / {BLOCK_ROWS} FROM {table}"
    number = database.value(f"SELECT {last}")
    return (Block(table, each) for each in range(0 if number is None else int(number) + 1))


def _named(database: Database, prefix: str, most: int = -1) -> Iterator[Block]:
    for (key,) in database.rows(_NAMED, prefix, prefix[:-1] + "/", most):
        table, _, number = key.removeprefix(prefix).rpartition(".")
        if table in SEALED and number.isdecimal():
            yield Block(table, int(number))


_NAMED: Final = "SELECT key FROM meta WHERE key >= ? AND key < ? ORDER BY key LIMIT ?"
"""The sign behind the dot of a prefix ends what begins with it."""
_PUT_MARK: Final = "INSERT OR IGNORE INTO meta (key, value) VALUES (?, '')"
_PUT_SEAL: Final = "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
