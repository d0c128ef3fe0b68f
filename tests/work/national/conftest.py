"""A laptop of the office, with its planner signed in."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldkit.store.store import Store
from tests.laptops import StillClock, add_user, laptop


@pytest.fixture
def office(tmp_path: Path, clock: StillClock) -> Store:
    store = laptop(tmp_path, clock)
    add_user(store, role="planner")
    return store
