"""The day that the campaign works towards; the planner sets it on the calendar (F-W3)."""

from __future__ import annotations

from fieldkit.store.database import Database
from fieldkit.store.queries.planning.register import VOTE_DAY


def campaign_day(database: Database) -> str:
    """The day of the vote; nothing where nobody has set one."""
    return str(database.value("SELECT value FROM setting WHERE key = ? ORDER BY id DESC LIMIT 1", VOTE_DAY) or "")
