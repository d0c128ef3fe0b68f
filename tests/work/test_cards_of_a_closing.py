"""Cards in what is signed: those of earlier shifts, those that came back, and those in hand, counted."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from fieldkit.domain.cards.card import Placing
from fieldkit.domain.cards.pick_up import Receiving
from fieldkit.domain.errors import RuleError
from fieldkit.domain.requests.receipt import ReceiptOutcome, ReceiptWay
from fieldkit.domain.requests.service import Step
from fieldkit.domain.shifts.shift import SessionKind
from fieldkit.domain.stock.movements import MovementKind, Product
from fieldkit.records.tables import SHIFT_OPENING
from fieldkit.reports.closing.shift_documents import daily_report
from fieldkit.store.queries.closing.signed import SignedClosing, closings
from fieldkit.store.store import Store
from fieldkit.work.cards.handover import HandOver, hand_over_card
from fieldkit.work.cards.places import PlaceCard, place_card
from fieldkit.work.cards.printing import print_card
from fieldkit.work.closing.figures import ShiftFigures, figures_of
from fieldkit.work.closing.table import CloseShift, close_shift
from fieldkit.work.sign_in import Signer
from fieldkit.work.stock.movements import MoveStock, move_stock
from fieldkit.work.table.outcomes import note_step
from fieldkit.work.table.receipts import ask_receipt, note_receipt
from tests.laptops import JATI, StillClock, laptop, let_print, opened, registered, signing_lead

OWN = Receiving("yang bersangkutan", "Kartu keluarga")


class Table:
    """A table that prints."""

    def __init__(self, folder: Path) -> None:
        self.clock = StillClock()
        self.store: Store = laptop(folder, self.clock)
        self.signer: Signer = signing_lead(self.store)
        let_print(self.store)
        self.shift = opened(self.store, blanks=10)

    def print_one(self) -> str:
        request = registered(self.store).request_id
        self.store.execute(note_step, request, Step.RECORDED)
        self.store.execute(print_card, request)
        return request

    def give(self, request: str) -> None:
        self.store.execute(hand_over_card, HandOver(request, OWN))

    def figures(self) -> ShiftFigures:
        return self.store.query(figures_of, self.shift)

    def close(self, counted: int, **more: Any) -> SignedClosing:
        self.store.execute(close_shift, CloseShift(self.shift, counted, **more), self.signer)
        return self.store.query(closings, self.shift)[-1]

    def refused(self, counted: int, **more: Any) -> list[str]:
        with pytest.raises(RuleError) as told:
            self.close(counted, **more)
        return [problem.code for problem in told.value.problems]


@pytest.fixture
def table(tmp_path: Path) -> Table:
    return Table(tmp_path)


def test_a11_the_closing_of_the_next_day_tells_the_cards_of_the_night_that_it_handed_over(table: Table) -> None:
    """002: printed at night, handed over the next day. They are in no balance of that day, and not unsaid."""
    night = (SHIFT_OPENING, table.shift)
    table.store.execute(lambda unit: unit.update(*night, day=date(2019, 4, 4).isoformat()))
    early, late, _stays = table.print_one(), table.print_one(), table.print_one()
    table.store.execute(lambda unit: unit.update(*night, kind=SessionKind.NIGHT_PRINT))
    assert json.loads(table.close(7).document)["cards"] == {"printed": 3, "handed_over": 0, "handed_of_earlier": 0}
    table.shift = opened(table.store, blanks=0)
    table.store.execute(lambda unit: unit.update(SHIFT_OPENING, table.shift, day=date(2019, 4, 5).isoformat()))
    own = table.print_one()
    for request in (early, late, own):
        table.give(request)
    closing = table.close(6)
    signed = json.loads(closing.document)
    assert signed["cards"] == {"printed": 1, "handed_over": 1, "handed_of_earlier": 2}
    assert signed["card_count"] == {"printed": 1, "handed_over": 1, "held": 0}
    blocks = {block.title: block for each in daily_report(closing).details for block in each}
    assert [figure.amount for figure in blocks["Kartu shift sebelumnya"].figures] == [2]


def test_a_card_that_came_back_from_the_wrong_person_is_not_handed_over(table: Table) -> None:
    request = table.print_one()
    table.give(request)
    assert (table.figures().cards.handed_over, table.figures().cards.held) == (1, 0)
    table.store.execute(place_card, PlaceCard(request, Placing.RETURNED, "Meja", "Yuni", "Salah orang"))
    assert (table.figures().cards.handed_over, table.figures().cards.held) == (0, 1)


def test_a_card_in_hand_that_is_not_there_keeps_the_shift_open_until_it_is_explained(table: Table) -> None:
    """TL-4: what was counted by hand stands against what was written down."""
    table.print_one()
    table.give(table.print_one())
    assert table.figures().card_count_of(0).difference == 1
    assert table.refused(8, held=0) == ["card_difference", "note_missing"]
    closing = table.close(8, held=0, reason="lost", note="Jatuh saat hujan, Dedi tahu")
    signed = json.loads(closing.document)
    assert signed["card_count"] == {"printed": 2, "handed_over": 1, "held": 0}
    assert (signed["held_counted"], signed["difference"]) == (0, 0)
    report = daily_report(closing)
    assert (report.cards.verdict, report.difference.sentence) == ("kurang 1", "Kartu kurang 1 dari yang dicetak.")
    assert report.difference.note == "Jatuh saat hujan, Dedi tahu"


def test_cards_that_nobody_counted_are_told_as_recorded_and_not_as_agreeing(table: Table) -> None:
    table.print_one()
    assert daily_report(table.close(9)).cards.verdict == "menurut catatan"


def test_cards_that_were_counted_and_are_all_there_agree(table: Table) -> None:
    table.print_one()
    assert daily_report(table.close(9, held=1)).cards.verdict == "cocok"


def test_a_print_that_took_a_blank_without_a_card_is_a_difference(table: Table) -> None:
    """Two records of one print, written apart: cards, and the ledger of blanks."""
    table.print_one()
    use = MoveStock(table.shift, JATI, MovementKind.PRINT_USE, Product.BLANK, 1, request_id="no-card")
    table.store.execute(move_stock, use)
    assert table.refused(8, held=1) == ["print_difference", "note_missing"]
    report = daily_report(table.close(8, held=1, reason="other", note="Cetak uji tanpa kartu"))
    assert report.difference.sentence == "Kartu dicetak 1, blangko dipakai mencetak 2."


def test_who_got_no_receipt_because_the_printer_failed_is_told_beside_those_who_did(table: Table) -> None:
    """TL-4: receipts handed out against results."""
    failed, printed, on_screen = (registered(table.store).request_id for _ in range(3))
    for request, outcomes in (
        (failed, (ReceiptOutcome.FAILED,)),
        (printed, (ReceiptOutcome.FAILED, ReceiptOutcome.PRINTED)),
    ):
        for outcome in outcomes:
            asked = table.store.execute(ask_receipt, request, ReceiptWay.A6)
            table.store.execute(note_receipt, asked, outcome)
    for request in (failed, printed, on_screen):
        table.store.execute(note_step, request, Step.RECORDED)
    people = table.figures().people
    assert (people.arrived, people.receipts) == (3, 2)
    blocks = {block.title: block for each in daily_report(table.close(10)).details for block in each}
    assert [(one.label, one.amount) for one in blocks["Resi"].figures][:2] == [("Diberikan", 2), ("Gagal dicetak", 1)]
