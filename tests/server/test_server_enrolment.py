"""A laptop becomes a device, once per code."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest
import sqlalchemy as sa
from field_pens import JATI, PROBOLINGGO, Ground, read, trouble
from litestar.testing import TestClient

from fieldkit.records.wire import Enrolment, EnrolRequest, Hello, pack
from fieldkit.server.database import reading
from fieldkit.server.devices.enrolment import CODE_LIFE_MS, issue_code
from fieldkit.server.devices.guesses import FORGOTTEN_MS, FREE, guessers, one_try, wait_s
from fieldkit.server.devices.laptops import devices
from fieldkit.server.doorway.routes import build_app
from fieldkit.server.regencies import add_regency
from fieldkit.server.schema import DEVICE, ENROL_CODE, WRONG_CODE
from fieldkit.server.trouble import TroubleError

KEY = "ab" * 32


def ask(code: str, **more: object) -> EnrolRequest:
    """A request with a code."""
    return msgspec.structs.replace(EnrolRequest(code=code, device_name="Laptop Jati", public_key=KEY), **more)


def answer(ground: Ground, request: EnrolRequest) -> tuple[int, str]:
    """Status and code of a request that fails."""
    status, told = trouble(ground.client.post("/v1/enrol", content=pack(request)))
    return status, told.code


def test_prefixes_are_given_in_order_and_each_laptop_is_told_its_own(ground: Ground) -> None:
    laptops = [ground.laptop() for _ in range(3)]
    assert [laptop.enrolment.origin for laptop in laptops] == ["3574-P1.1", "3574-P2.1", "3574-P3.1"]
    assert [device.prefix for device in devices(ground.centre, PROBOLINGGO)] == ["P1", "P2", "P3"]
    assert len({laptop.enrolment.token for laptop in laptops}) == 3
    assert (laptops[0].enrolment.regency, laptops[0].enrolment.regency_name) == (PROBOLINGGO, "Kota Probolinggo")


def test_the_centre_keeps_neither_code_nor_token(ground: Ground) -> None:
    code = issue_code(ground.centre, PROBOLINGGO, [JATI], now_ms=ground.clock())
    enrolment = read(ground.client.post("/v1/enrol", content=pack(ask(code))), Enrolment)
    with reading(ground.centre.engine) as connection:
        kept = repr([*connection.execute(sa.select(ENROL_CODE)), *connection.execute(sa.select(DEVICE))])
    assert code.replace("-", "") not in kept.replace("-", "")
    assert enrolment.token not in kept


def test_a_code_works_once(ground: Ground) -> None:
    code = issue_code(ground.centre, PROBOLINGGO, [JATI], now_ms=ground.clock())
    assert ground.client.post("/v1/enrol", content=pack(ask(code))).status_code == 200
    assert answer(ground, ask(code)) == (400, "code")
    assert len(devices(ground.centre, PROBOLINGGO)) == 1


def test_a_code_may_be_typed_carelessly(ground: Ground) -> None:
    code = issue_code(ground.centre, PROBOLINGGO, [JATI], now_ms=ground.clock())
    careless = " " + code.lower().replace("-", " ") + " "
    assert ground.client.post("/v1/enrol", content=pack(ask(careless))).status_code == 200


def test_a_code_ends(ground: Ground) -> None:
    code = issue_code(ground.centre, PROBOLINGGO, [JATI], now_ms=ground.clock())
    ground.clock.now_ms += CODE_LIFE_MS
    assert answer(ground, ask(code)) == (400, "code")


@pytest.mark.parametrize(
    "code", ["", "x", "3574-AAAA-AAAA-AAAA", "9999-AAAA-AAAA-AAAA", "3574AAAA\0", "٣٥٧٤-AAAA-AAAA-AAAA"]
)
def test_a_wrong_code_is_told(ground: Ground, code: str) -> None:
    assert answer(ground, ask(code)) == (400, "code")


@pytest.mark.parametrize(
    "more",
    [
        {"device_name": ""},
        {"device_name": "x" * 201},
        {"device_name": "a\0b"},
        {"public_key": "zz"},
        {"public_key": "00"},
    ],
)
def test_a_request_that_makes_no_sense_spends_no_code(ground: Ground, more: dict[str, object]) -> None:
    code = issue_code(ground.centre, PROBOLINGGO, [JATI], now_ms=ground.clock())
    assert answer(ground, ask(code, **more)) == (400, "malformed")
    assert ground.client.post("/v1/enrol", content=pack(ask(code))).status_code == 200


def test_a_laptop_that_is_too_old_is_told(ground: Ground) -> None:
    code = issue_code(ground.centre, PROBOLINGGO, [JATI], now_ms=ground.clock())
    assert answer(ground, ask(code, protocol=0)) == (426, "too_old")


WRONG = "3574-AAAA-AAAA-AAAA"


def may_try(ground: Ground, code: str, address: str) -> bool:
    """Whether a try from elsewhere is let through; it counts as wrong."""

    def wrong(_connection: sa.Connection) -> None:
        raise TroubleError(400, "code")

    try:
        one_try(ground.centre, guessers(address, code), ground.clock(), wrong)
    except TroubleError as error:
        return error.status != 429
    return True


def test_whoever_guesses_waits_longer_each_time(ground: Ground) -> None:
    codes = iter(f"3574-AAAA-AAAA-A{number:03d}" for number in range(100, 999))
    for _ in range(FREE):
        assert answer(ground, ask(next(codes))) == (400, "code")
    waits = []
    for _ in range(4):
        response = ground.client.post("/v1/enrol", content=pack(ask(next(codes))))
        assert (trouble(response)[0], trouble(response)[1].code) == (429, "busy")
        waits.append(int(response.headers["Retry-After"]))
        ground.clock.now_ms += waits[-1] * 1000
        assert answer(ground, ask(next(codes))) == (400, "code")
    assert waits == [30, 60, 120, 240]


def test_the_wait_ends_at_an_hour() -> None:
    assert [wait_s(failures) for failures in (0, FREE - 1, FREE, FREE + 6, FREE + 7, 10**6)] == [
        0,
        0,
        30,
        1920,
        3600,
        3600,
    ]


def test_a_wait_outlives_the_process_and_holds_for_a_good_code_too(ground: Ground) -> None:
    for _ in range(FREE):
        assert answer(ground, ask(WRONG)) == (400, "code")
    code = issue_code(ground.centre, PROBOLINGGO, [JATI], now_ms=ground.clock())
    again = build_app(ground.centre, clock=ground.clock)
    with TestClient(again) as client:
        assert client.post("/v1/enrol", content=pack(ask(code))).status_code == 429
    ground.clock.now_ms += 30_000
    assert ground.client.post("/v1/enrol", content=pack(ask(code))).status_code == 200


def test_one_code_is_not_tried_from_many_addresses(ground: Ground) -> None:
    told = [may_try(ground, WRONG, f"192.0.2.{host}") for host in range(1, FREE + 3)]
    assert told == [True] * FREE + [False] * 2


def test_many_guesses_at_once_are_no_way_around(ground: Ground) -> None:
    codes = [f"3574-AAAA-AAAA-A{number}" for number in range(100, 100 + 3 * FREE)]
    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(lambda code: may_try(ground, code, "192.0.2.1"), codes))
    assert told.count(True) == FREE


def test_another_address_does_not_wait_for_the_guesser(ground: Ground) -> None:
    for number in range(100, 100 + FREE):
        assert may_try(ground, f"3574-AAAA-AAAA-A{number}", "192.0.2.1")
    assert not may_try(ground, WRONG, "192.0.2.1")
    assert may_try(ground, WRONG, "192.0.2.2")


def test_a_site_of_ipv6_is_one_guesser(ground: Ground) -> None:
    told = [may_try(ground, f"3574-AAAA-AAAA-A10{n}", f"2001:db8::{n + 1}") for n in range(FREE + 1)]
    assert told == [True] * FREE + [False]
    assert may_try(ground, WRONG, "2001:db8:0:1::1")


def test_a_good_code_and_a_day_forgive(ground: Ground) -> None:
    for _ in range(FREE - 1):
        assert answer(ground, ask(WRONG)) == (400, "code")
    assert ground.laptop().enrolment.token
    assert answer(ground, ask(WRONG)) == (400, "code")
    assert answer(ground, ask(WRONG)) == (429, "busy")
    ground.clock.now_ms += FORGOTTEN_MS
    assert answer(ground, ask(WRONG)) == (400, "code")


def test_a_clock_that_is_put_back_makes_nobody_wait_longer(ground: Ground) -> None:
    for _ in range(FREE):
        assert answer(ground, ask(WRONG)) == (400, "code")
    ground.clock.now_ms -= 400 * 24 * 60 * 60 * 1000
    response = ground.client.post("/v1/enrol", content=pack(ask(WRONG)))
    assert response.headers["Retry-After"] == "30"


def test_the_centre_keeps_no_address(ground: Ground) -> None:
    assert may_try(ground, WRONG, "192.0.2.77")
    with reading(ground.centre.engine) as connection:
        kept = repr([*connection.execute(sa.select(WRONG_CODE))])
    assert "192.0.2.77" not in kept
    assert "AAAA" not in kept


def test_areas_are_granted_without_those_that_another_covers(ground: Ground) -> None:
    laptop = ground.laptop(JATI, "35.74.03", "35.74.01.1001")
    assert laptop.enrolment.areas == ["35.74.01.1001", "35.74.03"]
    hello = read(laptop.ask("GET", "/v1/hello"), Hello)
    assert [area.area for area in hello.areas] == ["35.74.01.1001", "35.74.03"]


@pytest.mark.parametrize("code", ["35", "35.74.01", "x", ""])
def test_only_a_regency_is_hosted(ground: Ground, code: str) -> None:
    with pytest.raises(ValueError, match="not the code of a regency"):
        add_regency(ground.centre, code, "X")


def test_a_regency_that_is_hosted_keeps_its_key(ground: Ground) -> None:
    before = ground.laptop().enrolment.centre_key
    add_regency(ground.centre, PROBOLINGGO, "Kota Probolinggo")
    assert ground.laptop().enrolment.centre_key == before
