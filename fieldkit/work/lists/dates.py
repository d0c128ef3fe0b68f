"""Birth dates as lists hold them: real dates, serial numbers of a spreadsheet, and text in many forms."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Final

from fieldkit.work.lists.table import Cell

_DAY_FIRST: Final = re.compile(r"(\d{1,2})[\s\-/.|,]+(\d{1,2}|[a-z]{3,9})[\s\-/.|,]+(\d{4}|\d{2})")
_YEAR_FIRST: Final = re.compile(r"(\d{4})[\s\-/.|]+(\d{1,2})[\s\-/.|]+(\d{1,2})")
_TIME_OF_DAY: Final = re.compile(r"[t\s]+\d{1,2}[:.]\d{2}([:.]\d{2}(\.\d+)?)?z?$")
_EIGHT_DIGITS: Final = re.compile(r"\d{8}")
# Five digits are days from 1927 on; four are a bare year.
_SERIAL: Final = re.compile(r"\d{5}(\.0+)?")
_MONTHS: Final = (
    ("jan",), ("feb", "peb"), ("mar",), ("apr",), ("mei", "may"), ("jun",),
    ("jul",), ("agu", "agt", "ags", "aug"), ("sep",), ("okt", "oct"), ("nov", "nop"), ("des", "dec"),
)  # fmt: skip
_MONTH_NUMBERS: Final = {start: number for number, starts in enumerate(_MONTHS, start=1) for start in starts}
# Day 0 of a spreadsheet, for all days after its leap day that never was.
_SERIAL_ZERO: Final = date(1899, 12, 30)
FROM_1904_DAYS: Final = 1_462
"""A serial number that is counted from 1904 is so much less than one that is counted from 1900."""
_OLDEST_YEARS: Final = 120
_RECORDING_AGE: Final = 16


def read_birth_date(cell: Cell, on: date, ahead_days: int = 0) -> date | None:
    """The day that a cell means, read day first as in Indonesia; None if it can not be a birth date on day `on`.

    `ahead_days` is what a bare serial number lacks to one that is counted from 1900.
    """
    found = _read(cell, on, ahead_days)
    return found if found is not None and on.year - _OLDEST_YEARS <= found.year and found <= on else None


def _read(cell: Cell, on: date, ahead_days: int) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, bool) or not isinstance(cell, (str, int, float)):
        return None
    if not isinstance(cell, str):
        cell = _digits_of(cell)
        if _SERIAL.fullmatch(cell):
            cell = str(int(cell) + ahead_days)
    return _from_text(cell.strip().lower(), on)


def _digits_of(number: float) -> str:
    return str(int(number)) if abs(number) < 1e9 else ""


def _from_text(written: str, on: date) -> date | None:
    written = _TIME_OF_DAY.sub("", written)
    if match := _DAY_FIRST.fullmatch(written):
        return _day(_year(match[3], on), _month(match[2]), int(match[1]))
    if match := _YEAR_FIRST.fullmatch(written):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if _EIGHT_DIGITS.fullmatch(written):
        return _from_eight(written)
    if _SERIAL.fullmatch(written):
        return _SERIAL_ZERO + timedelta(days=int(float(written)))
    return None


def _from_eight(digits: str) -> date | None:
    day_first = _day(int(digits[4:]), int(digits[2:4]), int(digits[:2]))
    if day_first is not None and day_first.year > 1800:
        return day_first
    return _day(int(digits[:4]), int(digits[4:6]), int(digits[6:]))


def _month(written: str) -> int:
    return int(written) if written.isdigit() else _MONTH_NUMBERS.get(written[:3], 0)


def _year(written: str, on: date) -> int:
    """A year of two digits is the latest that makes the person at least 16 (F-N5)."""
    year = int(written)
    if len(written) == 4:
        return year
    latest = on.year - _RECORDING_AGE
    return latest - (latest - year) % 100


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
