"""The centre holds what each role may do once more: what comes without it is a case, not applied, and not lost."""

from __future__ import annotations

import pytest
from field_pens import AT, JATI, PROBOLINGGO, Ground, request_for, resident

from fieldkit.domain.orders.order import USER_ROLES
from fieldkit.domain.roles import LEADS, PLANNERS
from fieldkit.server.cases import open_cases
from fieldkit.server.office.writing import add_user


def somebody(ground: Ground, role: str) -> str:
    return add_user(ground.centre, PROBOLINGGO, name="Dewi Lestari", role=role, now_ms=ground.clock())[0]


@pytest.mark.parametrize("role", ["viewer", "head"])
def test_who_only_reads_registers_nobody_and_what_came_is_kept(ground: Ground, role: str) -> None:
    laptop = ground.laptop(user=somebody(ground, role))
    person = laptop.pen.insert("resident", resident(), area=JATI)
    request = laptop.pen.insert("service_request", request_for(person))
    assert [each.reason for each in laptop.push().exceptions] == ["user", "user"]
    assert set(laptop.rows("service_request")) == {request}
    assert [case.kind for case in open_cases(ground.centre, PROBOLINGGO)] == ["user", "user"]


def test_an_edit_by_somebody_without_the_role_is_proposed_and_not_applied(ground: Ground) -> None:
    office, viewer = ground.laptop(), ground.laptop(user=somebody(ground, "viewer"))
    person = office.pen.insert("resident", resident(phone="08123"), area=JATI)
    office.push()
    viewer.pen.edit("resident", person, phone="08999")
    assert [each.reason for each in viewer.push().exceptions] == ["user"]
    assert office.rows("resident")[person]["phone"] == "08123"
    assert open_cases(ground.centre, PROBOLINGGO)[0].details["proposed"] == {"phone": "08999"}


@pytest.mark.parametrize(("role", "reasons"), [("operator", ["user"]), ("clerk", ["user"]), ("keeper", [])])
def test_who_keeps_the_stock_counts_it(ground: Ground, role: str, reasons: list[str]) -> None:
    laptop = ground.laptop(user=somebody(ground, role))
    told = {"holder": "office", "product": "blank", "counted": 5, "expected": 5, "counted_by": "x", "at": AT}
    laptop.pen.insert("stock_count", told)
    assert [each.reason for each in laptop.push().exceptions] == reasons


@pytest.mark.parametrize("role", USER_ROLES)
@pytest.mark.parametrize(
    ("kind", "may"), [("table", LEADS), ("reopening", LEADS), ("reported", PLANNERS), ("correction", PLANNERS)]
)
def test_what_is_signed_about_a_shift_is_doubted_from_whoever_may_not_say_it(
    sqlite_ground: Ground, kind: str, may: frozenset[str], role: str
) -> None:
    user = somebody(sqlite_ground, role)
    laptop = sqlite_ground.laptop(user=user)
    told = {"shift_id": "s", "kind": kind, "number": 1, "document": "{}", "signer_id": user, "key_id": "k", "at": AT}
    row = laptop.pen.insert("closing", {**told, "signature": "00"})
    reasons = [each.reason for each in laptop.push().exceptions]
    assert ("user" in reasons) == (role not in may)
    assert set(laptop.rows("closing")) == {row}, "kept, as all that came"


@pytest.mark.parametrize(("role", "reasons"), [("viewer", []), ("operator", []), ("head", [])])
def test_that_somebody_looked_is_taken_from_anybody(ground: Ground, role: str, reasons: list[str]) -> None:
    user = somebody(ground, role)
    laptop = ground.laptop(user=user)
    laptop.pen.insert("look", {"resident_id": "r", "field": "nik", "user_id": user, "at": AT})
    assert [each.reason for each in laptop.push().exceptions] == reasons
