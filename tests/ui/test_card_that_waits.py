"""A card waits while the person's data is contested; who leads prints it all the same with a reason, by keys alone."""

from __future__ import annotations

import pytest
from desk import VILLAGE, Desk
from laptops import registered
from pages.today import TodayPageDriver
from PySide6.QtCore import Qt

from fieldkit.domain.contradiction import Decision
from fieldkit.domain.service import Step
from fieldkit.records.tables import CASE_FILE
from fieldkit.store.unit import Unit
from fieldkit.work.cases import settle_case
from fieldkit.work.table.outcomes import note_step
from fieldkit.work.table.same_person import link_same_person

Key = Qt.Key
SUMIATI, DWI = "SUMIATI", "DWI ASTUTIK"


def contested(desk: Desk, name: str) -> str:
    """The centre has found that the NIK of somebody was corrected on two sides."""

    def verb(unit: Unit) -> str:
        person = desk.residents[name]
        members = f'["resident", "{person}", "3574-P3.1 7"]'
        about = {"kind": "weighty", "subject": person, "members": members, "state": "open"}
        return unit.insert(CASE_FILE, VILLAGE, **about, opened_at="2019-02-23T09:00:00.000Z")

    return desk.store.execute(verb)


@pytest.fixture
def waiting(desk: Desk) -> Desk:
    """Sumiati was recorded, and her card is contested."""
    done = registered(desk.store, desk.residents[SUMIATI])
    desk.store.execute(note_step, done.request_id, Step.RECORDED)
    desk.let_print()
    return desk


def drawer(desk: Desk, *, leads: bool = True) -> TodayPageDriver:
    today = TodayPageDriver(desk, user=desk.lead if leads else desk.operator)
    today.press(Key.Key_K)
    return today


def reasons(desk: Desk) -> list[tuple[str | None]]:
    return desk.store.query(lambda database: database.rows("SELECT note FROM stock_movement WHERE kind = 'print_use'"))


def test_a_card_in_question_is_printed_with_a_reason_by_who_leads(waiting: Desk) -> None:
    contested(waiting, SUMIATI)
    today = drawer(waiting)
    assert today.cards == [(SUMIATI, "Menunggu keputusan")]
    today.press(Key.Key_Return)
    assert today.page.drawers.cards.override_button.text() == "Cetak kartu SUMIATI"
    assert reasons(waiting) == []
    today.save()
    assert "menunggu keputusan ketua tim" in today.page.drawers.cards.override_reason.finding_text()
    assert not today.page.drawers.cards._keys.isVisible()
    today.type("KK asli dilihat")
    assert today.page.drawers.cards.override_reason.finding_text() == ""
    today.save()
    assert today.cards == [(SUMIATI, "Dicetak 16.05")]
    assert reasons(waiting) == [("KK asli dilihat",)]


def test_esc_leaves_the_question_and_nothing_is_printed(waiting: Desk) -> None:
    contested(waiting, SUMIATI)
    today = drawer(waiting)
    today.press(Key.Key_Return)
    today.type("KK")
    today.press(Key.Key_Escape)
    assert not today.page.drawers.cards.override_button.isVisible()
    assert today.page.drawers.is_open()
    assert reasons(waiting) == []


def test_who_does_not_lead_is_told_who_decides(waiting: Desk) -> None:
    contested(waiting, SUMIATI)
    today = drawer(waiting, leads=False)
    today.press(Key.Key_Return)
    assert today.toasts[-1].startswith("Kartu ini menunggu keputusan. Ketua tim atau kantor")
    assert not today.page.drawers.cards.override_button.isVisible()
    assert reasons(waiting) == []


def test_it_waits_no_more_once_the_case_is_settled(waiting: Desk) -> None:
    case = contested(waiting, SUMIATI)
    waiting.store.user = waiting.lead.id
    waiting.store.execute(settle_case, case, Decision.MISTAKE, "KK")
    today = drawer(waiting)
    today.press(Key.Key_Return)
    assert today.cards[0][1].startswith("Dicetak")


def test_a_card_waits_also_for_a_case_about_another_row_of_the_person(waiting: Desk) -> None:
    contested(waiting, DWI)
    assert drawer(waiting).cards == [(SUMIATI, "Belum dicetak")]
    waiting.store.execute(link_same_person, waiting.residents[DWI], waiting.residents[SUMIATI])
    assert drawer(waiting).cards == [(SUMIATI, "Menunggu keputusan")]
