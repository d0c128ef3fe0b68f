"""The page that tells how the laptop stands: reached by key, looked at piece by piece, and what a helper is given."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from desk import Desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from fieldkit.domain.checkup.finding import Topic
from fieldkit.store.database import Database
from fieldkit.store.keeping.backup import back_up
from fieldkit.store.queries.checkup import is_sound_table
from fieldkit.ui.pages import page_specs
from fieldkit.ui.pages.checkup import CheckupPage
from fieldkit.ui.shell.strip import Segment
from fieldkit.ui.shell.window import CHECKUP, MainWindow
from fieldkit.ui.theme.apply import dress
from fieldkit.ui.threads import Lanes
from fieldkit.work.table.registration import Registered, register
from tests.laptops import form
from tests.patience import PATIENCE_S

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> MainWindow:
    """The whole window of an operator, at Sync."""
    made: list[object] = []
    window = MainWindow(page_specs("operator", lambda: made[0]), place="Kota Probolinggo")  # type: ignore[arg-type,return-value]
    made.append(desk.context(window, desk.operator))
    dress(window)
    desk.windows.append(window)
    window.resize(1366, 690)
    window.show()
    window.activateWindow()
    window.show_page("sync")
    qtbot.waitUntil(window.isActiveWindow)
    return window


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def page(window: MainWindow) -> CheckupPage:
    found = window.page(CHECKUP)
    assert isinstance(found, CheckupPage)
    return found


def table(window: MainWindow) -> dict[str, tuple[str, str]]:
    """Heading of each line: what was found, and how it stands."""
    model = page(window).card.table.rows_model
    rows = [[model.index(row, column).data() for column in range(2)] for row in range(model.rowCount())]
    badges = [model.at(row).finding.grade for row in range(model.rowCount())]
    return {head: (what, grade) for (head, what), grade in zip(rows, badges, strict=True)}


def test_ctrl_e_on_sync_looks_at_the_laptop_and_esc_goes_back(desk: Desk, window: MainWindow) -> None:
    press(Key.Key_E, CTRL)
    assert window.current_name == CHECKUP
    assert table(window)["Berkas data"] == ("Berkas data utuh.", "fine")
    assert table(window)["Indeks pencarian"][0] == f"Semua {len(desk.residents)} warga ada di indeks pencarian."
    press(Key.Key_Escape)
    assert window.current_name == "sync"


def test_what_needs_somebody_comes_first_and_is_told_in_full(desk: Desk, window: MainWindow) -> None:
    desk.computer.free = 100 * 10**6
    press(Key.Key_E, CTRL)
    assert next(iter(table(window).values()))[1] == "stop"
    page(window).card.table.select(Topic.SPACE)
    side = page(window).side
    told = [part.full_text() for part in (side.what, side.meaning, side.advice)]
    assert told == [
        "Disk hampir penuh: sisa 100 MB.",
        "Sebentar lagi tidak ada yang bisa disimpan, dan cadangan tidak muat.",
        "Kosongkan tempat sampah dan unduhan sekarang. Jangan hapus map FieldKit.",
    ]
    assert window.page(CHECKUP).subtitle().startswith("2 perlu tindakan, ")


def test_another_look_sees_what_changed_and_keeps_the_selection(desk: Desk, window: MainWindow) -> None:
    press(Key.Key_E, CTRL)
    page(window).card.table.select(Topic.BACKUP)
    assert table(window)["Cadangan"][0] == "Belum ada cadangan di laptop ini."
    back_up(desk.store, desk.folders.backups)
    press(Key.Key_Return, CTRL)
    assert table(window)["Cadangan"][0].startswith("Cadangan terakhir dibuat 1 detik yang lalu")
    assert page(window).side.what.full_text().startswith("Cadangan terakhir dibuat")


def test_a_segment_of_the_strip_leads_here_and_esc_back_to_where_one_was(window: MainWindow) -> None:
    window.show_page("register")
    window.strip.set(Segment("disk", "hard-drives", "Disk sisa 100 MB", "err", CHECKUP))
    press(Key.Key_I, CTRL)
    assert window.current_name == CHECKUP
    press(Key.Key_Escape)
    assert window.current_name == "register"


def test_the_file_is_read_before_it_is_written_and_is_that_text(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "bantuan.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    press(Key.Key_E, CTRL)
    press(Key.Key_P, CTRL)
    shown = page(window).sheet.text.toPlainText()
    assert not file.exists()
    press(Key.Key_Return, CTRL)
    assert file.read_text("utf-8") == shown
    assert json.loads(shown)["rows_by_table"]["app_user"] == 2
    assert [toast.title for toast in window.toasts()] == ["Berkas bantuan tersimpan"]
    assert page(window).primary is page(window)._again


def test_esc_leaves_the_file_and_writes_nothing(window: MainWindow) -> None:
    press(Key.Key_E, CTRL)
    press(Key.Key_P, CTRL)
    press(Key.Key_Escape)
    assert window.current_name == CHECKUP
    assert page(window)._again.isVisible()
    press(Key.Key_Escape)
    assert window.current_name == "sync"


def test_nobody_is_named_in_the_file(desk: Desk, window: MainWindow) -> None:
    press(Key.Key_E, CTRL)
    press(Key.Key_P, CTRL)
    shown = page(window).sheet.text.toPlainText().lower()
    people = [*desk.residents, desk.lead.name, desk.operator.name]
    assert [name for name in people if name.lower() in shown] == []
    numbers = desk.store.query(lambda database: database.rows("SELECT nik, kk FROM resident"))
    assert [number for pair in numbers for number in pair if number in shown] == []


@pytest.fixture
def lanes(desk: Desk) -> Iterator[Lanes]:
    """Lanes with threads of their own, as the program has them."""
    made = Lanes()
    yield made
    made.close()


@pytest.fixture
def beside(desk: Desk, window: MainWindow, lanes: Lanes) -> CheckupPage:
    """A page whose looks go on beside whatever else is done."""
    return CheckupPage(replace(desk.context(window, desk.operator), lanes=lanes))


def test_a_registration_goes_through_while_a_look_is_in_the_middle_of_a_piece(
    desk: Desk, beside: CheckupPage, lanes: Lanes, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Invariant 11: SQLite itself is held in the middle of the check of a table, with the file open to it."""
    under_way, go_on = threading.Event(), threading.Event()
    registered: list[object] = []

    def hold() -> None:
        under_way.set()
        go_on.wait(PATIENCE_S)

    def held(database: Database, name: str) -> bool:
        database.connection.set_progress_handler(hold, 1)
        return is_sound_table(database, name)

    monkeypatch.setattr("fieldkit.checkup.look.is_sound_table", held)
    beside.look()
    qtbot.waitUntil(under_way.is_set, timeout=PATIENCE_S * 1000)
    person = form()
    lanes.run("store", lambda: desk.store.execute(register, person), registered.append, registered.append, beside)
    qtbot.waitUntil(lambda: bool(registered), timeout=PATIENCE_S * 1000)
    assert isinstance(registered[0], Registered)
    assert not go_on.is_set()
    go_on.set()
    qtbot.waitUntil(lambda: beside.card.progress.isHidden() and bool(beside._findings), timeout=PATIENCE_S * 1000)
    assert beside._findings[0].grade != "stop"
    beside.deleteLater()


@pytest.mark.parametrize("way", ["the program ends", "the page is given up"])
def test_a_piece_that_takes_long_is_ended_in_its_middle(
    beside: CheckupPage, lanes: Lanes, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    under_way = threading.Event()
    ended: list[object] = []

    def endless(database: Database, _name: str) -> bool:
        under_way.set()
        database.value("WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT 1 FROM n) SELECT count(*) FROM n")
        return False

    monkeypatch.setattr("fieldkit.checkup.look.is_sound_table", endless)
    beside.look()
    qtbot.waitUntil(under_way.is_set, timeout=PATIENCE_S * 1000)
    if way == "the program ends":
        lanes.close()
        return
    beside.deleteLater()
    lanes.run("look", lambda: None, ended.append, ended.append, lanes)
    qtbot.waitUntil(lambda: ended == [None], timeout=PATIENCE_S * 1000)


def test_while_it_looks_it_says_at_what(desk: Desk, window: MainWindow) -> None:
    told: list[str] = []
    card = page(window).card
    show = card.show_moment
    card.show_moment = lambda moment: (show(moment), told.append(card._now.full_text()))  # type: ignore[method-assign,assignment]
    press(Key.Key_E, CTRL)
    assert told[0] == "Memeriksa versi … 1 dari 15"
    assert "Memeriksa rantai catatan … 3 dari 15" in told
    assert card.progress.isHidden()
