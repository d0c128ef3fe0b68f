"""Several processes answer as one, tell how they are, and end gracefully."""

from __future__ import annotations

import os
import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import closing, suppress
from typing import Any

import httpx
import psutil
import psycopg
import pytest
import sqlalchemy as sa
from field_pens import PROBOLINGGO, FieldLaptop, Ground, Pen, ground_at, read, resident
from litestar.testing import TestClient
from served_centre import refused, run, served

from fieldkit.records.wire import Enrolment, EnrolRequest, PushReply, Receipt, pack
from fieldkit.server.centre import open_centre
from fieldkit.server.database import open_engine
from fieldkit.server.doorway.routes import build_app
from tests.citus_cluster import lock_waits
from tests.patience import PATIENCE_S, until


@pytest.fixture
def prepared(postgres_database: str) -> str:
    """A PostgreSQL database with one regency."""
    run("regency", "add", "--database", postgres_database, PROBOLINGGO, "Kota Probolinggo")
    return postgres_database


def enrolled(url: str, database: str) -> FieldLaptop:
    """A laptop with a user of its own."""
    user = run("user", "add", "--database", database, "--regency", PROBOLINGGO, "Rina", "lead").split("\t")[0]
    code = run("device", "code", "--database", database, "--regency", PROBOLINGGO)
    client = httpx.Client(base_url=url, timeout=PATIENCE_S)
    asked = EnrolRequest(code=code, device_name="Laptop Jati", public_key="ab" * 32)
    enrolment = read(client.post("/v1/enrol", content=pack(asked)), Enrolment)
    return FieldLaptop(client, enrolment, Pen(enrolment.origin, user))


def test_two_centres_on_one_database_give_the_same_answers(prepared: str) -> None:
    with served(prepared) as (first, _), served(prepared, "--workers", "2") as (second, _):
        laptop = enrolled(first, prepared)
        with closing(laptop.client) as one, httpx.Client(base_url=second, timeout=PATIENCE_S) as other:
            for number in range(1, 9):
                laptop.client = (one, other)[number % 2]
                laptop.pen.insert("resident", resident())
                assert laptop.push().receipt.number == number
                told = []
                for laptop.client in (one, other):
                    told.append((read(laptop.ask("GET", "/v1/receipt"), Receipt), laptop.rows("resident")))
                assert told[0] == told[1]
                assert len(told[0][1]) == number
            # The answer to a batch that is sent again does not depend on who took it in.
            again = [pack(laptop.pen.batch(1))] * 2
            replies = [
                read(laptop.ask("POST", "/v1/push", body), PushReply)
                for laptop.client, body in zip((one, other), again, strict=True)
            ]
            assert replies[0] == replies[1]


def test_sqlite_is_served_by_one_process(sqlite_database: str) -> None:
    assert "satu proses" in refused("run", "--database", sqlite_database, "--port", "0", "--workers", "2")


def test_a_process_that_dies_is_started_anew(prepared: str) -> None:
    with served(prepared, "--workers", "2") as (url, process), httpx.Client(base_url=url) as client:
        dead = _children(process.pid)[0]
        os.kill(dead, signal.SIGKILL)
        until(lambda: dead not in _children(process.pid) and len(_children(process.pid)) == 2)

        def answers() -> bool:
            try:
                return client.get("/v1/health").status_code == 200
            except httpx.TransportError:
                return False

        until(answers)
        process.terminate()
        assert process.wait(PATIENCE_S) == 0


def test_processes_end_when_the_one_that_started_them_is_killed(prepared: str) -> None:
    with served(prepared, "--workers", "2") as (url, process):
        os.kill(process.pid, signal.SIGKILL)
        process.wait(PATIENCE_S)
        until(lambda: _is_refused(url))


def _children(parent: int) -> list[int]:
    """The processes that serve; the helper that multiprocessing keeps beside them is none."""
    try:
        found = psutil.Process(parent).children()
        return [child.pid for child in found if "spawn_main" in " ".join(child.cmdline())]
    except psutil.Error:
        return []


def _is_refused(url: str) -> bool:
    host, _, port = url.removeprefix("http://").rpartition(":")
    try:
        socket.create_connection((host, int(port)), 1).close()
    except OSError:
        return True
    return False


@pytest.fixture
def blocked(prepared: str) -> Iterator[psycopg.Connection[Any]]:
    """A transaction that keeps every push from its feed numbers until it ends."""
    plain = sa.make_url(prepared).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain) as connection:
        yield connection


def _lock(connection: psycopg.Connection[Any]) -> None:
    connection.execute("UPDATE feed_counter SET number = number")


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_push_under_way_is_finished_and_receipted_while_new_ones_are_refused(
    prepared: str, blocked: psycopg.Connection[Any], workers: str
) -> None:
    with served(prepared, "--workers", workers) as (url, process):
        laptop = enrolled(url, prepared)
        laptop.pen.insert("resident", resident())
        replies: list[PushReply] = []
        _lock(blocked)
        push = threading.Thread(target=lambda: replies.append(laptop.push()))
        push.start()
        until(lambda: lock_waits(prepared) > 0)
        process.terminate()
        until(lambda: _is_refused(url))
        assert process.poll() is None
        blocked.rollback()
        push.join(PATIENCE_S)
        assert replies[0].receipt.number == 1
        assert process.wait(PATIENCE_S) == 0
        laptop.client.close()


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_push_that_hangs_does_not_keep_the_centre_from_ending(
    prepared: str, blocked: psycopg.Connection[Any], workers: str
) -> None:
    with served(prepared, "--workers", workers) as (url, process):
        laptop = enrolled(url, prepared)
        laptop.pen.insert("resident", resident())
        _lock(blocked)
        push = threading.Thread(target=lambda: _try_to(laptop))
        push.start()
        until(lambda: lock_waits(prepared) > 0)
        process.terminate()
        assert process.wait(PATIENCE_S) == 0
        push.join(PATIENCE_S)
        laptop.client.close()


def _try_to(laptop: FieldLaptop) -> None:
    with suppress(httpx.TransportError):
        laptop.ask("POST", "/v1/push", pack(laptop.pen.batch()))


def test_metrics_are_told_for_all_processes_at_a_port_of_their_own(prepared: str) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with served(prepared, "--workers", "2", "--metrics-port", str(port)) as (url, _):
        for _ in range(20):
            assert httpx.get(f"{url}/v1/health").status_code == 200
        told = httpx.get(f"http://127.0.0.1:{port}/metrics").text
        assert 'fieldkit_requests_total{endpoint="/v1/health",status="200"} 20.0' in told
        assert httpx.get(f"{url}/metrics").status_code == 404


def test_health_tells_a_schema_of_another_revision(ground: Ground) -> None:
    with TestClient(build_app(ground.centre, clock=ground.clock, revision="of tomorrow")) as client:
        answer = client.get("/v1/health")
        assert (answer.status_code, answer.json()) == (503, {"status": "schema"})


def test_health_tells_a_database_that_is_gone() -> None:
    centre = open_centre("postgresql://127.0.0.1:1/x")
    with TestClient(build_app(centre, clock=lambda: 0, revision="x")) as client:
        answer = client.get("/v1/health")
        assert (answer.status_code, answer.json()) == (503, {"status": "database"})
    centre.close()


def test_a_statement_that_takes_too_long_is_given_up_and_the_laptop_comes_back_later(
    prepared: str, blocked: psycopg.Connection[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fieldkit.server.centre.open_engine", _impatient)
    with ground_at(prepared) as ground:
        laptop = ground.laptop()
        laptop.pen.insert("resident", resident())
        _lock(blocked)
        response = laptop.ask("POST", "/v1/push", pack(laptop.pen.batch()))
        assert (response.status_code, response.headers["Retry-After"]) == (503, "5")
        blocked.rollback()
        assert laptop.push().receipt.number == 1


def _impatient(url: str, **_: Any) -> sa.Engine:
    return open_engine(url, longest_s=1)
