"""The centre is killed and started again during pushes and pulls, and 64 laptops come at once: nothing is lost, and
nothing is there twice."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

import httpx
import sqlalchemy as sa

from fieldkit.records.wire import PullReply
from fieldkit.server.centre import open_centre
from fieldkit.server.database import reading
from fieldkit.server.ledger.journal import is_whole
from tests.patience import PATIENCE_S, until
from tests.server.field_pens import AT, PROBOLINGGO, FieldLaptop, ground_at
from tests.server.served_centre import served

SEED = 20190223
KILLS = 3
LAPTOPS = 6
PUSHES_BETWEEN = 12
AT_ONCE = 64
INCIDENT = {"shift_id": "s1", "kind": "power", "began_at": AT, "at": AT}
T = TypeVar("T")


@dataclass
class FallingCentre:
    """A centre that is killed again and again; whoever asks meanwhile asks again."""

    url: str = ""
    acknowledged: int = 0
    is_over: threading.Event = field(default_factory=threading.Event)
    is_written: threading.Event = field(default_factory=threading.Event)

    def insist(self, laptop: FieldLaptop, ask: Callable[[], T]) -> T:
        """Ask until there is an answer."""
        deadline = time.monotonic() + PATIENCE_S
        while True:
            # Reading certificates for each client would take most of the time.
            with httpx.Client(base_url=self.url, timeout=PATIENCE_S, verify=False) as client:
                laptop.client = client
                try:
                    return ask()
                except httpx.TransportError:
                    assert time.monotonic() < deadline, "the centre never came back"

    def work(self, laptop: FieldLaptop) -> set[str]:
        """Push one thing after the other until it is over."""
        written = set()
        while not self.is_over.is_set():
            written.add(laptop.pen.insert("incident", INCIDENT))
            assert self.insist(laptop, laptop.push).exceptions == []
            self.acknowledged += 1
        return written

    def follow(self, laptop: FieldLaptop) -> list[str]:
        """Pull page after page; the rows in the order in which they came."""
        seen: list[str] = []
        cursors, was_over = {PROBOLINGGO: 0}, False
        while not was_over:
            was_over = self.is_written.is_set()
            page = self.insist(laptop, partial(laptop.pull, cursors, limit_bytes=20_000))
            was_over = was_over and page.done
            seen += incidents(page)
            cursors = page.cursors
        return seen


def incidents(page: PullReply) -> list[str]:
    return [row[0] for each in page.tables if each.table == "incident" for row in each.rows]


def enrolled(database: str, count: int) -> list[FieldLaptop]:
    """Laptops whose way to the centre is still to be given."""
    with ground_at(database) as ground:
        return [ground.laptop() for _ in range(count)]


def test_invariants_4_and_7_hold_while_the_centre_is_killed_during_pushes_and_pulls(postgres_database: str) -> None:
    print(f"seed {SEED}")
    choice = random.Random(SEED)
    *writers, reader = enrolled(postgres_database, LAPTOPS + 1)
    centre = FallingCentre()
    with ExitStack() as stack:
        centre.url, process = stack.enter_context(served(postgres_database))
        pool = stack.enter_context(ThreadPoolExecutor(LAPTOPS + 1))
        # Also where an assertion ends the test, the threads come to their end.
        stack.callback(centre.is_over.set)
        stack.callback(centre.is_written.set)
        following = pool.submit(centre.follow, reader)
        working = [pool.submit(centre.work, each) for each in writers]
        for _ in range(KILLS):
            goal = centre.acknowledged + choice.randint(1, PUSHES_BETWEEN)
            until(lambda goal=goal: centre.acknowledged >= goal)
            process.kill()
            process.wait(PATIENCE_S)
            centre.url, process = stack.enter_context(served(postgres_database))
        until(lambda goal=centre.acknowledged + LAPTOPS: centre.acknowledged >= goal)
        centre.is_over.set()
        written = set().union(*(each.result(PATIENCE_S) for each in working))
        centre.is_written.set()
        seen = following.result(PATIENCE_S)
    assert len(seen) == len(set(seen))
    assert set(seen) == written
    require_whole(postgres_database, writers, written)


def require_whole(database: str, writers: list[FieldLaptop], written: set[str]) -> None:
    """Each row once, and every journal without a gap (invariant 3)."""
    centre = open_centre(database)
    with reading(centre.engine) as connection:
        rows = connection.scalars(sa.text("SELECT id FROM incident")).all()
        assert sorted(rows) == sorted(written)
        for laptop in writers:
            whose = {"o": laptop.pen.origin}
            numbers = connection.scalars(
                sa.text("SELECT number FROM journal WHERE origin = :o ORDER BY 1"), whose
            ).all()
            assert list(numbers) == list(range(1, len(laptop.pen.journal) + 1))
            assert is_whole(connection, (PROBOLINGGO, laptop.pen.origin))
    centre.close()


def test_64_laptops_at_once_all_hand_in_and_all_have_the_same_rows(postgres_database: str) -> None:
    laptops = enrolled(postgres_database, AT_ONCE)
    gate = threading.Barrier(AT_ONCE)

    def come_home(laptop: FieldLaptop) -> set[str]:
        written = {laptop.pen.insert("incident", INCIDENT) for _ in range(5)}
        with httpx.Client(base_url=url, timeout=PATIENCE_S, verify=False) as client:
            laptop.client = client
            gate.wait(PATIENCE_S)
            assert laptop.push().exceptions == []
            gate.wait(PATIENCE_S)
            assert written <= set(laptop.rows("incident"))
            return set(laptop.rows("incident"))

    with served(postgres_database) as (url, _), ThreadPoolExecutor(AT_ONCE) as pool:
        seen = list(pool.map(come_home, laptops))
    assert len(seen[0]) == AT_ONCE * 5
    assert all(each == seen[0] for each in seen)
