"""The road by USB on the page Sync, by keyboard: out on a stick, back with the centre's receipt."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from sync_bench import SyncBench, opened_page

from fieldkit.domain.requests.service import Step
from fieldkit.host.clock import now_ms
from fieldkit.server.intake.bundles import take_bundle
from fieldkit.store.queries.closing.tables import TableClosing
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.sync.bundle import make_bundle, take_receipt
from fieldkit.ui.pages.sync.tables import OtherTables
from fieldkit.ui.widgets.labels import Badge, Label
from fieldkit.work.closing.table import CloseShift, close_shift
from fieldkit.work.table.outcomes import note_step
from tests.flows.enrolled import signer
from tests.laptops import opened, registered


def says(bench: SyncBench, words: str) -> bool:
    """Whether the window says so somewhere."""
    return any(words in label.full_text() for label in bench.window.findChildren(Label) if label.isVisible())


def test_what_waits_goes_out_and_comes_back_proven_by_keyboard(
    bench: SyncBench, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.work()
    bench.cut()
    page = opened_page(bench, qtbot)
    bundle, receipt, offered = tmp_path / "a.fkbundle", tmp_path / "a.fkreceipt", []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *asked: (offered.append(asked[2]) or str(bundle), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(receipt), ""))
    exchange = Exchange(bench.laptop.store)
    waiting = exchange.waiting()
    page.press(Qt.Key.Key_U)
    qtbot.waitUntil(lambda: says(bench, f"{waiting} perubahan ditulis ke kiriman USB"))
    assert exchange.waiting() == waiting
    assert offered == [f"3574-P1.1-1-{waiting}.fkbundle"]
    ground = bench.ground
    receipt.write_bytes(take_bundle(ground.centre, bundle.read_bytes(), now_ms(ground.clock)).receipt)
    page.press(Qt.Key.Key_B)
    qtbot.waitUntil(lambda: says(bench, "Bukti terima dari kantor sudah dibaca"))
    assert exchange.waiting() == 0
    page.press(Qt.Key.Key_B)
    qtbot.waitUntil(lambda: says(bench, "Bukti ini sudah pernah dibaca"))
    page.press(Qt.Key.Key_U)
    qtbot.waitUntil(lambda: says(bench, "Tidak ada yang menunggu dikirim."))


def test_a_dialog_that_is_closed_changes_nothing(
    bench: SyncBench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.work()
    page = opened_page(bench, qtbot)
    asked: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (asked.append("save") or "", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (asked.append("open") or "", ""))
    waiting = Exchange(bench.laptop.store).waiting()
    page.button("usb_read").click()
    page.button("usb_write").click()
    qtbot.waitUntil(lambda: asked == ["open", "save"])
    assert Exchange(bench.laptop.store).waiting() == waiting


def test_what_another_table_closed_with_is_read_on_the_page_once_its_stick_was_taken_in(
    bench: SyncBench, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = bench.ground.laptop("Meja 1")
    bench.laptop.sync()
    who, shift = signer(bench.ground, table), opened(table.store)
    table.store.execute(note_step, registered(table.store).request_id, Step.RECORDED)
    table.store.execute(close_shift, CloseShift(shift, 45, "miscounted_at_issue", "Jatuh di jalan"), who)
    file = tmp_path / "meja.fkbundle"
    file.write_bytes(make_bundle(table.store).content)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    page = opened_page(bench, qtbot)
    assert not page.is_on_screen("other_tables")
    page.press(Qt.Key.Key_T)
    qtbot.waitUntil(lambda: says(bench, "Kiriman P2 Meja 1 diambil"))
    bench.window.data_changed()
    qtbot.waitUntil(lambda: page.is_on_screen("other_tables"))
    told = "Ditutup Sab 23 Feb 16.05\nDatang 1, terekam 1\nKartu dicetak 0, diserahkan 0\n"
    qtbot.waitUntil(lambda: says(bench, told))
    assert says(bench, "Blangko dibawa 46, dihitung kembali 45, kurang 1")
    badges = page.page.tables.findChildren(Badge)
    assert [badge.accessibleName() for badge in badges if badge.isVisible()] == ["Lewat USB"]


def test_figures_without_a_signature_that_fits_are_not_told(themed_app: QApplication) -> None:
    card = OtherTables()
    told = TableClosing("c1", "s1", 2, "P3", True, False, "{}", "Agus", "2019-02-23T12:06:00.000Z", "00", "00")
    card.show_closings((told,), "Asia/Jakarta")
    words = " ".join(label.full_text() for label in card.findChildren(Label))
    assert "P3 · Agus" in words
    assert "Ditutup Sab 23 Feb 19.06, ditandatangani ke-2 kali" in words
    assert "Tanda tangannya tidak cocok" in words
    assert "Datang" not in words


def test_the_bundle_of_another_table_is_taken_in_carried_and_its_receipt_given_back_by_keyboard(
    bench: SyncBench, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Invariant 13: the page says what waits for another table, until the centre has it."""
    table = bench.ground.laptop("Meja 1")
    bench.laptop.sync()
    opened(table.store)
    waiting = Exchange(table.store).waiting()
    file = tmp_path / "meja.fkbundle"
    file.write_bytes(make_bundle(table.store).content)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    page = opened_page(bench, qtbot)
    assert not page.page.carried.isVisible()

    page.press(Qt.Key.Key_T)
    qtbot.waitUntil(lambda: says(bench, f"Kiriman P2 Meja 1 diambil: {waiting} perubahan dibawa ke pusat"))
    assert says(bench, "Tidak ada tutup shift yang bisa dibaca di sini.")
    bench.window.data_changed()
    qtbot.waitUntil(lambda: page.headline == "1 titipan meja lain menunggu dikirim")
    assert page.page.carried.isVisible()
    assert not page.page.carried.give_button.isVisible()
    page.press(Qt.Key.Key_T)
    qtbot.waitUntil(lambda: says(bench, "Kiriman P2 Meja 1 ini sudah ada di laptop ini."))
    page.press(Qt.Key.Key_G)
    qtbot.waitUntil(lambda: says(bench, "Belum ada bukti untuk meja lain."))

    bench.laptop.sync()
    bench.window.data_changed()
    qtbot.waitUntil(page.page.carried.give_button.isVisible)
    page.press(Qt.Key.Key_G)
    qtbot.waitUntil(lambda: says(bench, "1 bukti ditulis ke USB"))
    bench.window.data_changed()
    qtbot.waitUntil(lambda: not page.page.carried.isVisible())
    receipt = tmp_path / f"3574-P2.1-1-{waiting}.fkreceipt"
    assert take_receipt(table.store, receipt.read_bytes()).waiting == 0
