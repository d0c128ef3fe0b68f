"""The centre's doorway on a port of loopback, in a thread; it knows which pushes reached it whole."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import uvicorn

from fieldkit.host.clock import Clock, now_ms
from fieldkit.host.places import migrations_dir
from fieldkit.server.centre import Centre, open_centre
from fieldkit.server.database import upgrade
from fieldkit.server.devices.enrolment import issue_code
from fieldkit.server.doorway.bodies import read_push
from fieldkit.server.doorway.routes import build_app
from fieldkit.server.office.writing import add_user
from fieldkit.server.regencies import add_regency
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.sync.doorway import Doorway
from fieldkit.sync.enrolment import enrol
from tests.laptops import REGENCY, fresh_store

App = Callable[..., Any]
Sent = tuple[int, int, int]
"""First and last change of a push, and its compressed bytes."""


@dataclass
class Watched:
    """The centre's doorway, which notes every push that reached it whole."""

    app: App
    pushes: list[Sent] = field(default_factory=list)
    on_part: Callable[[], None] = lambda: None
    """Called when a part of a push has come, before the centre sees it."""
    on_answer: Callable[[], None] = lambda: None
    """Called when a push is decided, before its answer leaves."""

    async def __call__(self, scope: Any, receive: App, send: App) -> None:
        body, is_push = bytearray(), scope.get("path") == "/v1/push"

        async def watched() -> Any:
            message = await receive()
            body.extend(message.get("body", b""))
            if is_push and message["type"] == "http.request":
                self.on_part()
                if not message.get("more_body"):
                    push = read_push(bytes(body))
                    self.pushes.append((push.first, push.first + len(push.changes) - 1, len(body)))
            return message

        async def answered(message: Any) -> None:
            if is_push and message["type"] == "http.response.start":
                self.on_answer()
            await send(message)

        await self.app(scope, watched, answered)


@dataclass
class ListeningGround:
    """A centre that listens, and whoever enrols at it."""

    database: str
    centre: Centre
    port: int
    watched: Watched
    folder: Path
    clock: Clock
    lead: str
    open: ExitStack

    def laptop(self, name: str, clock: Clock) -> Store:
        """A laptop that was enrolled over a good line."""
        store = fresh_store(self.folder / f"{name}.db", clock)
        self.open.callback(store.close)
        with closing(Doorway(f"http://127.0.0.1:{self.port}")) as doorway:
            enrol(doorway, Exchange(store), issue_code(self.centre, REGENCY, [REGENCY], now_ms=now_ms(clock)), name)
        store.user = self.lead  # type: ignore[assignment]
        return store


@contextmanager
def listening_ground(folder: Path, clock: Clock) -> Iterator[ListeningGround]:
    """A centre on SQLite with one regency and its lead."""
    url = f"sqlite:///{folder / 'centre.sqlite'}"
    upgrade(url, migrations_dir() / "centre")
    with ExitStack() as stack:
        centre = open_centre(url)
        stack.callback(centre.close)
        add_regency(centre, REGENCY, "Kota Probolinggo", time_zone="Asia/Jakarta")
        lead, _ = add_user(centre, REGENCY, name="Rina Wulandari", role="lead", now_ms=now_ms(clock))
        watched = Watched(build_app(centre, clock=lambda: now_ms(clock)))
        port = stack.enter_context(_listening(watched))
        yield ListeningGround(url, centre, port, watched, folder, clock, lead, stack)


@contextmanager
def _listening(app: App) -> Iterator[int]:
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical", ws="none"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            time.sleep(0.01)
        yield int(server.servers[0].sockets[0].getsockname()[1])
    finally:
        server.should_exit = True
        thread.join()


def send_to(store: Store, url: str) -> None:
    """From now on this laptop finds the centre there."""
    store.write_local(lambda database: database.run("UPDATE meta SET value = ? WHERE key = 'centre_url'", url))


def require_sent_once(pushes: list[Sent], last: int) -> None:
    """Every change reached the centre, in its order, and again only with the batch whose answer was lost."""
    held, in_flight = 0, 0
    for first, end, _ in pushes:
        assert first in (held + 1, in_flight), pushes
        in_flight, held = first, end
    assert held == last
