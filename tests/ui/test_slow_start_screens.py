"""Work of a start screen that takes long: it is said, nothing else can be asked for, and what comes of it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import keyring
import pytest
from keyring.backends.fail import Keyring as FailKeyring
from keyring.errors import KeyringLocked
from pages.start import StartDriver
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from starting import PHRASE, Begin, worked

from fieldkit.host.folders import Folders
from fieldkit.store.keeping.notes import BACKUP_SUFFIX
from fieldkit.store.keeping.places import DATABASE_FILE
from tests.keyrings import RealKeyring
from tests.rescuing import WORDS, rescue_key


@contextmanager
def held(app: StartDriver) -> Iterator[None]:
    """The store lane is busy with something that takes long."""
    free = Event()
    lanes, flow = app.launch._lanes, app.launch.flow
    lanes.run("store", free.wait, lambda _done: None, lambda _problem: None, flow)
    try:
        yield
    finally:
        free.set()


def settled(app: StartDriver, qtbot: QtBot) -> None:
    """Until nothing is left that was asked for."""
    qtbot.waitUntil(lambda: not app.launch._lanes.is_busy(), timeout=20_000)
    QApplication.processEvents()


def says_so(app: StartDriver, qtbot: QtBot, words: str) -> None:
    qtbot.waitUntil(app.screen.going.isVisible, timeout=20_000)
    assert words in app.screen.going.text()
    assert not app.screen.accept_button.isEnabled()


def at_restore(begin: Begin, folders: Folders) -> StartDriver:
    worked(folders)
    (folders.data / DATABASE_FILE).write_bytes(b"")
    app = begin()
    app.wait_for("trouble")
    app.enter()
    app.wait_for("restore")
    return app


def test_esc_during_a_restore_waits_and_what_came_of_it_is_read(begin: Begin, folders: Folders, qtbot: QtBot) -> None:
    app = at_restore(begin, folders)
    with held(app):
        app.ctrl_enter()
        says_so(app, qtbot, "Cadangan sedang diperiksa dan dipasang.")
        assert not app.button("restore_back").isEnabled()
        assert not app.button("restore_other").isEnabled()
        app.escape()
        app.ctrl_enter()
    app.wait_for("restored")
    settled(app, qtbot)
    assert app.name == "restored"
    with held(app):
        app.enter()
        says_so(app, qtbot, "Data laptop ini sedang dibuka")
    app.wait_for("sign_in")


def test_a_file_that_is_chosen_twice_stands_once_and_in_front(
    begin: Begin, folders: Folders, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = at_restore(begin, folders)
    (own,) = folders.backups.glob(f"*{BACKUP_SUFFIX}")
    elsewhere = folders.data / own.name
    elsewhere.write_bytes(own.read_bytes())
    for chosen in (elsewhere, own, elsewhere):
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, chosen=chosen: (str(chosen), ""))
        app.ctrl(Qt.Key.Key_O)
        settled(app, qtbot)
    assert len(app.choices("restore_backups")) == 2
    first = app.choices("restore_backups")[0]
    assert first == f"{elsewhere.name} · di folder yang dipilih", "the one chosen last stands in front"
    assert "Ctrl+O" in app.button("restore_other").accessibleName()


def test_a_passphrase_that_takes_long_is_told_and_the_focus_stays(
    begin: Begin, folders: Folders, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyring, "get_keyring", FailKeyring)
    worked(folders, PHRASE, escrowed=True)
    app = begin()
    app.wait_for("passphrase")
    app.type("bukan yang itu")
    with held(app):
        app.enter()
        says_so(app, qtbot, "sedang dibuka")
        assert app.field("phrase").line.hasFocus()
        assert not app.button("passphrase_forgotten").isEnabled()
    app.wait_idle()
    assert not app.screen.going.isVisible()
    assert app.button("passphrase_forgotten").isEnabled()
    assert app.field("phrase").line.hasFocus()


def test_a_new_passphrase_that_takes_long_is_told(begin: Begin, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring, "get_keyring", FailKeyring)
    app = begin()
    app.wait_for("new_passphrase")
    app.type(PHRASE)
    app.enter()
    app.type(PHRASE)
    with held(app):
        app.enter()
        says_so(app, qtbot, "Kunci laptop ini sedang dibuat.")
    app.wait_for("enrol")


def test_esc_while_the_rescue_key_opens_the_laptop_waits(
    begin: Begin, folders: Folders, account: RealKeyring, qtbot: QtBot, tmp_path: Path
) -> None:
    worked(folders, escrowed=True)
    account.entries.clear()
    stick = tmp_path / "kantor.fkrescue"
    stick.write_bytes(rescue_key().content)
    app = begin()
    app.wait_for("trouble")
    app.enter()
    app.wait_for("unlock")
    app.type(str(stick))
    app.enter()
    app.type("bukan frasa yang itu")
    with held(app):
        app.ctrl_enter()
        says_so(app, qtbot, "Kunci laptop ini sedang dibuka.")
        assert not app.button("unlock_back").isEnabled()
        app.escape()
    app.wait_idle()
    settled(app, qtbot)
    assert app.name == "unlock"
    assert "Frasa kunci darurat tidak cocok" in app.says()
    app.field("rescue_words").line.selectAll()
    app.type(WORDS)
    app.ctrl_enter()
    app.wait_for("sign_in")


def test_to_try_again_is_told_where_it_takes_long_and_no_second_press_does_anything(
    begin: Begin, account: RealKeyring, qtbot: QtBot
) -> None:
    account.error = KeyringLocked()
    app = begin()
    app.wait_for("trouble")
    account.error = None
    with held(app):
        app.enter()
        says_so(app, qtbot, "Data laptop ini sedang dibuka")
        for press in (app.enter, app.escape, app.ctrl_enter):
            press()
        assert app.name == "trouble"
        assert app.launch.window.isVisible()
    app.wait_for("enrol")


@pytest.mark.parametrize("way", ["escape", "enter"])
def test_what_was_typed_to_enrol_is_there_after_a_look_at_the_backups(begin: Begin, way: str) -> None:
    app = begin()
    app.wait_for("enrol")
    for words in ("http://127.0.0.1:1", "3574-AAAA", "P2"):
        app.type(words)
        if words != "P2":
            app.enter()
    app.button("enrol_restore").setFocus()
    app.enter()
    app.wait_for("restore")
    ways: dict[str, Callable[[], None]] = {"escape": app.escape, "enter": app.enter}
    app.go_to("restore_back")
    ways[way]()
    app.wait_for("enrol")
    kept = [app.field(f"enrol_{name}").value() for name in ("centre_url", "code", "device_name")]
    assert kept == ["http://127.0.0.1:1", "3574-AAAA", "P2"]
