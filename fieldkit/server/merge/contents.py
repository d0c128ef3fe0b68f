"""The field values of a change, read by the declaration of its table. Nothing unsound passes this gate."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any, Final

import msgspec
from msgspec import UNSET, Meta, UnsetType

from fieldkit.records.declaration import Column, Kind, Merge, Table
from fieldkit.records.tables import TABLES
from fieldkit.records.wire import Verdict

TEXT_LENGTH: Final = 20_000
DOCUMENT_LENGTH: Final = 256 << 10
"""A row has to fit into a page of a pull many times over."""
_KEY_LENGTH: Final = 200
"""Text that names a row or a place."""
_DATE: Final = r"^\d{4}-\d{2}-\d{2}\Z"
_INSTANT: Final = r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?Z\Z"
_DAY_LENGTH: Final = len("2019-02-23")
_NUL: Final = b"\\u0000"
_UNSOUND: Final = (msgspec.MsgspecError, ValueError, RecursionError)


class Unreadable(msgspec.Struct, frozen=True):
    """Why a change can not be read, and what becomes of it: refused, or parked for a newer centre."""

    verdict: Verdict
    reason: str


UNKNOWN: Final = Unreadable(Verdict.HELD, "unknown")
MALFORMED: Final = Unreadable(Verdict.REFUSED, "malformed")


class Contents:
    """Reads inserts and edits of one table."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.position = {name: index for index, name in enumerate(table.column_names)}
        self.office_names = tuple(column.name for column in table.columns if column.merge is Merge.OFFICE)
        self.is_of_office = self.office_names == table.column_names
        """Whether the office owns the table whole."""
        self._flags = tuple(self.position[column.name] for column in table.columns if column.kind is Kind.FLAG)
        days = [column.name for column in table.columns if column.kind in (Kind.DATE, Kind.INSTANT)]
        self._days = tuple((self.position[name], name) for name in days)
        self._insert = msgspec.json.Decoder(_struct(f"{table.name}_insert", _insert_fields(table)))
        self._edit = msgspec.json.Decoder(_struct(f"{table.name}_edit", _edit_fields(table)))

    def of_insert(self, fields: bytes) -> list[Any] | Unreadable:
        """All values of a new row, in the order of the columns."""
        try:
            values = list(msgspec.structs.astuple(self._insert.decode(fields)))
            _check_days(values[place] for place, _ in self._days)
        except _UNSOUND:
            return self._reason(fields)
        for place in self._flags:
            values[place] = _plain(values[place])
        return MALFORMED if _NUL in fields and _has_nul(values) else values

    def of_edit(self, fields: bytes) -> dict[str, Any] | Unreadable:
        """The changed values by column."""
        try:
            edited = msgspec.structs.asdict(self._edit.decode(fields))
            _check_days(edited[name] for _, name in self._days)
        except _UNSOUND:
            return self._reason(fields)
        values = {name: _plain(value) for name, value in edited.items() if value is not UNSET}
        return MALFORMED if _NUL in fields and _has_nul(values.values()) else values

    def _reason(self, fields: bytes) -> Unreadable:
        try:
            names = msgspec.json.decode(fields, type=dict[str, msgspec.Raw])
        except _UNSOUND:
            return MALFORMED
        return MALFORMED if self.position.keys() >= names.keys() else UNKNOWN


def _check_days(told: Iterable[str | UnsetType | None]) -> None:
    """ValueError for a day that no calendar has: whoever reads the row would stumble over it."""
    for each in told:
        if isinstance(each, str):
            date.fromisoformat(each[:_DAY_LENGTH])


def _struct(name: str, fields: list[tuple[str, Any, Any]]) -> type[msgspec.Struct]:
    return msgspec.defstruct(name, fields, kw_only=True, forbid_unknown_fields=True, gc=False)


def _insert_fields(table: Table) -> list[tuple[str, Any, Any]]:
    return [
        (column.name, _type(column, table), msgspec.NODEFAULT if column.required else None) for column in table.columns
    ]


def _edit_fields(table: Table) -> list[tuple[str, Any, Any]]:
    return [(column.name, _type(column, table) | UnsetType, UNSET) for column in table.columns]


def _type(column: Column, table: Table) -> Any:
    length = _KEY_LENGTH if column.name in table.indexed else TEXT_LENGTH
    types: dict[Kind, Any] = {
        Kind.TEXT: Annotated[str, Meta(max_length=length)],
        Kind.INTEGER: Annotated[int, Meta(ge=-(2**31), le=2**31 - 1)],
        Kind.FLAG: bool | Annotated[int, Meta(ge=0, le=1)],
        Kind.DATE: Annotated[str, Meta(pattern=_DATE)],
        Kind.INSTANT: Annotated[str, Meta(pattern=_INSTANT, max_length=40)],
        Kind.DOCUMENT: Annotated[str, Meta(max_length=DOCUMENT_LENGTH)],
    }
    return types[column.kind] if column.required else types[column.kind] | None


def _plain(value: Any) -> Any:
    """Flags are kept as 0 and 1."""
    return int(value) if isinstance(value, bool) else value


def _has_nul(values: Iterable[Any]) -> bool:
    return any(isinstance(value, str) and "\0" in value for value in values)


CONTENTS: Final = {table.name: Contents(table) for table in TABLES}
