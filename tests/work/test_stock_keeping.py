"""What the stock keeper does, against a real store."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from laptops import JATI, StillClock, add_user, laptop, opened

from fieldkit.domain.cards.handover import DestructionWay, Minutes, RecordKind
from fieldkit.domain.contradiction import Contradiction, Decision
from fieldkit.domain.errors import ClosedError, RuleError
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.shifts.closing import ClosingKind
from fieldkit.domain.stock.holders import is_outside, region_of, store_of
from fieldkit.domain.stock.lots import LotState
from fieldkit.domain.stock.movements import (
    DESTROYED,
    OFFICE,
    SPOILED,
    USED,
    DifferenceReason,
    Movement,
    MovementKind,
    Product,
    SpoilReason,
)
from fieldkit.domain.stock.supply import Supply
from fieldkit.host.secrets import verify
from fieldkit.records.tables import APP_USER, CASE_SETTLEMENT, CLOSING
from fieldkit.reports.stock.papers import stock_paper
from fieldkit.server.merge.authority import writes_for_office
from fieldkit.store.queries.stock.balances import all_balances, balance_of, prints_left, table_holder
from fieldkit.store.queries.stock.loans import loan_with
from fieldkit.store.queries.stock.lots import lot_by_id, lots
from fieldkit.store.queries.stock.movements import movements_of
from fieldkit.store.queries.stock.news import may_lack_news
from fieldkit.store.queries.stock.records import month_total, signed_records
from fieldkit.store.store import Store
from fieldkit.store.unit import Unit
from fieldkit.work.sign_in import Signer, check_in, set_first_pin
from fieldkit.work.stock.booking import Booking, book, inverse_of, undo_movement
from fieldkit.work.stock.counting import BEFORE_NEWS, CountStock, TakeBack, count_stock, take_back
from fieldkit.work.stock.keeping import (
    OVER_BALANCE,
    DestroyStock,
    IssueStock,
    LendStock,
    SpoilStock,
    destroy_stock,
    issue_stock,
    lend_stock,
    spoil_stock,
)
from fieldkit.work.stock.lots import RequestLot, StepLot, request_lot, step_lot, take_back_step, withdraw_lot
from fieldkit.work.stock.movements import MoveStock, move_stock

STORE = store_of("35.74.03")
BLANK = Product.BLANK
PIN = "274913"


@pytest.fixture
def office(tmp_path: Path) -> Store:
    store = laptop(tmp_path, MovingClock())
    add_user(store, "Dewi Kartika", "keeper")
    return store


class MovingClock(StillClock):
    """Steps of a lot follow each other."""

    def now_utc(self) -> datetime:
        self.pass_by(seconds=1)
        return self.now


def signer(store: Store) -> Signer:
    """The keeper's signature, without the slow hashing of a PIN."""
    return StillSigner(store.user, "key")


class StillSigner(Signer):
    def __init__(self, user: UserId, key: str) -> None:
        super().__init__(user, key, "", "")

    def sign(self, document: bytes) -> str:
        return f"{len(document):x}"


def received(store: Store, quantity: int, product: Product = BLANK, supplier: str = "Ditjen Dukcapil") -> str:
    lot = store.execute(request_lot, RequestLot(product, supplier, quantity))
    movement = store.execute(step_lot, StepLot(lot, LotState.RECEIVED, quantity))
    assert movement is not None
    return movement


def issued(store: Store, quantity: int, holder: str = STORE, product: Product = BLANK) -> str:
    return store.execute(issue_stock, IssueStock(holder, product, quantity))


def held(store: Store, holder: str, product: Product = BLANK) -> int:
    return store.query(balance_of, holder, product)


def codes(act: Callable[[], object]) -> list[tuple[str, str]]:
    with pytest.raises(RuleError) as caught:
        act()
    return [(problem.field, problem.code) for problem in caught.value.problems]


def minutes(number: str = "BA-001/2019", **told: object) -> Minutes:
    return Minutes(number, **{"witnesses": ("Lurah Jati", "Bu Sekretaris"), "other_party": "Pak Hadi", **told})  # type: ignore[arg-type]


def test_a14_blanks_that_are_on_their_way_are_not_usable_until_they_are_received(office: Store) -> None:
    lot = office.execute(request_lot, RequestLot(BLANK, "Ditjen Dukcapil", 15_000, "Surat 470/12"))
    for place, pieces in (("Pontianak", 4_000), ("Jakarta", 6_000)):
        office.execute(step_lot, StepLot(lot, LotState.AT_LOCATION, pieces, place))
    assert held(office, OFFICE) == 0
    ink = received(office, 12_000, Product.RIBBON)
    assert ink
    for place, pieces in (("Pontianak", 4_000), ("Jakarta", 6_000)):
        office.execute(step_lot, StepLot(lot, LotState.RECEIVED, pieces, place))
    supply = Supply(held(office, OFFICE), office.query(prints_left, OFFICE, Product.RIBBON), None, 13_298, 0)
    found = office.query(lot_by_id, lot)
    assert (supply.printable, supply.unserved) == (10_000, 3_298)
    assert found is not None
    assert (found.count.open, found.is_done) == (5_000, False)


def test_a_delivery_that_is_short_says_why(office: Store) -> None:
    lot = office.execute(request_lot, RequestLot(BLANK, "Provinsi", 500))
    office.execute(step_lot, StepLot(lot, LotState.IN_TRANSIT, 500, "Surabaya"))
    short = StepLot(lot, LotState.RECEIVED, 498, "Surabaya")
    assert codes(lambda: office.execute(step_lot, short)) == [("note", "shortfall_untold")]
    office.execute(step_lot, StepLot(lot, LotState.RECEIVED, 498, "Surabaya", "Segel satu dus rusak, 2 kurang"))
    assert held(office, OFFICE) == 498


def test_a_lot_that_is_cancelled_has_its_reason_and_is_expected_no_more(office: Store) -> None:
    lot = office.execute(request_lot, RequestLot(BLANK, "Provinsi", 500))
    assert codes(lambda: office.execute(step_lot, StepLot(lot, LotState.CANCELLED, 500))) == [("note", "no_reason")]
    office.execute(step_lot, StepLot(lot, LotState.CANCELLED, 500, note="Anggaran dialihkan"))
    assert [each.is_done for each in office.query(lots)] == [True]


def test_st2_one_of_two_hundred_is_missing_and_that_is_explained_and_signed(office: Store) -> None:
    received(office, 1_000)
    issued(office, 200)
    back = TakeBack(STORE, BLANK, 46, 150, 3, SpoilReason.PRINT_FAILED)
    assert codes(lambda: office.execute(take_back, back)) == [("reason", "reason_missing"), ("note", "note_missing")]
    told = TakeBack(
        STORE, BLANK, 46, 150, 3, SpoilReason.PRINT_FAILED, 0, DifferenceReason.LOST, "Jatuh di jalan", minutes()
    )
    assert codes(lambda: office.execute(take_back, told)) == [("signature", "not_signed")]
    office.execute(take_back, told, signer(office))
    assert (held(office, STORE), held(office, OFFICE), held(office, SPOILED)) == (0, 846, 3)
    record = office.query(
        lambda database: database.row("SELECT kind, number, document, signature FROM handover_record")
    )
    assert record is not None
    assert record[:2] == (RecordKind.TAKING_BACK, "BA-001/2019")
    assert '"difference":1' in record[2]
    assert record[3]


def test_nothing_is_missing_where_all_that_was_issued_is_told(office: Store) -> None:
    received(office, 1_000)
    issued(office, 200)
    office.execute(take_back, TakeBack(STORE, BLANK, 46, 130, 4, SpoilReason.ENCODE_FAILED, kept=20))
    assert held(office, STORE) == 20
    assert office.query(lambda database: database.value("SELECT count(*) FROM handover_record")) == 0


def test_ribbon_that_comes_back_used_is_booked_once(office: Store) -> None:
    received(office, 500, Product.RIBBON)
    issued(office, 500, STORE, Product.RIBBON)
    office.execute(take_back, TakeBack(STORE, Product.RIBBON, 200, 120, kept=180))
    assert (held(office, STORE, Product.RIBBON), held(office, USED, Product.RIBBON)) == (180, 120)


def test_a_signature_verifies_over_the_very_document(office: Store) -> None:
    code = "JATI-2019"
    lead = add_user_with_code(office, code)
    set_first_pin(office, lead, code, PIN)
    received(office, 10)
    office.user = lead
    office.execute(spoil_stock, SpoilStock(OFFICE, 4, SpoilReason.DAMAGED_BLANK))
    destroy = DestroyStock(4, DestructionWay.BURNED, minutes())
    office.execute(destroy_stock, destroy, check_in(office, lead, PIN))
    row = office.query(
        lambda database: database.row(
            "SELECT r.document, r.signature, k.public_key FROM handover_record r JOIN user_key k ON k.id = r.key_id"
        )
    )
    assert row is not None
    document, signature, key = row
    assert verify(key, signature, document.encode())


def add_user_with_code(store: Store, code: str) -> UserId:
    def verb(unit: Unit) -> UserId:
        told = hashlib.sha256(code.encode()).hexdigest()
        return UserId(
            unit.insert(APP_USER, "35.74", name="Dewi Kartika", role="keeper", active=1, start_code_hash=told)
        )

    return store.execute(verb)


def test_st5_spoiled_cards_are_destroyed_before_two_witnesses(office: Store) -> None:
    received(office, 100)
    office.execute(spoil_stock, SpoilStock(OFFICE, 12, SpoilReason.DAMAGED_BLANK))
    alone = DestroyStock(12, None, minutes(witnesses=("Lurah Jati",)))
    assert codes(lambda: office.execute(destroy_stock, alone, signer(office))) == [("way", "no_way")]
    alone = DestroyStock(12, DestructionWay.CUT, minutes(witnesses=("Lurah Jati",)))
    assert codes(lambda: office.execute(destroy_stock, alone, signer(office))) == [("witnesses", "few_witnesses")]
    office.execute(destroy_stock, DestroyStock(12, DestructionWay.CUT, minutes()), signer(office))
    assert (held(office, SPOILED), held(office, DESTROYED)) == (0, 12)


def test_the_total_of_a_month_tells_what_was_spoiled_destroyed_and_still_lies_in_the_box(office: Store) -> None:
    received(office, 100)
    office.execute(spoil_stock, SpoilStock(OFFICE, 9, SpoilReason.DAMAGED_BLANK))
    undone_one = office.execute(spoil_stock, SpoilStock(OFFICE, 5, SpoilReason.PRINT_FAILED))
    office.execute(undo_movement, undone_one)
    office.execute(spoil_stock, SpoilStock(OFFICE, 4, SpoilReason.PRINT_FAILED))
    office.execute(destroy_stock, DestroyStock(10, DestructionWay.CUT, minutes()), signer(office))
    total = office.query(month_total, "2019-02")
    assert total.spoiled == ((SpoilReason.DAMAGED_BLANK, 9), (SpoilReason.PRINT_FAILED, 4))
    assert total.destroyed == (("2019-02-23", "BA-001/2019", 10),)
    assert (total.spoiled_sum, total.destroyed_sum, total.in_box) == (13, 10, 3)
    after = office.query(month_total, "2019-03")
    assert (after.in_box_before, after.spoiled_sum, after.in_box) == (3, 0, 3)


def test_no_more_is_destroyed_than_lies_in_the_box(office: Store) -> None:
    received(office, 100)
    office.execute(spoil_stock, SpoilStock(OFFICE, 2, SpoilReason.DAMAGED_BLANK))
    three = DestroyStock(3, DestructionWay.CUT, minutes())
    assert codes(lambda: office.execute(destroy_stock, three, signer(office))) == [("quantity", "more_than_in_box")]


def test_a_number_of_a_record_is_given_once(office: Store) -> None:
    received(office, 100)
    borrow = LendStock(MovementKind.BORROW, "35", BLANK, 10, minutes())
    office.execute(lend_stock, borrow, signer(office))
    assert codes(lambda: office.execute(lend_stock, borrow, signer(office))) == [("number", "number_taken")]


def test_a9_each_owner_gets_back_what_is_theirs(office: Store) -> None:
    received(office, 5_000)
    office.execute(lend_stock, LendStock(MovementKind.BORROW, "15", BLANK, 6_000, minutes("BA-1")), signer(office))
    assert held(office, OFFICE) == 11_000
    office.execute(lend_stock, LendStock(MovementKind.GIVE_BACK, "15", BLANK, 1_500, minutes("BA-2")), signer(office))
    office.execute(lend_stock, LendStock(MovementKind.LEND, "15.02", BLANK, 700, minutes("BA-3")), signer(office))
    back = LendStock(MovementKind.GIVE_BACK, "15.02", BLANK, 200, minutes("BA-4"), comes_in=True)
    office.execute(lend_stock, back, signer(office))
    province, neighbour = (office.query(loan_with, region_of(code), BLANK) for code in ("15", "15.02"))
    assert province is not None
    assert neighbour is not None
    assert (province.owed, province.due, neighbour.owed, neighbour.due) == (4_500, 0, 0, 500)
    assert held(office, OFFICE) == 11_000 - 1_500 - 700 + 200


def test_more_than_is_owed_is_not_given_back_and_more_than_is_here_not_lent(office: Store) -> None:
    received(office, 100)
    too_much = LendStock(MovementKind.GIVE_BACK, "35", BLANK, 1, minutes())
    assert codes(lambda: office.execute(lend_stock, too_much, signer(office))) == [("quantity", "more_than_owed")]
    too_much = LendStock(MovementKind.LEND, "35", BLANK, 101, minutes())
    assert codes(lambda: office.execute(lend_stock, too_much, signer(office))) == [("quantity", "more_than_here")]


def test_what_the_office_has_no_more_is_not_given_back(office: Store) -> None:
    office.execute(lend_stock, LendStock(MovementKind.BORROW, "35", BLANK, 10, minutes("BA-1")), signer(office))
    issued(office, 8)
    back = LendStock(MovementKind.GIVE_BACK, "35", BLANK, 10, minutes("BA-2"))
    assert codes(lambda: office.execute(lend_stock, back, signer(office))) == [("quantity", "more_than_here")]


def test_a_holder_below_zero_is_given_nothing_until_it_is_explained(office: Store) -> None:
    received(office, 500)
    lead = add_user(office)
    shift = opened(office, blanks=0)
    table = office.query(table_holder)
    office.execute(move_stock, MoveStock(shift, JATI, MovementKind.SPOIL, BLANK, 3, reason=SpoilReason.PRINT_FAILED))
    assert held(office, table) == -3
    add_user(office, "Dewi Kartika", "keeper")
    assert codes(lambda: issued(office, 50, table)) == [("to_holder", "unexplained")]

    def decided(unit: Unit) -> str:
        case = Contradiction("negative_holder", f"{table} blank", ("-3",)).id  # type: ignore[arg-type]
        told = {"case_id": case, "decision": Decision.RIGHT, "note": "Keping dari meja P1", "settled_by": lead}
        return unit.insert(CASE_SETTLEMENT, "35.74", **told, at="2019-02-23T09:05:00.000Z")

    office.execute(decided)
    issued(office, 50, table)
    assert held(office, table) == 47


def test_a_count_explains_a_shortage_as_well(office: Store) -> None:
    received(office, 500)
    add_user(office)
    shift = opened(office, blanks=0)
    table = office.query(table_holder)
    office.execute(move_stock, MoveStock(shift, JATI, MovementKind.RETURN, BLANK, 3))
    add_user(office, "Dewi Kartika", "keeper")
    told = CountStock(
        table, BLANK, 0, "Agus", DifferenceReason.FOUND_EXTRA, "Dibawa dari kantor, lupa dicatat", minutes()
    )
    office.execute(count_stock, told, signer(office))
    issued(office, 50, table)
    assert held(office, table) == 50


def test_a_difference_that_was_not_shown_is_not_signed(office: Store) -> None:
    """A sync between the form and the PIN changes what the ledger says."""
    received(office, 100)
    issued(office, 40)
    told = (DifferenceReason.LOST, "Jatuh di jalan", minutes())
    count = CountStock(STORE, BLANK, 38, "Agus", *told, seen=40)
    back = TakeBack(STORE, BLANK, 38, 0, 0, None, 0, *told, seen=40)
    issued(office, 20)
    assert codes(lambda: office.execute(count_stock, count, signer(office))) == [("counted", "record_changed")]
    assert codes(lambda: office.execute(take_back, back, signer(office))) == [("returned", "record_changed")]
    assert (held(office, STORE), office.query(signed_records)) == (60, [])


def test_what_is_booked_for_a_table_before_its_news_is_marked(office: Store) -> None:
    table, keeper = "table:3574-P3", office.user
    received(office, 100)
    issued(office, 40, table)
    assert office.query(may_lack_news, table)
    office.execute(take_back, TakeBack(table, BLANK, 5, kept=35))
    office.execute(count_stock, CountStock(table, BLANK, 35, "Agus"))
    told = (DifferenceReason.LOST, "Jatuh di jalan", minutes())
    office.execute(count_stock, CountStock(table, BLANK, 34, "Agus", *told), signer(office))
    back = office.query(movements_of, table, 9)[1]
    assert (back.kind, back.reason) == (MovementKind.RETURN, BEFORE_NEWS)
    assert office.query(lambda d: d.rows("SELECT reason FROM stock_count ORDER BY at")) == [
        (BEFORE_NEWS,),
        (DifferenceReason.LOST,),
    ]
    (record,) = office.query(signed_records)
    assert "Catatan meja ini mungkin belum semua masuk saat itu." in stock_paper(record).statements
    add_user(office)
    shift = opened(office, blanks=0)
    printed = Booking(Movement(MovementKind.PRINT_USE, BLANK, table, USED, 1), shift_id=shift)
    office.execute(lambda unit: book(unit, printed))
    assert office.query(may_lack_news, table)
    add_closing(office, shift)
    assert not office.query(may_lack_news, table)
    office.user = keeper
    office.execute(take_back, TakeBack(table, BLANK, 33))
    assert office.query(movements_of, table, 1)[0].reason == ""
    assert not office.query(may_lack_news, STORE)


def add_closing(store: Store, shift: str) -> None:
    told = {"document": "{}", "signer_id": store.user, "key_id": "key", "signature": "", "kind": ClosingKind.TABLE}
    store.execute(lambda unit: unit.insert(CLOSING, JATI, shift_id=shift, number=1, at="2019-02-23T12:00:00Z", **told))


def test_a_count_that_agrees_is_kept_without_a_paper(office: Store) -> None:
    received(office, 500)
    office.execute(count_stock, CountStock(OFFICE, BLANK, 500, "Dewi Kartika"))
    row = office.query(lambda database: database.row("SELECT holder, counted, expected, counted_by FROM stock_count"))
    assert row == (OFFICE, 500, 500, "Dewi Kartika")
    assert office.query(lambda database: database.value("SELECT count(*) FROM handover_record")) == 0


def test_what_is_taken_back_is_undone_whole(office: Store) -> None:
    received(office, 1_000)
    issued(office, 200)
    issued(office, 500, STORE, Product.RIBBON)
    written = office.execute(take_back, TakeBack(STORE, BLANK, 50, 140, 10, SpoilReason.PRINT_FAILED))
    inverse = inverse_of(*written)
    office.execute(inverse.verb, inverse.command)
    assert (held(office, STORE), held(office, STORE, Product.RIBBON), held(office, SPOILED)) == (200, 500, 0)


def test_ribbon_never_becomes_a_debt(office: Store) -> None:
    received(office, 1_000)
    issued(office, 600)
    issued(office, 500, STORE, Product.RIBBON)
    office.execute(take_back, TakeBack(STORE, BLANK, 50, 550))
    assert office.query(prints_left, STORE, Product.RIBBON) == 0


def test_ribbon_is_estimated_from_the_cards_and_set_right_by_a_count_without_a_paper(office: Store) -> None:
    received(office, 5_000, Product.RIBBON)
    received(office, 1_000)
    issued(office, 500, STORE, Product.RIBBON)
    issued(office, 300)
    office.execute(take_back, TakeBack(STORE, BLANK, 100, 180, 20, SpoilReason.PRINT_FAILED))
    assert office.query(prints_left, STORE, Product.RIBBON) == 300
    office.execute(count_stock, CountStock(STORE, Product.RIBBON, 250, "Agus"))
    assert office.query(prints_left, STORE, Product.RIBBON) == 250
    assert office.query(prints_left, STORE, Product.FILM) is None


def test_what_was_issued_by_mistake_comes_back_by_its_inverse(office: Store) -> None:
    received(office, 500)
    movement = issued(office, 50)
    inverse = inverse_of(movement)
    office.execute(inverse.verb, inverse.command)
    assert (held(office, STORE), held(office, OFFICE)) == (0, 500)
    assert codes(lambda: office.execute(undo_movement, movement)) == [("movement", "undone")]


def test_a_receipt_that_was_short_leaves_the_part_as_it_was_sent_once_it_is_taken_back(office: Store) -> None:
    lot = office.execute(request_lot, RequestLot(BLANK, "Provinsi", 4_000))
    office.execute(step_lot, StepLot(lot, LotState.IN_TRANSIT, 4_000, "Pontianak"))
    short = StepLot(lot, LotState.RECEIVED, 3_990, " pontianak ", "Satu dus kurang 10")
    movement = office.execute(step_lot, short)
    assert movement is not None
    office.execute(undo_movement, movement)
    found = office.query(lot_by_id, lot)
    assert found is not None
    assert (found.count.received, found.count.on_the_way) == (0, {"Pontianak": 4_000})


def test_a_part_that_is_not_on_the_way_is_received_with_a_word_how(office: Store) -> None:
    lot = office.execute(request_lot, RequestLot(BLANK, "Provinsi", 500))
    office.execute(step_lot, StepLot(lot, LotState.IN_TRANSIT, 400, "Surabaya"))
    office.execute(step_lot, StepLot(lot, LotState.RECEIVED, 400, "Surabaya"))
    again = StepLot(lot, LotState.RECEIVED, 400, "Surabaya")
    assert codes(lambda: office.execute(step_lot, again)) == [("note", "not_on_the_way")]
    office.execute(step_lot, StepLot(lot, LotState.RECEIVED, 100, "Malang", "Dikirim tanpa kabar"))
    assert held(office, OFFICE) == 500


def test_a_receipt_taken_back_leaves_the_part_where_it_lay(office: Store) -> None:
    lot = office.execute(request_lot, RequestLot(BLANK, "Provinsi", 500))
    office.execute(step_lot, StepLot(lot, LotState.AT_LOCATION, 400, "Surabaya"))
    movement = office.execute(step_lot, StepLot(lot, LotState.RECEIVED, 400, "Surabaya"))
    assert movement is not None
    office.execute(undo_movement, movement)
    found = office.query(lot_by_id, lot)
    assert found is not None
    assert (found.count.received, found.count.on_the_way, held(office, OFFICE)) == (0, {"Surabaya": 400}, 0)


def test_a_step_is_taken_back_once_and_a_lot_until_something_became_of_it(office: Store) -> None:
    lot = office.execute(request_lot, RequestLot(BLANK, "Provinsi", 500))
    sent = StepLot(lot, LotState.IN_TRANSIT, 300, " Surabaya ")
    office.execute(step_lot, sent)
    assert codes(lambda: office.execute(withdraw_lot, lot)) == [("lot", "went_on")]
    office.execute(take_back_step, sent)
    assert codes(lambda: office.execute(take_back_step, sent)) == [("step", "undone")]
    office.execute(withdraw_lot, lot)
    (found,) = office.query(lots)
    assert (found.count.on_the_way, found.count.cancelled, found.is_done) == ({}, 500, True)


def test_what_is_signed_is_not_taken_back_by_a_key(office: Store) -> None:
    office.execute(lend_stock, LendStock(MovementKind.BORROW, "35", BLANK, 10, minutes()), signer(office))
    movement = office.query(lambda database: database.value("SELECT id FROM stock_movement"))
    with pytest.raises(ClosedError):
        office.execute(undo_movement, movement)


def test_a_table_takes_back_only_its_own(office: Store) -> None:
    received(office, 500)
    foreign = issued(office, 50)
    add_user(office, "Agus Prasetyo", "operator")
    assert codes(lambda: office.execute(undo_movement, foreign)) == [("movement", "not_own")]
    own = office.execute(move_stock, MoveStock(None, JATI, MovementKind.ISSUE, BLANK, 5))
    office.execute(undo_movement, own)
    assert held(office, office.query(table_holder)) == 0


def test_a_viewer_moves_nothing_and_takes_nothing_back(office: Store) -> None:
    own = office.execute(move_stock, MoveStock(None, JATI, MovementKind.ISSUE, BLANK, 5))
    add_user(office, "Bu Tamu", "viewer")
    spoil = MoveStock(None, JATI, MovementKind.SPOIL, BLANK, 3, reason=SpoilReason.PRINT_FAILED)
    assert codes(lambda: office.execute(move_stock, spoil)) == [("user", "not_table_worker")]
    assert codes(lambda: office.execute(undo_movement, own)) == [("user", "not_table_worker")]
    assert held(office, office.query(table_holder)) == 5


def test_a_table_destroys_nothing_and_lends_nothing(office: Store) -> None:
    office.execute(move_stock, MoveStock(None, JATI, MovementKind.ISSUE, BLANK, 5))
    for kind, other in ((MovementKind.DESTROY, DESTROYED), (MovementKind.LEND, region_of("35.13"))):
        by_hand = MoveStock(None, JATI, kind, BLANK, 3, other)
        assert codes(lambda by_hand=by_hand: office.execute(move_stock, by_hand)) == [("kind", "needs_record")]  # type: ignore[misc]
    assert held(office, office.query(table_holder)) == 5


def test_an_issue_of_more_than_the_ledger_knows_is_booked_and_marked(office: Store) -> None:
    received(office, 20)
    movement = issued(office, 50)
    assert office.query(
        lambda database: database.value("SELECT reason FROM stock_movement WHERE id = ?", movement)
    ) == (OVER_BALANCE)


@pytest.mark.parametrize("role", ["operator", "lead", "viewer"])
def test_only_who_keeps_the_stock_issues_it(office: Store, role: str) -> None:
    add_user(office, "Agus Prasetyo", role)
    assert codes(lambda: issued(office, 1)) == [("user", "not_keeper")]
    assert codes(lambda: office.execute(request_lot, RequestLot(BLANK, "Provinsi", 1))) == [("user", "not_keeper")]


def test_a_keeper_writes_nothing_that_the_office_owns() -> None:
    assert not writes_for_office("shift_plan", "keeper")
    assert writes_for_office("shift_plan", "lead")


acts = st.lists(
    st.tuples(st.sampled_from(["lot", "issue", "back", "spoil", "lend", "borrow", "undo"]), st.integers(1, 60)),
    max_size=12,
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts)
def test_invariant_9_whatever_is_done_the_pieces_here_are_those_that_came_in(
    tmp_path_factory: pytest.TempPathFactory, done: list[tuple[str, int]]
) -> None:
    store = laptop(tmp_path_factory.mktemp("office"), MovingClock())
    add_user(store, "Dewi Kartika", "keeper")
    came = 0
    for number, (what, pieces) in enumerate(done):
        came += act(store, what, pieces, number)
    inside = sum(pieces for (holder, _), pieces in store.query(all_balances).items() if not is_outside(holder))
    store.close()
    assert inside == came


def act(store: Store, what: str, pieces: int, number: int) -> int:
    """Do it where the rules let it be; what came in from outside by it."""
    paper = minutes(f"BA-{number}")
    try:
        if what == "lot":
            received(store, pieces)
            return pieces
        if what == "borrow":
            store.execute(lend_stock, LendStock(MovementKind.BORROW, "35", BLANK, pieces, paper), signer(store))
            return pieces
        if what == "lend":
            store.execute(lend_stock, LendStock(MovementKind.LEND, "35.13", BLANK, pieces, paper), signer(store))
            return -pieces
        if what == "issue":
            issued(store, pieces)
        if what == "spoil":
            store.execute(spoil_stock, SpoilStock(STORE, pieces, SpoilReason.DAMAGED_BLANK))
        if what == "back":
            told = TakeBack(STORE, BLANK, pieces, reason=DifferenceReason.OTHER, note="Dihitung", minutes=paper)
            store.execute(take_back, told, signer(store))
        if what == "undo":
            return undone(store)
    except RuleError:
        return 0
    return 0


def undone(store: Store) -> int:
    """Take back the last movement."""
    row = store.query(
        lambda database: database.row("SELECT id, from_holder, quantity FROM stock_movement ORDER BY at DESC, id DESC")
    )
    if row is None:
        return 0
    movement, giver, quantity = row
    store.execute(undo_movement, movement)
    return -int(quantity) if is_outside(giver) else 0
