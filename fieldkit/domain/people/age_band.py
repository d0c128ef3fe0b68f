"""Ages as lists are narrowed by them: bands, and who votes for the first time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Final

from fieldkit.domain.text import Text, text, words_of

VOTING_AGE: Final = 17


class AgeBand(StrEnum):
    """How old somebody is on a day."""

    UNDER_17 = "under_17"
    FROM_17 = "from_17"
    FROM_22 = "from_22"
    FROM_60 = "from_60"
    UNKNOWN = "unknown"


BAND_BEGINS: Final[Mapping[AgeBand, int]] = {AgeBand.FROM_60: 60, AgeBand.FROM_22: 22, AgeBand.FROM_17: 17}
"""From which age on a band goes, the oldest first; who is younger than all of them is under 17."""

_LABELS: Mapping[str, Text] = {
    AgeBand.UNDER_17: text("Di bawah 17"),
    AgeBand.FROM_17: text("17–21 tahun"),
    AgeBand.FROM_22: text("22–59 tahun"),
    AgeBand.FROM_60: text("60 ke atas"),
    AgeBand.UNKNOWN: text("Tanggal lahir kosong"),
}


def band_label(band: str) -> Text:
    """The band as a filter says it."""
    return _LABELS.get(band) or words_of(band)


def latest_birth(on: date, age: int) -> date:
    """The last birth date with which somebody has this age on a day."""
    year = on.year - age
    if (on.month, on.day) == (2, 29) and not _is_leap(year):
        return date(year, 2, 28)
    return date(year, on.month, on.day)


def voter_births(votes_on: date) -> tuple[date, date]:
    """After which and up to which birth date somebody votes for the first time: 17 on the day of the vote (F-W3)."""
    return latest_birth(votes_on, VOTING_AGE + 1), latest_birth(votes_on, VOTING_AGE)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
