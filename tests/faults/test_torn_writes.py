"""The power goes at every step of what a laptop writes: what was not synced yet is torn, gone or half there, names come
back. What was acknowledged is there once, the data opens, and a backup is whole or is none (invariant 1)."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from fieldkit.domain.errors import MissingError
from fieldkit.domain.people.sex import Sex
from fieldkit.host.clock import Clock
from fieldkit.host.folders import Folders, open_folders
from fieldkit.records.wire import Enrolment
from fieldkit.store.database import Database
from fieldkit.store.integrity.journal import chain_is_whole
from fieldkit.store.keeping.backup import back_up, back_up_everywhere, verified
from fieldkit.store.keeping.notes import backups_in
from fieldkit.store.keeping.opening import open_store
from fieldkit.store.keeping.own_key import own_key
from fieldkit.store.keeping.places import DATABASE_FILE
from fieldkit.store.keeping.restore import restore
from fieldkit.store.keeping.safety import choose_second_place
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.work.import_list import ImportList, import_list
from fieldkit.work.lists.rows import ListRow
from tests.faults.plugs import EVERY, MOST_STEPS, Plug, plug_in
from tests.keyrings import RealKeyring
from tests.laptops import (
    JATI,
    REGENCY,
    SATURDAY,
    StillClock,
    add_people,
    add_user,
    fresh_store,
    laptop,
    opened,
    registered,
)

PEOPLE = [
    ListRow(
        line=line, nik=f"{3574031211870000 + line}", nik_tail=None, kk=None, name=f"SITI {line}", birth_place=None,
        birth_date="1987-11-12", sex=Sex.FEMALE, marital=None, address=None, rt=None, rw=None, village_code=JATI,
        phone=None,
    )
    for line in range(2, 1_202)
]  # fmt: skip

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="forks, and files are found by their handle"),
    pytest.mark.timeout(900),
]


@pytest.fixture
def plug(tmp_path: Path) -> Plug:
    return plug_in(tmp_path / "laptop")


def reopened(plug: Plug) -> Store:
    store = fresh_store(plug.folder / "fieldkit.db", StillClock())
    assert store.query(chain_is_whole)
    assert store.query(Database.is_sound)
    return store


def requests_in(store: Store) -> list[str]:
    return [row[0] for row in store.query(lambda database: database.rows("SELECT id FROM service_request"))]


def test_invariant_1_what_was_acknowledged_outlives_the_power_at_every_step_of_a_save(plug: Plug) -> None:
    with closing(laptop(plug.folder)) as store:
        user = add_user(store)
        opened(store)

    def save(say: Callable[[str], None]) -> None:
        store = fresh_store(plug.folder / "fieldkit.db", StillClock())
        store.user = user
        # Few pages of the log fill it, so that a round of these also takes it in and begins it anew.
        store.query(lambda database: database.run("PRAGMA wal_autocheckpoint = 40"))
        for _ in range(3):
            say(registered(store).request_id)

    acknowledged: list[str] = []
    for step in range(1, MOST_STEPS, EVERY):
        was_reached = plug.pulled(save, step)
        acknowledged += plug.said
        with closing(reopened(plug)) as store:
            here = requests_in(store)
        assert set(acknowledged) <= set(here), step
        assert len(set(here)) == len(here) <= len(acknowledged) + step
        if not was_reached:
            break
    print(f"{step // EVERY} cuts, {plug.damaged} files torn, {len(acknowledged)} acknowledged, 0 lost, 0 doubled")
    assert not was_reached, "the steps never came to an end"
    assert plug.damaged > step // EVERY // 4


def test_an_import_that_the_power_ends_is_whole_or_was_never_begun_and_is_done_again(plug: Plug) -> None:
    with closing(laptop(plug.folder)) as store:
        user = add_user(store)

    def take(say: Callable[[str], None]) -> None:
        store = fresh_store(plug.folder / "fieldkit.db", StillClock())
        store.user = user
        # What does not fit into memory is written to the log before the commit.
        store.query(lambda database: database.run("PRAGMA cache_size = -256"))
        say(store.execute(import_list, ImportList("Daftar", SATURDAY, PEOPLE, reduced=False)).list_id)

    told = 0
    for step in range(1, MOST_STEPS, 11 * EVERY):
        was_reached = plug.pulled(take, step)
        told += len(plug.said)
        with closing(reopened(plug)) as store:
            lists = store.query(lambda database: database.value("SELECT count(*) FROM target_list"))
            people = store.query(lambda database: database.value("SELECT count(*) FROM resident"))
            assert told <= lists <= told + step
            assert people == (len(PEOPLE) if lists else 0), step
        if not was_reached:
            break
    assert not was_reached, "the steps never came to an end"
    assert lists


@pytest.mark.parametrize(("waits", "is_lost"), [("FULL", False), ("NORMAL", True)])
def test_a_commit_that_does_not_wait_for_the_disk_would_be_found_out(plug: Plug, waits: str, is_lost: bool) -> None:
    """The proof that the look is not blind; and why the store takes FULL."""
    with closing(laptop(plug.folder)) as store:
        user = add_user(store)
        opened(store)
        assert store.query(lambda database: database.value("PRAGMA synchronous")) == 2

    def save(say: Callable[[str], None]) -> None:
        store = fresh_store(plug.folder / "fieldkit.db", StillClock())
        store.user = user
        store.query(lambda database: database.run(f"PRAGMA synchronous = {waits}"))
        say(registered(store).request_id)
        os._exit(0)

    lost = 0
    for _ in range(8):
        assert not plug.pulled(save)
        with closing(reopened(plug)) as store:
            lost += not set(plug.said) <= set(requests_in(store))
    assert bool(lost) is is_lost


@pytest.fixture
def folders(plug: Plug, account_keyring: RealKeyring) -> Folders:
    """Those of a laptop that knows one person, with a backup, and a second one since then."""
    made = open_folders(plug.folder)
    told = Enrolment(
        device_id="d", token="token", origin="3574-P2.1", regency=REGENCY, regency_name="Kota Probolinggo",
        areas=[REGENCY], centre_key="00" * 32,
    )  # fmt: skip
    with closing(start(made)) as store:
        Exchange(store).adopt(told, "00" * 32, "http://127.0.0.1:1")
        add_user(store)
        add_people(store, "SITI NURAINI")
    with closing(start(made)) as store:
        back_up(store, made.backups)
        add_user(store)
        add_people(store, "BUDI SANTOSO")
    return made


def start(folders: Folders, clock: Clock | None = None) -> Store:
    return open_store(folders, lambda: "", clock or StillClock())


def names(folders: Folders) -> list[str]:
    with closing(start(folders)) as store:
        return sorted(row[0] for row in store.query(lambda database: database.rows("SELECT name FROM resident")))


def test_a_backup_that_was_told_of_outlives_the_power_and_half_a_one_is_none(plug: Plug, folders: Folders) -> None:
    choose_second_place(folders, str(plug.folder / "second"))
    (plug.folder / "second").mkdir()
    clock = StillClock()

    def back_up_again(say: Callable[[str], None]) -> None:
        with closing(start(folders, clock)) as store:
            made = back_up_everywhere(store, folders)
            assert made.problem is None
            say(f"{made.here.path}\n{made.second}")

    def cut_at(step: int) -> bool:
        clock.pass_by(minutes=1)
        was_reached = plug.pulled(back_up_again, step)
        with closing(start(folders, clock)) as store:
            found = [each.path for place in ("backups", "second") for each in backups_in(plug.folder / place)]
            for path in found:
                verified(path, store.key)
        assert found, step
        assert {Path(said) for said in plug.said} <= set(found), step
        return was_reached

    assert any(not cut_at(step) for step in range(1, MOST_STEPS, EVERY)), "the steps never came to an end"
    # And a few times after it was told that it is there.
    assert not any(cut_at(0) for _ in range(6))
    assert len(plug.said) == 2


def test_a_restore_that_the_power_ends_leaves_the_old_data_or_the_new_and_is_done_again(
    plug: Plug, folders: Folders, tmp_path: Path
) -> None:
    before = shutil.copytree(plug.folder, tmp_path / "before")
    backup = backups_in(folders.backups)[0].path
    outcomes = set()
    for step in range(1, MOST_STEPS, EVERY):
        was_reached = plug.pulled(lambda say: say(str(restore(folders, backup, lambda: "").aside)), step)
        try:
            found = names(folders)
        except MissingError:
            found = []
        outcomes.add(len(found))
        assert found in ([], ["SITI NURAINI"], ["BUDI SANTOSO", "SITI NURAINI"]), step
        assert found == ["SITI NURAINI"] or not plug.said, step
        assert len(found) == 2 or aside_is_whole(folders), step
        restore(folders, backup, lambda: "")
        assert names(folders) == ["SITI NURAINI"], step
        if not was_reached:
            break
        shutil.rmtree(plug.folder)
        shutil.copytree(before, plug.folder)
    assert not was_reached, "the steps never came to an end"
    assert outcomes >= {1, 2}


def aside_is_whole(folders: Folders) -> bool:
    """Whether what was there before lies beside it, as it was."""
    key = own_key(folders, lambda: "")
    assert key is not None
    with closing(Database(folders.data / f"{DATABASE_FILE}.replaced-1", key)) as aside:
        return aside.value("SELECT count(*) FROM resident") == 2
