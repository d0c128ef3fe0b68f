"""The birth date of a person who stands at the table."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from fieldkit.domain.people.person import age_on
from fieldkit.ui.language import tr
from fieldkit.ui.widgets.entries import DateField, read_date

_CENTURY: Final = 100
_OLDEST: Final = 130
"""Nobody is older: the year is mistyped."""
_TWO_DIGITS: Final = re.compile(r".*\D\d{2}\s*")


def read_birth(typed: str, on: date) -> date | None:
    """A birth date as typed; two digits of a year mean the last such year that is not to come.

    A year of four digits is never moved: one that is to come, or too long ago, is no birth date.
    """
    day = read_date(typed)
    if day is None:
        return None
    if day > on:
        return _a_century_before(day) if _TWO_DIGITS.fullmatch(typed) else None
    return day if age_on(day, on) <= _OLDEST else None


def _a_century_before(day: date) -> date | None:
    try:
        return day.replace(year=day.year - _CENTURY)
    except ValueError:
        return None


class BirthField(DateField):
    """A birth date, typed as 12-11-1987, 12/11/87 or 12111987."""

    def __init__(self) -> None:
        super().__init__(tr("Tanggal lahir"))
        self._on = date.max
        self.setObjectName("birth_date")

    def set_day(self, on: date) -> None:
        """The day of the shift."""
        self._on = on

    def date(self) -> date | None:
        """The date, or None while it is none."""
        return read_birth(self.value(), self._on)

    def unreadable(self) -> bool:
        """Whether something was typed that is no date."""
        return bool(self.value().strip()) and self.date() is None
