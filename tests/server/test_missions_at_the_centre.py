"""Whose word gives a guest laptop the lists of a host: a planner's, and of the host's own areas."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa
from field_pens import AT, PROBOLINGGO, FieldLaptop, Ground

from fieldkit.records.missions import LaptopWord, laptop_word
from fieldkit.server.cases import open_cases
from fieldkit.server.office import missions
from fieldkit.server.office.writing import add_user
from fieldkit.server.regencies import add_regency
from fieldkit.server.schema import DEVICE_GRANT

GUEST = "35.13"
MAYANGAN = "35.74.03"
TERMS = {
    "name": "Gotong royong",
    "guest_regency": GUEST,
    "from_day": "2019-02-23",
    "until_day": "2019-02-24",
    "areas": f'["{MAYANGAN}"]',
    "laptops": '["P1"]',
}


@pytest.fixture
def guest(ground: Ground) -> FieldLaptop:
    add_regency(ground.centre, GUEST, "Kab. Probolinggo")
    return ground.laptop(GUEST, regency=GUEST)


def of_role(ground: Ground, role: str) -> FieldLaptop:
    user, _ = add_user(ground.centre, PROBOLINGGO, name="Budi", role=role, now_ms=ground.clock())
    return ground.laptop(user=user)


def given(ground: Ground) -> dict[str, int | None]:
    """What the guest laptop was given beside its own regency, and until when."""
    query = sa.select(DEVICE_GRANT.c.area, DEVICE_GRANT.c.until_ms).where(DEVICE_GRANT.c.regency == GUEST)
    with ground.centre.engine.connect() as connection:
        return {area: until_ms for area, until_ms in connection.execute(query) if area != GUEST}


def share(laptop: FieldLaptop, **terms: str) -> str:
    mission = laptop.pen.insert("mission", TERMS | terms, area=PROBOLINGGO)
    step(laptop, mission, "lists_shared")
    return mission


def step(laptop: FieldLaptop, mission: str, state: str, at: str = AT) -> None:
    laptop.pen.insert("mission_step", {"mission_id": mission, "state": state, "at": at}, area=PROBOLINGGO)
    laptop.push()


def spans(ground: Ground) -> dict[str, tuple[str, str]]:
    """The days on which the guest laptop has each area of the host: the first, and the one behind the last."""
    this = DEVICE_GRANT.c
    query = sa.select(this.area, this.from_ms, this.until_ms).where(this.regency == GUEST, this.area != GUEST)
    with ground.centre.engine.connect() as connection:
        return {area: (_day(from_ms), _day(until_ms)) for area, from_ms, until_ms in connection.execute(query)}


def _day(at_ms: int) -> str:
    return datetime.fromtimestamp(at_ms / 1000, ZoneInfo("Asia/Jakarta")).isoformat(timespec="minutes")[5:-6]


def test_a_planners_word_gives_the_areas_until_the_last_day_is_over(ground: Ground, guest: FieldLaptop) -> None:
    share(of_role(ground, "planner"))
    assert given(ground) == {MAYANGAN: 1_551_027_600_000}, "midnight behind 24 February in Probolinggo"
    assert guest is not None


@pytest.mark.parametrize("role", ["operator", "lead", "clerk", "head"])
def test_nobody_else_gives_anything(ground: Ground, guest: FieldLaptop, role: str) -> None:
    share(of_role(ground, role))
    assert given(ground) == {}
    assert {case.kind for case in open_cases(ground.centre, PROBOLINGGO)} <= {"user", "office"}
    assert open_cases(ground.centre, PROBOLINGGO)
    assert guest is not None


def test_a_lead_does_not_widen_what_a_planner_shared(ground: Ground, guest: FieldLaptop) -> None:
    planner, lead = of_role(ground, "planner"), of_role(ground, "lead")
    share(planner)
    (mission,) = ground.laptop().rows("mission")
    lead.pen.edit("mission", mission, area=PROBOLINGGO, areas=f'["{PROBOLINGGO}"]')
    lead.push()
    assert list(given(ground)) == [MAYANGAN]
    assert guest is not None


def test_a_host_gives_no_areas_but_its_own(ground: Ground, guest: FieldLaptop) -> None:
    add_regency(ground.centre, "35.10", "Kab. Banyuwangi")
    share(of_role(ground, "planner"), areas=f'["{MAYANGAN}", "35.10.01", "35.7", "{MAYANGAN}x"]')
    assert list(given(ground)) == [MAYANGAN]
    assert guest is not None


def test_a_word_about_a_laptop_that_the_centre_did_not_say_takes_nothing_from_it(
    ground: Ground, guest: FieldLaptop
) -> None:
    planner = of_role(ground, "planner")
    share(planner)
    (mission,) = ground.laptop().rows("mission")
    forged = laptop_word(LaptopWord("P1", "gone", areas=(GUEST,), until="2019-02-01T00:00:00.000Z"))
    values = {"mission_id": mission, "state": "laptop", "note": forged, "at": "2019-02-23T09:00:00.000Z"}
    planner.pen.insert("mission_step", values, area=PROBOLINGGO)
    planner.push()
    query = sa.select(DEVICE_GRANT.c.until_ms).where(DEVICE_GRANT.c.regency == GUEST, DEVICE_GRANT.c.area == GUEST)
    with ground.centre.engine.connect() as connection:
        assert connection.execute(query).scalars().all() == [None]
    assert list(given(ground)) == [MAYANGAN]
    assert guest is not None


@pytest.mark.parametrize(
    "days", [("2019-02-23", "9999-12-31"), ("0001-01-01", "2019-12-31"), ("0001-01-02", "2019-12-31")]
)
def test_days_that_no_clock_reaches_keep_nothing_else_waiting(
    ground: Ground, guest: FieldLaptop, days: tuple[str, str]
) -> None:
    planner = of_role(ground, "planner")
    share(planner, from_day=days[0], until_day=days[1])
    assert given(ground) == {}
    share(planner)
    assert list(given(ground)) == [MAYANGAN]
    assert guest is not None


def test_a_mission_that_goes_on_in_another_keeps_its_lists_throughout(ground: Ground, guest: FieldLaptop) -> None:
    planner = of_role(ground, "planner")
    first = share(planner)
    assert spans(ground) == {MAYANGAN: ("02-22T00:00", "02-25T00:00")}
    second = share(planner, from_day="2019-02-25", until_day="2019-02-28")
    assert spans(ground) == {MAYANGAN: ("02-22T00:00", "03-01T00:00")}, "the second must not take today from the first"
    step(planner, second, "cancelled", "2019-02-23T02:06:00Z")
    assert spans(ground) == {MAYANGAN: ("02-22T00:00", "02-25T00:00")}, "nor its end the days of the first"
    step(planner, first, "cancelled", "2019-02-23T02:07:00Z")
    assert spans(ground) == {MAYANGAN: ("02-22T00:00", "02-23T09:05")}
    assert guest is not None


def test_between_two_missions_the_guest_has_nothing(ground: Ground, guest: FieldLaptop) -> None:
    planner = of_role(ground, "planner")
    share(planner)
    share(planner, from_day="2019-03-10", until_day="2019-03-12")
    assert spans(ground) == {MAYANGAN: ("02-22T00:00", "02-25T00:00")}
    ground.clock.now_ms += 10 * 24 * 60 * 60 * 1000
    planner.pen.insert("mission", TERMS | {"until_day": "2019-04-01"}, area=PROBOLINGGO)
    planner.push()
    assert spans(ground) == {MAYANGAN: ("03-09T00:00", "03-13T00:00")}
    assert guest is not None


def test_a_mission_that_is_called_off_after_a_power_cut_leaves_the_guest_nothing(
    ground: Ground, guest: FieldLaptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    planner = of_role(ground, "planner")

    def cut(*_: object, **__: object) -> None:
        raise sa.exc.SQLAlchemyError

    with monkeypatch.context() as patched:
        patched.setattr(missions, "put_composed_rows", cut)
        mission = share(planner)
    assert spans(ground) == {MAYANGAN: ("02-22T00:00", "02-25T00:00")}
    step(planner, mission, "cancelled", "2019-02-23T02:06:00Z")
    assert spans(ground) == {MAYANGAN: ("02-22T00:00", "02-23T09:05")}
    assert guest is not None
