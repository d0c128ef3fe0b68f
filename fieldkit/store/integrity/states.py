"""Rows of this laptop beside its journal, and derived states beside their facts."""

from __future__ import annotations

from typing import Any, Final

import msgspec

from fieldkit.records.journal import read_fields, read_header
from fieldkit.records.tables import BY_NAME
from fieldkit.store.database import Database
from fieldkit.store.derive import derive_requests, derive_residents
from fieldkit.store.integrity.seals import Forged
from fieldkit.store.replica import LOCAL_COLUMNS

_DERIVED: Final = {
    "request_state": (
        "SELECT id FROM service_request WHERE id > ?1 UNION SELECT request_id FROM request_state WHERE request_id > ?1 "
        "ORDER BY 1 LIMIT ?2",
        "request_id",
        "shift_id, resident_id, state, step, since",
    ),
    "resident_state": (
        "SELECT resident_id FROM service_request WHERE resident_id > ?1 "
        "UNION SELECT resident_id FROM resident_state WHERE resident_id > ?1 ORDER BY 1 LIMIT ?2",
        "resident_id",
        "state, since, shown_id, is_double",
    ),
}
DERIVED: Final = tuple(_DERIVED)
"""What is derived from facts, and can be derived anew at any time, in this order."""


def unlike_journal(database: Database, origin: str, after: int, most: int) -> tuple[int | None, list[Forged]]:
    """Rows that do not say what the unsent changes above a number say of them; where to go on."""
    rows = database.rows(_OWN, origin, after, most)
    found = [forged for table, row in {row[1:] for row in rows} if (forged := _beside(database, table, row))]
    return (rows[-1][0] if len(rows) == most else None), found


def put_back(database: Database, forged: Forged) -> None:
    """Let a row say again what the journal says; one that is gone needs the centre where it began there."""
    if forged.how == "removed":
        _bring_back(database, forged)
        return
    said = _said(database, forged.table, forged.row)
    settings = ", ".join(f"{name} = ?" for name in said)
    database.run(f"UPDATE {forged.table} SET {settings} WHERE id = ?", *said.values(), forged.row)


def _bring_back(database: Database, forged: Forged) -> None:
    table, base = BY_NAME[forged.table], _base(database, forged.table, forged.row)
    is_own = any(read_header(header).is_insert for header, _ in database.rows(_OVERLAY, forged.row))
    if base is None and not is_own:
        return
    said = _said(database, forged.table, forged.row)
    values = {**table.blanks, "version": 0, **(base or {}), **said, "id": forged.row}
    names = (*LOCAL_COLUMNS, *table.column_names)
    marks = ", ".join("?" * len(names))
    database.run(f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({marks})", *map(values.get, names))


def rederived(database: Database, kind: str, after: str, most: int) -> tuple[str | None, list[Forged]]:
    """Derive some states anew, and tell which of them said something else; where to go on, None at the end."""
    source, key, columns = _DERIVED[kind]
    ids = [row for (row,) in database.rows(source, after, most)]
    sql = f"SELECT {key}, {columns} FROM {kind} WHERE {key} IN (SELECT value FROM json_each(?))"
    wanted = msgspec.json.encode(ids).decode()
    before = {row[0]: row for row in database.rows(sql, wanted)}
    _derive(database, kind, ids)
    told = {row[0]: row for row in database.rows(sql, wanted)}
    found = [Forged(kind, row, "changed") for row in ids if before.get(row) != told.get(row)]
    return (ids[-1] if len(ids) == most else None), found


def _derive(database: Database, kind: str, ids: list[str]) -> None:
    if kind == "resident_state":
        derive_residents(database, set(ids))
        return
    derive_requests(database, set(ids))
    known = "SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM service_request)"
    database.run(f"DELETE FROM {kind} WHERE request_id IN ({known})", msgspec.json.encode(ids).decode())


def _beside(database: Database, table: str, row: str) -> Forged | None:
    if table not in BY_NAME:
        return None
    said = _said(database, table, row)
    held = database.row(f"SELECT {', '.join(said)} FROM {table} WHERE id = ?", row)
    if held is None:
        is_leaving = database.value("SELECT 1 FROM leaving WHERE row_id = ?", row)
        return None if is_leaving else Forged(table, row, "removed")
    return None if held == tuple(said.values()) else Forged(table, row, "changed")


def _said(database: Database, table: str, row: str) -> dict[str, Any]:
    """What own changes put on top of a row, as far as this FieldKit knows the columns."""
    known = BY_NAME[table].column_names
    said: dict[str, Any] = {}
    for header, fields in database.rows(_OVERLAY, row):
        where = read_header(header)
        said |= {"regency": where.regency, "area": where.area}
        said |= {name: _plain(value) for name, value in read_fields(fields).items() if name in known}
    return said


def _base(database: Database, table: str, row: str) -> dict[str, Any] | None:
    found = database.row("SELECT version, fields FROM base_row WHERE table_name = ? AND row_id = ?", table, row)
    return None if found is None else {**msgspec.json.decode(found[1], type=dict[str, Any]), "version": found[0]}


def _plain(value: object) -> object:
    return int(value) if isinstance(value, bool) else value


_OWN: Final = (
    "SELECT number, table_name, row_id FROM journal WHERE origin = ?1 AND number IN (SELECT number FROM journal "
    "WHERE origin = ?1 AND number > ?2 AND verdict IS NULL ORDER BY number LIMIT ?3) ORDER BY number"
)
"""Numbers alone are found in their index, without going through all that was sent before."""
_OVERLAY: Final = (
    "SELECT CAST(header AS BLOB), CAST(fields AS BLOB) FROM journal WHERE row_id = ? AND in_base = 0 "
    "ORDER BY length(origin), origin, number"
)
