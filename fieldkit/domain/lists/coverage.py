"""Coverage arithmetic: percentages to two decimals, half up, and the three numbers of a list."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

_HUNDREDTH = Decimal("0.01")
_TENTH = Decimal("0.1")
_WHOLE = Decimal(1)


@dataclass(frozen=True, slots=True)
class ListNumbers:
    """A list in numbers: on it, explained and approved by the office, away, recorded; nobody in two (F-T2)."""

    gross: int
    explained_approved: int
    away: int
    recorded: int

    @property
    def reachable(self) -> int:
        """People who can come: an explanation takes somebody out only once the office has approved it."""
        return self.gross - self.explained_approved - self.away

    @property
    def left(self) -> int:
        """Reachable people who are not recorded yet."""
        return self.reachable - self.recorded


def percent(part: int, whole: int) -> Decimal:
    """The share in percent, two decimals half up; 0.00 of an empty whole."""
    if whole == 0:
        return Decimal("0.00")
    return _half_up(Decimal(part) * 100 / whole, _HUNDREDTH)


def gap_points(target: Decimal, reached: Decimal) -> Decimal:
    """Percentage points that are missing to the target, two decimals half up; below 0 when it is passed."""
    return _half_up(target - reached, _HUNDREDTH)


def days_left(left: int, per_day: int | Decimal) -> Decimal:
    """Days to go at this pace, one decimal half up. Without a pace there is no answer: ValueError."""
    return _half_up(_days(left, per_day), _TENTH)


def whole_days(left: int, per_day: int | Decimal) -> int:
    """Days of work to go at this pace; a begun day counts. Without a pace there is no answer: ValueError."""
    return int(_days(left, per_day).quantize(_WHOLE, rounding=ROUND_CEILING))


def target_count(total: int, target_percent: int | Decimal) -> int:
    """How many people it takes to reach a percentage of all; a begun person counts."""
    return int((total * Decimal(target_percent) / 100).quantize(_WHOLE, rounding=ROUND_CEILING))


def _days(left: int, per_day: int | Decimal) -> Decimal:
    if per_day <= 0:
        raise ValueError("a pace is above zero")
    return Decimal(left) / per_day


def _half_up(value: Decimal, step: Decimal) -> Decimal:
    return value.quantize(step, rounding=ROUND_HALF_UP)
