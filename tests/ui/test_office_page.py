"""The office page: desks that open by their digit, each with what waits there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from desk import Desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldkit.records.tables import TARGET_LIST
from fieldkit.store.unit import Unit
from fieldkit.ui.context import Context
from fieldkit.ui.pages.office import OfficePage
from fieldkit.ui.pages.office import desk as office_desk
from fieldkit.ui.pages.office.desk import DeskLine, DeskSpec
from fieldkit.ui.pages.office.desks import desk_specs
from fieldkit.ui.pages.office.tile import DeskTile
from fieldkit.ui.roles import may_open
from fieldkit.ui.shell.page import AtDesk, Page
from fieldkit.ui.shell.window import MainWindow
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.labels import Label

Key = Qt.Key
ROLES = ("operator", "lead", "planner", "admin", "head", "keeper", "clerk", "viewer")


class Drawer(office_desk.Desk):
    """A desk with something open on it, a key of its own and a filled button."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name, self.asked, self.is_open, self.was_given = name, 0, False, None
        self.pressed: list[str] = []
        self.primary = Button("Simpan", "primary", press=lambda: self.pressed.append(name))
        self.add(self.primary)

    def subtitle(self) -> str:
        return f"{self.name}, {self.asked} kali"

    def keys(self) -> list[tuple[str, str]]:
        return [("Ctrl+N", f"Baru di {self.name}")]

    def refresh(self) -> None:
        self.asked += 1

    def shown(self) -> None:
        assert self.primary is not None
        self.primary.setFocus()

    def opened_with(self, argument: object) -> None:
        self.was_given = argument  # type: ignore[assignment]
        self.is_open = True

    def step_out(self) -> bool:
        was, self.is_open = self.is_open, False
        return was


class Office:
    """The page with three desks of its own making, and its keys."""

    def __init__(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        self.made: list[str] = []
        self.waits = {"satu": DeskLine("Tenang"), "dua": DeskLine("4 orang menunggu", "warn", 4)}
        self.waits["tiga"] = DeskLine("Tenang")
        specs = [self._spec(digit, name) for digit, name in zip("123", self.waits, strict=True)]
        monkeypatch.setattr("fieldkit.ui.pages.office.page.desk_specs", lambda _role: specs)
        self.desk = desk
        self.window = desk.open(("office", OfficePage), ("other", lambda _context: Page()), user=desk.lead)
        page = self.window.page("office")
        assert isinstance(page, OfficePage)
        self.page = page

    def press(self, *keys: Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            focused = QApplication.focusWidget()
            assert focused is not None
            QTest.keyClick(focused, key, held)

    def drawer(self, name: str) -> Drawer:
        found = self.page.desk(name)
        assert isinstance(found, Drawer)
        return found

    def tile(self, name: str) -> DeskTile:
        found = self.page.findChild(DeskTile, f"desk_{name}")
        assert isinstance(found, DeskTile)
        return found

    def header(self) -> list[str]:
        return [label.full_text() for label in self.window.header.findChildren(Label) if label.isVisible()]

    def _spec(self, digit: str, name: str) -> DeskSpec:
        return DeskSpec(digit, name, "stack", f"Meja {name}", self._factory(name), lambda *_: self.waits[name])

    def _factory(self, name: str) -> Callable[[Context], office_desk.Desk]:
        def make(_context: Context) -> office_desk.Desk:
            self.made.append(name)
            return Drawer(name)

        return make


@pytest.fixture
def office(desk: Desk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Office:
    made = Office(desk, monkeypatch)
    qtbot.waitUntil(made.window.isActiveWindow)
    return made


def test_each_desk_says_what_waits_there_with_a_count_only_where_somebody_must_act(office: Office) -> None:
    assert [tile.line() for tile in office.page.overview.tiles] == ["Tenang", "4 orang menunggu", "Tenang"]
    assert [tile.waiting() for tile in office.page.overview.tiles] == ["", "4", ""]
    assert office.tile("dua").accessibleName() == "Meja dua, tombol 2"
    assert office.header()[0] == "Kantor"
    assert office.made == []


def test_a_digit_opens_its_desk_and_escape_goes_back_to_the_one_it_was(office: Office) -> None:
    office.press(Key.Key_2)
    assert office.header()[:2] == ["Kantor – Meja dua", "dua, 1 kali"]
    assert office.drawer("dua").isVisible()
    office.press(Key.Key_Escape)
    assert office.header()[0] == "Kantor"
    assert office.tile("dua").hasFocus()


def test_arrows_and_enter_open_a_desk(office: Office) -> None:
    office.press(Key.Key_Right, Key.Key_Left, Key.Key_Down, Key.Key_Down)
    assert office.tile("tiga").hasFocus()
    office.press(Key.Key_Return)
    assert office.header()[0] == "Kantor – Meja tiga"
    assert office.made == ["tiga"]


def test_a_desk_is_made_once_and_keeps_what_is_on_it(office: Office) -> None:
    office.press(Key.Key_1, Key.Key_Escape, Key.Key_1)
    assert office.made == ["satu"]
    assert office.drawer("satu").asked == 1


def test_the_filled_button_and_the_keys_are_those_of_the_open_desk(office: Office) -> None:
    office.press(Key.Key_2)
    office.press(Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
    assert office.drawer("dua").pressed == ["dua"]
    assert office.page.keys() == [("Ctrl+N", "Baru di dua"), ("Esc", "Kembali ke semua meja")]
    office.press(Key.Key_Escape)
    office.press(Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
    assert office.drawer("dua").pressed == ["dua"]
    assert dict(office.page.keys())["2"] == "Meja dua"


def test_escape_first_closes_what_is_open_on_the_desk(office: Office) -> None:
    office.press(Key.Key_1)
    office.drawer("satu").is_open = True
    office.press(Key.Key_Escape)
    assert office.header()[0] == "Kantor – Meja satu"
    office.press(Key.Key_Escape)
    assert office.header()[0] == "Kantor"


def test_another_page_sends_somebody_to_a_desk_with_something_to_show(office: Office) -> None:
    office.window.show_page("other")
    office.window.page("other").go.emit("office", AtDesk("tiga", "35.74"))
    assert office.header()[0] == "Kantor – Meja tiga"
    assert office.drawer("tiga").was_given == "35.74"
    office.window.show_page("office", AtDesk("lain"))
    assert office.header()[0] == "Kantor – Meja tiga"


def test_what_is_seen_asks_again_and_what_is_hidden_when_it_is_shown(office: Office) -> None:
    office.press(Key.Key_1, Key.Key_Escape, Key.Key_2)
    office.waits["satu"] = DeskLine("Satu lagi", "warn", 1)
    office.desk.store.execute(another_list)
    assert [office.drawer(name).asked for name in ("satu", "dua")] == [1, 2]
    assert office.header()[1] == "dua, 2 kali"
    assert office.tile("satu").line() == "Tenang"
    office.press(Key.Key_Escape)
    assert office.tile("satu").line() == "Satu lagi"
    office.press(Key.Key_1)
    assert office.drawer("satu").asked == 2


def test_the_office_is_as_it_was_left(office: Office) -> None:
    office.press(Key.Key_2)
    office.window.show_page("other")
    office.window.show_page("office")
    assert office.header()[0] == "Kantor – Meja dua"
    assert office.drawer("dua").primary is QApplication.focusWidget()


def test_the_mouse_finds_back_to_all_desks(office: Office) -> None:
    QTest.mouseClick(office.tile("tiga"), Qt.MouseButton.LeftButton)
    assert office.header()[0] == "Kantor – Meja tiga"
    back = next(each for each in office.window.header.findChildren(Button) if each.caption() == "Semua meja")
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert office.header()[0] == "Kantor"
    assert not back.isVisible()


def another_list(unit: Unit) -> str:
    times = {"as_of": "2019-02-20", "imported_at": "2019-02-21T02:00:00.000Z"}
    return unit.insert(TARGET_LIST, "35.74", name="Susulan", row_count=0, reduced=0, **times)


def test_the_desk_of_lists_tells_how_many_there_are_and_the_newest(desk: Desk) -> None:
    desk.store.execute(another_list)
    window = desk.open(("office", OfficePage), user=desk.lead)
    assert lines_of(window)["lists"] == "2 daftar, terbaru per 20-02-2019"


def lines_of(window: MainWindow) -> dict[str, str]:
    page = window.page("office")
    assert isinstance(page, OfficePage)
    return {tile.spec.name: tile.line() for tile in page.overview.tiles}


@pytest.mark.parametrize("role", ROLES)
def test_whoever_has_a_desk_has_the_page_and_sees_only_their_desks(desk: Desk, role: str) -> None:
    wanted = [spec.name for spec in desk_specs(role)]
    assert may_open(role, "office") or not wanted
    window = desk.open(("office", OfficePage), user=replace(desk.lead, role=role))
    assert list(lines_of(window)) == wanted


def test_desks_have_digits_of_their_own() -> None:
    digits = [spec.digit for spec in desk_specs("admin")]
    assert len(set(digits)) == len(digits)
    assert set(digits) <= set("1234567890")
