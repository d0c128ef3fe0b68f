"""How a laptop becomes one of the centre's."""

from __future__ import annotations

from typing import cast

import msgspec
import pytest
from centre_double import CentreDouble, always, response
from laptop_double import ORIGIN, LaptopDouble

from fieldkit.domain.errors import CentreTroubleError, RuleError
from fieldkit.host.clock import SystemClock
from fieldkit.host.secrets import verify
from fieldkit.records.wire import EnrolRequest, unpack
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.sync.doorway import Doorway
from fieldkit.sync.engine import connect
from fieldkit.sync.enrolment import enrol

URL = "http://127.0.0.1:8000"


def enrolled_at(centre: CentreDouble, laptop: LaptopDouble, code: str = "3574-AAAA", name: str = "Laptop P2") -> None:
    enrol(Doorway(URL, transport=centre.transport()), cast(Exchange, laptop), code, name)


def test_a_good_code_makes_the_laptop_one_of_the_centres() -> None:
    centre, laptop = CentreDouble(), LaptopDouble(enrolled=False)
    enrolled_at(centre, laptop, code=" 3574-aaaa ")
    assert laptop.adopted is not None
    enrolment, _, url = laptop.adopted
    assert (enrolment.origin, enrolment.token, url) == (ORIGIN, "token-1", URL)


def test_the_laptop_keeps_the_private_half_of_the_key_it_showed() -> None:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    centre, laptop = CentreDouble(), LaptopDouble(enrolled=False)
    enrolled_at(centre, laptop)
    asked = msgspec.json.decode(unpack(centre.requests[0].read()), type=EnrolRequest)
    assert laptop.adopted is not None
    secret = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(laptop.adopted[1]))
    assert verify(asked.public_key, secret.sign(b"uji").hex(), b"uji")
    assert laptop.adopted[1] not in centre.requests[0].read().hex()


def test_the_centres_own_authority_is_kept_for_every_later_contact() -> None:
    centre, laptop = CentreDouble(), LaptopDouble(enrolled=False)
    doorway = Doorway(URL, transport=centre.transport(), own_authority="PEM")
    enrol(doorway, cast(Exchange, laptop), "3574-AAAA", "P2")
    engine = connect(cast(Exchange, laptop), SystemClock(), lambda _: None)
    assert engine._parts.doorway.own_authority == "PEM"


def test_a_wrong_code_changes_nothing() -> None:
    laptop = LaptopDouble(enrolled=False)
    with pytest.raises(RuleError) as refused:
        enrolled_at(CentreDouble(), laptop, code="3574-SALAH")
    assert refused.value.problems[0].field == "code"
    assert laptop.adopted is None


@pytest.mark.parametrize(
    ("enrolled", "code", "name", "field"),
    [
        (True, "3574-AAAA", "P2", "code"),
        (False, " ", "P2", "code"),
        (False, "3574-AAAA", "", "device_name"),
        (False, "3574-AAAA", "P2\nlagi", "device_name"),
        (False, "3574-AAAA", "P" * 81, "device_name"),
    ],
)
def test_a_code_is_not_spent_in_vain(enrolled: bool, code: str, name: str, field: str) -> None:
    centre, laptop = CentreDouble(), LaptopDouble(enrolled=enrolled)
    with pytest.raises(RuleError) as refused:
        enrolled_at(centre, laptop, code, name)
    assert [problem.field for problem in refused.value.problems] == [field]
    assert centre.requests == []


def test_a_broken_answer_changes_nothing() -> None:
    centre, laptop = CentreDouble(), LaptopDouble(enrolled=False)
    centre.fault = always("enrol", lambda _: response(200, b"<html>"))
    with pytest.raises(CentreTroubleError):
        enrolled_at(centre, laptop)
    assert laptop.adopted is None
