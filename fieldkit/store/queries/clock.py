"""How the laptop's clock stood beside the centre's at the last contact."""

from __future__ import annotations

from typing import Final

from fieldkit.domain.clock import ClockCheck
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta

CLOCK_CHECK: Final = "clock_check"
"""Meta key of offset and reading, in ms."""


def clock_check(database: Database) -> ClockCheck:
    """What the last contact told; nothing off before the first."""
    told = Meta(database).get(CLOCK_CHECK)
    return ClockCheck(*map(int, told.split())) if told else ClockCheck()
