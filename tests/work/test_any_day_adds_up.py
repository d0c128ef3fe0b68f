"""Whatever happens in a shift, its people, blanks and cards add up, or a difference has its name (TL-4)."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldkit.domain.errors import RuleError
from fieldkit.domain.requests.service import Step
from fieldkit.domain.stock.movements import MovementKind, Product, SpoilReason
from fieldkit.store.queries.closing.signed import closings
from fieldkit.store.store import Store
from fieldkit.work.cards.handover import HandOver, Receiving, hand_over_card
from fieldkit.work.cards.printing import print_card, spoil_blank
from fieldkit.work.closing.figures import ShiftFigures, figures_of
from fieldkit.work.closing.reopening import ReopenShift, reopen_shift
from fieldkit.work.closing.table import CloseShift, close_shift
from fieldkit.work.sign_in import Signer
from fieldkit.work.stock.movements import MoveStock, move_stock
from fieldkit.work.table.outcomes import note_step, undo_step
from tests.laptops import JATI, laptop, let_print, opened, registered, signing_lead

OUTCOMES = (
    Step.RECORDED,
    Step.RECORDED_WITH_EXCEPTION,
    Step.INCOMPLETE_PAPERS,
    Step.ALREADY_RECORDED,
    Step.LEFT_QUEUE,
    Step.FAILED_EQUIPMENT,
    Step.REFUSED,
    Step.UNDER_AGE,
)
EVENTS = st.one_of(
    st.sampled_from(OUTCOMES).map(lambda step: ("came", step)),
    st.just(("printed", None)),
    st.just(("handed over", None)),
    st.just(("spoiled", None)),
    st.just(("thought again", None)),
    st.integers(1, 5).map(lambda pieces: ("given", pieces)),
    st.integers(1, 2).map(lambda pieces: ("given back", pieces)),
)


class Day:
    """One shift after the other at one table."""

    def __init__(self, store: Store, signer: Signer) -> None:
        self.store, self.signer = store, signer
        self.shift = ""
        self.recorded: list[str] = []
        self.printed: list[str] = []

    def begin(self) -> None:
        """The next shift, with 20 blanks more."""
        self.shift = opened(self.store, blanks=20)
        self.recorded, self.printed = [], []

    def happens(self, event: str, about: Step | int | None) -> None:
        """One event; what can not happen now does not."""
        if event == "came" and isinstance(about, Step):
            self._comes(about)
        elif event == "thought again":
            request = registered(self.store).request_id
            self.store.execute(undo_step, self.store.execute(note_step, request, Step.LEFT_QUEUE))
            self.store.execute(note_step, request, Step.CAPTURING)
            self.store.execute(note_step, request, Step.LEFT_QUEUE)
        elif event == "printed" and self.recorded:
            self.printed.append(self.recorded.pop())
            self.store.execute(print_card, self.printed[-1])
        elif event == "handed over" and self.printed:
            command = HandOver(self.printed.pop(), Receiving("yang bersangkutan", "Kartu keluarga"))
            self.store.execute(hand_over_card, command)
        elif event == "spoiled":
            self.store.execute(spoil_blank, SpoilReason.DAMAGED_BLANK)
        elif isinstance(about, int):
            kind = MovementKind.ISSUE if event == "given" else MovementKind.RETURN
            self.store.execute(move_stock, MoveStock(self.shift, JATI, kind, Product.BLANK, about))

    def figures(self) -> ShiftFigures:
        return self.store.query(figures_of, self.shift)

    def close(self, counted: int, reason: str = "", note: str = "") -> None:
        self.store.execute(close_shift, CloseShift(self.shift, counted, reason, note), self.signer)

    def _comes(self, step: Step) -> None:
        request = registered(self.store).request_id
        self.store.execute(note_step, request, step, "x")
        if step is Step.RECORDED:
            self.recorded.append(request)


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Day]:
    store = laptop(tmp_path_factory.mktemp("day"))
    signer = signing_lead(store)
    let_print(store)
    yield Day(store, signer)
    store.close()


@settings(deadline=None, max_examples=15)
@given(events=st.lists(EVENTS, max_size=8), off=st.integers(-2, 2), again=st.booleans())
def test_people_blanks_and_cards_add_up_or_the_difference_has_a_name(
    day: Day, events: list[tuple[str, Step | int | None]], off: int, *, again: bool
) -> None:
    day.begin()
    for event in events:
        day.happens(*event)
    figures = day.figures()
    people, cards, on_hand = figures.people_count, figures.card_count, figures.stock.on_hand
    assert people.difference == cards.difference == people.still_open == 0
    assert figures.blank_count(on_hand - off).difference == off
    if off:
        with pytest.raises(RuleError):
            day.close(on_hand - off)
    day.close(on_hand - off, "other" if off else "", "Dicari besok" if off else "")
    if again:
        day.store.execute(reopen_shift, ReopenShift(day.shift, "Hitung ulang"), day.signer)
        assert day.figures().stock == figures.stock
        day.close(on_hand)
    documents = [json.loads(each.document) for each in day.store.query(closings, day.shift)]
    assert [each["difference"] for each in documents] == ([off, 0] if again else [off])
    assert all(each["people_count"]["arrived"] == people.arrived for each in documents)
