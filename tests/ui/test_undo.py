"""What was done can be taken back from its toast by one key; a field that was typed into keeps the key."""

from __future__ import annotations

from desk import Desk
from pages.today import CTRL, TodayPageDriver
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from fieldkit.domain.stock.movements import Product
from fieldkit.store.queries.stock.balances import balance_of, table_holder
from fieldkit.ui.widgets.notes import NoteField
from fieldkit.work.shifts.incidents import withdraw_incident


def test_an_incident_noted_by_mistake_is_gone_after_one_key(desk: Desk) -> None:
    today = TodayPageDriver(desk)
    today.digit(2)
    assert [one.title for one in today.incidents] == ["Listrik padam"]
    today.undo()
    assert (today.incidents, today.toasts) == ([], ["Listrik padam: dibatalkan. "])


def test_the_newest_is_taken_back_first_and_then_what_was_before_it(desk: Desk) -> None:
    today = TodayPageDriver(desk)
    today.digit(2)
    desk.clock.pass_minutes(5)
    today.digit(2)
    today.undo()
    assert [one.action for one in today.incidents] == ["Selesai"]
    today.undo()
    assert today.incidents == []


def test_a_digit_that_is_held_begins_one_incident_and_does_not_end_it(desk: Desk) -> None:
    today = TodayPageDriver(desk)
    for repeats in (False, True, True):
        kind, plain = QEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(today.page, QKeyEvent(kind, Qt.Key.Key_2, plain, "2", repeats))
    assert [one.action for one in today.incidents] == ["Selesai"]
    assert desk.store.query(lambda d: d.value("SELECT count(*) FROM incident")) == 1


def test_what_can_not_be_taken_back_any_more_says_so_and_nothing_is_written(desk: Desk) -> None:
    today = TodayPageDriver(desk)
    today.digit(2)
    [incident] = today.incidents
    # Somebody else's hand was quicker: the fact is there before the key is pressed.
    desk.store.execute(withdraw_incident, incident.id)
    today.undo()
    assert "sudah dibatalkan" in today.toasts[-1]
    assert desk.store.query(lambda d: d.value("SELECT count(*) FROM incident")) == 2


def test_an_area_of_several_lines_keeps_the_key_only_while_it_is_touched(desk: Desk) -> None:
    today = TodayPageDriver(desk)
    today.digit(2)
    note = NoteField("Catatan")
    today.page.add(note)
    note.area.setFocus()
    today.type("sudah dicocokkan")
    today.undo()
    assert (note.value(), len(today.incidents)) == ("sudah ", 1)
    note.set_value("tertulis")
    today.undo()
    assert (note.value(), today.incidents) == ("tertulis", [])


def test_the_key_is_said_on_the_button(desk: Desk) -> None:
    today = TodayPageDriver(desk)
    today.digit(5)
    [toast] = today.window.toasts()
    assert toast.button is not None
    assert toast.button.accessibleName() == "Urungkan, tombol Ctrl+Backspace"
    today.press(Qt.Key.Key_Backspace, CTRL)
    assert not today.incidents


def test_blanks_booked_by_mistake_are_back_after_one_key(desk: Desk) -> None:
    today = TodayPageDriver(desk)
    today.press(Qt.Key.Key_B)
    today.digit(3)
    today.type("12")
    today.save()
    today.undo()
    assert desk.store.query(balance_of, desk.store.query(table_holder), Product.BLANK) == 40
    assert today.tile("blanks") == "Blangko di tangan 40 keping Dicetak 0 · rusak 0"
    assert "Diurungkan, stoknya kembali" in today.toasts[-1]
