"""What stands over the window goes behind the lock with it, and comes back to the same user alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from desk import Desk
from locked import PINS, is_locked, press, signed_in, type_into
from PySide6.QtCore import Qt, QTimer, qInstallMessageHandler
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QFrame, QWidget

from fieldkit.app.desktop import Desktop
from fieldkit.domain.errors import DiskFullError
from fieldkit.domain.text import text
from fieldkit.ui.forms.signing import Question, SignModal
from fieldkit.ui.messages import Messages
from fieldkit.ui.pages.office.told_once import CodeModal, tell_code
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.overlays import Modal

RESIDENT = "ZUBAIDAH HARUM"


@pytest.fixture
def at_work(desktop: Desktop, desk: Desk) -> Desktop:
    QApplication.processEvents()
    signed_in(desktop, desk.operator.name[0], PINS["operator"])
    assert not is_locked(desktop)
    return desktop


def unlocked(desktop: Desktop, pin: str = PINS["operator"]) -> None:
    """The same user is back."""
    type_into(desktop, pin)
    press(desktop, Qt.Key.Key_Return)
    assert not is_locked(desktop)


def in_sight(desktop: Desktop) -> list[QWidget]:
    """Every window of the desktop that can be seen, but the window itself."""
    own = desktop.window.findChildren(QWidget)
    return [each for each in own if each.isWindow() and each.isVisible()]


def locked(desktop: Desktop) -> None:
    """Nobody is there any more."""
    desktop.lock()
    QApplication.processEvents()
    assert is_locked(desktop)


def spoken(element: QAccessibleInterface) -> Iterator[str]:
    """All that assistive tools are told of an element and of what is in it."""
    kinds = QAccessible.Text
    for kind in (kinds.Name, kinds.Description, kinds.Value):
        yield element.text(kind)
    for at in range(element.childCount()):
        child = element.child(at)
        if child is not None:
            yield from spoken(child)


def all_spoken() -> str:
    """What assistive tools are told of the whole program."""
    root = QAccessible.queryAccessibleInterface(QApplication.instance())
    return " ".join(spoken(root))


def named_modal(desktop: Desktop) -> Modal:
    modal = Modal(desktop.window, RESIDENT, "Kartunya sudah diserahkan.", accept="Kembali", other="Batal")
    modal.field = TextField("Alasan")  # type: ignore[attr-defined]
    modal.body.addWidget(modal.field)  # type: ignore[attr-defined]
    modal.open()
    return modal


def test_an_open_modal_goes_behind_the_lock_and_comes_back_with_what_was_typed(at_work: Desktop) -> None:
    modal = named_modal(at_work)
    modal.field.line.setFocus()  # type: ignore[attr-defined]
    QTest.keyClicks(modal.field.line, "salah orang")  # type: ignore[attr-defined]
    answers: list[bool] = []
    modal.answered.connect(answers.append)
    locked(at_work)
    assert not modal.isVisible()
    assert in_sight(at_work) == []
    unlocked(at_work)
    assert modal.isVisible()
    assert modal.field.value() == "salah orang"  # type: ignore[attr-defined]
    assert not answers
    QTest.keyClick(modal, Qt.Key.Key_Return)
    assert answers == [True]


def test_behind_the_lock_nobody_is_named_in_titles_or_to_assistive_tools(at_work: Desktop, desk: Desk) -> None:
    assert at_work.main is not None
    at_work.main.show_page("register")
    type_into(at_work, "SITI NURAINI")
    named_modal(at_work)
    at_work.main.toast("Tersimpan", RESIDENT)
    before = all_spoken()
    assert RESIDENT in before
    assert "SITI NURAINI" in before
    locked(at_work)
    heard, titles = all_spoken(), [each.windowTitle() for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert RESIDENT not in heard
    assert "SITI NURAINI" not in heard
    assert at_work.window.windowTitle() in titles
    assert RESIDENT not in " ".join(titles)


def test_a_pin_that_was_half_typed_is_typed_anew(at_work: Desktop, desk: Desk) -> None:
    modal = SignModal(at_work.window, Question("Tanda tangani?", "Angka shift ini", "Tanda tangani"), "Rahmat")
    modal.open()
    modal.pin.set_value("27")
    locked(at_work)
    assert not modal.isVisible()
    assert modal.pin.value() == ""
    unlocked(at_work)
    assert modal.isVisible()
    modal.finish()


def test_a_code_that_was_shown_is_gone_with_the_lock_and_the_way_to_a_new_one_is_told(at_work: Desktop) -> None:
    modal: CodeModal = tell_code(at_work.window, "Kode awal", "Untuk Yuni", "JATI-2024")
    locked(at_work)
    assert not modal.isVisible()
    unlocked(at_work)
    assert modal.isVisible()
    assert "JATI" not in modal.code.text() + modal.code.accessibleName()
    assert "Buat kode baru" in modal.code.text()


def test_an_error_that_comes_while_the_screen_is_locked_waits_for_who_is_back(at_work: Desktop) -> None:
    assert at_work.main is not None
    locked(at_work)
    Messages(at_work.main).show_error(DiskFullError(text("Disk penuh."), text("Kosongkan dulu.")))
    [modal] = at_work.window.findChildren(Modal)
    assert not modal.isVisible()
    unlocked(at_work)
    assert modal.isVisible()


def test_nobody_else_finds_the_modal(at_work: Desktop, desk: Desk) -> None:
    named_modal(at_work)
    locked(at_work)
    press(at_work, Qt.Key.Key_Escape)
    signed_in(at_work, desk.lead.name[0], PINS["lead"])
    assert not is_locked(at_work)
    assert in_sight(at_work) == []
    assert RESIDENT not in all_spoken()
    locked(at_work)
    press(at_work, Qt.Key.Key_Escape)
    signed_in(at_work, desk.operator.name[0], PINS["operator"])
    assert in_sight(at_work) == []


def test_a_choice_of_a_file_is_given_up(at_work: Desktop) -> None:
    chosen: list[str] = []
    QTimer.singleShot(0, at_work.lock)
    without_native = QFileDialog.Option.DontUseNativeDialog
    chosen.append(QFileDialog.getOpenFileName(at_work.main, "Pilih berkas", options=without_native)[0])
    assert chosen == [""]
    assert is_locked(at_work)
    assert in_sight(at_work) == []


@pytest.mark.parametrize("kind", [Qt.WindowType.Popup, Qt.WindowType.ToolTip])
def test_menus_and_tips_are_gone(at_work: Desktop, kind: Qt.WindowType) -> None:
    # The screen of the tests can not hold the keyboard for a menu, and says so.
    before = qInstallMessageHandler(lambda *_said: None)
    QFrame(at_work.main, kind).show()
    qInstallMessageHandler(before)
    assert in_sight(at_work)
    locked(at_work)
    assert in_sight(at_work) == []


def test_keys_that_go_into_a_modal_keep_the_screen_open(at_work: Desktop, desk: Desk) -> None:
    modal = named_modal(at_work)
    QApplication.processEvents()
    for _ in range(3):
        desk.clock.pass_minutes(7)
        QTest.keyClick(modal.windowHandle(), Qt.Key.Key_Shift)
        at_work._idle.look()
        assert not is_locked(at_work)


def test_a_key_after_a_long_sleep_locks_and_answers_no_modal(at_work: Desktop, desk: Desk) -> None:
    modal = named_modal(at_work)
    answers: list[bool] = []
    modal.answered.connect(answers.append)
    QApplication.processEvents()
    desk.clock.pass_minutes(11)
    QTest.keyClick(modal.windowHandle(), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert is_locked(at_work)
    assert in_sight(at_work) == []
    assert not answers
    unlocked(at_work)
    assert modal.isVisible()


CTRL = Qt.KeyboardModifier.ControlModifier


def test_what_was_searched_for_is_there_with_its_caret_and_can_be_undone(at_work: Desktop) -> None:
    assert at_work.main is not None
    at_work.main.show_page("register")
    page = at_work.main.current_page
    assert page is not None
    assert page.search_field is not None
    line = page.search_field.line
    line.setFocus()
    QTest.keyClicks(line, "ZUBAIDAH")
    line.setCursorPosition(3)
    locked(at_work)
    unlocked(at_work)
    assert at_work.window.focusWidget() is line
    assert (line.text(), line.cursorPosition(), line.selectedText()) == ("ZUBAIDAH", 3, "")
    QTest.keyClick(line, Qt.Key.Key_Z, CTRL)
    assert line.text() == ""


def test_an_act_is_taken_back_by_who_did_it_and_by_nobody_at_the_lock(at_work: Desktop) -> None:
    assert at_work.main is not None
    undone: list[bool] = []
    at_work.main.toast("Tersimpan", RESIDENT, action="Urungkan", on_action=lambda: undone.append(True))
    locked(at_work)
    QTest.keyClick(at_work.window, Qt.Key.Key_Backspace, CTRL)
    assert not undone
    unlocked(at_work)
    QTest.keyClick(at_work.window, Qt.Key.Key_Backspace, CTRL)
    assert undone


def test_nobody_takes_back_what_another_did(at_work: Desktop, desk: Desk) -> None:
    assert at_work.main is not None
    undone: list[bool] = []
    at_work.main.toast("Tersimpan", RESIDENT, action="Urungkan", on_action=lambda: undone.append(True))
    locked(at_work)
    press(at_work, Qt.Key.Key_Escape)
    signed_in(at_work, desk.lead.name[0], PINS["lead"])
    assert not is_locked(at_work)
    QTest.keyClick(at_work.window, Qt.Key.Key_Backspace, CTRL)
    assert not undone
    assert at_work.main.toasts() == []


def test_what_is_said_behind_the_lock_waits_until_it_can_be_read(at_work: Desktop) -> None:
    assert at_work.main is not None
    locked(at_work)
    at_work.main.toast("Tersimpan", RESIDENT)
    [toast] = at_work.main.toasts()
    assert not toast._timer.isActive()
    unlocked(at_work)
    assert toast._timer.isActive()


def test_what_the_lock_covered_while_it_was_read_has_its_time_again_and_is_said_once(
    at_work: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("fieldkit.ui.widgets.toasts.announce", lambda _toast, words: said.append(words))
    assert at_work.main is not None
    at_work.main.toast("Tersimpan", RESIDENT, action="Urungkan", on_action=list)
    [toast] = at_work.main.toasts()
    assert toast._timer.isActive()
    locked(at_work)
    assert not toast._timer.isActive()
    unlocked(at_work)
    assert at_work.main.toasts() == [toast]
    assert toast._timer.isActive()
    assert said == [f"Tersimpan. {RESIDENT}"]
