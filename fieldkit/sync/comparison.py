"""The proof that laptop and centre hold the same rows: sums are compared, and what differs is loaded afresh."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import msgspec

from fieldkit.domain.areas import AreaCode, around, is_within, regency_of
from fieldkit.records.wire import AreaHead, AreaSum, PullReply, Sums, SumsReply
from fieldkit.store.syncing.exchange import Exchange


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison; `ask` fetches the centre's sums, `pull` a page."""

    ask: Callable[[Sums], SumsReply]
    exchange: Exchange
    pull: Callable[[dict[str, int], dict[str, int]], PullReply]

    def run(self, areas: Iterable[AreaHead]) -> Iterator[str]:
        """Compare what the cursors have reached, and load afresh what differs; each such area once it is done."""
        granted = [each.area for each in areas]
        told = self.ask(Sums(areas=granted))
        reached = self.exchange.cursors([AreaHead(area, 0) for area in granted])
        for area in self._differing({each.area: each for each in told.sums}, set(told.unsure), reached):
            self._load_afresh(area, _around(area, granted))
            yield area

    def _differing(self, told: Mapping[str, AreaSum], unsure: set[str], reached: Mapping[str, int]) -> list[str]:
        ours = self.exchange.comparing.sums()
        differing = []
        for area in sorted({*told, *ours} - unsure):
            theirs, mine = told.get(area, AreaSum(area, 0, f"{0:016x}", 0)), ours.get(area)
            place = _around(area, reached)
            is_same = (theirs.count, theirs.sum) == ((mine.count, mine.told) if mine else (0, f"{0:016x}"))
            if place and reached[place] >= theirs.version and not is_same:
                differing.append(area)
        return differing

    def _load_afresh(self, area: str, place: str) -> None:
        """All rows of an area again, and none besides; the cursors stay where they are."""
        # Rows of the regency itself come with every area of it.
        cursors = {area if is_within(AreaCode(area), AreaCode(place)) else place: 0}
        heads: dict[str, int] = {}
        known: set[str] = set()
        is_done = False
        while not is_done:
            page = self.pull(cursors, heads)
            known.update(_ids_in(page, area))
            self.exchange.apply_page(msgspec.structs.replace(page, cursors={}))
            cursors, heads, is_done = page.cursors, page.heads, page.done
        self.exchange.comparing.drop_strangers(area, known)


def _around(area: str, granted: Iterable[str]) -> str:
    """The granted area that an area lies in, or that brings the rows of its regency along; empty where none does."""
    places = list(granted)
    within = [place for place in places if place in around(area)]
    beside = [place for place in places if area == regency_of(place)]
    return next(iter([*within, *beside]), "")


def _ids_in(page: PullReply, area: str) -> Iterator[str]:
    for table in page.tables:
        place, row_id = table.columns.index("area"), table.columns.index("id")
        yield from (str(row[row_id]) for row in table.rows if row[place] == area)
