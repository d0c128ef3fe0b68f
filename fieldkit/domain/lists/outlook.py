"""Where coverage is heading: people a day, the day on which the target is met, and how many a day it would take (HO-1).

Days are those of the calendar: an office that works on five of seven reaches its target on the day named here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal
from typing import Final

from fieldkit.domain.lists.coverage import target_count

TARGET_PERCENT: Final = "target_percent"
"""The key of the setting: a percentage such as 98 or 98.5 (F-T7)."""
CAMPAIGN_DAY: Final = "vote_day"
"""The key of the setting with the last day of the campaign (F-W3)."""
DEFAULT_TARGET: Final = Decimal(98)
PACE_DAYS: Final = 7
_LONGEST_DAYS: Final = 36_500
_HUNDRED: Final = Decimal(100)


@dataclass(frozen=True, slots=True)
class Pace:
    """People over the last days; `until` is the last day that counts."""

    people: int
    days: int
    until: date

    @property
    def per_day(self) -> Decimal:
        """People a day of the calendar; 0 where nobody came."""
        return Decimal(self.people) / self.days

    @property
    def whole(self) -> int:
        """The same in whole people, half up, as it is written."""
        return (2 * self.people + self.days) // (2 * self.days)


@dataclass(frozen=True, slots=True)
class Outlook:
    """What follows from a pace: when nobody is missing any more, and what it takes until a day."""

    to_go: int
    pace: Pace
    met_on: date | None
    """None where it is not met at this pace; the day of the pace itself where nobody is missing."""
    by: date | None = None
    """The last day of the campaign."""
    needed: int | None = None
    """People a day until then; None without such a day, or once it is over."""

    @property
    def days_late(self) -> int | None:
        """Days from the end of the campaign to the target, below 0 where it is met before; None where one is open."""
        return (self.met_on - self.by).days if self.met_on and self.by else None

    @property
    def is_late(self) -> bool:
        """Whether the campaign ends, or has ended, before the target is met."""
        return bool(self.to_go and self.by and (self.met_on is None or self.met_on > self.by))


def target_of(value: str) -> Decimal:
    """The target percentage that a setting names, the usual one where it can not be read."""
    plain = value.strip().replace(",", ".")
    is_number = plain.replace(".", "", 1).isdecimal() and plain.isascii() and len(plain) <= len("99.99")
    target = Decimal(plain) if is_number else DEFAULT_TARGET
    return target if 0 < target <= _HUNDRED else DEFAULT_TARGET


def missing_to(target: Decimal, obligated: int, recorded: int) -> int:
    """People who are missing to the target; 0 once it is passed."""
    return max(0, target_count(obligated, target) - recorded)


def pace_until(recorded: Mapping[date, int], today: date) -> Pace:
    """The last week, with today as soon as somebody came; a campaign that is younger is as long as it is old."""
    until = today if recorded.get(today) else today - timedelta(days=1)
    known = [day for day, people in recorded.items() if people and day <= until]
    begin = max(until - timedelta(days=PACE_DAYS - 1), min(known, default=until))
    people = sum(number for day, number in recorded.items() if begin <= day <= until)
    return Pace(people, (until - begin).days + 1, until)


def outlook(to_go: int, pace: Pace, by: date | None = None) -> Outlook:
    """When the target is met at this pace, and what it takes to meet it by a day."""
    return Outlook(to_go, pace, _met_on(to_go, pace), by, _needed(to_go, pace.until, by))


def _met_on(to_go: int, pace: Pace) -> date | None:
    if not to_go:
        return pace.until
    # In whole numbers, rounded up: a pace of 11 in 6 days, rounded below what it is, would come a day too late.
    days = -(-to_go * pace.days // pace.people) if pace.people else _LONGEST_DAYS
    return pace.until + timedelta(days=days) if days < _LONGEST_DAYS else None


def _needed(to_go: int, until: date, by: date | None) -> int | None:
    days = (by - until).days if by else 0
    return int((Decimal(to_go) / days).quantize(Decimal(1), ROUND_CEILING)) if days > 0 else None
