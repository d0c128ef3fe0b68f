"""A laptop at the hall with its lead signed in, and a clock that moves when it is told to."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldkit.store.store import Store
from tests.laptops import StillClock, add_user, laptop


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def store(tmp_path: Path, clock: StillClock) -> Store:
    store = laptop(tmp_path, clock)
    add_user(store)
    return store
