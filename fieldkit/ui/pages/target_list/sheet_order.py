"""What a sheet of the list is to hold."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from fieldkit.domain.lists.list_sheet import SheetKind
from fieldkit.store.queries.lists.listing import ListEntry
from fieldkit.store.queries.lists.sheets import ComingPlan
from fieldkit.store.queries.lists.target_list_page import TargetListView
from fieldkit.ui.papers.ways import SheetWay


@dataclass(frozen=True, slots=True, repr=False)
class SheetOrder:
    """What is to be printed, of which view of the list, for which shift, about whom."""

    kind: SheetKind
    view: TargetListView
    plan: ComingPlan | None
    people: tuple[ListEntry, ...]
    on: date
    way: SheetWay = SheetWay.PDF

    @property
    def village(self) -> str:
        """Whose list it is."""
        return self.view.asked.sieve.village

    @property
    def noted_kind(self) -> SheetKind:
        """As what it is noted: where only some of an RT are invited, the others are not."""
        is_of_some = self.kind is SheetKind.INVITATION and not self.view.asked.sieve.is_whole_rt
        return SheetKind.INVITATION_OF_SOME if is_of_some else self.kind

    @property
    def pages(self) -> tuple[tuple[str, str, int], ...]:
        """RW, RT and number of people of each page; what has no names is one page about nobody."""
        if self.kind is SheetKind.REMAINDER:
            return (("", "", 0),)
        return tuple((*place, people) for place, people in Counter((one.rw, one.rt) for one in self.people).items())
