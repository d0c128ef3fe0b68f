"""Backups, the second place, the rescue key and the passphrase, from the drawer of Today and by keys alone."""

from __future__ import annotations

import errno
import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from desk import Desk
from pages.today import TodayPageDriver
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from starting import quick_sealing

from fieldkit.domain.errors import FileError, Severity
from fieldkit.domain.text import text
from fieldkit.store.keeping.backup import BackedUp, back_up_everywhere
from fieldkit.store.keeping.escrow import EscrowStanding, EscrowState
from fieldkit.store.keeping.notes import backups_in, note_of
from fieldkit.store.keeping.own_key import keep_key
from fieldkit.store.keeping.places import WRAPPED_KEY_FILE, LaptopBook, keep_book, laptop_book
from fieldkit.store.keeping.safety import Safety, safety
from fieldkit.ui.pages.today.safety_desk import SafetyDesk
from fieldkit.ui.pages.today.safety_panel import SafetyPanel, next_step
from fieldkit.ui.threads import Lanes
from tests.keyrings import RealKeyring

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
PHRASE = "empat kata mudah diingat"


@pytest.fixture(autouse=True)
def account(account_keyring: RealKeyring, monkeypatch: pytest.MonkeyPatch) -> RealKeyring:
    for room in ("backup", "offered", "safety"):
        monkeypatch.setattr(f"fieldkit.store.keeping.{room}.carried_drive", lambda: None)
    quick_sealing(monkeypatch)
    return account_keyring


def opened(desk: Desk) -> tuple[TodayPageDriver, SafetyPanel]:
    keep_key(desk.folders, desk.store.key, str)
    today = TodayPageDriver(desk)
    today.press(Qt.Key.Key_C, ALT)
    return today, today.page.day_drawers.safety.panel


def words(panel: SafetyPanel) -> dict[str, str]:
    return {item.id: item.second for item in panel.guards.items()}


def test_a_backup_is_made_and_told_with_time_place_and_check(empty_desk: Desk) -> None:
    today, panel = opened(empty_desk)
    assert panel.next_step.text().startswith("Belum ada cadangan di laptop ini.")
    today.press(Qt.Key.Key_Return, CTRL)
    assert "Cadangan dibuat" in today.toasts[-1]
    (item,) = panel.backups.items()
    assert item.second.startswith("di laptop ini · ")
    assert panel.next_step.text().startswith("Cadangan hanya ada di laptop ini, dan hilang bersamanya.")


def test_the_second_place_is_chosen_and_gets_each_backup(
    empty_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "usb").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "usb"))
    today, panel = opened(empty_desk)
    today.press_row(panel.guards, "Tempat kedua")
    assert words(panel)["second"] == str(tmp_path / "usb")
    today.press(Qt.Key.Key_Return, CTRL)
    assert "dua tempat" in today.toasts[-1]
    assert len(backups_in(tmp_path / "usb")) == 1
    (tmp_path / "usb").rename(tmp_path / "pulled out")
    empty_desk.clock.pass_minutes(1)
    today.press(Qt.Key.Key_Return, CTRL)
    assert "tidak terpasang" in panel.next_step.text()
    assert "tidak terpasang" in today.toasts[-1]
    (tmp_path / "pulled out").rename(tmp_path / "usb")
    empty_desk.clock.pass_minutes(1)
    today.press(Qt.Key.Key_Return, CTRL)
    assert "dua tempat" in today.toasts[-1]
    assert len(backups_in(tmp_path / "usb")) == 2


def test_a_stick_that_is_pulled_in_the_middle_is_told_and_the_next_try_is_whole(
    empty_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "usb").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "usb"))
    today, panel = opened(empty_desk)
    today.press_row(panel.guards, "Tempat kedua")

    def pulled(_source: Path, target: Path) -> None:
        target.write_bytes(b"half of it")
        raise OSError(errno.ENODEV, "no such device")

    with monkeypatch.context() as patch:
        patch.setattr("fieldkit.host.files._copy_whole", pulled)
        today.press(Qt.Key.Key_Return, CTRL)
    assert "tempat yang dipilih tidak bisa ditulisi" in today.toasts[-1]
    assert len(backups_in(empty_desk.folders.backups)) == 1, "the one here is made all the same"
    assert backups_in(tmp_path / "usb") == []
    empty_desk.clock.pass_minutes(1)
    today.press(Qt.Key.Key_Return, CTRL)
    assert "dua tempat" in today.toasts[-1]
    assert len(list((tmp_path / "usb").iterdir())) == 2, "the backup and its note, and nothing half"


def test_a_backup_is_checked_again_where_it_lies(empty_desk: Desk) -> None:
    today, panel = opened(empty_desk)
    today.press(Qt.Key.Key_Return, CTRL)
    (backup,) = backups_in(empty_desk.folders.backups)
    (item,) = panel.backups.items()
    today.press_row(panel.backups, item.title)
    assert "Cadangan itu utuh" in today.toasts[-1]
    note = note_of(backup.path)
    assert note is not None
    assert note.verified_ms >= note.made_ms


def test_a_passphrase_is_chosen_changed_and_given_up(empty_desk: Desk, account: RealKeyring) -> None:
    today, panel = opened(empty_desk)
    today.press_row(panel.guards, "Data dibuka oleh")
    today.type("pendek")
    today.press(Qt.Key.Key_Return)
    today.type("pendek")
    today.press(Qt.Key.Key_Return)
    assert panel.phrase.finding() is Severity.STOP
    panel.phrase.line.selectAll()
    today.type(PHRASE)
    today.press(Qt.Key.Key_Return)
    panel.again.line.selectAll()
    today.type(PHRASE)
    today.press(Qt.Key.Key_Return)
    assert (empty_desk.folders.data / WRAPPED_KEY_FILE).exists()
    assert words(panel)["key"] == "frasa sandi, tiap dibuka"
    assert not panel.is_asking()
    today.press_row(panel.guards, "Berhenti memakai frasa")
    assert not (empty_desk.folders.data / WRAPPED_KEY_FILE).exists()
    assert empty_desk.store.key.hex() in account.entries.values()


def test_esc_puts_the_passphrase_away_first_and_then_the_drawer(empty_desk: Desk) -> None:
    today, panel = opened(empty_desk)
    today.press_row(panel.guards, "Data dibuka oleh")
    today.type("setengah")
    today.press(Qt.Key.Key_Escape)
    assert not panel.is_asking()
    assert panel.isVisible()
    today.press(Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_whoever_does_not_lead_backs_up_and_changes_nothing(desk: Desk) -> None:
    today = TodayPageDriver(desk, user=desk.operator)
    today.press(Qt.Key.Key_C, ALT)
    panel = today.page.day_drawers.safety.panel
    assert [item.action for item in panel.guards.items()] == [None, None, None]
    assert panel.restore_button.isHidden()


def test_the_next_step_is_the_most_pressing_one(empty_desk: Desk, tmp_path: Path) -> None:
    _, panel = opened(empty_desk)
    panel.backup_asked.emit()
    now = empty_desk.clock.now_utc()
    found = safety(empty_desk.store, empty_desk.folders)

    def said(**changed: object) -> str:
        values = {name: getattr(found, name) for name in Safety.__slots__} | changed  # type: ignore[attr-defined]
        return next_step(Safety(**values), now)[0]  # type: ignore[arg-type]

    assert said(backups=()).startswith("Belum ada cadangan")
    assert next_step(found, now + timedelta(days=4))[0].startswith("Cadangan terakhir sudah lebih dari tiga hari")
    assert "berganti" in said(escrow=EscrowStanding(EscrowState.CHANGED, "A", "B"))
    assert "tidak ditandatangani" in said(escrow=EscrowStanding(EscrowState.UNSIGNED, "A"))
    assert said(second_folder=str(tmp_path), is_second_there=True).startswith("Cadangan terbaru sudah dibuka")
    assert said(stick=tmp_path).startswith("Cadangan terbaru sudah dibuka")


def test_a_print_that_was_compared_is_gone_by(empty_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    standing = EscrowStanding(EscrowState.CHANGED, "BCDF-GHJK", "LMNP-RSTV")
    monkeypatch.setattr("fieldkit.store.keeping.safety.escrow_standing", lambda *_: standing)
    today, panel = opened(empty_desk)
    assert "sidik baru BCDF-GHJK, sebelumnya LMNP-RSTV" in words(panel)["rescue"]
    told: list[str] = []
    panel.trusted.connect(told.append)
    today.press_row(panel.guards, "Kunci darurat kantor")
    assert told == ["BCDF-GHJK"]


def test_the_book_keeps_the_second_place_beside_the_rest(empty_desk: Desk) -> None:
    keep_book(empty_desk.folders.data, LaptopBook("3574-P2.1", "Kota Probolinggo", "", ("a",)))
    from fieldkit.store.keeping.safety import choose_second_place

    choose_second_place(empty_desk.folders, "/mnt")
    assert laptop_book(empty_desk.folders.data) == LaptopBook("3574-P2.1", "Kota Probolinggo", "/mnt", ("a",))


def test_nobody_at_the_table_waits_for_a_backup_and_it_is_told_while_it_lasts(
    empty_desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_key(empty_desk.folders, empty_desk.store.key, str)
    today, lanes, slow = TodayPageDriver(empty_desk), Lanes(), threading.Event()
    desk = SafetyDesk(replace(empty_desk.context(today.window, empty_desk.lead), lanes=lanes), today.page)
    made: list[None] = []

    def copied(*_arguments: object) -> BackedUp:
        made.append(None)
        slow.wait(60)
        return back_up_everywhere(empty_desk.store, empty_desk.folders)

    monkeypatch.setattr("fieldkit.ui.pages.today.safety_desk.back_up_everywhere", copied)
    desk.back_up()
    qtbot.waitUntil(lambda: bool(made))
    found: list[None] = []
    lanes.run("store", lambda: None, found.append, lambda _problem: None, desk)
    qtbot.waitUntil(lambda: bool(found))
    assert desk.panel.next_step.text().startswith("Cadangan sedang dibuat")
    desk.panel.backup_button.click()
    desk.refresh()
    slow.set()
    qtbot.waitUntil(lambda: desk.panel.next_step.text().startswith("Cadangan hanya ada di laptop ini"))
    assert len(made) == 1
    lanes.close()


def test_a_backup_that_fails_can_be_asked_for_again(empty_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    today, panel = opened(empty_desk)

    def full(*_arguments: object) -> BackedUp:
        raise FileError(text("Tidak bisa ditulis."), text("Coba lagi."))

    with monkeypatch.context() as patch:
        patch.setattr("fieldkit.ui.pages.today.safety_desk.back_up_everywhere", full)
        today.press(Qt.Key.Key_Return, CTRL)
    assert panel.next_step.text().startswith("Belum ada cadangan")
    today.press(Qt.Key.Key_Return, CTRL)
    assert len(backups_in(empty_desk.folders.backups)) == 1
