"""What became of codes that were told over the telephone: for the office, and for the laptop that took them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from fieldkit.records.phone_codes import LEASE, PhoneStep
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta

_MOST: Final = 6


@dataclass(frozen=True, slots=True)
class PhoneCall:
    """One step: about the lease (`is_pin` not set) or a PIN, of whom, and on which day of the centre."""

    is_pin: bool
    kind: str
    name: str
    """Empty where nobody had said who they are."""
    day: date
    at: datetime


def phone_calls(database: Database, laptop: str) -> tuple[PhoneCall, ...]:
    """The last ones about a laptop, by the id that the centre knows it by; the newest first."""
    rows = database.rows(_CALLS, laptop, _MOST)
    return tuple(
        PhoneCall(matter != LEASE, kind, name, date.fromisoformat(day), datetime.fromisoformat(at))
        for matter, kind, name, day, at in rows
    )


def last_opened_by_phone(database: Database) -> date | None:
    """The day of the last code that opened this very laptop; None where none ever did."""
    day = database.value(_OPENED, Meta(database).get("device_id"), LEASE, PhoneStep.TAKEN.value)
    return date.fromisoformat(day) if day else None


_CALLS: Final = (
    "SELECT s.matter, s.kind, coalesce(u.name, ''), s.day, s.at FROM phone_step s "
    "LEFT JOIN app_user u ON u.id = s.user_id WHERE s.laptop = ? ORDER BY s.at DESC, s.id DESC LIMIT ?"
)
_OPENED: Final = "SELECT max(day) FROM phone_step WHERE laptop = ? AND matter = ? AND kind = ?"
