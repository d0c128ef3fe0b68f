"""The page that tells how the laptop stands: reached by key, looked at piece by piece, and what a helper is given."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from desk import Desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from fieldkit.domain.checkup.finding import Topic
from fieldkit.store.keeping.backup import back_up
from fieldkit.ui.pages import page_specs
from fieldkit.ui.pages.checkup import CheckupPage
from fieldkit.ui.shell.strip import Segment
from fieldkit.ui.shell.window import CHECKUP, MainWindow
from fieldkit.ui.theme.apply import dress
from fieldkit.ui.threads import Lanes
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


def test_others_get_the_store_between_two_pieces_of_a_look(desk: Desk, window: MainWindow, qtbot: QtBot) -> None:
    """Invariant 11: whatever is asked of the store during a look is not kept waiting until its end."""
    lanes, turns = Lanes(), []
    context = desk.context(window, desk.operator)
    made = CheckupPage(
        type(context)(**{**{name: getattr(context, name) for name in context.__slots__}, "lanes": lanes})
    )
    made.look()
    pieces: list[object] = []
    show = made.card.show_moment
    made.card.show_moment = lambda moment: (pieces.append(moment), show(moment))  # type: ignore[method-assign,assignment]
    lanes.run("store", lambda: None, lambda _: turns.append(len(pieces)), lambda error: None, made)
    qtbot.waitUntil(lambda: made.card.progress.isHidden() and bool(made._findings), timeout=PATIENCE_S * 1000)
    assert turns[0] < 5 < len(pieces)
    lanes.close()
    made.deleteLater()


def test_while_it_looks_it_says_at_what(desk: Desk, window: MainWindow) -> None:
    told: list[str] = []
    card = page(window).card
    show = card.show_moment
    card.show_moment = lambda moment: (show(moment), told.append(card._now.full_text()))  # type: ignore[method-assign,assignment]
    press(Key.Key_E, CTRL)
    assert told[0] == "Memeriksa versi … 1 dari 15"
    assert "Memeriksa rantai catatan … 3 dari 15" in told
    assert card.progress.isHidden()
