"""A revoked laptop whose work has arrived wipes itself, and nothing is wiped that still waits."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest
from keyring.errors import KeyringLocked
from test_token_in_keyring import ENROLMENT, opened

from fieldkit.domain.errors import BusyError, DiskFullError, KeyUnavailableError, StoreError
from fieldkit.host.folders import Folders, open_folders
from fieldkit.host.logs import open_log
from fieldkit.host.settings import SETTINGS_FILE, Settings, save_settings
from fieldkit.records.bundle import Span
from fieldkit.records.wire import Receipt
from fieldkit.store._errors import disk_full
from fieldkit.store.database import Database
from fieldkit.store.keeping import farewell
from fieldkit.store.keeping.backup import back_up, back_up_everywhere
from fieldkit.store.keeping.farewell import Farewell, begin_anew, farewell_of, finish_wiping, wipe
from fieldkit.store.keeping.notes import note_of, note_path, write_note
from fieldkit.store.keeping.opening import start_over
from fieldkit.store.keeping.places import DATABASE_FILE, laptop_book, set_aside_in
from fieldkit.store.keeping.safety import choose_second_place
from fieldkit.store.meta import Meta
from fieldkit.store.neighbours.carried import CarriedFile, CarriedFiles, keep_carried
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange
from tests.keyrings import RealKeyring
from tests.laptops import add_people, fresh_store


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return open_folders(tmp_path / "laptop")


@pytest.fixture
def store(folders: Folders, account_keyring: RealKeyring) -> Store:
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
    store: Store, folders: Folders, account_keyring: RealKeyring
) -> None:
    sent(store)
    back_up(store, folders.backups)
    told = wipe(store, folders)
    assert told == Farewell(2, 1_550_912_700_000, "X")
    assert farewell_of(folders) == told
    assert left_over(folders) == {"handed-in.json"}
    assert account_keyring.entries == {}


def test_nothing_is_wiped_while_something_waits(store: Store, folders: Folders, account_keyring: RealKeyring) -> None:
    sent(store)
    back_up(store, folders.backups)
    add_people(store, "BUDI HARTONO")
    before, entries = left_over(folders), dict(account_keyring.entries)
    assert wipe(store, folders) is None
    assert (left_over(folders), account_keyring.entries, farewell_of(folders)) == (before, entries, None)
    assert store.query(lambda d: d.value("SELECT count(*) FROM resident")) == 2
    store.close()


def test_nothing_is_wiped_while_a_file_of_another_laptop_waits_here(
    store: Store, folders: Folders, account_keyring: RealKeyring
) -> None:
    """It may be the only copy of a colleague's day."""
    sent(store)
    file = CarriedFile("0f" * 16, (Span("3574-P9.1", 1, 6),), "P9", "Meja 9", b"sealed")
    store.write_local(keep_carried, file, 1_550_912_700_000)
    before, entries = left_over(folders), dict(account_keyring.entries)
    assert wipe(store, folders) is None
    assert (left_over(folders), account_keyring.entries, farewell_of(folders)) == (before, entries, None)
    CarriedFiles(store).note_answer(file.digest, b"receipt", 1_550_912_800_000)
    assert wipe(store, folders) is not None


def test_what_another_program_on_the_laptop_wants_to_save_during_a_wipe_is_refused_and_never_called_saved(
    store: Store, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As `fieldkit load` beside the window."""
    sent(store)
    other, write = opened(folders), farewell._write
    other.query(lambda database: database.run("PRAGMA busy_timeout = 20"))

    def tried_meanwhile(*arguments: Any) -> None:
        with pytest.raises(BusyError):
            add_people(other, "BUDI HARTONO")
        write(*arguments)

    monkeypatch.setattr(farewell, "_write", tried_meanwhile)
    assert wipe(store, folders) is not None
    with pytest.raises(StoreError):
        add_people(other, "BUDI HARTONO")
    other.close()


def test_a_wipe_that_finds_no_room_changes_nothing_and_the_work_goes_on(
    store: Store, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent(store)

    def full(_: Path, __: bytes) -> None:
        raise disk_full()

    with monkeypatch.context() as patch:
        patch.setattr(farewell, "write_whole", full)
        with pytest.raises(DiskFullError):
            wipe(store, folders)
    assert farewell_of(folders) is None
    add_people(store, "BUDI HARTONO")
    store.close()


def test_a_wipe_that_the_database_can_not_note_takes_its_own_note_back(
    store: Store, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent(store)
    monkeypatch.setattr("fieldkit.store.store._NO_MORE", "INSERT INTO nowhere VALUES (1)")
    with pytest.raises(StoreError):
        wipe(store, folders)
    assert farewell_of(folders) is None
    add_people(store, "BUDI HARTONO")
    store.close()


def test_the_backup_of_another_laptop_stays(store: Store, folders: Folders, tmp_path: Path) -> None:
    other = fresh_store(tmp_path / "other.db", store.clock)
    theirs = back_up(other, folders.backups).path
    note_path(theirs).unlink()
    theirs = theirs.rename(theirs.with_name("fieldkit-20190101-000000.fkb"))
    other.close()
    back_up(store, folders.backups)
    sent(store)
    wipe(store, folders)
    assert list(folders.backups.iterdir()) == [theirs]


def test_data_that_was_set_aside_stays_for_the_office_and_is_told_of(store: Store, folders: Folders) -> None:
    asides = [folders.data / f"{DATABASE_FILE}.{state}" for state in ("damaged-1", "damaged-1-wal", "newer-1")]
    for aside in asides:
        aside.write_bytes(b"x")
    sent(store)
    assert set_aside_in(folders) == [asides[0], asides[2]]
    farewell = wipe(store, folders)
    assert farewell is not None
    assert farewell.has_data_aside
    assert left_over(folders) == {"handed-in.json", *(aside.name for aside in asides)}


def test_what_a_keyring_refused_is_finished_at_the_next_start(
    store: Store, folders: Folders, account_keyring: RealKeyring
) -> None:
    sent(store)
    account_keyring.error = KeyringLocked()
    with pytest.raises(KeyUnavailableError):
        wipe(store, folders)
    assert farewell_of(folders) is not None
    assert DATABASE_FILE not in left_over(folders)
    account_keyring.error = None
    finish_wiping(folders)
    assert account_keyring.entries == {}
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


@pytest.fixture
def lived_in(store: Store, folders: Folders, tmp_path: Path) -> Iterator[Path]:
    """Papers, settings, a log, halves of files, backups here and in a second place; yields that place."""
    second = tmp_path / "kantor"
    second.mkdir()
    choose_second_place(folders, str(second))
    back_up_everywhere(store, folders)
    (folders.documents / "FK-2019-02-23.pdf").write_bytes(b"%PDF-")
    (folders.documents / "Laporan").mkdir()
    (folders.documents / "Laporan" / "FK-2019-02-23.PDF").write_bytes(b"%PDF-")
    (folders.documents / ".laporan.xlsx.abcd1234").write_bytes(b"PK")
    (folders.data / f".{DATABASE_FILE}.restore").write_bytes(b"x")
    (folders.backups / ".fieldkit-20190223-090000.fkb.part").write_bytes(b"x")
    for half in (".key.json.abcd1234", ".laptop.json.abcd1234", ".settings.json.abcd1234", "settings.json.damaged-1"):
        (folders.data / half).write_bytes(b"x")
    save_settings(folders.data / SETTINGS_FILE, Settings(centre_url="https://pusat.contoh.go.id"))
    log = open_log(folders.logs)
    logging.getLogger("fieldkit").warning("LookupError")
    sent(store)
    yield second
    logging.getLogger().removeHandler(log)
    log.close()


def test_papers_settings_log_and_the_second_place_go_too_and_what_others_put_there_stays(
    store: Store, folders: Folders, account_keyring: RealKeyring, lived_in: Path
) -> None:
    foreign = [folders.documents / "catatan-saya.odt", lived_in / "foto.jpg"]
    for path in foreign:
        path.write_bytes(b"x")
    told = wipe(store, folders)
    assert told is not None
    assert (told.has_copy_elsewhere, told.backups) == (False, ())
    assert left_over(folders) == {"handed-in.json", foreign[0].name}
    assert list(lived_in.iterdir()) == [foreign[1]]
    assert account_keyring.entries == {}
    logging.getLogger("fieldkit").warning("afterwards")
    assert "LookupError" not in (folders.logs / "fieldkit.log").read_text("utf-8")


def test_what_a_copy_that_was_cut_off_left_in_the_second_place_goes_too(
    store: Store, folders: Folders, lived_in: Path
) -> None:
    """A note that lies there alone holds the key as well, sealed."""
    whole, *_ = lived_in.glob("*.fkb")
    cut_off = lived_in / "fieldkit-20190222-150000.fkb"
    note_path(cut_off).write_bytes(note_path(whole).read_bytes())
    for end in ("", "-journal"):
        (lived_in / f".{cut_off.name}.part{end}").write_bytes(b"x")
    alone = lived_in / "fieldkit-20190222-160000.fkb"
    note_path(alone).write_bytes(note_path(whole).read_bytes())
    other = lived_in / "fieldkit-20190222-170000.fkb"
    note_path(other).write_bytes(note_path(whole).read_bytes().replace(b"3574-P2.1", b"3574-P3.1"))
    theirs = note_of(other)
    assert theirs is not None
    write_note(other, msgspec.structs.replace(theirs, installation="of another laptop"))
    wipe(store, folders)
    assert list(lived_in.iterdir()) == [note_path(other)]


def test_what_a_laptop_of_the_same_disk_image_keeps_in_the_second_place_stays(
    store: Store, folders: Folders, lived_in: Path
) -> None:
    """Both have one key and one name of the installation, and each was enrolled by itself."""
    whole, *_ = lived_in.glob("*.fkb")
    theirs, bare = lived_in / "fieldkit-20190222-150000.fkb", lived_in / "fieldkit-20190222-160000.fkb"
    for path in (theirs, bare):
        path.write_bytes(whole.read_bytes())
        with closing(Database(path, store.key)) as database:
            Meta(database).put("origin", "3574-P3.1")
    note_path(theirs).write_bytes(note_path(whole).read_bytes().replace(b"3574-P2.1", b"3574-P3.1"))
    wipe(store, folders)
    assert set(lived_in.iterdir()) == {theirs, note_path(theirs), bare}


def test_what_it_was_before_it_began_as_a_new_laptop_goes_from_the_second_place_too(
    store: Store, folders: Folders, lived_in: Path
) -> None:
    opened(folders).close()
    start_over(folders)
    assert laptop_book(folders.data).laptops == ("3574-P2",)
    store.write_local(lambda database: Meta(database).put("origin", "3574-P7.1"))
    wipe(store, folders)
    assert list(lived_in.iterdir()) == []


def test_a_second_place_that_is_not_plugged_in_is_told(store: Store, folders: Folders, lived_in: Path) -> None:
    lived_in.rename(lived_in.with_name("away"))
    told = wipe(store, folders)
    assert told is not None
    assert told.has_copy_elsewhere
    assert farewell_of(folders) == told
    assert left_over(folders) == {"handed-in.json"}


def test_copies_of_before_another_place_was_chosen_go_as_well_or_are_told(
    store: Store, folders: Folders, lived_in: Path, tmp_path: Path
) -> None:
    gone = tmp_path / "usb"
    gone.mkdir()
    for place in (gone, tmp_path / "kantor baru"):
        place.mkdir(exist_ok=True)
        choose_second_place(folders, str(place))
        back_up_everywhere(store, folders)
    sent(store)
    gone.rename(tmp_path / "away")
    told = wipe(store, folders)
    assert told is not None
    assert told.has_copy_elsewhere
    assert [list(place.iterdir()) for place in (lived_in, tmp_path / "kantor baru")] == [[], []]
    assert list((tmp_path / "away").glob("*.fkb"))


class _PowerCut(BaseException):
    """The laptop is switched off just here."""


class _Countdown:
    """Lets so many steps be done, and cuts the power before the next one; no step after it is done either."""

    def __init__(self, steps: int) -> None:
        self.left = steps

    def before(self, act: Callable[..., Any]) -> Callable[..., Any]:
        def stepped(*args: Any, **kwargs: Any) -> Any:
            if self.left <= 0:
                raise _PowerCut
            self.left -= 1
            return act(*args, **kwargs)

        return stepped


@pytest.mark.parametrize("steps", [0, 1, 2, 3, 4, 6, 9, 13, 18, 24, 30])
def test_a_wipe_that_is_cut_off_anywhere_is_finished_at_the_next_start_and_never_leaves_half(
    store: Store, folders: Folders, account_keyring: RealKeyring, lived_in: Path, steps: int
) -> None:
    before = left_over(folders)
    with pytest.MonkeyPatch.context() as cut:
        countdown = _Countdown(steps)
        for name in ("unlink", "replace"):
            cut.setattr(Path, name, countdown.before(getattr(Path, name)))
        cut.setattr(RealKeyring, "delete_password", countdown.before(RealKeyring.delete_password))
        try:
            wipe(store, folders)
        except _PowerCut:
            pass
        else:
            assert countdown.left > 0
    if farewell_of(folders) is None:
        assert {name for name in left_over(folders) if not name.startswith(".handed-in.json.")} == before
        assert account_keyring.entries
        with closing(opened(folders)) as again:
            assert wipe(again, folders) is not None
    else:
        finish_wiping(folders)
    assert left_over(folders) == {"handed-in.json"}
    assert list(lived_in.iterdir()) == []
    assert account_keyring.entries == {}


def test_the_key_is_gone_before_any_file_is(
    store: Store, folders: Folders, account_keyring: RealKeyring, monkeypatch: pytest.MonkeyPatch, lived_in: Path
) -> None:
    """What is only deleted can be read from a disk as long as somebody has the key."""
    unlink, seen = Path.unlink, []

    def watched(path: Path, *, missing_ok: bool = False) -> None:
        if path.name == DATABASE_FILE:
            seen.append(dict(account_keyring.entries))
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", watched)
    wipe(store, folders)
    assert seen == [{}]
