"""What was erased must not stay behind in the database's own files."""

from __future__ import annotations

from contextlib import closing
from typing import Final

from fieldkit.records.tables import TABLES
from fieldkit.server.centre import Centre
from fieldkit.server.schema import CASE, FIELD_HISTORY, JOURNAL, METADATA

_TABLES: Final = (
    JOURNAL,
    FIELD_HISTORY,
    CASE,
    *(METADATA.tables[table.name] for table in TABLES if table.personal),
)


def scrub(centre: Centre) -> None:
    """Leave no copy of what was overwritten: SQLite writes its file anew, PostgreSQL gives the old rows' space up.

    PostgreSQL writes over that space with time; what its own log and its archive hold goes as they are rotated.
    """
    if centre.engine.dialect.name == "sqlite":
        with closing(centre.engine.raw_connection()) as connection:
            # Not within a transaction, which SQLAlchemy would begin.
            for statement in ("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
                connection.cursor().execute(statement)
        return
    with centre.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as plain:
        quote = plain.dialect.identifier_preparer.quote
        for table in _TABLES:
            plain.exec_driver_sql(f"VACUUM {quote(table.name)}")
