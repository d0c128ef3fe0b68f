"""The window locks by itself, keeps what was half typed, and lets nobody see another's."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
import weakref
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlite
from desk import PEOPLE, Desk
from heard import words
from locked import PINS, is_locked, press, signed_in, type_into
from PySide6.QtCore import QDeadlineTimer, QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.app.desktop import Desktop
from fieldkit.domain.errors import BusyError
from fieldkit.domain.text import text
from fieldkit.host.settings import Settings
from fieldkit.records.tables import APP_USER
from fieldkit.store.queries.syncing import attention
from fieldkit.store.unit import Unit
from fieldkit.ui import looking_through
from fieldkit.ui.looking_through import LookingThrough
from fieldkit.ui.pages.office.told_once import CodeModal, tell_code
from fieldkit.ui.threads import InlineLanes
from tests.marks import Marks
from tests.sealing import seal_all


def half_typed(desktop: Desktop) -> str:
    """Begin a walk-in on the registration page and type a name; returns the line's text."""
    assert desktop.main is not None
    desktop.main.show_page("register")
    QApplication.processEvents()
    type_into(desktop, "ZUBAIDAH")
    return "ZUBAIDAH"


def typed_words(desktop: Desktop) -> str:
    """All that stands in the fields of the pages."""
    from PySide6.QtWidgets import QLineEdit

    assert desktop.main is not None
    return " ".join(line.text() for line in desktop.main.findChildren(QLineEdit))


def test_after_ten_minutes_without_a_touch_the_window_locks(desktop: Desktop, desk: Desk) -> None:
    signed_in(desktop, desk.operator.name[0], PINS["operator"])
    assert not is_locked(desktop)
    half_typed(desktop)
    desk.clock.pass_minutes(9.5)
    desktop._idle.look()
    assert not is_locked(desktop)
    desk.clock.pass_minutes(1)
    desktop._idle.look()
    assert is_locked(desktop)


def test_a_touch_that_comes_before_the_timer_after_a_long_sleep_finds_the_window_locked(
    desktop: Desktop, desk: Desk
) -> None:
    signed_in(desktop, desk.operator.name[0], PINS["operator"])
    desk.clock.pass_minutes(11)
    QTest.keyClick(desktop.window.windowHandle(), Qt.Key.Key_Shift)
    assert is_locked(desktop)


def test_every_key_and_click_begins_the_minutes_anew(desktop: Desktop, desk: Desk) -> None:
    signed_in(desktop, desk.operator.name[0], PINS["operator"])
    for _ in range(4):
        desk.clock.pass_minutes(7)
        QTest.keyClick(desktop.window.windowHandle(), Qt.Key.Key_Shift)
        desktop._idle.look()
        assert not is_locked(desktop)
    desk.clock.pass_minutes(7)
    QTest.mouseClick(desktop.window.windowHandle(), Qt.MouseButton.LeftButton)
    desk.clock.pass_minutes(7)
    desktop._idle.look()
    assert not is_locked(desktop)


def test_who_was_here_finds_everything_as_it_was_behind_the_own_pin(desktop: Desktop, desk: Desk) -> None:
    signed_in(desktop, desk.operator.name[0], PINS["operator"])
    words = half_typed(desktop)
    desk.clock.pass_minutes(11)
    desktop._idle.look()
    type_into(desktop, PINS["operator"])
    press(desktop, Qt.Key.Key_Return)
    assert not is_locked(desktop)
    assert words in typed_words(desktop)


def test_another_person_takes_over_and_sees_nothing_of_it(desktop: Desktop, desk: Desk, qtbot: QtBot) -> None:
    signed_in(desktop, desk.operator.name[0], PINS["operator"])
    words, pages_before = half_typed(desktop), weakref.ref(desktop.main)
    desk.clock.pass_minutes(11)
    desktop._idle.look()
    press(desktop, Qt.Key.Key_Escape)
    signed_in(desktop, desk.lead.name[0], PINS["lead"])
    assert not is_locked(desktop)
    assert desktop._user is not None
    assert desktop._user.id == desk.lead.id
    assert words not in typed_words(desktop)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: pages_before() is None)


def test_who_takes_over_does_not_wait_until_what_the_former_pages_left_is_looked_through(
    desktop: Desktop, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[bool] = []
    monkeypatch.setattr("fieldkit.app.desktop.look_through_all", lambda: looked.append(True))
    signed_in(desktop, desk.operator.name[0], PINS["operator"])
    desktop.lock()
    press(desktop, Qt.Key.Key_Escape)
    signed_in(desktop, desk.lead.name[0], PINS["lead"])
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert desktop.ahead is not None
    desktop.ahead.wait()
    QApplication.processEvents()
    assert not looked
    desktop.ahead._make_piece()
    assert looked == [True]


def test_the_first_contact_waits_for_whoever_is_at_work_but_not_for_ever(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun_anew: list[bool] = []
    waiting = SimpleNamespace(isActive=lambda: True, start=lambda: begun_anew.append(True))
    monkeypatch.setattr(desktop._contact, "_timer", waiting)
    QTest.keyClick(desktop.window.windowHandle(), Qt.Key.Key_Shift)
    assert begun_anew
    monkeypatch.setattr(desktop._contact, "_at_latest", QDeadlineTimer(0))
    begun_anew.clear()
    QTest.keyClick(desktop.window.windowHandle(), Qt.Key.Key_Shift)
    assert not begun_anew


def test_a_wrong_pin_does_not_open_the_lock(desktop: Desktop, desk: Desk) -> None:
    signed_in(desktop, desk.operator.name[0], PINS["operator"])
    desktop.lock()
    type_into(desktop, "111113")
    press(desktop, Qt.Key.Key_Return)
    assert is_locked(desktop)


NAMES = frozenset(str(person[0]) for person in PEOPLE)
NUMBERS = frozenset(str(person[at]) for person in PEOPLE for at in (3, 4))
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


def in_front(desktop: Desktop) -> list[QWidget]:
    """Windows of their own that lie over the app's."""
    return [each for each in QApplication.topLevelWidgets() if each.isVisible() and _is_over(each, desktop.window)]


def _is_over(part: QWidget, window: QWidget) -> bool:
    above = part.parentWidget()
    return above is not None and (above is window or _is_over(above, window))


def told_a_code(desktop: Desktop, desk: Desk) -> CodeModal:
    """A code that is shown once lies over the page when nobody touches anything for eleven minutes."""
    assert desktop.main is not None
    modal = tell_code(desktop.main.window(), "Kode awal", "Untuk Ratna", "JATI-2020")
    QApplication.processEvents()
    assert in_front(desktop) == [modal]
    desk.clock.pass_minutes(11)
    desktop._idle.look()
    QApplication.processEvents()
    assert is_locked(desktop)
    return modal


def test_a_question_that_lay_over_the_page_waits_behind_the_lock_for_whoever_was_asked(
    desktop: Desktop, desk: Desk
) -> None:
    signed_in(desktop, desk.lead.name[0], PINS["lead"])
    modal = told_a_code(desktop, desk)
    assert in_front(desktop) == []
    type_into(desktop, PINS["lead"])
    press(desktop, Qt.Key.Key_Return)
    assert not is_locked(desktop)
    assert in_front(desktop) == [modal]
    assert "JATI-2020" not in modal.code.text()
    modal.accept_button.click()
    assert in_front(desktop) == []


def test_the_key_of_the_lock_works_over_a_question_as_well(desktop: Desktop, desk: Desk) -> None:
    signed_in(desktop, desk.lead.name[0], PINS["lead"])
    assert desktop.main is not None
    modal = tell_code(desktop.main.window(), "Kode awal", "Untuk Ratna", "JATI-2020")
    QApplication.processEvents()
    QTest.keyClick(modal.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert is_locked(desktop)
    assert in_front(desktop) == []


def test_who_takes_over_is_neither_asked_nor_told_what_another_was(desktop: Desktop, desk: Desk) -> None:
    signed_in(desktop, desk.lead.name[0], PINS["lead"])
    told_a_code(desktop, desk)
    desktop.sign_in(desk.operator)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert in_front(desktop) == []
    assert desktop.window.findChildren(CodeModal) == []


def test_a_question_goes_with_whoever_the_office_dismissed(desktop: Desktop, desk: Desk) -> None:
    signed_in(desktop, desk.operator.name[0], PINS["operator"])
    assert desktop.main is not None
    tell_code(desktop.main.window(), "Kode awal", "Untuk Ratna", "JATI-2020")
    desk.store.execute(dismissed, desk.operator.id)
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert in_front(desktop) == []
    assert desktop.window.findChildren(CodeModal) == []


def test_other_dialogs_and_windows_are_gone_when_the_window_locks(desktop: Desktop, desk: Desk) -> None:
    signed_in(desktop, desk.operator.name[0], PINS["operator"])
    assert desktop.main is not None
    apart, dialog = QLabel("SITI NURAINI", desktop.main, Qt.WindowType.Window), QDialog(desktop.main)
    apart.show()
    dialog.open()
    assert set(in_front(desktop)) == {apart, dialog}
    desktop.lock()
    assert in_front(desktop) == []
    assert dialog.result() == QDialog.DialogCode.Rejected


@LINUX
def test_the_locked_app_shows_nobody_and_holds_nobody_in_a_file(
    desktop: Desktop, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Invariant 12: nobody in titles, in what a screen reader walks through, in the clipboard, in a temporary file."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    signed_in(desktop, desk.lead.name[0], PINS["lead"])
    assert desktop.main is not None
    half_typed(desktop)
    desktop.main.show_page("list")
    QApplication.processEvents()
    marks = Marks(NAMES | {"ZUBAIDAH"}, NUMBERS)
    assert marks.found_in(" ".join(words(desktop.window)).encode()), "the search is blind"
    assert marks.found_in(" ".join(heard(desktop.window)).encode()), "the walk is blind"
    clipboard = QApplication.clipboard()
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _clipboard: True)
    clipboard.setText(sorted(NUMBERS)[0])

    desktop.lock()
    QApplication.processEvents()

    titles = [each.windowTitle() for each in QApplication.topLevelWidgets()]
    said = [*words(desktop.window), *heard(desktop.window), *titles, QApplication.applicationDisplayName()]
    assert marks.found_in("\n".join(said).encode()) == set()
    assert clipboard.text() == ""
    assert list(temporary.iterdir()) == []
    assert [content for content in open_files() if marks.found_in(content)] == []


def test_what_another_program_copied_stays_when_the_window_locks(
    desktop: Desktop, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed_in(desktop, desk.operator.name[0], PINS["operator"])
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _clipboard: False)
    QApplication.clipboard().setText("dari program lain")
    desktop.lock()
    assert QApplication.clipboard().text() == "dari program lain"


def heard(window: QWidget) -> Iterator[str]:
    """All that a screen reader finds in a window, cells of tables as well."""
    yield from _walked(QAccessible.queryAccessibleInterface(window))


def _walked(part: QAccessibleInterface | None) -> Iterator[str]:
    if part is not None and part.isValid() and not part.state().invisible:
        yield from (part.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value))
        for at in range(part.childCount()):
            yield from _walked(part.child(at))


def open_files() -> Iterator[bytes]:
    """What stands in each file that this process can write into, also where it has no name any more."""
    for link in Path("/proc/self/fd").iterdir():
        try:
            kind, flags = link.stat().st_mode, Path(f"/proc/self/fdinfo/{link.name}").read_text("ascii")
        except FileNotFoundError:
            continue
        mode = next(int(line.split()[1], 8) for line in flags.splitlines() if line.startswith("flags:"))
        if stat.S_ISREG(kind) and mode & (os.O_WRONLY | os.O_RDWR):
            yield link.read_bytes()


def dismissed(unit: Unit, user_id: str) -> None:
    unit.update(APP_USER, user_id, active=0)


def test_the_work_of_a_user_whom_the_office_dismissed_ends_with_the_contact(desktop: Desktop, desk: Desk) -> None:
    signed_in(desktop, desk.operator.name[0], PINS["operator"])
    desk.store.execute(dismissed, desk.operator.id)
    QApplication.processEvents()
    assert desktop.main is None
    assert is_locked(desktop)
    names = desktop._door.names.list
    shown = [names.rows_model.at(at).name for at in range(names.rows_model.rowCount())]
    assert desk.operator.name not in shown
    assert desk.lead.name in shown
    ended = desktop._door.names.ended
    assert ended.isVisible()
    assert ended.text().startswith(f"Tugas {desk.operator.name} diakhiri kantor")
    type_into(desktop, desk.lead.name[0])
    press(desktop, Qt.Key.Key_Escape)
    assert not ended.isVisible()


def test_minutes_of_the_settings_are_kept_within_reason(tmp_path: Path) -> None:
    from fieldkit.host.settings import load_settings, save_settings

    path = tmp_path / "settings.json"
    save_settings(path, replace(Settings(), lock_after_min=3))
    assert load_settings(path).lock_after_min == 3
    for nonsense in ("0", "999", "true", '"10"'):
        path.write_text(f'{{"lock_after_min": {nonsense}}}')
        assert load_settings(path).lock_after_min == 10


def test_a_page_at_work_is_left_in_peace_until_nobody_has_touched_anything_for_a_minute(
    desktop: Desktop, desk: Desk
) -> None:
    """Invariant 11: what makes saves wait is not begun while a person is being registered."""
    asked = desktop.sync._is_quiet
    assert asked()
    signed_in(desktop, "r", PINS["lead"])
    half_typed(desktop)
    assert not asked()
    desk.clock.pass_minutes(2)
    assert asked()
    QTest.keyClick(desktop.window.windowHandle(), Qt.Key.Key_Shift)
    assert not asked()
    assert desktop.main is not None
    desktop.main.show_page("sync")
    assert asked()


def by_another_program(desk: Desk, statement: str) -> None:
    with closing(sqlite.connect(str(desk.store.path), isolation_level=None)) as other:
        other.execute(f"PRAGMA key = \"x'{desk.store.key.hex()}'\"")
        other.execute(statement)


def test_tampering_is_said_to_who_signs_in_and_leads_to_what_was_found(
    desk: Desk, desktop: Desktop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking_through, "_BEGIN_AFTER_MS", 0)
    seal_all(desk.store)
    by_another_program(desk, "UPDATE resident SET name = 'ORANG LAIN' WHERE seq = 1")
    with qtbot.waitSignal(desktop._tampering.looking.found, timeout=30_000):
        desktop._tampering.looking.begin()
    assert desktop.main is None
    signed_in(desktop, "R", PINS["lead"])
    assert desktop.main is not None
    (toast,) = desktop.main.toasts()
    assert "diubah di luar FieldKit" in toast.title
    assert "jurnal" not in f"{toast.title} {toast.text}", "a word that operators do not know"
    QTest.keyClick(desktop.window, Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    assert desktop.main.current_name == "sync"
    (row,) = desk.store.query(attention)
    assert "resident changed" in row.found


def test_a_look_that_met_a_busy_file_begins_anew_and_finds_it(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking_through, "_BEGIN_AFTER_MS", 0)
    monkeypatch.setattr(looking_through, "_SEAL_EVERY_MS", 0)
    seal_all(desk.store)
    by_another_program(desk, "UPDATE resident SET name = 'ORANG LAIN' WHERE seq = 1")
    write, refused = desk.store.write_local, [1]

    def busy_once(*args: Any) -> Any:
        if refused:
            refused.clear()
            raise BusyError(text("Sedang dipakai."), text("Coba lagi."))
        return write(*args)

    monkeypatch.setattr(desk.store, "write_local", busy_once)
    owner = QObject()
    looking = LookingThrough(desk.store, InlineLanes(), owner)
    with qtbot.waitSignal(looking.found, timeout=30_000):
        looking.begin()
    looking.stop()
    assert not refused


def test_who_types_puts_the_look_through_the_data_off(desktop: Desktop) -> None:
    looking = desktop._tampering.looking
    looking.begin()
    looking._go_on_after(0)
    QTest.keyClick(desktop.window.windowHandle(), Qt.Key.Key_Shift)
    assert looking._timer.interval() > 0
    looking.stop()
