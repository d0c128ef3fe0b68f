"""Rows of a table as they travel."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fieldkit.store.database import Database


def all_rows(database: Database, table: str, columns: Sequence[str]) -> list[tuple[Any, ...]]:
    """Every row of a declared table, in the order of the ids."""
    return database.rows(f"SELECT {', '.join(columns)} FROM {table} ORDER BY id")
