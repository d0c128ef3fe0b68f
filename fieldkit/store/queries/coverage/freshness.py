"""Up to when the figures go, and whose work is missing in them (HO-2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fieldkit.domain.areas import around
from fieldkit.domain.zones import OFFICE_ZONE
from fieldkit.records.wire import SilentLaptop
from fieldkit.store.database import Database
from fieldkit.store.queries.shifts import site_zone
from fieldkit.store.told import silent_laptops

_SYNCED: Final = "SELECT coalesce(max(at_ms), 0) FROM sync_receipt"
_LAPTOPS: Final = "SELECT count(*) FROM device_file WHERE state <> 'revoked'"
_LIST: Final = "SELECT coalesce(max(as_of), '') FROM target_list"


@dataclass(frozen=True, slots=True)
class Freshness:
    """What limits the figures of this laptop."""

    synced_at_ms: int
    """When the centre last vouched for an exchange; the work of other laptops is known up to then. 0 for never."""
    silent: tuple[SilentLaptop, ...]
    """Laptops whose work is missing for a day or longer, the longest silent first."""
    laptops: int
    """All that the office keeps; 0 where this laptop has not been told."""
    list_as_of: str
    """The day of the newest list; empty without any."""
    is_whole: bool
    """Whether this laptop was given all of the place that is looked at."""
    time_zone: str = OFFICE_ZONE


def freshness(database: Database, code: str) -> Freshness:
    """How far the figures of a region can be trusted here."""
    given = {area for (area,) in database.rows("SELECT area FROM cursor")}
    return Freshness(
        database.value(_SYNCED),
        silent_laptops(database),
        database.value(_LAPTOPS),
        database.value(_LIST),
        not given or not given.isdisjoint(around(code)),
        site_zone(database),
    )
