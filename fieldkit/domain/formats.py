"""Figures, dates and times as they are written in Indonesia."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal

_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
_SWAPPED = str.maketrans(",.", ".,")


def count(number: int) -> str:
    """A whole number with dots between thousands: "1.024"."""
    return f"{number:,}".translate(_SWAPPED)


def percent_text(percent: Decimal) -> str:
    """A percentage with two decimals, half up: "8,01 %"."""
    rounded = percent.quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{rounded:,f} %".translate(_SWAPPED)


def percent_short(percent: Decimal) -> str:
    """A percentage with as many decimals as it was given: "98 %", "98,5 %"."""
    return f"{percent.normalize():f} %".translate(_SWAPPED)


def clock(moment: datetime | time) -> str:
    """The time of day: "16.42"."""
    return f"{moment:%H.%M}"


def day_short(day: date) -> str:
    """A day where space is narrow: "Sab 23 Feb"."""
    return f"{_DAYS[day.weekday()][:3]} {day.day} {_MONTHS[day.month - 1][:3]}"


def day_long(day: date) -> str:
    """A day in full: "Sabtu, 23 Februari 2019"."""
    return f"{_DAYS[day.weekday()]}, {day.day} {_MONTHS[day.month - 1]} {day.year}"


def date_numeric(day: date) -> str:
    """A date as on the card: "12-11-1987"."""
    return f"{day.day:02}-{day.month:02}-{day.year:04}"
