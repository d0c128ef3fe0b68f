"""What everybody may see: the day's stock, and with the reference of a receipt where the card is."""

from __future__ import annotations

import logging

import httpx
import pytest
from field_pens import AT, NOW_MS, PROBOLINGGO, Ground, new_id, request_for, resident
from litestar.testing import TestClient
from test_web_office_page import browser

from fieldkit.domain.requests.receipt import PUBLIC_PAGE
from fieldkit.server.office.writing import put_office_row
from fieldkit.server.regencies import add_regency
from fieldkit.server.web.lookup import ADDRESS_BURST, ADDRESS_EACH_MS, REGENCY_BURST, may_ask

REFERENCE = "K7Q2M9XRTB"
_OWN = {"Sec-Fetch-Site": "same-origin"}


def ask(client: TestClient, reference: str, regency: str = PROBOLINGGO) -> httpx.Response:
    """Hand in the form."""
    return client.post(f"/umum/{regency}", data={"resi": reference}, headers=_OWN)


def hand_in(ground: Ground, client: TestClient, *facts: tuple[str, dict[str, object]]) -> None:
    """A request with this reference, and what happened to its card."""
    laptop = ground.laptop()
    laptop.client = client
    person = laptop.pen.insert("resident", resident("SITI AMINAH", nik="3574035707909901"))
    values = request_for(person, receipt_ref=REFERENCE, reason="first_recording")
    request = laptop.pen.insert("service_request", values)
    for table, fact in facts:
        laptop.pen.insert(table, {"request_id": request, "at": AT, **fact})
    laptop.push()


def test_the_stock_is_shown_without_signing_in(ground: Ground) -> None:
    laptop = ground.laptop()
    movement = {
        "product": "blank",
        "kind": "receive",
        "from_holder": "supplier",
        "to_holder": "office",
        "quantity": 1412,
    }
    laptop.pen.insert("stock_movement", {**movement, "at": AT})
    with browser(ground) as client:
        laptop.client = client
        laptop.push()
        page = client.get("/umum/35.74")
    assert page.status_code == 200
    assert "1.412" in page.text
    assert "Per Sab 23 Feb 2019 09.05." in page.text


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ([], "Permohonan tercatat, belum dilayani."),
        ([("request_step", {"step": "recorded"})], "Sudah direkam. Kartu belum dicetak"),
        ([("card_place", {"state": "ready", "place": "Loket 2, Kel. Jati"})], "bisa diambil di Loket 2, Kel. Jati."),
        ([("card_place", {"state": "sent_to_district", "place": "Kec. Mayangan"})], "dalam perjalanan ke kecamatan"),
        ([("card_place", {"state": "at_district", "place": "Kantor Kec. Mayangan"})], "bisa diambil di Kantor Kec."),
        ([("card_handover", {"received_by": "BUDI", "identity_shown": "kk"})], "Kartu sudah diserahkan."),
        ([("card_place", {"state": "owner_deceased", "place": "Kantor"})], "Tanyakan ke kantor"),
    ],
)
def test_state_and_place_are_told_and_nothing_of_the_person(
    sqlite_ground: Ground, facts: list[tuple[str, dict[str, object]]], told: str
) -> None:
    with browser(sqlite_ground) as client:
        hand_in(sqlite_ground, client, *facts)
        page = ask(client, " k7q2m-9xrtb ").text
    assert told in page
    assert not any(word in page for word in ("SITI", "AMINAH", "3574035707909901", "BUDI", REFERENCE))


def test_references_that_nobody_has_are_answered_alike(sqlite_ground: Ground) -> None:
    add_regency(sqlite_ground.centre, "35.10", "Kabupaten Banyuwangi")
    with browser(sqlite_ground) as client:
        hand_in(sqlite_ground, client)
        answers = [ask(client, words) for words in ("ZZZZZZZZZZ", "1", "' OR 1=1 --", "<b>", "9" * 3000)]
        elsewhere = ask(client, REFERENCE, "35.10")
    assert {(each.status_code, each.text) for each in answers} == {(200, answers[0].text)}
    assert "Tidak ada kartu dengan nomor itu." in answers[0].text
    assert "Tidak ada kartu dengan nomor itu." in elsewhere.text


def test_an_address_that_asks_too_often_waits_whatever_it_asks_for(ground: Ground) -> None:
    with browser(ground) as client:
        hand_in(ground, client)
        told = [
            ask(client, REFERENCE if number % 2 else "ZZZZZZZZZZ").status_code for number in range(ADDRESS_BURST + 1)
        ]
        assert told == [200] * ADDRESS_BURST + [429]
        ground.clock.now_ms += ADDRESS_EACH_MS
        assert [ask(client, REFERENCE).status_code for _ in range(2)] == [200, 429]
        assert client.get("/umum/35.74").status_code == 200


def test_a_regency_that_is_asked_too_often_waits_whoever_asks(sqlite_ground: Ground) -> None:
    centre = sqlite_ground.centre
    add_regency(centre, "35.10", "Kabupaten Banyuwangi")
    told = [
        may_ask(centre, PROBOLINGGO, f"10.0.{each // 250}.{each % 250}", NOW_MS) for each in range(REGENCY_BURST + 1)
    ]
    assert told == [True] * REGENCY_BURST + [False]
    assert may_ask(centre, "35.10", "10.1.0.1", NOW_MS)


def test_addresses_of_one_ipv6_network_count_together(sqlite_ground: Ground) -> None:
    told = [
        may_ask(sqlite_ground.centre, PROBOLINGGO, f"2001:db8::{each:x}", NOW_MS) for each in range(ADDRESS_BURST + 1)
    ]
    assert told[-1] is False


def test_the_reference_is_neither_taken_from_the_address_nor_written_to_a_log(
    sqlite_ground: Ground, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, "fieldkit"), browser(sqlite_ground) as client:
        hand_in(sqlite_ground, client)
        assert "Jawaban" not in client.get(f"/umum/35.74?resi={REFERENCE}").text
        answer = ask(client, REFERENCE)
    assert REFERENCE not in str(answer.url)
    assert REFERENCE not in caplog.text


def test_a_regency_that_is_not_served_has_no_page(sqlite_ground: Ground) -> None:
    with browser(sqlite_ground) as client:
        assert [client.get(f"/umum/{each}").status_code for each in ("11.01", "x", new_id())] == [404] * 3


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ([("off", None)], 404),
        ([("off", None), ("on", "2019-02-23")], 200),
        ([("off", None), ("on", "2019-02-24")], 404),
        ([("on", None), ("off", None)], 404),
        ([("yang lain", None)], 200),
    ],
)
def test_an_office_opens_and_closes_its_page_from_a_day_on(
    sqlite_ground: Ground, words: list[tuple[str, str | None]], status: int
) -> None:
    for later_ms, (value, since) in enumerate(words):
        row, at_ms = {"key": PUBLIC_PAGE, "value": value, "valid_from": since}, NOW_MS + later_ms
        put_office_row(sqlite_ground.centre, PROBOLINGGO, "setting", row, area=PROBOLINGGO, now_ms=at_ms)
    add_regency(sqlite_ground.centre, "35.10", "Kabupaten Banyuwangi")
    with browser(sqlite_ground) as client:
        assert client.get("/umum/35.74").status_code == status
        assert ask(client, REFERENCE).status_code == status
        assert client.get("/umum/35.10").status_code == 200
