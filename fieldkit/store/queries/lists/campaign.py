"""The day that the campaign works towards; the office sets it (F-W3)."""

from __future__ import annotations

from typing import Final

from fieldkit.store.database import Database

CAMPAIGN_DAY: Final = "campaign_day"
"""Key of the setting whose value is the day of the vote."""


def campaign_day(database: Database, on: str) -> str:
    """The day of the vote as it was set for a day; nothing where the office has set none."""
    found = database.value(
        "SELECT value FROM setting WHERE key = ? AND coalesce(valid_from, '') <= ? "
        "ORDER BY coalesce(valid_from, '') DESC, id DESC LIMIT 1",
        CAMPAIGN_DAY,
        on,
    )
    return str(found or "")
