"""A session against its plan: opened late, at another place, at other hours, or past its end (TL-2, domain.md 4.3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

_MINUTE: Final = timedelta(minutes=1)
_WORTH_SAYING: Final = 5
"""So many minutes late or over are what a day is like."""


@dataclass(frozen=True, slots=True)
class Deviation:
    """What is otherwise than planned; all of it counts, none of it stops."""

    late_min: int = 0
    overtime_min: int = 0
    is_moved: bool = False
    has_other_hours: bool = False

    @property
    def wants_a_look(self) -> bool:
        """Whether it is otherwise than the office expects; that a session goes on for whoever waits is expected."""
        return bool(self.late_min or self.is_moved or self.has_other_hours)


@dataclass(frozen=True, slots=True)
class Course:
    """Where, and from when to when."""

    place: str
    begins: datetime
    ends: datetime


def deviation(plan: Course | None, opening: Course, opened: datetime, until: datetime) -> Deviation:
    """How a session differs from its plan, and by how long it runs over the end that it was opened with.

    `until` is when it was closed, or now. A session that nobody planned is late for nothing.
    """
    over = _minutes(until - opening.ends)
    if plan is None:
        return Deviation(overtime_min=over)
    is_moved = _plain(opening.place) != _plain(plan.place)
    has_other_hours = (opening.begins, opening.ends) != (plan.begins, plan.ends)
    return Deviation(_minutes(opened - plan.begins), over, is_moved, has_other_hours)


def _plain(place: str) -> str:
    return " ".join(place.split()).casefold()


def _minutes(span: timedelta) -> int:
    minutes = span // _MINUTE
    return minutes if minutes >= _WORTH_SAYING else 0
