"""A centre with its doorway, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from field_pens import Ground, ground_at


@pytest.fixture
def ground(centre_database: str) -> Iterator[Ground]:
    """On each kind of database in turn."""
    with ground_at(centre_database) as ground:
        yield ground


@pytest.fixture
def sqlite_ground(sqlite_database: str) -> Iterator[Ground]:
    """On SQLite only."""
    with ground_at(sqlite_database) as ground:
        yield ground


@pytest.fixture
def postgres_ground(postgres_database: str) -> Iterator[Ground]:
    """On PostgreSQL only."""
    with ground_at(postgres_database) as ground:
        yield ground
