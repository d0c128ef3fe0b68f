"""A laptop that was out of touch for too long, at the door, by keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from desk import START_CODE, Desk
from pages.sign_in import SignInDriver
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from sync_bench import sync_bench

from fieldkit.domain.errors import OfflineError
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.lease import day_of
from fieldkit.domain.text import text
from fieldkit.host.clock import now_ms
from fieldkit.records.phone_codes import LEASE, PhoneLine, answer, new_line, read_request
from fieldkit.store.database import Database
from fieldkit.store.lease import keep_phone_lines
from fieldkit.store.meta import USB_RECEIVER, Meta
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.ui.door.renewal import RenewalStep
from fieldkit.ui.door.screen import SignInScreen
from fieldkit.ui.sync_driver import SyncDriver, SyncState
from fieldkit.ui.threads import InlineLanes
from fieldkit.ui.widgets.labels import Label
from fieldkit.work.lease import look_at_lease
from fieldkit.work.sign_in import set_first_pin

PIN = "274918"
SECRET = bytes(range(32))
DAY_MINUTES = 24 * 60
RECEIVER = X25519PrivateKey.from_private_bytes(SECRET).public_key().public_bytes_raw().hex()


@pytest.fixture
def door(empty_desk: Desk) -> Iterator[SignInDriver]:
    """In touch today, with what codes are recognised by; the lead has a PIN."""
    store = empty_desk.store
    set_first_pin(store, UserId(empty_desk.lead.id), START_CODE, PIN)
    assert look_at_lease(store) is not None
    store.write_local(keep_phone_lines, [line_of(empty_desk)])
    driver = SignInDriver(empty_desk)
    yield driver
    driver.close()


def put(database: Database, name: str, value: str) -> None:
    Meta(database).put(name, value)


def line_of(desk: Desk) -> PhoneLine:
    return new_line(SECRET, desk.store.meta.get("device_id"), LEASE, day_of(now_ms(desk.clock)))


def pass_days(door: SignInDriver, days: float) -> None:
    door.desk.clock.pass_minutes(days * DAY_MINUTES)
    door.screen.refresh()
    QApplication.processEvents()


def step_of(door: SignInDriver) -> RenewalStep:
    return door.screen.renewal


def told(door: SignInDriver) -> str:
    """What the office answers to what the screen shows."""
    asked = read_request(step_of(door).read_out.code())
    assert asked is not None
    line = line_of(door.desk)
    return answer(SECRET, door.desk.store.meta.get("device_id"), (LEASE, line.until), asked, line.day)


def test_in_touch_the_door_says_nothing_of_it(door: SignInDriver) -> None:
    assert door.asks_for_name
    assert not door.screen.warning.isVisible()


def test_some_days_ahead_the_door_warns_and_lets_in(door: SignInDriver) -> None:
    pass_days(door, 11)
    assert door.screen.warning.text() == "Sambungkan laptop ini ke internet dalam 3 hari, sebelum datanya tertutup."
    assert door.asks_for_name
    door.press(Qt.Key.Key_2)
    door.give_pin(PIN)
    assert len(door.entered) == 1


def test_a_shift_that_is_open_is_closed_within_the_hours_that_the_door_tells_and_later_by_a_code(
    door: SignInDriver,
) -> None:
    door.desk.store.user = UserId(door.desk.lead.id)
    door.desk.open_shift()
    pass_days(door, 14)
    assert door.screen.warning.text().startswith("Batas tanpa kabar sudah lewat. Tutup shift ini dalam 12 jam")
    assert door.asks_for_name
    pass_days(door, 0.5)
    assert step_of(door).isVisible()
    shift = step_of(door).findChild(Label, "renewal_shift")
    assert shift is not None
    assert shift.isVisible()
    assert "masuk dan tutup shift itu" in shift.full_text()
    door.type(told(door))
    door.enter()
    assert door.asks_for_name


def test_after_it_nobody_is_let_in_and_the_answer_of_the_office_opens_the_names(door: SignInDriver) -> None:
    pass_days(door, 14)
    assert step_of(door).isVisible()
    assert not door.screen.names.isVisible()
    assert QApplication.focusWidget() is step_of(door).code.line
    for letters in told(door).lower().split("-"):
        door.type(letters)
    door.enter()
    assert door.asks_for_name
    door.press(Qt.Key.Key_2)
    door.give_pin(PIN)
    assert len(door.entered) == 1


def test_a_wrong_answer_is_told_beside_the_field_and_stays_there_to_be_mended(door: SignInDriver) -> None:
    pass_days(door, 14)
    door.type("ABCD-EFGH-JKMN")
    door.enter()
    assert step_of(door).isVisible()
    assert step_of(door).code.finding_text().startswith("Kode tidak cocok. Bacakan lagi kode permintaan di atas")
    assert step_of(door).code.value() == "ABCD-EFGH-JKMN"


def test_an_empty_answer_is_asked_for(door: SignInDriver) -> None:
    pass_days(door, 14)
    door.enter()
    assert step_of(door).code.finding_text() == "Ketik jawaban yang dibacakan kantor."


def test_what_is_half_typed_stays_while_the_line_is_tried(door: SignInDriver) -> None:
    pass_days(door, 14)
    door.type("ABCD")
    step_of(door).show_sync(SyncState(is_enrolled=True, is_running=True))
    assert step_of(door).code.value() == "ABCD"
    assert "Menghubungi pusat" in step_of(door).news.text()
    assert not step_of(door).sync_button.isEnabled()


def test_a_key_asks_for_a_sync(door: SignInDriver) -> None:
    asked: list[bool] = []
    step_of(door).sync_asked.connect(lambda: asked.append(True))
    pass_days(door, 14)
    door.press(Qt.Key.Key_F9)
    assert asked == [True]


def test_what_waits_goes_onto_a_stick_without_anybody_signing_in(
    door: SignInDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, keys = tmp_path / "kiriman.fkbundle", {"device_secret": "11" * 32, USB_RECEIVER: RECEIVER}
    for name, key in keys.items():
        door.desk.store.write_local(put, name, key)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    pass_days(door, 14)
    QTest.keyClick(QApplication.focusWidget() or door.screen, Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    QApplication.processEvents()
    assert file.read_bytes()
    assert "perubahan ditulis ke kiriman USB" in step_of(door).news.text()
    assert step_of(door).isVisible()


def test_a_laptop_that_never_learnt_codes_says_that_only_a_sync_opens_it(door: SignInDriver) -> None:
    door.desk.store.write_local(lambda database: database.run("DELETE FROM meta WHERE key = 'phone_lines'"))
    pass_days(door, 14)
    assert step_of(door).code.isHidden()
    assert QApplication.focusWidget() is step_of(door).sync_button


def test_who_locked_the_screen_finds_the_own_pin_again_once_it_is_open(door: SignInDriver) -> None:
    door.press(Qt.Key.Key_2)
    door.give_pin(PIN)
    door.disappear()
    door.desk.clock.pass_minutes(14 * DAY_MINUTES)
    door.appear()
    assert step_of(door).isVisible()
    door.type(told(door))
    door.enter()
    assert door.person == "Rina Wulandari"
    assert door.screen.pin.isVisible()
    door.give_pin(PIN)
    assert len(door.entered) == 2


def test_a_pin_that_was_being_typed_when_it_ended_lets_nobody_in(door: SignInDriver) -> None:
    door.press(Qt.Key.Key_2)
    door.type("27491")
    door.desk.clock.pass_minutes(14 * DAY_MINUTES)
    door.type("8")
    door.enter()
    assert door.entered == []
    assert step_of(door).isVisible()


def test_a_round_that_reaches_the_centre_opens_the_door_by_itself(tmp_path: Path, themed_app: QApplication) -> None:
    """Laptop, line and centre are real; a key at the closed door begins the round."""
    with sync_bench(tmp_path) as bench:
        ground, laptop = bench.ground, bench.laptop
        ground.clock.pass_by(days=20)
        lanes = InlineLanes()
        screen = SignInScreen(laptop.store, lanes, ground.clock, lambda _user: None)
        sync = SyncDriver(Exchange(laptop.store), lanes, ground.clock, screen, transport=laptop.line)
        screen.watch(sync)
        screen.show()
        screen.activateWindow()
        assert screen.renewal.isVisible()
        sync.start()
        QTest.keyClick(screen, Qt.Key.Key_F9)
        QApplication.processEvents()
        assert not screen.renewal.isVisible()
        assert screen.names.isVisible()
        sync.close()
        sync.hang_up()
        screen.close()
        screen.deleteLater()


def test_a_sync_that_fails_at_the_closed_door_says_what_to_do_next(door: SignInDriver) -> None:
    pass_days(door, 15)
    cause = OfflineError(text("Pusat tidak terjangkau."), text("Periksa jaringan, lalu tekan F9."))
    step_of(door).show_sync(SyncState(is_enrolled=True, cause=cause))
    assert step_of(door).news.text() == "Pusat tidak terjangkau. Periksa jaringan, lalu tekan F9."
