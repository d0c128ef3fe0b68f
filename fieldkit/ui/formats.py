"""Figures, days and times as the language of the window writes them. Documents are Indonesian: `domain.formats`."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

from PySide6.QtCore import QDate, QLocale

from fieldkit.domain import formats
from fieldkit.ui.language import tr


def capital(words: str) -> str:
    """With a capital at the beginning."""
    return words[:1].upper() + words[1:]


def count(number: int) -> str:
    """A whole number: "1.024", in English "1,024"."""
    return formats.count(number) if _is_indonesian() else f"{number:,}"


def decimal(number: float, places: int = 1) -> str:
    """A number with decimals: "3,5", in English "3.5"."""
    written = f"{number:.{places}f}"
    return written.replace(".", ",") if _is_indonesian() else written


def percent_text(percent: Decimal) -> str:
    """A percentage with two decimals, half up: "8,01 %", in English "8.01 %"."""
    written = formats.percent_text(percent)
    return written if _is_indonesian() else written.translate(str.maketrans(",.", ".,"))


def clock(moment: datetime | time) -> str:
    """The time of day: "16.42", in English "16:42"."""
    return formats.clock(moment) if _is_indonesian() else f"{moment:%H:%M}"


def hours(start: str, end: str) -> str:
    """Planned hours, given as 16:00 and 19:00: "16.00–19.00"."""
    written = f"{start}–{end}"
    return written.replace(":", ".") if _is_indonesian() else written


def day_month(day: date) -> str:
    """A recent day: "22 Feb"."""
    return formats.day_short(day).partition(" ")[2] if _is_indonesian() else _written(day, "d MMM")


def day_short(day: date) -> str:
    """A day where space is narrow: "Sab 23 Feb", in English "Sat 23 Feb"."""
    return formats.day_short(day) if _is_indonesian() else _written(day, "ddd d MMM")


def day_long(day: date) -> str:
    """A day in full: "Sabtu, 23 Februari 2019", in English "Saturday, 23 February 2019"."""
    return formats.day_long(day) if _is_indonesian() else _written(day, "dddd, d MMMM yyyy")


def _written(day: date, form: str) -> str:
    return QLocale(_language()).toString(QDate(day.year, day.month, day.day), form)


def _language() -> str:
    # The code of the source language; a translation names its own.
    return tr("id")


def _is_indonesian() -> bool:
    return _language() == "id"


def span_text(seconds: float) -> str:
    """A span: "40 detik", "2 menit", "3 jam", "5 hari"."""
    if seconds < 90:
        return tr("{n} detik", n=max(round(seconds), 1))
    if seconds < 90 * 60:
        return tr("{n} menit", n=round(seconds / 60))
    if seconds < 48 * 3600:
        return tr("{n} jam", n=round(seconds / 3600))
    return tr("{n} hari", n=count(round(seconds / 86_400)))
