"""Days of the stock are those of the regency: at seven in the morning it is still yesterday in UTC."""

from __future__ import annotations

from fieldkit.domain.zones import hours_ahead
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta


def day_here(database: Database, instant: str) -> str:
    """SQL for the day, such as 2019-02-23, that an instant has in this regency."""
    return f"date({instant}, '+{hours_ahead(Meta(database).regency)} hours')"
