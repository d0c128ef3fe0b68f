"""The three clocks of Indonesia (F-S5): by province, without daylight saving."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Final

WIB: Final = "Asia/Jakarta"
WITA: Final = "Asia/Makassar"
WIT: Final = "Asia/Jayapura"
OFFICE_ZONE: Final = WIB
"""Where no shift says otherwise: all five first regencies are in it."""
ZONE_NAMES: Final[Mapping[str, str]] = {WIB: "WIB", WITA: "WITA", WIT: "WIT"}
"""As people call them."""
_HOURS: Final[Mapping[str, int]] = {WIB: 7, WITA: 8, WIT: 9}
_WITA_PROVINCES: Final = frozenset({"51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"})
_WIT_FROM: Final = "81"
"""Maluku and Papua have the codes from here on."""


def zone_of(area: str) -> str:
    """The time zone of a region code, as the tz database names it."""
    province = area[:2]
    if province in _WITA_PROVINCES:
        return WITA
    return WIT if province >= _WIT_FROM else WIB


def zone_of_origin(origin: str) -> str:
    """The clock of the regency with whose code a laptop's origin begins; the office's where it names none."""
    return zone_of(origin) if origin[:2].isdigit() else OFFICE_ZONE


def hours_ahead(area: str) -> int:
    """By how many hours the clocks of a region code are ahead of UTC, in every season."""
    return _HOURS[zone_of(area)]


def day_in(area: str, instant: str) -> str:
    """The day on the clocks of a region code, in ISO text, of an instant as the rows have it."""
    return day_on_clock(zone_of(area), instant)


def day_on_clock(zone: str, instant: str) -> str:
    """The same on one of the three clocks; on the office's where the zone is none of them."""
    at = datetime.fromisoformat(instant)
    hours = _HOURS.get(zone, _HOURS[OFFICE_ZONE])
    there = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC) + timedelta(hours=hours)
    return there.date().isoformat()
