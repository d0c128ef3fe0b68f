"""Laptops of this regency that have not reported to the centre for long, as the centre told last."""

from __future__ import annotations

from typing import Final

import msgspec

from fieldkit.records.wire import SilentLaptop
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta

SILENT_LAPTOPS: Final = "silent_laptops"
"""Meta key of that list, as JSON."""


def silent_laptops(database: Database) -> tuple[SilentLaptop, ...]:
    """The longest silent first."""
    told = Meta(database).get(SILENT_LAPTOPS, "[]")
    return tuple(msgspec.json.decode(told, type=list[SilentLaptop]))
