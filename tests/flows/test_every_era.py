"""A laptop and a centre of every former schema, with work that was not sent, are brought to this one.

They were written by the programs of their time (`eras/play.py`). All that waited arrives once, and the chains verify.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
import sqlcipher3.dbapi2 as sqlite
import zstandard
from litestar.testing import TestClient

from fieldkit.domain.errors import DiskFullError, TooNewError, UpgradeError
from fieldkit.domain.identifiers import UserId
from fieldkit.host.clock import now_ms
from fieldkit.host.folders import Folders, open_folders
from fieldkit.host.places import migrations_dir
from fieldkit.records.journal import read_header
from fieldkit.records.tables import APP_USER, TABLES
from fieldkit.server.centre import Centre, open_centre
from fieldkit.server.database import open_engine, reading, upgrade, writing
from fieldkit.server.doorway.routes import build_app
from fieldkit.server.ledger.journal import is_whole
from fieldkit.store import upgrade as upgrading
from fieldkit.store._errors import disk_full
from fieldkit.store.database import SCHEMA_VERSION, Database
from fieldkit.store.drafts import draft
from fieldkit.store.integrity.journal import chain_is_whole
from fieldkit.store.keeping import before_upgrade, opening, restore
from fieldkit.store.keeping.backup import verified
from fieldkit.store.keeping.notes import note_of, note_path
from fieldkit.store.keeping.places import DATABASE_FILE
from fieldkit.store.keeping.tampering import look_through
from fieldkit.store.queries.shifts import current_shift
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.sync.engine import connect
from fieldkit.sync.progress import SyncOutcome
from tests.flows.enrolled import URL, WeatheredLine
from tests.laptops import KEY, REGENCY, StillClock, registered
from tests.postgres_cluster import Cluster

ERAS = Path(__file__).parent / "eras"
CENTRE = migrations_dir() / "centre"
NAMES = sorted(path.name.removesuffix("-laptop.db.zst") for path in ERAS.glob("*-laptop.db.zst"))
FIRST = NAMES[0]


@dataclass
class Era:
    """A laptop's folders as an old program left them."""

    folders: Folders
    clock: StillClock

    @property
    def file(self) -> Path:
        return self.folders.data / DATABASE_FILE

    def open(self) -> Store:
        """As the program does at its start; the operator of that day goes on."""
        store = opening.open_store(self.folders, str, self.clock)
        store.user = store.query(lambda d: UserId(d.value(f"SELECT id FROM {APP_USER.name} WHERE role = 'lead'")))
        return store

    def version(self) -> int:
        with closing(Database(self.file, KEY)) as database:
            return database.version

    def facts(self) -> list[tuple[Any, ...]]:
        """All that was ever written here: origin, number, table, row, and whether it waits."""
        with closing(Database(self.file, KEY)) as database:
            return database.rows("SELECT origin, number, table_name, row_id, verdict IS NULL, chain FROM journal")

    def backups(self) -> list[Path]:
        found = sorted(self.folders.backups.glob("*.fkb"))
        assert sorted(self.folders.backups.iterdir()) == sorted([*found, *map(note_path, found)])
        return found


@pytest.fixture
def era(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Era:
    return era_in(tmp_path, getattr(request, "param", FIRST), monkeypatch)


def era_in(folder: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> Era:
    monkeypatch.setattr(opening, "database_key", lambda *_, **__: KEY)
    monkeypatch.setattr(restore, "own_key", lambda *_: KEY)
    made = Era(open_folders(folder / "laptop"), StillClock())
    made.clock.pass_by(hours=1)
    encrypt(unpacked(name, "laptop", folder), made.file)
    return made


def unpacked(name: str, kind: str, folder: Path) -> Path:
    path = folder / f"{kind}.plain"
    path.write_bytes(zstandard.ZstdDecompressor().decompress((ERAS / f"{name}-{kind}.db.zst").read_bytes()))
    return path


def encrypt(plain: Path, target: Path) -> None:
    with closing(sqlite.connect(str(plain), isolation_level=None)) as database:
        version = database.execute("PRAGMA user_version").fetchone()[0]
        database.execute(f"ATTACH DATABASE ? AS sealed KEY \"x'{KEY.hex()}'\"", (str(target),))
        database.execute("SELECT sqlcipher_export('sealed')")
        database.execute(f"PRAGMA sealed.user_version = {version}")


@contextmanager
def centre_of(name: str, url: str, folder: Path) -> Iterator[Centre]:
    """The centre of that day, brought to this one's schema with all that it held."""
    plain = unpacked(name, "centre", folder)
    if url.startswith("sqlite"):
        plain.rename(url.removeprefix("sqlite:///"))
    else:
        _copy_into(url, plain)
    upgrade(url, CENTRE)
    with closing(open_centre(url)) as centre:
        yield centre


def _copy_into(url: str, plain: Path) -> None:
    source = sa.create_engine(f"sqlite:///{plain}")
    with reading(source) as connection:
        upgrade(url, CENTRE, connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())
        target, tables = open_engine(url), sa.MetaData()
        with writing(target) as to:
            tables.reflect(to)
            for table in tables.sorted_tables:
                rows = [dict(row) for row in connection.execute(sa.text(f'SELECT * FROM "{table.name}"')).mappings()]
                to.execute(table.delete())
                if rows:
                    to.execute(table.insert(), rows)
        target.dispose()
    source.dispose()


@contextmanager
def rounds(store: Store, centre: Centre) -> Iterator[Any]:
    """What lets the laptop sync."""
    with TestClient(build_app(centre, clock=lambda: now_ms(store.clock)), base_url=URL) as client:
        store.write_local(lambda database: database.run("UPDATE meta SET value = ? WHERE key = 'centre_url'", URL))
        with closing(connect(Exchange(store), store.clock, lambda _: None, WeatheredLine(client._transport))) as engine:
            yield lambda: engine.run(threading.Event())


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_centre(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'centre.sqlite'}"
        return
    cluster: Cluster = request.getfixturevalue("postgres_cluster")
    url = cluster.empty_database()
    yield url.render_as_string(hide_password=False)
    cluster.drop(url.database)


def test_there_is_a_pair_of_every_former_schema_of_laptop_and_centre() -> None:
    laptops = {int(name[len("laptop") :][:2]) for name in NAMES}
    centres = {int(name[-2:]) for name in NAMES}
    lacking = [
        *(f"laptop{number:02}" for number in range(1, SCHEMA_VERSION) if number not in laptops),
        *(f"centre{number:02}" for number in range(1, _newest_of_centre()) if number not in centres),
    ]
    assert not lacking, f"no pair of {', '.join(lacking)}: tests/flows/eras/play.py tells how one is made"


def _newest_of_centre() -> int:
    return len(list((CENTRE / "versions").glob("*.py")))


@pytest.mark.parametrize("era", NAMES, indirect=True, ids=str)
def test_invariants_1_3_and_6_what_waited_in_any_former_schema_arrives_once(
    era: Era, empty_centre: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    before, name = era.facts(), request.node.callspec.params["era"]
    assert any(waits for *_, waits, _ in before)
    with closing(era.open()) as store, centre_of(name, empty_centre, tmp_path) as centre:
        assert [(*each[:4], each[5]) for each in before] == [(*each[:4], each[5]) for each in era.facts()]
        assert store.query(draft, store.user, "register") == '{"name": "RATNA SARI"}'
        assert store.query(current_shift) is not None
        assert not look_through(store)
        registered(store)
        with rounds(store, centre) as sync:
            require_all_sent(sync())
            require_all_sent(sync())
        assert store.query(chain_is_whole)
        assert not look_through(store), "an upgrade is no tampering"
        assert store.query(Database.is_sound)
        require_equal(store, centre)
        require_once(store, centre, before)


def require_all_sent(outcome: SyncOutcome) -> None:
    assert outcome.cause is None
    assert outcome.all_sent


def require_equal(store: Store, centre: Centre) -> None:
    """Laptop and centre hold the same rows (invariant 5)."""
    for table in TABLES:
        sql = f"SELECT {', '.join(('id', 'regency', 'area', 'version', *table.column_names))} FROM {table.name}"
        with reading(centre.engine) as connection:
            there = [tuple(row) for row in connection.execute(sa.text(f"{sql} WHERE regency = '{REGENCY}'"))]
        here = [tuple(row) for row in store.query(lambda database, sql=sql: database.rows(sql))]
        assert sorted(here, key=str) == sorted(there, key=str), table.name


def require_once(store: Store, centre: Centre, before: list[tuple[Any, ...]]) -> None:
    """The centre has each change of the laptop, once, and its journal verifies."""
    with reading(centre.engine) as connection:
        origins = {origin for origin, *_ in before}
        assert all(is_whole(connection, (REGENCY, origin)) for origin in origins)
        found = connection.execute(sa.text("SELECT origin, number, header FROM journal")).all()
    held = [(origin, number, read_header(bytes(header)).row) for origin, number, header in found if origin in origins]
    assert len(held) == len(set(held)) == len(before) + 2, "and the one that was registered after the upgrade"
    assert {(origin, number, row) for origin, number, _, row, *_ in before} <= set(held)


def test_before_an_upgrade_the_data_is_backed_up_and_the_former_program_can_go_back_to_it(era: Era) -> None:
    before, version = era.facts(), era.version()
    era.open().close()
    assert era.version() == SCHEMA_VERSION

    (backup,) = era.backups()
    assert verified(backup, KEY) == max(number for _, number, *_ in before)
    note = note_of(backup)
    assert note is not None
    assert (note.schema, note.last_number) == (version, max(number for _, number, *_ in before))
    with closing(Database(backup, KEY)) as copy:
        assert copy.version == version
        assert copy.rows("SELECT origin, number, table_name, row_id, verdict IS NULL, chain FROM journal") == before


def test_a_backup_of_before_the_upgrade_is_restored_and_brought_up_again(era: Era) -> None:
    waiting = sum(waits for *_, waits, _ in era.facts())
    era.open().close()
    restore.restore(era.folders, era.backups()[0], str)
    with closing(era.open()) as store:
        assert Exchange(store).waiting() == waiting + 1, "what waited, and the word of the restore"


def test_nothing_is_brought_up_where_there_is_no_room_for_the_backup(era: Era, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise disk_full()

    monkeypatch.setattr(before_upgrade, "verified", refuse)
    before, version = era.facts(), era.version()
    with pytest.raises(DiskFullError):
        era.open()
    assert (era.facts(), era.version(), era.backups()) == (before, version, [])


def test_an_upgrade_that_fails_changes_nothing_and_says_what_to_do(era: Era, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Database) -> None:
        raise KeyError("a fault in a migration")

    before, version = era.facts(), era.version()
    with monkeypatch.context() as patch:
        patch.setattr(upgrading, "derive_all", fail)
        for _ in range(2):
            with pytest.raises(UpgradeError) as told:
                era.open()
            era.clock.pass_by(minutes=1)
    assert told.value.retry
    assert (era.facts(), era.version()) == (before, version)
    assert len(era.backups()) == 1, "the backup of the first try gives way to the second one's"
    era.open().close()
    assert era.version() == SCHEMA_VERSION


@pytest.mark.skipif(not hasattr(os, "fork"), reason="SIGKILL and fork are of Unix; Windows has neither")
def test_a_laptop_that_is_killed_in_the_middle_of_an_upgrade_begins_it_again(era: Era) -> None:
    before, moments = era.facts(), 0
    while _killed_at(era, 1 + 13 * moments):
        assert era.facts() == before
        assert era.version() in (1, SCHEMA_VERSION)
        moments += 1
    assert era.version() == SCHEMA_VERSION
    assert moments > 10, "the kills never came between the steps"
    with closing(era.open()) as store:
        assert store.query(chain_is_whole)
        assert store.query(lambda d: d.value("SELECT count(*) FROM cursor")) == 0
    assert [path.suffix for path in era.backups()] == [".fkb"]


def _killed_at(era: Era, moment: int) -> bool:
    """Open the data in a process that is killed before the so-manieth statement."""
    child = os.fork()
    if child == 0:
        left = moment

        def pass_by(_: str) -> None:
            nonlocal left
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        begin = Database.__init__

        def traced(self: Database, path: Path, key: bytes) -> None:
            begin(self, path, key)
            self.connection.set_trace_callback(pass_by)

        Database.__init__ = traced  # type: ignore[method-assign]
        try:
            era.open()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def test_a_former_program_leaves_the_data_of_a_newer_one_alone(era: Era, monkeypatch: pytest.MonkeyPatch) -> None:
    era.open().close()
    before = era.facts()
    monkeypatch.setattr("fieldkit.store.database.SCHEMA_VERSION", SCHEMA_VERSION - 1)
    with pytest.raises(TooNewError) as told:
        era.open()
    assert "FieldKit" in str(told.value.advice)
    assert (era.facts(), era.version()) == (before, SCHEMA_VERSION)
