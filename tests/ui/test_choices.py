"""Choosing with digits, marks and ticks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.domain.errors import Severity
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.choices import ActionPanel, Choice, ChoiceGroup
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.marks import RadioRow, TickBox

pytestmark = pytest.mark.usefixtures("themed_app")

OnScreen = Callable[..., QWidget]
REASONS = [Choice("first", "Rekam baru"), Choice("lost", "Hilang"), Choice("broken", "Rusak")]


def test_a_digit_chooses_and_the_focus_moves_on(qtbot: QtBot, on_screen: OnScreen) -> None:
    group, phone = ChoiceGroup("Keperluan", REASONS), TextField("HP")
    on_screen(group, phone)
    assert group.value() is None
    group.focus_answer()
    with qtbot.waitSignal(group.chosen) as caught:
        QTest.keyClick(group.answer_widget(), Qt.Key.Key_2)
    assert (caught.args, group.value()) == (["lost"], "lost")
    assert phone.line.hasFocus()


def test_digits_go_into_a_field_that_has_the_focus(on_screen: OnScreen) -> None:
    group, phone = ChoiceGroup("Keperluan", REASONS), TextField("HP")
    on_screen(group, phone)
    phone.line.setFocus()
    QTest.keyClicks(phone.line, "12")
    assert (group.value(), phone.value()) == (None, "12")


def test_digits_look_live_only_while_they_are(on_screen: OnScreen) -> None:
    group, phone = ChoiceGroup("Keperluan", REASONS), TextField("HP")
    on_screen(group, phone)
    group.focus_answer()
    assert [button._live for button in group._digits.buttons()] == [True] * 3
    phone.line.setFocus()
    assert [button._live for button in group._digits.buttons()] == [False] * 3


def test_an_answer_can_be_changed_cleared_and_takes_its_finding_away(qtbot: QtBot, on_screen: OnScreen) -> None:
    group = ChoiceGroup("Keperluan", REASONS)
    on_screen(group)
    group.set_finding(Severity.STOP, "Keperluan belum dipilih.")
    for button in group._digits.buttons()[:2]:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (group.value(), group.finding()) == ("lost", None)
    assert [button.isChecked() for button in group._digits.buttons()] == [False, True, False]
    group.set_value(None)
    assert not any(button.isChecked() for button in group._digits.buttons())


def test_setting_an_answer_by_program_tells_nobody(on_screen: OnScreen) -> None:
    group, told = ChoiceGroup("Keperluan", REASONS), list[str]()
    on_screen(group)
    group.chosen.connect(told.append)
    group.set_value("first")
    assert (told, group.settled()) == ([], True)


def test_captions_go_on_two_rows_rather_than_being_cut(qtbot: QtBot, on_screen: OnScreen) -> None:
    group = ChoiceGroup("Keperluan", [*REASONS, Choice("changed", "Ubah data"), Choice("moved", "Pindah")])
    box = on_screen(group)
    buttons = group._digits.buttons()
    box.resize(900, 200)
    qtbot.waitUntil(lambda: len({button.y() for button in buttons}) == 1)
    box.resize(box.minimumSizeHint().width(), 200)
    qtbot.waitUntil(lambda: len({button.y() for button in buttons}) == 2)
    assert all(button.width() >= button.sizeHint().width() for button in buttons)


def test_other_choices_replace_the_buttons_and_their_digits(on_screen: OnScreen) -> None:
    group = ChoiceGroup("Keperluan", REASONS)
    on_screen(group)
    group.set_value("first")
    group.set_choices([Choice("a", "Satu"), Choice("b", "Dua")])
    assert group.value() is None
    group.focus_answer()
    QTest.keyClick(group.answer_widget(), Qt.Key.Key_1)
    assert group.value() == "a"


def test_an_outcome_is_picked_by_alt_and_digit_from_any_field(qtbot: QtBot, on_screen: OnScreen) -> None:
    panel, phone = ActionPanel(REASONS, alt=True), TextField("HP")
    on_screen(panel, phone)
    phone.line.setFocus()
    with qtbot.waitSignal(panel.picked) as caught:
        QTest.keyClick(phone.line, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert (caught.args, phone.value()) == (["broken"], "")


def test_an_act_that_is_disabled_is_not_picked(on_screen: OnScreen) -> None:
    panel, told = ActionPanel(REASONS), list[str]()
    on_screen(panel)
    panel.picked.connect(told.append)
    panel._digits.buttons()[1].setEnabled(False)
    panel.focus_first()
    for key in (Qt.Key.Key_2, Qt.Key.Key_3):
        QTest.keyClick(panel._digits.buttons()[0], key)
    assert told == ["broken"]


def test_a_question_has_no_preset_and_is_answered_by_its_key(on_screen: OnScreen) -> None:
    asked = RadioRow("Pernah?", [Choice("no", "Belum"), Choice("yes", "Pernah")], keys={"yes": "Alt+P"})
    phone = TextField("HP")
    on_screen(asked, phone)
    assert (asked.value(), asked.settled()) == (None, False)
    phone.line.setFocus()
    QTest.keyClick(phone.line, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    assert (asked.value(), asked.settled()) == ("yes", True)
    asked.set_value(None)
    assert not any(button.isChecked() for button in asked.findChildren(QRadioButton))


def test_space_ticks_and_only_the_user_is_told_of(on_screen: OnScreen) -> None:
    box, told = TickBox("Kartu keluarga (KK) dilihat", hint="Cukup KK"), list[bool]()
    on_screen(box)
    box.ticked.connect(told.append)
    box.set_checked(False)
    box.box.setFocus()
    QTest.keyClick(box.box, Qt.Key.Key_Space)
    assert (told, box.checked()) == ([True], True)
    assert box.box.accessibleDescription() == "Cukup KK"


def test_acts_that_gave_way_to_others_are_not_shown_again(on_screen: OnScreen) -> None:
    panel = ActionPanel(REASONS)
    on_screen(panel)
    former = panel.findChildren(Button)
    panel.set_choices([Choice("late", "Datang lagi")])
    panel.show_at_once()
    assert [button.caption() for button in panel.findChildren(Button) if button.isVisible()] == ["Datang lagi"]
    assert not any(button.isVisible() for button in former)
