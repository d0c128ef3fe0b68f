"""What every test shares: reproducible property tests."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

pytest_plugins = ["tests.postgres_cluster"]

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("fixed", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("search", deadline=None, print_blob=True)
settings.load_profile(os.environ.get("FIELDKIT_HYPOTHESIS", "fixed"))
