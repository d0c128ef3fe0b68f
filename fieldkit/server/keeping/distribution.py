"""The centre's tables over several machines, with Citus: cut by regency, so that each regency lies on one machine.

There are no reference tables: also `regency` itself is cut, since pushes write to its rows.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

import sqlalchemy as sa

from fieldkit.domain.text import Text, text
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading
from fieldkit.server.schema import JOURNAL, METADATA

COLUMN: Final = "regency"
_HAS_CITUS: Final = sa.text("SELECT 1 FROM pg_extension WHERE extname = 'citus'")
_DISTRIBUTED: Final = sa.text("SELECT relname FROM pg_dist_partition JOIN pg_class ON pg_class.oid = logicalrelid")


def refusal(centre: Centre) -> Text | None:
    """Why this database can not be distributed."""
    if centre.engine.dialect.name != "postgresql":
        return text("Hanya PostgreSQL dengan Citus yang bisa dibagi ke beberapa mesin.")
    with reading(centre.engine) as connection:
        if connection.scalar(_HAS_CITUS) is None:
            return text(
                "Basis data ini belum memakai Citus. Pasang di semua mesin, jalankan CREATE EXTENSION citus, "
                "daftarkan mesin-mesinnya, lalu ulangi."
            )
    return None


def distribute(centre: Centre) -> int:
    """Distribute the tables that are not yet; returns how many. May be run again, and after an upgrade."""
    with centre.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        wanted = statements(set(connection.scalars(_DISTRIBUTED)))
        for statement in wanted:
            connection.exec_driver_sql(statement)
    return len(wanted)


def statements(distributed: Collection[str] = ()) -> list[str]:
    """What has to be run, in order, where these tables are distributed already."""
    others = sorted(name for name in METADATA.tables if name != JOURNAL.name)
    found = [] if JOURNAL.name in distributed else [_statement(JOURNAL.name, "none")]
    return found + [_statement(name, JOURNAL.name) for name in others if name not in distributed]


def _statement(table: str, beside: str) -> str:
    # What the table held would stay on the coordinator as well, out of sight and out of reach of an erasure by law.
    return (
        f"""SELECT create_distributed_table('"{table}"', '{COLUMN}', colocate_with => '{beside}'), """
        f"""truncate_local_data_after_distributing_table('"{table}"')"""
    )
