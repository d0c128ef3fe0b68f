"""The power goes while the centre writes a backup, puts one back, or writes the receipt of a stick: what was told of is
there and whole, and half a one has no name."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from fieldkit.records.bundle import RECEIPT
from fieldkit.records.signed_file import read_file
from fieldkit.server.centre import open_centre
from fieldkit.server.commands.usb_desk import _take
from fieldkit.server.database import reading
from fieldkit.server.keeping.backup import back_up, restore
from fieldkit.server.regencies import epoch_of
from fieldkit.sync.bundle import make_bundle
from tests.faults.plugs import MOST_STEPS, Plug, plug_in
from tests.flows.enrolled import ground_at
from tests.laptops import REGENCY, add_people
from tests.postgres_cluster import MIGRATIONS

AFTERWARDS = 12
"""How often the power also goes a moment after it was told: half of what is not durable yet is there all the same."""
RESTORED_MS = 1_582_000_000_000

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="forks, and files are found by their handle"),
    pytest.mark.timeout(300),
]


@pytest.fixture
def plug(tmp_path: Path) -> Plug:
    return plug_in(tmp_path / "office")


@pytest.fixture
def database(sqlite_database: str, tmp_path: Path) -> str:
    """A centre to which a laptop has a bundle to bring."""
    with ground_at(sqlite_database, tmp_path) as ground:
        laptop = ground.laptop("laptop")
        add_people(laptop.store, "SITI NURAINI", "BUDI HARTONO")
        (tmp_path / "kiriman").write_bytes(make_bundle(laptop.store).content)
    return sqlite_database


def cut_at_each_step(plug: Plug, act: Callable[[Callable[[str], None]], None], look: Callable[[], None]) -> None:
    steps = 1
    while plug.pulled(act, steps):
        look()
        steps += 1
        assert steps < MOST_STEPS, "the steps never came to an end"
    assert steps > 2, "nothing was made durable"
    for _ in range(AFTERWARDS):
        look()
        assert not plug.pulled(act)
        assert plug.said
    look()


def test_a_backup_of_the_centre_that_was_told_of_outlives_the_power(plug: Plug, database: str) -> None:
    told: set[str] = set()

    def back_up_again(say: Callable[[str], None]) -> None:
        name = f"{len(told)}-{len(list(plug.folder.iterdir()))}.backup"
        back_up(database, plug.folder / name)
        say(name)

    def look() -> None:
        told.update(plug.said)
        found = list(plug.folder.glob("*.backup"))
        assert told <= {path.name for path in found}
        for path in found:
            back_up(f"sqlite:///{path}", plug.folder / "copy")
            (plug.folder / "copy").unlink()

    cut_at_each_step(plug, back_up_again, look)
    assert len(told) >= AFTERWARDS


def test_a_centre_that_was_put_back_is_there_after_the_power_went(plug: Plug, database: str, tmp_path: Path) -> None:
    backup, place = tmp_path / "centre.backup", plug.folder / "restored.sqlite"
    back_up(database, backup)

    def put_back(say: Callable[[str], None]) -> None:
        place.unlink(missing_ok=True)
        restore(f"sqlite:///{place}", backup, MIGRATIONS, now_ms=RESTORED_MS)
        say("there")

    def look() -> None:
        assert place.exists() or not plug.said
        if place.exists():
            with closing(open_centre(f"sqlite:///{place}")) as centre, reading(centre.engine) as connection:
                assert epoch_of(connection, REGENCY) == RESTORED_MS // 1000

    cut_at_each_step(plug, put_back, look)


def test_a_receipt_on_a_stick_that_was_told_of_is_there_and_whole(plug: Plug, database: str, tmp_path: Path) -> None:
    receipt = plug.folder / "bukti"

    def take(say: Callable[[str], None]) -> None:
        _take(tmp_path / "kiriman", database, receipt, MIGRATIONS)
        say("written")

    def look() -> None:
        if plug.said or receipt.exists():
            assert read_file(RECEIPT, receipt.read_bytes()).body
            receipt.unlink()

    cut_at_each_step(plug, take, look)
