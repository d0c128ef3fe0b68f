"""The verbs of cards: printed by who may, looked at, put somewhere, handed over once."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from fieldkit.domain.cards.card import CardState, Check, Placing, Position
from fieldkit.domain.cards.pick_up import PlaceKind, Receiving, Relation
from fieldkit.domain.cards.print_order import DEFAULT_TABLE, Wait, write_ranks
from fieldkit.domain.errors import RuleError
from fieldkit.domain.people.sex import Sex
from fieldkit.domain.requests.service import Paper, Reason, RecordedBefore, Step
from fieldkit.domain.rules.catalogue import RuleName
from fieldkit.domain.shifts.shift import SessionKind
from fieldkit.domain.stock.movements import SPOILED, USED, MovementKind, Product
from fieldkit.records.tables import PRINT_PERMIT
from fieldkit.store.queries.cards.facts import position_of
from fieldkit.store.queries.cards.queue import CardRow, cards_of, is_at_office, open_cards, planned, print_limits
from fieldkit.store.queries.cards.rules import priority_table
from fieldkit.store.queries.cards.story import card_story
from fieldkit.store.queries.shifts import current_shift
from fieldkit.store.queries.stock.balances import balance_of, table_holder
from fieldkit.store.store import Store
from fieldkit.work.cards.handover import HandOver, hand_over_card
from fieldkit.work.cards.orders import (
    approve_print,
    withdraw_approval,
)
from fieldkit.work.cards.places import PlaceCard, place_card
from fieldkit.work.cards.printing import check_card, print_card, print_cards, take_back_print
from fieldkit.work.closing.figures import ShiftFigures, figures_of
from fieldkit.work.closing.table import CloseShift, close_shift
from fieldkit.work.instants import at_site, moment
from fieldkit.work.shifts.opening import OpenShift, open_shift
from fieldkit.work.sign_in import check_in, set_first_pin
from fieldkit.work.stock.movements import MoveStock, move_stock
from fieldkit.work.table.outcomes import note_step
from fieldkit.work.table.registration import NewPerson
from tests.laptops import JATI, SATURDAY, ZONE, StillClock, add_user, laptop, let_print, opened, registered
from tests.ruling import put_in_force

PIN = "274913"
OWN = Receiving("yang bersangkutan", "Kartu keluarga")
_PAPERS = {
    Reason.FIRST_RECORDING: (Paper.FAMILY_CARD,),
    Reason.LOST: (Paper.POLICE_LOSS_LETTER, Paper.FAMILY_CARD),
    Reason.DAMAGED: (Paper.OLD_CARD,),
    Reason.DATA_CHANGE: (Paper.OLD_CARD, Paper.PROOF_OF_CHANGE),
}
_OUTCOMES = {
    Reason.FIRST_RECORDING: Step.RECORDED,
    Reason.LOST: Step.ACCEPTED_FOR_REPRINT,
    Reason.DAMAGED: Step.ACCEPTED_FOR_REPRINT,
    Reason.DATA_CHANGE: Step.FORWARDED_TO_OFFICE,
}


@pytest.fixture
def store(tmp_path: Path, clock: StillClock) -> Store:
    store = laptop(tmp_path, clock)
    add_user(store)
    let_print(store)
    opened(store, blanks=10)
    return store


def asked_for(store: Store, reason: Reason = Reason.FIRST_RECORDING, number: int = 0, born: int = 1990) -> str:
    """Somebody who was recorded, or whose card is made anew; returns the request."""
    person = NewPerson(f"WARGA {reason.name} {number:02}", Sex.FEMALE, date(born, 5, 2))
    before = RecordedBefore.NO if reason is Reason.FIRST_RECORDING else None
    request = registered(
        store, new_person=person, reason=reason, papers=_PAPERS[reason], recorded_before=before,
        phone=f"08120000{len(reason):02}{number:02}",
    ).request_id  # fmt: skip
    store.execute(note_step, request, _OUTCOMES[reason])
    return request


def printed(store: Store) -> str:
    request = asked_for(store)
    store.execute(print_card, request)
    return request


def ready(store: Store) -> str:
    request = printed(store)
    store.execute(check_card, request, Check.OK)
    store.execute(place_card, PlaceCard(request, Placing.READY, "Kantor Kel. Jati", "Yuni Lestari"))
    return request


def card(store: Store, request: str) -> Position:
    return store.query(position_of, request)


def balance(store: Store, holder: str, product: str = Product.BLANK) -> int:
    return store.query(balance_of, holder, product)


def table(store: Store) -> str:
    return store.query(table_holder)


def codes(told: pytest.ExceptionInfo[RuleError]) -> set[str]:
    return {problem.code for problem in told.value.problems}


def queue(store: Store) -> list[CardRow]:
    shift = store.query(current_shift)
    assert shift is not None
    day = date.fromisoformat(shift.day)
    cards, limits = store.query(open_cards, shift.day), store.query(print_limits)
    order = store.query(priority_table, day)
    return store.query(planned, cards, order, day, limits, office=is_at_office(shift))


def at_work(store: Store, day: date, kind: SessionKind, blanks: int = 0) -> str:
    """A session of a day opens."""
    command = OpenShift(None, day, str(kind), "Kantor Dinas", JATI, "20:00", "02:00", ZONE, 0, blanks, (), kind)
    return store.execute(open_shift, command)


def signed(store: Store, shift: str, counted: int) -> ShiftFigures:
    """A session is closed, by whoever signs now; what it was closed with."""
    figures = store.query(figures_of, shift)
    store.execute(close_shift, CloseShift(shift, counted), check_in(store, store.user, PIN))
    return figures


def with_pin(store: Store) -> None:
    """Who is signed in can sign."""
    code = hashlib.sha256(b"KODE12").hexdigest()
    store.write_local(lambda d: d.run("UPDATE app_user SET start_code_hash = ? WHERE id = ?", code, store.user))
    set_first_pin(store, store.user, "KODE12", PIN)


class TestScarcity:
    def test_a20_of_ten_blanks_eight_first_recordings_and_two_data_changes_are_printed_and_five_wait_in_sight(
        self, tmp_path: Path, clock: StillClock
    ) -> None:
        store = laptop(tmp_path / "office", clock)
        add_user(store)
        let_print(store)
        with_pin(store)
        day_shift = at_work(store, SATURDAY, SessionKind.SHIFT)
        for reason, how_many in ((Reason.LOST, 4), (Reason.DATA_CHANGE, 3), (Reason.FIRST_RECORDING, 8)):
            for number in range(how_many):
                asked_for(store, reason, number)
        signed(store, day_shift, 0)
        at_work(store, SATURDAY, SessionKind.NIGHT_PRINT, blanks=10)
        now = [row for row in queue(store) if row.turn]
        assert Counter(row.reason for row in now) == {Reason.FIRST_RECORDING: 8, Reason.DATA_CHANGE: 2}
        store.execute(print_cards, [row.request_id for row in now])
        assert balance(store, table(store)) == 0
        postponed = [row for row in queue(store) if row.card.state is CardState.QUEUED]
        assert Counter((row.reason, row.wait) for row in postponed) == {
            (Reason.DATA_CHANGE, Wait.SCARCITY): 1,
            (Reason.LOST, Wait.SCARCITY): 4,
        }

    def test_a_lost_card_is_refused_while_first_recordings_need_every_blank_and_let_through_by_who_leads(
        self, store: Store
    ) -> None:
        lost = asked_for(store, Reason.LOST)
        for number in range(10):
            asked_for(store, number=number)
        with pytest.raises(RuleError) as told:
            store.execute(print_card, lost)
        assert codes(told) == {"not_its_turn"}
        assert "minta persetujuan ketua tim" in str(told.value.problems[0].message)
        store.execute(approve_print, lost, "Berobat ke Surabaya besok pagi")
        store.execute(print_card, lost)
        assert card(store, lost).state is CardState.PRINTED

    def test_only_who_leads_approves_and_only_for_a_reason(self, store: Store) -> None:
        lost, lead = asked_for(store, Reason.LOST), store.user
        with pytest.raises(RuleError) as told:
            store.execute(approve_print, lost, " ")
        assert codes(told) == {"no_reason"}
        add_user(store, "Agus Prasetyo", "operator")
        with pytest.raises(RuleError) as told:
            store.execute(approve_print, lost, "Mendesak")
        assert codes(told) == {"not_lead"}
        store.user = lead
        store.execute(approve_print, lost, "Mendesak")
        with pytest.raises(RuleError) as told:
            store.execute(approve_print, lost, "Mendesak")
        assert codes(told) == {"approved"}

    def test_an_urgent_card_waits_its_turn_again_once_that_is_taken_back(self, store: Store) -> None:
        lost, lead = asked_for(store, Reason.LOST), store.user
        for number in range(10):
            asked_for(store, number=number)
        store.execute(approve_print, lost, "Berobat ke Surabaya besok pagi")
        add_user(store, "Agus Prasetyo", "operator")
        with pytest.raises(RuleError) as told:
            store.execute(withdraw_approval, lost)
        assert codes(told) == {"not_lead"}
        store.user = lead
        store.execute(withdraw_approval, lost)
        assert not store.query(cards_of, [lost])[0].is_urgent
        for verb in (print_card, withdraw_approval):
            with pytest.raises(RuleError):
                store.execute(verb, lost)
        store.execute(approve_print, lost, "Memang mendesak")
        store.execute(print_card, lost)
        with pytest.raises(RuleError) as told:
            store.execute(withdraw_approval, lost)
        assert codes(told) == {"printed"}
        kinds = [(line.kind, line.word) for line in store.query(card_story, lost)]
        assert kinds.count(("approved", "")) == 2
        assert kinds.count(("placed", Placing.UNDONE)) == 1

    def test_ribbon_and_film_limit_only_where_they_are_in_the_books(self, store: Store) -> None:
        for number in range(3):
            asked_for(store, number=number)
        assert len([row for row in queue(store) if row.turn]) == 3
        store.execute(move_stock, MoveStock(None, JATI, MovementKind.ISSUE, Product.RIBBON, 2))
        assert [row.wait for row in queue(store)] == ["", "", Wait.SCARCITY]
        for row in queue(store):
            store.execute(print_card, row.request_id)
        assert balance(store, table(store), Product.RIBBON) == 0


class TestWhoMayPrint:
    def test_a21_an_untrained_clerk_books_no_print_and_may_once_trained_and_appointed(
        self, tmp_path: Path, clock: StillClock
    ) -> None:
        store = laptop(tmp_path / "kecamatan", clock)
        add_user(store)
        opened(store)
        request = asked_for(store)
        with pytest.raises(RuleError) as told:
            store.execute(print_card, request)
        assert codes(told) == {"not_trained", "not_appointed", "district_may_not_print"}
        assert all("kantor" in str(problem.message) for problem in told.value.problems)
        assert card(store, request).state is CardState.QUEUED
        let_print(store)
        store.execute(print_card, request)

    def test_a21_a_training_that_has_ended_trains_nobody(self, tmp_path: Path, clock: StillClock) -> None:
        store = laptop(tmp_path / "late", clock)
        add_user(store)
        let_print(store, until="2019-02-22")
        opened(store)
        with pytest.raises(RuleError) as told:
            store.execute(print_card, asked_for(store))
        assert codes(told) == {"not_trained", "not_appointed", "district_may_not_print"}

    def test_at_night_in_the_office_the_district_is_not_asked_about(self, tmp_path: Path, clock: StillClock) -> None:
        store = laptop(tmp_path / "night", clock)
        add_user(store)
        let_print(store, district="35.74.01")
        opened(store)
        request = asked_for(store)
        with pytest.raises(RuleError) as told:
            store.execute(print_card, request)
        assert codes(told) == {"district_may_not_print"}
        store.write_local(lambda d: d.run("UPDATE shift_opening SET kind = 'night_print'"))
        store.execute(print_card, request)

    def test_a_district_that_lacks_a_network_may_not_print(self, store: Store) -> None:
        request = asked_for(store)
        store.write_local(lambda d: d.run("UPDATE print_permit SET network = 0"))
        with pytest.raises(RuleError) as told:
            store.execute(print_card, request)
        assert codes(told) == {"district_may_not_print"}
        assert store.query(lambda d: d.value(f"SELECT count(*) FROM {PRINT_PERMIT.name}")) == 1

    @pytest.mark.parametrize("role", ["viewer", "keeper"])
    def test_who_has_nothing_to_do_with_cards_writes_nothing_of_them(self, store: Store, role: str) -> None:
        request = ready(store)
        queued = asked_for(store)
        add_user(store, "Bu Tamu", role)
        let_print(store)
        place = PlaceCard(request, Placing.WITHDRAWN, "Rak", "Tamu", "Ditarik")
        for act in (
            lambda: store.execute(print_card, queued),
            lambda: store.execute(check_card, request, Check.WRONG_DATA),
            lambda: store.execute(place_card, place),
            lambda: store.execute(hand_over_card, HandOver(request, OWN)),
        ):
            with pytest.raises(RuleError) as told:
                act()
            assert codes(told) == {"not_card_worker"}

    def test_the_clerk_hands_over_at_the_counter(self, store: Store) -> None:
        request = ready(store)
        add_user(store, "Yuni Lestari", "clerk")
        store.execute(hand_over_card, HandOver(request, OWN))
        assert card(store, request).state is CardState.HANDED_OVER


class TestOfTheOffice:
    def test_a22_a_data_change_is_not_printed_in_the_field_and_stays_in_sight(self, store: Store) -> None:
        request = asked_for(store, Reason.DATA_CHANGE)
        with pytest.raises(RuleError) as told:
            store.execute(print_card, request)
        assert codes(told) == {"office_prints"}
        assert [(row.request_id, row.wait) for row in queue(store)] == [(request, Wait.AT_OFFICE)]

    def test_who_is_sixteen_is_printed_from_the_birthday_on(self, store: Store) -> None:
        young = asked_for(store, born=2002)
        assert [(row.wait, row.eligible_on) for row in queue(store)] == [(Wait.UNDER_AGE, "2019-05-02")]
        with pytest.raises(RuleError) as told:
            store.execute(print_card, young)
        assert codes(told) == {"under_17"}
        assert "02-05-2019" in str(told.value.problems[0].message)

    def test_an_older_day_keeps_its_order(self, store: Store) -> None:
        ranks = (frozenset({Reason.LOST}), frozenset({Reason.FIRST_RECORDING}))
        put_in_force(store, RuleName.PRINT_ORDER, {"print_order": write_ranks(ranks)}, date(2019, 3, 1))
        assert store.query(priority_table, date(2019, 2, 28)) == DEFAULT_TABLE
        assert store.query(priority_table, date(2019, 3, 1)).ranks == ranks

    def test_what_the_head_postponed_waits_with_blanks_at_hand_until_a_lead_lets_it_through(self, store: Store) -> None:
        put_in_force(store, RuleName.SCARCITY, {"postponed_reasons": "lost"}, SATURDAY)
        request, other = asked_for(store, Reason.LOST), asked_for(store, Reason.DAMAGED)
        assert [(row.request_id, row.wait) for row in queue(store)] == [(other, ""), (request, Wait.POSTPONED)]
        with pytest.raises(RuleError) as told:
            store.execute(print_card, request)
        assert codes(told) == {"postponed"}
        store.execute(approve_print, request, "Mau berangkat haji")
        store.execute(print_card, request)
        assert card(store, request).state is CardState.PRINTED


class TestOneCard:
    def test_a_card_goes_its_way_and_is_in_one_place(self, store: Store) -> None:
        request = ready(store)
        found = card(store, request)
        assert (found.state, found.place, found.custodian) == (CardState.READY, "Kantor Kel. Jati", "Yuni Lestari")
        store.execute(hand_over_card, HandOver(request, OWN))
        assert card(store, request).state is CardState.HANDED_OVER

    @pytest.mark.parametrize("result", [Check.ENCODE_FAILED, Check.PRINT_FAILED, Check.WRONG_DATA])
    def test_a_spoiled_card_is_queued_again_and_its_blank_is_in_the_box(self, store: Store, result: Check) -> None:
        request = printed(store)
        store.execute(check_card, request, result, "Chip tidak terbaca")
        assert card(store, request).state is CardState.QUEUED
        assert [balance(store, holder) for holder in (table(store), USED, SPOILED)] == [9, 0, 1]
        store.execute(print_card, request)
        assert [balance(store, holder) for holder in (table(store), USED, SPOILED)] == [8, 1, 1]
        stock, cards = figures(store)
        assert (stock.taken, stock.printed, stock.spoiled, stock.on_hand) == (10, 1, 1, 8)
        assert (cards.printed, cards.handed_over, cards.held) == (1, 0, 1)

    def test_a_print_booked_by_mistake_puts_its_blank_back(self, store: Store) -> None:
        request = printed(store)
        store.execute(take_back_print, card(store, request).print_id)
        assert card(store, request).state is CardState.QUEUED
        assert [balance(store, holder) for holder in (table(store), USED, SPOILED)] == [10, 0, 0]
        stock, cards = figures(store)
        assert (stock.taken, stock.printed, stock.spoiled, stock.on_hand, cards.printed) == (10, 0, 0, 10, 0)
        store.execute(print_card, request)
        store.execute(check_card, request, Check.OK)
        with pytest.raises(RuleError):
            store.execute(take_back_print, card(store, request).print_id)

    def test_steps_that_have_no_card_are_refused(self, store: Store) -> None:
        request = asked_for(store)
        for verb, command in (
            (hand_over_card, HandOver(request, OWN)),
            (place_card, PlaceCard(request, Placing.READY, "Rak", "Yuni")),
        ):
            with pytest.raises(RuleError) as told:
                store.execute(verb, command)  # type: ignore[arg-type]
            assert codes(told) == {"not_printed"}
        with pytest.raises(RuleError) as told:
            store.execute(check_card, request, Check.OK)
        assert codes(told) == {"not_in_hand"}

    def test_a_card_is_looked_at_before_it_is_put_away(self, store: Store) -> None:
        request = printed(store)
        with pytest.raises(RuleError) as told:
            store.execute(place_card, PlaceCard(request, Placing.READY, "Rak", "Yuni"))
        assert codes(told) == {"not_checked"}

    def test_a_place_has_a_name_and_a_custodian(self, store: Store) -> None:
        request = printed(store)
        store.execute(check_card, request, Check.OK)
        with pytest.raises(RuleError) as told:
            store.execute(place_card, PlaceCard(request, Placing.READY, " ", ""))
        assert codes(told) == {"no_place", "no_custodian"}

    @pytest.mark.parametrize("placing", [Placing.OWNER_DECEASED, Placing.OWNER_MOVED, Placing.WITHDRAWN])
    def test_a_card_without_an_owner_is_kept_with_its_story_and_not_handed_over(
        self, store: Store, placing: Placing
    ) -> None:
        request = ready(store)
        with pytest.raises(RuleError) as told:
            store.execute(place_card, PlaceCard(request, placing, "Kantor", "Yuni"))
        assert codes(told) == {"no_note"}
        store.execute(place_card, PlaceCard(request, placing, "Kantor", "Yuni", "Kata RT 03"))
        with pytest.raises(RuleError) as told:
            store.execute(hand_over_card, HandOver(request, OWN))
        assert codes(told) == {"kept_back"}

    def test_after_the_clock_was_put_back_a_card_still_goes_on(self, store: Store, clock: StillClock) -> None:
        request = printed(store)
        clock.pass_by(minutes=-30)
        store.execute(check_card, request, Check.OK)
        assert card(store, request).state is CardState.CHECKED


@pytest.mark.parametrize("state", CardState)
def test_a_card_of_each_state_has_its_turn_on_the_page(store: Store, state: CardState) -> None:
    asked = asked_for(store)
    (queued,) = store.query(cards_of, [asked])
    there = replace(queued, card=Position(state))
    table, limits = store.query(priority_table, SATURDAY), store.query(print_limits)
    assert store.query(planned, [there], table, SATURDAY, limits, office=False)


def test_a11_a_night_of_printing_is_one_session_dated_by_its_opening(tmp_path: Path) -> None:
    """Printed 4 Apr 23.30 and 5 Apr 00.40 in one session of 4 Apr, handed over on 5 Apr (002)."""
    clock = StillClock(datetime(2019, 4, 4, 8, 0, tzinfo=UTC))
    store, fourth = laptop(tmp_path, clock), date(2019, 4, 4)
    add_user(store)
    let_print(store)
    with_pin(store)
    day_shift = at_work(store, fourth, SessionKind.SHIFT)
    early, late = asked_for(store, number=1), asked_for(store, number=2)
    signed(store, day_shift, 0)
    clock.now = datetime(2019, 4, 4, 16, 10, tzinfo=UTC)
    night = at_work(store, fourth, SessionKind.NIGHT_PRINT, blanks=5)
    clock.now = datetime(2019, 4, 4, 16, 30, tzinfo=UTC)
    store.execute(print_card, early)
    clock.now = datetime(2019, 4, 4, 17, 40, tzinfo=UTC)
    store.execute(print_card, late)
    with pytest.raises(RuleError) as told:
        registered(store)
    assert codes(told) == {"prints_only"}
    prints = store.query(
        lambda d: d.rows(
            "SELECT p.shift_id, o.day, p.at FROM card_print p JOIN shift_opening o ON o.id = p.shift_id ORDER BY p.at"
        )
    )
    assert [(shift, day) for shift, day, _ in prints] == [(night, "2019-04-04")] * 2
    assert [at_site(moment(at), ZONE).strftime("%d %H.%M") for *_, at in prints] == ["04 23.30", "05 00.40"]
    assert signed(store, night, 3).cards.printed == 2
    fifth = at_work(store, date(2019, 4, 5), SessionKind.SHIFT)
    for request in (early, late):
        store.execute(hand_over_card, HandOver(request, OWN))
    handed = store.query(lambda d: d.rows("SELECT DISTINCT shift_id FROM card_handover"))
    assert handed == [(fifth,)]


class TestHandover:
    def test_a_second_handover_needs_a_reason_and_both_stand(self, store: Store) -> None:
        request = ready(store)
        store.execute(hand_over_card, HandOver(request, OWN))
        with pytest.raises(RuleError) as told:
            store.execute(hand_over_card, HandOver(request, OWN))
        assert codes(told) == {"handed_over"}
        store.execute(hand_over_card, HandOver(request, OWN, "Di meja lain dicatat untuk orang yang salah"))
        assert card(store, request).handovers == 2
        said = "SELECT note FROM card_place WHERE state = 'handed_over_again'"
        assert store.query(lambda d: d.value(said)) == "Di meja lain dicatat untuk orang yang salah"

    def test_a_card_given_to_the_wrong_person_comes_back_and_goes_out_without_a_case(self, store: Store) -> None:
        request = ready(store)
        store.execute(hand_over_card, HandOver(request, OWN))
        store.execute(place_card, PlaceCard(request, Placing.RETURNED, "Meja P2", "Rina", "Namanya sama"))
        store.execute(hand_over_card, HandOver(request, OWN))
        found = card(store, request)
        assert (found.state, found.handovers, found.returns) == (CardState.HANDED_OVER, 2, 1)

    def test_the_rule_for_proxies_is_the_one_of_the_day(self, store: Store) -> None:
        request, other = ready(store), ready(store)
        sister = Receiving("SUMARNI", "Kartu keluarga", Relation.SAME_FAMILY_CARD, "Yuni Lestari")
        put_in_force(store, RuleName.PROXY, {"proxy_rule": "forbidden"}, SATURDAY + timedelta(days=1))
        store.execute(hand_over_card, HandOver(request, sister))
        sql = "SELECT relation, witness, place_kind FROM card_handover"
        assert store.query(lambda d: d.row(sql)) == ("same_family_card", "Yuni Lestari", "field")
        put_in_force(store, RuleName.PROXY, {"proxy_rule": "forbidden"}, SATURDAY)
        with pytest.raises(RuleError) as told:
            store.execute(hand_over_card, HandOver(other, sister))
        assert codes(told) == {"proxy_forbidden"}

    def test_an_old_card_is_taken_back_or_it_is_said_that_there_is_none(self, store: Store) -> None:
        request = asked_for(store, Reason.DAMAGED)
        store.execute(print_card, request)
        with pytest.raises(RuleError) as told:
            store.execute(hand_over_card, HandOver(request, OWN))
        assert codes(told) == {"old_card_not_asked"}
        taken = Receiving("yang bersangkutan", "KTP lama", old_card_taken=True)
        store.execute(hand_over_card, HandOver(request, taken))
        assert store.query(lambda d: d.value("SELECT old_card_taken FROM card_handover")) == 1

    def test_at_the_counter_of_the_office_no_shift_is_needed(self, store: Store) -> None:
        request = ready(store)
        store.write_local(lambda d: d.run("UPDATE meta SET value = '' WHERE key = 'current_shift'"))
        at_counter = Receiving("yang bersangkutan", "Kartu keluarga", place_kind=PlaceKind.OFFICE)
        store.execute(hand_over_card, HandOver(request, at_counter))
        assert store.query(lambda d: d.value("SELECT coalesce(shift_id, 'none') FROM card_handover")) == "none"


def figures(store: Store) -> tuple[object, object]:
    shift = store.query(current_shift)
    assert shift is not None
    found = store.query(figures_of, shift.id)
    return found.stock, found.cards
