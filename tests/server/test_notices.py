"""Notices from the plan to the gateway's report, with a real Kannel and its fake message centre. Invented people."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import msgspec
import pytest
import sqlalchemy as sa
from field_pens import AT, JATI, NOW_MS, PROBOLINGGO, Ground, request_for, resident

from fieldkit.domain.errors import FileError
from fieldkit.server.database import reading
from fieldkit.server.keeping.restoration import begin_epoch, confirm
from fieldkit.server.notices.book import local_of, stopped_numbers
from fieldkit.server.notices.planner import plan
from fieldkit.server.notices.reports import INBOUND, REPORT, inbound_secret, secret_of
from fieldkit.server.notices.sender import Sender
from fieldkit.server.notices.ways import Gateway, Sms, hand_over, read_gateways
from fieldkit.server.office.writing import put_office_row
from fieldkit.server.schema import METADATA
from tests.patience import until
from tests.server.kannel_double import Kannel, kannel

DAY_MS = 86_400_000
PHONE = "081234901117"


@pytest.fixture(scope="module")
def gateway_up(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kannel]:
    with kannel(tmp_path_factory.mktemp("kannel")) as gateway:
        yield gateway


def way(gateway: Kannel, **more: str) -> Gateway:
    given = {"url": gateway.url, "username": "fieldkit", "password": "kunci", "sender": "DUKCAPIL"}
    return Gateway(way="kannel", **{**given, **more})  # type: ignore[arg-type]


def ready(ground: Ground, name: str = "SITI AMINAH", phone: str = PHONE, *, consent: int = 1) -> str:
    """A card that lies ready since the morning; returns its request."""
    laptop = ground.laptop()
    person = laptop.pen.insert("resident", resident(name, nik="3574035705909901", phone=phone))
    asked = laptop.pen.insert("service_request", request_for(person, sms_consent=consent, receipt_ref="K7Q2M9XRTB"))
    place = {"request_id": asked, "state": "ready", "place": "Kel. Jati", "custodian": "Rina", "at": AT}
    laptop.pen.insert("card_place", place)
    laptop.push()
    return asked


def states(ground: Ground) -> list[str]:
    """What was written, in that order."""
    step = METADATA.tables["notice_step"].c
    with reading(ground.centre.engine) as connection:
        return list(connection.scalars(sa.select(step.state).order_by(step.version)))


def sender(ground: Ground, gateway: Gateway | None) -> Sender:
    return Sender(ground.centre, {PROBOLINGGO: gateway} if gateway else {}, ground.clock)


def test_a19_a_card_is_told_of_three_times_and_no_more(ground: Ground, gateway_up: Kannel) -> None:
    ready(ground)
    before = len(gateway_up.messages())
    for day in range(0, 400, 10):
        ground.clock.now_ms = NOW_MS + day * DAY_MS
        sender(ground, way(gateway_up)).round()
    until(lambda: len(gateway_up.messages()) == before + 3)
    assert states(ground) == ["queued", "submitted", "accepted"] * 3
    assert "SITI A. sudah jadi" in gateway_up.messages()[before]
    assert not any("AMINAH" in said or "35740357" in said for said in gateway_up.messages())


def test_outside_the_hours_a_notice_waits(sqlite_ground: Ground, gateway_up: Kannel) -> None:
    ready(sqlite_ground)
    sqlite_ground.clock.now_ms = NOW_MS + 12 * 3_600_000
    assert sender(sqlite_ground, way(gateway_up)).round() == 0
    assert states(sqlite_ground) == ["queued"]
    sqlite_ground.clock.now_ms = NOW_MS + 23 * 3_600_000
    assert sender(sqlite_ground, way(gateway_up)).round() == 1


def test_a_gateway_that_is_down_for_an_hour_gets_each_message_once(sqlite_ground: Ground, tmp_path: Path) -> None:
    ready(sqlite_ground)
    gateway = Kannel(tmp_path)
    for minute in range(0, 60, 10):
        sqlite_ground.clock.now_ms = NOW_MS + minute * 60_000
        assert sender(sqlite_ground, way(gateway)).round() == 0
    try:
        gateway.start()
        sqlite_ground.clock.now_ms = NOW_MS + 60 * 60_000
        assert sender(sqlite_ground, way(gateway)).round() == 1
        sqlite_ground.clock.now_ms = NOW_MS + 61 * 60_000
        assert sender(sqlite_ground, way(gateway)).round() == 0
        until(lambda: len(gateway.messages()) == 1)
    finally:
        gateway.stop()


def test_a_gateway_that_refuses_the_password_takes_nothing_and_nothing_is_lost(
    sqlite_ground: Ground, gateway_up: Kannel
) -> None:
    ready(sqlite_ground)
    assert sender(sqlite_ground, way(gateway_up, password="salah")).round() == 0
    assert states(sqlite_ground) == ["queued", "submitted", "deferred"]


def test_a_restart_between_intent_and_answer_sends_nothing_again(
    sqlite_ground: Ground, gateway_up: Kannel, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready(sqlite_ground)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    sending = sender(sqlite_ground, way(gateway_up))
    with monkeypatch.context() as patch:
        patch.setattr("fieldkit.server.notices.sender.hand_over", killed)
        with pytest.raises(KeyboardInterrupt):
            sending.round()
    for hours in (1, 26):
        sqlite_ground.clock.now_ms = NOW_MS + hours * 3_600_000
        assert sender(sqlite_ground, way(gateway_up)).round() == 0
    assert states(sqlite_ground) == ["queued", "submitted", "unknown", "call_list"]


def test_who_can_not_be_written_to_is_on_the_call_list(sqlite_ground: Ground) -> None:
    ready(sqlite_ground, phone="")
    ready(sqlite_ground, phone="0335421234")
    ready(sqlite_ground, consent=0)
    plan(sqlite_ground.centre, PROBOLINGGO, NOW_MS, has_gateway=True)
    assert plan(sqlite_ground.centre, PROBOLINGGO, NOW_MS, has_gateway=True) == 0
    causes = {row["cause"] for row in sqlite_ground.laptop().rows("notice_step").values()}
    assert causes == {"no_number", "landline", "no_consent"}
    assert states(sqlite_ground) == ["call_list"] * 3


def test_a_collected_card_cancels_what_was_not_submitted(sqlite_ground: Ground, gateway_up: Kannel) -> None:
    asked = ready(sqlite_ground)
    plan(sqlite_ground.centre, PROBOLINGGO, NOW_MS, has_gateway=True)
    laptop = sqlite_ground.laptop()
    given = {"request_id": asked, "received_by": "SITI", "identity_shown": "KK", "at": "2019-02-23T03:00:00Z"}
    laptop.pen.insert("card_handover", given)
    laptop.push()
    assert sender(sqlite_ground, way(gateway_up)).round() == 0
    assert states(sqlite_ground) == ["queued", "cancelled"]


def test_who_writes_stop_is_sent_no_more(ground: Ground) -> None:
    ready(ground)
    asked = {"regency": PROBOLINGGO, "secret": inbound_secret(ground.centre, PROBOLINGGO)}
    said = ground.client.post(INBOUND, params=asked, content=b"BERHENTI", headers={"X-Kannel-From": PHONE})
    assert said.status_code == 204
    with reading(ground.centre.engine) as connection:
        assert stopped_numbers(connection, PROBOLINGGO) == {"+6281234901117"}
    plan(ground.centre, PROBOLINGGO, NOW_MS, has_gateway=True)
    assert states(ground) == ["suppressed"]


def test_the_stop_of_a_number_that_nobody_is_known_by_comes_to_laptops_of_the_whole_regency_alone(
    ground: Ground,
) -> None:
    asked = {"regency": PROBOLINGGO, "secret": inbound_secret(ground.centre, PROBOLINGGO)}
    ground.client.post(INBOUND, params=asked, content=b"STOP", headers={"X-Kannel-From": PHONE})
    ready(ground)
    table = ground.laptop(JATI)
    assert [row["phone"] for row in ground.laptop().rows("notice_stop").values()] == ["+6281234901117"]
    assert table.rows("notice_stop", cursors={JATI: 0}) == {}
    plan(ground.centre, PROBOLINGGO, NOW_MS, has_gateway=True)
    assert states(ground) == ["suppressed"]


def test_a_report_counts_only_with_the_secret_of_its_message(ground: Ground) -> None:
    ready(ground)
    plan(ground.centre, PROBOLINGGO, NOW_MS, has_gateway=True)
    (row,) = ground.laptop().rows("notice_step").values()
    asked = {"regency": PROBOLINGGO, "reference": row["reference"], "status": "1"}
    assert ground.client.get(REPORT, params=asked | {"secret": "0" * 32}).status_code == 404
    with reading(ground.centre.engine) as connection:
        secret = secret_of(connection, PROBOLINGGO, row["reference"])
    for _ in range(2):
        assert ground.client.get(REPORT, params=asked | {"secret": secret}).status_code == 204
    assert sorted(states(ground)) == ["delivered", "queued"]


def test_after_a_restore_nothing_goes_out_until_confirmed_and_what_was_due_is_unknown(
    ground: Ground, gateway_up: Kannel
) -> None:
    ready(ground)
    begin_epoch(ground.centre, NOW_MS)
    assert sender(ground, way(gateway_up)).round() == 0
    confirm(ground.centre)
    ground.clock.now_ms += DAY_MS
    assert sender(ground, way(gateway_up)).round() == 0
    assert states(ground) == ["unknown"]


def test_a_generic_gateway_is_asked_as_its_file_says(sqlite_ground: Ground, tmp_path: Path) -> None:
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(200, text='{"status": "0"}' if len(asked) == 1 else '{"status": "9"}')

    gateway = Gateway(
        way="http", url="http://127.0.0.1/kirim", fields={"to": "{digits}", "isi": "{text}"}, success='"status": "0"'
    )
    with httpx.Client(transport=httpx.MockTransport(answer)) as client:
        sms = Sms("+6281234901117", "Halo", "r", "")
        assert [hand_over(client, gateway, sms).state for _ in range(2)] == ["accepted", "rejected"]
    assert asked[0].content == b"to=6281234901117&isi=Halo"
    with reading(sqlite_ground.centre.engine) as connection:
        assert local_of(connection, PROBOLINGGO, NOW_MS).now.hour == 9


def test_a_file_of_secrets_that_others_can_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "gateways.json"
    path.write_bytes(msgspec.json.encode({PROBOLINGGO: {"way": "kannel", "url": "http://127.0.0.1:1"}}))
    path.chmod(0o644)
    with pytest.raises(FileError):
        read_gateways(path)
    path.chmod(0o600)
    assert read_gateways(path)[PROBOLINGGO].way == "kannel"


def test_a_generic_gateway_may_be_posted_json_and_its_address_never_holds_number_or_text() -> None:
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(200)

    fields = {"to": "{phone}", "isi": "{text}", "ref": "{reference}"}
    with httpx.Client(transport=httpx.MockTransport(answer)) as client:
        for body in ("form", "json"):
            gateway = Gateway(way="http", url="http://127.0.0.1/kirim", fields=fields, body=body)  # type: ignore[arg-type]
            assert hand_over(client, gateway, Sms("+6281234901117", "Halo", "r1", "")).state == "accepted"
    assert {(each.method, str(each.url)) for each in asked} == {("POST", "http://127.0.0.1/kirim")}
    assert msgspec.json.decode(asked[1].content) == {"to": "+6281234901117", "isi": "Halo", "ref": "r1"}


def test_kannel_is_posted_and_the_address_holds_neither_number_nor_password() -> None:
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(202, text="0: Accepted for delivery")

    gateway = Gateway(way="kannel", url="http://127.0.0.1:1/cgi-bin/sendsms", username="fieldkit", password="kunci")
    with httpx.Client(transport=httpx.MockTransport(answer)) as client:
        hand_over(client, gateway, Sms("+6281234901117", "Halo", "r1", "http://127.0.0.1:2/lapor?ref=r1"))
    (request,) = asked
    assert (request.method, str(request.url)) == ("POST", "http://127.0.0.1:1/cgi-bin/sendsms")
    assert "81234901117" not in request.headers["X-Kannel-DLR-Url"]


def test_invariant_12_a_gateway_by_get_is_refused_in_words_and_says_what_to_write(tmp_path: Path) -> None:
    path = tmp_path / "gateways.json"
    told = {"way": "http", "url": "http://127.0.0.1:1", "method": "GET", "fields": {"to": "{phone}"}}
    path.write_bytes(msgspec.json.encode({PROBOLINGGO: told}))
    path.chmod(0o600)
    with pytest.raises(FileError) as refused:
        read_gateways(path)
    assert "35.74" in str(refused.value.title)
    assert "GET" in str(refused.value.title)
    assert "json" in str(refused.value.advice)
    path.write_bytes(msgspec.json.encode({PROBOLINGGO: {**told, "method": "POST"}}))
    assert read_gateways(path)[PROBOLINGGO].body == "form"


def test_the_rule_of_the_office_holds_from_its_day(sqlite_ground: Ground, gateway_up: Kannel) -> None:
    ready(sqlite_ground)
    put_office_row(
        sqlite_ground.centre,
        PROBOLINGGO,
        "setting",
        {"key": "notice_hours", "value": "14:00-16:00", "valid_from": "2019-01-01"},
        area=PROBOLINGGO,
        now_ms=NOW_MS,
    )
    assert sender(sqlite_ground, way(gateway_up)).round() == 0
