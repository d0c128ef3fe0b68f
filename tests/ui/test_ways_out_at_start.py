"""Data that can not be opened at the start: it is said calmly, nothing is overwritten, and one way out is filled."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import keyring
import pytest
from keyring.backends.fail import Keyring as FailKeyring
from pages.start import StartDriver
from starting import PHRASE, Begin, worked

from fieldkit.domain.errors import Severity
from fieldkit.domain.zones import OFFICE_ZONE
from fieldkit.host.clock import SystemClock
from fieldkit.host.folders import Folders, open_folders
from fieldkit.store.database import Database
from fieldkit.store.keeping.notes import note_of
from fieldkit.store.keeping.opening import open_store
from fieldkit.store.keeping.places import DATABASE_FILE
from fieldkit.ui.formats import clock, day_short
from fieldkit.ui.widgets.labels import IconText
from tests.keyrings import RealKeyring
from tests.rescuing import WORDS, rescue_key
from tests.small_disks import filled, shut, small_disk

NEW_PHRASE = "kata baru yang juga panjang"


def key_on_stick(tmp_path: Path) -> str:
    """Where the office's key lies."""
    path = tmp_path / "kantor.fkrescue"
    path.write_bytes(rescue_key().content)
    return str(path)


def sentence(app: StartDriver, name: str) -> str:
    """What stands beside an icon of the screen in front."""
    found = app.screen.findChild(IconText, name)
    assert found is not None
    return found.text() if found.isVisible() else ""


def made_at(backup: Path) -> str:
    note = note_of(backup)
    assert note is not None
    at = datetime.fromtimestamp(note.made_ms / 1000, ZoneInfo(OFFICE_ZONE))
    return f"{day_short(at.date())} {clock(at)}"


def delete(path: Path) -> None:
    path.unlink()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:9000])


def scramble(path: Path) -> None:
    path.write_bytes(os.urandom(path.stat().st_size))


@pytest.mark.parametrize("harm", [delete, empty, cut, scramble])
def test_damaged_data_leads_to_the_last_good_backup_and_is_set_aside(
    begin: Begin, folders: Folders, harm: Callable[[Path], None]
) -> None:
    backup = worked(folders)
    path = folders.data / DATABASE_FILE
    harm(path)
    left = path.read_bytes() if path.exists() else None
    app = begin()
    app.wait_for("trouble")
    assert app.button("trouble_accept").caption() == "Pulihkan cadangan"
    assert "ditimpa" in app.says()
    assert sentence(app, "trouble_backups").startswith(f"Cadangan utuh terakhir: {made_at(backup)}, ")
    app.enter()
    app.wait_for("restore")
    assert "Dibuka dengan kunci laptop ini." in app.label("restore_opens")
    app.ctrl_enter()
    app.wait_for("restored")
    assert "cocokkan nomor antrean dengan kertas" in app.says()
    assert sentence(app, "restored_known") == f"Laptop P2 seperti pada {made_at(backup)}."
    app.enter()
    app.wait_for("sign_in")
    aside = [each.read_bytes() for each in folders.data.glob(f"{DATABASE_FILE}.damaged-*")]
    assert aside == ([] if left is None else [left])


def test_data_that_is_gone_without_a_backup_leads_to_a_new_laptop(begin: Begin, folders: Folders) -> None:
    backup = worked(folders)
    (folders.data / DATABASE_FILE).unlink()
    backup.unlink()
    app = begin()
    app.wait_for("trouble")
    assert "Berkas data laptop ini tidak ada lagi" in app.says()
    assert sentence(app, "trouble_backups").startswith("Cadangan yang bisa dipasang belum ditemukan")
    app.enter()
    app.wait_for("restore")
    assert "tidak ada cadangan" in app.label("restore_opens")
    assert app.button("restore_accept").caption() == "Cari cadangan"
    app.escape()
    app.wait_for("trouble")
    app.button("trouble_other").setFocus()
    app.enter()
    app.wait_for("enrol")


def test_a_lost_key_leads_to_the_rescue_key_and_the_laptop_goes_on_as_it_was(
    begin: Begin, folders: Folders, account: RealKeyring, tmp_path: Path
) -> None:
    worked(folders, escrowed=True)
    content = (folders.data / DATABASE_FILE).read_bytes()
    account.entries.clear()
    app = begin()
    app.wait_for("trouble")
    assert "Kunci data tidak ada di akun laptop ini" in app.says()
    assert app.button("trouble_accept").caption() == "Buka dengan kunci darurat"
    app.enter()
    app.wait_for("unlock")
    app.ctrl_enter()
    assert app.field("rescue_file").finding() is Severity.STOP
    app.type(key_on_stick(tmp_path))
    app.enter()
    app.type("bukan frasa yang itu")
    app.ctrl_enter()
    app.wait_idle()
    assert "Frasa kunci darurat tidak cocok" in app.says()
    app.field("rescue_words").line.selectAll()
    app.type(WORDS)
    app.ctrl_enter()
    app.wait_for("sign_in")
    assert (folders.data / DATABASE_FILE).read_bytes() == content


def test_a_lost_key_without_a_copy_for_the_office_leads_to_the_backups(
    begin: Begin, folders: Folders, account: RealKeyring
) -> None:
    worked(folders)
    account.entries.clear()
    app = begin()
    app.wait_for("trouble")
    assert app.button("trouble_accept").caption() == "Pulihkan cadangan"
    app.enter()
    app.wait_for("restore")
    assert "Hanya akun di laptop 3574-P2.1 sendiri" in app.label("restore_opens")
    app.ctrl_enter()
    app.wait_idle()
    assert "Kunci laptop ini tidak membuka cadangan itu" in app.says()


def test_a_forgotten_passphrase_is_replaced_with_the_rescue_key(
    begin: Begin, folders: Folders, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(keyring, "get_keyring", FailKeyring)
    worked(folders, PHRASE, escrowed=True)
    app = begin()
    app.wait_for("passphrase")
    app.button("passphrase_forgotten").setFocus()
    app.enter()
    app.wait_for("unlock")
    app.type(key_on_stick(tmp_path))
    app.enter()
    app.type(WORDS)
    app.enter()
    app.type("pendek")
    app.ctrl_enter()
    assert app.field("phrase").finding() is Severity.STOP
    app.field("phrase").line.selectAll()
    app.type(NEW_PHRASE)
    app.ctrl_enter()
    app.wait_for("passphrase")
    app.type(NEW_PHRASE)
    app.enter()
    app.wait_for("sign_in")


def test_a_new_laptop_goes_on_from_the_backup_of_another_one(
    begin: Begin, folders: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken, stick = open_folders(tmp_path / "broken"), tmp_path / "stick"
    backup = worked(broken, escrowed=True)
    (stick / "FieldKit" / "3574-P2").mkdir(parents=True)
    for path in backup.parent.iterdir():
        (stick / "FieldKit" / "3574-P2" / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr("fieldkit.store.keeping.offered.carried_drive", lambda: stick)
    app = begin()
    app.wait_for("enrol")
    app.button("enrol_restore").setFocus()
    app.enter()
    app.wait_for("restore")
    assert "akun di laptop 3574-P2.1 atau kunci darurat kantor" in app.label("restore_opens")
    app.field("rescue_file").focus_answer()
    app.type(key_on_stick(tmp_path))
    app.enter()
    app.type(WORDS)
    app.enter()
    app.wait_for("restored")
    assert sentence(app, "restored_known").startswith("Laptop ini sekarang meneruskan P2, seperti pada ")
    assert "Jangan bekerja lagi di laptop P2 yang lama; bawa ke kantor." in sentence(app, "restored_known")
    app.enter()
    app.wait_for("sign_in")


def test_data_that_another_program_holds_asks_to_wait_and_try_again(begin: Begin, folders: Folders) -> None:
    worked(folders)
    key = open_store(folders, str, SystemClock())
    secret = key.key
    key.close()
    other = Database(folders.data / DATABASE_FILE, secret)
    other.run("PRAGMA locking_mode = EXCLUSIVE")
    other.run("BEGIN EXCLUSIVE")
    app = begin()
    app.wait_for("trouble")
    assert "Data laptop sedang dipakai program lain Belum ada yang hilang." in app.says()
    assert app.button("trouble_accept").caption() == "Coba lagi"
    other.close()
    app.enter()
    app.wait_for("sign_in")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "disk", megabytes=8) as made:
        yield made


def on_disk(disk: Path, begin: Begin) -> Folders:
    begin.folders = open_folders(disk / "laptop")
    worked(begin.folders)
    return begin.folders


def seen_in_trouble(begin: Begin) -> StartDriver:
    app = begin()
    app.wait_for("trouble")
    return app


def test_a_full_disk_asks_for_room_and_tries_again(disk: Path, begin: Begin) -> None:
    on_disk(disk, begin)
    with ExitStack() as full:
        full.enter_context(filled(disk))
        app = seen_in_trouble(begin)
        assert app.says().startswith("Penyimpanan laptop penuh Semua yang tersimpan utuh.")
        assert app.button("trouble_accept").caption() == "Coba lagi"
    app.enter()
    app.wait_for("sign_in")
    begin.end()


def test_a_folder_that_can_not_be_written_is_told_with_who_helps(disk: Path, begin: Begin) -> None:
    on_disk(disk, begin)
    with shut(disk):
        app = seen_in_trouble(begin)
        assert app.says().startswith("Map data di laptop ini tidak bisa ditulis Yang sudah tersimpan tetap utuh.")
        assert app.button("trouble_accept").caption() == "Tutup FieldKit"
    begin.end()


def test_what_is_said_of_a_slow_opening_never_covers_the_door(begin: Begin, folders: Folders) -> None:
    worked(folders)
    app = begin()
    app.wait_for("sign_in")
    app.launch.flow.stage._say_opening()
    assert app.name == "sign_in", "its timer rings also where the data was open before"
