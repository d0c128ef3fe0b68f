"""Words and figures of a page in its language, without Qt: from the same translations that the window has."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Final

from fieldkit.domain import formats
from fieldkit.domain.text import Text

INDONESIAN: Final = "id"
ENGLISH: Final = "en"
_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SWAPPED: Final = str.maketrans(",.", ".,")


@dataclass(frozen=True, slots=True)
class Language:
    """One language, by its code."""

    code: str
    words: Mapping[str, str] = field(default_factory=dict, repr=False)

    def say(self, words: Text | str) -> str:
        """A sentence; text that is not to be translated stays as it is."""
        return words.render(lambda source: self.words.get(source) or source) if isinstance(words, Text) else words

    def count(self, number: int) -> str:
        """A whole number: "1.024", in English "1,024"."""
        return formats.count(number) if self._is_own else f"{number:,}"

    def percent(self, share: Decimal) -> str:
        """A percentage: "8,01 %", in English "8.01 %"."""
        written = formats.percent_text(share)
        return written if self._is_own else written.translate(_SWAPPED)

    def short_percent(self, share: Decimal) -> str:
        """A percentage without zeros behind the comma: "98 %", "98,5 %"."""
        written = f"{share.normalize():f}\N{NO-BREAK SPACE}%"
        return written.translate(_SWAPPED) if self._is_own else written

    def day(self, day: date) -> str:
        """A day: "Sab 23 Feb 2019"."""
        if self._is_own:
            return f"{formats.day_short(day)} {day.year}"
        return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"

    def day_month(self, day: date) -> str:
        """A day where space is narrow: "23 Feb"."""
        return self.day(day).split(" ", 1)[1].rpartition(" ")[0]

    def moment(self, at: datetime) -> str:
        """A day and the time: "Sab 23 Feb 2019 16.42"."""
        return f"{self.day(at.date())} {self.hour(f'{at:%H:%M}')}"

    def hour(self, written: str) -> str:
        """A time of day, given as 16:42."""
        return written.replace(":", ".") if self._is_own else written

    @property
    def _is_own(self) -> bool:
        return self.code == INDONESIAN


def languages(resources: Path) -> dict[str, Language]:
    """Both languages by their code; Indonesian is the one of the source texts."""
    return {INDONESIAN: Language(INDONESIAN), ENGLISH: Language(ENGLISH, _translations(resources))}


def _translations(resources: Path) -> dict[str, str]:
    tree = ET.parse(resources / "translations" / "fieldkit_en.ts")  # noqa: S314
    return {
        message.findtext("source", ""): message.findtext("translation", "")
        for message in tree.getroot().iter("message")
    }
