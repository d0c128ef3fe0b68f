"""A closed shift is opened again: a new closing stands in for the old one, which stays (domain.md 4.3, invariant 8)."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from fieldkit.domain.cards.card import Check
from fieldkit.domain.cards.handover import Minutes
from fieldkit.domain.errors import ClosedError, RuleError
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.requests.service import Step
from fieldkit.domain.shifts.closing import ClosingKind
from fieldkit.domain.stock.movements import (
    OFFICE,
    DifferenceReason,
    Movement,
    MovementKind,
    Product,
    SpoilReason,
)
from fieldkit.host.secrets import verify
from fieldkit.records.tables import APP_USER, CARD_HANDOVER
from fieldkit.reports.closing.shift_documents import daily_report
from fieldkit.store.queries.closing.addenda import addenda
from fieldkit.store.queries.closing.beside import beside
from fieldkit.store.queries.closing.signed import closings
from fieldkit.store.queries.shifts import current_shift, shift_by_id
from fieldkit.store.queries.stock.balances import balance_of, table_holder
from fieldkit.store.queries.stock.movements import issued_twice
from fieldkit.store.store import Store
from fieldkit.work.cards.printing import check_card, print_card, spoil_blank
from fieldkit.work.closing.figures import figures_of
from fieldkit.work.closing.reopening import (
    CorrectClosing,
    ReopenShift,
    correct_closing,
    put_down,
    reopen_shift,
    report_closing,
    take_up,
)
from fieldkit.work.closing.table import CloseShift, close_shift
from fieldkit.work.instants import instant
from fieldkit.work.sign_in import Signer, check_in, set_first_pin
from fieldkit.work.stock.booking import Booking, book, undo_movement
from fieldkit.work.stock.counting import CountStock, TakeBack, count_stock, take_back
from fieldkit.work.table.outcomes import note_step
from tests.laptops import JATI, StillClock, add_people, laptop, let_print, opened, registered

PIN = "274913"


class Table:
    """A table with a shift that its lead closed: 46 blanks taken, one printed, one missing."""

    def __init__(self, folder: Path) -> None:
        self.clock = StillClock()
        self.store: Store = laptop(folder, self.clock)
        self.signers: dict[str, Signer] = {}
        self.sign_in("lead")
        let_print(self.store)
        self.shift = opened(self.store)
        self.request = registered(self.store).request_id
        self.store.execute(note_step, self.request, Step.RECORDED)
        self.store.execute(print_card, self.request)
        self.close(44, "lost", "Jatuh di jalan")

    def sign_in(self, role: str) -> Signer:
        """Somebody with this role sits at the table from now on."""
        if role not in self.signers:
            code = hashlib.sha256(b"KODE-9901").hexdigest()
            user = self.store.execute(
                lambda unit: UserId(
                    unit.insert(APP_USER, "35.74", name=role.title(), role=role, active=1, start_code_hash=code)
                )
            )
            self.store.user = user
            set_first_pin(self.store, user, "KODE-9901", PIN)
            self.signers[role] = check_in(self.store, user, PIN)
        self.store.user = self.signers[role].user_id
        return self.signers[role]

    def close(self, counted: int, reason: str = "", note: str = "", role: str = "lead") -> str:
        return self.store.execute(close_shift, CloseShift(self.shift, counted, reason, note), self.sign_in(role))

    def reopen(self, reason: str = "Satu keping terselip di kotak", role: str = "lead") -> str:
        return self.store.execute(reopen_shift, ReopenShift(self.shift, reason), self.sign_in(role))

    def refused(self, role: str = "lead", reason: str = "x") -> list[str]:
        with pytest.raises(RuleError) as told:
            self.reopen(reason, role)
        return [problem.code for problem in told.value.problems]

    def balance(self) -> int:
        return self.store.query(lambda d: balance_of(d, table_holder(d), "blank"))

    def documents(self, kind: ClosingKind = ClosingKind.TABLE) -> list[dict[str, object]]:
        return [json.loads(each.document) for each in self.store.query(closings, self.shift, kind)]


@pytest.fixture
def table(tmp_path: Path) -> Table:
    return Table(tmp_path)


def test_a_reopened_shift_is_worked_in_and_counted_as_before_its_closing(table: Table) -> None:
    assert table.balance() == 44
    table.reopen()
    again = table.store.query(figures_of, table.shift).stock
    assert (again.taken, again.printed, again.on_hand, table.balance()) == (46, 1, 45, 45)
    shift = table.store.query(current_shift)
    assert shift is not None
    assert (shift.id, shift.closed_at) == (table.shift, None)
    table.store.execute(note_step, registered(table.store).request_id, Step.RECORDED)
    table.close(45)
    assert table.store.query(figures_of, table.shift).people_count.recorded == 2
    assert table.balance() == 45


def test_what_the_office_took_back_after_the_closing_is_taken_and_returned_in_the_next_one(table: Table) -> None:
    table.clock.pass_by(minutes=30)
    holder = table.store.query(table_holder)
    table.sign_in("keeper")
    table.store.execute(take_back, TakeBack(holder, Product.BLANK, 43, spoiled=1, spoil_reason=SpoilReason.WRONG_DATA))
    table.reopen()
    stock = table.store.query(figures_of, table.shift).stock
    assert (stock.taken, stock.printed, stock.spoiled, stock.returned, stock.settled) == (46, 1, 1, 43, 0)
    table.close(1)
    assert [document["difference"] for document in table.documents()] == [1, 0]


@pytest.mark.parametrize(("counted", "settled"), [(42, 3), (47, -2)])
def test_a_count_of_the_keeper_during_the_shift_leaves_what_was_taken_and_is_explained_once(
    table: Table, counted: int, settled: int
) -> None:
    table.reopen()
    table.clock.pass_by(minutes=5)
    signer, holder = table.sign_in("keeper"), table.store.query(table_holder)
    told = CountStock(holder, Product.BLANK, counted, "Dewi", DifferenceReason.OTHER, "Hitung bersama", Minutes("1"))
    table.store.execute(count_stock, told, signer)
    stock = table.store.query(figures_of, table.shift).stock
    assert (stock.taken, stock.returned, stock.settled, stock.on_hand) == (46, 0, settled, counted)
    table.close(counted)
    document = table.documents()[-1]
    assert (document["difference"], table.balance()) == (0, counted)
    part = document["stock"]
    assert isinstance(part, dict)
    assert part["settled"] == settled
    report = daily_report(table.store.query(closings, table.shift)[-1])
    assert report.blanks.verdict == "cocok"


def test_pieces_too_many_are_taken_back_as_well(table: Table) -> None:
    table.reopen()
    table.close(47, "found_extra", "Dus kedua")
    assert table.balance() == 47
    table.reopen("Salah hitung")
    stock = table.store.query(figures_of, table.shift).stock
    assert (stock.taken, stock.on_hand) == (46, 45)
    table.close(45)
    assert [document["difference"] for document in table.documents()] == [1, -2, 0]


def test_the_new_closing_names_the_one_that_it_replaces_and_the_old_one_stays(table: Table) -> None:
    (old,) = table.store.query(closings, table.shift)
    table.clock.pass_by(minutes=10)
    table.reopen("Satu keping terselip di kotak")
    new_id = table.close(45)
    first, second = table.store.query(closings, table.shift)
    assert first == old
    assert (second.id, second.number) == (new_id, 2)
    assert table.store.query(lambda d: d.value("SELECT supersedes_id FROM closing WHERE id = ?", new_id)) == old.id
    assert json.loads(second.document)["replaces"] == {
        "id": old.id,
        "number": 1,
        "sha256": hashlib.sha256(old.document.encode()).hexdigest(),
        "reason": "Satu keping terselip di kotak",
        "reopened_by": "Lead",
        "reopened_at": "2019-02-23T09:15:00.000Z",
    }


def test_reopening_is_signed_and_names_the_closing(table: Table) -> None:
    (old,) = table.store.query(closings, table.shift)
    table.reopen("Satu keping terselip")
    (told,) = table.store.query(closings, table.shift, ClosingKind.REOPENING)
    document = json.loads(told.document)
    assert (document["closing"]["id"], document["closing"]["sha256"]) == (old.id, old.digest)
    assert document["reason"] == "Satu keping terselip"
    sql = "SELECT k.public_key FROM closing c JOIN user_key k ON k.id = c.key_id WHERE c.id = ?"
    key = table.store.query(lambda d: d.value(sql, told.id))
    assert verify(key, told.signature, told.document.encode())


def test_the_lead_reopens_on_the_day_the_planner_later_and_nobody_without_a_reason(table: Table) -> None:
    assert table.refused("operator") == ["not_lead"]
    assert table.refused(reason=" ") == ["reason_missing"]
    table.clock.pass_by(hours=24)
    assert table.refused("lead") == ["another_day"]
    table.reopen("Dihitung ulang di kantor", "planner")
    table.close(45, role="planner")
    assert len(table.documents()) == 2


def next_shift(table: Table, counted: int = 44) -> str:
    """The table opens another shift with what lies there, prints a card in it and closes it."""
    later = opened(table.store, blanks=44)
    request = registered(table.store).request_id
    table.store.execute(note_step, request, Step.RECORDED)
    table.store.execute(print_card, request)
    table.store.execute(close_shift, CloseShift(later, counted - 1), table.sign_in("lead"))
    return later


def test_while_the_table_works_in_another_shift_the_older_one_is_not_opened_again(table: Table) -> None:
    opened(table.store, blanks=0)
    assert table.refused() == ["another_open"]


def test_an_older_shift_is_counted_as_it_ended_and_leaves_the_later_one_as_it_is(table: Table) -> None:
    table.clock.pass_by(minutes=10)
    later = next_shift(table)
    before = table.store.query(figures_of, later).stock
    table.clock.pass_by(minutes=10)
    holder = table.store.query(table_holder)
    table.sign_in("keeper")
    table.store.execute(take_back, TakeBack(holder, Product.BLANK, 43))
    left = table.balance()
    table.reopen("Alasannya salah")
    stock = table.store.query(figures_of, table.shift).stock
    assert (stock.taken, stock.printed, stock.returned, stock.on_hand) == (46, 1, 0, 45)
    table.close(44, "miscounted_at_issue", "Salah hitung saat berangkat")
    assert [document["reason"] for document in table.documents()] == ["lost", "miscounted_at_issue"]
    assert [document["difference"] for document in table.documents()] == [1, 1]
    assert table.balance() == left
    assert replace(table.store.query(figures_of, later).stock, returned=0, on_hand=43) == before


def test_an_older_shift_that_is_closed_twice_more_is_counted_as_it_ended_each_time(table: Table) -> None:
    table.clock.pass_by(minutes=10)
    next_shift(table)
    table.clock.pass_by(minutes=10)
    holder = table.store.query(table_holder)
    table.sign_in("keeper")
    table.store.execute(take_back, TakeBack(holder, Product.BLANK, 43))
    for reason in ("Alasannya salah", "Catatannya kurang"):
        table.clock.pass_by(minutes=10)
        table.reopen(reason)
        table.clock.pass_by(minutes=10)
        table.close(44, "lost", reason)
        assert table.balance() == 0
    assert [document["difference"] for document in table.documents()] == [1, 1, 1]


def test_the_count_of_an_older_shift_stands_since_its_table_went_on_with_it(table: Table) -> None:
    next_shift(table)
    table.reopen("Salah hitung")
    with pytest.raises(RuleError) as told:
        table.close(45)
    assert [problem.code for problem in told.value.problems] == ["count_stands"]
    assert len(table.documents()) == 1


def test_what_other_sessions_did_with_its_cards_is_not_of_an_older_shift(table: Table) -> None:
    first = table.documents()[0]
    table.clock.pass_by(minutes=10)
    later = opened(table.store, blanks=44)
    table.store.execute(check_card, table.request, Check.OK)
    table.store.execute(
        lambda unit: unit.insert(
            CARD_HANDOVER, JATI, shift_id=later, request_id=table.request, received_by="SITI", identity_shown="KK",
            place_kind="office", at=instant(unit.now_utc),
        )
    )  # fmt: skip
    table.store.execute(close_shift, CloseShift(later, 44), table.sign_in("lead"))
    table.clock.pass_by(minutes=10)
    table.reopen("Catatan kurang")
    table.close(44, "lost", "Jatuh di jalan")
    second = table.documents()[1]
    assert (first["card_count"], first["cards"]) == (second["card_count"], second["cards"])


def test_the_list_of_an_older_shift_is_told_as_it_stood_on_its_day(table: Table) -> None:
    first = table.documents()[0]
    table.clock.pass_by(hours=24)
    add_people(table.store, "SITI NURAINI", "SUMIATI")
    next_shift(table)
    table.reopen("Catatan kurang", "planner")
    table.close(44, "lost", "Jatuh di jalan", role="planner")
    assert table.documents()[1]["village"] == first["village"]


def test_a_shift_that_the_office_opened_again_is_taken_up_by_its_table_and_put_down_again(table: Table) -> None:
    table.reopen("Satu orang lupa dicatat", "planner")
    table.sign_in("lead")
    table.store.execute(put_down, table.shift)
    assert table.store.query(current_shift) is None
    table.store.execute(take_up, table.shift)
    assert table.store.query(current_shift) is not None
    table.close(45)
    with pytest.raises(RuleError) as told:
        table.store.execute(take_up, table.shift)
    assert [problem.code for problem in told.value.problems] == ["not_reopened"]


def test_an_open_shift_is_not_opened_again(table: Table) -> None:
    table.reopen()
    assert table.refused() == ["not_closed"]


def test_what_was_reported_is_only_corrected_by_what_is_added(table: Table) -> None:
    planner = table.sign_in("planner")
    with pytest.raises(RuleError):
        table.store.execute(correct_closing, CorrectClosing(table.shift, "Terekam 1, bukan 2"), planner)
    table.store.execute(report_closing, table.shift, planner)
    assert table.refused("admin") == ["reported"]
    before = table.documents()
    for words in ("Terekam 1, bukan 2", "Nama petugas kurang satu"):
        table.sign_in("planner")
        table.store.execute(correct_closing, CorrectClosing(table.shift, words), planner)
    assert [told["what"] for told in table.documents(ClosingKind.CORRECTION)] == [
        "Terekam 1, bukan 2",
        "Nama petugas kurang satu",
    ]
    assert table.documents() == before
    with pytest.raises(RuleError):
        table.store.execute(report_closing, table.shift, planner)


def test_a_lead_does_not_say_that_the_office_has_the_report(table: Table) -> None:
    lead = table.sign_in("lead")
    with pytest.raises(RuleError):
        table.store.execute(report_closing, table.shift, lead)
    with pytest.raises(RuleError):
        table.store.execute(correct_closing, CorrectClosing(table.shift, "x"), lead)


def test_an_open_shift_is_not_reported(table: Table) -> None:
    table.reopen()
    with pytest.raises(RuleError):
        table.store.execute(report_closing, table.shift, table.sign_in("planner"))


def test_steps_are_noted_again_in_a_reopened_shift_and_refused_after_its_new_closing(table: Table) -> None:
    table.reopen()
    request = registered(table.store).request_id
    table.store.execute(note_step, request, Step.LEFT_QUEUE)
    table.close(45)
    with pytest.raises(ClosedError):
        table.store.execute(note_step, request, Step.RECORDED)


def test_a_new_closing_leaves_no_addendum_of_what_it_counts(table: Table) -> None:
    table.reopen()
    table.store.execute(note_step, registered(table.store).request_id, Step.RECORDED)
    assert table.store.query(addenda, table.shift)
    table.close(45)
    assert table.store.query(addenda, table.shift) == []
    shift = table.store.query(shift_by_id, table.shift)
    assert shift is not None
    assert shift.closed_at is not None


def test_the_paper_of_a_closing_that_was_taken_back_says_who_did_and_why(table: Table) -> None:
    (old,) = table.store.query(closings, table.shift)
    assert table.store.query(beside, old).reopened_by is None
    table.reopen("Satu keping terselip")
    (line,) = daily_report(old, (), table.store.query(beside, old)).beside
    assert line == "Tidak berlaku lagi: dibuka oleh Lead, 23-02-2019 16.05: Satu keping terselip"
    table.close(45)
    assert daily_report(old, (), table.store.query(beside, old)).beside == ("Sudah digantikan penutupan ke-2.",)


def test_what_was_booked_in_a_reopened_shift_is_undone_until_its_new_closing(table: Table) -> None:
    table.reopen()
    spoiled = table.store.execute(spoil_blank, SpoilReason.DAMAGED_BLANK)
    table.store.execute(undo_movement, spoiled)
    assert table.balance() == 45
    again = table.store.execute(spoil_blank, SpoilReason.DAMAGED_BLANK)
    table.close(44)
    with pytest.raises(ClosedError):
        table.store.execute(undo_movement, again)


def test_a_box_that_was_noted_twice_is_told_again_once_the_shift_is_reopened(table: Table) -> None:
    holder = table.store.query(table_holder)
    movement = Movement(MovementKind.ISSUE, Product.BLANK, OFFICE, holder, 46)
    table.store.execute(lambda unit: book(unit, Booking(movement)))
    assert table.store.query(issued_twice) == []
    table.reopen()
    assert table.store.query(issued_twice) == [(holder, 46)]
