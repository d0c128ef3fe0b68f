"""Cards that two tables know differently, and steps that were written by mistake."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from fieldkit.domain.cards.card import CardState, Check, Placing
from fieldkit.domain.cards.pick_up import Receiving, Relation
from fieldkit.domain.errors import ClosedError, RuleError
from fieldkit.domain.people.sex import Sex
from fieldkit.domain.requests.service import RecordedBefore, Step
from fieldkit.domain.rules.catalogue import RuleName
from fieldkit.domain.stock.movements import SPOILED, USED, MovementKind, Product
from fieldkit.records.tables import REQUEST_STEP
from fieldkit.store.database import Database
from fieldkit.store.queries.cards.facts import position_of
from fieldkit.store.queries.cards.queue import open_cards
from fieldkit.store.queries.shifts import current_shift
from fieldkit.store.queries.stock.balances import balance_of, table_holder
from fieldkit.store.store import Store
from fieldkit.work.cards.handover import HandOver, hand_over_card
from fieldkit.work.cards.places import PlaceCard, place_card
from fieldkit.work.cards.printing import check_card, print_card, take_back_print, take_back_prints
from fieldkit.work.cards.undoing import undo_card_step
from fieldkit.work.closing.figures import ShiftFigures, figures_of
from fieldkit.work.closing.table import CloseShift, close_shift
from fieldkit.work.sign_in import check_in
from fieldkit.work.stock.movements import MoveStock, move_stock
from fieldkit.work.table.outcomes import note_step
from fieldkit.work.table.registration import NewPerson
from tests.laptops import JATI, SATURDAY, StillClock, laptop, let_print, opened, registered, signing_lead
from tests.ruling import put_in_force

OWN = Receiving("yang bersangkutan", "Kartu keluarga")
EARLIER = "2019-02-22T00:00:00.000Z"


@pytest.fixture
def store(tmp_path: Path, clock: StillClock) -> Store:
    store = laptop(tmp_path, clock)
    signing_lead(store)
    let_print(store)
    opened(store, blanks=10)
    return store


def recorded(store: Store) -> str:
    request = registered(store, recorded_before=RecordedBefore.NO).request_id
    store.execute(note_step, request, Step.RECORDED)
    return request


def close_with_nine(store: Store, shift_id: str) -> None:
    """The session is closed: of ten blanks one was used."""
    store.execute(close_shift, CloseShift(shift_id, 9), check_in(store, store.user, "274913"))


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


def test_a_card_whose_recording_another_laptop_took_back_is_not_lost_from_sight(store: Store) -> None:
    request = recorded(store)
    store.execute(print_card, request)
    step = store.query(lambda d: d.value("SELECT id FROM request_step WHERE step = ?", Step.RECORDED))
    cancelled = {"request_id": request, "step": Step.CANCELLED, "corrects_id": step, "at": "2019-02-23T10:00:00.000Z"}
    store.execute(lambda unit: unit.insert(REQUEST_STEP, JATI, **cancelled))
    (card,) = store.query(open_cards, SATURDAY.isoformat())
    assert (card.request_id, card.is_due, card.card.state) == (request, False, CardState.PRINTED)
    store.execute(check_card, request, Check.WRONG_DATA)
    assert store.query(open_cards, SATURDAY.isoformat()) == []


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
    close_with_nine(store, shift.id)
    opened(store, blanks=0)
    store.execute(take_back_print, own)
    found = figures(store).stock
    assert (found.taken, found.printed, found.on_hand) == (10, 0, 10)


def test_a_card_that_came_back_once_is_in_the_list_of_the_day_it_went_out_again_only(store: Store) -> None:
    request = recorded(store)
    store.execute(print_card, request)
    store.execute(hand_over_card, HandOver(request, OWN))
    store.execute(place_card, PlaceCard(request, Placing.RETURNED, "Meja P1", "Yuni", "Salah orang"))
    assert [row.request_id for row in store.query(open_cards, "2019-02-24")] == [request]
    store.execute(hand_over_card, HandOver(request, OWN))
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
    close_with_nine(store, shift.id)
    later = opened(store, blanks=0)
    store.execute(check_card, request, result)
    found = figures(store).stock
    assert (found.taken, found.printed, found.spoiled, found.on_hand) == (10, 0, 1, 9)
    assert store.query(balance_of, SPOILED, Product.BLANK) == 1
    assert store.query(balance_of, USED, Product.BLANK) == 0
    close_with_nine(store, later)


def told_of(store: Store, request: str) -> list[tuple[str, str]]:
    sql = "SELECT state, coalesce(note, '') FROM card_place WHERE request_id = ? ORDER BY at, id"
    return store.query(lambda d: d.rows(sql, request))


def codes(told: pytest.ExceptionInfo[RuleError]) -> list[str]:
    return [each.code for each in told.value.problems]


def withdrawn(store: Store) -> str:
    request = recorded(store)
    store.execute(print_card, request)
    store.execute(check_card, request, Check.OK)
    store.execute(place_card, PlaceCard(request, Placing.WITHDRAWN, "Lemari", "Yuni", "Diganti yang baru"))
    return request


def test_a_card_in_the_hand_whose_print_has_not_come_here_goes_out_with_the_reason_that_stays(store: Store) -> None:
    request = recorded(store)
    with pytest.raises(RuleError) as told:
        store.execute(hand_over_card, HandOver(request, OWN))
    assert [(each.field, each.code) for each in told.value.problems] == [("why", "not_printed")]
    with pytest.raises(RuleError):
        store.execute(hand_over_card, HandOver(request, OWN, "  "))
    store.execute(hand_over_card, HandOver(request, OWN, "Dicetak tadi malam di kantor"))
    assert told_of(store, request) == [("handed_over_unseen", "Dicetak tadi malam di kantor")]
    assert store.query(position_of, request).state is CardState.HANDED_OVER


def test_a_card_that_is_not_made_at_all_is_not_handed_over_for_any_reason(store: Store) -> None:
    waiting = registered(store, recorded_before=RecordedBefore.NO).request_id
    with pytest.raises(RuleError) as told:
        store.execute(hand_over_card, HandOver(waiting, OWN, "Ada di tangan"))
    assert codes(told) == ["not_printed"]


def test_nobody_elsewhere_can_have_made_the_card_of_who_is_too_young(store: Store) -> None:
    young = NewPerson("DWI ASTUTIK", Sex.FEMALE, date(2002, 5, 2))
    request = registered(store, new_person=young, recorded_before=RecordedBefore.NO).request_id
    store.execute(note_step, request, Step.RECORDED)
    with pytest.raises(RuleError) as told:
        store.execute(hand_over_card, HandOver(request, OWN, "Ada di tangan"))
    assert [(each.field, each.code) for each in told.value.problems] == [("request", "not_printed")]
    assert told_of(store, request) == []


def test_a_handover_of_a_card_at_which_nobody_looked_keeps_that_doubt(store: Store) -> None:
    request = recorded(store)
    store.execute(print_card, request)
    store.execute(hand_over_card, HandOver(request, OWN))
    assert told_of(store, request) == [("handed_over_unchecked", "")]


def test_a_card_of_the_night_is_checked_at_the_counter_without_a_session(store: Store) -> None:
    shift = store.query(current_shift)
    assert shift is not None
    request = recorded(store)
    store.execute(print_card, request)
    close_with_nine(store, shift.id)
    store.execute(check_card, request, Check.OK)
    assert store.query(position_of, request).state is CardState.CHECKED
    with pytest.raises(RuleError) as told:
        store.execute(check_card, request, Check.WRONG_DATA)
    assert codes(told) == ["no_shift"]


@pytest.mark.parametrize("result", [Check.PRINTED_TWICE, Check.NOT_PRINTED])
def test_the_second_piece_of_a_card_that_went_out_is_booked_away_once(store: Store, result: Check) -> None:
    request = recorded(store)
    own = store.execute(print_card, request)
    of_the_other_table(store, own)
    store.execute(check_card, request, Check.OK)
    store.execute(hand_over_card, HandOver(request, OWN))
    store.execute(check_card, request, result)
    found = store.query(position_of, request)
    assert (found.state, found.pieces) == (CardState.HANDED_OVER, 1)
    assert store.query(balance_of, SPOILED, Product.BLANK) == int(result is Check.PRINTED_TWICE)
    with pytest.raises(RuleError) as told:
        store.execute(check_card, request, result)
    assert codes(told) == ["not_in_hand"]


def test_a_card_of_which_there_is_one_piece_is_not_printed_twice(store: Store) -> None:
    request = recorded(store)
    store.execute(print_card, request)
    with pytest.raises(RuleError) as told:
        store.execute(check_card, request, Check.PRINTED_TWICE)
    assert codes(told) == ["one_piece"]


def test_what_was_withdrawn_is_never_ready_again_and_reaches_the_box_once(store: Store) -> None:
    request = withdrawn(store)
    for placing, code in ((Placing.READY, "withdrawn"), (Placing.OWNER_MOVED, "withdrawn")):
        with pytest.raises(RuleError) as told:
            store.execute(place_card, PlaceCard(request, placing, "Rak", "Yuni", "Tetap"))
        assert codes(told) == [code]
    store.execute(place_card, PlaceCard(request, Placing.BOXED, "Kotak kartu rusak", "Yuni"))
    assert [store.query(balance_of, holder, Product.BLANK) for holder in (USED, SPOILED)] == [0, 1]
    with pytest.raises(RuleError) as told:
        store.execute(place_card, PlaceCard(request, Placing.BOXED, "Kotak kartu rusak", "Yuni"))
    assert codes(told) == ["not_withdrawn"]


def test_only_what_was_withdrawn_goes_into_the_box(store: Store) -> None:
    request = recorded(store)
    store.execute(print_card, request)
    with pytest.raises(RuleError) as told:
        store.execute(place_card, PlaceCard(request, Placing.BOXED, "Kotak kartu rusak", "Yuni"))
    assert codes(told) == ["not_withdrawn"]


def test_an_old_card_that_was_taken_back_is_in_the_box_and_in_no_closing(store: Store) -> None:
    request = recorded(store)
    store.execute(print_card, request)
    taken = Receiving("yang bersangkutan", "KTP lama", old_card_taken=True)
    handover = store.execute(hand_over_card, HandOver(request, taken))
    assert store.query(balance_of, SPOILED, Product.BLANK) == 1
    assert figures(store).stock.spoiled == 0
    store.execute(undo_card_step, handover)
    assert store.query(balance_of, SPOILED, Product.BLANK) == 0


def test_each_step_of_a_card_is_taken_back_while_it_is_the_last_one(store: Store) -> None:
    request = recorded(store)
    store.execute(print_card, request)
    steps: list[tuple[CardState, str]] = []
    for verb, values in (
        (check_card, (request, Check.OK)),
        (place_card, (PlaceCard(request, Placing.READY, "Rak", "Yuni"),)),
        (hand_over_card, (HandOver(request, OWN),)),
    ):
        steps.append((store.query(position_of, request).state, store.execute(verb, *values)))  # type: ignore[arg-type]
    with pytest.raises(RuleError) as told:
        store.execute(undo_card_step, steps[0][1])
    assert codes(told) == ["not_the_last"]
    for state, fact in reversed(steps):
        store.execute(undo_card_step, fact)
        assert store.query(position_of, request).state is state
        with pytest.raises(RuleError) as told:
            store.execute(undo_card_step, fact)
        assert codes(told) == ["not_the_last"]
    assert figures(store).cards.handed_over == 0


def test_a_piece_that_was_said_to_be_spoiled_by_mistake_is_the_card_again_and_may_be_spoiled_again(
    store: Store,
) -> None:
    request = recorded(store)
    own = store.execute(print_card, request)
    for _ in range(2):
        look = store.execute(check_card, request, Check.WRONG_DATA)
        assert store.query(position_of, request).state is CardState.QUEUED
        store.execute(undo_card_step, look)
        found = store.query(position_of, request)
        assert (found.state, found.print_id, found.spoiled) == (CardState.PRINTED, own, 0)
        stock, cards = figures(store).stock, figures(store).cards
        assert (stock.printed, stock.spoiled, stock.on_hand, cards.printed) == (1, 0, 9, 1)
        assert [store.query(balance_of, holder, Product.BLANK) for holder in (USED, SPOILED)] == [1, 0]
    store.execute(check_card, request, Check.WRONG_DATA)
    stock, cards = figures(store).stock, figures(store).cards
    assert (stock.printed, stock.spoiled, stock.on_hand, cards.printed) == (0, 1, 9, 0)


def test_a_spoiled_piece_of_another_session_stays_in_the_box(store: Store) -> None:
    shift = store.query(current_shift)
    assert shift is not None
    request = recorded(store)
    store.execute(print_card, request)
    look = store.execute(check_card, request, Check.WRONG_DATA)
    close_with_nine(store, shift.id)
    opened(store, blanks=9)
    with pytest.raises(ClosedError):
        store.execute(undo_card_step, look)


def test_a_piece_of_another_session_that_was_spoiled_here_stays_in_the_box(store: Store) -> None:
    """Its print is in a closing that is signed."""
    shift = store.query(current_shift)
    assert shift is not None
    request = recorded(store)
    store.execute(print_card, request)
    close_with_nine(store, shift.id)
    opened(store, blanks=0)
    look = store.execute(check_card, request, Check.WRONG_DATA)
    with pytest.raises(ClosedError):
        store.execute(undo_card_step, look)
    assert store.query(balance_of, SPOILED, Product.BLANK) == 1


def test_a_handover_that_a_closing_signed_stays(store: Store) -> None:
    shift = store.query(current_shift)
    assert shift is not None
    request = recorded(store)
    store.execute(print_card, request)
    handover = store.execute(hand_over_card, HandOver(request, OWN))
    close_with_nine(store, shift.id)
    with pytest.raises(ClosedError):
        store.execute(undo_card_step, handover)


def test_a_card_withdrawn_by_mistake_is_where_it_was(store: Store) -> None:
    request = withdrawn(store)
    box = store.execute(place_card, PlaceCard(request, Placing.BOXED, "Kotak kartu rusak", "Yuni"))
    store.execute(undo_card_step, box)
    assert store.query(position_of, request).state is CardState.WITHDRAWN
    assert store.query(balance_of, SPOILED, Product.BLANK) == 0


def test_a_card_handed_over_at_the_counter_is_in_the_list_of_the_day_on_the_wall(
    store: Store, clock: StillClock
) -> None:
    shift = store.query(current_shift)
    assert shift is not None
    request = recorded(store)
    store.execute(print_card, request)
    close_with_nine(store, shift.id)
    clock.now = datetime(2019, 2, 24, 23, 30, tzinfo=UTC)
    store.execute(hand_over_card, HandOver(request, OWN))
    assert [row.request_id for row in store.query(open_cards, "2019-02-25")] == [request]
    assert store.query(open_cards, "2019-02-24") == []


def test_at_the_counter_the_rule_is_the_one_of_the_day_on_the_wall(store: Store, clock: StillClock) -> None:
    shift = store.query(current_shift)
    assert shift is not None
    request = recorded(store)
    store.execute(print_card, request)
    close_with_nine(store, shift.id)
    put_in_force(store, RuleName.PROXY, {"proxy_rule": "forbidden"}, SATURDAY + timedelta(days=2))
    sister = Receiving("SUMARNI", "Kartu keluarga", Relation.SAME_FAMILY_CARD, "Yuni Lestari")
    clock.now = datetime(2019, 2, 24, 23, 30, tzinfo=UTC)
    with pytest.raises(RuleError) as told:
        store.execute(hand_over_card, HandOver(request, sister))
    assert codes(told) == ["proxy_forbidden"]
