"""Signing in and the lock, by keys alone."""

from __future__ import annotations

from collections.abc import Iterator

import laptops
import pytest
from desk import START_CODE, Desk
from pages.sign_in import SignInDriver
from PySide6.QtCore import QEvent, QProcess, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldkit.domain.identifiers import UserId
from fieldkit.domain.lease import day_of
from fieldkit.host.clock import now_ms
from fieldkit.records.phone_codes import answer, new_line, pin_matter, read_request
from fieldkit.store.lease import keep_phone_lines
from fieldkit.ui.door.names import NameStep
from fieldkit.ui.guide_at_door import GuideAtDoor
from fieldkit.ui.pages.guide import practice
from fieldkit.ui.theme.apply import apply_theme
from fieldkit.work.sign_in import set_first_pin

PIN = "274918"


@pytest.fixture
def door(empty_desk: Desk) -> Iterator[SignInDriver]:
    """The lead has a PIN here, the operator has none yet."""
    set_first_pin(empty_desk.store, UserId(empty_desk.lead.id), START_CODE, PIN)
    driver = SignInDriver(empty_desk)
    yield driver
    driver.close()


def choose_lead(door: SignInDriver) -> None:
    door.press(Qt.Key.Key_Down)
    door.enter()


def test_everybody_who_may_sign_in_is_named(door: SignInDriver) -> None:
    assert door.names == ["Agus Prasetyo", "Rina Wulandari"]
    assert door.asks_for_name


def test_a_name_and_the_right_pin_let_in(door: SignInDriver) -> None:
    choose_lead(door)
    assert door.person == "Rina Wulandari"
    door.give_pin(PIN)
    assert [user.id for user in door.entered] == [door.desk.lead.id]


def test_a_digit_picks_a_name(door: SignInDriver) -> None:
    door.press(Qt.Key.Key_2)
    assert door.person == "Rina Wulandari"


def test_the_first_letter_picks_the_only_name_that_begins_with_it(door: SignInDriver) -> None:
    letter = door.desk.lead.name[0]
    assert [name[0] for name in door.names].count(letter) == 1
    door.type(letter.lower())
    assert door.person == door.desk.lead.name


def test_a_letter_of_several_names_goes_from_one_to_the_next(door: SignInDriver) -> None:
    for name in ("Rahmat Hidayat", "Ratna Sari"):
        laptops.add_user(door.desk.store, name, "operator")
    door.screen.refresh()
    seen = []
    for _ in range(4):
        door.type("r")
        assert door.asks_for_name
        seen.append(door.screen.names.list.current().name)
    assert sorted(set(seen)) == sorted(name for name in door.names if name.startswith("R"))
    assert seen[0] == seen[3]


def test_a_letter_of_no_name_does_nothing(door: SignInDriver) -> None:
    before = door.screen.names.list.current_id()
    door.type("q")
    assert door.asks_for_name
    assert door.screen.names.list.current_id() == before


def test_a_wrong_pin_is_told_calmly_and_the_field_is_empty_again(door: SignInDriver) -> None:
    choose_lead(door)
    door.give_pin("111111")
    assert door.entered == []
    assert door.said == "PIN tidak cocok. Tidak ada yang berubah; coba lagi."
    door.give_pin(PIN)
    assert len(door.entered) == 1


def test_after_five_wrong_pins_the_wait_is_counted_down(door: SignInDriver, qtbot: QtBot) -> None:
    choose_lead(door)
    for _ in range(5):
        door.give_pin("111111")
    assert door.wait == "PIN terlalu sering salah. Coba lagi 30 detik lagi."
    assert door.said == ""
    door.give_pin(PIN)
    assert door.entered == []
    door.desk.clock.pass_minutes(0.25)
    qtbot.waitUntil(lambda: door.wait == "PIN terlalu sering salah. Coba lagi 15 detik lagi.")
    door.desk.clock.pass_minutes(0.3)
    qtbot.waitUntil(lambda: door.wait == "")
    door.give_pin(PIN)
    assert len(door.entered) == 1


def test_the_wait_is_still_there_for_who_comes_back_to_the_name(door: SignInDriver) -> None:
    choose_lead(door)
    for _ in range(5):
        door.give_pin("111111")
    door.press(Qt.Key.Key_Escape)
    choose_lead(door)
    door.give_pin(PIN)
    assert door.entered == []
    assert door.wait.startswith("PIN terlalu sering salah. Coba lagi ")


def test_the_first_time_the_code_of_the_office_sets_the_pin(door: SignInDriver) -> None:
    door.enter()
    assert door.person == "Agus Prasetyo"
    for text in (START_CODE, PIN, PIN):
        door.type(text)
        door.enter()
    assert [user.name for user in door.entered] == ["Agus Prasetyo"]
    assert door.entered[0].has_pin


def test_a_wrong_code_sets_nothing(door: SignInDriver) -> None:
    door.enter()
    for text in ("SALAH", PIN, PIN):
        door.type(text)
        door.enter()
    assert door.entered == []
    assert door.screen.pin.code.finding_text().startswith("Kode awal tidak cocok.")


def test_two_different_pins_set_nothing(door: SignInDriver) -> None:
    door.enter()
    for text in (START_CODE, PIN, "274919"):
        door.type(text)
        door.enter()
    assert door.entered == []
    assert door.screen.pin.again.finding_text().startswith("Kedua PIN tidak sama.")


def test_a_pin_that_is_guessed_at_once_is_refused(door: SignInDriver) -> None:
    door.enter()
    for text in (START_CODE, "123456", "123456"):
        door.type(text)
        door.enter()
    assert door.entered == []
    assert "mudah ditebak" in door.said


def test_esc_goes_back_to_the_names(door: SignInDriver) -> None:
    choose_lead(door)
    door.press(Qt.Key.Key_Escape)
    assert door.asks_for_name


def test_as_the_lock_it_asks_who_was_here_for_the_pin_alone(door: SignInDriver) -> None:
    choose_lead(door)
    door.give_pin(PIN)
    door.disappear()
    door.appear()
    assert not door.asks_for_name
    assert door.person == "Rina Wulandari"
    assert door.screen.pin.pin.value() == ""
    door.give_pin(PIN)
    assert len(door.entered) == 2


def test_somebody_else_may_take_over_from_the_lock(door: SignInDriver) -> None:
    choose_lead(door)
    door.give_pin(PIN)
    door.disappear()
    door.appear()
    door.press(Qt.Key.Key_Escape)
    assert door.asks_for_name


def test_a_write_behind_it_does_not_take_away_what_is_typed(door: SignInDriver) -> None:
    choose_lead(door)
    door.type("2749")
    door.screen.refresh()
    assert door.screen.pin.pin.value() == "2749"


def test_without_users_the_next_step_is_said(empty_desk: Desk) -> None:
    empty_desk.store.write_local(lambda database: database.run("DELETE FROM app_user"))
    driver = SignInDriver(empty_desk)
    assert driver.names == []
    assert driver.screen.names._none.accessibleName() == "Belum ada petugas di laptop ini"
    driver.close()


def forgotten(door: SignInDriver) -> None:
    """Agus has a PIN, forgot it, and asks for help."""
    set_first_pin(door.desk.store, UserId(door.desk.operator.id), START_CODE, "860531")
    door.screen.refresh()
    door.enter()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    QApplication.processEvents()
    assert door.screen.forgotten.isVisible()


def test_a_forgotten_pin_is_set_anew_by_the_lead_who_is_here(door: SignInDriver) -> None:
    forgotten(door)
    door.enter()
    for text in (PIN, "385276", "385276"):
        door.type(text)
        door.enter()
    assert door.person == "Agus Prasetyo"
    door.give_pin("385276")
    assert [user.name for user in door.entered] == ["Agus Prasetyo"]


def test_the_wrong_pin_of_the_lead_sets_nothing_back(door: SignInDriver) -> None:
    forgotten(door)
    door.enter()
    for text in ("111112", "385276", "385276"):
        door.type(text)
        door.enter()
    assert door.screen.forgotten.lead_pin.finding_text().startswith("PIN tidak cocok.")
    door.press(Qt.Key.Key_Escape)
    door.give_pin("860531")
    assert [user.name for user in door.entered] == ["Agus Prasetyo"], "the PIN is as it was"


def test_without_a_new_pin_the_lead_ends_the_wait_alone(door: SignInDriver) -> None:
    forgotten(door)
    door.press(Qt.Key.Key_Escape)
    for _ in range(5):
        door.give_pin("111111")
    assert door.wait == "PIN terlalu sering salah. Coba lagi 30 detik lagi."
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    QApplication.processEvents()
    door.enter()
    door.type(PIN)
    for _ in range(3):
        door.enter()
    assert door.wait == ""
    door.give_pin("860531")
    assert len(door.entered) == 1


def test_f1_opens_the_guide_and_the_practice_before_anybody_has_signed_in(
    door: SignInDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[list[str]] = []
    told = {"startDetached": lambda process: begun.append(process.arguments())}
    monkeypatch.setattr(practice, "QProcess", type("Told", (QProcess,), told))
    choose_lead(door)
    door.type("27")
    door.press(Qt.Key.Key_F1)
    guide = door.window.currentWidget()
    assert isinstance(guide, GuideAtDoor)
    assert guide.page.subtitle() == "Masuk, kunci, dan ganti orang"
    assert [guide.page.chapters.rows_model.at(row).id for row in range(4)] == ["door", "start", "cuts", "limits"]
    QTest.keyClick(QApplication.focusWidget() or guide, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    assert [arguments[-1] for arguments in begun] == ["practice"]
    door.press(Qt.Key.Key_Escape)
    assert door.window.currentWidget() is door.screen
    door.type("4918")
    door.enter()
    assert [user.id for user in door.entered] == [door.desk.lead.id]


def test_a_guide_that_something_else_came_before_is_gone(door: SignInDriver) -> None:
    door.press(Qt.Key.Key_F1)
    door.disappear()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert door.window.findChild(GuideAtDoor) is None


def test_esc_leaves_the_search_of_the_guide_first(door: SignInDriver) -> None:
    door.press(Qt.Key.Key_F1)
    guide = door.window.currentWidget()
    assert isinstance(guide, GuideAtDoor)
    guide.page.search.set_text("brankas")
    assert guide.page.chapters.rows_model.rowCount() < 4
    door.press(Qt.Key.Key_Escape)
    assert door.window.currentWidget() is guide
    door.press(Qt.Key.Key_Escape)
    assert door.asks_for_name


def test_the_only_one_here_gets_a_new_pin_by_a_call_to_the_office(door: SignInDriver) -> None:
    store, secret, lead = door.desk.store, bytes(range(32)), door.desk.lead
    device, matter, today = store.meta.get("device_id"), pin_matter(lead.id), day_of(now_ms(door.desk.clock))
    line = new_line(secret, device, matter, today - 1)
    store.write_local(keep_phone_lines, [line])
    choose_lead(door)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    QApplication.processEvents()
    asked = read_request(door.screen.forgotten.read_out.code())
    assert asked is not None
    for text in (answer(secret, device, (matter, line.until), asked, today), "385276", "385276"):
        door.type(text)
        door.enter()
    assert door.person == "Rina Wulandari"
    door.give_pin("385276")
    assert [user.id for user in door.entered] == [lead.id]


def test_a_wrong_answer_of_the_office_is_told_beside_the_code(door: SignInDriver) -> None:
    today = day_of(now_ms(door.desk.clock))
    line = new_line(bytes(32), door.desk.store.meta.get("device_id"), pin_matter(door.desk.lead.id), today)
    door.desk.store.write_local(keep_phone_lines, [line])
    choose_lead(door)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    QApplication.processEvents()
    for text in ("ABCD-EFGH-JKMN", "385276", "385276"):
        door.type(text)
        door.enter()
    assert door.screen.forgotten.code.finding_text().startswith("Kode tidak cocok. Bacakan lagi kode permintaan")
    assert door.screen.forgotten.code.value() == "ABCD-EFGH-JKMN"
    door.press(Qt.Key.Key_Escape)
    door.give_pin(PIN)
    assert len(door.entered) == 1, "the PIN is as it was"


def test_who_got_a_new_pin_is_told_that_it_counts_and_what_to_do(door: SignInDriver) -> None:
    forgotten(door)
    door.enter()
    for text in (PIN, "385276", "385276"):
        door.type(text)
        door.enter()
    line = door.screen.pin.line
    assert line.isVisible()
    assert line.text() == "PIN baru berlaku. Ketik untuk masuk."
    door.give_pin("111111")
    assert not line.isVisible()


def test_who_need_not_wait_any_more_is_told_so(door: SignInDriver) -> None:
    forgotten(door)
    door.enter()
    door.type(PIN)
    for _ in range(3):
        door.enter()
    assert door.screen.pin.line.text() == "Tidak perlu menunggu lagi. Ketik PIN."
    assert door.screen.pin.line.isVisible()


def test_where_no_lead_can_help_nobody_is_sent_to_one(door: SignInDriver) -> None:
    choose_lead(door)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    QApplication.processEvents()
    assert door.screen.forgotten.code._hint.full_text() == ""
    for _ in range(3):
        door.enter()
    assert door.screen.forgotten.code.finding_text().startswith("Ketik kode dari kantor.")
    assert "PIN-nya" not in door.screen.forgotten.code.finding_text()


def test_the_guide_over_a_lock_gives_back_what_was_typed_and_the_count_that_was_shown(door: SignInDriver) -> None:
    forgotten(door)
    door.press(Qt.Key.Key_Escape)
    door.give_pin("860531")
    door.disappear()
    door.appear()
    for _ in range(5):
        door.give_pin("111111")
    assert door.wait == "PIN terlalu sering salah. Coba lagi 30 detik lagi."
    door.press(Qt.Key.Key_F1)
    door.press(Qt.Key.Key_Escape)
    assert door.wait.startswith("PIN terlalu sering salah. Coba lagi ")
    QTest.keyClick(QApplication.focusWidget() or door.screen.pin, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    QApplication.processEvents()
    door.type("KODE")
    door.press(Qt.Key.Key_F1)
    door.press(Qt.Key.Key_Escape)
    door.type("-BARU")
    assert door.screen.forgotten.isVisible()
    assert door.screen.forgotten.code.value() == "KODE-BARU"


def test_where_the_store_is_busy_it_is_said_after_a_moment_what_is_waited_for(door: SignInDriver) -> None:
    held: list[tuple[object, ...]] = []
    choose_lead(door)
    step = door.screen.pin
    step.asked.disconnect()
    step.asked.connect(lambda *asked: held.append(asked))
    door.give_pin(PIN)
    assert held == [(PIN, None)]
    assert step.line.isHidden()
    assert step._slow.isActive()
    step._slow.timeout.emit()
    assert step.line.isVisible()
    assert step.line.text().startswith("FieldKit menyelesaikan pekerjaan lain dulu")
    door.enter()
    assert len(held) == 1
    step.show_person(door.desk.lead, is_locked=True)
    assert step.line.isHidden()
    assert not step._slow.isActive()


@pytest.mark.parametrize("percent", [100, 150])
def test_at_least_four_names_are_seen_at_every_text_size(
    door: SignInDriver, themed_app: QApplication, percent: int
) -> None:
    for name in ("Rahmat Hidayat", "Ratna Sari", "Budi Hartono", "Dewi Lestari", "Eko Purnomo", "Fitri Handayani"):
        laptops.add_user(door.desk.store, name, "operator")
    apply_theme(themed_app, "light", percent)
    door.screen.refresh()
    QApplication.processEvents()
    names = door.screen.names.list
    assert names.viewport().height() >= 4 * names.sizeHintForRow(0)
    apply_theme(themed_app, "light")


def test_the_text_is_larger_and_smaller_by_its_keys_at_the_door(door: SignInDriver, themed_app: QApplication) -> None:
    told: list[int] = []
    door.screen.text_size_changed.connect(told.append)
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
        QTest.keyClick(QApplication.focusWidget() or door.screen, key, held)
    assert told == [110, 100]
    apply_theme(themed_app, "light")


def test_nobody_is_said_to_be_missing_before_the_names_are_known(themed_app: QApplication) -> None:
    step = NameStep()
    assert step._none.accessibleName() == "Nama petugas sedang dibaca"
    step.show_users([])
    assert step._none.accessibleName() == "Belum ada petugas di laptop ini"
