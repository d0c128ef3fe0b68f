"""Whatever fails between plan and report, nobody is told twice and nobody is forgotten. Invented people only."""

from __future__ import annotations

import socket
import subprocess
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import httpx
import msgspec
import pytest
import sqlalchemy as sa
from field_pens import AT, NOW_MS, PROBOLINGGO, FieldLaptop, Ground, request_for, resident

from fieldkit.domain.notices.messages import NoticeState, reference_of
from fieldkit.server.centre import open_centre
from fieldkit.server.database import reading, writing
from fieldkit.server.notices.book import stopped_numbers
from fieldkit.server.notices.planner import plan
from fieldkit.server.notices.reports import INBOUND, inbound_secret
from fieldkit.server.notices.sender import Sender, begin_rounds
from fieldkit.server.notices.ways import Answer, Gateway, Sms, hand_over
from fieldkit.server.office.writing import put_office_row
from fieldkit.server.schema import METADATA, REGENCY
from tests.patience import until
from tests.server.kannel_double import BLACK_LISTED, NO_ROUTE, Kannel, kannel
from tests.server.served_centre import command, refused, run, served

DAY_MS, HOUR_MS = 86_400_000, 3_600_000
PHONE = "081234901117"
OTHER = "081234901118"


@pytest.fixture(scope="module")
def gateway_up(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kannel]:
    with kannel(tmp_path_factory.mktemp("kannel")) as gateway:
        yield gateway


def way(gateway: Kannel, **more: str) -> Gateway:
    given = {"url": gateway.url, "username": "fieldkit", "password": "kunci", "sender": "DUKCAPIL"}
    return Gateway(way="kannel", **{**given, **more})  # type: ignore[arg-type]


def laptop_of(ground: Ground) -> FieldLaptop:
    return ground.laptop()


def ready(laptop: FieldLaptop, phone: str = PHONE, *, reference: str = "K7Q2M9XRTB") -> str:
    """A card that lies ready since the morning; returns its request."""
    person = laptop.pen.insert("resident", resident("SITI AMINAH", nik="3574035705909901", phone=phone))
    asked = laptop.pen.insert("service_request", request_for(person, sms_consent=1, receipt_ref=reference))
    place = {"request_id": asked, "state": "ready", "place": "Kel. Jati", "custodian": "Rina", "at": AT}
    laptop.pen.insert("card_place", place)
    laptop.push()
    return asked


def said(ground: Ground, request: str = "") -> list[str]:
    """What was written, of one card or of all, in that order."""
    step = METADATA.tables["notice_step"].c
    query = sa.select(step.state).order_by(step.version)
    with reading(ground.centre.engine) as connection:
        return list(connection.scalars(query.where(step.request_id == request) if request else query))


def by_clerk(laptop: FieldLaptop, request: str, state: str, **more: Any) -> str:
    """A step that the clerk's laptop writes."""
    reference = reference_of(PROBOLINGGO, request, 1)
    values = {"request_id": request, "sequence": 1, "channel": "call_list", "state": state, "reference": reference}
    step = laptop.pen.insert("notice_step", {**values, "at": "2019-02-23T02:06:00.000Z", **more})
    laptop.push()
    return step


def sender(ground: Ground, gateway: Gateway | None) -> Sender:
    return Sender(ground.centre, {PROBOLINGGO: gateway} if gateway else {}, ground.clock)


def test_a_message_is_delivered_once_the_message_centre_says_so(sqlite_ground: Ground, gateway_up: Kannel) -> None:
    request = ready(sqlite_ground.laptop())
    with served(str(sqlite_ground.centre.engine.url)) as (url, _):
        sender(sqlite_ground, way(gateway_up, reports_to=url)).round()
        until(lambda: "delivered" in said(sqlite_ground))
    assert set(said(sqlite_ground, request)) == {"queued", "submitted", "accepted", "delivered"}


@pytest.mark.parametrize("phone", [BLACK_LISTED, NO_ROUTE])
def test_a_number_that_the_gateway_refuses_keeps_nobody_else_from_being_told(
    sqlite_ground: Ground, gateway_up: Kannel, phone: str
) -> None:
    laptop = sqlite_ground.laptop()
    bad, good = ready(laptop, phone), ready(laptop, OTHER)
    assert sender(sqlite_ground, way(gateway_up)).round() == 1
    assert said(sqlite_ground, bad) == ["queued", "submitted", "rejected"]
    assert said(sqlite_ground, good) == ["queued", "submitted", "accepted"]


def test_two_senders_that_race_send_each_message_once(postgres_ground: Ground, gateway_up: Kannel) -> None:
    laptop, before = postgres_ground.laptop(), len(gateway_up.messages())
    for number in range(8):
        ready(laptop, f"08123490{number:04}")
    address = postgres_ground.centre.engine.url.render_as_string(hide_password=False)
    others = [open_centre(address) for _ in range(3)]
    senders = [Sender(centre, {PROBOLINGGO: way(gateway_up)}, postgres_ground.clock) for centre in others]
    try:
        with ThreadPoolExecutor(3) as pool:
            taken = list(pool.map(lambda each: each._regency(PROBOLINGGO, lambda: False), senders))
    finally:
        for centre in others:
            centre.close()
    assert sum(taken) == 8
    assert sorted(said(postgres_ground)) == ["accepted"] * 8 + ["queued"] * 8 + ["submitted"] * 8
    until(lambda: len(gateway_up.messages()) == before + 8)


def test_a_gateway_that_is_down_for_an_hour_is_asked_ever_more_seldom_and_forgets_nobody(
    sqlite_ground: Ground, tmp_path: Path
) -> None:
    laptop, gateway = sqlite_ground.laptop(), Kannel(tmp_path)
    for number in range(5):
        ready(laptop, f"08123490{number:04}")
    for seconds in range(0, 3600, 30):
        sqlite_ground.clock.now_ms = NOW_MS + seconds * 1000
        assert sender(sqlite_ground, way(gateway)).round() == 0
    assert 5 <= said(sqlite_ground).count("deferred") <= 12
    try:
        gateway.start()
        taken = 0
        for minutes in range(60, 75):
            sqlite_ground.clock.now_ms = NOW_MS + minutes * 60_000
            taken += sender(sqlite_ground, way(gateway)).round()
        assert taken == 5
        until(lambda: len(gateway.messages()) == 5)
    finally:
        gateway.stop()
    assert said(sqlite_ground).count("accepted") == 5


def test_a_gateway_that_hangs_makes_one_message_unknown_and_not_all(
    sqlite_ground: Ground, gateway_up: Kannel, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = sqlite_ground.laptop()
    for number in range(3):
        ready(laptop, f"08123490{number:04}")
    with monkeypatch.context() as patch:
        patch.setattr("fieldkit.server.notices.sender.hand_over", lambda *_: Answer(NoticeState.UNKNOWN, "no_answer"))
        assert sender(sqlite_ground, way(gateway_up)).round() == 0
    assert said(sqlite_ground).count("unknown") == 1
    sqlite_ground.clock.now_ms += 60_000
    assert sender(sqlite_ground, way(gateway_up)).round() == 2


def test_a_sender_that_is_killed_after_it_handed_over_is_settled_by_the_report(
    sqlite_ground: Ground, gateway_up: Kannel, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready(sqlite_ground.laptop())

    def handed_over_and_killed(client: httpx.Client, gateway: Gateway, sms: Sms) -> Answer:
        hand_over(client, gateway, sms)
        raise KeyboardInterrupt

    before = len(gateway_up.messages())
    with served(str(sqlite_ground.centre.engine.url)) as (url, _), monkeypatch.context() as patch:
        patch.setattr("fieldkit.server.notices.sender.hand_over", handed_over_and_killed)
        with pytest.raises(KeyboardInterrupt):
            sender(sqlite_ground, way(gateway_up, reports_to=url)).round()
        until(lambda: "delivered" in said(sqlite_ground))
    for hours in (1, 26):
        sqlite_ground.clock.now_ms = NOW_MS + hours * HOUR_MS
        assert sender(sqlite_ground, way(gateway_up)).round() == 0
    assert "unknown" not in said(sqlite_ground)
    assert len(gateway_up.messages()) == before + 1


def test_a_process_that_dies_while_the_gateway_thinks_sends_nothing_again(
    sqlite_ground: Ground, gateway_up: Kannel, tmp_path: Path
) -> None:
    ready(sqlite_ground.laptop())
    it_is_noon(sqlite_ground)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        path = gateways(tmp_path, Gateway(way="kannel", url=f"http://127.0.0.1:{silent.getsockname()[1]}/"))
        words = command("notices", "send", "--database", str(sqlite_ground.centre.engine.url), "--gateways", str(path))
        with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            silent.settimeout(60)
            line, _ = silent.accept()
            with line:
                assert b"081234901117"[1:] in line.recv(4096)
                process.kill()
    assert said(sqlite_ground) == ["queued", "submitted"]
    now_ms = real_now_ms()
    for hours in (1, 2):
        sqlite_ground.clock.now_ms = now_ms + hours * HOUR_MS
        assert sender(sqlite_ground, way(gateway_up)).round() == 0
    assert said(sqlite_ground) == ["queued", "submitted", "unknown"]


def test_any_gateway_over_http_is_handed_the_message_and_says_by_words_what_became_of_it(
    sqlite_ground: Ground,
) -> None:
    request = ready(sqlite_ground.laptop())
    with served(str(sqlite_ground.centre.engine.url)) as (url, _), http_gateway() as (address, bodies):
        fields = {"to": "{digits}", "isi": "{text}", "ref": "{reference}", "lapor": "{report_url}"}
        way_out = Gateway(way="http", url=address, fields=fields, success='"status": "0"', reports_to=url)
        assert sender(sqlite_ground, way_out).round() == 1
        (body,) = bodies
        assert body["to"] == ["6281234901117"]
        assert body["ref"] == [reference_of(PROBOLINGGO, request, 1)]
        assert httpx.get(f"{body['lapor'][0]}&status=DELIVRD").status_code == 204
    assert said(sqlite_ground, request) == ["queued", "submitted", "accepted", "delivered"]


@contextmanager
def http_gateway() -> Iterator[tuple[str, list[dict[str, list[str]]]]]:
    """A provider that takes every message; its address, and what it was sent."""
    bodies: list[dict[str, list[str]]] = []

    class Provider(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            bodies.append(parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b'{"status": "0"}')

        def log_message(self, *_: object) -> None:
            """Nothing is logged."""

    with HTTPServer(("127.0.0.1", 0), Provider) as provider:
        thread = threading.Thread(target=provider.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{provider.server_port}/kirim", bodies
        finally:
            provider.shutdown()
            thread.join()


def test_the_clerk_settles_what_nobody_knows_of_and_the_next_follows_its_plan(
    ground: Ground, gateway_up: Kannel, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = ground.laptop()
    request = ready(laptop)
    with monkeypatch.context() as patch:
        patch.setattr("fieldkit.server.notices.sender.hand_over", lambda *_: Answer(NoticeState.UNKNOWN, "no_answer"))
        sender(ground, way(gateway_up)).round()
    ground.clock.now_ms = NOW_MS + 90 * DAY_MS
    assert sender(ground, way(gateway_up)).round() == 0
    by_clerk(laptop, request, "told_by_phone")
    ground.clock.now_ms += DAY_MS
    assert sender(ground, way(gateway_up)).round() == 1
    assert said(ground, request)[-3:] == ["queued", "submitted", "accepted"]


def test_whom_the_clerk_has_on_a_list_is_sent_nothing_until_the_list_is_given_back(
    ground: Ground, gateway_up: Kannel
) -> None:
    laptop = ground.laptop()
    request, unplanned = ready(laptop), ready(laptop, OTHER)
    ground.clock.now_ms = NOW_MS + 12 * HOUR_MS
    sender(ground, way(gateway_up)).round()
    assert said(ground) == ["queued"] * 2
    taken = by_clerk(laptop, request, "call_list", cause="taken_out")
    by_clerk(laptop, unplanned, "told_by_rt")
    ground.clock.now_ms = NOW_MS + DAY_MS
    assert sender(ground, way(gateway_up)).round() == 0
    by_clerk(laptop, request, "undone", cause=taken)
    ground.clock.now_ms += 60_000
    assert sender(ground, way(gateway_up)).round() == 1
    assert said(ground, request) == ["queued", "call_list", "undone", "submitted", "accepted"]


def test_a_card_that_a_laptop_without_the_centre_told_of_first_is_planned_by_nobody_again(ground: Ground) -> None:
    laptop = ground.laptop()
    request = ready(laptop)
    by_clerk(laptop, request, "told_by_phone")
    assert plan(ground.centre, PROBOLINGGO, NOW_MS, has_gateway=True) == 0
    assert plan(ground.centre, PROBOLINGGO, NOW_MS + 61 * DAY_MS, has_gateway=True) == 1


def test_who_was_called_to_come_and_be_recorded_was_not_told_of_a_card(ground: Ground, gateway_up: Kannel) -> None:
    laptop = ground.laptop()
    request = ready(laptop)
    by_clerk(laptop, request, "told_by_phone", sequence=0, reference=None, channel="phone")
    assert sender(ground, way(gateway_up)).round() == 1


def test_who_stops_while_the_message_waits_is_suppressed_and_not_forgotten(ground: Ground, gateway_up: Kannel) -> None:
    request = ready(ground.laptop())
    plan(ground.centre, PROBOLINGGO, NOW_MS, has_gateway=True)
    asked = {"regency": PROBOLINGGO, "secret": inbound_secret(ground.centre, PROBOLINGGO)}
    ground.client.post(INBOUND, params=asked, content=b"STOP", headers={"X-Kannel-From": PHONE})
    assert sender(ground, way(gateway_up)).round() == 0
    assert said(ground, request) == ["queued", "suppressed"]
    ground.clock.now_ms += 60 * DAY_MS
    sender(ground, way(gateway_up)).round()
    assert said(ground, request) == ["queued", "suppressed", "suppressed"]


def test_a_number_that_was_corrected_is_the_one_that_gets_the_message(ground: Ground, gateway_up: Kannel) -> None:
    laptop, before = ground.laptop(), len(gateway_up.messages())
    ready(laptop)
    plan(ground.centre, PROBOLINGGO, NOW_MS, has_gateway=True)
    (person,) = ground.laptop().rows("resident")
    laptop.pen.edit("resident", person, phone=OTHER)
    laptop.push()
    assert sender(ground, way(gateway_up)).round() == 1
    until(lambda: len(gateway_up.messages()) == before + 1)
    assert "+62" + OTHER[1:] in gateway_up.messages()[-1]


def test_stop_through_a_real_gateway_ends_the_messages_and_answers_nothing(
    sqlite_ground: Ground, tmp_path: Path
) -> None:
    ready(sqlite_ground.laptop())
    database = str(sqlite_ground.centre.engine.url)
    with served(database) as (url, _):
        inbound = url + run("notices", "inbound", "--database", database, "--regency", PROBOLINGGO)
        with kannel(tmp_path, inbound=inbound, says=f"{PHONE} 1 text Berhenti") as gateway:
            until(lambda: bool(numbers(sqlite_ground)))
            assert numbers(sqlite_ground) == {"+62" + PHONE[1:]}
            assert sender(sqlite_ground, way(gateway)).round() == 0
            assert gateway.messages() == []
    assert said(sqlite_ground) == ["suppressed"]


def numbers(ground: Ground) -> set[str]:
    with reading(ground.centre.engine) as connection:
        return stopped_numbers(connection, PROBOLINGGO)


@pytest.mark.parametrize(
    ("zone", "utc_hour", "goes_out"),
    [
        ("Asia/Jayapura", 23, True),
        ("Asia/Makassar", 23, False),
        ("Asia/Makassar", 0, True),
        ("Asia/Jakarta", 0, False),
        ("Asia/Jakarta", 12, True),
        ("Asia/Makassar", 12, False),
        ("Asia/Jayapura", 11, False),
    ],
)
def test_the_hours_are_those_of_the_regencys_own_clock(
    sqlite_ground: Ground, gateway_up: Kannel, zone: str, utc_hour: int, *, goes_out: bool
) -> None:
    ready(sqlite_ground.laptop())
    with writing(sqlite_ground.centre.engine) as connection:
        connection.execute(REGENCY.update().values(time_zone=zone))
    days, since_midnight = divmod(NOW_MS, DAY_MS)
    sqlite_ground.clock.now_ms = (days + 1) * DAY_MS + utc_hour * HOUR_MS
    assert since_midnight < DAY_MS
    assert sender(sqlite_ground, way(gateway_up)).round() == int(goes_out)


def test_rounds_go_on_after_an_error_and_end_when_they_are_told_to(
    sqlite_ground: Ground, gateway_up: Kannel, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready(sqlite_ground.laptop())
    monkeypatch.setattr("fieldkit.server.notices.sender._PAUSE_S", 0.01)
    errors = iter([OSError("disk")])

    def broken_at_first(*words: Any, **more: Any) -> int:
        for error in errors:
            raise error
        return plan(*words, **more)

    monkeypatch.setattr("fieldkit.server.notices.sender.plan", broken_at_first)
    running = set(threading.enumerate())
    end = begin_rounds(sender(sqlite_ground, way(gateway_up)))
    (thread,) = set(threading.enumerate()) - running
    until(lambda: sqlite_ground.clock() != NOW_MS or _has_had_turn(sqlite_ground))
    sqlite_ground.clock.now_ms += 60_000
    until(lambda: "accepted" in said(sqlite_ground))
    end()
    thread.join(60)
    assert not thread.is_alive()


def _has_had_turn(ground: Ground) -> bool:
    with reading(ground.centre.engine) as connection:
        return bool(connection.scalar(sa.select(REGENCY.c.notices_at_ms)))


def test_one_round_by_hand_sends_what_is_due(sqlite_ground: Ground, gateway_up: Kannel, tmp_path: Path) -> None:
    ready(sqlite_ground.laptop())
    it_is_noon(sqlite_ground)
    path, database = gateways(tmp_path, way(gateway_up)), str(sqlite_ground.centre.engine.url)
    assert run("notices", "send", "--database", database, "--gateways", str(path)).startswith("1 ")
    assert said(sqlite_ground) == ["queued", "submitted", "accepted"]


def test_commands_of_notices_say_what_is_wrong(sqlite_ground: Ground, tmp_path: Path) -> None:
    database = str(sqlite_ground.centre.engine.url)
    assert "35.13" in refused("notices", "inbound", "--database", database, "--regency", "35.13")
    for content in ("{", '{"35.74": {"way": "kannel", "url": "ftp://127.0.0.1"}}'):
        path = tmp_path / "gateways.json"
        path.write_text(content)
        path.chmod(0o600)
        assert "gateways.json" in refused("notices", "send", "--database", database, "--gateways", str(path))


def test_a19_the_office_chooses_whether_accepted_counts_and_a_failed_one_never_does(
    sqlite_ground: Ground, gateway_up: Kannel
) -> None:
    request = ready(sqlite_ground.laptop())
    values = {"key": "notice_counts", "value": "delivered", "valid_from": "2019-01-01"}
    put_office_row(sqlite_ground.centre, PROBOLINGGO, "setting", values, area=PROBOLINGGO, now_ms=NOW_MS)
    sender(sqlite_ground, way(gateway_up)).round()
    sqlite_ground.clock.now_ms += 70 * DAY_MS
    assert sender(sqlite_ground, way(gateway_up)).round() == 0
    assert said(sqlite_ground, request) == ["queued", "submitted", "accepted", "call_list"]


def gateways(folder: Path, gateway: Gateway) -> Path:
    """The file of the gateways, for the centre's eyes alone."""
    path = folder / "gateways.json"
    path.write_bytes(msgspec.json.encode({PROBOLINGGO: gateway}))
    path.chmod(0o600)
    return path


def real_now_ms() -> int:
    import time

    return time.time_ns() // 1_000_000


def it_is_noon(ground: Ground) -> None:
    """A command goes by the computer's clock: the regency's own shows about noon, whenever the tests run."""
    ahead = 12 - (real_now_ms() % DAY_MS) // HOUR_MS
    with writing(ground.centre.engine) as connection:
        connection.execute(REGENCY.update().values(time_zone=f"Etc/GMT{-ahead:+d}" if ahead else "Etc/GMT"))
