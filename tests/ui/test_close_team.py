"""Two tables, one stick, one closing of the team: on the page, by keys (TL-7)."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from sync_bench import SyncBench

from fieldkit.domain.requests.service import Step
from fieldkit.domain.shifts.closing import ClosingKind
from fieldkit.store.queries.closing.signed import closings
from fieldkit.store.queries.people import AppUser
from fieldkit.sync.bundle import make_bundle
from fieldkit.ui.pages.close_shift import CloseShiftPage
from fieldkit.work.closing.table import CloseShift, close_shift
from fieldkit.work.table.outcomes import note_step
from tests.flows.enrolled import Laptop, signer
from tests.laptops import opened, registered

PIN = "482915"
CTRL = Qt.KeyboardModifier.ControlModifier


def closed(bench: SyncBench, laptop: Laptop, blanks: int, counted: int) -> str:
    """A table with one recorded person that its lead closed; whoever is short of blanks says why."""
    who, shift = signer(bench.ground, laptop), opened(laptop.store, blanks=blanks)
    laptop.store.execute(note_step, registered(laptop.store).request_id, Step.RECORDED)
    told = ("lost", "Jatuh di jalan") if counted < blanks else ("", "")
    laptop.store.execute(close_shift, CloseShift(shift, counted, *told, village_name="Jati"), who)
    bench.ground.clock.pass_by(minutes=1)
    return shift


class Page:
    """The lead's page."""

    def __init__(self, bench: SyncBench, qtbot: QtBot) -> None:
        self.bench, self.qtbot = bench, qtbot
        store = bench.laptop.store
        bench.user = AppUser(str(store.user), "Sri Rahayu", "lead", has_pin=True)
        self.window = bench.open(CloseShiftPage)
        page = self.window.page("sync")
        assert isinstance(page, CloseShiftPage)
        self.page = page
        qtbot.waitUntil(page.signed.isVisible)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = CTRL) -> None:
        """One key stroke, to whatever has the focus."""
        QTest.keyClick(self.window.focusWidget() or self.window, key, held)
        QApplication.processEvents()

    def type(self, words: str) -> None:
        QTest.keyClicks(self.window.focusWidget() or self.window, words)

    def rows(self) -> list[tuple[str, str]]:
        """The tables by name, and what is said of them or how far their blanks are off."""
        model = self.page.team.panel.table.rows_model
        return [(model.index(at, 0).data().split("\n")[0], model.index(at, 7).data()) for at in range(model.rowCount())]

    def give_pin(self) -> None:
        modal = self.page.signing.asking.modal
        assert modal is not None
        QTest.keyClicks(modal.pin.line, PIN)
        QTest.keyClick(modal.pin.line, Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: self.page.signing.asking.modal is None)
        # As a window manager does when a modal goes.
        self.window.activateWindow()

    def signed(self) -> int:
        view = self.page._view
        assert view is not None
        return len(self.bench.laptop.store.query(closings, view.shift.id, ClosingKind.TEAM))

    def refresh(self) -> None:
        self.window.data_changed()


def test_the_lead_takes_in_the_other_table_and_signs_one_closing_for_the_team(
    bench: SyncBench, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = bench.ground.laptop("Meja 2")
    bench.laptop.sync()
    closed(bench, bench.laptop, 20, 20)
    closed(bench, other, 30, 29)
    file = tmp_path / "meja.fkbundle"
    file.write_bytes(make_bundle(other.store).content)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    lead = Page(bench, qtbot)
    lead.press(Qt.Key.Key_M)
    qtbot.waitUntil(lambda: lead.page.team.is_open)
    assert lead.rows() == [("P1", "cocok"), ("Bersama", "cocok")]
    assert lead.page.team.panel.missing() == ()

    lead.press(Qt.Key.Key_O)
    qtbot.waitUntil(lambda: len(bench.laptop.store.query(lambda d: d.rows("SELECT id FROM brought_closing"))) == 1)
    lead.refresh()
    qtbot.waitUntil(lambda: lead.rows() == [("P1", "cocok"), ("P2", "kurang 1"), ("Bersama", "kurang 1")])
    lead.press(Qt.Key.Key_Return)
    lead.give_pin()
    qtbot.waitUntil(lambda: lead.signed() == 1)
    lead.refresh()
    lead.press(Qt.Key.Key_M)
    qtbot.waitUntil(lambda: lead.page.team.panel.news.accessibleName() == "Tim sudah ditutup, penutupan ke-1")


def test_a_table_whose_cards_are_off_says_so_where_its_blanks_agree(bench: SyncBench, qtbot: QtBot) -> None:
    bench.laptop.sync()
    who, shift = signer(bench.ground, bench.laptop), opened(bench.laptop.store, blanks=20)
    told = CloseShift(shift, 20, "found_extra", "Kartu Slamet dari kemarin", held=1)
    bench.laptop.store.execute(close_shift, told, who)
    lead = Page(bench, qtbot)
    lead.press(Qt.Key.Key_M)
    qtbot.waitUntil(lambda: lead.rows() == [("P1", "1 kartu lebih"), ("Bersama", "1 kartu lebih")])


def test_a_table_that_is_missing_is_ticked_and_told_before_the_team_is_closed(bench: SyncBench, qtbot: QtBot) -> None:
    bench.ground.laptop("Meja 2")
    bench.laptop.sync()
    closed(bench, bench.laptop, 20, 20)
    lead = Page(bench, qtbot)
    lead.press(Qt.Key.Key_M)
    team = lead.page.team.panel
    qtbot.waitUntil(team.isVisible)
    assert team.sign_button.isEnabled()
    box = team._boxes["P2"].box
    box.setFocus()
    lead.press(Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
    assert team.missing() == ("P2",)
    assert not team.sign_button.isEnabled()
    lead.press(Qt.Key.Key_Return)
    assert lead.page.signing.asking.modal is None
    team.note.line.setFocus()
    lead.type("Stik rusak")
    assert team.sign_button.isEnabled()
    lead.press(Qt.Key.Key_Return)
    lead.give_pin()
    qtbot.waitUntil(lambda: lead.signed() == 1)
    sql = "SELECT document FROM closing WHERE kind = 'team'"
    assert '"missing":["P2"]' in bench.laptop.store.query(lambda d: d.value(sql))


def test_papers_of_the_team_are_written_before_and_after_the_signature(
    bench: SyncBench, qtbot: QtBot, tmp_path: Path
) -> None:
    bench.laptop.sync()
    closed(bench, bench.laptop, 20, 20)
    lead = Page(bench, qtbot)
    lead.press(Qt.Key.Key_M)
    qtbot.waitUntil(lambda: lead.page.team.is_open)
    folder = tmp_path / "files" / "documents"

    def names() -> list[str]:
        return sorted(path.name for path in folder.iterdir())

    lead.page.team.panel.record.setFocus()
    lead.press(Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
    preview = "berita-acara-penutupan-tim-2019-02-23-sore-jati-pratinjau"
    qtbot.waitUntil(lambda: names() == [f"{preview}.pdf", f"{preview}.xlsx"], timeout=30_000)
    lead.press(Qt.Key.Key_Return)
    lead.give_pin()
    qtbot.waitUntil(lambda: lead.signed() == 1)
    lead.refresh()
    lead.page.signed.team.setFocus()
    lead.press(Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
    qtbot.waitUntil(lead.page.team.panel.news.isVisible, timeout=30_000)
    lead.page.team.panel.report.setFocus()
    lead.press(Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
    qtbot.waitUntil(lambda: "laporan-harian-tim-2019-02-23-sore-jati-1.pdf" in names(), timeout=30_000)
