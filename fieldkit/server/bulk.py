"""The little in which SQLite and PostgreSQL differ: many rows in, rows by many ids, and who waits for whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final, Protocol

import msgspec
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

_CLASHES: Final = {"23505", "40001", "40P01", "SQLITE_CONSTRAINT_PRIMARYKEY"}
"""A row that exists, a serialization failure and a deadlock, as PostgreSQL and SQLite call them."""
_UNCLEAR: Final = "XX000"
"""What Citus says of any COPY that a worker refused, also where a row exists."""

_TYPES: Final[dict[type[Any], str]] = {
    sa.Text: "text",
    sa.SmallInteger: "int2",
    sa.Integer: "int4",
    sa.BigInteger: "int8",
    sa.LargeBinary: "bytea",
}


class ClashError(Exception):
    """Another transaction wrote the same first; the whole transaction is tried again and then sees it."""


class Bulk(Protocol):
    """Set-based statements in one dialect."""

    def insert(
        self, connection: sa.Connection, table: sa.Table, names: Sequence[str], rows: Iterable[Sequence[Any]]
    ) -> None:
        """Insert rows given as values in the order of the names.

        Rows that are made as they are asked for are made while the database is busy with those before.
        """

    def among(self, column: sa.ColumnElement[str], values: Iterable[str]) -> sa.ColumnElement[bool]:
        """The condition that a column holds one of many names."""

    def listed(self, column: str, name: str) -> str:
        """The same in SQL, where `as_list` of the names is bound under a name."""

    def as_list(self, values: Iterable[str]) -> str:
        """Many names as one value, since a database takes only so many."""

    def contains(self, column: sa.ColumnElement[bytes], part: bytes) -> sa.ColumnElement[bool]:
        """The condition that bytes contain a part."""


def bulk_of(engine: sa.Engine) -> Bulk:
    """The seam for the engine's dialect."""
    return SqliteBulk() if engine.dialect.name == "sqlite" else PostgresBulk()


@contextmanager
def clashes(*, is_last: bool = False) -> Iterator[None]:
    """Translate the database's word for a lost race into ClashError.

    What may be one or a fault is worth another try as well; at the last one it counts as the fault.
    """
    try:
        yield
    except sa.exc.DBAPIError as error:
        told = getattr(error.orig, "sqlstate", None) or getattr(error.orig, "sqlite_errorname", None)
        if told in _CLASHES or (told == _UNCLEAR and not is_last):
            raise ClashError from error
        raise


class SqliteBulk:
    """executemany, and a list of ids as JSON."""

    def insert(
        self, connection: sa.Connection, table: sa.Table, names: Sequence[str], rows: Iterable[Sequence[Any]]
    ) -> None:
        """Insert rows given as values in the order of the names."""
        values = [tuple(row) for row in rows]
        if values:
            marks = ", ".join("?" * len(names))
            sql = f"INSERT INTO {_quoted(connection, table, names)} VALUES ({marks})"
            connection.exec_driver_sql(sql, values)

    def among(self, column: sa.ColumnElement[str], values: Iterable[str]) -> sa.ColumnElement[bool]:
        """The condition that a column holds one of many values."""
        wanted = sa.func.json_each(self.as_list(values)).table_valued("value")
        return column.in_(sa.select(wanted.c.value))

    def listed(self, column: str, name: str) -> str:
        """The same in SQL, where `as_list` of the names is bound under a name."""
        return f"{column} IN (SELECT value FROM json_each(:{name}))"

    def as_list(self, values: Iterable[str]) -> str:
        """Many names as one value, since a database takes only so many."""
        return msgspec.json.encode(list(values)).decode()

    def contains(self, column: sa.ColumnElement[bytes], part: bytes) -> sa.ColumnElement[bool]:
        """The condition that bytes contain a part."""
        return sa.func.instr(column, part) > 0


class PostgresBulk:
    """COPY, and an array of ids."""

    def insert(
        self, connection: sa.Connection, table: sa.Table, names: Sequence[str], rows: Iterable[Sequence[Any]]
    ) -> None:
        """Insert rows given as values in the order of the names."""
        raw: Any = connection.connection.driver_connection
        with _as_sqlalchemy(), raw.cursor() as cursor:
            sql = f"COPY {_quoted(connection, table, names)} FROM STDIN (FORMAT BINARY)"
            with cursor.copy(sql) as copy:
                copy.set_types([_TYPES[type(table.c[name].type)] for name in names])
                for row in rows:
                    copy.write_row(row)

    def among(self, column: sa.ColumnElement[str], values: Iterable[str]) -> sa.ColumnElement[bool]:
        """The condition that a column holds one of many values."""
        return column == sa.any_(sa.func.string_to_array(self.as_list(values), ",", type_=ARRAY(sa.Text)))

    def listed(self, column: str, name: str) -> str:
        """The same in SQL, where `as_list` of the names is bound under a name."""
        return f"{column} = ANY (string_to_array(:{name}, ','))"

    def as_list(self, values: Iterable[str]) -> str:
        """Many names as one value, since a database takes only so many."""
        # Names hold no commas, and one text is made much faster than an array.
        return ",".join(values)

    def contains(self, column: sa.ColumnElement[bytes], part: bytes) -> sa.ColumnElement[bool]:
        """The condition that bytes contain a part."""
        return sa.func.pg_catalog.position(column, part) > 0


def _quoted(connection: sa.Connection, table: sa.Table, names: Sequence[str]) -> str:
    quote = connection.dialect.identifier_preparer.quote
    return f"{quote(table.name)} ({', '.join(map(quote, names))})"


@contextmanager
def _as_sqlalchemy() -> Iterator[None]:
    """COPY goes past SQLAlchemy; its errors come out as the others do."""
    import psycopg

    try:
        yield
    except psycopg.Error as error:
        raise sa.exc.DBAPIError.instance(None, None, error, psycopg.Error, hide_parameters=True) from error
