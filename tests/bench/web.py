"""The office's page of each of 514 regencies in turn, over loopback, from a centre on a durable PostgreSQL."""

from __future__ import annotations

import http.client
import random
import tempfile
import time
from functools import partial
from pathlib import Path

import sqlalchemy as sa

from fieldkit.server.centre import Centre, open_centre
from fieldkit.server.database import reading, writing
from fieldkit.server.office.writing import OfficeRow, add_user, put_office_rows
from fieldkit.server.regencies import add_regency
from fieldkit.server.schema import FEED_COUNTER
from fieldkit.server.web.accounts import Reader
from fieldkit.server.web.sessions import begin
from fieldkit.server.web.sums import CountSum, KeptSums, OfficeSums, Shelf, Shift, VillageSum, keep_sums
from tests.bench.figures import Figure, at_most, p95, timed
from tests.bench.fleet import enrolled_at
from tests.bench.syncing import served
from tests.postgres_cluster import durable_cluster
from tests.server.field_pens import new_id

REGENCIES = 514
DISTRICTS = 15
VILLAGES = 12
LOOKS = 600
_PLANNED = ("09:00", "12:00", "Pagi", "Balai", "Rina Wulandari", "published")


def web_figures(_folder: Path) -> list[Figure]:
    """Milliseconds until the page is there: of each regency the first time, and again; beside the bare answer of the
    health of the centre."""
    with tempfile.TemporaryDirectory(prefix="fieldkit-pg-") as place, durable_cluster(Path(place)) as cluster:
        url = cluster.fresh_database().render_as_string(hide_password=False)
        centre = open_centre(url)
        tokens = [_regency(centre, f"{11 + number // 50}.{number % 50 + 1:02}") for number in range(REGENCIES)]
        centre.close()
        with served(url, "--address-rate", "100000") as address:
            line = http.client.HTTPConnection(address.removeprefix("http://"), timeout=60)
            _look(line, tokens[0])
            bare = p95(timed(partial(_ask, line, "/v1/health")) * 1000 for _ in range(LOOKS))
            made = [timed(partial(_look, line, token)) * 1000 for token in tokens[1:]]
            again = [timed(partial(_look, line, token)) * 1000 for token in random.Random(514).choices(tokens, k=LOOKS)]
            line.close()
    return [
        at_most("web", p95(made), "ms", 100, bare),
        at_most("web, looked at again", p95(again), "ms", 100, bare),
    ]


def _ask(line: http.client.HTTPConnection, path: str, token: str = "") -> bytes:
    line.request("GET", path, headers={"Cookie": f"fieldkit={token}"} if token else {})
    answer = line.getresponse()
    body = answer.read()
    assert answer.status == 200, answer.status
    return body


def _look(line: http.client.HTTPConnection, token: str) -> None:
    assert _ask(line, "/kantor", token).count(b"<tr>") > DISTRICTS


def _regency(centre: Centre, regency: str) -> str:
    """A regency with users, laptops, counts, a week of shifts and what was counted of it; the token of a reader."""
    now_ms = time.time_ns() // 1_000_000
    add_regency(centre, regency, f"Kabupaten {regency}")
    user, _ = add_user(centre, regency, name="Rina Wulandari", role="lead", now_ms=now_ms)
    for _ in range(4):
        enrolled_at(centre, regency)
    put_office_rows(centre, regency, [*_counts(regency), *_shifts(regency, user)], now_ms=now_ms)
    with reading(centre.engine) as connection:
        query = sa.select(FEED_COUNTER.c.number).where(FEED_COUNTER.c.regency == regency)
        head = connection.execute(query).scalar_one()
    with writing(centre.engine) as connection:
        keep_sums(connection, regency, KeptSums(head, now_ms, _sums(regency)))
    return begin(centre, Reader(regency, user, "Rina Wulandari"), now_ms)


def _counts(regency: str) -> list[OfficeRow]:
    row = {"place": regency, "obligated": 169_067, "recorded": 155_769, "at": "2018-01-05T02:00:00Z"}
    return [
        OfficeRow("population_count", regency, new_id(), {**row, "source": source, "as_of": f"2018-{month:02}-05"})
        for source in ("local", "national")
        for month in range(1, 13)
    ]


def _shifts(regency: str, user: str) -> list[OfficeRow]:
    today = time.time()
    row = {"name": "Pagi", "site_name": "Balai", "village": f"{regency}.01.2001", "planned_start": "09:00"}
    row |= {"planned_end": "12:00", "time_zone": "Asia/Jakarta", "lead_id": user, "state": "published"}
    days = [time.strftime("%Y-%m-%d", time.gmtime(today + ahead * 86_400)) for ahead in range(7) for _ in range(4)]
    return [OfficeRow("shift_plan", regency, new_id(), {**row, "day": day}) for day in days]


def _sums(regency: str) -> OfficeSums:
    villages = {
        f"{regency}.{district:02}.2{village:03}": VillageSum(240, 98, 12, 9, 4)
        for district in range(1, DISTRICTS + 1)
        for village in range(1, VILLAGES + 1)
    }
    holders = ["office", *(f"table:{regency.replace('.', '')}-P{number}" for number in range(1, 31))]
    days = {f"2019-02-{day:02}": 90 + day for day in range(1, 29)}
    counts = [
        CountSum(place, source, "2019-01-05", 240 * (len(villages) if place == regency else 1), 150, 40)
        for place in (regency, *villages)
        for source in ("local", "national")
    ]
    return OfficeSums(
        villages=villages,
        recorded=days,
        obligated=days,
        counts=counts,
        stock={holder: {"blank": 120, "ribbon": 400} for holder in holders},
        given={holder: ["blank", "ribbon"] for holder in holders},
        printed={holder: dict(list(days.items())[-10:]) for holder in holders},
        to_print={"": 320},
        shelves=[
            Shelf(f"Loket {n % 9}", f"2019-02-{n % 28 + 1:02}", 7, f"{regency}.{n % DISTRICTS + 1:02}")
            for n in range(250)
        ],
        shifts=[
            Shift(time.strftime("%Y-%m-%d", time.gmtime(time.time() + n // 4 * 86_400)), *_PLANNED) for n in range(28)
        ],
    )
