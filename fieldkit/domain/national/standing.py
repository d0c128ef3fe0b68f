"""How many there are in a place by somebody's count on a day, and how far the field has come since (F-T4, F-T7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fieldkit.domain.lists.coverage import ListNumbers, gap_points, percent
from fieldkit.domain.lists.outlook import missing_to
from fieldkit.domain.national.counts import Source


@dataclass(frozen=True, slots=True)
class Counted:
    """A count of a place by somebody, on a day; it need not add up with others (F-T5)."""

    source: str
    as_of: date
    obligated: int
    recorded: int

    @property
    def share(self) -> Decimal:
        """Recorded of obligated, in percent."""
        return percent(self.recorded, self.obligated)


def base_of(newest: Mapping[str, Counted]) -> Counted | None:
    """The count that the field counts on from: the own one, else the national one; None where there is neither."""
    return newest.get(Source.LOCAL) or newest.get(Source.NATIONAL)


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a place is. Without a count of the obligated it is the coverage of its list, and says so.

    Of a list the whole is everybody on it: nobody improves the percentage by being taken off (HO-4).
    """

    numbers: ListNumbers
    proposed: int = 0
    """Explained by the field and not decided by the office: still reachable (F-T2)."""
    base: Counted | None = None
    since: int = 0
    """People obligated to have a card who were recorded after the day of the count."""

    @property
    def whole(self) -> int:
        """Of how many the share is."""
        return self.base.obligated if self.base else self.numbers.gross

    @property
    def recorded(self) -> int:
        """How many of them are recorded."""
        return self.base.recorded + self.since if self.base else self.numbers.recorded

    @property
    def share(self) -> Decimal:
        """Recorded of the whole, in percent."""
        return percent(self.recorded, self.whole)

    @property
    def unrecorded_on_list(self) -> int:
        """On the list and not recorded, explained or not."""
        return self.numbers.gross - self.numbers.recorded

    @property
    def out_of_reach(self) -> int:
        """Off the list by the office's word, or away."""
        return self.numbers.explained_approved + self.numbers.away

    @property
    def of_list(self) -> Standing:
        """The same place by its list alone."""
        return Standing(self.numbers, self.proposed)

    def to_go(self, target: Decimal) -> int:
        """People who are missing to the target; 0 once it is reached."""
        return missing_to(target, self.whole, self.recorded)

    def gap(self, target: Decimal) -> Decimal:
        """Points that are missing to the target; below 0 when it is passed."""
        return gap_points(target, self.share)

    def beyond_the_list(self, target: Decimal) -> int:
        """How many of those missing to the target can not be found among the reachable people of the list."""
        return max(0, self.to_go(target) - self.numbers.left)
