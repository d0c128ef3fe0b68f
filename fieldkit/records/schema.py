"""SQLAlchemy tables of the travelling records, for the laptop and for the centre."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa

from fieldkit.records.declaration import Column, Kind, Table
from fieldkit.records.tables import TABLES

NAMING: Final = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
_NUMBERS: Final = {Kind.INTEGER, Kind.FLAG}


def laptop_tables(metadata: sa.MetaData) -> None:
    """Add the travelling tables as the laptop keeps them: a local row number for the search, then the row."""
    for table in TABLES:
        sa.Table(
            table.name,
            metadata,
            sa.Column("seq", sa.Integer, primary_key=True),
            sa.Column("id", sa.Text, nullable=False, unique=True),
            sa.Column("regency", sa.Text, nullable=False),
            sa.Column("area", sa.Text, nullable=False),
            sa.Column("version", sa.Integer, nullable=False, server_default="0"),
            *_columns(table),
            *(sa.Index(f"ix_{table.name}_{name}", name) for name in table.indexed),
        )


def centre_tables(metadata: sa.MetaData) -> None:
    """Add the travelling tables as the centre keeps them: every key begins with the regency."""
    for table in TABLES:
        sa.Table(
            table.name,
            metadata,
            sa.Column("regency", sa.Text, primary_key=True),
            sa.Column("id", sa.Text, primary_key=True),
            sa.Column("area", sa.Text, nullable=False),
            sa.Column("version", sa.BigInteger, nullable=False),
            sa.Column("origin", sa.Text, nullable=False),
            sa.Column("own_only", sa.SmallInteger, nullable=False, server_default="1"),
            sa.Column("field_marks", sa.Text, nullable=False, server_default="{}"),
            *_columns(table),
            sa.Index(f"ix_{table.name}_feed", "regency", "version"),
        )


def _columns(table: Table) -> list[sa.Column[object]]:
    return [_column(column) for column in table.columns]


def _column(column: Column) -> sa.Column[object]:
    return sa.Column(column.name, sa.Integer() if column.kind in _NUMBERS else sa.Text(), nullable=not column.required)
