"""Codes that a newer laptop or centre wrote: they stand for themselves, and no page stumbles over them."""

from __future__ import annotations

import pytest
from desk import VILLAGE, Desk
from pages.close_shift import CloseShiftPageDriver
from pages.register import RegisterPageDriver
from pages.target_list import TargetListPageDriver
from pages.today import TodayPageDriver
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.domain.requests.service import Step
from fieldkit.records.tables import INCIDENT, REQUEST_STEP, RESIDENT, SERVICE_REQUEST, STOCK_MOVEMENT, VISIT_ATTEMPT
from fieldkit.store.queries.stock.balances import table_holder
from fieldkit.store.unit import Unit
from fieldkit.ui.pages.target_list import TargetListPage
from fieldkit.ui.widgets.labels import Label

AT = "2019-02-23T09:06:00.000Z"
NEWER = "SUMIATI"
SENT_HOME = "SLAMET RIYADI"


@pytest.fixture
def newer(desk: Desk) -> Desk:
    """A desk with facts of a later version: one person waits, one was sent home."""

    def verb(unit: Unit) -> None:
        shift = unit.value("SELECT id FROM shift_opening")
        unit.update(RESIDENT, desk.residents[NEWER], sex="other", marital="complicated", phone_owner="pigeon")
        _request(unit, shift, desk.residents[NEWER], "P1-071", "name_day", "had_tea")
        _request(unit, shift, desk.residents[SENT_HOME], "P1-072", "lost", Step.LEFT_QUEUE)
        unit.insert(INCIDENT, VILLAGE, shift_id=shift, kind="locust_swarm", began_at=AT, at=AT)
        unit.insert(
            VISIT_ATTEMPT,
            VILLAGE,
            shift_id=shift,
            resident_id=desk.residents[NEWER],
            outcome="on_roof",
            next_step="wait_long",
            at=AT,
        )
        holder = unit.query(table_holder)
        unit.insert(
            STOCK_MOVEMENT,
            VILLAGE,
            shift_id=shift,
            product="blank",
            kind="lent_out",
            from_holder=holder,
            to_holder="office",
            quantity=1,
            reason="fair_day",
            at=AT,
        )

    desk.store.execute(verb)
    return desk


def _request(unit: Unit, shift: str, resident: str, queue_no: str, reason: str, step: str) -> None:
    request = unit.insert(
        SERVICE_REQUEST,
        VILLAGE,
        shift_id=shift,
        resident_id=resident,
        reason=reason,
        recorded_before="perhaps",
        papers='["horoscope"]',
        queue_no=queue_no,
        receipt_ref="K7Q2M9XRTB",
        phone_answer="pigeon",
        sms_consent=0,
        on_list=1,
        out_of_hours=0,
        at=AT,
    )
    unit.insert(REQUEST_STEP, VILLAGE, request_id=request, step=step, at=AT)


def words(widget: QWidget) -> str:
    """Every label that is shown."""
    return "\n".join(label.full_text() for label in widget.findChildren(Label) if label.isVisible())


def test_the_day_shows_them(newer: Desk) -> None:
    today = TodayPageDriver(newer)
    assert [one.title for one in today.incidents] == ["locust swarm"]
    assert "saat locust swarm" in words(today.page)


def test_their_incident_is_ended_like_any_other(newer: Desk) -> None:
    today = TodayPageDriver(newer)
    today.page.day.incidents.list.acted.emit(today.incidents[0].id)
    assert [(one.badge or ("",))[0] for one in today.incidents] == ["Selesai"]


def test_who_came_for_an_unknown_reason_is_called_and_finished(newer: Desk) -> None:
    page = RegisterPageDriver(newer)
    assert page.queue == ["P1-071"]
    page.to_queue()
    page.space()
    assert page.at_the_set == "P1-071"
    page.digit(1)
    assert page.queue == []
    steps = newer.store.query(lambda database: database.rows("SELECT step FROM request_state"))
    assert {step for (step,) in steps} == {Step.FORWARDED_TO_OFFICE, Step.LEFT_QUEUE}


def test_a_person_with_unknown_answers_is_registered_anew(newer: Desk) -> None:
    page = RegisterPageDriver(newer)
    page.to_queue()
    page.space()
    page.digit(1)
    page.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    page.pick(NEWER.lower())
    assert page.person == NEWER
    assert page.answer("phone_owner") is None
    page.digit(1)
    page.digit(1)
    page.space()
    page.type("081234901100")
    page.save()
    assert page.toasts[-1].startswith("Tersimpan")


def test_the_list_shows_the_past_in_their_words(newer: Desk, qtbot: QtBot) -> None:
    window = newer.open(("list", TargetListPage))
    driver = TargetListPageDriver(window, qtbot)
    driver.page.open_person(newer.residents[NEWER])
    shown = words(window)
    assert "Kunjungan: on roof" in shown
    assert "wait long" in shown
    assert "name day: masih di meja" in shown


def test_the_closing_counts_and_names_them(newer: Desk) -> None:
    close = CloseShiftPageDriver(newer)
    assert "locust swarm" in words(close.page)
    close.page.difference.uses.click()
    QApplication.processEvents()
    model = close.page.uses.panel.table.rows_model
    assert "lent out\n" in [model.index(row, 1).data() for row in range(model.rowCount())]
