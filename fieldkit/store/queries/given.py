"""Which areas this laptop was given."""

from __future__ import annotations

from fieldkit.domain.areas import AreaCode, is_within
from fieldkit.store.database import Database


def is_given(database: Database, place: AreaCode) -> bool:
    """Whether what stands at a place comes to this laptop."""
    return any(is_within(place, AreaCode(area)) for (area,) in database.rows("SELECT area FROM cursor"))
