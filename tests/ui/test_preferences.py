"""Colours, text size, language, motion and the lock are chosen in the window, by keys, and hold at once and later."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from desk import Desk
from layout_faults import layout_faults
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.app import desktop as desktop_room
from fieldkit.app.application import speak
from fieldkit.app.desktop import Desktop
from fieldkit.app.parts import Parts
from fieldkit.domain.errors import FileError
from fieldkit.domain.text import text
from fieldkit.host.settings import SETTINGS_FILE, Settings, load_settings
from fieldkit.ui.language import tr
from fieldkit.ui.shell.preferences import Preferences
from fieldkit.ui.shell.window import MainWindow
from fieldkit.ui.theme import apply
from fieldkit.ui.theme.apply import apply_theme
from fieldkit.ui.theme.look import look
from fieldkit.ui.threads import InlineLanes
from fieldkit.ui.widgets import motion, toasts
from fieldkit.ui.widgets.choices import ChoiceGroup
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.search import SearchField

Key, Mod = Qt.Key, Qt.KeyboardModifier
CHOICES = {
    "theme": ["light", "dark", "system"],
    "text_scale": [100, 110, 125, 150],
    "language": ["id", "en"],
    "has_motion": [True, False],
    "lock_after_min": [2, 5, 10, 15, 30],
}


@pytest.fixture
def desktop(desk: Desk, themed_app: QApplication, qtbot: QtBot) -> Iterator[Desktop]:
    parts = Parts(desk.store, InlineLanes(), desk.clock, desk.folders, desk.regions, Settings())
    made = Desktop(parts)
    made.open()
    made.window.resize(1366, 690)
    made.window.activateWindow()
    made.sign_in(desk.operator)
    # Keys that belong to the window are heard once it is the active one.
    qtbot.waitUntil(made.window.isActiveWindow)
    yield made
    motion.set_motion(False)
    speak(themed_app, "id")
    # A test that followed the system ends light as well, but would go on following.
    apply_theme(themed_app)
    made.sync.close()
    made.window.close()
    made.window.deleteLater()


def press(desktop: Desktop, key: Qt.Key, held: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or desktop.window, key, held)
    QApplication.processEvents()


def main_of(desktop: Desktop) -> MainWindow:
    assert desktop.main is not None
    return desktop.main


def opened(desktop: Desktop) -> Preferences:
    press(desktop, Key.Key_Comma, Mod.ControlModifier)
    return shown(desktop)


def shown(desktop: Desktop) -> Preferences:
    return next(each for each in main_of(desktop).findChildren(Preferences) if each.isVisible())


def choose(desktop: Desktop, name: str, value: object) -> None:
    """Open the drawer and give the digit of this value where it is asked."""
    group = opened(desktop).groups[name]
    while not group.isAncestorOf(QApplication.focusWidget() or group):
        press(desktop, Key.Key_Tab)
    press(desktop, Key(Key.Key_1.value + CHOICES[name].index(value)))


def kept(desk: Desk) -> Settings:
    return load_settings(desk.folders.data / SETTINGS_FILE)


@pytest.mark.parametrize(
    ("name", "value"),
    [("theme", "dark"), ("text_scale", 125), ("language", "en"), ("has_motion", False), ("lock_after_min", 5)],
)
def test_what_is_chosen_by_its_digit_is_kept_for_the_next_start(
    desktop: Desktop, desk: Desk, name: str, value: object
) -> None:
    choose(desktop, name, value)
    assert kept(desk) == replace(Settings(), **{name: value})  # type: ignore[arg-type]


def test_colours_and_text_size_change_at_once_and_both_stay(desktop: Desktop) -> None:
    choose(desktop, "theme", "dark")
    choose(desktop, "text_scale", 150)
    assert (look().tokens.name, look().scale.percent) == ("dark", 150)


def test_the_theme_of_the_system_is_followed_also_later(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = [True]
    monkeypatch.setattr(apply, "system_is_dark", lambda _app: wanted[0])
    choose(desktop, "theme", "system")
    assert look().tokens.name == "dark"
    wanted[0] = False
    hints = QApplication.styleHints()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert look().tokens.name == "light"


def test_a_theme_that_was_chosen_does_not_follow_the_system(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(desktop, "theme", "light")
    monkeypatch.setattr(apply, "system_is_dark", lambda _app: True)
    QApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert look().tokens.name == "light"


def test_a_larger_text_by_its_keys_keeps_the_theme_of_the_system(
    desktop: Desktop, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apply, "system_is_dark", lambda _app: True)
    choose(desktop, "theme", "system")
    press(desktop, Key.Key_Plus, Mod.ControlModifier | Mod.ShiftModifier)
    assert kept(desk) == Settings(theme="system", text_scale=110)
    assert look().tokens.name == "dark"
    assert shown(desktop).groups["text_scale"].value() == "110"
    monkeypatch.setattr(apply, "system_is_dark", lambda _app: False)
    QApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert look().tokens.name == "light"


def test_the_window_speaks_the_other_language_at_once_and_back_again(desktop: Desktop) -> None:
    press(desktop, Key.Key_F9)
    choose(desktop, "language", "en")
    assert main_of(desktop).current_name == "sync"
    assert tr("Terang") == "Light"
    assert "Theme" in [label.full_text() for label in shown(desktop).findChildren(Label)]
    choose(desktop, "language", "id")
    assert "Warna" in [label.full_text() for label in shown(desktop).findChildren(Label)]
    press(desktop, Key.Key_Escape)
    press(desktop, Key.Key_L, Mod.ControlModifier)
    assert desktop.window.currentWidget() is desktop._door
    # The door is another one, and still knows whose lock it is.
    QApplication.processEvents()
    assert desktop._door.pin.isVisible()
    assert desktop._door.pin._name.full_text() == desktop._user.name  # type: ignore[union-attr]


def test_half_typed_text_is_there_again_in_the_other_language(desktop: Desktop) -> None:
    press(desktop, Key.Key_F3)
    press(desktop, Key.Key_N, Mod.ControlModifier)
    name = main_of(desktop).page("register").findChild(QWidget, "name")
    assert isinstance(name, TextField)
    name.focus_answer()
    QTest.keyClicks(name.line, "ZUBAIDAH")
    choose(desktop, "language", "en")
    press(desktop, Key.Key_Escape)
    again = main_of(desktop).page("register").findChild(QWidget, "name")
    assert isinstance(again, TextField)
    assert again is not name
    assert again.value() == "ZUBAIDAH"


def test_drawers_and_toasts_appear_without_fading_once_that_is_chosen(desktop: Desktop) -> None:
    motion.set_motion(True)
    choose(desktop, "has_motion", False)
    press(desktop, Key.Key_Escape)
    toast = main_of(desktop).toast("Tersimpan")
    assert toast.graphicsEffect() is None
    choose(desktop, "has_motion", True)
    assert main_of(desktop).toast("Tersimpan").graphicsEffect() is not None


def test_the_lock_waits_as_long_as_was_chosen_just_now(desktop: Desktop, desk: Desk) -> None:
    choose(desktop, "lock_after_min", 2)
    desk.clock.pass_minutes(3)
    desktop._idle.look()
    assert desktop.window.currentWidget() is desktop._door


def test_minutes_that_were_written_into_the_file_are_offered_and_chosen(on_screen: Callable[..., QWidget]) -> None:
    preferences = Preferences()
    on_screen(preferences)
    preferences.show_settings(Settings(lock_after_min=7))
    assert preferences.groups["lock_after_min"].caption() == "7 mnt"


def test_the_rail_leads_to_it_and_esc_gives_the_focus_back(desktop: Desktop) -> None:
    press(desktop, Key.Key_F3)
    before = QApplication.focusWidget()
    QTest.mouseClick(main_of(desktop).rail._settings, Qt.MouseButton.LeftButton)
    assert shown(desktop).isVisible()
    press(desktop, Key.Key_Escape)
    assert not any(each.isVisible() for each in main_of(desktop).findChildren(Preferences))
    assert QApplication.focusWidget() is before


def test_the_next_page_is_not_covered_by_the_settings_that_stood_over_the_one_before(desktop: Desktop) -> None:
    opened(desktop)
    press(desktop, Key.Key_F3)
    assert not any(each.isVisible() for each in main_of(desktop).findChildren(Preferences))
    search = main_of(desktop).page("register").findChild(SearchField, "search")
    assert QApplication.focusWidget() is search.line
    press(desktop, Key.Key_F2)
    assert main_of(desktop).page("today").isAncestorOf(QApplication.focusWidget() or desktop.window)


@pytest.mark.parametrize(("name", "value"), [("theme", "dark"), ("language", "en"), ("has_motion", False)])
def test_a_disk_that_is_full_keeps_the_choice_for_today_and_says_so(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch, name: str, value: object
) -> None:
    """It is said once the choice is painted, however long a busy computer takes for that."""

    def full(_path: Path, _settings: Settings) -> None:
        raise FileError(text("Ruang di disk habis."), text("Hapus berkas yang tidak perlu."))

    monkeypatch.setattr(desktop_room, "save_settings", full)
    monkeypatch.setattr(toasts, "TOAST_MS", 600_000)
    choose(desktop, name, value)
    assert getattr(desktop.parts.settings, name) == value
    assert [toast.title for toast in main_of(desktop).toasts()] == ["Ruang di disk habis."]


@pytest.mark.parametrize(("percent", "width"), [(100, 1366), (125, 1366), (150, 1100), (150, 1366)])
def test_it_fits_at_every_text_size(desktop: Desktop, themed_app: QApplication, percent: int, width: int) -> None:
    preferences = opened(desktop)
    apply_theme(themed_app, "light", percent)
    desktop.window.resize(width, 690)
    for _ in range(4):
        QApplication.processEvents()
    assert layout_faults(desktop.window) == []
    assert {group.caption() for group in preferences.findChildren(ChoiceGroup)} == {
        *("Terang", "100 %", "Bahasa Indonesia", "Muncul perlahan", "10 mnt")
    }


def test_a_theme_or_a_language_that_does_not_exist_is_as_good_as_missing(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "sepia", "language": "fr", "has_motion": 0, "text_scale": true}', "utf-8")
    assert load_settings(path) == Settings()
