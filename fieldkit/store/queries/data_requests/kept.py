"""Everything that is kept of a person on this laptop, table by table, whichever of the person's rows it names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import msgspec

from fieldkit.records.declaration import Table
from fieldkit.records.tables import DATA_REQUEST, RESIDENT, SERVICE_REQUEST, TABLES, VISIT_REQUEST
from fieldkit.store.database import Database
from fieldkit.store.persons import ROWS_OF_PERSON

_ASKED: Final = (SERVICE_REQUEST, VISIT_REQUEST, DATA_REQUEST)
"""What a column `request_id` may name."""
_PERSON: Final = ("resident_id", "other_id")
_ABOUT: Final = ("request_id",)


@dataclass(frozen=True, slots=True, repr=False)
class KeptRow:
    """A row: its columns that hold something."""

    table: str
    values: tuple[tuple[str, Any], ...]


def kept_of_person(database: Database, resident_id: str) -> list[KeptRow]:
    """All rows of the person and of what the person asked for, in the order of the tables, then by time."""
    people = [row for (row,) in database.rows(f"SELECT * FROM {ROWS_OF_PERSON}", resident_id)]
    asked = [row for table in _ASKED for row in _ids(database, table, people)]
    return [row for table in TABLES for row in _rows(database, table, people, asked)]


def _ids(database: Database, table: Table, people: list[str]) -> list[str]:
    sql = f"SELECT id FROM {table.name} WHERE resident_id IN (SELECT value FROM json_each(?))"
    return [row for (row,) in database.rows(sql, _listed(people))]


def _rows(database: Database, table: Table, people: list[str], asked: list[str]) -> Iterator[KeptRow]:
    conditions, values = _conditions(table, people, asked)
    if not conditions:
        return
    names = table.column_names
    order = "at, id" if "at" in names else "id"
    sql = f"SELECT {', '.join(names)} FROM {table.name} WHERE {' OR '.join(conditions)} ORDER BY {order}"
    for row in database.rows(sql, *values):
        told = ((name, value) for name, value in zip(names, row, strict=True) if value not in (None, ""))
        yield KeptRow(table.name, tuple(told))


def _conditions(table: Table, people: list[str], asked: list[str]) -> tuple[list[str], list[str]]:
    names = ["id"] if table is RESIDENT else [name for name in _PERSON if name in table.column_names]
    about = [name for name in _ABOUT if name in table.column_names]
    conditions = [f"{name} IN (SELECT value FROM json_each(?))" for name in (*names, *about)]
    return conditions, [_listed(people)] * len(names) + [_listed(asked)] * len(about)


def _listed(ids: list[str]) -> str:
    return msgspec.json.encode(ids).decode()


def named_things(database: Database) -> dict[str, str]:
    """Ids that a person would not know, by what they name: users, lists and shifts."""
    return {row_id: name for sql in _NAMES for row_id, name in database.rows(sql)}


_NAMES: Final = (
    "SELECT id, name FROM app_user",
    "SELECT id, name || ' (' || as_of || ')' FROM target_list",
    "SELECT id, day || ' ' || site_name FROM shift_opening",
)
