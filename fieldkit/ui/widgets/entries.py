"""Entries with a form of their own: date, time, number, PIN, passphrase."""

from __future__ import annotations

import datetime as dt
import re

from fieldkit.domain.errors import Severity
from fieldkit.domain.formats import clock, date_numeric
from fieldkit.ui.language import tr
from fieldkit.ui.widgets.fields import TextField


class DateField(TextField):
    """A date, typed as 23-02-2019, 23/2/19 or 23022019."""

    def __init__(self, label: str, *, hint: str | None = None) -> None:
        super().__init__(label, hint=tr("tgl-bln-tahun") if hint is None else hint, limit=10)
        self.left.connect(self._tidy)

    def date(self) -> dt.date | None:
        """The date, or None while it is none."""
        return read_date(self.value())

    def set_date(self, day: dt.date | None) -> None:
        """Fill by program."""
        self.set_value(date_numeric(day) if day else "")

    def _tidy(self) -> None:
        day = self.date()
        if day is not None:
            self._value = date_numeric(day)
            self._unveil()
            self.clear_finding()
        elif self.value():
            self.set_finding(Severity.STOP, tr("Tanggal ini tidak terbaca. Tulis seperti 23-02-2019."))


class TimeField(TextField):
    """A time of day, typed as 9.30, 9:30 or 0930."""

    def __init__(self, label: str, *, hint: str | None = None) -> None:
        super().__init__(label, hint=tr("jam.menit") if hint is None else hint, limit=5)
        self.left.connect(self._tidy)

    def time(self) -> dt.time | None:
        """The time, or None while it is none."""
        return read_time(self.value())

    def set_time(self, moment: dt.time | None) -> None:
        """Fill by program."""
        self.set_value(clock(moment) if moment else "")

    def _tidy(self) -> None:
        moment = self.time()
        if moment is not None:
            self._value = clock(moment)
            self._unveil()
            self.clear_finding()
        elif self.value():
            self.set_finding(Severity.STOP, tr("Jam ini tidak terbaca. Tulis seperti 16.30."))


class NumberField(TextField):
    """A whole number within limits."""

    def __init__(self, label: str, *, hint: str = "", low: int = 0, high: int = 999_999) -> None:
        super().__init__(label, hint=hint, limit=len(str(high)) + 3, digits=True)
        self._low, self._high = low, high
        self.left.connect(self._tidy)

    def number(self) -> int | None:
        """The number, or None while it is none or out of its limits."""
        bare = self.value().strip().replace(".", "")
        if not re.fullmatch(r"[0-9]+", bare):
            return None
        return int(bare) if self._low <= int(bare) <= self._high else None

    def set_number(self, number: int | None) -> None:
        """Fill by program."""
        self.set_value("" if number is None else str(number))

    def _tidy(self) -> None:
        if not self.value() or self.number() is not None:
            # A doubt is the form's, and stays in sight.
            if self.finding() is Severity.STOP:
                self.clear_finding()
        else:
            self.set_finding(Severity.STOP, tr("Tulis angka dari {low} sampai {high}.", low=self._low, high=self._high))


class PinField(TextField):
    """A PIN: 4 to 8 digits, never shown unless the eye is pressed."""

    def __init__(self, label: str, *, hint: str = "") -> None:
        super().__init__(label, hint=hint, limit=8, digits=True, password=True)


class PasswordField(TextField):
    """A passphrase."""

    def __init__(self, label: str, *, hint: str = "") -> None:
        super().__init__(label, hint=hint, password=True)


def read_date(typed: str) -> dt.date | None:
    """Day, month, year in any usual separator or none; two digits of a year mean 20xx."""
    parts = re.fullmatch(r"\s*(\d{1,2})\D+(\d{1,2})\D+(\d{4}|\d{2})\s*|\s*(\d{2})(\d{2})(\d{4})\s*", typed)
    if parts is None:
        return None
    day, month, year = (int(part) for part in parts.groups() if part is not None)
    try:
        return dt.date(year if year > 99 else 2000 + year, month, day)
    except ValueError:
        return None


def read_time(typed: str) -> dt.time | None:
    """Hour and minute in any usual separator or none."""
    parts = re.fullmatch(r"\s*(\d{1,2})\D(\d{2})\s*|\s*(\d{1,2})(\d{2})\s*|\s*(\d{1,2})\s*", typed)
    if parts is None:
        return None
    hour, minute = ([int(part) for part in parts.groups() if part is not None] + [0])[:2]
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None
