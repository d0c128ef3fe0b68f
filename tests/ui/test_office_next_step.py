"""Each desk of the office has one filled button: its next step, or what a form over the desk is for."""

from __future__ import annotations

import pytest
from pages.office_orders import CONTROL, Key, OrdersDriver, put_laptop, with_role
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldkit.domain.rules.catalogue import RuleName
from fieldkit.domain.rules.keys import RuleKey
from fieldkit.store.queries.people import AppUser
from fieldkit.ui.forms.signing import SignModal
from fieldkit.ui.pages.office.desk import Desk as OfficeDesk
from fieldkit.ui.pages.office.rules.desk import RulesDesk
from fieldkit.ui.theme.apply import apply_theme
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.choices import ChoiceButton
from fieldkit.work.rules.versions import WriteRule, write_rule
from tests.ui.desk import Desk
from tests.ui.layout_faults import layout_faults

FORMS = {Key.Key_3: Key.Key_1, Key.Key_4: Key.Key_1, Key.Key_8: Key.Key_1, Key.Key_9: Key.Key_1, Key.Key_0: Key.Key_1}
"""Desks by digit, each with the digit that opens a form there."""


def filled(driver: OrdersDriver) -> list[str]:
    """All filled buttons in sight."""
    buttons = driver.window.findChildren(Button)
    return [each.caption() for each in buttons if each.kind() == "primary" and each.isVisible()]


@pytest.fixture
def admin(desk: Desk) -> AppUser:
    """The admin of an office that has a laptop."""
    put_laptop(desk, "P2", "Meja Jati 1", areas={"35.74.02.1002": None})
    return with_role(desk, "admin")


@pytest.mark.parametrize("digit", [*FORMS, Key.Key_7])
def test_a_desk_shows_one_filled_button_and_none_of_it_is_squeezed(
    desk: Desk, admin: AppUser, qtbot: QtBot, themed_app: QApplication, digit: Key
) -> None:
    office = OrdersDriver(desk, admin, digit, qtbot)
    assert len(filled(office)) == 1
    for percent in (100, 150):
        apply_theme(themed_app, "light", percent)
        office.window.resize(1366, 690)
        for _ in range(4):
            QApplication.processEvents()
        assert len(filled(office)) == 1
        assert layout_faults(office.window) == []
    office.press(Key.Key_Escape)
    assert filled(office) == []


@pytest.mark.parametrize("digit", FORMS)
def test_an_open_form_has_the_filled_button_and_gets_the_keys_when_the_page_is_shown_again(
    desk: Desk, admin: AppUser, qtbot: QtBot, digit: Key
) -> None:
    office = OrdersDriver(desk, admin, digit, qtbot)
    (before,) = filled(office)
    office.press(FORMS[digit])
    at = office.at
    assert isinstance(at, OfficeDesk)
    assert at.form_over is not None
    assert filled(office) == [at.form_over.save_button.caption()]
    office.window.show_page("schedule")
    office.window.show_page("office")
    assert at.form_over.isAncestorOf(QApplication.focusWidget())
    office.press(Key.Key_Escape)
    assert filled(office) == [before]


def test_ctrl_enter_at_the_rules_signs_what_waits_and_else_writes(desk: Desk, admin: AppUser, qtbot: QtBot) -> None:
    office = OrdersDriver(desk, admin, Key.Key_7, qtbot)
    assert filled(office) == ["Tulis yang baru"]
    since = desk.clock.now_utc().date()
    desk.store.execute(write_rule, WriteRule(RuleName.TARGET, {RuleKey.TARGET: "97"}, since))
    office.at.refresh()
    assert filled(office) == ["Tanda tangani"]
    office.press(Key.Key_Return, held=CONTROL)
    assert isinstance(office.at, RulesDesk)
    selected = office.at.card.selected()
    assert selected is not None
    assert selected.name is RuleName.TARGET
    office.sign()
    assert filled(office) == ["Tulis yang baru"]


def test_ctrl_enter_at_the_people_adds_one(desk: Desk, admin: AppUser, qtbot: QtBot) -> None:
    office = OrdersDriver(desk, admin, Key.Key_8, qtbot)
    assert filled(office) == ["Tambah pengguna"]
    office.press(Key.Key_Return, held=CONTROL)
    QTest.keyClicks(QApplication.focusWidget(), "Wahyu")
    assert filled(office) == ["Tambahkan"]
    assert not [each for each in office.window.findChildren(SignModal) if each.isVisible()]


def test_the_words_of_an_act_have_the_room_in_which_they_are_painted(desk: Desk, admin: AppUser, qtbot: QtBot) -> None:
    office = OrdersDriver(desk, admin, Key.Key_9, qtbot)
    office.window.resize(1366, 690)
    QApplication.processEvents()
    acts = [each for each in office.at.findChildren(ChoiceButton) if each.isVisible()]
    assert acts
    assert all(each.width() >= each.sizeHint().width() for each in acts)


@pytest.mark.parametrize("digit", [*FORMS, Key.Key_6, Key.Key_7])
def test_the_longest_next_step_has_room_in_the_header_where_the_text_is_largest(
    desk: Desk, admin: AppUser, qtbot: QtBot, themed_app: QApplication, digit: Key
) -> None:
    office = OrdersDriver(desk, admin, digit, qtbot)
    assert isinstance(office.at, OfficeDesk)
    office.at.lead("Beri salinan dan jawab", office.at.refresh)
    apply_theme(themed_app, "light", 150)
    office.window.resize(1366, 690)
    for _ in range(4):
        QApplication.processEvents()
    assert filled(office) == ["Beri salinan dan jawab"]
    assert office.window.width() == 1366
    assert office.window.minimumSizeHint().width() <= 1366
    assert layout_faults(office.window) == []
