"""`fieldkit restore`: the backup becomes the laptop's data, and nothing that was there is overwritten."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fieldkit.console.laptop import Access, opened
from fieldkit.console.restore import run_restore
from fieldkit.console.talk import DONE, REFUSED
from fieldkit.domain.errors import BusyError
from fieldkit.host.clock import SystemClock
from fieldkit.host.folders import Folders, open_folders
from fieldkit.records.wire import Enrolment
from fieldkit.store.keeping.backup import back_up
from fieldkit.store.keeping.places import DATABASE_FILE
from fieldkit.store.keeping.restore import restore
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange
from tests.laptops import REGENCY, add_people, add_user

PHRASE = "kuda hijau makan pisang"


@pytest.fixture
def access(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Access:
    monkeypatch.setattr("fieldkit.store.keeping.opening.real_keyring", lambda: None)
    monkeypatch.setattr("fieldkit.host.keys.real_keyring", lambda: None)
    return Access(tmp_path, ask=lambda _: PHRASE)


@pytest.fixture
def store(access: Access) -> Store:
    store = opened(access, SystemClock())
    Exchange(store).adopt(
        Enrolment(
            device_id="d",
            token="token",
            origin="3574-P2.1",
            regency=REGENCY,
            regency_name="Kota Probolinggo",
            areas=[REGENCY],
            centre_key="00" * 32,
        ),
        "00" * 32,
        "http://127.0.0.1:1",
    )
    add_user(store)
    return store


def folders_of(access: Access) -> Folders:
    return open_folders(access.database)


def names(access: Access) -> list[str]:
    store = opened(access, SystemClock())
    found = [row[0] for row in store.query(lambda database: database.rows("SELECT name FROM resident"))]
    store.close()
    return found


def test_a_damaged_file_is_set_aside_and_the_backup_goes_on_as_a_new_incarnation(access: Access, store: Store) -> None:
    add_people(store, "SITI NURAINI")
    backup = back_up(store, folders_of(access).backups).path
    number = store.meta.last_number
    store.close()
    (access.database / DATABASE_FILE).write_bytes(b"torn" * 4096)
    said: list[str] = []
    assert run_restore(access, backup, as_json=True, say=said.append) == DONE
    told = json.loads(said[0])
    assert told == {"origin": "3574-P2.2", "last_number": number, "set_aside": told["set_aside"]}
    assert told["set_aside"] == f"{DATABASE_FILE}.damaged-1"
    assert (access.database / told["set_aside"]).read_bytes() == b"torn" * 4096
    assert names(access) == ["SITI NURAINI"]


def test_data_that_was_whole_is_set_aside_whole(access: Access, store: Store) -> None:
    backup = back_up(store, folders_of(access).backups).path
    add_people(store, "SITI NURAINI")
    store.close()
    restored = restore(folders_of(access), backup, lambda: PHRASE)
    assert names(access) == []
    assert restored.aside is not None
    assert restored.aside.path.name == f"{DATABASE_FILE}.replaced-1"
    assert str(access.database) in str(restored.aside.told)
    restored.aside.path.rename(access.database / DATABASE_FILE)
    assert names(access) == ["SITI NURAINI"]


@pytest.mark.parametrize("content", [None, b"", b"torn" * 4096])
def test_a_backup_that_is_not_whole_changes_nothing(access: Access, store: Store, content: bytes | None) -> None:
    add_people(store, "SITI NURAINI")
    store.close()
    file = access.database / "cadangan.fkb"
    if content is not None:
        file.write_bytes(content)
    before = (access.database / DATABASE_FILE).read_bytes()
    assert run_restore(access, file) == REFUSED
    assert (access.database / DATABASE_FILE).read_bytes() == before
    assert not list(access.database.glob(".*restore*"))


def test_data_that_is_open_elsewhere_is_not_set_aside(access: Access, store: Store) -> None:
    backup = back_up(store, folders_of(access).backups).path
    with pytest.raises(BusyError):
        restore(folders_of(access), backup, lambda: PHRASE)
    assert add_people(store, "SITI NURAINI")
