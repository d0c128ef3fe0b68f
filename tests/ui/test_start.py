"""From the first start to the sign-in: key, database, enrolment, first sync, and all that may stand in the way."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as FailKeyring
from keyring.errors import KeyringLocked
from pages.start import StartDriver
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from starting import Begin, quick_sealing

from fieldkit.app.launch import start
from fieldkit.console.enrol import Asked, run_enrol
from fieldkit.console.talk import LATER
from fieldkit.demo.centre import RunningCentre, prepare_centre
from fieldkit.domain.errors import BusyError, DiskFullError, FieldKitError, ReadOnlyError, Severity
from fieldkit.domain.text import text
from fieldkit.host.clock import ShiftedClock, SystemClock, now_ms
from fieldkit.host.folders import Folders, open_folders
from fieldkit.host.keys import PassphraseKeyStore
from fieldkit.host.sealing import Cost
from fieldkit.host.settings import SETTINGS_FILE, load_settings
from fieldkit.server.cases import open_cases
from fieldkit.server.centre import open_centre
from fieldkit.server.devices.laptops import revoke
from fieldkit.store.keeping.backup import back_up
from fieldkit.store.keeping.opening import open_store
from fieldkit.store.keeping.places import DATABASE_FILE, WRAPPED_KEY_FILE
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.sync.doorway import Doorway
from fieldkit.sync.engine import connect
from fieldkit.sync.enrolment import enrol
from fieldkit.sync.progress import SyncOutcome
from fieldkit.ui.door.screen import SignInScreen
from fieldkit.ui.guide_at_door import GuideAtDoor
from fieldkit.ui.start.first_sync import words_of
from fieldkit.ui.sync_driver import SyncState
from fieldkit.ui.widgets.labels import IconText
from tests.keyrings import RealKeyring
from tests.laptops import REGENCY, SATURDAY, StillClock, add_people, add_user, laptop

PHRASE = "empat kata mudah diingat"
QUICK = Cost(rounds=1, memory_kib=128, lanes=1)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return open_folders(tmp_path / "laptop")


@pytest.fixture
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring, "get_keyring", FailKeyring)
    quick_sealing(monkeypatch)


@pytest.mark.usefixtures("no_keyring")
def test_a_first_start_without_a_keyring_has_a_passphrase_chosen(begin: Begin, folders: Folders) -> None:
    app = begin()
    app.wait_for("new_passphrase")
    app.type(PHRASE)
    app.enter()
    app.type(PHRASE)
    app.enter()
    app.wait_for("enrol")
    assert (folders.data / DATABASE_FILE).exists()
    assert PHRASE.encode() not in (folders.data / WRAPPED_KEY_FILE).read_bytes()


@pytest.mark.usefixtures("no_keyring")
def test_the_passphrase_screen_says_who_can_recover_it(begin: Begin) -> None:
    app = begin()
    app.wait_for("new_passphrase")
    said = " ".join(part.text() for part in app.screen.findChildren(type(app.screen.line)))
    assert "Kalau lupa, hanya kunci darurat kantor yang membukanya" in said


@pytest.mark.usefixtures("no_keyring")
def test_two_different_passphrases_are_told_beside_the_second_field(begin: Begin, folders: Folders) -> None:
    app = begin()
    app.wait_for("new_passphrase")
    app.type(PHRASE)
    app.enter()
    app.type("empat kata lain sekali")
    app.enter()
    assert app.field("phrase_again").finding() is Severity.STOP
    assert app.field("phrase").value() == PHRASE
    assert not (folders.data / WRAPPED_KEY_FILE).exists()


@pytest.mark.usefixtures("no_keyring")
def test_a_short_passphrase_is_told_with_its_length(begin: Begin) -> None:
    app = begin()
    app.wait_for("new_passphrase")
    app.type("pendek")
    app.ctrl_enter()
    assert app.field("phrase").finding_text().startswith("Frasa sandi baru 6 huruf, sedikitnya 12.")


def sealed(folders: Folders) -> None:
    """A laptop that was enrolled before, its key under the passphrase, with somebody who may sign in."""
    PassphraseKeyStore(folders.data / WRAPPED_KEY_FILE, PHRASE, QUICK).save(bytes(range(32)))
    store = laptop(folders.data, StillClock())
    add_user(store)
    store.close()


@pytest.mark.usefixtures("no_keyring")
def test_a_wrong_passphrase_is_told_beside_the_field_and_the_right_one_opens(begin: Begin, folders: Folders) -> None:
    sealed(folders)
    before = (folders.data / WRAPPED_KEY_FILE).read_bytes()
    app = begin()
    app.wait_for("passphrase")
    app.type("bukan yang itu")
    app.enter()
    app.wait_idle()
    assert app.field("phrase").finding_text().startswith("Frasa sandi tidak cocok. Data aman dan belum dibuka.")
    assert (folders.data / WRAPPED_KEY_FILE).read_bytes() == before
    app.field("phrase").line.selectAll()
    app.type(PHRASE)
    app.enter()
    app.wait_for("sign_in")


def test_with_a_keyring_nobody_is_asked(begin: Begin, account_keyring: RealKeyring, folders: Folders) -> None:
    app = begin()
    app.wait_for("enrol")
    assert len(account_keyring.entries) == 1
    assert not (folders.data / WRAPPED_KEY_FILE).exists()
    app = begin()
    app.wait_for("enrol")
    assert len(account_keyring.entries) == 1


def test_a_keyring_that_refuses_offers_a_passphrase_while_the_database_is_new(
    begin: Begin, account_keyring: RealKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick_sealing(monkeypatch)
    account_keyring.error = KeyringLocked()
    app = begin()
    app.wait_for("trouble")
    assert "Brankas kunci di laptop ini masih terkunci" in app.says()
    assert app.button("trouble_other").isVisible()
    app.button("trouble_other").setFocus()
    app.enter()
    app.wait_for("new_passphrase")
    app.type(PHRASE)
    app.enter()
    app.type(PHRASE)
    app.enter()
    app.wait_for("enrol")
    assert account_keyring.entries == {}


def test_a_keyring_that_refuses_an_old_database_offers_to_try_again_and_changes_nothing(
    begin: Begin, account_keyring: RealKeyring, folders: Folders
) -> None:
    begin.once()
    content = (folders.data / DATABASE_FILE).read_bytes()
    account_keyring.error = KeyringLocked()
    app = begin()
    app.wait_for("trouble")
    assert not app.button("trouble_other").isVisible()
    assert (folders.data / DATABASE_FILE).read_bytes() == content
    account_keyring.error = None
    app.enter()
    app.wait_for("enrol")


def test_a_database_of_a_newer_version_is_left_alone(
    begin: Begin, account_keyring: RealKeyring, folders: Folders
) -> None:
    begin.once()
    store = open_store(folders, str, SystemClock())
    store.write_local(lambda database: database.run("PRAGMA user_version = 99"))
    store.close()
    app = begin()
    app.wait_for("trouble")
    assert "Data ini ditulis FieldKit yang lebih baru" in app.says()
    assert app.button("trouble_accept").caption() == "Tutup FieldKit"
    app.enter()
    assert not app.launch.window.isVisible()


def test_a_damaged_file_is_told_and_not_overwritten(
    begin: Begin, account_keyring: RealKeyring, folders: Folders
) -> None:
    begin.once()
    (folders.data / DATABASE_FILE).write_bytes(os.urandom(8192))
    content = (folders.data / DATABASE_FILE).read_bytes()
    app = begin()
    app.wait_for("trouble")
    assert "Data di laptop ini tidak bisa dibaca" in app.says()
    assert "tidak ada yang ditimpa" in app.says()
    assert (folders.data / DATABASE_FILE).read_bytes() == content


@pytest.mark.parametrize(
    ("kind", "way"), [(BusyError, "Coba lagi"), (DiskFullError, "Coba lagi"), (ReadOnlyError, "Tutup FieldKit")]
)
def test_what_stops_the_opening_has_one_filled_way_out(
    begin: Begin, account_keyring: RealKeyring, monkeypatch: pytest.MonkeyPatch, kind: type[FieldKitError], way: str
) -> None:
    def refuse(*_: object) -> None:
        raise kind(text("Tidak bisa dibuka."), text("Data lama utuh."))

    with monkeypatch.context() as patch:
        patch.setattr("fieldkit.ui.start.flow.open_store", refuse)
        app = begin()
        app.wait_for("trouble")
    assert app.says() == "Tidak bisa dibuka Data lama utuh."
    assert app.button("trouble_accept").caption() == way
    if kind.retry:
        app.enter()
        app.wait_for("enrol")


def test_a_fault_of_the_program_is_told_too(
    begin: Begin, account_keyring: RealKeyring, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("fieldkit.ui.start.flow.open_store", lambda *_: 1 // 0)
    with qtbot.capture_exceptions() as raised:
        app = begin()
        app.wait_for("trouble")
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]
    assert "Yang sudah tersimpan tetap utuh" in app.says()


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[tuple[RunningCentre, str]]:
    """A centre in a process of its own behind a cable, and a code that enrols one laptop."""
    clock = ShiftedClock(datetime(2019, 2, 23, 9, 0, tzinfo=UTC) - datetime.now(UTC))
    folder = tmp_path / "centre"
    folder.mkdir()
    office = prepare_centre(f"sqlite:///{folder / 'centre.sqlite'}", clock, SATURDAY)
    running = RunningCentre(folder, clock)
    yield running, office.device_code
    running.close()


def test_a_laptop_that_was_revoked_hands_in_its_work_wipes_itself_and_says_so(
    begin: Begin, folders: Folders, account_keyring: RealKeyring, centre: tuple[RunningCentre, str], tmp_path: Path
) -> None:
    running, code = centre
    clock = ShiftedClock(datetime(2019, 2, 23, 9, 0, tzinfo=UTC) - datetime.now(UTC))
    store = open_store(folders, str, clock)
    with closing(Doorway(running.cable.url)) as doorway:
        enrol(doorway, Exchange(store), code, "P2")
    device = Exchange(store).connection().device_id
    engine = connect(Exchange(store), clock, lambda _: None)
    engine.run(threading.Event())
    engine.close()
    add_people(store, "SITI NURAINI")
    back_up(store, folders.backups)
    store.close()
    office = open_centre(f"sqlite:///{tmp_path / 'centre' / 'centre.sqlite'}")
    assert revoke(office, REGENCY, device, now_ms=now_ms(clock))
    app = begin()
    app.wait_for("farewell")
    assert "sudah diterima pusat" in app.says()
    proof = app.screen.findChild(IconText, "farewell_proof")
    assert proof is not None
    assert proof.text().startswith("2 perubahan diterima Kota Probolinggo")
    assert [case.kind for case in open_cases(office, REGENCY)] == ["revoked"]
    office.close()
    assert {path.name for path in folders.data.rglob("*") if path.is_file()} <= {"handed-in.json", "fieldkit.log"}
    assert account_keyring.entries == {}
    app = begin()
    app.wait_for("farewell")
    app.button("farewell_anew").setFocus()
    app.enter()
    app.wait_for("enrol")
    assert not (folders.data / "handed-in.json").exists()


def at_enrolment(begin: Begin, url: str) -> StartDriver:
    app = begin()
    app.wait_for("enrol")
    app.type(url)
    app.enter()
    return app


@pytest.mark.usefixtures("account_keyring")
def test_plain_http_to_another_computer_is_refused_beside_the_field(begin: Begin) -> None:
    app = at_enrolment(begin, "http://pusat.example")
    assert "harus diawali https" in app.field("enrol_centre_url").finding_text()
    app.ctrl_enter()
    assert app.field("enrol_centre_url").line.hasFocus()
    assert app.screen.accept_button.isEnabled()


@pytest.mark.usefixtures("account_keyring")
def test_a_code_and_a_name_that_are_missing_are_told_beside_their_fields(begin: Begin) -> None:
    app = at_enrolment(begin, "http://127.0.0.1:1")
    app.ctrl_enter()
    app.wait_idle()
    assert app.field("enrol_code").finding() is Severity.STOP
    assert app.field("enrol_device_name").finding() is Severity.STOP


@pytest.mark.usefixtures("account_keyring")
def test_a_centre_out_of_reach_is_told_and_what_was_typed_stays(begin: Begin) -> None:
    app = at_enrolment(begin, "http://127.0.0.1:1")
    app.type("3574-AAAA")
    app.enter()
    app.type("Laptop P2")
    app.enter()
    app.wait_idle()
    assert "Periksa jaringan dan alamatnya" in app.says()
    assert app.field("enrol_code").value() == "3574-AAAA"


@pytest.mark.usefixtures("account_keyring")
def test_a_wrong_code_is_told_and_the_right_one_leads_to_the_sign_in(
    begin: Begin, centre: tuple[RunningCentre, str], folders: Folders, qtbot: QtBot
) -> None:
    running, code = centre
    app = at_enrolment(begin, running.cable.url)
    app.type("3574-AAAA-AAAA")
    app.enter()
    app.type("Laptop P2")
    app.enter()
    app.wait_idle()
    assert "Kode ini tidak berlaku" in app.field("enrol_code").finding_text()
    app.field("enrol_code").line.setFocus()
    app.field("enrol_code").line.selectAll()
    app.type(code)
    app.ctrl_enter()
    app.wait_for("sign_in", timeout_ms=30_000)
    assert load_settings(folders.data / SETTINGS_FILE).centre_url == running.cable.url
    door = app.launch.window.currentWidget()
    assert isinstance(door, SignInScreen)
    desktop = app.launch.desktop
    assert desktop is not None
    qtbot.waitUntil(lambda: desktop.sync.state.outcome is not None, timeout=20_000)


@pytest.mark.usefixtures("account_keyring")
def test_a_line_that_is_cut_after_the_enrolment_is_waited_out(
    begin: Begin, centre: tuple[RunningCentre, str], folders: Folders, qtbot: QtBot
) -> None:
    running, code = centre
    asked = Asked(folders.data, running.cable.url, "Laptop P2", None, None)
    assert run_enrol(asked, ask=lambda _: code, say=lambda _: running.cable.pull()) == LATER
    app = begin()
    app.wait_for("first_sync")
    qtbot.waitUntil(lambda: "Yang sudah masuk tersimpan" in app.says(), timeout=20_000)
    running.cable.plug_in()
    app.enter()
    app.wait_for("sign_in", timeout_ms=30_000)


@pytest.mark.usefixtures("no_keyring")
def test_the_command_line_enrols_and_tells_what_was_fetched(
    centre: tuple[RunningCentre, str], folders: Folders
) -> None:
    running, code = centre
    said: list[str] = []
    fds = []
    for secret in (code, PHRASE):
        read, write = os.pipe()
        os.write(write, f"{secret}\n".encode())
        os.close(write)
        fds.append(read)
    asked = Asked(folders.data, running.cable.url, "Laptop P2", *fds)

    def never(_: str) -> str:
        raise AssertionError("something was asked for")

    assert run_enrol(asked, ask=never, say=said.append) == 0
    for descriptor in fds:
        os.close(descriptor)
    assert said[0] == "Terdaftar sebagai 3574-P1.1, Kota Probolinggo."
    assert said[1].endswith("3 petugas bisa masuk.")
    store = open_store(folders, lambda: PHRASE, SystemClock())
    assert Exchange(store).origin() == "3574-P1.1"
    store.close()


@pytest.mark.usefixtures("no_keyring")
def test_the_command_line_takes_no_passphrase_that_was_mistyped(
    folders: Folders, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = iter([PHRASE, "yang lain sekali ini"])
    asked = Asked(folders.data, "http://127.0.0.1:1", "Laptop P2", None, None)
    assert run_enrol(asked, ask=lambda _: next(answers)) == 1
    assert "Kedua frasa sandi tidak sama." in capsys.readouterr().err
    assert not (folders.data / WRAPPED_KEY_FILE).exists()


@pytest.mark.usefixtures("account_keyring")
def test_the_program_starts_shows_its_window_and_ends(tmp_path: Path, themed_app: QApplication) -> None:
    shown: list[str] = []
    of_others = themed_app.topLevelWidgets()

    def close() -> None:
        for window in themed_app.topLevelWidgets():
            if window.isVisible() and window not in of_others:
                shown.append(window.windowTitle())
                window.close()

    timer = QTimer(interval=50)
    timer.timeout.connect(close)
    timer.start()
    assert start(tmp_path / "own") == 0
    timer.stop()
    assert set(shown) == {"FieldKit"}
    assert (tmp_path / "own" / "logs" / "fieldkit.log").exists()


def test_folders_that_can_not_be_had_are_told_in_a_window(tmp_path: Path, themed_app: QApplication) -> None:
    (tmp_path / "file").write_text("in the way")
    said: list[str] = []

    def close() -> None:
        for window in themed_app.topLevelWidgets():
            if window.isVisible():
                said.extend(child.accessibleName() for child in window.children() if hasattr(child, "accessibleName"))
                window.close()

    timer = QTimer(interval=50)
    timer.timeout.connect(close)
    timer.start()
    assert start(tmp_path / "file" / "below") == 1
    timer.stop()
    assert any("tidak bisa ditulis" in name for name in said)


def test_a_centre_without_users_is_named_as_what_is_missing() -> None:
    arrived = SyncOutcome(0, 0, 0, None, True, (), 0, 0, 0, 0, None, None, False)
    said = words_of(SyncState(is_enrolled=True, outcome=arrived))
    assert said.startswith("Pusat belum punya petugas untuk laptop ini.")
    assert "Anda bisa masuk" in words_of(SyncState(is_enrolled=True, is_running=True, outcome=arrived))


@pytest.mark.usefixtures("no_keyring")
def test_f1_opens_the_guide_of_a_new_laptop_and_esc_finds_what_was_typed(begin: Begin) -> None:
    app = begin()
    app.wait_for("new_passphrase")
    app.type(PHRASE)
    app.enter()
    app.type("empat kata")
    app.help()
    guide = app.launch.window.currentWidget()
    assert isinstance(guide, GuideAtDoor)
    assert guide.page.subtitle() == "Laptop baru, dan laptop yang tidak mau terbuka"
    app.escape()
    assert app.name == "new_passphrase"
    app.type(" mudah diingat")
    app.enter()
    app.wait_for("enrol")
