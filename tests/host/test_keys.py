"""The key of the database, in a keyring or under a passphrase."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend
from keyring.backends.fail import Keyring as FailKeyring
from keyring.backends.null import Keyring as NullKeyring
from keyring.errors import InitError, KeyringLocked, PasswordSetError

from fieldkit.domain.errors import KeyUnavailableError
from fieldkit.host.keys import (
    KeyringKeyStore,
    PassphraseKeyStore,
    choose_key_store,
    database_key,
    new_database_key,
    real_keyring,
)
from fieldkit.host.sealing import Cost, seal
from tests.keyrings import MemoryKeyring, RealKeyring

PASSPHRASE = "empat kata mudah diingat"
QUICK = Cost(rounds=1, memory_kib=128, lanes=1)


class PlaintextKeyring(MemoryKeyring):
    """Claims to come from the module that writes a plain file."""


PlaintextKeyring.__module__ = "keyrings.alt.file"


def never_asked() -> str:
    raise AssertionError("the passphrase was asked for")


def test_a_keyring_gives_back_what_it_was_given() -> None:
    store = KeyringKeyStore("a1", MemoryKeyring())
    assert store.load() is None
    key = new_database_key()
    store.save(key)
    assert store.load() == key
    assert len(key) == 32
    assert KeyringKeyStore("b2", store.backend).load() is None


@pytest.mark.parametrize("error", [KeyringLocked(), InitError(), PasswordSetError(), OSError("bus"), TypeError()])
def test_a_keyring_that_refuses_is_told_in_words_of_the_user(error: Exception) -> None:
    store = KeyringKeyStore("a1", MemoryKeyring(error))
    with pytest.raises(KeyUnavailableError) as refused:
        store.load()
    assert refused.value.retry
    assert "Data aman" in str(refused.value.advice)
    with pytest.raises(KeyUnavailableError):
        store.save(new_database_key())


def test_a_locked_keyring_is_told_apart_from_one_that_refuses() -> None:
    with pytest.raises(KeyUnavailableError) as locked:
        KeyringKeyStore("a1", MemoryKeyring(KeyringLocked())).load()
    assert "terkunci" in str(locked.value.title)


def test_a_keyring_that_forgets_without_a_word_is_noticed() -> None:
    with pytest.raises(KeyUnavailableError):
        KeyringKeyStore("a1", MemoryKeyring(forgets=True)).save(new_database_key())


@pytest.mark.parametrize("entry", ["", "bukan hex", "00" * 31])
def test_an_entry_that_is_no_key_is_told_as_damaged(entry: str) -> None:
    backend = MemoryKeyring()
    backend.entries["FieldKit", "a1"] = entry
    with pytest.raises(KeyUnavailableError, match="rusak"):
        KeyringKeyStore("a1", backend).load()


class Chain(ChainerBackend):
    """A chain with given links."""

    links: tuple[KeyringBackend, ...] = ()

    @property
    def backends(self) -> tuple[KeyringBackend, ...]:
        return self.links


Chain.__module__ = ChainerBackend.__module__


def chain_of(*links: KeyringBackend) -> KeyringBackend:
    chain = Chain()
    chain.links = links
    return chain


@pytest.mark.parametrize(
    "refused",
    [FailKeyring(), NullKeyring(), PlaintextKeyring(), MemoryKeyring(), chain_of(), chain_of(PlaintextKeyring())],
    ids=["failing", "null", "plaintext", "stranger", "empty chain", "chain of plain ones"],
)
def test_a_keyring_that_does_not_encrypt_is_refused(
    refused: KeyringBackend, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(keyring, "get_keyring", lambda: refused)
    assert real_keyring() is None
    assert isinstance(choose_key_store("a1", tmp_path / "key.json", lambda: PASSPHRASE), PassphraseKeyStore)


def test_a_chain_counts_by_its_first_real_link(monkeypatch: pytest.MonkeyPatch) -> None:
    real = RealKeyring()
    monkeypatch.setattr(keyring, "get_keyring", lambda: chain_of(PlaintextKeyring(), chain_of(real), RealKeyring()))
    assert real_keyring() is real


def test_a_real_keyring_is_chosen_and_no_passphrase_asked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(keyring, "get_keyring", RealKeyring)
    assert isinstance(choose_key_store("a1", tmp_path / "key.json", never_asked), KeyringKeyStore)


def test_a_wrapped_key_that_is_there_wins_over_a_keyring(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(keyring, "get_keyring", RealKeyring)
    PassphraseKeyStore(tmp_path / "key.json", PASSPHRASE, QUICK).save(bytes(32))
    assert choose_key_store("a1", tmp_path / "key.json", lambda: PASSPHRASE).load() == bytes(32)


def test_a_keyring_that_can_not_even_be_asked_for_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> KeyringBackend:
        raise RuntimeError("no bus")

    monkeypatch.setattr(keyring, "get_keyring", broken)
    with pytest.raises(KeyUnavailableError):
        real_keyring()


def test_a_passphrase_gives_back_the_key(tmp_path: Path) -> None:
    path, key = tmp_path / "key.json", new_database_key()
    assert PassphraseKeyStore(path, PASSPHRASE, QUICK).load() is None
    PassphraseKeyStore(path, PASSPHRASE, QUICK).save(key)
    assert PassphraseKeyStore(path, PASSPHRASE).load() == key
    assert key not in path.read_bytes()
    assert key.hex().encode() not in path.read_bytes()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_the_wrapped_key_is_readable_by_its_owner_only(tmp_path: Path) -> None:
    PassphraseKeyStore(tmp_path / "key.json", PASSPHRASE, QUICK).save(bytes(32))
    assert stat.S_IMODE((tmp_path / "key.json").stat().st_mode) == 0o600


def test_a_wrong_passphrase_is_told_and_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "key.json"
    PassphraseKeyStore(path, PASSPHRASE, QUICK).save(bytes(32))
    before = path.read_bytes()
    with pytest.raises(KeyUnavailableError) as wrong:
        PassphraseKeyStore(path, "empat kata yang lain").load()
    assert "tidak cocok" in str(wrong.value.title)
    assert path.read_bytes() == before


def test_a_short_passphrase_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(KeyUnavailableError, match="pendek"):
        PassphraseKeyStore(tmp_path / "key.json", "pendek", QUICK).save(bytes(32))
    assert not (tmp_path / "key.json").exists()


@pytest.mark.parametrize("content", [b"", b"{}", b"\x00\x01", seal(b"empat", PASSPHRASE, QUICK).encode()])
def test_a_damaged_key_file_is_told_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "key.json"
    path.write_bytes(content)
    with pytest.raises(KeyUnavailableError, match="rusak"):
        PassphraseKeyStore(path, PASSPHRASE).load()
    assert path.read_bytes() == content


def test_neither_passphrase_nor_key_shows_in_a_repr(tmp_path: Path) -> None:
    assert PASSPHRASE not in repr(PassphraseKeyStore(tmp_path / "key.json", PASSPHRASE))


def test_a_new_database_gets_a_key_that_is_found_again(account_keyring: RealKeyring, tmp_path: Path) -> None:
    key = database_key("a1", tmp_path / "key.json", never_asked, is_new=True)
    assert database_key("a1", tmp_path / "key.json", never_asked, is_new=False) == key
    assert database_key("a1", tmp_path / "key.json", never_asked, is_new=True) == key


def test_without_a_keyring_a_new_key_is_wrapped_by_the_passphrase(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(keyring, "get_keyring", FailKeyring)
    key = database_key("a1", tmp_path / "key.json", lambda: PASSPHRASE, is_new=True)
    assert database_key("a1", tmp_path / "key.json", lambda: PASSPHRASE, is_new=False) == key


@pytest.mark.parametrize("backend", [FailKeyring, RealKeyring])
def test_a_database_whose_key_is_gone_never_gets_another(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, backend: type[KeyringBackend]
) -> None:
    monkeypatch.setattr(keyring, "get_keyring", backend)
    with pytest.raises(KeyUnavailableError, match="tidak ada"):
        database_key("a1", tmp_path / "key.json", never_asked, is_new=False)
    assert not (tmp_path / "key.json").exists()
