"""About FieldKit: its version and the licences of what it ships, by keys, and whole at every text size."""

from __future__ import annotations

import pytest
from layout_faults import layout_faults
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldkit import __version__
from fieldkit.ui.rows.tables import Table
from fieldkit.ui.shell.about import About
from fieldkit.ui.shell.page import Page, PageSpec
from fieldkit.ui.shell.window import MainWindow
from fieldkit.ui.theme.apply import apply_theme, dress
from fieldkit.ui.widgets.labels import Label

Key, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    """A window with two bare pages."""
    specs = [("F2", "today", "Hari ini"), ("F3", "register", "Pendaftaran")]
    shown = MainWindow([PageSpec(key, name, "stack", label, Page) for key, name, label in specs])
    qtbot.addWidget(shown)
    dress(shown)
    shown.resize(1366, 690)
    shown.show()
    shown.show_page("today")
    qtbot.waitActive(shown)
    return shown


def open_about(window: MainWindow) -> About:
    QTest.keyClick(window, Key.Key_F1, SHIFT)
    about = window.findChild(About)
    assert isinstance(about, About)
    assert about.isVisible()
    return about


def said(about: About) -> str:
    return " ".join(label.full_text() for label in about.findChildren(Label))


def test_nothing_else_comes_to_the_front_while_it_is_made(window: MainWindow) -> None:
    """Its lower part was a window for a moment, and with that the keys were gone."""
    open_about(window)
    QApplication.processEvents()
    assert QApplication.activeWindow() is window
    assert isinstance(QApplication.focusWidget(), Table)


def test_version_and_licences_are_read_by_keys_alone(window: MainWindow) -> None:
    about = open_about(window)
    assert f"Versi {__version__}" in said(about)
    assert "MIT License" in said(about)
    while about.table.selected().name != "pyside6-essentials":
        row = about.table.currentIndex().row()
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Down)
        assert about.table.currentIndex().row() == row + 1
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in said(about)
    QTest.keyClick(about.table, Key.Key_Return)
    assert QApplication.focusWidget() is about.reading
    QTest.keyClick(about.reading, Key.Key_End)
    assert about.reading.verticalScrollBar().value() == about.reading.verticalScrollBar().maximum() > 0
    QTest.keyClick(about.reading, Key.Key_Escape)
    assert not about.isVisible()


def test_the_next_page_is_not_covered_by_it(window: MainWindow) -> None:
    about = open_about(window)
    QTest.keyClick(QApplication.focusWidget(), Key.Key_F3)
    assert window.current_name == "register"
    assert not about.isVisible()


def test_data_fonts_and_the_program_itself_are_named(window: MainWindow) -> None:
    rows = open_about(window).table.rows_model
    named = {rows.at(row).name: rows.at(row).licence for row in range(rows.rowCount())}
    assert next(iter(named)) == "FieldKit"
    assert (named["idn-area-data"], named["Inter"], named["Phosphor Icons"]) == ("ODbL-1.0", "OFL-1.1", "MIT")
    assert {"pyside6-essentials", "CPython", "SQLCipher", "cryptography"} <= set(named)


def test_the_keys_of_the_window_name_it(window: MainWindow) -> None:
    QTest.keyClick(window, Key.Key_F1)
    assert any(
        label.text().startswith("Tentang FieldKit") and label.isVisible() for label in window.findChildren(Label)
    )


@pytest.mark.parametrize(("percent", "width"), [(100, 1100), (125, 1366), (150, 1100), (150, 1366)])
def test_it_fits_at_every_text_size(window: MainWindow, themed_app: QApplication, percent: int, width: int) -> None:
    about = open_about(window)
    apply_theme(themed_app, "light", percent)
    window.resize(width, 690)
    for _ in range(4):
        QApplication.processEvents()
    assert about.isVisible()
    assert layout_faults(window) == []
