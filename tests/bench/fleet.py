"""64 laptops of several regencies hand in their day at the same moment, to a centre on a durable PostgreSQL."""

from __future__ import annotations

import http.client
import os
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import msgspec

from fieldkit.records.wire import Enrolment, EnrolRequest, PushReply, pack, unpack
from fieldkit.server.centre import Centre, open_centre
from fieldkit.server.database import writing
from fieldkit.server.devices.enrolment import enrol, issue_code
from fieldkit.server.office.writing import add_user
from fieldkit.server.regencies import add_regency
from tests.bench.figures import Figure, at_least, at_most
from tests.bench.syncing import served
from tests.postgres_cluster import durable_cluster
from tests.server.field_pens import NOW_MS, Pen, new_id, request_for, resident

LAPTOPS = 64
REGENCIES = 8
BATCHES = 4
CHANGES = 500
_PATIENCE_S = 120
_KEY = "ab" * 32


@dataclass(frozen=True)
class Packed:
    """A laptop's batches as they go over the line."""

    token: str
    bodies: list[bytes]


def fleet_figures(_folder: Path) -> list[Figure]:
    """Changes a second over all laptops, and how much longer the slowest waits than the one in the middle."""
    with tempfile.TemporaryDirectory(prefix="fieldkit-pg-") as place, durable_cluster(Path(place)) as cluster:
        url = cluster.fresh_database().render_as_string(hide_password=False)
        fleet = list(_fleet(url))
        workers = str(os.cpu_count() or 1)
        with served(url, "--workers", workers, "--address-rate", "10000") as address:
            seconds, errors = _handed_in(address, fleet)
    rate = LAPTOPS * BATCHES * CHANGES / max(seconds)
    return [
        at_least("fleet", rate, "/s", 12_000),
        at_most("fleet, errors", errors, "", 0),
        at_most("fleet, slowest", max(seconds), "s", 2 * statistics.median(seconds), statistics.median(seconds)),
    ]


def _fleet(url: str) -> Iterator[Packed]:
    centre = open_centre(url)
    for number in range(REGENCIES):
        regency = f"35.{number + 10}"
        add_regency(centre, regency, f"Kabupaten {number}")
        user, _ = add_user(centre, regency, name="Rina Wulandari", role="lead", now_ms=NOW_MS)
        for _ in range(LAPTOPS // REGENCIES):
            yield _packed(enrolled_at(centre, regency), user)
    centre.close()


def enrolled_at(centre: Centre, regency: str) -> Enrolment:
    """A laptop that has the whole regency."""
    code = issue_code(centre, regency, [regency], now_ms=NOW_MS)
    asked = EnrolRequest(code=code, device_name="Laptop", public_key=_KEY)
    with writing(centre.engine) as connection:
        return enrol(connection, asked, NOW_MS)


def _packed(enrolment: Enrolment, user: str) -> Packed:
    """Walk-ins of two changes each: a person, and what the person came for."""
    pen, village = Pen(enrolment.origin, user), f"{enrolment.regency}.03.1004"
    bodies = []
    for batch in range(BATCHES):
        for _ in range(CHANGES // 2):
            person = new_id()
            pen.command(
                [
                    ("resident", person, village, resident(village=village), True, {}),
                    ("service_request", new_id(), village, request_for(person), True, {}),
                ]
            )
        bodies.append(pack(pen.batch(batch * CHANGES + 1)))
    return Packed(enrolment.token, bodies)


def _handed_in(address: str, fleet: list[Packed]) -> tuple[list[float], int]:
    """Seconds until the last receipt of each laptop, and how many requests were not answered with one."""
    gate = threading.Barrier(len(fleet))

    def hand_in(laptop: Packed) -> tuple[float, int]:
        connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=_PATIENCE_S)
        gate.wait(_PATIENCE_S)
        begun = time.perf_counter()
        errors = sum(not _is_taken(connection, laptop.token, body) for body in laptop.bodies)
        seconds = time.perf_counter() - begun
        connection.close()
        return seconds, errors

    with ThreadPoolExecutor(len(fleet)) as pool:
        told = list(pool.map(hand_in, fleet))
    return [seconds for seconds, _ in told], sum(errors for _, errors in told)


def _is_taken(connection: http.client.HTTPConnection, token: str, body: bytes) -> bool:
    connection.request("POST", "/v1/push", body, {"Authorization": f"Bearer {token}"})
    answer = connection.getresponse()
    content = answer.read()
    return answer.status == 200 and not msgspec.json.decode(unpack(content), type=PushReply).exceptions
