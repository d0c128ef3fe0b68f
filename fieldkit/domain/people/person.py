"""Who must have a card, who may be recorded, and from which day a card may be printed."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

ELDERLY = 60
"""From this age on somebody is called before others."""
_CARD_AGE = 17
_RECORDING_AGE = 16
_FIRST_OF_MARCH = (3, 1)


class Marital(StrEnum):
    """Whether a person is or was married, as far as the card depends on it."""

    SINGLE = "single"
    MARRIED = "married"
    EVER_MARRIED = "ever_married"


def marital_of(stored: str | None) -> Marital:
    """The status as it was stored; what is empty or unknown to this version counts as single."""
    return Marital(stored) if stored in set(Marital) else Marital.SINGLE


def age_on(birth: date, on: date) -> int:
    """Full years of age on a day; who was born on 29 February is a year older from 1 March."""
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))


def is_card_obligated(birth: date, on: date, marital: Marital) -> bool:
    """Whether a person must have a card: 17, or married, or ever married (F-W1)."""
    return marital is not Marital.SINGLE or age_on(birth, on) >= _CARD_AGE


def may_be_recorded(birth: date, on: date, marital: Marital) -> bool:
    """Whether a person may be recorded: from 16, or married, or ever married (F-W2)."""
    return marital is not Marital.SINGLE or age_on(birth, on) >= _RECORDING_AGE


def print_eligible_on(birth: date, marital: Marital, *, leap_day_on: tuple[int, int] = _FIRST_OF_MARCH) -> date | None:
    """The day from which the card may be printed: the 17th birthday, or None for at once (F-W2).

    `leap_day_on` is month and day on which the office lets those born on 29 February turn 17.
    """
    if marital is not Marital.SINGLE:
        return None
    # 17 years after a leap year is never one
    month, day = leap_day_on if (birth.month, birth.day) == (2, 29) else (birth.month, birth.day)
    return date(birth.year + _CARD_AGE, month, day)
