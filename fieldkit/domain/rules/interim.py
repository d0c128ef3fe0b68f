"""The paper in place of the card (suket): forbidden, unless a rule lets it be given, for as long as that says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final


class InterimLetter(StrEnum):
    """Whether the office gives it out; circulars have said both."""

    FORBIDDEN = "forbidden"
    ALLOWED = "allowed"


@dataclass(frozen=True, slots=True)
class InterimRule:
    """What holds on a day; `until` is the last day, None where none is named."""

    is_allowed: bool = False
    until: date | None = None


NO_LETTER: Final = InterimRule()


def interim_on(letter: str, until: str, day: date) -> InterimRule:
    """The rule of a day from the settings that hold then."""
    last = date.fromisoformat(until) if until else None
    if letter != InterimLetter.ALLOWED or (last is not None and last < day):
        return NO_LETTER
    return InterimRule(is_allowed=True, until=last)
