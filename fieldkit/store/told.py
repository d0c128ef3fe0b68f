"""What the centre told this laptop at the last contact, and no table holds."""

from __future__ import annotations

from typing import Final

import msgspec

from fieldkit.domain.clock import ClockCheck
from fieldkit.records.wire import SilentLaptop
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta

CLOCK_CHECK: Final = "clock_check"
"""Meta key of offset and reading, in ms."""
WRITTEN_AHEAD: Final = "written_ahead"
"""Meta key of the latest time of an own record that lay ahead of the centre's, in ms."""
SILENT_LAPTOPS: Final = "silent_laptops"
"""Meta key of that list, as JSON."""
GUEST_PREFIXES: Final = "guest_prefixes"
"""Meta key of the prefixes by regency, as JSON."""


def clock_check(database: Database) -> ClockCheck:
    """How the laptop's clock stood beside the centre's; nothing off before the first contact."""
    told = Meta(database).get(CLOCK_CHECK)
    return ClockCheck(*map(int, told.split())) if told else ClockCheck()


def written_ahead_ms(database: Database) -> int:
    """Up to what time own records were written by a clock that ran ahead, as a contact told; 0 where none was."""
    return int(Meta(database).get(WRITTEN_AHEAD, "0"))


def silent_laptops(database: Database) -> tuple[SilentLaptop, ...]:
    """Laptops of this regency that have not reported to the centre for long, the longest silent first."""
    told = Meta(database).get(SILENT_LAPTOPS, "[]")
    return tuple(msgspec.json.decode(told, type=list[SilentLaptop]))


def guest_prefixes(database: Database) -> dict[str, str]:
    """The prefixes that other regencies gave to this laptop as their guest, by regency."""
    return msgspec.json.decode(Meta(database).get(GUEST_PREFIXES, "{}"), type=dict[str, str])
