"""The token of the laptop lies in the keyring where there is one, else in the encrypted database."""

from __future__ import annotations

from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as FailKeyring
from keyring.errors import KeyringLocked

from fieldkit.host.clock import SystemClock
from fieldkit.host.folders import Folders, open_folders
from fieldkit.records.wire import Enrolment
from fieldkit.store.keeping.opening import choose_passphrase, open_store
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange
from tests.keyrings import RealKeyring

PHRASE = "empat kata mudah diingat"
ENROLMENT = Enrolment(
    device_id="d1", token="the-token", origin="3574-P2.1", regency="35.74", regency_name="X", areas=[], centre_key="00"
)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return open_folders(tmp_path / "laptop")


def opened(folders: Folders, phrase: str = "") -> Store:
    return open_store(folders, lambda: phrase, SystemClock())


def enrolled(store: Store) -> None:
    Exchange(store).adopt(ENROLMENT, "00" * 32, "https://pusat.contoh.go.id")


def in_database(store: Store) -> str:
    return store.meta.get("token")


def test_with_a_keyring_the_token_is_not_in_the_database(folders: Folders, account_keyring: RealKeyring) -> None:
    store = opened(folders)
    enrolled(store)
    assert in_database(store) == ""
    assert "the-token" in account_keyring.entries.values()
    store.close()
    again = opened(folders)
    assert Exchange(again).connection().token == "the-token"
    again.close()


def test_a_token_of_an_older_version_moves_at_the_next_start(folders: Folders, account_keyring: RealKeyring) -> None:
    store = opened(folders)
    store.tokens = None
    enrolled(store)
    assert in_database(store) == "the-token"
    store.close()
    again = opened(folders)
    assert (in_database(again), Exchange(again).connection().token) == ("", "the-token")
    again.close()


def test_a_keyring_that_refuses_leaves_it_in_the_encrypted_database(
    folders: Folders, account_keyring: RealKeyring
) -> None:
    store = opened(folders)
    account_keyring.error = KeyringLocked()
    enrolled(store)
    assert (in_database(store), Exchange(store).connection().token) == ("the-token", "the-token")
    store.close()


def test_with_a_passphrase_it_stays_in_the_encrypted_database(
    folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyring, "get_keyring", FailKeyring)
    choose_passphrase(folders, PHRASE)
    store = opened(folders, PHRASE)
    enrolled(store)
    assert (in_database(store), Exchange(store).connection().token) == ("the-token", "the-token")
    store.close()
    assert b"the-token" not in b"".join(path.read_bytes() for path in folders.data.rglob("*") if path.is_file())
