"""Wherever work can not begin a key leads to a file for whoever helps: read first, and without anybody in it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import keyring
import msgspec
import pytest
from keyring.backends.fail import Keyring as FailKeyring
from pages.start import StartDriver
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot
from starting import PHRASE, Begin, worked

from fieldkit.app.launch import Launch
from fieldkit.domain.errors import FieldKitError
from fieldkit.host.clock import SystemClock
from fieldkit.host.folders import Folders, folders_of, open_folders
from fieldkit.host.settings import Settings
from fieldkit.store.database import SCHEMA_VERSION, Database
from fieldkit.store.keeping.notes import note_of, write_note
from fieldkit.store.keeping.opening import open_store
from fieldkit.store.keeping.places import DATABASE_FILE
from fieldkit.ui.threads import Lanes
from tests.small_disks import filled, shut, small_disk

Harm = Callable[[Path], AbstractContextManager[object]]


@contextmanager
def damaged(disk: Path) -> Iterator[None]:
    path = disk / "laptop" / DATABASE_FILE
    path.write_bytes(os.urandom(path.stat().st_size))
    yield


@contextmanager
def held_by_another(disk: Path) -> Iterator[None]:
    other = opened(disk)
    other.run("PRAGMA locking_mode = EXCLUSIVE")
    other.run("BEGIN EXCLUSIVE")
    yield
    other.close()


@contextmanager
def newer(disk: Path) -> Iterator[None]:
    made = opened(disk)
    made.run(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    made.close()
    yield


def opened(disk: Path) -> Database:
    store = open_store(open_folders(disk / "laptop"), str, SystemClock())
    key = store.key
    store.close()
    return Database(disk / "laptop" / DATABASE_FILE, key)


HARMS: dict[str, tuple[Harm, str]] = {
    "damaged": (damaged, "Data di laptop ini tidak bisa dibaca"),
    "held": (held_by_another, "Data laptop sedang dipakai program lain"),
    "newer": (newer, "Data ini ditulis FieldKit yang lebih baru"),
    "full": (filled, "Penyimpanan laptop penuh"),
    "shut": (shut, "Map data di laptop ini tidak bisa ditulis"),
}


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "stick"
    made.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *asked: (str(made / asked[2]), ""))
    return made


@pytest.mark.parametrize("harm", HARMS)
def test_ctrl_p_shows_the_file_ctrl_enter_writes_it_and_esc_comes_back(
    begin: Begin, tmp_path: Path, stick: Path, harm: str
) -> None:
    done, title = HARMS[harm]
    with small_disk(tmp_path / "disk", megabytes=8) as disk:
        begin.folders = open_folders(disk / "laptop")
        worked(begin.folders)
        with done(disk):
            app = begin()
            app.wait_for("trouble")
            assert app.says().startswith(title)
            app.ctrl(Qt.Key.Key_P)
            app.wait_for("support")
            app.wait_idle()
            words, shown = read(app)
            assert "Perlu tindakan" in words.splitlines()[0]
            assert "nuraini" not in words.lower()
            assert {each["topic"]: each["grade"] for each in json.loads(shown)["findings"]}["database"] == "stop"
            assert "nuraini" not in shown.lower()
            app.ctrl_enter()
            app.wait_idle()
            (written,) = stick.iterdir()
            assert written.read_text("utf-8") == shown
            assert f"Tersimpan sebagai {written.name}" in app.says()
            app.escape()
            app.wait_for("trouble")
            assert app.says().startswith(title)
        begin.end()


def read(app: StartDriver) -> tuple[str, str]:
    """What was found in words, and the text that would be written; both have the focus."""
    text = app.launch.window.focusWidget()
    assert isinstance(text, QPlainTextEdit)
    words, _, written = text.toPlainText().partition("\n\nIsi berkasnya, huruf demi huruf:\n\n")
    return words, written


def test_a_file_that_can_not_be_written_is_told_and_tried_again(begin: Begin, folders: Folders, stick: Path) -> None:
    worked(folders)
    (folders.data / DATABASE_FILE).write_bytes(b"")
    app = begin()
    app.wait_for("trouble")
    app.ctrl(Qt.Key.Key_P)
    app.wait_for("support")
    app.wait_idle()
    stick.rename(stick.with_name("pulled"))
    app.ctrl_enter()
    app.wait_idle()
    assert "tempat yang dipilih tidak bisa ditulisi" in app.says()
    stick.with_name("pulled").rename(stick)
    app.ctrl_enter()
    app.wait_idle()
    assert len(list(stick.iterdir())) == 1


def test_where_not_even_the_folders_can_be_written_the_file_can_be_had_too(
    tmp_path: Path, qtbot: QtBot, begin: Begin, stick: Path
) -> None:
    with small_disk(tmp_path / "disk", megabytes=8) as disk, shut(disk):
        with pytest.raises(FieldKitError) as told:
            open_folders(disk / "laptop")
        launch = Launch(folders_of(disk / "laptop"), Settings(), Lanes(), SystemClock())
        begin.launch = launch
        app = StartDriver(launch, qtbot, lambda: launch.tell(told.value))
        app.wait_for("trouble")
        qtbot.waitUntil(launch.window.isActiveWindow)
        assert app.says().startswith("Folder FieldKit tidak bisa ditulis")
        app.ctrl(Qt.Key.Key_P)
        app.wait_for("support")
        app.wait_idle()
        app.ctrl_enter()
        app.wait_idle()
        assert len(list(stick.iterdir())) == 1
        begin.end()


def test_what_a_passphrase_opens_is_looked_into_with_the_one_that_was_typed(
    begin: Begin, folders: Folders, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyring, "get_keyring", FailKeyring)
    backup = worked(folders, PHRASE)
    note = note_of(backup)
    assert note is not None
    write_note(backup, msgspec.structs.replace(note, last_number=1_000_000))
    app = begin()
    app.wait_for("passphrase")
    app.type(PHRASE)
    app.enter()
    app.wait_for("trouble")
    assert app.says().startswith("Data laptop ini lebih tua dari cadangannya")
    app.ctrl(Qt.Key.Key_P)
    app.wait_for("support")
    app.wait_idle()
    assert json.loads(read(app)[1])["rows_by_table"]["resident"] == 1
