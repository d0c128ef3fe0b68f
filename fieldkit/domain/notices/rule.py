"""The rule of the notices as the office set it: days of the three, window, reading, hours, and what counts (F-K2)."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum
from typing import Any, Final

NOTICES: Final = 3
"""So many are sent within the window, and no more."""
EARLIEST: Final = time(8)
LATEST: Final = time(20)
"""Local hours outside of which no message goes out, whatever the setting says (F-K5)."""
_DAYS: Final = re.compile(r"\d{1,3}( \d{1,3}){2}")
_HOURS: Final = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)")


class Key(StrEnum):
    """The dated settings of which the rule is made."""

    DAYS = "notice_days"
    MONTHS = "notice_months"
    READING = "notice_reading"
    HOURS = "notice_hours"
    COUNTS = "notice_counts"
    POSTINGS = "notice_postings"
    OFFICE = "notice_office"
    INFO = "notice_info"


class Reading(StrEnum):
    """When a card goes on to the district: the two ways to read "three in six months" (A19)."""

    WHOLE_WINDOW = "whole_window"
    AFTER_THIRD = "after_third"


class Counts(StrEnum):
    """What a message must have come to, to be one of the three."""

    ACCEPTED = "accepted"
    DELIVERED = "delivered"


@dataclass(frozen=True, slots=True)
class NoticeRule:
    """What holds on a day. `days` count from the first notice, which waits `days[0]` from when the card was ready."""

    days: tuple[int, int, int] = (0, 60, 120)
    months: int = 6
    reading: Reading = Reading.WHOLE_WINDOW
    opens: time = EARLIEST
    closes: time = LATEST
    counts: Counts = Counts.ACCEPTED
    postings_count: bool = False
    """Whether a posting on the village list is a notice for whoever has no number; the head approves that."""
    office: str = ""
    info: str = ""
    """How the office calls itself in a message, and the number to ask at."""

    def is_open(self, local: time) -> bool:
        """Whether messages go out at this time of the day."""
        return self.opens <= local < self.closes

    def window_end(self, first: date) -> date:
        """The day on which the window of a first notice is over."""
        return months_later(first, self.months)


DEFAULT_RULE: Final = NoticeRule()


def rule_on(settings: Mapping[str, Iterable[tuple[date, str]]], day: date) -> NoticeRule:
    """The rule of a day from the dated values of each key; a value that can not be read leaves the default."""
    rule = DEFAULT_RULE
    for key in Key:
        begun = [(since, value) for since, value in settings.get(key, ()) if since <= day]
        if begun:
            rule = replace(rule, **(read_setting(key, max(begun, key=lambda each: each[0])[1]) or {}))
    return rule


def read_setting(key: str, value: str) -> dict[str, Any] | None:
    """What a value says of the rule, by field; None where it can not be read."""
    read = _READERS.get(key)
    return read(value.strip()) if read else None


def months_later(day: date, months: int) -> date:
    """The same day some months later, or the last one of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _days(word: str) -> dict[str, Any] | None:
    days = tuple(map(int, word.split())) if _DAYS.fullmatch(word) else ()
    return {"days": days} if days and days[0] < days[1] < days[2] else None


def _hours(word: str) -> dict[str, Any] | None:
    found = _HOURS.fullmatch(word)
    if found is None:
        return None
    first, minute, last, end_minute = map(int, found.groups())
    opens, closes = max(time(first, minute), EARLIEST), min(time(last, end_minute), LATEST)
    return {"opens": opens, "closes": closes} if opens < closes else None


def _months(word: str) -> dict[str, Any] | None:
    return {"months": int(word)} if word.isascii() and word.isdigit() and 1 <= int(word) <= 24 else None


_READERS: Final[Mapping[str, Callable[[str], dict[str, Any] | None]]] = {
    Key.DAYS: _days,
    Key.MONTHS: _months,
    Key.READING: lambda word: {"reading": Reading(word)} if word in tuple(Reading) else None,
    Key.HOURS: _hours,
    Key.COUNTS: lambda word: {"counts": Counts(word)} if word in tuple(Counts) else None,
    Key.POSTINGS: lambda word: {"postings_count": word == "on"} if word in ("on", "off") else None,
    Key.OFFICE: lambda word: {"office": word},
    Key.INFO: lambda word: {"info": word},
}
