"""Which key opens a backup, here and on another laptop: the own one, the passphrase of before, or the rescue key."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import keyring
import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as FailKeyring

from fieldkit.domain.errors import CorruptError, KeyUnavailableError, MissingError, OutdatedError
from fieldkit.host.escrow import LaptopSecrets, escrow, open_rescue_key
from fieldkit.host.files import write_whole
from fieldkit.host.folders import Folders, open_folders
from fieldkit.host.keys import PassphraseKeyStore, unwrap
from fieldkit.records.wire import Enrolment
from fieldkit.store.keeping.backup import back_up, back_up_everywhere
from fieldkit.store.keeping.notes import (
    BackupNote,
    KnownBackup,
    Opens,
    backups_in,
    note_of,
    note_path,
    opens,
    write_note,
)
from fieldkit.store.keeping.opening import choose_passphrase, is_new, open_store, start_over
from fieldkit.store.keeping.own_key import leave_to_keyring, seal_by_passphrase, unlock
from fieldkit.store.keeping.places import DATABASE_FILE, WRAPPED_KEY_FILE, escrow_file
from fieldkit.store.keeping.restore import OtherKeys, restore
from fieldkit.store.keeping.safety import choose_second_place
from fieldkit.store.keeping.tampering import look_through
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange
from tests.keyrings import RealKeyring
from tests.laptops import REGENCY, StillClock, add_people, add_user
from tests.rescuing import QUICK, WORDS, another_key, rescue_key
from tests.sealing import seal_all

PHRASE, OTHER_PHRASE = "empat kata mudah diingat", "kata lain yang juga panjang"


@dataclass
class Laptop:
    """A computer with an account of its own."""

    folders: Folders
    keyring: KeyringBackend
    patch: pytest.MonkeyPatch
    phrase: str = ""

    def use(self) -> None:
        """Whatever follows happens at this computer."""
        self.patch.setattr(keyring, "get_keyring", lambda: self.keyring)

    def open(self) -> Store:
        """Start FieldKit here."""
        self.use()
        if self.phrase and is_new(self.folders):
            choose_passphrase(self.folders, self.phrase)
        return open_store(self.folders, lambda: self.phrase, StillClock())

    def enrolled(self, origin: str = "3574-P2.1") -> Store:
        """A laptop of the centre, with a token."""
        store = self.open()
        told = Enrolment(
            device_id="d", token=f"token of {origin}", origin=origin, regency=REGENCY, regency_name="Kota Probolinggo",
            areas=[REGENCY], centre_key="00" * 32,
        )  # fmt: skip
        Exchange(store).adopt(told, "00" * 32, "http://127.0.0.1:1")
        add_user(store)
        store.close()
        return self.open()

    def restore(self, backup: Path, others: OtherKeys | None = None) -> None:
        """Put a backup in place here."""
        self.use()
        restore(self.folders, backup, lambda: self.phrase, others)

    def opens(self, backup: Path) -> Opens:
        """Which key opens it here."""
        self.use()
        return opens(self.folders, KnownBackup(backup, note_of(backup)))

    def damage(self) -> None:
        """Its database is written over."""
        (self.folders.data / DATABASE_FILE).write_bytes(b"torn" * 9999)

    def names(self) -> list[str]:
        """Who is in its list."""
        store = self.open()
        found = [row[0] for row in store.query(lambda database: database.rows("SELECT name FROM resident"))]
        store.close()
        return found


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    for room in ("opening", "own_key"):
        monkeypatch.setattr(
            f"fieldkit.store.keeping.{room}.PassphraseKeyStore",
            lambda path, phrase: PassphraseKeyStore(path, phrase, QUICK),
        )


def at(tmp_path: Path, name: str, patch: pytest.MonkeyPatch, phrase: str = "") -> Laptop:
    made = FailKeyring() if phrase else RealKeyring()
    return Laptop(open_folders(tmp_path / name), made, patch, phrase)


def private() -> X25519PrivateKey:
    return open_rescue_key(rescue_key().content, WORDS)


def seal_to_office(laptop: Laptop, store: Store) -> None:
    """As a sync does once the head has ruled the key."""
    import msgspec

    secrets = LaptopSecrets(store.key, Exchange(store).connection().token)
    write_whole(escrow_file(laptop.folders), msgspec.json.encode(escrow(secrets, rescue_key().public_hex)))


def worked(laptop: Laptop, *, escrowed: bool = False) -> Path:
    """A backup of a laptop that knows somebody."""
    store = laptop.enrolled()
    if escrowed:
        seal_to_office(laptop, store)
    add_people(store, "SITI NURAINI")
    seal_all(store)
    backup = back_up(store, laptop.folders.backups).path
    store.close()
    return backup


def test_here_the_own_key_opens_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = at(tmp_path, "here", monkeypatch)
    backup = worked(here)
    assert here.opens(backup) is Opens.OWN
    here.damage()
    here.restore(backup)
    assert here.names() == ["SITI NURAINI"]


def test_a_backup_of_a_laptop_with_a_keyring_says_that_nothing_else_opens_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = worked(at(tmp_path, "here", monkeypatch))
    there = at(tmp_path, "there", monkeypatch)
    assert there.opens(backup) is Opens.NOTHING
    with pytest.raises(KeyUnavailableError, match=r"hanya akun di laptop 3574-P2\.1 sendiri"):
        there.restore(backup, OtherKeys(PHRASE, private()))
    assert not (there.folders.data / DATABASE_FILE).exists()


def test_the_rescue_key_opens_it_on_another_laptop_which_then_may_sync(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = worked(at(tmp_path, "here", monkeypatch), escrowed=True)
    there = at(tmp_path, "there", monkeypatch)
    assert there.opens(backup) is Opens.RESCUE
    with pytest.raises(KeyUnavailableError, match="kunci darurat kantor"):
        there.restore(backup)
    with pytest.raises(KeyUnavailableError, match="bukan yang mengunci"):
        there.restore(backup, OtherKeys(rescue=open_rescue_key(another_key().content, WORDS)))
    there.restore(backup, OtherKeys(rescue=private()))
    assert there.names() == ["SITI NURAINI"]
    store = there.open()
    assert Exchange(store).connection().token == "token of 3574-P2.1"
    assert (store.meta.get("token"), store.meta.origin) == ("", "3574-P2.2")
    store.close()


def test_the_passphrase_of_before_opens_it_on_another_laptop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backup = worked(at(tmp_path, "here", monkeypatch, PHRASE))
    there = at(tmp_path, "there", monkeypatch)
    assert there.opens(backup) is Opens.PASSPHRASE
    with pytest.raises(KeyUnavailableError, match="tidak cocok"):
        there.restore(backup, OtherKeys(OTHER_PHRASE))
    there.restore(backup, OtherKeys(PHRASE))
    assert there.names() == ["SITI NURAINI"]
    store = there.open()
    assert not look_through(store), "what was sealed by the former laptop is as it was"
    store.close()


def test_another_laptop_goes_on_under_its_own_key_and_what_it_had_is_set_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = worked(at(tmp_path, "here", monkeypatch, PHRASE))
    there = at(tmp_path, "there", monkeypatch, OTHER_PHRASE)
    store = there.enrolled("3574-P5.1")
    add_people(store, "BUDI HARTONO")
    store.close()
    there.restore(backup, OtherKeys(PHRASE))
    assert there.names() == ["SITI NURAINI"]
    (aside,) = there.folders.data.glob(f"{DATABASE_FILE}.replaced-*")
    aside.replace(there.folders.data / DATABASE_FILE)
    assert there.names() == ["BUDI HARTONO"]


def test_a_backup_without_a_note_is_tried_with_the_own_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = at(tmp_path, "here", monkeypatch)
    backup = worked(here)
    note_path(backup).unlink()
    assert here.opens(backup) is Opens.UNKNOWN
    here.restore(backup)
    assert here.names() == ["SITI NURAINI"]
    there = at(tmp_path, "there", monkeypatch)
    there.enrolled("3574-P5.1").close()
    with pytest.raises(CorruptError):
        there.restore(backup)
    assert there.names() == []


def test_a_laptop_whose_keyring_lost_the_key_is_unlocked_where_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = at(tmp_path, "here", monkeypatch)
    worked(here, escrowed=True)
    here.keyring = RealKeyring()
    with pytest.raises(KeyUnavailableError, match="tidak ada di akun"):
        here.open()
    with pytest.raises(KeyUnavailableError, match="bukan yang mengunci"):
        unlock(here.folders, open_rescue_key(another_key().content, WORDS), str)
    unlock(here.folders, private(), str)
    store = here.open()
    assert (store.meta.origin, Exchange(store).connection().token) == ("3574-P2.1", "token of 3574-P2.1")
    store.close()


def test_a_forgotten_passphrase_is_replaced_by_a_new_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = at(tmp_path, "here", monkeypatch, PHRASE)
    worked(here, escrowed=True)
    unlock(here.folders, private(), lambda: OTHER_PHRASE)
    here.phrase = OTHER_PHRASE
    assert here.names() == ["SITI NURAINI"]


def test_without_a_copy_for_the_office_nothing_unlocks_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = at(tmp_path, "here", monkeypatch)
    worked(here)
    with pytest.raises(KeyUnavailableError, match="tidak ada salinan kunci"):
        unlock(here.folders, private(), str)


def test_a_passphrase_may_be_asked_for_beside_a_keyring_and_given_up_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = at(tmp_path, "here", monkeypatch)
    store = here.enrolled()
    seal_by_passphrase(store, here.folders, PHRASE)
    store.close()
    assert here.keyring.entries == {}  # type: ignore[attr-defined]
    here.phrase = OTHER_PHRASE
    with pytest.raises(KeyUnavailableError, match="tidak cocok"):
        here.open()
    here.phrase = PHRASE
    store = here.open()
    assert Exchange(store).connection().token == "token of 3574-P2.1"
    seal_by_passphrase(store, here.folders, OTHER_PHRASE)
    store.close()
    here.phrase = OTHER_PHRASE
    store = here.open()
    leave_to_keyring(store, here.folders)
    store.close()
    here.phrase = ""
    store = here.open()
    assert not (here.folders.data / WRAPPED_KEY_FILE).exists()
    assert (store.meta.get("token"), Exchange(store).connection().token) == ("", "token of 3574-P2.1")
    store.close()


def test_a_former_passphrase_opens_neither_the_data_nor_a_backup_in_reach(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = at(tmp_path, "here", monkeypatch)
    store = here.enrolled()
    seal_by_passphrase(store, here.folders, PHRASE)
    second = tmp_path / "second"
    second.mkdir()
    choose_second_place(here.folders, str(second))
    assert back_up_everywhere(store, here.folders).second is not None
    of_another = BackupNote("3574-P9.1", "another", 1, 1, 1, sealed_key="of another laptop")
    (second / "fieldkit-20190101-000000.fkb").write_bytes(b"of another laptop")
    write_note(second / "fieldkit-20190101-000000.fkb", of_another)
    seal_by_passphrase(store, here.folders, OTHER_PHRASE)
    notes = [each.note for folder in (here.folders.backups, second) for each in backups_in(folder)]
    own = [note.sealed_key for note in notes if note is not None and note != of_another]
    assert (len(own), of_another in notes) == (2, True)
    for sealed in own:
        assert unwrap(sealed, OTHER_PHRASE) == store.key
        with pytest.raises(KeyUnavailableError):
            unwrap(sealed, PHRASE)
    store.close()


def test_a_short_passphrase_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = at(tmp_path, "here", monkeypatch)
    store = here.enrolled()
    with pytest.raises(KeyUnavailableError, match="pendek"):
        seal_by_passphrase(store, here.folders, "pendek")
    store.close()
    assert here.names() == []


@pytest.mark.parametrize("way", ["deleted", "empty"])
def test_a_database_that_is_gone_is_told_and_no_new_one_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    here = at(tmp_path, "here", monkeypatch)
    backup = worked(here)
    path = here.folders.data / DATABASE_FILE
    path.unlink()
    if way == "empty":
        path.touch()
    with pytest.raises(MissingError):
        here.open()
    here.restore(backup)
    assert here.names() == ["SITI NURAINI"]


def test_whose_data_is_gone_for_good_begins_as_a_new_laptop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = at(tmp_path, "here", monkeypatch)
    worked(here)
    (here.folders.data / DATABASE_FILE).unlink()
    start_over(here.folders)
    store = here.open()
    assert not store.meta.is_enrolled
    store.close()


def test_data_that_lacks_what_its_backup_holds_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = at(tmp_path, "here", monkeypatch)
    store = here.enrolled()
    path = here.folders.data / DATABASE_FILE
    store.query(lambda database: database.run("PRAGMA wal_checkpoint(TRUNCATE)"))
    before = path.read_bytes()
    add_people(store, "SITI NURAINI")
    seal_all(store)
    backup = back_up(store, here.folders.backups).path
    store.close()
    path.write_bytes(before)
    with pytest.raises(OutdatedError):
        here.open()
    here.restore(backup)
    assert here.names() == ["SITI NURAINI"]


def test_whoever_restores_an_older_backup_means_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = at(tmp_path, "here", monkeypatch)
    store = here.enrolled()
    older = back_up(store, here.folders.backups).path
    older = older.rename(older.with_name("fieldkit-20190222-090500.fkb"))
    for name in ("SITI NURAINI", "BUDI HARTONO"):
        add_people(store, name)
    back_up(store, here.folders.backups)
    store.close()
    for _ in range(2):
        here.restore(older)
        assert here.names() == []
