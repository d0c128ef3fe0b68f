"""SIGKILL of laptop and centre between any two steps of a sync, one after the other: calls of the store, statements of
a transaction, its commit, the parts of an answer. The next round is whole, and every row is there once (invariants 1,
3, 4 and 5).

CI kills at every thirteenth moment; `python3 dev.py soak` at every one.
"""

from __future__ import annotations

import os
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
import uvicorn
from psutil import Process

from fieldkit.domain.identifiers import UserId
from fieldkit.host.clock import now_ms
from fieldkit.host.places import migrations_dir
from fieldkit.records.tables import SERVICE_REQUEST
from fieldkit.server.centre import open_centre
from fieldkit.server.database import reading, upgrade
from fieldkit.server.devices.enrolment import issue_code
from fieldkit.server.doorway.routes import build_app
from fieldkit.server.ledger.journal import is_whole
from fieldkit.server.office.writing import add_user
from fieldkit.server.regencies import add_regency
from fieldkit.store.database import Database
from fieldkit.store.integrity.journal import chain_is_whole
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.sync.doorway import Doorway
from fieldkit.sync.engine import connect
from fieldkit.sync.enrolment import enrol
from fieldkit.sync.progress import SyncOutcome
from tests.faults.forks import Fate, forked, was_killed
from tests.laptops import REGENCY, StillClock, fresh_store, opened, registered
from tests.patience import until

EVERY = 1 if "FIELDKIT_SOAK_SEED" in os.environ else 13
MOST_MOMENTS = 2_000

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="SIGKILL and fork are of Unix; Windows has neither"),
    pytest.mark.timeout(1800),
]


@dataclass
class Ground:
    """A centre's database and port, and two laptops of it."""

    folder: Path
    url: str
    port: int
    lead: UserId
    clock: StillClock
    centres: set[int] = field(default_factory=set)

    def begin_centre(self, moment: int = 0) -> int:
        """Let the centre listen, until it is killed at that moment."""
        listening = socket.create_server(("127.0.0.1", self.port))
        with listening:
            child = forked(lambda: self._serve(listening, Fate(moment)))
        self.centres.add(child)
        return child

    def end_centre(self, child: int) -> bool:
        """Kill it where it still lives; whether it was dead already."""
        self.centres.discard(child)
        done, _ = os.waitpid(child, os.WNOHANG)
        if not done:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        return bool(done)

    def _serve(self, listening: socket.socket, fate: Fate) -> None:
        centre = open_centre(self.url)
        for event in ("before_cursor_execute", "after_cursor_execute", "commit"):
            sa.event.listen(centre.engine, event, fate.pass_by)
        app = build_app(centre, clock=lambda: now_ms(self.clock))

        async def fated(scope: Any, receive: Any, send: Any) -> None:
            async def sent(message: Any) -> None:
                fate.pass_by()
                await send(message)

            await app(scope, receive, sent)

        uvicorn.Server(uvicorn.Config(fated, log_level="critical", ws="none")).run(sockets=[listening])

    def laptop(self, name: str) -> Store:
        """Its store, opened."""
        store = fresh_store(self.folder / f"{name}.db", self.clock)
        store.user = self.lead
        return store

    def sync(self, store: Store) -> SyncOutcome:
        """A round, and the end of its threads: a child that is forked while one of them ends gets its locks, locked."""
        before = Process().num_threads()
        with closing(connect(Exchange(store), self.clock, lambda _: None)) as engine:
            outcome = engine.run(threading.Event())
        until(lambda: Process().num_threads() <= before)
        return outcome


@pytest.fixture
def ground(tmp_path: Path) -> Iterator[Ground]:
    url, clock = f"sqlite:///{tmp_path / 'centre.sqlite'}", StillClock()
    upgrade(url, migrations_dir() / "centre")
    with closing(open_centre(url)) as centre:
        add_regency(centre, REGENCY, "Kota Probolinggo")
        lead, _ = add_user(centre, REGENCY, name="Rina Wulandari", role="lead", now_ms=now_ms(clock))
        codes = [issue_code(centre, REGENCY, [REGENCY], now_ms=now_ms(clock)) for _ in range(2)]
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    made = Ground(tmp_path, url, port, UserId(lead), clock)
    living = made.begin_centre()
    for name, code in zip(("P1", "P2"), codes, strict=True):
        with closing(made.laptop(name)) as store, closing(Doorway(f"http://127.0.0.1:{port}")) as doorway:
            enrol(doorway, Exchange(store), code, name)
            assert made.sync(store).is_complete
            opened(store)
    made.end_centre(living)
    yield made
    for child in made.centres:
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)


def moments() -> Iterator[int]:
    """Every one, or every thirteenth."""
    return iter(range(1, MOST_MOMENTS, EVERY))


def test_the_laptop_may_be_killed_between_any_two_steps_of_a_sync(ground: Ground) -> None:
    ground.begin_centre()
    for moment in moments():
        with closing(ground.laptop("P2")) as other:
            registered(other)
            assert ground.sync(other).all_sent
        with closing(ground.laptop("P1")) as store:
            registered(store)
        if not was_killed(forked(lambda moment=moment: sync_fated(ground, Fate(moment)))):
            break
        with closing(ground.laptop("P1")) as store:
            assert store.query(chain_is_whole), moment
            assert ground.sync(store).all_sent, moment
    require_equal(ground, rounds=moment)


def sync_fated(ground: Ground, fate: Fate) -> None:
    """A round whose every call of the store, and every statement in it, is a moment."""
    store = ground.laptop("P1")
    for kind in (Exchange, Database):
        for name, act in vars(kind).copy().items():
            if callable(act) and not name.startswith("_") and not isinstance(act, type):
                setattr(kind, name, fated(act, fate))
    ground.sync(store)


def fated(act: Callable[..., Any], fate: Fate) -> Callable[..., Any]:
    """The same, with a moment before it and one behind it."""

    @wraps(act)
    def acting(*given: Any, **named: Any) -> Any:
        fate.pass_by()
        done = act(*given, **named)
        fate.pass_by()
        return done

    return acting


def test_the_centre_may_be_killed_between_any_two_steps_of_a_sync(ground: Ground) -> None:
    with ExitStack() as stack:
        stores = [stack.enter_context(closing(ground.laptop(name))) for name in ("P1", "P2")]
        for moment in moments():
            for store in stores:
                registered(store)
            dying = ground.begin_centre(moment)
            for store in stores:
                ground.sync(store)
            was_dead = ground.end_centre(dying)
            living = ground.begin_centre()
            assert all(ground.sync(store).all_sent for store in stores), moment
            ground.end_centre(living)
            if not was_dead:
                break
    ground.begin_centre()
    require_equal(ground, rounds=moment)


def require_equal(ground: Ground, rounds: int) -> None:
    """Both laptops and the centre hold the same rows, each once, and every journal is whole."""
    print(f"{rounds} moments")
    assert rounds < MOST_MOMENTS - EVERY, "the moments never came to an end"
    with closing(ground.laptop("P1")) as one, closing(ground.laptop("P2")) as other:
        for store in (one, other, one):
            assert ground.sync(store).all_sent
            assert store.query(chain_is_whole)
        sql = f"SELECT id, {', '.join(SERVICE_REQUEST.column_names)}, version FROM {SERVICE_REQUEST.name} ORDER BY id"
        here, there = (store.query(lambda database: database.rows(sql)) for store in (one, other))
    with closing(open_centre(ground.url)) as centre, reading(centre.engine) as connection:
        centres = [tuple(row) for row in connection.execute(sa.text(sql))]
        assert all(is_whole(connection, (REGENCY, origin)) for origin in ("3574-P1.1", "3574-P2.1"))
    assert [tuple(row) for row in here] == [tuple(row) for row in there] == centres
    assert len(centres) == 2 * len(range(1, rounds + 1, EVERY))
