"""By-name lists that were imported, and what the import must know of residents that are here already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import msgspec

from fieldkit.store.database import Database

_TOLD: Final = (
    "nik", "kk", "name", "birth_date", "sex", "village", "birth_place", "marital", "address", "rt", "rw", "phone",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ImportedList:
    """One by-name list."""

    id: str
    name: str
    as_of: str
    imported_at: str
    row_count: int
    reduced: bool


def imported_lists(database: Database) -> list[ImportedList]:
    """The lists, newest first."""
    rows = database.rows(
        "SELECT id, name, as_of, imported_at, row_count, reduced FROM target_list ORDER BY imported_at DESC"
    )
    return [ImportedList(*row) for row in rows]


def residents_to_compare(database: Database) -> list[tuple[str, str | None, str, str | None, str | None, str]]:
    """Everybody on this laptop as (id, nik, name, birth date, nik tail, village), to know people of a list again."""
    return [
        (id_, nik, name, birth_date, nik_tail, village)
        for id_, nik, name, birth_date, nik_tail, village in database.rows(
            "SELECT id, nik, name, birth_date, nik_tail, village FROM resident"
        )
    ]


def residents_in_full(database: Database, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
    """By id, what is known of these residents, as far as a list may tell it too."""
    rows = database.rows(
        f"SELECT id, {', '.join(_TOLD)} FROM resident WHERE id IN (SELECT value FROM json_each(?))",
        msgspec.json.encode(ids).decode(),
    )
    return {id_: dict(zip(_TOLD, values, strict=True)) for id_, *values in rows}


def list_villages(database: Database) -> list[tuple[str, int]]:
    """Villages with people on a list here, with their number, largest first."""
    return [
        (village, count)
        for village, count in database.rows(
            "SELECT village, count(*) - (SELECT count(*) FROM resident_state s JOIN resident d ON d.id = s.resident_id "
            "WHERE s.is_double = 1 AND d.village = r.village) FROM resident r WHERE list_id IS NOT NULL "
            "GROUP BY village ORDER BY 2 DESC"
        )
    ]


def remembered_mapping(database: Database, signature: str) -> str | None:
    """The column mapping that was used last for a header layout."""
    found = database.value("SELECT content FROM column_mapping WHERE signature = ?", signature)
    return None if found is None else str(found)


def remember_mapping(database: Database, signature: str, content: str, at: str) -> None:
    """Keep a column mapping; use with `Store.write_local`."""
    database.run(
        "INSERT OR REPLACE INTO column_mapping (signature, content, at) VALUES (?, ?, ?)", signature, content, at
    )
