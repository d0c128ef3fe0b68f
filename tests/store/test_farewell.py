"""A revoked laptop whose work has arrived wipes itself, and nothing is wiped that still waits."""

from __future__ import annotations

from pathlib import Path

import keyring
import pytest
from keyring.errors import KeyringLocked
from test_token_in_keyring import ENROLMENT, RealKeyring, opened

from fieldkit.domain.errors import KeyUnavailableError
from fieldkit.host.folders import Folders, open_folders
from fieldkit.records.wire import Receipt
from fieldkit.store.keeping.backup import back_up
from fieldkit.store.keeping.farewell import Farewell, begin_anew, farewell_of, finish_wiping, wipe
from fieldkit.store.keeping.places import DATABASE_FILE
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange
from tests.laptops import add_people, fresh_store


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return open_folders(tmp_path / "laptop")


@pytest.fixture
def backend(monkeypatch: pytest.MonkeyPatch) -> RealKeyring:
    backend = RealKeyring()
    monkeypatch.setattr(keyring, "get_keyring", lambda: backend)
    return backend


@pytest.fixture
def store(folders: Folders, backend: RealKeyring) -> Store:
    store = opened(folders)
    Exchange(store).adopt(ENROLMENT, "00" * 32, "https://pusat.contoh.go.id")
    add_people(store, "SITI NURAINI")
    return store


def sent(store: Store) -> None:
    """All of it was acknowledged."""
    store.write_local(lambda d: d.run("UPDATE journal SET verdict = 'applied'"))
    receipt = Receipt(origin="3574-P2.1", number=store.meta.last_number, chain="00", epoch=1, at_ms=1_550_912_700_000)
    Exchange(store).save_receipt(receipt)


def left_over(folders: Folders) -> set[str]:
    return {path.name for path in folders.data.rglob("*") if path.is_file()}


def test_database_key_token_and_backups_are_gone_and_the_proof_stays(
    store: Store, folders: Folders, backend: RealKeyring
) -> None:
    sent(store)
    back_up(store, folders.backups)
    told = wipe(store, folders)
    assert told == Farewell(2, 1_550_912_700_000, "X")
    assert farewell_of(folders) == told
    assert left_over(folders) == {"handed-in.json"}
    assert backend.entries == {}


def test_nothing_is_wiped_while_something_waits(store: Store, folders: Folders, backend: RealKeyring) -> None:
    sent(store)
    back_up(store, folders.backups)
    add_people(store, "BUDI HARTONO")
    before, entries = left_over(folders), dict(backend.entries)
    assert wipe(store, folders) is None
    assert (left_over(folders), backend.entries, farewell_of(folders)) == (before, entries, None)
    assert store.query(lambda d: d.value("SELECT count(*) FROM resident")) == 2
    store.close()


def test_the_backup_of_another_laptop_stays(store: Store, folders: Folders, tmp_path: Path) -> None:
    other = fresh_store(tmp_path / "other.db", store.clock)
    theirs = back_up(other, folders.backups).path
    theirs = theirs.rename(theirs.with_name("fieldkit-20190101-000000.fkb"))
    other.close()
    back_up(store, folders.backups)
    sent(store)
    wipe(store, folders)
    assert list(folders.backups.iterdir()) == [theirs]


def test_a_damaged_file_that_was_set_aside_stays_for_the_office(store: Store, folders: Folders) -> None:
    aside = folders.data / f"{DATABASE_FILE}.damaged-1"
    aside.write_bytes(b"x")
    sent(store)
    wipe(store, folders)
    assert left_over(folders) == {"handed-in.json", aside.name}


def test_what_a_keyring_refused_is_finished_at_the_next_start(
    store: Store, folders: Folders, backend: RealKeyring
) -> None:
    sent(store)
    backend.error = KeyringLocked()
    with pytest.raises(KeyUnavailableError):
        wipe(store, folders)
    assert farewell_of(folders) is not None
    assert DATABASE_FILE not in left_over(folders)
    backend.error = None
    finish_wiping(folders)
    assert backend.entries == {}
    finish_wiping(folders)
    assert left_over(folders) == {"handed-in.json"}


def test_the_office_may_take_the_laptop_in_again(store: Store, folders: Folders) -> None:
    sent(store)
    wipe(store, folders)
    begin_anew(folders)
    assert farewell_of(folders) is None
    again = opened(folders)
    assert Exchange(again).origin() is None
    assert again.query(lambda d: d.value("SELECT count(*) FROM resident")) == 0
    again.close()
