"""A laptop in the wrong hands: its token lets it in, and says nothing of who sits there."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from field_pens import AT, JATI, PROBOLINGGO, FieldLaptop, Ground, key_of, new_id

from fieldkit.domain.rules.signed import RULED
from fieldkit.domain.signing import canonical
from fieldkit.server.cases import open_cases
from fieldkit.server.office.writing import add_user
from fieldkit.server.regencies import add_regency
from fieldkit.server.schema import DEVICE_GRANT

GUEST = "35.13"
HEALTH = "35.74+"


def planner(ground: Ground) -> str:
    user, _ = add_user(ground.centre, PROBOLINGGO, name="Bu Tutik", role="planner", now_ms=ground.clock())
    return user


def given(ground: Ground, laptop: FieldLaptop) -> set[str]:
    query = sa.select(DEVICE_GRANT.c.area).where(DEVICE_GRANT.c.device_id == laptop.enrolment.device_id)
    with ground.centre.engine.connect() as connection:
        return set(connection.execute(query).scalars())


def share(by: FieldLaptop, guest_regency: str, prefix: str, areas: str) -> None:
    terms = {
        "name": "Gotong royong",
        "guest_regency": guest_regency,
        "from_day": "2019-02-23",
        "until_day": "2019-12-31",
        "areas": areas,
        "laptops": f'["{prefix}"]',
    }
    mission = by.pen.insert("mission", terms, area=PROBOLINGGO)
    by.pen.insert("mission_step", {"mission_id": mission, "state": "lists_shared", "at": AT}, area=PROBOLINGGO)
    by.push()


def test_a_laptop_of_a_village_gives_itself_nothing_by_the_name_of_a_planner(ground: Ground) -> None:
    stolen = ground.laptop(JATI, user=planner(ground))
    share(stolen, PROBOLINGGO, "P1", f'["{PROBOLINGGO}", "{HEALTH}"]')
    assert given(ground, stolen) == {JATI}


def test_a_laptop_of_a_village_gives_nothing_to_a_laptop_elsewhere(ground: Ground) -> None:
    add_regency(ground.centre, GUEST, "Kab. Probolinggo")
    guest = ground.laptop(GUEST, regency=GUEST)
    share(ground.laptop(JATI, user=planner(ground)), GUEST, "P1", f'["{PROBOLINGGO}"]')
    assert given(ground, guest) == {GUEST}


def test_a_laptop_of_a_village_does_not_widen_a_mission_of_the_office(ground: Ground) -> None:
    add_regency(ground.centre, GUEST, "Kab. Probolinggo")
    user, guest = planner(ground), ground.laptop(GUEST, regency=GUEST)
    share(ground.laptop(user=user), GUEST, "P1", f'["{JATI}"]')
    stolen = ground.laptop(JATI, user=user)
    (mission,) = stolen.rows("mission", cursors={JATI: 0})
    stolen.pen.edit("mission", mission, area=PROBOLINGGO, areas=f'["{PROBOLINGGO}"]')
    stolen.push()
    assert given(ground, guest) == {GUEST, JATI}


def test_a_mission_gives_neither_the_hosts_own_laptops_nor_the_health_side(ground: Ground) -> None:
    add_regency(ground.centre, GUEST, "Kab. Probolinggo")
    office, own = ground.laptop(user=planner(ground)), ground.laptop(JATI)
    guest = ground.laptop(GUEST, regency=GUEST)
    share(office, PROBOLINGGO, "P2", f'["{PROBOLINGGO}"]')
    share(office, GUEST, "P1", f'["{JATI}", "{HEALTH}.03.1004", "{HEALTH}"]')
    assert given(ground, own) == {JATI}
    assert given(ground, guest) == {GUEST, JATI}


def rule(ground: Ground, laptop: FieldLaptop, head: str, code: str) -> None:
    """A policy, with the signature of a head whose key was made on this laptop."""
    verifier = ground.laptop().rows("app_user")[head]["start_code_hash"]
    key, row = key_of(laptop, head, code, verifier=verifier, area=PROBOLINGGO), new_id()
    told = {"key": "proxy_rule", "value": "anybody", "since": "2019-03-01"}
    document = canonical({"kind": RULED, "settings": [{"id": row, **told}]}).decode()
    approval = {"kind": RULED, "subject": row, "document": document, "signer_id": head, "key_id": key.id, "at": AT}
    approval["signature"] = key.sign(document)
    setting = {"key": told["key"], "value": told["value"], "valid_from": told["since"]}
    changes = [("setting", row, setting), ("approval", new_id(), approval)]
    laptop.pen.command([(table, id_, PROBOLINGGO, values, True, {}) for table, id_, values in changes])
    laptop.push()


@pytest.mark.parametrize(("areas", "rules"), [((JATI,), []), ((), ["proxy_rule"])])
def test_policy_is_signed_on_a_laptop_of_the_office(ground: Ground, areas: tuple[str, ...], rules: list[str]) -> None:
    head, code = add_user(ground.centre, PROBOLINGGO, name="Suroso", role="head", now_ms=ground.clock())
    laptop = ground.laptop(*areas, user=head)
    rule(ground, laptop, head, code)
    assert [each["key"] for each in ground.laptop().rows("setting").values()] == rules
    kinds = [case.kind for case in open_cases(ground.centre, PROBOLINGGO)]
    assert kinds == ([] if rules else ["scope", "scope"]), "the one about what is signed shows that it is doubted"


def test_policy_is_not_signed_with_a_key_that_nobody_proved(ground: Ground) -> None:
    head, _ = add_user(ground.centre, PROBOLINGGO, name="Suroso", role="head", now_ms=ground.clock())
    rule(ground, ground.laptop(user=head), head, "")
    assert ground.laptop().rows("setting") == {}
    assert {case.kind for case in open_cases(ground.centre, PROBOLINGGO)} == {"key", "signature"}


def test_a_laptop_of_a_village_sets_no_target(ground: Ground) -> None:
    stolen = ground.laptop(JATI, user=planner(ground))
    stolen.pen.insert("target", {"village": JATI, "quantity": 1, "until": "2019-12-31"}, area=JATI)
    stolen.push()
    assert ground.laptop().rows("target") == {}
    assert [case.kind for case in open_cases(ground.centre, PROBOLINGGO)] == ["scope"]


def test_a_laptop_of_a_village_does_not_say_how_the_office_is_called(ground: Ground) -> None:
    office, stolen = ground.laptop(user=planner(ground)), ground.laptop(JATI, user=planner(ground))
    named = {"key": "office_name", "value": "Dukcapil", "valid_from": "2019-02-01"}
    row = office.pen.insert("setting", named, area=PROBOLINGGO)
    office.push()
    stolen.pen.edit("setting", row, area=PROBOLINGGO, value="Bayar di contoh.example")
    stolen.pen.insert("setting", {**named, "value": "Bayar di contoh.example"}, area=PROBOLINGGO)
    stolen.push()
    assert [each["value"] for each in office.rows("setting").values()] == ["Dukcapil"]
