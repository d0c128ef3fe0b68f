"""Districts and villages as the desk lists them: ranked, with list, target, next shift, and the reason in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fieldkit.domain.areas import AreaLevel
from fieldkit.domain.lists.coverage import ListNumbers
from fieldkit.domain.lists.ranking import Candidate, KnownSite, Order, Ranked, ranked, site_words
from fieldkit.domain.lists.targets import Target
from fieldkit.domain.text import Text
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.targets.lists import Stretch
from fieldkit.store.queries.targets.page import TargetsView
from fieldkit.ui.places import district_name, village_label


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A district or village in its turn."""

    id: str
    name: str
    place: int
    reason: Text
    site: Text
    """The best known place there."""
    numbers: ListNumbers
    proposed: int
    target: Target | None
    of_parts: int | None
    """Of a district: what the targets of its villages come to; None where none of them has one."""
    next_shift: date | None

    @property
    def is_district(self) -> bool:
        """Whether it has villages of its own."""
        return len(self.id) == len("35.74.03")

    @property
    def missing(self) -> int | None:
        """People who are missing to the target; None without one."""
        return self.target.missing(self.numbers.recorded) if self.target is not None else None

    @property
    def adds_up(self) -> bool:
        """Whether a district's target is what those of its villages come to."""
        return self.target is None or self.of_parts is None or self.of_parts == self.target.quantity


def districts(view: TargetsView, regions: RegionTable, order: Order) -> tuple[PlaceRow, ...]:
    """All districts of the regency, also those without a list."""
    return _rows(view, [each.code for each in regions.children(view.regency)], regions, order)


def villages(view: TargetsView, regions: RegionTable, order: Order, district: str) -> tuple[PlaceRow, ...]:
    """All villages of one district."""
    return _rows(view, [each.code for each in regions.children(district)], regions, order)


def all_villages(view: TargetsView, regions: RegionTable, order: Order) -> tuple[PlaceRow, ...]:
    """All villages of the regency that have a list, or a target of their own."""
    known = {each.code for each in view.lists} | view.targets.keys()
    codes = [each.code for each in regions.descendants(view.regency, AreaLevel.VILLAGE) if each.code in known]
    return _rows(view, codes, regions, order)


def summed(parts: Iterable[ListNumbers]) -> ListNumbers:
    """Several lists as one."""
    known = list(parts)
    columns = ("gross", "explained_approved", "away", "recorded")
    return ListNumbers(*(sum(getattr(each, name) for each in known) for name in columns))


def whole(view: TargetsView) -> ListNumbers:
    """All lists of the regency."""
    return summed(each.numbers for each in view.lists)


def village_targets(view: TargetsView, within: str = "") -> list[Target]:
    """The targets of villages, of one district where it is named."""
    return [
        target
        for place, target in view.targets.items()
        if place.startswith(f"{within or view.regency}.") and _ends(place)
    ]


def _ends(place: str) -> bool:
    return len(place) > len("35.74.03")


def _rows(view: TargetsView, codes: Sequence[str], regions: RegionTable, order: Order) -> tuple[PlaceRow, ...]:
    by_code = _by_place(view.lists, codes)
    candidates = (Candidate(code, by_code[code][0].left, _sites(view, code)) for code in codes)
    return tuple(_row(view, each, by_code, regions) for each in ranked(candidates, order))


def _row(
    view: TargetsView, each: Ranked, by_code: Mapping[str, tuple[ListNumbers, int]], regions: RegionTable
) -> PlaceRow:
    code = each.candidate.code
    of_parts = [target.quantity for target in village_targets(view, code)]
    numbers, proposed = by_code[code]
    days = [day for village, day in view.next_plans.items() if village == code or village.startswith(f"{code}.")]
    return PlaceRow(
        code,
        village_label(regions, code) if _ends(code) else district_name(regions, code),
        each.place,
        each.reason,
        site_words(each.candidate.best_site),
        numbers,
        proposed,
        view.targets.get(code),
        sum(of_parts) if of_parts else None,
        min(days, default=None),
    )


def _sites(view: TargetsView, code: str) -> tuple[KnownSite, ...]:
    return tuple(site for village, sites in view.sites.items() if village.startswith(code) for site in sites)


def _by_place(lists: Iterable[Stretch], codes: Sequence[str]) -> Mapping[str, tuple[ListNumbers, int]]:
    """The list of each place in numbers, and how many of it the field has proposed to take off."""
    length = len(codes[0]) if codes else 0
    found: dict[str, list[Stretch]] = {code: [] for code in codes}
    for each in lists:
        if each.code[:length] in found:
            found[each.code[:length]].append(each)
    return {code: (summed(p.numbers for p in parts), sum(p.proposed for p in parts)) for code, parts in found.items()}
