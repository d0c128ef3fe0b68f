"""Somebody calls without a line: the request is typed at the desk of laptops, signed, and the answer read back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest
from pages.office_orders import CONTROL, Key, OrdersDriver, put_laptop, with_role
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldkit.domain.errors import FieldKitError, OfflineError
from fieldkit.domain.lease import day_of
from fieldkit.domain.orders.telephone import Unanswered, unanswered
from fieldkit.domain.text import text
from fieldkit.host.clock import now_ms
from fieldkit.records.phone_codes import LEASE, new_line, pin_matter, request
from fieldkit.records.wire import PhoneAnswer, SignedQuestion
from fieldkit.store.drafts import draft
from fieldkit.store.queries.people import AppUser
from fieldkit.ui.pages.office.laptops.call_form import CallForm
from fieldkit.ui.pages.office.laptops.desk import LaptopsDesk
from fieldkit.ui.pages.office.told_once import CodeModal
from fieldkit.ui.shell.covering import bring_back, set_aside
from fieldkit.ui.sync_driver import SyncDriver
from fieldkit.ui.theme.apply import apply_theme
from fieldkit.ui.widgets.labels import Label
from tests.ui.desk import VILLAGE, Desk
from tests.ui.layout_faults import layout_faults

CODE = "K7PM-2XQA-9TRB"


@dataclass
class Centre:
    """Answers each question, or fails as it is told to."""

    asked: list[SignedQuestion] = field(default_factory=list)
    failure: FieldKitError | None = None

    def answer(self, question: SignedQuestion) -> PhoneAnswer:
        """What is read back."""
        self.asked.append(question)
        if self.failure is not None:
            raise self.failure
        return PhoneAnswer(code=CODE)


@dataclass
class Calls:
    """The desk of laptops, with a call under way."""

    driver: OrdersDriver
    centre: Centre
    desk: Desk

    @property
    def form(self) -> CallForm:
        """The form of the call."""
        at = self.driver.at
        assert isinstance(at, LaptopsDesk)
        return at.call_form

    def reads_out(self, prefix: str = "P3", matter: str = LEASE, days_ago: int = 0) -> str:
        """What the laptop of that prefix shows."""
        day, device = day_of(now_ms(self.desk.clock)), f"device-{prefix}"
        line = new_line(bytes(32), device, matter, day)
        return request(device, prefix, line, day - days_ago).spoken

    def type(self, request: str, *, knows_voice: bool = True) -> None:
        """Into the form; Tab leads on to the tick."""
        self.driver.type("call_request", request)
        if knows_voice:
            self.form.voice.box.setFocus()
            self.driver.press(Key.Key_Space)

    def about(self) -> str:
        """What the form tells of the call."""
        parts = (self.form.laptop, self.form.matter, self.form.seen)
        return " | ".join(part.full_text() for part in parts) if self.form.about.isVisible() else ""

    def line(self) -> str:
        """What the form tells of the centre."""
        return self.form.line.text() if self.form.line.isVisible() else ""

    def answers(self) -> list[CodeModal]:
        """Whatever shows an answer."""
        return [each for each in self.driver.window.findChildren(CodeModal) if each.isVisible()]


@pytest.fixture
def admin(desk: Desk) -> AppUser:
    """The admin; the office's laptop, a table of Jati, one that is lost and one that was shut out."""
    put_laptop(desk, "P1", "Kantor", areas={"35.74": None})
    put_laptop(desk, "P3", "Meja Jati", areas={VILLAGE: None}, waiting=7)
    put_laptop(desk, "P4", "Meja Wonoasih", areas={VILLAGE: None}, state="missing")
    put_laptop(desk, "P5", "Meja lama", areas={}, state="revoked")
    return with_role(desk, "admin")


@pytest.fixture
def calls(desk: Desk, admin: AppUser, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Calls:
    centre = Centre()

    def ask(_driver: SyncDriver, work: Callable[[Centre], str]) -> str:
        return work(centre)

    monkeypatch.setattr(SyncDriver, "ask", ask)
    driver = OrdersDriver(desk, admin, Key.Key_9, qtbot)
    driver.press(Key.Key_6)
    return Calls(driver, centre, desk)


def test_a_call_is_answered_with_the_keys_alone(calls: Calls) -> None:
    calls.driver.press(Key.Key_Escape, Key.Key_6)
    calls.type(calls.reads_out())
    assert "P3 Meja Jati | Membuka lagi laptop yang lama tidak terhubung" in calls.about()
    assert "7 belum terkirim" in calls.about()
    calls.driver.save()
    calls.driver.sign()
    (question,) = calls.centre.asked
    assert '"laptop":"device-P3"' in question.document
    assert calls.driver.told() == CODE
    assert not calls.form.isVisible()
    assert calls.answers() == []


def test_it_is_said_whose_pin_is_asked_for(calls: Calls) -> None:
    calls.type(calls.reads_out(matter=pin_matter(calls.desk.lead.id)).lower())
    assert "PIN baru untuk Rina Wulandari" in calls.about()


def test_the_laptop_of_the_call_is_selected_behind_the_form(calls: Calls) -> None:
    calls.type(calls.reads_out())
    at = calls.driver.at
    assert isinstance(at, LaptopsDesk)
    assert at.laptops.table.selected().name == "P3 Meja Jati"


def test_nothing_is_signed_before_the_voice_is_known(calls: Calls) -> None:
    calls.type(calls.reads_out(), knows_voice=False)
    calls.driver.save()
    assert calls.driver.at.signing.modal is None
    assert "Kenali dulu suaranya" in calls.form.bar.line.text()
    calls.form.voice.box.setFocus()
    calls.driver.press(Key.Key_Space)
    calls.driver.save()
    calls.driver.sign()
    assert len(calls.centre.asked) == 1


@pytest.mark.parametrize(
    ("prefix", "why"), [("P4", "dicatat hilang"), ("P5", "sudah dicabut"), ("P9", "tidak dikenal")]
)
def test_a_call_that_gets_no_answer_is_refused_in_words_before_anything_is_signed(
    calls: Calls, prefix: str, why: str
) -> None:
    calls.type(calls.reads_out(prefix), knows_voice=False)
    assert why in calls.form.request.finding_line.text()
    assert calls.about() == ""
    calls.driver.save()
    assert calls.centre.asked == []


def test_a_laptop_that_shows_another_day_is_pointed_out(calls: Calls) -> None:
    calls.type(calls.reads_out())
    assert not calls.form.clock.isVisible()
    calls.type(calls.reads_out(days_ago=40))
    assert calls.form.clock.isVisible()


def test_without_a_line_it_is_said_calmly_and_what_was_typed_stays(calls: Calls) -> None:
    assert "Sedang offline" in calls.line()
    calls.centre.failure = OfflineError(text("Pusat belum terjangkau."), text("Sambungkan, lalu coba lagi."))
    calls.type(spoken := calls.reads_out())
    calls.driver.save()
    calls.driver.sign()
    assert "Pusat belum terjangkau." in calls.line()
    assert "Jawaban telepon hanya ada di pusat" in calls.line()
    assert calls.form.request.value() == spoken
    calls.centre.failure = None
    calls.driver.save()
    calls.driver.sign()
    assert calls.driver.told() == CODE


def test_what_was_said_of_the_line_goes_once_it_is_back(calls: Calls) -> None:
    assert "Sedang offline" in calls.line()
    sync = calls.driver.window.findChild(SyncDriver)
    assert isinstance(sync, SyncDriver)
    sync.state = replace(sync.state, is_online=True)
    sync.changed.emit()
    assert calls.line() == ""
    calls.driver.press(Key.Key_Escape, Key.Key_6)
    assert calls.line() == ""


def test_a_refusal_of_the_centre_stands_beside_the_request(calls: Calls) -> None:
    calls.centre.failure = unanswered(Unanswered.REVOKED)
    calls.type(calls.reads_out())
    calls.driver.save()
    calls.driver.sign()
    assert "sudah dicabut" in calls.form.request.finding_line.text()
    assert calls.form.save_button.isEnabled()
    assert calls.answers() == []


def test_a_wrong_pin_asks_the_centre_nothing(calls: Calls) -> None:
    calls.type(calls.reads_out())
    calls.driver.save()
    calls.driver.sign("111111")
    assert calls.centre.asked == []


def test_what_was_typed_is_there_again_after_escape_but_not_that_the_voice_is_known(calls: Calls) -> None:
    calls.type(spoken := calls.reads_out())
    calls.driver.press(Key.Key_Escape)
    assert not calls.form.isVisible()
    calls.driver.press(Key.Key_6)
    assert calls.form.request.value() == spoken
    assert "P3 Meja Jati" in calls.about()
    assert not calls.form.voice.checked()


def test_the_answer_leaves_the_screen_with_the_lock_and_is_nowhere_else(calls: Calls) -> None:
    calls.type(calls.reads_out())
    calls.driver.save()
    calls.driver.sign()
    (modal,) = calls.answers()
    modal.activateWindow()
    QTest.mouseDClick(modal.code, Qt.MouseButton.LeftButton)
    QTest.keyClick(modal, Key.Key_C, CONTROL)
    assert CODE not in QGuiApplication.clipboard().text()
    window = calls.driver.window
    set_aside(window)
    bring_back(window)
    QApplication.processEvents()
    (again,) = calls.answers()
    said = [label.full_text() for label in again.findChildren(Label)]
    assert not any("K7PM" in words for words in said)
    assert "K7PM" not in again.code.accessibleName()
    assert any("Jawab permintaan yang sama sekali lagi" in words for words in said)


def test_the_draft_of_a_call_ends_with_its_answer(calls: Calls, admin: AppUser) -> None:
    calls.type(calls.reads_out())
    calls.driver.press(Key.Key_Escape, Key.Key_6)
    assert calls.desk.store.query(draft, admin.id, "call") is not None
    calls.form.voice.box.setFocus()
    calls.driver.press(Key.Key_Space)
    calls.driver.save()
    calls.driver.sign()
    calls.driver.told()
    assert calls.desk.store.query(draft, admin.id, "call") is None
    calls.driver.press(Key.Key_6)
    assert calls.form.request.value() == ""


def test_form_and_answer_fit_at_every_text_size(calls: Calls, themed_app: QApplication) -> None:
    calls.type(calls.reads_out(days_ago=40), knows_voice=False)
    for percent, width in ((100, 1366), (125, 1366), (150, 1366), (150, 1100)):
        calls.driver.press(Key.Key_Escape)
        apply_theme(themed_app, "light", percent)
        calls.driver.window.resize(width, 690)
        calls.driver.press(Key.Key_6)
        calls.centre.failure = OfflineError(text("Pusat belum terjangkau."), text("Sambungkan, lalu coba lagi."))
        for is_answered in (False, True):
            calls.form.voice.set_checked(True)
            calls.driver.save()
            calls.driver.sign()
            for _ in range(3):
                QApplication.processEvents()
            shown = calls.answers()[0] if is_answered else calls.driver.window
            assert layout_faults(shown) == [], (percent, width, is_answered)
            calls.centre.failure = None
        calls.driver.told()
        calls.driver.press(Key.Key_6)
        calls.type(calls.reads_out(days_ago=40), knows_voice=False)
    apply_theme(themed_app, "light", 100)


@pytest.mark.parametrize("role", ["planner", "head"])
def test_who_is_no_admin_answers_no_call(desk: Desk, qtbot: QtBot, role: str) -> None:
    put_laptop(desk, "P3", "Meja Jati", areas={VILLAGE: None})
    driver = OrdersDriver(desk, with_role(desk, role), Key.Key_9, qtbot)
    driver.press(Key.Key_6)
    assert isinstance(driver.at, LaptopsDesk)
    assert not driver.at.call_form.isVisible()
    assert "call" not in driver.at.side.names()
