"""Registrations over a line as villages have it: thin, far, and cut again and again."""

from __future__ import annotations

import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.sync.engine import connect
from fieldkit.sync.progress import Progress, Step, StepState
from fieldkit.sync.schedule import Action, ScheduleState, after_probe, after_sync, next_action, next_check_s
from tests.bad_line import BadLine, Weather
from tests.bench.figures import Figure, at_most, within
from tests.bench.syncing import enrolled, prepared, served
from tests.laptops import StillClock, opened, registered
from tests.postgres_cluster import durable_cluster

THIN = Weather(bytes_per_s=8_000, round_trip_s=0.8)
"""64 kbit/s each way, 800 ms round trip."""
CUT = Weather(bytes_per_s=8_000, round_trip_s=0.8, up_s=15, down_s=2)
FEW, MANY = 500, 5_000


class TickingClock(StillClock):
    """The time of day stands still, a stopwatch runs: lines are measured by it."""

    def monotonic_s(self) -> float:
        """Seconds of the stopwatch."""
        return time.monotonic()


def thin_line_figures(folder: Path) -> list[Figure]:
    """Seconds from the first request to the receipt for all."""
    with _two_laptops(folder, FEW) as (address, first, _), _line(address, THIN) as line:
        seconds = seconds_to_receipt(first, line)
    return [at_most("thin-line", seconds, "s", 8.5)]


def cut_line_figures(folder: Path) -> list[Figure]:
    """Time and bytes of a day's work where the line is cut again and again, against those of the line uncut."""
    with _two_laptops(folder, MANY) as (address, first, second):
        with _line(address, THIN) as uncut:
            uncut_s = seconds_to_receipt(first, uncut)
        with _line(address, CUT) as cut:
            cut_s = seconds_to_receipt(second, cut)
    return [
        within("cut-line", cut_s, "s", uncut_s, 1.5),
        within("cut-line, bytes", cut.up_bytes / 1000, "kB", uncut.up_bytes / 1000, 1.1),
    ]


def seconds_to_receipt(store: Store, line: BadLine) -> float:
    """Sync by itself, as the window's timer does, until a receipt covers all that was written."""
    store.write_local(lambda database: database.run("UPDATE meta SET value = ? WHERE key = 'centre_url'", line.url))
    exchange, begun, ended = Exchange(store), time.monotonic(), []
    last = store.meta.last_number

    def note_end(progress: Progress) -> None:
        if progress.step is Step.SEND and progress.state is StepState.DONE and not ended:
            ended.append(time.monotonic())

    engine, state, random = connect(exchange, TickingClock(), note_end), ScheduleState(), Random(20190223)
    while exchange.held_by_centre() < last:
        if next_action(state) is Action.PROBE:
            state = after_probe(state, engine.probe())
        else:
            outcome = engine.run(threading.Event())
            state = after_sync(state, outcome)
        pause_s = next_check_s(state, exchange.waiting(), random)
        assert pause_s is not None
        if exchange.held_by_centre() < last:
            time.sleep(pause_s)
    engine.close()
    return ended[0] - begun


@contextmanager
def _two_laptops(folder: Path, registrations: int) -> Iterator[tuple[str, Store, Store]]:
    """A centre on PostgreSQL, and two laptops with the same amount of work."""
    with tempfile.TemporaryDirectory(prefix="fieldkit-pg-") as place, durable_cluster(Path(place)) as cluster:
        url = cluster.fresh_database().render_as_string(hide_password=False)
        codes, user = prepared(url)
        with served(url) as address:
            first, second = (enrolled(folder / name, address, code) for name, code in zip("ab", codes, strict=True))
            for store in (first, second):
                store.user = user
                opened(store)
                for _ in range(registrations):
                    registered(store)
            yield address, first, second


@contextmanager
def _line(address: str, weather: Weather) -> Iterator[BadLine]:
    with BadLine(int(address.rpartition(":")[2]), weather) as line:
        yield line
