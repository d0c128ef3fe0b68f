"""The gate before the doorway: rates, bodies that do not move, and what is counted."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import msgspec
import pytest
from field_pens import AT, Ground, resident, trouble
from hypothesis import given
from hypothesis import strategies as st
from litestar.testing import TestClient
from prometheus_client import generate_latest

from fieldkit.records.wire import Trouble, pack
from fieldkit.server.doorway.gate import Gate, Patience
from fieldkit.server.doorway.rates import Brake, Rates
from fieldkit.server.doorway.routes import build_app


class HandClock:
    """Seconds that pass when told."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


@contextmanager
def gated(ground: Ground, rates: Rates, clock: HandClock) -> Iterator[TestClient[Any]]:
    """A client of the ground's centre behind a gate."""
    app = build_app(ground.centre, clock=ground.clock)
    with TestClient(Gate(app, ground.centre.metrics, rates, Patience(), clock)) as client:
        yield client


def test_a_device_that_asks_too_often_is_told_when_to_come_back(sqlite_ground: Ground) -> None:
    laptop, clock = sqlite_ground.laptop(), HandClock()
    with gated(sqlite_ground, Rates(device=1, address=100), clock) as client:
        laptop.client = client
        assert [laptop.ask("GET", "/v1/hello").status_code for _ in range(20)] == [200] * 20
        response = laptop.ask("GET", "/v1/hello")
        assert trouble(response) == (429, Trouble(code="busy"))
        assert response.headers["Retry-After"] == "1"
        clock.now_s += 1
        assert laptop.ask("GET", "/v1/hello").status_code == 200


def test_a_token_that_is_spaced_otherwise_each_time_is_still_one_device(sqlite_ground: Ground) -> None:
    token = sqlite_ground.laptop().enrolment.token
    with gated(sqlite_ground, Rates(device=1, address=100), HandClock()) as client:
        spaced = [f"{scheme} {' ' * count}{token}" for scheme in ("Bearer", "bearer") for count in range(11)]
        told = [client.get("/v1/hello", headers={"Authorization": each}).status_code for each in spaced]
    assert told == [200] * 20 + [429] * 2


def test_another_device_of_the_same_office_is_not_held_up(sqlite_ground: Ground) -> None:
    eager, other = sqlite_ground.laptop(), sqlite_ground.laptop()
    with gated(sqlite_ground, Rates(device=1, address=100), HandClock()) as client:
        eager.client = other.client = client
        for _ in range(25):
            eager.ask("GET", "/v1/hello")
        assert other.ask("GET", "/v1/hello").status_code == 200


def test_an_address_that_tries_token_after_token_is_held_up(sqlite_ground: Ground) -> None:
    with gated(sqlite_ground, Rates(device=1, address=1), HandClock()) as client:
        told = [
            client.get("/v1/hello", headers={"Authorization": f"Bearer 35.74~{number:043d}"}).status_code
            for number in range(21)
        ]
    assert told == [401] * 20 + [429]


def test_a_balancer_that_asks_for_health_is_always_answered(sqlite_ground: Ground) -> None:
    with gated(sqlite_ground, Rates(device=1, address=1), HandClock()) as client:
        assert {client.get("/v1/health").status_code for _ in range(50)} == {200}


@given(waits=st.lists(st.floats(0, 3), max_size=60))
def test_over_any_time_no_more_is_let_through_than_burst_and_rate(waits: list[float]) -> None:
    clock = HandClock()
    brake = Brake(2, clock)
    through = 0
    for wait_s in waits * 3:
        clock.now_s += wait_s
        through += brake.wait_s("x") == 0
        assert through <= 40 + 2 * clock.now_s + 1e-6


def test_whoever_waits_as_told_is_let_through() -> None:
    clock = HandClock()
    brake = Brake(3, clock)
    for _ in range(200):
        clock.now_s += brake.wait_s("x")
        assert brake.wait_s("x") == 0


def test_askers_are_forgotten_before_they_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fieldkit.server.doorway.rates._KNOWN_AT_MOST", 10)
    brake = Brake(1, HandClock())
    for number in range(100):
        brake.wait_s(str(number))
    assert len(brake._used) == 10


def test_a_body_that_stands_still_is_given_up(sqlite_ground: Ground) -> None:
    status, told = asyncio.run(_dripped(sqlite_ground, Patience(stall_s=0.01, body_s=60), gap_s=None))
    assert (status, told.code) == (408, "busy")


def test_a_body_that_drips_for_ever_is_given_up(sqlite_ground: Ground) -> None:
    status, told = asyncio.run(_dripped(sqlite_ground, Patience(stall_s=60, body_s=0.05), gap_s=0.001))
    assert (status, told.code) == (408, "busy")


async def _dripped(ground: Ground, patience: Patience, gap_s: float | None) -> tuple[int, Trouble]:
    """The answer to a push whose body comes a byte at a time, or not at all after the first."""
    parts = 0
    sent: list[Any] = []

    async def receive() -> Any:
        nonlocal parts
        parts += 1
        if parts > 1:
            await (asyncio.Event().wait() if gap_s is None else asyncio.sleep(gap_s))
        return {"type": "http.request", "body": b"x", "more_body": True}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "POST",
        "path": "/v1/push",
        "raw_path": b"/v1/push",
        "query_string": b"",
        "headers": [(b"host", b"centre")],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
        "scheme": "http",
        "root_path": "",
    }
    app = build_app(ground.centre, clock=ground.clock)
    gate: Any = Gate(app, ground.centre.metrics, Rates(), patience)
    await gate(scope, receive, send)
    import zstandard

    told = msgspec.json.decode(zstandard.decompress(sent[-1]["body"]), type=Trouble)
    return sent[0]["status"], told


def test_a_change_is_counted_once_however_often_it_is_sent(sqlite_ground: Ground) -> None:
    laptop, registry = sqlite_ground.laptop(), sqlite_ground.centre.metrics.registry
    before = registry.get_sample_value("fieldkit_changes_total") or 0
    laptop.pen.insert("incident", {"shift_id": "s1", "kind": "power", "began_at": AT, "at": AT})
    laptop.push()
    laptop.push(laptop.pen.batch(1))
    assert registry.get_sample_value("fieldkit_changes_total") == before + 1


def test_what_is_counted_names_nobody(sqlite_ground: Ground) -> None:
    laptop = sqlite_ground.laptop()
    with gated(sqlite_ground, Rates(), HandClock()) as client:
        laptop.client = client
        laptop.pen.insert("resident", resident(nik="3574035705909901"), area="35.10.01.2001")
        laptop.push()
        laptop.push(laptop.pen.batch(1))
        laptop.pull()
        laptop.ask("GET", f"/v1/{laptop.enrolment.device_id}")
    told = generate_latest(sqlite_ground.centre.metrics.registry).decode()
    assert "fieldkit_cases_total 1.0" in told
    assert "fieldkit_pulls_total 1.0" in told
    assert 'fieldkit_requests_total{endpoint="/v1/push",status="200"} 2.0' in told
    assert 'fieldkit_requests_total{endpoint="other",status="404"} 1.0' in told
    assert 'fieldkit_request_seconds_count{endpoint="/v1/pull"} 1.0' in told
    for personal in (laptop.enrolment.device_id, laptop.enrolment.origin, "3574035705909901", "WAHYUNI", "35.74"):
        assert personal not in told


def test_a_fault_is_counted(sqlite_ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> None:
        raise RuntimeError

    laptop = sqlite_ground.laptop()
    monkeypatch.setattr("fieldkit.server.intake.push._receive", broken)
    laptop.pen.insert("resident", resident())
    with gated(sqlite_ground, Rates(), HandClock()) as client:
        laptop.client = client
        assert laptop.ask("POST", "/v1/push", pack(laptop.pen.batch())).status_code == 500
    told = generate_latest(sqlite_ground.centre.metrics.registry).decode()
    assert 'fieldkit_errors_total{endpoint="/v1/push"} 1.0' in told
