"""Power cuts: SIGKILL at random moments of save, close, import and sync; after every second one the disk holds only
what was synced, and of the rest what a disk could hold. Every acknowledged record is there once, and every list whole.
Meanwhile the centre is killed, one of its processes, a backend of its PostgreSQL, and the whole cluster.

CI kills always at the same moments; `python3 dev.py soak --kills N --database postgresql` as often as it is told, at
others each time.
"""

from __future__ import annotations

import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from dataclasses import field as attribute
from pathlib import Path

import psutil
import psycopg
import pytest
import sqlalchemy as sa

from fieldkit.domain.people.sex import Sex
from fieldkit.domain.requests.service import Step
from fieldkit.host.places import migrations_dir
from fieldkit.server.centre import open_centre
from fieldkit.server.devices.enrolment import issue_code
from fieldkit.server.office.writing import add_user
from fieldkit.server.regencies import add_regency
from fieldkit.store.database import Database
from fieldkit.store.integrity.journal import chain_is_whole
from fieldkit.store.keeping.tampering import look_through, seal_some
from fieldkit.store.queries.shifts import current_shift
from fieldkit.store.queries.table.registration import queue
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.sync.doorway import Doorway
from fieldkit.sync.engine import connect
from fieldkit.sync.enrolment import enrol
from fieldkit.sync.progress import SyncOutcome
from fieldkit.work.closing.figures import figures_of
from fieldkit.work.closing.table import CloseShift, close_shift
from fieldkit.work.import_list import ImportList, import_list
from fieldkit.work.lists.rows import ListRow
from fieldkit.work.sign_in import Signer, check_in, set_first_pin
from fieldkit.work.table.outcomes import note_step
from tests.faults.power import Recorder, cut_power, stamps
from tests.laptops import JATI, KEY, REGENCY, SATURDAY, StillClock, opened, registered
from tests.patience import PATIENCE_S, until
from tests.postgres_cluster import Cluster, durable_cluster, plain
from tests.server.served_centre import command

KILLS = int(os.environ.get("FIELDKIT_SOAK_KILLS", "200"))
SEED = int(os.environ.get("FIELDKIT_SOAK_SEED", "20190223"))
PIN = "274913"

TABLES = ("shift_opening", "service_request", "request_step", "closing", "target_list")
HALF_LISTS = """
SELECT id FROM target_list WHERE row_count <> (SELECT count(*) FROM resident WHERE list_id = target_list.id)
"""
PEOPLE = 600
DATABASE = os.environ.get("FIELDKIT_SOAK_DATABASE", "sqlite")
STRIKE_EVERY = 5 if "FIELDKIT_SOAK_KILLS" in os.environ else 20
"""CI strikes the centre at every twentieth kill of the laptop: it takes seconds to come back."""

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="SIGKILL, fork, and files that are found by their handle"
)


@dataclass
class Centre:
    """A centre that is killed, and comes back at its address."""

    database: str
    cluster: Cluster | None
    port: int
    process: subprocess.Popen[str] | None = None
    kills: Counter[str] = attribute(default_factory=Counter)

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    def begin(self) -> None:
        """Listen; begun again, as by a service manager, while the database is still on its way back."""
        until(self._listens)

    def _listens(self) -> bool:
        """Whether it came up; several processes where the database lets them."""
        workers = ("--workers", "2") if self.cluster else ()
        words = command("run", "--database", self.database, "--port", str(self.port), *workers)
        self.process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert self.process.stdout is not None
        is_ready = self.process.stdout.readline().startswith("ready")
        if not is_ready:
            self.end()
        return is_ready

    def end(self) -> None:
        """Kill it with all its processes."""
        assert self.process is not None
        assert self.process.stdout is not None
        children: list[psutil.Process] = []
        with suppress(psutil.NoSuchProcess):
            children = psutil.Process(self.process.pid).children(recursive=True)
        self.process.kill()
        for each in children:
            with suppress(psutil.NoSuchProcess):
                each.kill()
        psutil.wait_procs(children, PATIENCE_S)
        self.process.wait(PATIENCE_S)
        self.process.stdout.close()

    def strike(self, choice: random.Random) -> None:
        """Kill a part of it, which comes back."""
        kinds = ("centre", "worker", "backend", "cluster") if self.cluster else ("centre",)
        kind = choice.choice(kinds)
        self.kills[kind] += 1
        if kind == "worker":
            self._kill_worker(choice)
        elif kind == "backend":
            self._kill_backend(choice)
        elif kind == "cluster" and self.cluster:
            self.cluster.crash()
        else:
            self.end()
            self.begin()

    def _kill_worker(self, choice: random.Random) -> None:
        assert self.process is not None
        if workers := [
            each for each in psutil.Process(self.process.pid).children() if "spawn_main" in str(each.cmdline())
        ]:
            choice.choice(workers).kill()

    def _kill_backend(self, choice: random.Random) -> None:
        """PostgreSQL ends all others then, and recovers by its log."""
        url = sa.make_url(self.database)
        with psycopg.connect(plain(url), autocommit=True) as asking:
            sql = "SELECT pid FROM pg_stat_activity WHERE datname = %s AND pid <> pg_backend_pid()"
            if backends := asking.execute(sql, (url.database,)).fetchall():
                os.kill(choice.choice(backends)[0], signal.SIGKILL)


@dataclass
class Field:
    """A laptop's folder and its centre."""

    folder: Path
    centre: Centre
    user: str
    signer: Signer
    torn: int = 0
    """After how many kills the disk did not hold what the process had written."""
    acknowledged: list[tuple[str, str]] = attribute(default_factory=list)


@pytest.fixture
def database(request: pytest.FixtureRequest) -> Iterator[tuple[str, Cluster | None]]:
    """A migrated, empty database, and the cluster that may be stopped under it."""
    if DATABASE == "sqlite":
        yield request.getfixturevalue("sqlite_database"), None
        return
    with tempfile.TemporaryDirectory(prefix="fieldkit-pg-") as place, durable_cluster(Path(place)) as cluster:
        yield cluster.fresh_database().render_as_string(hide_password=False), cluster


@pytest.fixture
def field(tmp_path: Path, database: tuple[str, Cluster | None]) -> Iterator[Field]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        falling = Centre(*database, free.getsockname()[1])
    with closing(open_centre(falling.database)) as centre:
        now_ms = int(StillClock().now_utc().timestamp() * 1000)
        add_regency(centre, REGENCY, "Kota Probolinggo")
        user, start_code = add_user(centre, REGENCY, name="Rina Wulandari", role="lead", now_ms=now_ms)
        code = issue_code(centre, REGENCY, [REGENCY], now_ms=10**13)
    laptop = tmp_path / "laptop"
    laptop.mkdir()
    falling.begin()
    try:
        with closing(open_store(laptop)) as store, closing(Doorway(falling.address)) as doorway:
            enrol(doorway, Exchange(store), code, "Laptop P1")
            sync(store)
            set_first_pin(store, user, start_code, PIN)
            signer = check_in(store, user, PIN)
        yield Field(laptop, falling, user, signer)
    finally:
        falling.end()


def open_store(folder: Path) -> Store:
    return Store(folder / "fieldkit.db", KEY, migrations_dir(), StillClock())


def sync(store: Store) -> SyncOutcome:
    with closing(connect(Exchange(store), store.clock, lambda _: None)) as engine:
        return engine.run(threading.Event())


def work_until_killed(field: Field, say: int, number: int) -> None:
    """Save, close and sync without end; say each save after it was acknowledged."""
    store = open_store(field.folder)
    store.user = field.user
    choice = random.Random(SEED + number)
    while True:
        act = choice.choice(["save", "save", "save", "save", "close", "sync", "sync", "import", "seal"])
        if act == "sync":
            sync(store)
        elif act == "seal":
            seal_some(store)
        elif act == "import":
            take_list(store, say, choice)
        elif act == "close" and store.query(current_shift):
            close(store, field.signer, say)
        else:
            save(store, say)


def close(store: Store, signer: Signer, say: int) -> None:
    """Close the shift; whoever a power cut left in the queue goes home first."""
    shift = store.query(current_shift)
    assert shift is not None
    for entry in store.query(queue, shift.id):
        step = store.execute(note_step, entry.request_id, Step.LEFT_QUEUE)
        os.write(say, f"request_step {step}\n".encode())
    on_hand = store.query(figures_of, shift.id).stock.on_hand
    os.write(say, f"closing {store.execute(close_shift, CloseShift(shift.id, on_hand), signer)}\n".encode())


def take_list(store: Store, say: int, choice: random.Random) -> None:
    """A list of several commands, of people whom nobody knows yet."""
    first = choice.randrange(10**12)
    rows = [person(first + line, line) for line in range(2, 2 + PEOPLE)]
    done = store.execute(import_list, ImportList("Daftar", SATURDAY, rows, reduced=False))
    os.write(say, f"target_list {done.list_id}\n".encode())


def person(number: int, line: int) -> ListRow:
    return ListRow(
        line=line, nik=f"{3574 * 10**12 + number:016}", nik_tail=None, kk=None, name=f"SITI {line}", birth_place=None,
        birth_date="1987-11-12", sex=Sex.FEMALE, marital=None, address=None, rt=None, rw=None, village_code=JATI,
        phone=None,
    )  # fmt: skip


def save(store: Store, say: int) -> None:
    if store.query(current_shift) is None:
        os.write(say, f"shift_opening {opened(store)}\n".encode())
    done = registered(store)
    os.write(say, f"service_request {done.request_id}\n".encode())
    step = store.execute(note_step, done.request_id, Step.RECORDED)
    os.write(say, f"request_step {step}\n".encode())


@dataclass
class Doom:
    """Kills its process in the middle of what it writes, some steps after its time has come."""

    choice: random.Random
    at_s: float = float("inf")
    grace_s: float = 0.3
    """Whoever writes nothing is killed all the same."""

    def __post_init__(self) -> None:
        self.steps = self.choice.randint(1, 30)

    def pass_by(self) -> None:
        """A step of the disk."""
        self.steps -= time.monotonic() > self.at_s
        if not self.steps:
            os.kill(os.getpid(), signal.SIGKILL)


def kill_once(field: Field, number: int, choice: random.Random) -> None:
    """Let a process work, kill it, and keep what it had acknowledged; every second time the power goes with it."""
    listen, say = os.pipe()
    ledger = field.folder.with_name("ledger") if number % 2 else None
    after_s, begun, doom = choice.uniform(0.02, 0.4), stamps(field.folder), Doom(choice)
    child = os.fork()
    if child == 0:
        os.close(listen)
        try:
            if ledger:
                Recorder(ledger, field.folder, doom.pass_by).install()
                doom.at_s = time.monotonic() + after_s
            work_until_killed(field, say, number)
        except BaseException:
            traceback.print_exc(file=sys.__stderr__)
        finally:
            os._exit(1)
    os.close(say)
    is_struck = number % STRIKE_EVERY == STRIKE_EVERY - 1
    if is_struck:
        time.sleep(after_s)
        field.centre.strike(choice)
    timer = threading.Timer(after_s + doom.grace_s * bool(ledger), os.kill, (child, signal.SIGKILL))
    timer.start()
    told = b""
    while block := os.read(listen, 65536):
        told += block
    os.close(listen)
    timer.join()
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL, "the process ended before it was killed"
    field.acknowledged += [tuple(line.split()) for line in told.decode().splitlines()]  # type: ignore[misc]
    field.torn += bool(ledger and cut_power(ledger, field.folder, begun, choice))


@pytest.mark.timeout(max(900, 8 * KILLS))
def test_invariant_1_every_acknowledged_record_survives_sigkill_and_power_cut_once(field: Field) -> None:
    print(f"seed {SEED}")
    choice = random.Random(SEED)
    for number in range(KILLS):
        kill_once(field, number, choice)
        store = open_store(field.folder)
        assert store.query(chain_is_whole), f"kill {number}"
        if number % 20 == 0:
            assert store.query(Database.is_sound), f"kill {number}"
            assert not look_through(store), f"kill {number} is no tampering"
        store.close()
    assert len(field.acknowledged) > KILLS, "the kills left no time to work"
    assert field.torn > KILLS // 10, "the power went only when nothing was under way"
    store = open_store(field.folder)
    until(lambda: sync(store).all_sent)
    report(store, field)
    assert not look_through(store), "a power cut is no tampering"
    assert store.query(Database.is_sound)
    store.close()


def report(store: Store, field: Field) -> None:
    """What became of what was acknowledged, counted at both ends; and whether every list is whole there."""
    killed = ", ".join(f"{count} of the {kind}" for kind, count in sorted(field.centre.kills.items()))
    print(f"{KILLS} kills of the laptop, {killed} of {DATABASE}")
    print(f"{'':16}{'kills':>8}{'torn':>8}{'acknowledged':>14}{'lost':>6}{'doubled':>9}")
    engine = sa.create_engine(field.centre.database)
    found = []
    with engine.connect() as centre:
        for table in TABLES:
            told = [row for name, row in field.acknowledged if name == table]
            here = [row[0] for row in store.query(lambda d, table=table: d.rows(f"SELECT id FROM {table}"))]
            there = [row[0] for row in centre.execute(sa.text(f"SELECT id FROM {table}"))]
            lost, doubled = len(set(told) - (set(here) & set(there))), len(there) - len(set(there))
            print(f"{table:16}{KILLS:8}{field.torn:8}{len(told):14}{lost:6}{doubled:9}")
            found.append((table, lost, doubled, sorted(here) == sorted(there), len(here) - len(set(here))))
        halves = centre.execute(sa.text(HALF_LISTS)).fetchall() + store.query(lambda d: d.rows(HALF_LISTS))
    engine.dispose()
    assert halves == []
    assert found == [(table, 0, 0, True, 0) for table in TABLES]
