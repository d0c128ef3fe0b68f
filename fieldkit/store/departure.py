"""What a lead looked at before leaving, kept on this laptop for the day: set, power, modem, the letter's number."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime

from fieldkit.domain.identifiers import UserId
from fieldkit.store.database import Database
from fieldkit.store.drafts import draft, keep_draft

_OF_THE_LAPTOP = UserId("")
"""Whoever signs in sees the same."""


@dataclass(frozen=True, slots=True)
class Departure:
    """What was looked at. Instants are texts, empty while nobody looked."""

    set_tested_at: str = ""
    power_at: str = ""
    modem_at: str = ""
    letter_no: str = ""


def departure(database: Database, day: str) -> Departure:
    """What was looked at before leaving on a day."""
    kept = draft(database, _OF_THE_LAPTOP, _kind(day))
    return Departure(**json.loads(kept)) if kept else Departure()


def keep_departure(database: Database, day: str, found: Departure, at: datetime) -> None:
    """Keep what was looked at; use with `Store.write_local`."""
    keep_draft(database, _OF_THE_LAPTOP, _kind(day), json.dumps(asdict(found)), at)


def _kind(day: str) -> str:
    return f"departure:{day}"
