"""Closings that another table handed over by stick: facts on top of what the centre said, until it says them too."""

from __future__ import annotations

from typing import Final

from fieldkit.domain.shifts.closing import ClosingKind
from fieldkit.host.secrets import verify
from fieldkit.records.note import NotedClosing, NotedKey, TableNote
from fieldkit.records.tables import CLOSING
from fieldkit.store.database import Database

_MOST_CLOSINGS: Final = 10
_COLUMNS: Final = ("id", "area", *CLOSING.column_names)


def table_note(database: Database) -> TableNote | None:
    """What was closed and reopened here last, for the other laptops of the team; None where there is nothing."""
    rows = database.rows(
        f"SELECT {', '.join(_COLUMNS)} FROM closing WHERE kind IN ('table', 'reopening') "
        "AND id IN (SELECT row_id FROM journal WHERE table_name = 'closing') ORDER BY at DESC, id DESC LIMIT ?",
        _MOST_CLOSINGS,
    )
    closings = [NotedClosing(**dict(zip(_COLUMNS, row, strict=True))) for row in rows]
    return TableNote(closings=closings, keys=_keys(database, closings)) if closings else None


def _keys(database: Database, closings: list[NotedClosing]) -> list[NotedKey]:
    sql = "SELECT id, user_id, public_key FROM user_key WHERE id = ?"
    found = [database.row(sql, key) for key in sorted({closing.key_id for closing in closings})]
    return [NotedKey(id=row[0], user_id=row[1], public_key=row[2]) for row in found if row]


def keep_brought(database: Database, origin: str, note: TableNote) -> list[str]:
    """Keep what a note tells, with the keys that it names; the ids of its closings. What is known stays as it is."""
    keys = {(key.id, key.user_id): key.public_key for key in note.keys}
    for closing in note.closings:
        values = [getattr(closing, name) for name in _COLUMNS]
        database.run(_KEEP, *values, origin, keys.get((closing.key_id, closing.signer_id), ""))
    return [closing.id for closing in note.closings if closing.kind == ClosingKind.TABLE]


def count_signed(database: Database, closings: list[str]) -> int:
    """How many of these brought closings carry their signer's signature; a key that the centre told comes first."""
    found = [database.row(_SIGNED, closing) for closing in closings]
    return sum(verify(row[0], row[1], row[2].encode()) for row in found if row)


_SIGNED: Final = (
    "SELECT coalesce(k.public_key, b.public_key), b.signature, b.document FROM brought_closing b "
    "LEFT JOIN user_key k ON k.id = b.key_id AND k.user_id = b.signer_id WHERE b.id = ?"
)
_KEEP: Final = (
    f"INSERT OR IGNORE INTO brought_closing ({', '.join(_COLUMNS)}, origin, public_key) "
    f"VALUES ({', '.join('?' * (len(_COLUMNS) + 2))})"
)
