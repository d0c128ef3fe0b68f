"""How problems surface."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fieldkit.domain.errors import BusyError, CorruptError, DiskFullError, FileError, Problem, RuleError, Severity
from fieldkit.domain.text import text
from fieldkit.ui.messages import Messages, show_problems
from fieldkit.ui.shell.page import Page, PageSpec
from fieldkit.ui.shell.window import MainWindow
from fieldkit.ui.theme.apply import dress
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import ActionBar
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.overlays import Modal

pytestmark = pytest.mark.usefixtures("themed_app")

WHAT, ADVICE = text("Berkas tidak terbaca."), text("Pilih berkas lain.")


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    shown = MainWindow([PageSpec("F2", "today", "stack", "Hari ini", Page)])
    qtbot.addWidget(shown)
    dress(shown)
    shown.show()
    shown.show_page("today")
    return shown


def test_an_error_that_leaves_work_possible_is_a_toast(window: MainWindow) -> None:
    Messages(window).show_error(FileError(WHAT, ADVICE), retry=lambda: None)
    (toast,) = window.toasts()
    assert (toast.title, toast.text, toast.offers()) == ("Berkas tidak terbaca.", "Pilih berkas lain.", False)


def test_what_a_rule_refuses_beside_no_field_speaks_of_no_marks_and_leaves_nothing_out(window: MainWindow) -> None:
    closed, counted = text("Shift-nya sudah ditutup."), text("Blangko belum dihitung.")
    Messages(window).show_error(RuleError(Problem("shift", "closed", closed), Problem("count", "open", counted)))
    (toast,) = window.toasts()
    assert (toast.title, toast.text) == ("Shift-nya sudah ditutup.", "Blangko belum dihitung.")


def test_where_a_retry_makes_sense_the_toast_offers_it(window: MainWindow) -> None:
    tried: list[str] = []
    Messages(window).show_error(BusyError(WHAT, ADVICE), retry=lambda: tried.append("again"))
    window.toasts()[0].act()
    assert tried == ["again"]


def test_a_damaged_file_is_a_modal(window: MainWindow) -> None:
    Messages(window).show_error(CorruptError(WHAT, ADVICE))
    (box,) = window.findChildren(Modal)
    assert box.isVisible()
    assert box.accessibleDescription() == "Pilih berkas lain."
    box.accept_button.click()
    assert not box.isVisible()
    assert window.toasts() == []


def test_a_full_disk_can_be_tried_again_from_the_modal(window: MainWindow) -> None:
    tried: list[str] = []
    Messages(window).show_error(DiskFullError(WHAT, ADVICE), retry=lambda: tried.append("again"))
    (box,) = window.findChildren(Modal)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert tried == ["again"]


def test_what_is_done_can_be_undone_from_the_toast(window: MainWindow) -> None:
    undone: list[str] = []
    messages = Messages(window)
    messages.done("Tersimpan, antrean P2-083", "Aman di laptop ini.", undo=lambda: undone.append("undo"))
    messages.done("Dicetak")
    assert [toast.offers() for toast in window.toasts()] == [True, False]
    window.toasts()[0].act()
    assert undone == ["undo"]


def test_problems_stand_beside_their_fields_and_the_first_red_one_gets_the_focus(
    on_screen: Callable[..., QWidget],
) -> None:
    fields = {name: TextField(name) for name in ("name", "nik", "phone")}
    bar = ActionBar(Button("Simpan", "primary"))
    on_screen(*fields.values(), bar)
    fields["name"].set_finding(Severity.STOP, "dari simpan yang lalu")
    error = RuleError(
        Problem("nik", "nik.sex", text("Di NIK tertulis laki-laki."), Severity.WARN),
        Problem("phone", "phone.none", text("Nomor HP belum dijawab.")),
        Problem("shift", "shift.closed", text("Shift sudah ditutup.")),
    )
    assert show_problems(fields, error, bar) == 1
    assert [field.finding() for field in fields.values()] == [None, Severity.WARN, Severity.STOP]
    assert fields["phone"].line.hasFocus()
    assert (bar.line.text(), bar.line.isVisible()) == ("1 isian belum benar. Shift sudah ditutup.", True)
    bar.set_left("")
    assert not bar.line.isVisible()
