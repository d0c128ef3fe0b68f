"""Power cuts: SIGKILL at random moments of save, close and sync; after every second one the disk holds only what was
synced, and of the rest what a disk could hold. Every acknowledged record is there once.

CI kills always at the same moments; `python3 dev.py soak --kills N` as often as it is told, at others each time.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field as attribute
from pathlib import Path

import pytest
import sqlalchemy as sa

from fieldkit.domain.requests.service import Step
from fieldkit.host.places import migrations_dir
from fieldkit.server.centre import open_centre
from fieldkit.server.database import upgrade
from fieldkit.server.devices.enrolment import issue_code
from fieldkit.server.office.writing import add_user
from fieldkit.server.regencies import add_regency
from fieldkit.store.database import Database
from fieldkit.store.queries.shifts import current_shift
from fieldkit.store.queries.table.registration import queue
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange, chain_is_whole
from fieldkit.sync.doorway import Doorway
from fieldkit.sync.engine import connect
from fieldkit.sync.enrolment import enrol
from fieldkit.work.closing.figures import figures_of
from fieldkit.work.closing.table import CloseShift, close_shift
from fieldkit.work.sign_in import Signer, check_in, set_first_pin
from fieldkit.work.table.outcomes import note_step
from tests.faults.power import Recorder, cut_power
from tests.laptops import KEY, REGENCY, StillClock, opened, registered

KILLS = int(os.environ.get("FIELDKIT_SOAK_KILLS", "200"))
SEED = int(os.environ.get("FIELDKIT_SOAK_SEED", "20190223"))
PIN = "274913"

TABLES = ("shift_opening", "service_request", "request_step", "closing")

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="SIGKILL, fork, and files that are found by their handle"
)


@dataclass
class Field:
    """A laptop's folder and its centre."""

    folder: Path
    database_url: str
    user: str
    signer: Signer
    torn: int = 0
    """After how many kills the disk did not hold what the process had written."""
    acknowledged: list[tuple[str, str]] = attribute(default_factory=list)


@pytest.fixture
def field(tmp_path: Path) -> Iterator[Field]:
    url = f"sqlite:///{tmp_path / 'centre.sqlite'}"
    upgrade(url, migrations_dir() / "centre")
    centre = open_centre(url)
    now_ms = int(StillClock().now_utc().timestamp() * 1000)
    add_regency(centre, REGENCY, "Kota Probolinggo")
    user, start_code = add_user(centre, REGENCY, name="Rina Wulandari", role="lead", now_ms=now_ms)
    code = issue_code(centre, REGENCY, [REGENCY], now_ms=10**13)
    centre.close()
    server = subprocess.Popen(
        [sys.executable, "-m", "fieldkit", "server", "run", "--database", url, "--port", "0"],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert server.stdout is not None
        address = server.stdout.readline().removeprefix("ready ").strip()
        laptop = tmp_path / "laptop"
        laptop.mkdir()
        store = open_store(laptop)
        doorway = Doorway(address)
        enrol(doorway, Exchange(store), code, "Laptop P1")
        doorway.close()
        sync(store)
        set_first_pin(store, user, start_code, PIN)
        signer = check_in(store, user, PIN)
        store.close()
        yield Field(laptop, url, user, signer)
    finally:
        server.terminate()
        server.wait(10)
        server.stdout.close()


def open_store(folder: Path) -> Store:
    return Store(folder / "fieldkit.db", KEY, migrations_dir(), StillClock())


def sync(store: Store) -> None:
    engine = connect(Exchange(store), store.clock, lambda _: None)
    engine.run(threading.Event())
    engine.close()


def work_until_killed(field: Field, say: int, number: int) -> None:
    """Save, close and sync without end; say each save after it was acknowledged."""
    store = open_store(field.folder)
    store.user = field.user
    choice = random.Random(SEED + number)
    while True:
        act = choice.choice(["save", "save", "save", "close", "sync"])
        if act == "sync":
            sync(store)
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
    after_s, since_ns, doom = choice.uniform(0.02, 0.25), time.time_ns(), Doom(choice)
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
    field.torn += bool(ledger and cut_power(ledger, field.folder, since_ns, choice))


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
        store.close()
    assert len(field.acknowledged) > KILLS, "the kills left no time to work"
    assert field.torn > KILLS // 10, "the power went only when nothing was under way"
    store = open_store(field.folder)
    sync(store)
    assert Exchange(store).waiting() == 0
    report(store, field)
    assert store.query(Database.is_sound)
    store.close()


def report(store: Store, field: Field) -> None:
    """What became of what was acknowledged, counted at both ends."""
    print(f"{'':16}{'kills':>8}{'torn':>8}{'acknowledged':>14}{'lost':>6}{'doubled':>9}")
    engine = sa.create_engine(field.database_url)
    found = []
    with engine.connect() as centre:
        for table in TABLES:
            told = [row for name, row in field.acknowledged if name == table]
            here = [row[0] for row in store.query(lambda d, table=table: d.rows(f"SELECT id FROM {table}"))]
            there = [row[0] for row in centre.execute(sa.text(f"SELECT id FROM {table}"))]
            lost, doubled = len(set(told) - (set(here) & set(there))), len(there) - len(set(there))
            print(f"{table:16}{KILLS:8}{field.torn:8}{len(told):14}{lost:6}{doubled:9}")
            found.append((table, lost, doubled, sorted(here) == sorted(there), len(here) - len(set(here))))
    engine.dispose()
    assert found == [(table, 0, 0, True, 0) for table in TABLES]
