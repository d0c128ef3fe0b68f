"""Push and pull of 10,000 registrations over loopback, with a real centre on a durable PostgreSQL."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fieldkit.domain.identifiers import UserId
from fieldkit.host.places import migrations_dir
from fieldkit.records.tables import RESIDENT
from fieldkit.server.centre import open_centre
from fieldkit.server.devices.enrolment import issue_code
from fieldkit.server.office.writing import add_user
from fieldkit.server.regencies import add_regency
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.store.unit import Unit
from fieldkit.sync.doorway import Doorway
from fieldkit.sync.engine import connect
from fieldkit.sync.enrolment import enrol
from fieldkit.sync.progress import SyncOutcome
from tests.bench.counted import CountedLine
from tests.bench.figures import Figure, at_least, at_most
from tests.laptops import KEY, REGENCY, StillClock, opened, registered
from tests.postgres_cluster import durable_cluster

REGISTRATIONS = 10_000
FEW = 100
_FOR_EVER_MS = 10**13


def sync_figures(folder: Path) -> list[Figure]:
    """Registrations a second, from the first request to the receipt, and back to a second laptop."""
    with tempfile.TemporaryDirectory(prefix="fieldkit-pg-") as place, durable_cluster(Path(place)) as cluster:
        url = cluster.fresh_database().render_as_string(hide_password=False)
        codes, user = prepared(url)
        with served(url) as address:
            first, second = (enrolled(folder / name, address, code) for name, code in zip("ab", codes, strict=True))
            first.user = user
            opened(first)
            for _ in range(REGISTRATIONS):
                registered(first)
            line = CountedLine()
            push_s, outcome = timed_round(first, line)
            assert outcome.all_sent, outcome.cause
            sent = outcome.sent
            pull_s, outcome = timed_round(second)
            # Whatever the centre wrote about them on its own would come between, and cost the few a third trip.
            assert outcome.fetched == sent > REGISTRATIONS, outcome.cause
            change_residents(second, user)
            few = CountedLine()
            _, outcome = timed_round(second, few)
            assert outcome.sent == FEW, outcome.cause
    return [
        at_least("push", REGISTRATIONS / push_s, "/s", 20_000),
        at_least("pull", REGISTRATIONS / pull_s, "/s", 20_000),
        at_most("bytes", line.bytes / REGISTRATIONS, "B", 70),
        at_most("few", few.bytes / 1000, "kB", 6),
        at_most("few, round trips", few.round_trips, "", 2),
    ]


def change_residents(store: Store, user: UserId) -> None:
    """Note a phone number for a hundred residents, each a command of its own."""

    def note_phone(unit: Unit, resident: str, number: int) -> None:
        unit.update(RESIDENT, resident, phone=f"+62812{number:08}", phone_owner="own")

    store.user = user
    found = store.query(lambda database: database.rows("SELECT id FROM resident ORDER BY id LIMIT ?", FEW))
    for number, (resident,) in enumerate(found, 49_000_000):
        store.execute(note_phone, resident, number)


def prepared(url: str) -> tuple[list[str], UserId]:
    """Codes for two laptops, and a user."""
    centre = open_centre(url)
    add_regency(centre, REGENCY, "Kota Probolinggo")
    user, _ = add_user(centre, REGENCY, name="Rina Wulandari", role="lead", now_ms=1)
    codes = [issue_code(centre, REGENCY, [REGENCY], now_ms=_FOR_EVER_MS) for _ in range(2)]
    centre.close()
    return codes, UserId(user)


@contextmanager
def served(url: str, *options: str) -> Iterator[str]:
    """The centre as a process of its own."""
    command = [sys.executable, "-m", "fieldkit", "server", "run", "--database", url, "--port", "0", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield process.stdout.readline().removeprefix("ready ").strip()
        process.terminate()


def enrolled(folder: Path, address: str, code: str, clock: StillClock | None = None) -> Store:
    """A laptop that has the office's rows already."""
    store = newly_enrolled(folder, address, code, clock)
    timed_round(store)
    return store


def newly_enrolled(folder: Path, address: str, code: str, clock: StillClock | None = None) -> Store:
    """A laptop before its first round."""
    folder.mkdir()
    store = Store(folder / "fieldkit.db", KEY, migrations_dir(), clock or StillClock())
    doorway = Doorway(address)
    enrol(doorway, Exchange(store), code, "Laptop")
    doorway.close()
    return store


def timed_round(store: Store, line: CountedLine | None = None) -> tuple[float, SyncOutcome]:
    """One round of a sync, and how long it took; over a line that counts where one is given."""
    engine = connect(Exchange(store), store.clock, lambda _: None, line)
    begun = time.perf_counter()
    outcome = engine.run(threading.Event())
    seconds = time.perf_counter() - begun
    engine.close()
    return seconds, outcome
