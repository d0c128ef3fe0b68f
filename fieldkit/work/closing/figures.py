"""The figures that a shift is closed with, as they stand now."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields

from fieldkit.domain.requests.service import RequestState, Step
from fieldkit.domain.shifts.shift import BlankCount, CardCount, PeopleCount
from fieldkit.domain.stock.movements import Product
from fieldkit.store.database import Database
from fieldkit.store.queries.closing.cards import CardFigures, card_figures
from fieldkit.store.queries.closing.ended import Ended, ended
from fieldkit.store.queries.closing.figures import (
    Frame,
    PeopleFigures,
    Present,
    StockFigures,
    attendance,
    consumable_figures,
    frame_of,
    left_of,
    people_figures,
    stock_figures,
    visits_by_outcome,
)
from fieldkit.store.queries.closing.signed import Replaced, closings, replaced
from fieldkit.store.queries.lists.listing import ListCounts, list_counts, recorded_of_list
from fieldkit.store.queries.shifts import Shift, shift_by_id
from fieldkit.store.queries.stock.balances import table_holder
from fieldkit.store.queries.today.day import IncidentRow, incidents_of_shift


@dataclass(frozen=True, slots=True)
class ShiftFigures:
    """Everything that a shift is closed with, before it is signed."""

    shift: Shift
    people: PeopleFigures
    stock: StockFigures
    cards: CardFigures
    village: ListCounts
    recorded_of_list: int
    """Those of the list whom this shift recorded: tables that do not see one another add these up."""
    present: tuple[Present, ...]
    incidents: tuple[IncidentRow, ...]
    visits: tuple[tuple[str, int], ...]
    frame: Frame
    consumables: tuple[tuple[Product, StockFigures], ...] = ()
    """Ribbon and film, where they are counted: estimated, and never in the way (F-B2)."""
    replaces: Replaced | None = None
    """The closing that was taken back when the shift was opened again."""
    ended: Ended | None = None
    """Where it can not be counted again: what its last closing leaves fixed."""

    @property
    def people_count(self) -> PeopleCount:
        """People by what became of them, for the balance of TL-4."""
        return count_people(self.people)

    @property
    def card_count(self) -> CardCount:
        """Cards for the balance, as they are on record."""
        return self.card_count_of(None)

    def card_count_of(self, held: int | None) -> CardCount:
        """Cards for the balance, with those held as they were counted by hand; as on record where nobody did."""
        return CardCount(self.cards.printed, self.cards.handed_over, self.cards.held if held is None else held)

    def blank_count(self, counted: int | None) -> BlankCount:
        """Blanks for the balance, with what was counted back."""
        return self.stock.counted(counted)


_PILES: Mapping[str, str] = {
    Step.INCOMPLETE_PAPERS: "incomplete_papers",
    Step.ALREADY_RECORDED: "already_recorded",
    Step.LEFT_QUEUE: "left",
    Step.FAILED_EQUIPMENT: "failed",
    Step.ACCEPTED_FOR_REPRINT: "forwarded",
    Step.FORWARDED_TO_OFFICE: "forwarded",
}
_OPEN = {RequestState.WAITING, RequestState.IN_SERVICE}


def figures_of(database: Database, shift_id: str) -> ShiftFigures:
    """The figures of a shift as they stand now; KeyError where there is no such shift."""
    shift = shift_by_id(database, shift_id)
    if shift is None:
        raise KeyError(shift_id)
    last = ended(database, shift_id)
    holder, until = (last.holder, last.until) if last is not None else (table_holder(database), "")
    recorded = recorded_of_list(database, shift.village, shift_id)
    return ShiftFigures(
        shift,
        people_figures(database, shift_id),
        _blanks(database, holder, shift_id, until),
        card_figures(database, shift_id, until),
        _list_of(database, shift, recorded) if until else list_counts(database, shift.village),
        recorded,
        tuple(attendance(database, shift_id)),
        tuple(incidents_of_shift(database, shift_id)),
        tuple(visits_by_outcome(database, shift_id)),
        frame_of(database, shift_id),
        _consumables(database, holder, shift_id, until),
        replaced(database, shift_id),
        last,
    )


def _blanks(database: Database, holder: str, shift_id: str, until: str) -> StockFigures:
    on_hand = left_of(database, holder, shift_id, Product.BLANK, until)
    return stock_figures(database, holder, shift_id, on_hand, Product.BLANK, until)


def _list_of(database: Database, shift: Shift, recorded: int) -> ListCounts:
    """The list as it was signed with the shift, and whom the shift recorded of it as that is known now."""
    told = json.loads(closings(database, shift.id)[-1].document)["village"]
    known = {each.name: told.get(each.name, 0) for each in fields(ListCounts)}
    known["recorded"] += recorded - told.get("recorded_here", recorded)
    return ListCounts(**known)


def _consumables(
    database: Database, holder: str, shift_id: str, until: str
) -> tuple[tuple[Product, StockFigures], ...]:
    found = [
        (each, consumable_figures(database, holder, shift_id, each, until)) for each in (Product.RIBBON, Product.FILM)
    ]
    return tuple((product, figures) for product, figures in found if figures is not None)


def count_people(people: PeopleFigures) -> PeopleCount:
    """Sort the people of a shift into the piles of the closing."""
    piles = dict.fromkeys(
        ("recorded", "incomplete_papers", "already_recorded", "left", "failed", "forwarded", "other", "still_open"), 0
    )
    for count in people.by_step:
        piles[_pile(count.state, count.step)] += count.people
    return PeopleCount(people.arrived, **piles)


def _pile(state: str, step: str) -> str:
    if state == RequestState.RECORDED:
        return "recorded"
    return "still_open" if state in _OPEN else _PILES.get(step, "other")
