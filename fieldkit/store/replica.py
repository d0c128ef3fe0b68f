"""Rows on the laptop: what the centre said last, with the own changes on top that it does not yet contain.

`base_row` keeps the centre's version of rows that have own changes on top; every other row is its own base.
No clock decides anything here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, Final

import msgspec

from fieldkit.domain.areas import regency_of
from fieldkit.domain.identifiers import RowId
from fieldkit.records.declaration import Table
from fieldkit.records.journal import read_fields, read_header
from fieldkit.records.tables import BY_NAME
from fieldkit.store.database import Database

LOCAL_COLUMNS = ("id", "regency", "area", "version")
_CLASH: Final = "OR FAIL"
"""A clash ends the whole transaction anyway. So that it could undo a statement alone, SQLite would copy each page that
a row is written to, for every row: that is what a trigger on a table costs."""


def _names(table: Table) -> tuple[str, ...]:
    return (*LOCAL_COLUMNS, *table.column_names)


def _in_order(table: Table, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> Sequence[Sequence[Any]]:
    """Rows with the columns of this version: a newer centre's others fall away, what an older one lacks is empty."""
    names = _names(table)
    if tuple(columns) == names:
        return rows
    places = {name: place for place, name in enumerate(columns)}
    pick = itemgetter(*(places.get(name, len(columns)) for name in names))
    return [pick((*row, None)) for row in rows]


@lru_cache
def _insertion(table: str, names: tuple[str, ...]) -> str:
    unknown = set(names).difference(BY_NAME[table].column_names)
    if unknown:
        raise KeyError(f"{table}: {unknown}")
    marks = ", ".join("?" * (3 + len(names)))
    return f"INSERT {_CLASH} INTO {table} ({', '.join(('id', 'regency', 'area', *names))}) VALUES ({marks})"


class Replica:
    """Reads and writes rows and their overlay, inside the caller's transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def visible(self, table: Table, row: str) -> dict[str, Any]:
        """The row as every screen shows it; KeyError where there is none."""
        names = _names(table)
        found = self._database.row(f"SELECT {', '.join(names)} FROM {table.name} WHERE id = ?", row)
        if found is None:
            raise KeyError(f"{table.name} {row}")
        return dict(zip(names, found, strict=True))

    def insert(self, table: Table, rows: Sequence[tuple[RowId, str, Mapping[str, Any]]]) -> None:
        """Own new rows, all with the same fields; the centre's base of them is empty."""
        names = tuple(rows[0][2]) if rows else ()
        if any(len(fields) != len(names) for _, _, fields in rows):
            raise KeyError(f"{table.name}: not all rows say {names}")
        pick = itemgetter(*names)
        values = [(row, regency_of(area), area, *pick(fields)) for row, area, fields in rows]
        self._database.run_many(_insertion(table.name, names), values)

    def write(self, table: Table, row: str, fields: Mapping[str, Any]) -> None:
        """Set fields of a row that is there."""
        settings = ", ".join(f"{name} = ?" for name in fields)
        self._database.run(f"UPDATE {_CLASH} {table.name} SET {settings} WHERE id = ?", *fields.values(), row)

    def last_own(self, row: str) -> int:
        """Number of the last own change of a row that its base does not contain; 0 where there is none."""
        return int(self._database.value(_OVERLAY_NUMBERS, row) or 0)

    def keep_base(self, table: Table, row: str, before: Mapping[str, Any]) -> None:
        """Remember the centre's version of a visible row before the first own change goes on top of it."""
        if before["version"] and not self._base(table, row):
            self._put_base(table, row, before)

    def contain(self, table: Table, row: str, accepted: Sequence[tuple[int, bytes, bytes]], version: int) -> None:
        """The centre's row now is the base with the accepted changes (feed number, header and fields, in order).

        A base that has reached the feed number of a change contains it already. The version is that at which the whole
        row is known; 0 means that the centre's row did not change.
        """
        base = self._base(table, row) or self._told(table, row)
        if base is None and not any(read_header(header).is_insert for _, header, _ in accepted):
            return
        base = base or {**table.blanks, "version": 0}
        reached = base["version"]
        for decided, header, fields in accepted:
            if decided > reached:
                base |= _placed(header, fields)
        # A row that is known of before only, as in an epoch that is over, is so afterwards, too.
        known = max(version, base["version"]) if version else base["version"]
        self._put_base(table, row, {**base, "version": known})
        self.rebuild(table, row)

    def rebuild(self, table: Table, row: str) -> None:
        """Show base plus overlay again, after one of them changed."""
        visible = self._base(table, row)
        if visible is None:
            return
        for header, fields in self._database.rows(_OVERLAY, row):
            visible |= _placed(header, fields)
        visible["id"] = row
        self._put(table, [tuple(map(visible.get, _names(table)))])
        if not self._is_overlaid(row):
            self._database.run("DELETE FROM base_row WHERE table_name = ? AND row_id = ?", table.name, row)

    def take(self, table: Table, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> bool:
        """Rows as the centre says them now, id first; own changes that they do not contain stay on top.

        Returns whether all of them were new here: then they are the rows inserted last, in their order.
        """
        ids = [row[0] for row in rows]
        overlaid = self.overlaid(ids)
        are_new = not overlaid and not self._known(table, ids) and len(set(ids)) == len(ids)
        plain = [row for row in rows if row[0] not in overlaid] if overlaid else rows
        self._put(table, _in_order(table, columns, plain), are_new=are_new)
        for row in rows if overlaid else ():
            if row[0] in overlaid:
                said = dict(zip(columns, row, strict=True))
                self._database.run(_ENTER_BASE, row[0], said["version"])
                self._put_base(table, row[0], said)
                self.rebuild(table, row[0])
        return are_new

    def _known(self, table: Table, ids: Sequence[str]) -> bool:
        """Whether one of the rows is here already."""
        wanted = msgspec.json.encode(ids).decode()
        sql = f"SELECT 1 FROM {table.name} WHERE id IN (SELECT value FROM json_each(?)) LIMIT 1"
        return self._database.value(sql, wanted) is not None

    def area_at_centre(self, table: Table, row: str) -> str | None:
        """Where the centre's version of a row stands, as far as it is known here; None where there is no such row."""
        base = self._base(table, row)
        area = base["area"] if base else self._database.value(f"SELECT area FROM {table.name} WHERE id = ?", row)
        return None if area is None else str(area)

    def remove(self, table: Table, row: str) -> None:
        """Let go of a row that left this laptop's areas."""
        self._database.run(f"DELETE FROM {table.name} WHERE id = ?", row)

    def _put(self, table: Table, rows: Sequence[Sequence[Any]], *, are_new: bool = False) -> None:
        """Write whole rows, their values in the order of `_names`, over those that may be here."""
        names = _names(table)
        sql = f"INSERT {_CLASH} INTO {table.name} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
        if not are_new:
            sql += f" ON CONFLICT (id) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in names[1:])}"
        self._database.run_many(sql, rows)

    def _base(self, table: Table, row: str) -> dict[str, Any] | None:
        found = self._database.row(
            "SELECT version, fields FROM base_row WHERE table_name = ? AND row_id = ?", table.name, row
        )
        if found is None:
            return None
        return {**msgspec.json.decode(found[1], type=dict[str, Any]), "version": found[0]}

    def _told(self, table: Table, row: str) -> dict[str, Any] | None:
        """A row without a base of its own, where it is the centre's in this epoch: then it is its own base."""
        names = _names(table)
        found = self._database.row(f"SELECT {', '.join(names)} FROM {table.name} WHERE id = ? AND version > 0", row)
        return None if found is None else dict(zip(names, found, strict=True))

    def _put_base(self, table: Table, row: str, fields: Mapping[str, Any]) -> None:
        kept = {name: fields.get(name) for name in ("regency", "area", *table.column_names)}
        self._database.run(
            "INSERT OR REPLACE INTO base_row (table_name, row_id, version, fields) VALUES (?, ?, ?, ?)",
            table.name,
            row,
            fields["version"],
            msgspec.json.encode(kept).decode(),
        )

    def _is_overlaid(self, row: str) -> bool:
        return bool(self.overlaid([row]))

    def overlaid(self, rows: Iterable[str]) -> set[str]:
        """Which of the rows have own changes on top."""
        wanted = msgspec.json.encode(list(rows)).decode()
        return {found[0] for found in self._database.rows(_OVERLAID, wanted)}


_OVERLAY_NUMBERS = "SELECT max(number) FROM journal WHERE row_id = ? AND in_base = 0"
_OVERLAY = "SELECT header, fields FROM journal WHERE row_id = ? AND in_base = 0 ORDER BY length(origin), origin, number"
_OVERLAID = "SELECT DISTINCT row_id FROM journal WHERE in_base = 0 AND row_id IN (SELECT value FROM json_each(?))"
_ENTER_BASE = (
    "UPDATE journal SET in_base = 1 "
    "WHERE row_id = ? AND in_base = 0 AND verdict IS NOT NULL AND verdict <> 'held' AND version <= ?"
)


def _placed(header: bytes, fields: bytes) -> dict[str, Any]:
    """The fields of a change with the area that they put the row into."""
    where = read_header(header)
    return {**read_fields(fields), "regency": where.regency, "area": where.area}
