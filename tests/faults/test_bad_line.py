"""Syncs over a line that is thin, far and cut: each ends complete, and only a batch in flight is ever sent twice."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldkit.records.tables import TABLES
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.sync.engine import SyncEngine, connect
from fieldkit.sync.progress import SyncOutcome
from tests.bad_line import BadLine, Weather
from tests.laptops import StillClock, add_people, opened, registered
from tests.listening import ListeningGround, listening_ground, require_sent_once, send_to

REGISTRATIONS = 60
MOST_ROUNDS = 400


class TickingClock(StillClock):
    """The time of day stands still, a stopwatch runs: lines are measured by it."""

    def monotonic_s(self) -> float:
        return time.monotonic()


@pytest.fixture
def ground(tmp_path: Path) -> Iterator[ListeningGround]:
    with listening_ground(tmp_path, StillClock()) as made:
        yield made


def engine_over(store: Store, line: BadLine) -> SyncEngine:
    """What syncs this laptop over that line."""
    send_to(store, line.url)
    return connect(Exchange(store), store.clock, lambda _: None)


def synced(store: Store, line: BadLine) -> SyncOutcome:
    """Round after round, as the timer of the window would, until one goes through."""
    engine = engine_over(store, line)
    try:
        for _ in range(MOST_ROUNDS):
            line.is_up.wait()
            outcome = engine.run(threading.Event())
            if outcome.is_complete and outcome.waiting == 0:
                return outcome
        raise AssertionError(f"never done: {outcome.waiting} wait, {outcome.cause}")
    finally:
        engine.close()


def worked(store: Store) -> None:
    """A list, a shift, and people who are registered."""
    people = add_people(store, *(f"WARGA {number}" for number in range(20)))
    opened(store)
    for person in people:
        registered(store, person)
    for _ in range(REGISTRATIONS - len(people)):
        registered(store)


def rows(store: Store) -> list[list[tuple[object, ...]]]:
    names = [", ".join(("id", "area", "version", *table.column_names)) for table in TABLES]
    selects = [f"SELECT {name} FROM {table.name} ORDER BY id" for name, table in zip(names, TABLES, strict=True)]
    return [store.query(lambda database, sql=sql: database.rows(sql)) for sql in selects]  # type: ignore[misc]


WEATHERS = {
    "drop every 2 kB": Weather(drop_after_bytes=2 << 10),
    "drop every 5 kB": Weather(drop_after_bytes=5 << 10),
    "drop every 7 kB": Weather(drop_after_bytes=7 << 10),
    "answers end early": Weather(truncate_after_bytes=1500),
    "far": Weather(round_trip_s=0.02, drop_after_bytes=3 << 10),
    "thin and cut by the clock": Weather(bytes_per_s=24_000, round_trip_s=0.02, up_s=0.4, down_s=0.05),
}


@pytest.mark.parametrize("weather", WEATHERS.values(), ids=WEATHERS)
def test_invariant_4_a_sync_over_a_bad_line_ends_complete_and_sends_twice_only_what_was_in_flight(
    ground: ListeningGround, weather: Weather
) -> None:
    one, other = ground.laptop("P1", TickingClock()), ground.laptop("P2", TickingClock())
    with BadLine(ground.port, Weather()) as good:
        synced(one, good)
    worked(one)
    with BadLine(ground.port, weather) as line:
        outcome = synced(one, line)
        assert outcome.all_sent
        assert line.cuts or not weather.drop_after_bytes
        require_sent_once(ground.watched.pushes, one.meta.last_number)
        synced(other, line)
        synced(one, line)
    assert rows(one) == rows(other)
