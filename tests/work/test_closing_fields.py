"""What the daily report asks beyond people, blanks and cards (domain.md, section 6)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from fieldkit.domain.requests.service import Step
from fieldkit.domain.shifts.shift import SessionKind
from fieldkit.domain.stock.movements import MovementKind, Product
from fieldkit.records.tables import SETTING, SHIFT_OPENING, SHIFT_PLAN, SITE, TEAM
from fieldkit.reports.closing.shift_documents import daily_report
from fieldkit.reports.making.parts import Block
from fieldkit.store.queries.closing.signed import SignedClosing, closings
from fieldkit.store.store import Store
from fieldkit.work.cards.printing import print_card
from fieldkit.work.closing.table import CloseShift, close_shift
from fieldkit.work.sign_in import Signer
from fieldkit.work.stock.movements import MoveStock, move_stock
from fieldkit.work.table.outcomes import note_step
from tests.laptops import JATI, add_people, add_plan, laptop, let_print, opened, registered, signing_lead


class Table:
    """A table with one card printed."""

    def __init__(self, folder: Path) -> None:
        self.store: Store = laptop(folder)
        self.signer: Signer = signing_lead(self.store)
        let_print(self.store)
        self.plan = add_plan(self.store)
        self.shift = opened(self.store, plan_id=self.plan)

    def give(self, product: Product, prints: int) -> None:
        self.store.execute(move_stock, MoveStock(self.shift, JATI, MovementKind.ISSUE, product, prints))

    def print_one(self) -> None:
        request = registered(self.store).request_id
        self.store.execute(note_step, request, Step.RECORDED)
        self.store.execute(print_card, request)

    def close(self, counted: int = 46, **more: Any) -> SignedClosing:
        self.store.execute(close_shift, CloseShift(self.shift, counted, **more), self.signer)
        return self.store.query(closings, self.shift)[-1]


@pytest.fixture
def table(tmp_path: Path) -> Table:
    return Table(tmp_path)


def block(closing: SignedClosing, title: str) -> dict[str, int | None]:
    found: list[Block] = [one for each in daily_report(closing).details for one in each if one.title == title]
    return {figure.label: figure.amount for figure in found[0].figures} if found else {}


def facts(closing: SignedClosing) -> dict[str, str]:
    report = daily_report(closing)
    return {fact.label: fact.text for fact in (*report.occasion, *report.place)}


def test_ribbon_and_film_are_told_in_prints_and_never_keep_a_shift_open(table: Table) -> None:
    """F-B2: estimated; what the printer says otherwise stands beside it."""
    table.give(Product.RIBBON, 500)
    table.give(Product.FILM, 300)
    table.print_one()
    closing = table.close(45, consumables=(("ribbon", 480),))
    assert block(closing, "Ribbon (cetakan)") == {
        "Dibawa": 500,
        "Terpakai": 1,
        "Sisa": 499,
        "Sisa menurut printer": 480,
    }
    assert block(closing, "Film (cetakan)") == {"Dibawa": 300, "Terpakai": 1, "Sisa": 299}


def test_where_nobody_counts_ribbon_none_is_told(table: Table) -> None:
    closing = table.close()
    assert block(closing, "Ribbon (cetakan)") == {"Dibawa": None, "Terpakai": None, "Sisa": None}
    assert block(closing, "Film (cetakan)") == {}


def test_team_set_and_place_come_from_the_plan(table: Table) -> None:
    def prepare(unit: Any) -> None:
        team = unit.insert(TEAM, "35.74", name="Tim 2", district=JATI[:8], active=1)
        site = unit.insert(SITE, JATI, name="Balai", village=JATI, kind="village_hall", hamlet="RW 05")
        unit.update(SHIFT_PLAN, table.plan, team_id=team, site_id=site, set_code="A-03")

    table.store.execute(prepare)
    told = facts(table.close(village_name="Jati", assignment_letter="094/77/SPT", letter_number="470/113/BA"))
    assert (told["Tim"], told["Alat rekam"], told["Dusun / RW"]) == ("Tim 2", "A-03", "RW 05")
    assert told["Jenis tempat"] not in ("", "–", "village_hall")
    assert told["Surat tugas"] == "094/77/SPT"


def test_recordings_that_wait_to_be_uploaded_are_told_by_set(table: Table) -> None:
    """F-R7."""
    table.store.execute(lambda unit: unit.update(SHIFT_OPENING, table.shift, set_code="A-04"))
    closing = table.close(not_uploaded=37)
    assert block(closing, "Belum diunggah, per alat") == {"Alat A-04": 37}


def test_a_night_of_printing_closes_like_any_shift(table: Table) -> None:
    table.store.execute(lambda unit: unit.update(SHIFT_OPENING, table.shift, kind=SessionKind.NIGHT_PRINT))
    closing = table.close()
    assert json.loads(closing.document)["shift"]["kind"] == SessionKind.NIGHT_PRINT
    assert daily_report(closing).blanks.verdict == "cocok"


def test_whom_of_the_list_a_shift_recorded_is_told_and_a_walk_in_is_none_of_them(table: Table) -> None:
    """What tables that do not see one another are added up by."""
    first, second = add_people(table.store, "MUSRIFAH", "KASTURI")
    table.store.execute(note_step, registered(table.store, first).request_id, Step.RECORDED)
    table.store.execute(note_step, registered(table.store, second).request_id, Step.LEFT_QUEUE)
    table.store.execute(note_step, registered(table.store).request_id, Step.RECORDED)
    village = json.loads(table.close().document)["village"]
    assert (village["total"], village["recorded"], village["recorded_here"], village["left"]) == (2, 1, 1, 1)


def test_name_and_address_of_the_office_are_those_that_it_set(table: Table) -> None:
    def tell(unit: Any) -> None:
        for key, value in (("office_name", "Dispendukcapil"), ("office_address", "Jl. Contoh No. 1")):
            unit.insert(SETTING, "35.74", key=key, value=value, valid_from="2019-01-01")

    table.store.execute(tell)
    head = daily_report(table.close()).letterhead
    assert (head.office, head.address) == ("DISPENDUKCAPIL", "Jl. Contoh No. 1")
