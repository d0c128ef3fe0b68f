"""Done when (issue 3): the page Sync is left running on a line that dies every few seconds, the laptop is killed twice
on the way, and it ends with a receipt that the office can check."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import sqlalchemy as sa

from fieldkit.domain.requests.service import Step
from fieldkit.host.clock import SystemClock
from fieldkit.records.tables import RESIDENT, TABLES
from fieldkit.server.database import reading
from fieldkit.server.ledger.journal import is_whole
from fieldkit.store.integrity.journal import chain_is_whole
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.store.unit import Unit
from fieldkit.sync.engine import connect
from fieldkit.work.table.outcomes import note_step
from tests.bad_line import BadLine, Weather
from tests.laptops import JATI, REGENCY, fresh_store, opened, registered
from tests.listening import ListeningGround, listening_ground, require_sent_once, send_to
from tests.server.served_centre import command

ROOT = Path(__file__).resolve().parents[2]
REGISTRATIONS = 30
LISTS = 30
OF_A_LIST = 50
DYING = Weather(bytes_per_s=40_000, round_trip_s=0.1, up_s=2.0, down_s=0.3)

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no SIGKILL")


@dataclass
class Window:
    """The laptop's process, started again after each of its deaths."""

    folder: Path
    lead: str
    process: subprocess.Popen[str] | None = None
    deaths: list[str] = field(default_factory=list)
    headlines: list[str] = field(default_factory=list)

    def live(self) -> str:
        """Run until it is killed or done; returns the receipt that it copied, empty where it was killed."""
        words = [sys.executable, "-m", "tests.faults.left_running", str(self.folder), self.lead]
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        receipt = ""
        with subprocess.Popen(words, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as self.process:
            assert self.process.stdout is not None
            for line in self.process.stdout:
                said = json.loads(line)
                receipt = said.get("receipt", "")
                self.headlines.append(said.get("headline", ""))
        assert self.process.returncode == (0 if receipt else -signal.SIGKILL)
        return receipt

    def die(self, when: str) -> None:
        """A power cut."""
        assert self.process is not None
        self.deaths.append(when)
        self.process.kill()


def kill_on_the_way(ground: ListeningGround, window: Window, last: int) -> None:
    """Once a third is held, after the commit and before the answer; and in its next life with a batch half over."""
    watched = ground.watched

    def held() -> int:
        return watched.pushes[-1][1] if watched.pushes else 0

    def on_answer() -> None:
        if not window.deaths and held() >= last / 3:
            window.die("before the answer")

    def on_part() -> None:
        if len(window.deaths) == 1:
            window.die("with a batch on its way")

    watched.on_answer, watched.on_part = on_answer, on_part


def synced_well(store: Store) -> None:
    """A round over a good line."""
    with closing(connect(Exchange(store), store.clock, lambda _: None)) as engine:
        assert engine.run(threading.Event()).is_complete


def worked(store: Store) -> int:
    """A day's work beside a list that somebody typed, fifty at a time; returns the number of its last change."""
    for part in range(LISTS):
        store.execute(_write_list, part)
    opened(store)
    for _ in range(REGISTRATIONS):
        store.execute(note_step, registered(store).request_id, Step.RECORDED)
    return store.meta.last_number


def _write_list(unit: Unit, part: int) -> None:
    people = [{"name": f"WARGA {part} {number}", "village": JATI, "sex": "P"} for number in range(OF_A_LIST)]
    unit.insert_many(RESIDENT, [(JATI, person) for person in people])


def office_says(ground: ListeningGround, receipt: str) -> str:
    """What the office's command says of a receipt that it was given."""
    check = command("receipt", "check", "--database", ground.database)
    return subprocess.run(check, input=receipt, capture_output=True, text=True, check=True).stdout


def ids(ask: Callable[[str], list[tuple[str]]]) -> dict[str, list[str]]:
    """The rows of each table."""
    return {table.name: sorted(row[0] for row in ask(f"SELECT id FROM {table.name}")) for table in TABLES}


@pytest.mark.timeout(280)
def test_a_sync_page_left_running_on_a_dying_line_ends_with_a_receipt_though_the_laptop_is_killed_twice(
    tmp_path: Path,
) -> None:
    with listening_ground(tmp_path, SystemClock()) as ground:
        store = ground.laptop("P1", SystemClock())
        synced_well(store)
        last = worked(store)
        with BadLine(ground.port, DYING) as line:
            send_to(store, line.url)
            store.close()
            window = Window(tmp_path, ground.lead)
            kill_on_the_way(ground, window, last)
            assert window.live() == window.live() == ""
            receipt = window.live()
        assert window.deaths == ["before the answer", "with a batch on its way"]
        assert line.cuts > len(window.deaths)
        assert window.headlines.count("Semua terkirim") == 1
        assert "Mengirim ke pusat lewat internet" in window.headlines
        require_sent_once(ground.watched.pushes, last)
        assert f"pusat memegang perubahan 1 sampai {last} dari 3574-P1.1" in office_says(ground, receipt)
        require_same_rows(ground)


def require_same_rows(ground: ListeningGround) -> None:
    """Every row of the laptop is at the centre once, and both journals are whole (invariants 3, 4 and 5)."""
    store = fresh_store(ground.folder / "P1.db", SystemClock())
    ground.open.callback(store.close)
    assert Exchange(store).waiting() == 0
    assert store.query(chain_is_whole)
    here = ids(lambda sql: store.query(lambda database: database.rows(sql)))
    with reading(ground.centre.engine) as connection:
        there = ids(lambda sql: [(row[0],) for row in connection.execute(sa.text(sql))])
        assert is_whole(connection, (REGENCY, "3574-P1.1"))
    assert here == there
    assert len(here["service_request"]) == REGISTRATIONS
