"""A laptop becomes a device, once per code."""

from __future__ import annotations

import msgspec
import pytest
import sqlalchemy as sa
from field_pens import JATI, PROBOLINGGO, Ground, read, trouble

from fieldkit.records.wire import Enrolment, EnrolRequest, Hello, pack
from fieldkit.server.database import reading
from fieldkit.server.devices import devices
from fieldkit.server.enrolment import CODE_LIFE_MS, issue_code
from fieldkit.server.guesses import WINDOW_MS, WRONG_AT_MOST
from fieldkit.server.regencies import add_regency
from fieldkit.server.schema import DEVICE, ENROL_CODE

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


def test_whoever_guesses_is_made_to_wait(sqlite_ground: Ground) -> None:
    for _ in range(WRONG_AT_MOST):
        assert answer(sqlite_ground, ask("3574-AAAA-AAAA-AAAA")) == (400, "code")
    response = sqlite_ground.client.post("/v1/enrol", content=pack(ask("3574-AAAA-AAAA-AAAA")))
    assert trouble(response)[0] == 429
    assert response.headers["Retry-After"] == "61"
    code = issue_code(sqlite_ground.centre, PROBOLINGGO, [JATI], now_ms=sqlite_ground.clock())
    assert answer(sqlite_ground, ask(code)) == (429, "busy")
    sqlite_ground.clock.now_ms += WINDOW_MS
    assert sqlite_ground.client.post("/v1/enrol", content=pack(ask(code))).status_code == 200


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
