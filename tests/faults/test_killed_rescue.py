"""A rescue that is killed leaves a copy of a broken laptop's data at the office: it goes with the next start or rescue,
and with a wipe, and one that goes on meanwhile keeps its own."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
import pytest

from fieldkit.host.clock import SystemClock
from fieldkit.host.escrow import open_rescue_key
from fieldkit.host.folders import Folders, open_folders
from fieldkit.records.tables import RESIDENT
from fieldkit.store.keeping.farewell import Farewell, begin_anew
from fieldkit.store.keeping.opening import open_store
from fieldkit.store.keeping.places import database_file
from fieldkit.store.keeping.rescue import opened_broken
from tests.faults.forks import Fate, forked, was_killed
from tests.keyrings import RealKeyring
from tests.rescuing import WORDS, rescue_key, sealed_laptop

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="SIGKILL and fork are of Unix; Windows has neither")


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """The database of a laptop that was sealed to the office."""
    return database_file(sealed_laptop(tmp_path / "broken"))


@pytest.fixture
def office(tmp_path: Path, account_keyring: RealKeyring) -> Folders:
    return open_folders(tmp_path / "office")


def look(office: Folders, broken: Path, fate: Fate) -> None:
    private = open_rescue_key(rescue_key().content, WORDS)
    with opened_broken(office, broken, private, SystemClock()) as store:
        fate.pass_by()
        assert store.query(lambda d: d.value(f"SELECT count(*) FROM {RESIDENT.name}")) == 1


def copies(office: Folders) -> list[Path]:
    return sorted(office.data.glob("rescue-*"))


@pytest.fixture
def killed(office: Folders, broken: Path) -> Path:
    """What a killed rescue left."""
    assert was_killed(forked(lambda: look(office, broken, Fate(1))))
    (left,) = copies(office)
    assert (left / "fieldkit.db").stat().st_size
    return left


def test_the_next_rescue_removes_it(office: Folders, broken: Path, killed: Path) -> None:
    look(office, broken, Fate(0))
    assert copies(office) == []


def test_the_next_start_removes_it_and_what_an_older_program_left(office: Folders, killed: Path) -> None:
    killed.rename(office.data / "rescue-a1b2c3d4")
    open_store(office, lambda: "", SystemClock()).close()
    assert copies(office) == []


def test_a_wipe_removes_it_also_where_a_rescue_seems_to_run(office: Folders, killed: Path) -> None:
    killed.rename(office.data / f"rescue-{os.getpid()}-a1b2c3d4")
    (office.data / "handed-in.json").write_bytes(msgspec.json.encode(Farewell(2, 0, "X")))
    begin_anew(office)
    assert copies(office) == []


def test_a_start_leaves_a_rescue_that_goes_on_alone(office: Folders, broken: Path) -> None:
    with opened_broken(office, broken, open_rescue_key(rescue_key().content, WORDS), SystemClock()) as store:
        (own,) = copies(office)
        open_store(office, lambda: "", SystemClock()).close()
        assert copies(office) == [own]
        assert store.query(lambda d: d.value(f"SELECT count(*) FROM {RESIDENT.name}")) == 1
    assert copies(office) == []
