"""What the flows share: a centre on a fresh database of each kind in turn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flows.enrolled import Ground, ground_at


@pytest.fixture
def ground(centre_database: str, tmp_path: Path) -> Iterator[Ground]:
    """The centre of one regency."""
    with ground_at(centre_database, tmp_path) as made:
        yield made
