"""Backups in two places: each opened before it counts, told by its note, and let go when newer ones stand in for it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.errors import FileError
from fieldkit.host.clock import now_ms
from fieldkit.host.folders import Folders, open_folders
from fieldkit.store.database import Database
from fieldkit.store.keeping.backup import back_up, back_up_everywhere, outworn, places_of
from fieldkit.store.keeping.looking import in_second_place
from fieldkit.store.keeping.notes import BackupNote, KnownBackup, backups_in, note_of, note_path, write_note
from fieldkit.store.keeping.offered import Place, offered_file
from fieldkit.store.keeping.opening import open_store
from fieldkit.store.keeping.places import LaptopBook, keep_book
from fieldkit.store.store import Store
from tests.laptops import KEY, StillClock, add_people, add_user, laptop


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folders:
    monkeypatch.setattr("fieldkit.store.keeping.backup.carried_drive", lambda: None)
    return open_folders(tmp_path / "laptop")


@pytest.fixture
def store(folders: Folders) -> Store:
    store = laptop(folders.data)
    add_user(store)
    return store


def test_the_note_tells_whose_backup_it_is_and_how_far_it_goes(store: Store, folders: Folders) -> None:
    add_people(store, "SITI NURAINI")
    made = back_up_everywhere(store, folders).here
    note = note_of(made.path)
    assert note is not None
    assert (note.origin, note.last_number, note.made_ms) == (
        "3574-P2.1",
        store.meta.last_number,
        now_ms(store.clock),
    )
    assert note.verified_ms == note.made_ms
    assert b"SITI" not in note_path(made.path).read_bytes()
    assert KEY.hex().encode() not in note_path(made.path).read_bytes()


def test_the_second_place_has_the_same_backup_opened_there(store: Store, folders: Folders, tmp_path: Path) -> None:
    (tmp_path / "usb").mkdir()
    keep_book(folders.data, LaptopBook(second_folder=str(tmp_path / "usb")))
    add_people(store, "SITI NURAINI")
    made = back_up_everywhere(store, folders)
    assert (made.problem, made.second) == (None, tmp_path / "usb" / made.here.path.name)
    copy = Database(tmp_path / "usb" / made.here.path.name, KEY)
    assert copy.value("SELECT name FROM resident") == "SITI NURAINI"
    copy.close()
    assert note_of(tmp_path / "usb" / made.here.path.name) == note_of(made.here.path)


def test_a_second_place_that_is_not_plugged_in_hinders_nothing_and_is_told(
    store: Store, folders: Folders, tmp_path: Path
) -> None:
    keep_book(folders.data, LaptopBook(second_folder=str(tmp_path / "not there")))
    made = back_up_everywhere(store, folders)
    assert isinstance(made.problem, FileError)
    assert "tidak terpasang" in str(made.problem.title)
    assert made.here.path.exists()
    assert not (tmp_path / "not there").exists()


def test_a_stick_that_was_never_meant_for_it_gets_nothing_unasked(
    store: Store, folders: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr("fieldkit.store.keeping.backup.carried_drive", lambda: stick)
    assert back_up_everywhere(store, folders).second is None
    assert list(stick.iterdir()) == []
    store.clock.pass_by(minutes=1)  # type: ignore[attr-defined]
    asked = back_up_everywhere(store, folders, stick).second
    store.clock.pass_by(minutes=1)  # type: ignore[attr-defined]
    unasked = back_up_everywhere(store, folders).second
    assert asked is not None
    assert unasked is not None
    assert {asked.parent, unasked.parent} == {stick / "FieldKit" / "laptop"}


def test_a_copy_that_does_not_open_gets_no_name(
    store: Store, folders: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "usb").mkdir()
    keep_book(folders.data, LaptopBook(second_folder=str(tmp_path / "usb")))

    def half(source: Path, target: Path) -> None:
        target.write_bytes(source.read_bytes()[:20_000])

    monkeypatch.setattr("fieldkit.store.keeping.backup.copy_out", half)
    assert back_up_everywhere(store, folders).problem is not None
    assert list((tmp_path / "usb").iterdir()) == []


def test_old_backups_go_and_those_of_another_laptop_stay(store: Store, folders: Folders) -> None:
    foreign = folders.backups / "fieldkit-20190101-080000.fkb"
    foreign.write_bytes(b"of another laptop")
    write_note(foreign, BackupNote("3574-P9.1", "another", 1, 1, 1))
    for _ in range(9):
        store.clock.pass_by(minutes=10)  # type: ignore[attr-defined]
        back_up_everywhere(store, folders)
    kept = [each.path for each in backups_in(folders.backups)]
    assert len(kept) == 6
    assert foreign in kept
    assert len(list(folders.backups.iterdir())) == 12


def test_of_the_same_day_too_only_the_own_backups_go(store: Store, folders: Folders) -> None:
    told = now_ms(store.clock)
    foreign = [folders.backups / f"fieldkit-20190223-08000{number}.fkb" for number in range(7)]
    for number, path in enumerate(foreign):
        path.write_bytes(b"of another laptop")
        write_note(path, BackupNote("3574-P9.1", "another", told + number, number, told + number))
    nobodys = folders.backups / "fieldkit-20190223-070000.fkb"
    nobodys.write_bytes(b"without a note")
    for _ in range(6):
        store.clock.pass_by(minutes=10)  # type: ignore[attr-defined]
        back_up_everywhere(store, folders)
    kept = {each.path for each in backups_in(folders.backups)}
    assert {*foreign, nobodys} <= kept
    assert len(kept) == len(foreign) + 1 + 5


def of_one_image(tmp_path: Path, *prefixes: str) -> dict[str, tuple[Store, Folders]]:
    """Laptops that were set up from one disk image on which FieldKit had been opened, each enrolled by itself; they
    back up to one share."""
    share, made = tmp_path / "share", {}
    share.mkdir()
    for prefix in prefixes:
        folders = open_folders(tmp_path / prefix)
        (folders.data / "installation").write_text("0f" * 16, "ascii")
        keep_book(folders.data, LaptopBook(f"3574-{prefix}.1", second_folder=str(share)))
        store = laptop(folders.data, origin=f"3574-{prefix}.1")
        add_user(store)
        made[prefix] = store, folders
    return made


def test_backups_that_two_laptops_make_in_one_second_lie_beside_each_other_in_their_share(
    tmp_path: Path, folders: Folders
) -> None:
    for store, own in of_one_image(tmp_path, "P2", "P3").values():
        assert back_up_everywhere(store, own).problem is None
    notes = [each.note for each in backups_in(tmp_path / "share")]
    assert sorted(note.origin for note in notes if note) == ["3574-P2.1", "3574-P3.1"]


def test_a_laptop_of_the_same_image_lets_go_of_its_own_backups_alone(tmp_path: Path, folders: Folders) -> None:
    laptops = of_one_image(tmp_path, "P2", "P3")
    theirs = back_up_everywhere(*laptops["P2"]).second
    store, own = laptops["P3"]
    for _ in range(9):
        store.clock.pass_by(minutes=10)  # type: ignore[attr-defined]
        back_up_everywhere(store, own)
    kept = [each.path for each in backups_in(tmp_path / "share")]
    assert theirs in kept
    assert len(kept) == 6
    found = in_second_place(laptops["P2"][1])
    assert found is not None
    assert found.count == 1


def test_the_backup_that_was_just_made_stays_also_where_the_clock_was_put_back(store: Store, folders: Folders) -> None:
    for _ in range(11):
        store.clock.pass_by(days=1)  # type: ignore[attr-defined]
        back_up_everywhere(store, folders)
    store.clock.pass_by(days=-7000)  # type: ignore[attr-defined]
    made = back_up_everywhere(store, folders).here
    assert made.path in {each.path for each in backups_in(folders.backups)}
    assert note_path(made.path).exists()


@given(st.lists(st.integers(0, 60 * 24), max_size=60, unique=True))
def test_what_goes_is_never_the_newest_nor_the_last_of_one_of_the_last_ten_days(hours: list[int]) -> None:
    start = datetime(2019, 2, 23, tzinfo=UTC)

    def made(hour: int) -> KnownBackup:
        at_ms = int((start + timedelta(hours=hour)).timestamp() * 1000)
        return KnownBackup(Path(str(hour)), BackupNote("3574-P2.1", "a", at_ms, hour, at_ms))

    backups = [made(hour) for hour in hours]
    gone, days = outworn(backups), sorted({hour // 24 for hour in hours})[-10:]
    kept = [int(each.path.name) for each in backups if each not in gone]
    assert set(sorted(hours)[-5:]) <= set(kept)
    assert {max(hour for hour in hours if hour // 24 == day) for day in days} <= set(kept)
    assert len(kept) <= 15


def test_the_day_of_an_upgrade_keeps_its_last_backup_and_the_way_back() -> None:
    def made(minute: int, **more: str) -> KnownBackup:
        return KnownBackup(Path(str(minute)), BackupNote("3574-P2.1", "a", minute * 60_000, minute, 1, **more))  # type: ignore[arg-type]

    way_back, *later = [made(1, upgrade_to="0.9.0"), *(made(minute) for minute in range(2, 12))]
    assert [each.path.name for each in outworn([way_back, *later])] == ["6", "5", "4", "3", "2"]


def test_the_backup_that_goes_furthest_comes_first_whatever_the_clock_said(store: Store, folders: Folders) -> None:
    first = back_up(store, folders.backups)
    add_people(store, "SITI NURAINI")
    store.clock.pass_by(days=-7000)  # type: ignore[attr-defined]
    second = back_up(store, folders.backups)
    assert [each.path for each in backups_in(folders.backups)] == [second.path, first.path]


@pytest.mark.parametrize("content", [b"", b"{", b'{"origin": 1}', b"x" * 100_000])
def test_a_note_that_can_not_be_read_is_as_none(tmp_path: Path, content: bytes) -> None:
    note_path(tmp_path / "fieldkit-20190223-090500.fkb").write_bytes(content)
    assert note_of(tmp_path / "fieldkit-20190223-090500.fkb") is None


def test_a_note_of_a_newer_program_is_read_as_far_as_it_is_known(tmp_path: Path) -> None:
    note = BackupNote("3574-P2.1", "a", 1, 2, 3)
    told = msgspec.to_builtins(note) | {"new": True}
    note_path(tmp_path / "a.fkb").write_bytes(msgspec.json.encode(told))
    assert note_of(tmp_path / "a.fkb") == note


def test_nothing_is_kept_of_who_lives_where_beside_the_database(
    folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fieldkit.store.keeping.opening.database_key", lambda *_, **__: KEY)
    monkeypatch.setattr("fieldkit.store.keeping.opening.token_store", lambda *_: None)
    laptop(folders.data).close()
    open_store(folders, str, StillClock()).close()
    assert (folders.data / "laptop.json").read_bytes() == (
        b'{"origin":"3574-P2.1","regency_name":"Kota Probolinggo","second_folder":"","passed_over":[],'
        b'"former_folders":[],"former_laptops":[]}'
    )


def test_a_backup_that_somebody_chose_is_said_to_lie_where_it_lies(
    folders: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick, second, home = tmp_path / "stick", tmp_path / "second", tmp_path / "home"
    monkeypatch.setattr("fieldkit.store.keeping.offered.carried_drive", lambda: stick)
    keep_book(folders.data, LaptopBook(second_folder=str(second)))
    lying = {folders.backups: Place.HERE, second: Place.SECOND, stick / "P5": Place.STICK, home: Place.CHOSEN}
    assert {folder: offered_file(folders, folder / "a.fkb").place for folder in lying} == lying


def test_a_place_that_was_one_before_as_well_is_gone_through_once(folders: Folders, tmp_path: Path) -> None:
    usb = str(tmp_path / "usb")
    keep_book(folders.data, LaptopBook(second_folder=usb, former_folders=(usb, str(tmp_path / "kantor"))))
    assert places_of(folders) == [folders.backups, Path(usb), tmp_path / "kantor"]
