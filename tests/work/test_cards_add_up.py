"""Whatever is done with cards, in whatever order: each has one place, and every blank is somewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldkit.domain.cards.card import CardState, Check, Kind, Placing, Where, standing
from fieldkit.domain.cards.pick_up import Receiving
from fieldkit.domain.errors import RuleError
from fieldkit.domain.people.sex import Sex
from fieldkit.domain.requests.service import Step
from fieldkit.domain.stock.movements import SPOILED, USED, Product
from fieldkit.store.queries.cards.facts import card_facts, position_of, positions
from fieldkit.store.queries.stock.balances import balance_of, table_holder
from fieldkit.store.store import Store
from fieldkit.work.cards.handover import HandOver, hand_over_card
from fieldkit.work.cards.places import PlaceCard, place_card
from fieldkit.work.cards.printing import check_card, print_card, take_back_print
from fieldkit.work.cards.undoing import undo_card_step
from fieldkit.work.closing.figures import ShiftFigures, figures_of
from fieldkit.work.closing.table import CloseShift, close_shift
from fieldkit.work.sign_in import Signer
from fieldkit.work.table.outcomes import note_step
from fieldkit.work.table.registration import NewPerson
from tests.laptops import laptop, let_print, opened, registered, signing_lead

OWN = Receiving("yang bersangkutan", "Kartu keluarga")
BLANKS = 30
_PEOPLE = 3


def take_back(store: Store, card: str) -> None:
    print_id = store.query(position_of, card).print_id
    if print_id:
        store.execute(take_back_print, print_id)


def undo(store: Store, card: str) -> None:
    facts = [fact for fact in standing(store.query(card_facts, [card])[card]) if fact.word != Placing.UNDONE]
    last = max(facts, key=lambda fact: (fact.at, fact.kind), default=None)
    if last is not None and last.kind is not Kind.PRINT:
        store.execute(undo_card_step, last.id)


ACTS: dict[str, Callable[[Store, str], object]] = {
    "print": lambda store, card: store.execute(print_card, card),
    "right": lambda store, card: store.execute(check_card, card, Check.OK),
    "wrong": lambda store, card: store.execute(check_card, card, Check.WRONG_DATA),
    "not printed": take_back,
    "ready": lambda store, card: store.execute(place_card, PlaceCard(card, Placing.READY, "Rak", "Yuni")),
    "back": lambda store, card: store.execute(place_card, PlaceCard(card, Placing.RETURNED, "Meja", "Yuni", "Salah")),
    "away": lambda store, card: store.execute(place_card, PlaceCard(card, Placing.WITHDRAWN, "Kantor", "Yuni", "Ada")),
    "box": lambda store, card: store.execute(place_card, PlaceCard(card, Placing.BOXED, "Kotak", "Yuni")),
    "undo": undo,
    "given": lambda store, card: store.execute(hand_over_card, HandOver(card, OWN)),
}
HISTORIES = st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.integers(0, _PEOPLE - 1)), max_size=14)


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Signer]]:
    store = laptop(tmp_path_factory.mktemp("table"))
    signer = signing_lead(store)
    let_print(store)
    yield store, signer
    store.close()


def recorded(store: Store) -> list[str]:
    requests = []
    for number in range(_PEOPLE):
        person = NewPerson(f"WARGA {number}", Sex.FEMALE, date(1990, 5, 2))
        requests.append(registered(store, new_person=person).request_id)
        store.execute(note_step, requests[-1], Step.RECORDED)
    return requests


def held_by(store: Store) -> dict[str, int]:
    holders = (store.query(table_holder), USED, SPOILED)
    return dict(
        zip(
            ("table", "used", "spoiled"),
            (store.query(balance_of, each, Product.BLANK) for each in holders),
            strict=True,
        )
    )


def shift_of(store: Store, shift: str) -> ShiftFigures:
    return store.query(figures_of, shift)


@settings(deadline=None, max_examples=20)
@given(history=HISTORIES)
def test_each_card_has_one_place_and_every_blank_is_somewhere(
    table: tuple[Store, Signer], history: list[tuple[str, int]]
) -> None:
    store, signer = table
    before = held_by(store)
    shift = opened(store, blanks=BLANKS)
    cards = recorded(store)
    for act, number in history:
        try:
            ACTS[act](store, cards[number])
        except RuleError:
            continue
    now, where = held_by(store), store.query(positions, cards)
    made = [card for card in where.values() if card.where not in (Where.NOWHERE, Where.BOX)]
    boxed = [card for card in where.values() if card.where is Where.BOX]
    given = [card for card in made if card.where is Where.OWNER]
    # The session begins with what was counted: the rest of the one before lies among it.
    came = max(0, BLANKS - before["table"])
    assert sum(now.values()) == sum(before.values()) + came
    assert now["used"] - before["used"] == len(made)
    assert now["spoiled"] - before["spoiled"] == sum(card.spoiled for card in where.values()) + len(boxed)
    assert all(card.handovers <= 1 + card.returns for card in where.values())
    figures = shift_of(store, shift)
    printed = len(made) + len(boxed)
    assert (figures.cards.printed, figures.stock.printed) == (printed, printed)
    assert (figures.cards.handed_over, figures.cards.held) == (len(given), printed - len(given))
    assert figures.stock.spoiled == sum(card.spoiled for card in where.values())
    assert all(card.print_id for card in made if card.state is not CardState.QUEUED)
    store.execute(close_shift, CloseShift(shift, now["table"]), signer)
