"""Syncs over a line that is thin, far and cut: each ends complete, and only a batch in flight is ever sent twice."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from fieldkit.host.clock import now_ms
from fieldkit.host.places import migrations_dir
from fieldkit.records.tables import TABLES
from fieldkit.server.centre import open_centre
from fieldkit.server.database import upgrade
from fieldkit.server.devices.enrolment import issue_code
from fieldkit.server.doorway.bodies import read_push
from fieldkit.server.doorway.routes import build_app
from fieldkit.server.office.writing import add_user
from fieldkit.server.regencies import add_regency
from fieldkit.store.exchange import Exchange
from fieldkit.store.store import Store
from fieldkit.sync.doorway import Doorway
from fieldkit.sync.engine import SyncEngine, connect
from fieldkit.sync.enrolment import enrol
from fieldkit.sync.progress import SyncOutcome
from tests.bad_line import BadLine, Weather
from tests.laptops import REGENCY, StillClock, add_people, fresh_store, opened, registered

REGISTRATIONS = 60
MOST_ROUNDS = 400
App = Callable[..., Any]


class TickingClock(StillClock):
    """The time of day stands still, a stopwatch runs: lines are measured by it."""

    def monotonic_s(self) -> float:
        return time.monotonic()


@dataclass
class Watched:
    """The centre's doorway, which notes every push that reached it whole."""

    app: App
    pushes: list[tuple[int, int, int]] = field(default_factory=list)
    """First and last change, and compressed bytes."""

    async def __call__(self, scope: Any, receive: App, send: App) -> None:
        body = bytearray()

        async def watched() -> Any:
            message = await receive()
            body.extend(message.get("body", b""))
            if message["type"] == "http.request" and not message.get("more_body") and scope["path"] == "/v1/push":
                push = read_push(bytes(body))
                self.pushes.append((push.first, push.first + len(push.changes) - 1, len(body)))
            return message

        await self.app(scope, watched, send)


@dataclass
class Ground:
    """A centre that listens, and whoever enrols at it."""

    port: int
    watched: Watched
    folder: Path
    issue: Callable[[], str]
    lead: str
    open: ExitStack

    def laptop(self, name: str) -> Store:
        """A laptop that was enrolled over a good line."""
        store = fresh_store(self.folder / f"{name}.db", TickingClock())
        self.open.callback(store.close)
        doorway = Doorway(f"http://127.0.0.1:{self.port}")
        with closing(doorway):
            enrol(doorway, Exchange(store), self.issue(), name)
        store.user = self.lead  # type: ignore[assignment]
        return store


@pytest.fixture
def ground(tmp_path: Path) -> Iterator[Ground]:
    url = f"sqlite:///{tmp_path / 'centre.sqlite'}"
    upgrade(url, migrations_dir() / "centre")
    clock = StillClock()
    with ExitStack() as stack:
        centre = open_centre(url)
        stack.callback(centre.close)
        add_regency(centre, REGENCY, "Kota Probolinggo", time_zone="Asia/Jakarta")
        lead, _ = add_user(centre, REGENCY, name="Rina Wulandari", role="lead", now_ms=now_ms(clock))
        watched = Watched(build_app(centre, clock=lambda: now_ms(clock)))
        port = stack.enter_context(Listening(watched))
        yield Ground(
            port, watched, tmp_path, lambda: issue_code(centre, REGENCY, [REGENCY], now_ms=now_ms(clock)), lead, stack
        )


class Listening:
    """The centre's doorway on a port of loopback, in a thread."""

    def __init__(self, app: App) -> None:
        self._server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical", ws="none"))
        self._thread = threading.Thread(target=self._server.run)

    def __enter__(self) -> int:
        self._thread.start()
        while not self._server.started:
            time.sleep(0.01)
        return int(self._server.servers[0].sockets[0].getsockname()[1])

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._thread.join()


def engine_over(store: Store, line: BadLine) -> SyncEngine:
    """What syncs this laptop over that line."""
    store.write_local(lambda database: database.run("UPDATE meta SET value = ? WHERE key = 'centre_url'", line.url))
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


def require_sent_once(pushes: list[tuple[int, int, int]], last: int) -> None:
    """Every change reached the centre, in its order, and again only with the batch whose answer was lost."""
    held, in_flight = 0, 0
    for first, end, _ in pushes:
        assert first in (held + 1, in_flight), pushes
        in_flight, held = first, end
    assert held == last


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
    ground: Ground, weather: Weather
) -> None:
    one, other = ground.laptop("P1"), ground.laptop("P2")
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
