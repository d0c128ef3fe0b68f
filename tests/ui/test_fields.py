"""Fields as they are typed into."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.domain.errors import Problem, Severity
from fieldkit.domain.text import text
from fieldkit.ui.widgets import painted
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.combo import ComboBox
from fieldkit.ui.widgets.entries import DateField, NumberField, PinField, TimeField, read_date, read_time
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.notes import NoteField
from fieldkit.ui.widgets.path import EnterPath

pytestmark = pytest.mark.usefixtures("themed_app")

NIK = "3574031211879901"


def mask(value: str) -> str:
    return f"{value[:6]}******{value[-4:]}"


OnScreen = Callable[..., QWidget]


def test_what_came_from_the_list_is_masked_until_the_eye_is_used(qtbot: QtBot, on_screen: OnScreen) -> None:
    field, other = TextField("NIK", mask=mask), TextField("Nama")
    on_screen(field, other)
    field.set_value(NIK)
    field.line.setFocus()
    assert field.line.text() == "357403******9901"
    eye = next(child for child in field.line.children() if isinstance(child, QWidget))
    with qtbot.waitSignal(field.revealed):
        qtbot.mouseClick(eye, Qt.MouseButton.LeftButton)
    assert (field.line.text(), field.value()) == (NIK, NIK)
    other.line.setFocus()
    assert field.line.text() == "357403******9901"


def test_typing_into_a_masked_field_starts_afresh_and_never_mixes_with_the_mask(on_screen: OnScreen) -> None:
    field = TextField("NIK", mask=mask)
    on_screen(field)
    field.set_value(NIK)
    field.line.setFocus()
    field.line.setCursorPosition(3)
    QTest.keyClicks(field.line, "12")
    assert (field.value(), field.line.text()) == ("12", "12")


@pytest.mark.parametrize("field", ["text", "pin"])
def test_a_letter_with_alt_is_a_key_of_the_window_and_never_typed(on_screen: OnScreen, field: str) -> None:
    made = TextField("Nama") if field == "text" else PinField("PIN")
    on_screen(made)
    made.line.setFocus()
    QTest.keyClick(made.line, Qt.Key.Key_7, Qt.KeyboardModifier.AltModifier)
    assert made.line.text() == ""
    QTest.keyClick(made.line, Qt.Key.Key_7)
    assert made.line.text() == "7"


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_Tab, Qt.Key.Key_Home])
def test_moving_in_a_masked_field_changes_nothing(on_screen: OnScreen, key: Qt.Key) -> None:
    field = TextField("NIK", mask=mask)
    on_screen(field, TextField("Nama"))
    field.set_value(NIK)
    field.line.setFocus()
    QTest.keyClick(field.line, key)
    assert field.value() == NIK


def test_what_was_typed_is_masked_on_leaving_and_seen_again_on_return(on_screen: OnScreen) -> None:
    field, other = TextField("NIK", mask=mask), TextField("Nama")
    on_screen(field, other)
    revealed: list[bool] = []
    field.revealed.connect(lambda: revealed.append(True))
    QTest.keyClicks(field.line, NIK)
    other.line.setFocus()
    assert field.line.text() == "357403******9901"
    field.line.setFocus()
    assert (field.line.text(), revealed) == (NIK, [])


def test_a_finding_keeps_the_text_marks_the_border_and_is_the_description(on_screen: OnScreen) -> None:
    field = TextField("NIK")
    on_screen(field)
    QTest.keyClicks(field.line, "357403 1211")
    field.line.setCursorPosition(4)
    field.show_problem(Problem("nik", "nik.length", text("NIK baru {n} angka, harus 16.", n=10)))
    assert (field.value(), field.line.cursorPosition()) == ("357403 1211", 4)
    assert (field.finding(), field.finding_text()) == (Severity.STOP, "NIK baru 10 angka, harus 16.")
    assert field.line.property("finding") == "err"
    assert field.line.accessibleDescription() == "NIK baru 10 angka, harus 16."
    field.clear_finding()
    assert (field.finding(), field.finding_text(), field.line.accessibleDescription()) == (None, "", "")


def test_a_field_without_a_finding_is_not_styled_again_by_clearing_it(monkeypatch: pytest.MonkeyPatch) -> None:
    field, styled = TextField("NIK"), []
    monkeypatch.setattr(painted, "repolish", styled.append)
    field.clear_finding()
    assert styled == []
    field.set_finding(Severity.STOP, "NIK baru 10 angka, harus 16.")
    field.clear_finding()
    assert styled.count(field.line) == 2


def test_a_finding_is_not_cut_however_narrow_the_field_is(qtbot: QtBot, on_screen: OnScreen) -> None:
    field = TextField("NIK")
    box = on_screen(field)
    box.resize(220, 200)
    field.set_finding(Severity.WARN, "Di NIK tertulis laki-laki, di daftar perempuan. Cocokkan dengan KK dulu.")
    label = field.finding_line._label
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()) > 30)


def test_the_name_of_a_field_is_its_label_and_hint() -> None:
    assert TextField("NIK", hint="16 angka").line.accessibleName() == "NIK 16 angka"


def test_enter_passes_over_what_is_filled_and_valid_and_tab_does_not(on_screen: OnScreen) -> None:
    first, known, phone = TextField("Nama"), TextField("KK"), TextField("HP")
    path = EnterPath([first, known, phone])
    on_screen(first, known, phone)
    known.set_value("3574030101010417")
    first.line.setFocus()
    QTest.keyClick(first.line, Qt.Key.Key_Return)
    assert phone.line.hasFocus()
    first.line.setFocus()
    QTest.keyClick(first.line, Qt.Key.Key_Tab)
    assert known.line.hasFocus()
    known.set_finding(Severity.STOP, "Nomor KK baru 10 angka.")
    path.go_on(first)
    assert known.line.hasFocus()
    assert path.first_problem()


def test_enter_at_the_end_of_the_path_leads_to_the_button_and_presses_nothing(on_screen: OnScreen) -> None:
    phone, save = TextField("HP"), Button("Simpan", "primary")
    path = EnterPath([phone], save.setFocus)
    on_screen(phone, save)
    pressed = QSignalSpy(save.clicked)
    phone.line.setFocus()
    QTest.keyClick(phone.line, Qt.Key.Key_Return)
    assert save.hasFocus()
    assert pressed.count() == 0
    assert not path.first_problem()


def test_enter_among_answers_leads_to_the_next_and_what_is_typed_takes_its_place(on_screen: OnScreen) -> None:
    first, nik, note = (
        TextField("Tempat"),
        TextField("NIK", mask=lambda number: "*" * len(number)),
        NoteField("Catatan"),
    )
    EnterPath([first, nik, note])
    on_screen(first, nik, note)
    for field, words in ((first, "Aula"), (nik, "12"), (note, "lama")):
        field.focus_answer()
        QTest.keyClicks(field.answer_widget(), words)
    first.line.setFocus()
    QTest.keyClick(first.line, Qt.Key.Key_Return)
    QTest.keyClicks(nik.line, "34")
    assert nik.value() == "34"
    QTest.keyClick(nik.line, Qt.Key.Key_Return)
    QTest.keyClicks(note.area, "baru")
    assert note.value() == "baru"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("23-02-2019", dt.date(2019, 2, 23)),
        ("3/2/19", dt.date(2019, 2, 3)),
        ("23022019", dt.date(2019, 2, 23)),
        ("30-02-2019", None),
        ("23-02", None),
        ("", None),
    ],
)
def test_dates_are_read_as_they_are_written(typed: str, day: dt.date | None) -> None:
    assert read_date(typed) == day


@given(st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2099, 12, 31)))
def test_a_date_that_was_written_is_read_again(day: dt.date) -> None:
    assert read_date(f"{day:%d-%m-%Y}") == day
    assert read_date(f"{day:%d%m%Y}") == day


@given(st.times())
def test_a_time_that_was_written_is_read_again(moment: dt.time) -> None:
    assert read_time(f"{moment:%H.%M}") == dt.time(moment.hour, moment.minute)


@pytest.mark.parametrize(
    ("typed", "moment"),
    [("9.30", dt.time(9, 30)), ("0930", dt.time(9, 30)), ("9", dt.time(9)), ("24.00", None), ("9.7", None)],
)
def test_times_are_read_as_they_are_written(typed: str, moment: dt.time | None) -> None:
    assert read_time(typed) == moment


def test_a_date_is_checked_when_the_field_is_left_and_not_before(on_screen: OnScreen) -> None:
    day, other = DateField("Lahir"), TextField("Nama")
    on_screen(day, other)
    day.line.setFocus()
    QTest.keyClicks(day.line, "31022019")
    assert day.finding() is None
    QTest.keyClick(day.line, Qt.Key.Key_Tab)
    assert day.finding() is Severity.STOP
    day.line.setFocus()
    day.line.selectAll()
    QTest.keyClicks(day.line, "3/2/19")
    QTest.keyClick(day.line, Qt.Key.Key_Tab)
    assert (day.finding(), day.value(), day.date()) == (None, "03-02-2019", dt.date(2019, 2, 3))


def test_a_time_field_tidies_what_was_typed(on_screen: OnScreen) -> None:
    moment, other = TimeField("Mulai"), TextField("Nama")
    on_screen(moment, other)
    moment.line.setFocus()
    QTest.keyClicks(moment.line, "0930")
    QTest.keyClick(moment.line, Qt.Key.Key_Tab)
    assert (moment.value(), moment.time()) == ("09.30", dt.time(9, 30))


@pytest.mark.parametrize(
    ("typed", "number"), [("46", 46), ("1.024", 1024), ("", None), ("-1", None), ("5000", None), ("4a", None)]
)
def test_a_number_is_whole_and_within_its_limits(on_screen: OnScreen, typed: str, number: int | None) -> None:
    field, other = NumberField("Keping", high=2000), TextField("Nama")
    on_screen(field, other)
    field.line.setFocus()
    QTest.keyClicks(field.line, typed)
    QTest.keyClick(field.line, Qt.Key.Key_Tab)
    assert field.number() == number
    assert (field.finding() is None) == (number is not None or not typed)


def test_a_pin_is_never_shown_unless_the_eye_is_pressed(qtbot: QtBot, on_screen: OnScreen) -> None:
    pin, name = PinField("PIN"), TextField("Nama")
    on_screen(pin, name)
    QTest.keyClicks(pin.line, "4711")
    assert pin.line.echoMode() == QLineEdit.EchoMode.Password
    eye = next(child for child in pin.line.children() if isinstance(child, QWidget))
    qtbot.mouseClick(eye, Qt.MouseButton.LeftButton)
    assert (pin.line.echoMode(), pin.value()) == (QLineEdit.EchoMode.Normal, "4711")
    name.line.setFocus()
    assert (pin.line.echoMode(), pin.value()) == (QLineEdit.EchoMode.Password, "4711")


def test_a_combo_box_has_no_preset_and_keeps_its_answer_when_options_change(on_screen: OnScreen) -> None:
    combo = ComboBox("Alasan", [("a", "Gagal encode"), ("b", "Salah cetak")])
    on_screen(combo)
    told: list[str] = []
    combo.chosen.connect(told.append)
    assert combo.value() is None
    combo.combo.setFocus()
    QTest.keyClick(combo.combo, Qt.Key.Key_Down)
    QTest.keyClick(combo.combo, Qt.Key.Key_Down)
    assert (told, combo.value()) == (["a", "b"], "b")
    combo.set_options([("b", "Salah cetak"), ("c", "Lain")])
    assert combo.value() == "b"
    combo.set_options([("c", "Lain")])
    assert combo.value() is None


def test_a_note_tells_only_what_the_user_typed(on_screen: OnScreen) -> None:
    note = NoteField("Catatan")
    on_screen(note)
    told: list[str] = []
    note.edited.connect(told.append)
    note.set_value("dari kemarin")
    assert (told, note.settled()) == ([], True)
    QTest.keyClicks(note.area, "x")
    assert told == ["xdari kemarin"]
