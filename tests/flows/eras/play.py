"""The files beside this one: a laptop and its centre as each former schema left them, with work that was not sent.

Each pair was made by the very program of its time: this script, with the names that its modules had then, run in the
root of its tree (the commit before the new migration) by
`.venv/bin/python -m tests.flows.eras.play WORK OUT laptop17-centre25`, with its own two numbers. They are packed, and
without encryption: nobody in them is real, and their key is that of all tests. A new schema needs a pair of the last
one: the test counts.
"""

from __future__ import annotations

import sys
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite
import zstandard

from fieldkit.domain.requests.service import Step
from fieldkit.host.places import migrations_dir
from fieldkit.records.tables import RESIDENT
from fieldkit.server.database import upgrade
from fieldkit.store.drafts import keep_draft
from fieldkit.work.table.outcomes import note_step
from tests.flows.enrolled import Laptop, ground_at
from tests.laptops import KEY, add_people, opened, registered


def edit(laptop: Laptop, person: str, **values: str) -> None:
    laptop.store.execute(lambda unit: unit.update(RESIDENT, person, **values))


def play(folder: Path) -> None:
    """A shift that goes on: sent in part, with a case that waits, an edit that was not fetched, and a draft."""
    url = f"sqlite:///{folder / 'centre.sqlite'}"
    upgrade(url, migrations_dir() / "centre")
    with ground_at(url, folder) as ground:
        here, other = ground.laptop("laptop"), ground.laptop("other")
        people = add_people(here.store, "SITI NURAINI", "BUDI HARTONO", "SUMIATI")
        opened(here.store)
        first = registered(here.store, people[0])
        here.store.execute(note_step, first.request_id, Step.RECORDED)
        assert here.sync().cause is None
        assert other.sync().cause is None
        ground.clock.pass_by(minutes=5)
        edit(other, people[1], nik="3574035211879931", phone="081234901131")
        edit(here, people[1], nik="3574035211879932")
        assert other.sync().cause is None
        assert here.sync().cause is None
        ground.clock.pass_by(minutes=5)
        edit(other, people[2], address="Jl. Ikan Tongkol 2")
        assert other.sync().cause is None
        second = registered(here.store, people[2])
        here.store.execute(note_step, second.request_id, Step.RECORDED)
        registered(here.store)
        edit(here, people[0], phone="081234901142")
        here.store.write_local(
            keep_draft, here.store.user, "register", '{"name": "RATNA SARI"}', ground.clock.now_utc()
        )


def packed(source: Path, key: bytes | None) -> bytes:
    """A database without its encryption, packed."""
    plain = source.with_suffix(".plain")
    database = sqlite.connect(str(source), isolation_level=None)
    if key:
        database.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        version = database.execute("PRAGMA user_version").fetchone()[0]
        database.execute("ATTACH DATABASE ? AS plain KEY ''", (str(plain),))
        database.execute("SELECT sqlcipher_export('plain')")
        database.execute(f"PRAGMA plain.user_version = {version}")
    else:
        database.execute("VACUUM INTO ?", (str(plain),))
    database.close()
    return zstandard.ZstdCompressor(level=19).compress(plain.read_bytes())


if __name__ == "__main__":
    work, out, name = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    work.mkdir(parents=True)
    play(work)
    (out / f"{name}-laptop.db.zst").write_bytes(packed(work / "laptop.db", KEY))
    (out / f"{name}-centre.db.zst").write_bytes(packed(work / "centre.sqlite", None))
