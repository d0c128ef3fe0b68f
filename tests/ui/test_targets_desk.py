"""The desk of targets, worked with real keys: places in their turn, targets, sheets, and the way to the schedule."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.domain.identifiers import UserId
from fieldkit.domain.lists.targets import Target
from fieldkit.records.tables import RESIDENT, SITE, TARGET_LIST
from fieldkit.store.queries.people import AppUser
from fieldkit.store.queries.targets.targets import target_of, targets_in_force
from fieldkit.store.unit import Unit
from fieldkit.ui.pages.office import OfficePage
from fieldkit.ui.pages.office.targets.desk import TargetsDesk
from fieldkit.ui.widgets.cards import Figure
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.labels import Label
from tests.ui.asked import AskedPage
from tests.ui.desk import VILLAGE, Desk
from tests.ui.pages.office_orders import with_role

JATI, MANGUNHARJO, MAYANGAN = VILLAGE, "35.74.03.1002", "35.74.03"
CONTROL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key
PIN = "274913"


class Targets:
    """The desk, found by name and worked by keys."""

    def __init__(self, desk: Desk, user: AppUser, qtbot: QtBot) -> None:
        self.desk = desk
        self.window = desk.open(("office", OfficePage), ("schedule", AskedPage), user=user)
        qtbot.waitUntil(self.window.isActiveWindow)
        page = self.window.page("office")
        assert isinstance(page, OfficePage)
        self.page = page
        self.press(Key.Key_3)
        at = page.worked_at()
        assert isinstance(at, TargetsDesk)
        self.at = at

    def press(self, *keys: Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(self._focused(), key, held)

    def type(self, name: str, text: str) -> None:
        field = self.at.findChild(TextField, name)
        assert isinstance(field, TextField)
        field.focus_answer()
        field.line.selectAll()
        QTest.keyClicks(self._focused(), text)

    def save(self) -> None:
        self.press(Key.Key_Return, held=CONTROL)

    def names(self) -> list[str]:
        model = self.at.places.table.rows_model
        return [model.at(row).name for row in range(model.rowCount())]

    def cells(self, row: int) -> list[str]:
        model = self.at.places.table.rows_model
        return [str(model.data(model.index(row, column))) for column in range(model.columnCount())]

    def says(self, name: str) -> str:
        found = self.at.findChild(Label, f"target_{name}")
        assert isinstance(found, Label)
        return found.full_text()

    def figure(self, name: str) -> str:
        found = self.at.findChild(Figure, f"targets_{name}")
        assert isinstance(found, Figure)
        return found.accessibleName()

    def target(self, place: str) -> Target | None:
        return self.desk.store.query(target_of, place)

    def _focused(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused


def add_list(desk: Desk, people: int, village: str = MANGUNHARJO) -> None:
    def verb(unit: Unit) -> None:
        told = {"as_of": "2019-02-01", "imported_at": "2019-02-20T02:00:00.000Z", "row_count": people, "reduced": 0}
        list_id = unit.insert(TARGET_LIST, "35.74", name="Daftar", **told)
        rows = [
            {"name": f"WARGA {n}", "village": village, "rt": "01", "rw": "02", "list_id": list_id}
            for n in range(people)
        ]
        unit.insert_many(RESIDENT, [(village, each) for each in rows])

    desk.store.user = UserId(desk.lead.id)
    desk.store.execute(verb)


@pytest.fixture
def planner(desk: Desk, qtbot: QtBot) -> Targets:
    """Twelve people of Jati and thirty of Mangunharjo; the planner sits at the desk."""
    add_list(desk, 30)
    return Targets(desk, with_role(desk, "planner", "Bu Tutik"), qtbot)


def test_a15_all_districts_stand_by_remainder_and_enter_goes_to_their_villages(planner: Targets) -> None:
    assert planner.names()[0] == "Kec. Mayangan"
    assert len(planner.names()) == 5
    planner.press(Key.Key_Return)
    assert planner.names()[:2] == ["Kel. Mangunharjo", "Kel. Jati"]
    assert planner.cells(0)[2:] == ["30", "0", "30", "–", "–", "–"]
    planner.press(Key.Key_Escape)
    assert planner.names()[0] == "Kec. Mayangan"


def test_a2_mangunharjo_stands_before_jati_and_says_why(planner: Targets) -> None:
    planner.press(Key.Key_7)
    assert planner.names() == ["Kel. Mangunharjo", "Kel. Jati"]
    assert planner.says("reason").startswith("Sisa terjangkau paling banyak, 30 orang.")


def test_a_target_is_set_superseded_and_taken_back_by_keys(planner: Targets) -> None:
    planner.press(Key.Key_Return, Key.Key_Down, Key.Key_1)
    planner.type("target_quantity", "10")
    planner.type("target_until", "11-04-2019")
    planner.save()
    assert planner.target(JATI) == Target(JATI, 10, date(2019, 4, 11))
    assert planner.cells(1)[5:7] == ["10", "10"]
    planner.press(Key.Key_Backspace, held=CONTROL)
    assert planner.target(JATI) is None
    planner.press(Key.Key_1)
    planner.type("target_quantity", "12")
    planner.type("target_until", "11-04-2019")
    planner.save()
    planner.press(Key.Key_3)
    assert planner.target(JATI) is None


def test_what_is_wrong_is_said_beside_its_field(planner: Targets) -> None:
    planner.press(Key.Key_1)
    planner.type("target_quantity", "0")
    planner.save()
    field = planner.at.findChild(TextField, "target_quantity")
    assert isinstance(field, TextField)
    assert field.finding() is not None
    assert planner.desk.store.query(targets_in_force) == {}


def test_a_total_is_shared_out_and_a_district_that_differs_from_its_villages_is_flagged(planner: Targets) -> None:
    planner.press(Key.Key_2)
    planner.type("share_quantity", "21")
    planner.type("share_until", "11-04-2019")
    planner.save()
    shares = {place: target.quantity for place, target in planner.desk.store.query(targets_in_force).items()}
    assert shares == {MAYANGAN: 21, MANGUNHARJO: 15, JATI: 6}
    assert planner.says("odd") == ""
    planner.press(Key.Key_1)
    planner.type("target_quantity", "25")
    planner.save()
    assert planner.says("odd") == "Target kecamatan 25, jumlah target desa/kelurahannya 21. Tidak disamakan sendiri."
    assert planner.target(MANGUNHARJO) == Target(MANGUNHARJO, 15, date(2019, 4, 11))


def test_one_key_takes_the_next_village_to_the_schedule(planner: Targets) -> None:
    assert planner.says("next") == "Jadwalkan: Kel. Mangunharjo, sisa 30."
    planner.press(Key.Key_4)
    schedule = planner.window.page("schedule")
    assert isinstance(schedule, AskedPage)
    assert schedule.asked == MANGUNHARJO


def test_by_place_the_village_with_signal_comes_before_the_one_with_more_people(planner: Targets) -> None:
    found = {"network": "good", "power": "mains", "access": "car"}
    planner.desk.store.execute(lambda unit: unit.insert(SITE, JATI, name="Balai", village=JATI, kind="hall", **found))
    planner.press(Key.Key_7, Key.Key_6)
    assert planner.names() == ["Kel. Jati", "Kel. Mangunharjo"]
    planner.press(Key.Key_6)
    assert planner.names() == ["Kel. Mangunharjo", "Kel. Jati"]


@pytest.mark.parametrize(("digit", "name"), [(Key.Key_3, ".pdf"), (Key.Key_4, ".xlsx")])
def test_the_sheets_of_a_camat_and_of_each_lurah_are_written(planner: Targets, digit: Key, name: str) -> None:
    planner.press(Key.Key_5, digit)
    written = planner.desk.folders.documents / f"target-{MAYANGAN}-2019-02-23{name}"
    assert written.stat().st_size > 1_000


def test_without_a_recording_there_is_no_day(planner: Targets) -> None:
    assert planner.figure("met") == "Target tercapai – tanpa laju tidak ada tanggal"


def test_the_head_signs_and_a_later_target_waits_again(desk: Desk, qtbot: QtBot) -> None:
    planner_, head_ = with_role(desk, "planner", "Bu Tutik"), with_role(desk, "head", "Pak Suroso")
    planner = Targets(desk, planner_, qtbot)
    planner.press(Key.Key_1)
    planner.type("target_quantity", "9")
    planner.type("target_until", "11-04-2019")
    planner.save()
    assert "belum ditandatangani" in planner.figure("target")
    head = Targets(desk, head_, qtbot)
    head.press(Key.Key_4)
    modal = head.at.signing.modal
    assert modal is not None
    QTest.keyClicks(modal.pin.line, PIN)
    QTest.keyClick(modal.pin.line, Key.Key_Return)
    assert head.says("until") == "Target 9 orang sampai Kamis, 11 April 2019."
    again = Targets(desk, planner_, qtbot)
    again.press(Key.Key_1)
    again.type("target_quantity", "8")
    again.save()
    assert again.says("until").endswith("Belum ditandatangani seperti ini.")


def test_the_overview_tells_how_many_targets_wait_for_the_head(planner: Targets) -> None:
    def lines() -> list[str]:
        return [tile.line() for tile in planner.page.overview.tiles if tile.spec.digit == "3"]

    planner.press(Key.Key_Escape)
    assert lines() == ["Belum ada target. Tetapkan per kecamatan dan desa/kelurahan."]
    planner.press(Key.Key_3, Key.Key_2)
    planner.type("share_quantity", "21")
    planner.type("share_until", "11-04-2019")
    planner.save()
    planner.press(Key.Key_Escape)
    assert lines() == ["3 tempat bertarget, menunggu tanda tangan kepala dinas"]
