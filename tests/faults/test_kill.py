"""Power cuts: SIGKILL at random moments of save, close and sync. Every acknowledged record is there once.

CI kills always at the same moments; `python3 dev.py soak --kills N` as often as it is told, at others each time.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
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
from tests.laptops import KEY, REGENCY, StillClock, opened, registered

KILLS = int(os.environ.get("FIELDKIT_SOAK_KILLS", "200"))
SEED = int(os.environ.get("FIELDKIT_SOAK_SEED", "20190223"))
PIN = "274913"

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="SIGKILL and fork are of Unix; Windows has neither")


@dataclass
class Field:
    """A laptop's folder and its centre."""

    folder: Path
    database_url: str
    user: str
    signer: Signer


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
        store = open_store(tmp_path)
        doorway = Doorway(address)
        enrol(doorway, Exchange(store), code, "Laptop P1")
        doorway.close()
        sync(store)
        set_first_pin(store, user, start_code, PIN)
        signer = check_in(store, user, PIN)
        store.close()
        yield Field(tmp_path, url, user, signer)
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


def kill_once(field: Field, number: int, after_s: float) -> list[tuple[str, str]]:
    """Let a process work, kill it, and return what it had acknowledged."""
    listen, say = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(listen)
        try:
            work_until_killed(field, say, number)
        except BaseException:
            traceback.print_exc(file=sys.__stderr__)
        finally:
            os._exit(1)
    os.close(say)
    timer = threading.Timer(after_s, os.kill, (child, signal.SIGKILL))
    timer.start()
    told = b""
    while block := os.read(listen, 65536):
        told += block
    os.close(listen)
    timer.join()
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL, "the process ended before it was killed"
    return [tuple(line.split()) for line in told.decode().splitlines()]  # type: ignore[misc]


@pytest.mark.timeout(max(900, 8 * KILLS))
def test_invariant_1_every_acknowledged_record_survives_sigkill_once(field: Field) -> None:
    print(f"seed {SEED}")
    choice = random.Random(SEED)
    acknowledged: list[tuple[str, str]] = []
    for number in range(KILLS):
        acknowledged += kill_once(field, number, choice.uniform(0.02, 0.25))
        store = open_store(field.folder)
        assert store.query(chain_is_whole), f"kill {number}"
        if number % 20 == 0:
            assert store.query(Database.is_sound), f"kill {number}"
        store.close()
    assert len(acknowledged) > KILLS, "the kills left no time to work"
    store = open_store(field.folder)
    sync(store)
    assert Exchange(store).waiting() == 0
    print(f"{KILLS} kills")
    assert_each_is_there_once(store, field, acknowledged)


def assert_each_is_there_once(store: Store, field: Field, acknowledged: list[tuple[str, str]]) -> None:
    engine = sa.create_engine(field.database_url)
    with engine.connect() as centre:
        for table in ("shift_opening", "service_request", "request_step", "closing"):
            told = [row for name, row in acknowledged if name == table]
            here = [row[0] for row in store.query(lambda d, table=table: d.rows(f"SELECT id FROM {table}"))]
            there = [row[0] for row in centre.execute(sa.text(f"SELECT id FROM {table}"))]
            lost, doubled = set(told) - (set(here) & set(there)), len(there) - len(set(there))
            print(f"{table}: {len(told)} acknowledged, {len(lost)} lost, {doubled} doubled")
            assert (lost, doubled) == (set(), 0)
            assert sorted(here) == sorted(there)
            assert len(set(here)) == len(here)
    engine.dispose()
    assert store.query(Database.is_sound)
