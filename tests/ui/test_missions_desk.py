"""The desk of mutual aid, worked with real keys: terms, steps, what is open, and the way to the loan."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.domain.identifiers import UserId
from fieldkit.domain.missions.mission import LAPTOP_WORD, DataKnown, MissionState
from fieldkit.records.missions import LaptopWord, laptop_word
from fieldkit.records.tables import APP_USER, MISSION_STEP
from fieldkit.store.queries.missions.missions import Mission, missions
from fieldkit.store.queries.people import AppUser, app_user
from fieldkit.ui.pages.office import OfficePage
from fieldkit.ui.pages.office.missions.desk import MissionsDesk
from fieldkit.ui.pages.stock.loan_form import LoanForm
from fieldkit.ui.pages.stock.page import StockPage
from fieldkit.ui.widgets.combo import ComboBox
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.marks import TickBox
from fieldkit.ui.widgets.notes import NoteField
from tests.ui.desk import Desk

GUEST = "35.13"
CONTROL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


class Missions:
    """The desk, found by name and worked by keys."""

    def __init__(self, desk: Desk, user: AppUser, qtbot: QtBot) -> None:
        self.desk = desk
        self.window = desk.open(("office", OfficePage), ("stock", StockPage), user=user)
        qtbot.waitUntil(self.window.isActiveWindow)
        page = self.window.page("office")
        assert isinstance(page, OfficePage)
        self.page = page
        self.press(Key.Key_4)
        at = page.worked_at()
        assert isinstance(at, MissionsDesk)
        self.at = at

    def press(self, *keys: Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(self._focused(), key, held)

    def save(self) -> None:
        self.press(Key.Key_Return, held=CONTROL)

    def type(self, name: str, text: str) -> None:
        field = self.at.findChild(TextField, f"mission_{name}")
        assert isinstance(field, TextField)
        field.focus_answer()
        field.line.selectAll()
        QTest.keyClicks(self._focused(), text)

    def write(self, **answers: str) -> None:
        """A new mission of the days named, in Mayangan."""
        self.press(Key.Key_1)
        told = {"name": "Gotong royong", "from_day": "23-02-2019", "until_day": "24-02-2019", "laptops": "p1, p2"}
        for name, text in {**told, "blanks_brought": "200", **answers}.items():
            self.type(name, text)
        guest = self.at.findChild(ComboBox, "mission_guest_regency")
        assert isinstance(guest, ComboBox)
        guest.set_value(GUEST)
        tick = self.at.findChild(TickBox, "mission_area_35.74.03")
        assert isinstance(tick, TickBox)
        tick.box.click()
        self.save()

    def explain(self, text: str) -> None:
        note = self.at.findChild(NoteField, "mission_step_note")
        assert isinstance(note, NoteField)
        note.focus_answer()
        QTest.keyClicks(self._focused(), text)
        self.save()

    def one(self) -> Mission:
        (found,) = self.desk.store.query(missions, self.desk.clock.now_utc())
        return found

    def says(self, name: str) -> str:
        found = self.at.findChild(Label, f"mission_{name}")
        assert isinstance(found, Label)
        return found.full_text()

    def _focused(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused


@pytest.fixture
def planner(desk: Desk, qtbot: QtBot) -> Missions:
    values = {"name": "Bu Tutik", "role": "planner", "active": 1}
    made = UserId(desk.store.execute(lambda unit: unit.insert(APP_USER, "35.74", **values)))
    user = desk.store.query(app_user, made)
    assert user is not None
    return Missions(desk, user, qtbot)


def test_a_mission_is_agreed_changed_and_its_lists_are_shared_by_keys(planner: Missions) -> None:
    planner.write()
    terms = planner.one().terms
    assert (terms.guest_regency, terms.areas, terms.laptops, terms.blanks_brought) == (
        GUEST, ("35.74.03",), ("P1", "P2"), 200,
    )  # fmt: skip
    planner.press(Key.Key_2)
    planner.type("name", "GISA")
    planner.save()
    assert planner.one().terms.name == "GISA"
    planner.press(Key.Key_3)
    assert planner.one().state is MissionState.LISTS_SHARED
    planner.press(Key.Key_Backspace, held=CONTROL)
    assert planner.one().state is MissionState.AGREED


def test_terms_that_lack_something_are_said_beside_their_fields(planner: Missions) -> None:
    planner.write(name=" ", until_day="22-02-2019")
    assert planner.desk.store.query(missions, planner.desk.clock.now_utc()) == ()
    for name in ("mission_name", "mission_until_day"):
        field = planner.at.findChild(TextField, name)
        assert isinstance(field, TextField)
        assert field.finding() is not None


def test_it_is_settled_once_what_is_open_is_explained(planner: Missions) -> None:
    planner.write()
    planner.press(Key.Key_3, Key.Key_3)
    assert planner.one().state is MissionState.RUNNING
    assert "laptop P1: tidak dikenal pusat" in planner.says("open")
    planner.desk.clock.pass_minutes(3 * 24 * 60)
    planner.press(Key.Key_3)
    planner.save()
    assert planner.one().state is MissionState.RUNNING
    planner.explain("Laptopnya rusak di perjalanan")
    assert planner.one().state is MissionState.SETTLED


def test_what_the_centre_said_of_a_laptop_is_shown_as_it_is_known(planner: Missions) -> None:
    planner.write()
    word = LaptopWord("P1", DataKnown.TOLD.value, "LAPTOP-01", "T1")
    values = {"mission_id": planner.one().id, "state": LAPTOP_WORD, "note": laptop_word(word)}
    at = "2019-02-25T09:00:00.000Z"
    planner.desk.store.execute(lambda unit: unit.insert(MISSION_STEP, "35.74", **values, at=at))
    words = [label.full_text() for label in planner.at.side.laptops.findChildren(Label)]
    assert "P1 · di sini T1 · 0 terekam" in words
    assert "Sudah diminta menghapus, belum menyatakan terhapus" in words
    assert "P2" in words, "the other laptop of the terms, of which the centre has said nothing"


def test_a_laptop_the_centre_said_nothing_of_is_told_as_its_lists_stand(planner: Missions) -> None:
    def last() -> str:
        frames = planner.at.side.laptops.findChildren(QFrame)
        return [frame.accessibleName() for frame in frames if frame.property("kind") == "row"][-1]

    planner.write()
    assert last() == "P2, Daftar belum dibagikan"
    planner.press(Key.Key_3)
    assert last() == "P2, Daftar dibagikan, pusat belum memberi kabar"


def test_the_next_step_is_offered_once_its_day_has_come(planner: Missions) -> None:
    planner.write(from_day="24-02-2019")
    assert planner.at.primary is planner.at.lead_button
    planner.press(Key.Key_3)
    assert planner.at.primary is None
    assert planner.says("early") == "Bisa dimulai pada 24 Feb."
    planner.press(Key.Key_3)
    assert planner.one().state is MissionState.LISTS_SHARED
    planner.desk.clock.pass_minutes(24 * 60)
    planner.at.refresh()
    assert planner.at.lead_button.caption() == "Mulai"
    assert planner.at.primary is planner.at.lead_button
    planner.press(Key.Key_3)
    assert planner.says("early") == "Bisa diselesaikan sesudah 24 Feb."


def test_what_runs_is_not_called_off_and_nobody_is_asked_why(planner: Missions) -> None:
    planner.write()
    planner.press(Key.Key_3, Key.Key_3, Key.Key_4)
    assert planner.at.form_over is None
    assert planner.one().state is MissionState.RUNNING


def test_calling_it_off_needs_a_reason(planner: Missions) -> None:
    planner.write()
    planner.press(Key.Key_4)
    planner.save()
    assert planner.one().state is MissionState.AGREED
    planner.explain("Jalan putus")
    assert planner.one().state is MissionState.CANCELLED


def test_what_was_typed_of_a_step_is_there_again_after_escape(planner: Missions) -> None:
    planner.write()
    planner.press(Key.Key_4)
    QTest.keyClicks(QApplication.focusWidget(), "Jalan putus")
    planner.press(Key.Key_Escape)
    assert planner.one().state is MissionState.AGREED
    planner.press(Key.Key_4)
    assert planner.at.step_form.note.value() == "Jalan putus"
    planner.save()
    assert planner.one().state is MissionState.CANCELLED


def test_one_key_takes_the_blanks_of_the_guests_to_the_form_of_the_loan(planner: Missions) -> None:
    planner.write()
    planner.press(Key.Key_5)
    stock = planner.window.page("stock")
    assert isinstance(stock, StockPage)
    form = stock.panel.open_form()
    assert isinstance(form, LoanForm)
    assert (form.region.value(), form.quantity.number()) == (f"region:{GUEST}", 200)


def test_the_overview_tells_what_waits_to_be_settled(planner: Missions) -> None:
    def line() -> tuple[str, str]:
        (tile,) = (tile for tile in planner.page.overview.tiles if tile.spec.digit == "4")
        return tile.line(), tile.waiting()

    planner.press(Key.Key_Escape)
    assert line() == ("Tidak ada yang berjalan.", "")
    planner.press(Key.Key_4)
    planner.write()
    planner.press(Key.Key_3, Key.Key_3, Key.Key_Escape)
    assert line() == ("Gotong royong, mulai 23 Feb", "")
    planner.press(Key.Key_4)
    planner.desk.clock.pass_minutes(3 * 24 * 60)
    planner.page.mark_stale()
    planner.press(Key.Key_Escape)
    assert line() == ("1 sudah lewat harinya, belum diselesaikan", "1")
