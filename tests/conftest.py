"""What every test shares: reproducible property tests, and PINs that cost nothing to check."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from fieldkit.host.sealing import Cost
from tests.quick_files import quick_folder

pytest_plugins = ["tests.keyrings", "tests.postgres_cluster"]

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
# Whoever runs the tests keeps the keys of their own account, and no keyring that a test made is found by another.
os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(quick_folder()))

settings.register_profile("fixed", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("search", deadline=None, print_blob=True)
settings.load_profile(os.environ.get("FIELDKIT_HYPOTHESIS", "fixed"))


@pytest.fixture(autouse=True, scope="session")
def _guesses_are_cheap() -> Iterator[None]:
    """Nobody guesses the PINs of invented people; what a guess costs in earnest is tested in tests/host."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Cost.__init__, "__defaults__", (1, 128, 1))
        yield
