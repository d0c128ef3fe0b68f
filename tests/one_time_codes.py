"""One-time codes that cost nothing to check, where nobody guesses at them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from fieldkit.records import codes


@contextmanager
def codes_are_cheap() -> Iterator[None]:
    """A process that is started meanwhile knows nothing of it, and takes the codes for others."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(codes, "_ROUNDS", 1)
        patch.setattr(codes, "_MEMORY_KIB", 8)
        yield
