"""Cards that two tables know differently, and steps that were written by mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldkit.domain.cards.card import CardState, Check, Placing
from fieldkit.domain.cards.pick_up import Receiving
from fieldkit.domain.errors import RuleError
from fieldkit.domain.requests.service import RecordedBefore, Step
from fieldkit.domain.stock.movements import SPOILED, USED, MovementKind, Product
from fieldkit.store.database import Database
from fieldkit.store.queries.cards.facts import position_of
from fieldkit.store.queries.cards.queue import open_cards
from fieldkit.store.queries.shifts import current_shift
from fieldkit.store.queries.stock.balances import balance_of, table_holder
from fieldkit.store.store import Store
from fieldkit.work.cards.handover import HandOver, hand_over_card
from fieldkit.work.cards.places import PlaceCard, place_card
from fieldkit.work.cards.printing import check_card, print_card, take_back_print, take_back_prints
from fieldkit.work.closing.figures import ShiftFigures, figures_of
from fieldkit.work.closing.table import CloseShift, close_shift
from fieldkit.work.sign_in import check_in
from fieldkit.work.stock.movements import MoveStock, move_stock
from fieldkit.work.table.outcomes import note_step
from tests.laptops import JATI, SATURDAY, StillClock, laptop, let_print, opened, registered, signing_lead

EARLIER = "2019-02-22T00:00:00.000Z"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = laptop(tmp_path, StillClock())
    signing_lead(store)
    let_print(store)
    opened(store, blanks=10)
    return store


def recorded(store: Store) -> str:
    request = registered(store, recorded_before=RecordedBefore.NO).request_id
    store.execute(note_step, request, Step.RECORDED)
    return request


def of_the_other_table(store: Store, print_id: str) -> str:
    """The other table had printed the same card before; it arrives now."""

    def arrive(database: Database) -> None:
        names = [row[1] for row in database.rows("PRAGMA table_info(card_print)")]
        row = dict(zip(names, *database.rows("SELECT * FROM card_print WHERE id = ?", print_id), strict=True))
        row |= {
            "seq": row["seq"] + 9000,
            "id": "print-of-p1",
            "shift_id": "shift-of-p1",
            "movement_id": "movement-of-p1",
            "at": EARLIER,
        }
        marks = ", ".join("?" * len(names))
        database.run(f"INSERT INTO card_print ({', '.join(names)}) VALUES ({marks})", *row.values())

    store.write_local(arrive)
    return "print-of-p1"


def ended(store: Store) -> list[str]:
    return [row[0] for row in store.query(lambda d: d.rows("SELECT print_id FROM card_check ORDER BY id"))]


def balances(store: Store) -> list[int]:
    holder = store.query(table_holder)
    return [store.query(balance_of, holder, product) for product in Product]


def figures(store: Store) -> ShiftFigures:
    shift = store.query(current_shift)
    assert shift is not None
    return store.query(figures_of, shift.id)


def test_a_print_taken_back_is_the_own_one_also_where_another_table_printed_first(store: Store) -> None:
    request = recorded(store)
    own = store.execute(print_card, request)
    other = of_the_other_table(store, own)
    store.execute(take_back_prints, (own,))
    assert ended(store) == [own]
    assert store.query(position_of, request).print_id == other
    assert (figures(store).stock.printed, figures(store).stock.on_hand) == (0, 10)


@pytest.mark.parametrize("result", [Check.WRONG_DATA, Check.NOT_PRINTED])
def test_the_piece_that_is_ended_at_a_table_is_the_one_that_was_printed_there(store: Store, result: Check) -> None:
    request = recorded(store)
    own = store.execute(print_card, request)
    of_the_other_table(store, own)
    store.execute(check_card, request, result)
    assert ended(store) == [own]


def test_a_print_is_taken_back_once(store: Store) -> None:
    own = store.execute(print_card, recorded(store))
    of_the_other_table(store, own)
    store.execute(take_back_print, own)
    with pytest.raises(RuleError) as told:
        store.execute(take_back_print, own)
    assert [each.code for each in told.value.problems] == ["not_just_printed"]


def test_a_print_taken_back_gives_ribbon_and_film_back(store: Store) -> None:
    shift = store.query(current_shift)
    assert shift is not None
    for product in (Product.RIBBON, Product.FILM):
        store.execute(move_stock, MoveStock(shift.id, JATI, MovementKind.ISSUE, product, 50))
    request = recorded(store)
    store.execute(print_card, request)
    store.execute(check_card, request, Check.WRONG_DATA)
    again = store.execute(print_card, request)
    assert balances(store) == [8, 48, 48]
    store.execute(take_back_print, again)
    assert balances(store) == [9, 49, 49]
    assert store.query(position_of, request).state is CardState.QUEUED


def test_a_print_of_a_closed_session_that_never_was_makes_no_print_less_than_none(store: Store) -> None:
    shift = store.query(current_shift)
    assert shift is not None
    own = store.execute(print_card, recorded(store))
    store.execute(close_shift, CloseShift(shift.id, 9), check_in(store, store.user, "274913"))
    opened(store, blanks=0)
    store.execute(take_back_print, own)
    found = figures(store).stock
    assert (found.taken, found.printed, found.on_hand) == (10, 0, 10)


def test_a_card_that_came_back_once_is_in_the_list_of_the_day_it_went_out_again_only(store: Store) -> None:
    request = recorded(store)
    store.execute(print_card, request)
    own = Receiving("yang bersangkutan", "Kartu keluarga")
    store.execute(hand_over_card, HandOver(request, own))
    store.execute(place_card, PlaceCard(request, Placing.RETURNED, "Meja P1", "Yuni", "Salah orang"))
    assert [row.request_id for row in store.query(open_cards, "2019-02-24")] == [request]
    store.execute(hand_over_card, HandOver(request, own))
    assert [row.request_id for row in store.query(open_cards, SATURDAY.isoformat())] == [request]
    assert store.query(open_cards, "2019-02-24") == []


@pytest.mark.parametrize("result", [Check.WRONG_DATA, Check.ENCODE_FAILED])
def test_a_card_of_another_session_that_is_spoiled_here_is_in_the_closing_of_this_one(
    store: Store, result: Check
) -> None:
    shift = store.query(current_shift)
    assert shift is not None
    request = recorded(store)
    store.execute(print_card, request)
    store.execute(close_shift, CloseShift(shift.id, 9), check_in(store, store.user, "274913"))
    later = opened(store, blanks=0)
    store.execute(check_card, request, result)
    found = figures(store).stock
    assert (found.taken, found.printed, found.spoiled, found.on_hand) == (10, 0, 1, 9)
    assert store.query(balance_of, SPOILED, Product.BLANK) == 1
    assert store.query(balance_of, USED, Product.BLANK) == 0
    store.execute(close_shift, CloseShift(later, 9), check_in(store, store.user, "274913"))
