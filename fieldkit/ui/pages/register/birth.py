"""The birth date of a person who stands at the table."""

from __future__ import annotations

from datetime import date

from fieldkit.ui.language import tr
from fieldkit.ui.widgets.entries import DateField, read_date

_CENTURY = 100


def read_birth(typed: str, on: date) -> date | None:
    """A birth date as typed; two digits of a year mean the last such year that is not to come."""
    day = read_date(typed)
    if day is None or day <= on:
        return day
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
