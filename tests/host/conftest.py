"""What a guess costs in earnest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

import pytest

from fieldkit.host.sealing import Cost


@pytest.fixture
def in_earnest() -> Iterator[None]:
    """Guesses cost what they cost in the field, as `Cost` declares it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Cost.__init__, "__defaults__", tuple(part.default for part in fields(Cost)))
        yield
