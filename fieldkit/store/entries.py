"""The journal entries of one transaction: numbered, stamped and chained to the one before, command by command."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.identifiers import RowId, UserId
from fieldkit.domain.stamp import next_stamp
from fieldkit.domain.text import text
from fieldkit.records.journal import FORMAT, SALT_BYTES, Header, Seen, seal
from fieldkit.store.database import Database
from fieldkit.store.meta import Head, Meta


class Change(NamedTuple):
    """What happened to a row, before its command is complete."""

    table: str
    row: RowId
    regency: str
    area: str
    seen: Seen
    is_insert: bool
    fields: dict[str, Any]


class Entries:
    """Writes the journal under the write lock of one transaction: its head is read once, and kept until the end."""

    def __init__(self, database: Database, user: UserId, now_ms: int) -> None:
        self._database = database
        self._user = user
        self._now_ms = now_ms
        self._head: Head | None = None

    def write(self, command: Sequence[Change]) -> None:
        """The entries of a whole command."""
        head = self._head or Meta(self._database).head
        salts = os.urandom(SALT_BYTES * len(command))
        (origin, number, stamp, chain), first, size = head, head.number + 1, len(command)
        rows = []
        for start, (table, row, regency, area, seen, is_insert, fields) in enumerate(command):
            number, stamp = number + 1, next_stamp(stamp, self._now_ms)
            header = Header(
                FORMAT, origin, number, first, size, stamp, table, row, regency, area, self._user, seen, is_insert
            )
            salt = salts[start * SALT_BYTES : (start + 1) * SALT_BYTES]
            sealed = seal(header, fields, salt, chain)
            chain = sealed.chain
            if _NUL in sealed.fields and any(isinstance(value, str) and "\0" in value for value in fields.values()):
                raise _not_to_be_kept()
            rows.append((origin, number, first, size, table, row, sealed.header, salt, sealed.fields, chain))
        self._database.run_many(_INSERT, rows)
        self._head = Head(origin, number, stamp, chain)


def _not_to_be_kept() -> RuleError:
    """Nobody types such a letter; the centre would refuse the change for ever."""
    message = text("Isian ini memuat tanda yang tidak bisa disimpan. Ketik ulang, jangan ditempel dari program lain.")
    return RuleError(Problem("", "nul_letter", message))


_NUL: Final = b"\\u0000"
_INSERT: Final = (
    "INSERT INTO journal (origin, number, command, command_size, table_name, row_id, header, salt, fields, chain) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
