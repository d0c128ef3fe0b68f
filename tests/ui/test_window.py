"""The main window and the keys that work everywhere."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.ui.shell.page import Page, PageAsked, PageSpec
from fieldkit.ui.shell.rail import Rail
from fieldkit.ui.shell.strip import ORDER, Segment
from fieldkit.ui.shell.window import GUIDE, MainWindow
from fieldkit.ui.theme.apply import apply_theme, dress
from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.painted import text_width
from fieldkit.ui.widgets.search import SearchField

pytestmark = pytest.mark.usefixtures("themed_app")

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
made: list[str] = []


class Plain(Page):
    """A page that counts what happens to it."""

    title = "Polos"

    def __init__(self) -> None:
        super().__init__()
        self.asked = self.pressed = self.out = 0
        self.given: list[object] = []
        self.field = TextField("Nama")
        self.search_field = SearchField(name="Cari")
        self.primary = Button("Simpan", "primary", key="Ctrl+Enter", press=self.press)
        self.add(self.search_field, self.field, self.primary, None)

    def press(self) -> None:
        self.pressed += 1

    def refresh(self) -> None:
        self.asked += 1

    def subtitle(self) -> str:
        return f"diminta {self.asked} kali"

    def keys(self) -> list[tuple[str, str]]:
        return [("Ctrl+N", "Warga baru")]

    def header_slot(self) -> QWidget:
        return Label("82 terekam", "strong")

    def opened_with(self, argument: object) -> None:
        self.given.append(argument)

    def step_out(self) -> bool:
        self.out += 1
        return True


def spec(key: str, name: str, group: int = 0) -> PageSpec:
    def make() -> Plain:
        made.append(name)
        return Plain()

    return PageSpec(key, name, "stack", name.title(), make, group)


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made.clear()
    shown = MainWindow(
        [
            spec("F2", "today"),
            spec("F3", "register"),
            spec("F11", "coverage", 1),
            spec("F12", "office", 1),
            spec("", GUIDE),
        ],
        place="Kota Probolinggo",
    )
    qtbot.addWidget(shown)
    dress(shown)
    shown.resize(1366, 690)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.show_page("today")
    return shown


def plain(window: MainWindow, name: str = "today") -> Plain:
    page = window.page(name)
    assert isinstance(page, Plain)
    return page


def press(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.focusWidget() or window, key, modifiers)


@pytest.mark.parametrize(
    ("key", "modifiers", "name"),
    [
        (Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier, "register"),
        (Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier, "office"),
        (Qt.Key.Key_2, CTRL, "register"),
        (Qt.Key.Key_0, CTRL, "coverage"),
        (Qt.Key.Key_Minus, CTRL, "office"),
        (Qt.Key.Key_PageDown, CTRL, "register"),
        (Qt.Key.Key_PageUp, CTRL, "office"),
        (Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier, "today"),
    ],
)
def test_pages_keep_their_keys_also_while_typing(
    window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier, name: str
) -> None:
    plain(window).field.line.setFocus()
    press(window, key, modifiers)
    assert window.current_name == name
    assert [button.isChecked() for button in window.rail.buttons.values()].count(True) == 1
    assert window.rail.buttons[name].isChecked()


def test_a_page_is_made_when_it_is_first_shown(window: MainWindow) -> None:
    assert made == ["today"]
    window.show_page("office")
    window.show_page("today")
    window.show_page("office")
    assert made == ["today", "office"]


def test_the_visible_page_asks_again_and_a_hidden_one_when_it_is_shown(window: MainWindow) -> None:
    window.show_page("register")
    today, register = plain(window), plain(window, "register")
    assert (today.asked, register.asked) == (1, 1)
    window.data_changed()
    window.data_changed()
    assert (today.asked, register.asked) == (1, 3)
    window.show_page("today")
    assert today.asked == 2
    window.show_page("register")
    assert register.asked == 3


def test_the_header_follows_the_page(window: MainWindow) -> None:
    window.data_changed()
    assert window.header._title.full_text() == "Polos"
    assert window.header._subtitle.full_text() == "diminta 2 kali"
    window.show_page("register")
    assert window._slots["register"].isVisible()
    assert not window._slots["today"].isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_presses_the_filled_button_of_the_visible_page_only(window: MainWindow, key: Qt.Key) -> None:
    window.show_page("register")
    plain(window, "register").field.line.setFocus()
    press(window, key, CTRL)
    assert (plain(window).pressed, plain(window, "register").pressed) == (0, 1)
    plain(window, "register").primary.setEnabled(False)
    press(window, key, CTRL)
    assert plain(window, "register").pressed == 1


def test_enter_alone_never_saves(window: MainWindow) -> None:
    page = plain(window)
    page.field.line.setFocus()
    press(window, Qt.Key.Key_Return)
    assert page.pressed == 0


def test_ctrl_f_goes_to_the_search_and_a_slash_only_where_nothing_is_typed(window: MainWindow) -> None:
    page = plain(window)
    page.field.line.setFocus()
    QTest.keyClicks(page.field.line, "RT 03/05")
    assert (page.field.value(), page.field.line.hasFocus()) == ("RT 03/05", True)
    press(window, Qt.Key.Key_F, CTRL)
    assert page.search_field.line.hasFocus()
    page.primary.setFocus()
    press(window, Qt.Key.Key_Slash)
    assert page.search_field.line.hasFocus()


def test_esc_is_one_step_out_of_the_page_and_loses_no_text(window: MainWindow) -> None:
    page = plain(window)
    page.field.line.setFocus()
    QTest.keyClicks(page.field.line, "SITI")
    press(window, Qt.Key.Key_Escape)
    assert (page.out, page.field.value()) == (1, "SITI")


def test_f1_shows_the_keys_and_f1_again_opens_the_guide(window: MainWindow) -> None:
    press(window, Qt.Key.Key_F1)
    assert window._keys.isVisible()
    assert "Ctrl+N: Warga baru" in window._keys.accessibleDescription()
    press(window, Qt.Key.Key_F1)
    assert (window.current_name, window._keys.isVisible()) == (GUIDE, False)
    assert plain(window, GUIDE).given == [PageAsked("today")]


def test_lock_and_incident_are_asked_for_from_any_field(qtbot: QtBot, window: MainWindow) -> None:
    page = plain(window)
    page.field.line.setFocus()
    QTest.keyClicks(page.field.line, "SITI NURAINI")
    page.field.line.setCursorPosition(2)
    for signal, key in ((window.lock_asked, Qt.Key.Key_L), (window.incident_asked, Qt.Key.Key_K)):
        with qtbot.waitSignal(signal):
            press(window, key, CTRL)
    press(window, Qt.Key.Key_U, CTRL)
    assert page.field.value() == page.field.line.text() == "SITI NURAINI"


def test_undo_of_the_toast_is_done_from_an_untouched_field_but_not_from_a_touched_one(window: MainWindow) -> None:
    page, done = plain(window), list[str]()
    window.toast("Tersimpan", action="Urungkan", on_action=lambda: done.append("undo"))
    page.field.line.setFocus()
    QTest.keyClicks(page.field.line, "SITI NUR")
    press(window, Qt.Key.Key_Backspace, CTRL)
    assert (done, page.field.value()) == ([], "SITI ")
    page.search_field.line.setFocus()
    press(window, Qt.Key.Key_Backspace, CTRL)
    assert (done, window.toasts()) == (["undo"], [])


def test_what_goes_wrong_after_a_save_does_not_take_its_key_away(window: MainWindow) -> None:
    """A receipt that failed came half a second after the registration, and the key meant to undo printed again."""
    done = list[str]()
    window.toast("Tersimpan", action="Urungkan", on_action=lambda: done.append("undo"))
    window.toast("Resi belum tercetak", tone="err", action="Coba lagi", on_action=lambda: done.append("print"))
    for _ in range(3):
        press(window, Qt.Key.Key_Backspace, CTRL)
    assert done == ["undo", "print"]


def test_text_grows_and_shrinks_within_what_is_offered(qtbot: QtBot, window: MainWindow) -> None:
    sizes: list[int] = []
    window.text_size_changed.connect(sizes.append)
    for _ in range(4):
        press(window, Qt.Key.Key_Plus, CTRL | SHIFT)
    assert (sizes, look().scale.percent) == ([110, 125, 150], 150)
    for _ in range(4):
        press(window, Qt.Key.Key_Minus, CTRL | SHIFT)
    assert sizes == [110, 125, 150, 125, 110, 100]


def test_the_strip_keeps_its_order_and_a_click_goes_to_the_page(qtbot: QtBot, window: MainWindow) -> None:
    window.strip.set(Segment("battery", "battery-medium", "64 %"))
    window.strip.set(Segment("link", "wifi-slash", "Offline sejak 15.52", "warn", "register", "Pekerjaan jalan terus."))
    window.strip.set(Segment("shift", "calendar-check", "Shift sore", page="office"))
    shown = [name for name in ORDER if window.strip.segments[name].isVisible()]
    assert shown == ["shift", "link", "battery"]
    qtbot.waitUntil(lambda: is_rising([window.strip.segments[name].x() for name in shown]))
    qtbot.mouseClick(window.strip.segments["shift"], Qt.MouseButton.LeftButton)
    assert window.current_name == "office"
    press(window, Qt.Key.Key_I, CTRL)
    assert window.current_name == "register"
    assert window.strip.segments["link"].accessibleDescription() == "Pekerjaan jalan terus."


def is_rising(places: list[int]) -> bool:
    return all(one < other for one, other in itertools.pairwise(places))


def test_red_in_the_strip_comes_before_amber(window: MainWindow) -> None:
    window.strip.set(Segment("link", "wifi-slash", "Offline", "warn", "register"))
    window.strip.set(Segment("blanks", "stack", "12 blangko, kurang 1", "err", "office"))
    assert window.strip.worst().name == "blanks"


def test_what_matters_in_the_strip_keeps_its_words_in_a_narrow_window(qtbot: QtBot, window: MainWindow) -> None:
    for name in ORDER:
        window.strip.set(Segment(name, "info", f"Keterangan panjang {name}", "warn" if name == "link" else ""))
    window.strip.set_clock("Sab 23 Feb 17.16")
    window.resize(800, 690)
    qtbot.waitUntil(lambda: window.width() == 800 and window.strip.segments["synced"].folded)
    assert not window.strip.segments["link"].folded
    assert window.strip.segments["synced"].toolTip() == "Keterangan panjang synced"


def test_counts_in_the_rail_are_said(window: MainWindow) -> None:
    window.set_count("office", 3, "err")
    window.set_count("absent", 1)
    assert window.rail.buttons["office"].accessibleName() == "Office, 3 perlu dilihat, F12"
    window.set_count("office", 0)
    assert window.rail.buttons["office"].accessibleName() == "Office, F12"


@pytest.mark.parametrize("percent", [100, 125, 150])
@pytest.mark.parametrize("waits", [9, 10, 99, 100])
def test_a_count_in_the_rail_leaves_the_name_of_its_page_whole(
    themed_app: QApplication, monkeypatch: pytest.MonkeyPatch, percent: int, waits: int
) -> None:
    apply_theme(themed_app, "light", percent)
    rail = Rail([PageSpec("F9", "sync", "arrows-clockwise", "Sinkronisasi", Page)], product="FieldKit", place="")
    rail.resize(rail.width(), 400)
    rail.set_count("sync", waits, "err")
    rail.set_current("sync")
    painted: list[tuple[str, int, int]] = []

    def paint_text(painter: QPainter, rect: QRect, words: str, role: str, *_: object) -> None:
        painted.append((words, rect.width(), text_width(words, role)))

    monkeypatch.setattr("fieldkit.ui.shell.rail.paint_text", paint_text)
    rail.grab()
    ((room, needed),) = [(room, needed) for words, room, needed in painted if words == "Sinkronisasi"]
    assert needed <= room + 1
    assert rail.buttons["sync"].toolTip().startswith("Sinkronisasi (F9), ")


@pytest.mark.parametrize(("width", "narrow"), [(1366, False), (1240, False), (1239, True)])
def test_the_rail_is_icons_with_tooltips_where_it_is_narrow(
    qtbot: QtBot, window: MainWindow, width: int, narrow: bool
) -> None:
    window.resize(width, 690)
    qtbot.waitUntil(lambda: window.rail.width() == (56 if narrow else 200))
    assert bool(window.rail.buttons["today"].toolTip()) is narrow


def test_a_page_opens_another_with_something_to_show(window: MainWindow) -> None:
    plain(window).go.emit("register", "P2-083")
    assert (window.current_name, plain(window, "register").given) == ("register", ["P2-083"])
    plain(window).go.emit("absent", None)
    assert window.current_name == "register"


def test_user_and_lock_stand_at_the_foot(qtbot: QtBot, window: MainWindow) -> None:
    window.set_user("Rina Wulandari", "Operator · P2")
    assert window.rail._mark._initials == "RW"
    with qtbot.waitSignal(window.lock_asked):
        qtbot.mouseClick(window.rail._lock, Qt.MouseButton.LeftButton)


def test_going_from_one_full_header_to_another_keeps_the_window_as_wide_as_it_was(window: MainWindow) -> None:
    for name in ("today", "register"):
        holder = QWidget()
        holder.setMinimumWidth(900)
        window._slots[name] = holder
        window.page(name)
        window._slots[name] = holder
    window.show_page("today")
    window.show_page("register")
    QApplication.processEvents()
    assert window.width() == 1366
