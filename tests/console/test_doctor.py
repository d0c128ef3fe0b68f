"""`fieldkit doctor`: what it finds, what it says where the data does not open, and what a helper is given."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

import pytest

from fieldkit.checkup import look
from fieldkit.console.doctor import run_doctor
from fieldkit.console.laptop import Access, opened
from fieldkit.console.talk import DONE, REFUSED
from fieldkit.domain.checkup.finding import Topic
from fieldkit.domain.text import text
from fieldkit.host.clock import SystemClock
from fieldkit.host.folders import folders_under, open_folders
from fieldkit.host.logs import open_log
from fieldkit.host.settings import SETTINGS_FILE, Settings, save_settings
from fieldkit.records.wire import Enrolment
from fieldkit.store.database import SCHEMA_VERSION, Database
from fieldkit.store.keeping.backup import back_up, back_up_everywhere
from fieldkit.store.keeping.places import DATABASE_FILE, WRAPPED_KEY_FILE
from fieldkit.store.keeping.safety import choose_second_place
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange
from tests.laptops import REGENCY, add_people, add_user

PHRASE = "kuda hijau makan pisang"
NAME, NIK, PHONE, STAFF = "ZULAIKHA QORYMARKA", "3574035211879901", "081233344455", "Wiratmaka Penandaguna"
"""Nobody is called so; whatever leaves with the file for a helper is searched for them."""


@pytest.fixture
def access(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Access:
    monkeypatch.setattr("fieldkit.store.keeping.opening.real_keyring", lambda: None)
    monkeypatch.setattr("fieldkit.host.keys.real_keyring", lambda: None)
    return Access(tmp_path / "laptop", ask=lambda _: PHRASE)


@pytest.fixture
def store(access: Access) -> Store:
    store = opened(access, SystemClock())
    Exchange(store).adopt(
        Enrolment(
            device_id="d",
            token="token-that-nobody-sees",
            origin="3574-P2.1",
            regency=REGENCY,
            regency_name="Kota Probolinggo",
            areas=[REGENCY],
            centre_key="00" * 32,
        ),
        "11" * 32,
        "https://pusat.contoh.go.id",
    )
    add_user(store, STAFF)
    return store


def looked(access: Access, **options: Any) -> tuple[int, dict[str, dict[str, Any]]]:
    said: list[str] = []
    code = run_doctor(access, as_json=True, say=said.append, **options)
    return code, {finding["topic"]: finding for finding in json.loads(said[0])["findings"]}


def grades(found: dict[str, dict[str, Any]]) -> dict[str, str]:
    return {topic: finding["grade"] for topic, finding in found.items()}


def digest(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_laptop_that_is_well_is_told_topic_by_topic_and_ends_with_0(access: Access, store: Store) -> None:
    add_people(store, NAME)
    back_up(store, folders_under(access.database).backups)
    store.close()
    code, found = looked(access)
    assert code == DONE
    told = grades(found)
    assert list(told) == [
        *("versions", "database", "journal", "search", "key", "rescue", "backup", "space", "folders", "clock", "zone"),
        *("sync", "lease", "line", "templates"),
    ]
    well = ("versions", "database", "journal", "search", "key", "backup", "folders", "clock", "templates")
    assert {topic: told[topic] for topic in well} == dict.fromkeys(well, "fine")
    assert (told["line"], told["lease"], told["sync"], told["rescue"]) == ("unknown", "fine", "look", "unknown")
    assert found["versions"]["facts"]["schema_of_data"] == str(SCHEMA_VERSION)
    assert all(found["versions"]["facts"].values())
    assert found["key"]["facts"] == {"home": "passphrase"}
    assert found["search"]["facts"] == {"residents": 1, "missing": 0, "strays": 0}


def test_a_topic_without_a_check_is_never_passed_over(
    access: Access, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    left = {topic: check for topic, check in look._INSIDE.items() if topic is not Topic.LINE}
    monkeypatch.setattr(look, "_INSIDE", left)
    with pytest.raises(KeyError, match="LINE"):
        looked(access)


def test_backups_in_the_second_place_are_counted_by_their_notes_and_a_stick_that_is_gone_is_said(
    access: Access, store: Store, tmp_path: Path
) -> None:
    folders, stick = folders_under(access.database), tmp_path / "usb"
    choose_second_place(folders, str(stick))
    stick.mkdir()
    back_up_everywhere(store, folders)
    (stick / "fieldkit-20190223-020100.fkb").write_bytes(b"of somebody else, without a note")
    store.close()
    for lies, told in ((stick, {"second": "there", "second_count": 1}), (tmp_path / "pulled", {"second": "gone"})):
        stick.rename(lies)
        facts = looked(access)[1]["backup"]["facts"]
        assert {name: facts.get(name) for name in told} == told
        assert ("second_age_s" in facts) is (lies == stick)


def test_every_finding_says_what_it_is_and_means(access: Access, store: Store) -> None:
    store.close()
    said: list[str] = []
    assert run_doctor(access, say=said.append) == DONE
    assert "Berkas data (baik): Berkas data utuh.\n    Setiap bagian" in said[0]
    assert "{" not in said[0]


def test_nothing_of_the_laptop_is_changed(access: Access, store: Store) -> None:
    store.close()
    before = digest(access.database)
    looked(access)
    after = {name: content for name, content in digest(access.database).items() if not name.endswith(("-shm", "-wal"))}
    assert after == before


def test_a_folder_without_data_is_told_and_nothing_is_made_there(tmp_path: Path) -> None:
    code, found = looked(Access(tmp_path / "nowhere"))
    assert (code, found["database"]["what"]) == (REFUSED, "Di map ini belum ada data FieldKit.")
    assert not (tmp_path / "nowhere").exists()


def test_a_damaged_file_is_told_calmly_and_the_rest_is_looked_at(access: Access, store: Store) -> None:
    back_up(store, folders_under(access.database).backups)
    store.close()
    (access.database / DATABASE_FILE).write_bytes(b"torn" * 4096)
    code, found = looked(access)
    assert (code, found["database"]["what"]) == (REFUSED, "Data di laptop ini tidak bisa dibaca.")
    assert grades(found)["backup"] == "fine"
    assert found["rest"]["what"].startswith("Belum diperiksa: Rantai catatan, Indeks pencarian")


def test_a_wrong_passphrase_is_told_calmly(access: Access, store: Store) -> None:
    store.close()
    code, found = looked(Access(access.database, ask=lambda _: "bukan frasa yang benar"))
    assert (code, found["database"]["what"]) == (REFUSED, "Frasa sandi tidak cocok.")


def test_a_key_that_is_gone_is_told_calmly(access: Access, store: Store) -> None:
    store.close()
    (access.database / WRAPPED_KEY_FILE).unlink()
    code, found = looked(access)
    assert (code, found["database"]["what"]) == (REFUSED, "Kunci data tidak ada di akun laptop ini.")
    assert grades(found)["key"] == "stop"


def test_data_of_a_newer_fieldkit_is_told_calmly(access: Access, store: Store) -> None:
    store.write_local(lambda database: database.run(f"PRAGMA user_version = {SCHEMA_VERSION + 1}"))
    store.close()
    code, found = looked(access)
    assert (code, found["database"]["what"]) == (REFUSED, "Data ini ditulis FieldKit yang lebih baru.")


def test_data_of_an_older_fieldkit_is_looked_at_as_it_is(access: Access, store: Store) -> None:
    store.write_local(lambda database: database.run(f"PRAGMA user_version = {SCHEMA_VERSION - 1}"))
    key = store.key
    store.close()
    code, found = looked(access)
    assert (code, grades(found)["database"], grades(found)["rest"]) == (DONE, "look", "unknown")
    database = Database(access.database / DATABASE_FILE, key)
    assert database.version == SCHEMA_VERSION - 1
    database.close()


def test_a_page_that_was_written_over_is_found_in_its_table(access: Access, store: Store) -> None:
    add_people(store, *(f"{NAME} {number}" for number in range(400)))
    store.write_local(lambda _database: None)
    page = store.query(lambda database: database.value("SELECT rootpage FROM sqlite_master WHERE name = 'resident'"))
    store.query(lambda database: database.run("PRAGMA journal_mode = DELETE"))
    store.close()
    file = access.database / DATABASE_FILE
    content = bytearray(file.read_bytes())
    content[(page - 1) * 4096 + 900] ^= 1
    file.write_bytes(content)
    code, found = looked(access)
    assert (code, found["database"]["facts"]["broken_tables"]) == (REFUSED, ["resident"])


@pytest.mark.parametrize("at_once", [1, 200])
def test_a_change_that_somebody_rewrote_breaks_the_chain_in_whichever_piece_it_lies(
    access: Access, store: Store, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr("fieldkit.checkup.look._CHANGES_AT_ONCE", at_once)
    add_people(store, NAME)
    store.write_local(lambda database: database.run("UPDATE journal SET fields = x'8080' WHERE number = 2"))
    store.close()
    code, found = looked(access)
    assert (code, grades(found)["journal"]) == (REFUSED, "stop")


def test_a_resident_whom_no_search_finds_is_counted(access: Access, store: Store) -> None:
    add_people(store, NAME, "BUDI HARTONO")
    store.write_local(
        lambda database: database.run("DELETE FROM resident_search WHERE rowid = (SELECT max(seq) FROM resident)")
    )
    store.close()
    _, found = looked(access)
    assert found["search"]["facts"] == {"residents": 2, "missing": 1, "strays": 0}
    assert found["search"]["grade"] == "stop"


def test_a_folder_that_others_can_read_and_a_broken_template_are_told(access: Access, store: Store) -> None:
    store.close()
    folders = open_folders(access.database)
    folders.documents.chmod(0o755)
    folders.templates.mkdir()
    (folders.templates / "kop.html").write_text("<h1>\n{% if %}</h1>")
    (folders.templates / f"surat {STAFF}.html").write_text("")
    code, found = looked(access)
    assert (code, found["folders"]["facts"]["documents"]) == (DONE, "open")
    assert found["templates"]["facts"] == {"own": 1, "broken": ["kop.html:2"], "unused": 1}


def test_a_template_that_includes_what_is_not_there_is_broken(access: Access, store: Store) -> None:
    store.close()
    folders = open_folders(access.database)
    folders.templates.mkdir()
    (folders.templates / "laporan-harian.html").write_text("{% include 'kop.html' %}\n{% include 'kepala.html' %}")
    _, found = looked(access)
    assert found["templates"]["facts"]["broken"] == ["laporan-harian.html:2"]


def leave_marks(access: Access, store: Store) -> None:
    """A day in which everything that is nobody else's business went everywhere that it can go."""
    add_people(store, NAME)
    store.write_local(lambda database: database.run("UPDATE resident SET nik = ?, phone = ?", NIK, PHONE))
    log = open_log(folders_under(access.database).logs)
    logger = logging.getLogger("fieldkit.test")
    try:
        logger.warning("nik %s phone %s", NIK, PHONE)
        logger.warning("signed by %s", STAFF.upper())
        logger.warning("two lines\n%s", NAME.split(maxsplit=1)[0])
        logger.warning("found %s", NAME)
        for like_a_fault in (f"{NIK}Error", f"{STAFF.split(maxsplit=1)[0]}.Error", "  {}:1 {}".format(*NAME.split())):
            logger.warning("two lines\n%s", like_a_fault)
        try:
            raise ValueError(f"{NAME} {NIK}")
        except ValueError:
            logger.exception("unexpected")
    finally:
        logging.getLogger().removeHandler(log)
        log.close()
    address = f"https://{PHONE}:rahasia-sekali@pusat.contoh.go.id/{NIK}"
    save_settings(access.database / SETTINGS_FILE, Settings(centre_url=address, rest={"catatan": NAME}))
    store.close()


def test_the_file_for_a_helper_has_nothing_of_a_person_and_is_shown_to_the_letter(
    access: Access, store: Store, tmp_path: Path
) -> None:
    leave_marks(access, store)
    said: list[str] = []
    file = tmp_path / "bantuan.json"
    assert run_doctor(access, file, say=said.append, ask=lambda _: "ya") == DONE
    content = file.read_bytes()
    assert content.decode() in said
    lowered = content.decode().lower()
    marks = [*NAME.split(), *STAFF.split(), NIK, PHONE, "rahasia-sekali", "token-that-nobody", "11" * 32, PHRASE]
    assert [mark for mark in marks if mark.lower() in lowered] == []
    assert NIK[-10:] not in lowered
    told = json.loads(content)
    assert told["rows_by_table"]["resident"] == 1
    assert told["settings"]["centre"] == "https://pusat.contoh.go.id"
    assert any(line.startswith("  test_doctor.py:") for line in told["log"])
    assert {"***.Error", "  ***:1 ***", "ValueError"} <= set(told["log"])
    assert any("signed by *** ***" in line or "signed by ***" in line for line in told["log"])


def test_without_a_yes_nothing_is_written(access: Access, store: Store, tmp_path: Path) -> None:
    store.close()
    said: list[str] = []
    run_doctor(access, tmp_path / "bantuan.json", say=said.append, ask=lambda _: "")
    assert said[-1] == str(text("Tidak ada yang ditulis."))
    assert not (tmp_path / "bantuan.json").exists()


def test_no_file_is_written_over(access: Access, store: Store, tmp_path: Path) -> None:
    store.close()
    file = tmp_path / "bantuan.json"
    file.write_text("mine")
    assert run_doctor(access, file, is_agreed=True, say=lambda _: None) == REFUSED
    assert file.read_text() == "mine"


def test_data_that_does_not_open_gives_a_file_as_well(access: Access, store: Store, tmp_path: Path) -> None:
    leave_marks(access, store)
    (access.database / DATABASE_FILE).write_bytes(b"torn" * 4096)
    file = tmp_path / "bantuan.json"
    assert run_doctor(access, file, is_agreed=True, say=lambda _: None) == REFUSED
    told = json.loads(file.read_bytes())
    assert (told["worst"], told["rows_by_table"]) == ("stop", {})
    assert NAME not in file.read_text()
