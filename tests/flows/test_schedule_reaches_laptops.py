"""What a planner draws reaches each laptop of the area, with what it is made of, and nobody else can draw."""

from __future__ import annotations

import pytest

from fieldkit.domain.identifiers import UserId
from fieldkit.domain.planning.schedule import PlanState
from fieldkit.host.clock import now_ms
from fieldkit.records.tables import (
    CALENDAR_DAY,
    CERTIFICATE,
    DEVICE_SET,
    PLAN_STAFF,
    PRINT_PERMIT,
    SHIFT_PLAN,
    TEAM,
    TEAM_MEMBER,
)
from fieldkit.server.office.writing import add_user
from fieldkit.store.queries.planning.schedule import Schedule, schedule
from fieldkit.store.queries.shifts import planned_shifts
from fieldkit.work.planning.office import KeepDay, KeepPermit, keep_day, keep_permit
from fieldkit.work.planning.plans import publish_shifts
from tests.calendars import MAYANGAN, WEDNESDAY, Calendar, furnish_for
from tests.flows.enrolled import Ground, Laptop, in_areas, kinds
from tests.laptops import JATI, REGENCY

OF_THE_OFFICE = (TEAM, TEAM_MEMBER, DEVICE_SET, CERTIFICATE, PRINT_PERMIT, CALENDAR_DAY, PLAN_STAFF)


def user(ground: Ground, name: str, role: str) -> UserId:
    return UserId(add_user(ground.centre, REGENCY, name=name, role=role, now_ms=now_ms(ground.clock))[0])


@pytest.fixture
def planner(ground: Ground) -> tuple[Laptop, Calendar]:
    """The laptop of the office, with a planner at it and everything that plans are made of."""
    made = [user(ground, name, role) for name, role in (("Hendra Saputra", "planner"), ("Fitri Handayani", "operator"))]
    office = ground.laptop("office")
    known = furnish_for(office.store, made[0], ground.lead, made[1])
    office.store.execute(keep_permit, "", KeepPermit(MAYANGAN, True, True, True, True, "", WEDNESDAY, None))
    office.store.execute(keep_day, "", KeepDay(WEDNESDAY, "holiday", "Hari Raya Nyepi"))
    return office, known


def seen(laptop: Laptop) -> Schedule:
    return laptop.store.query(schedule, WEDNESDAY, WEDNESDAY)


def test_a_laptop_of_one_village_gets_its_shifts_and_all_that_they_are_made_of(
    ground: Ground, planner: tuple[Laptop, Calendar]
) -> None:
    office, calendar = planner
    plan_id = calendar.plan(crew=((calendar.rina, "operator"),))
    calendar.other()
    office.store.execute(publish_shifts, [plan_id])
    office.sync()
    assert kinds(ground) == []
    table = in_areas(ground, "table", JATI)
    found = seen(table)
    assert [(plan.id, plan.state) for plan in found.plans] == [(plan_id, PlanState.PUBLISHED)]
    (plan,) = found.plans
    assert ([member.name for member in plan.staff], plan.set_code) == (["Rina Wulandari"], "P-02")
    assert [row[:-1] for row in table.rows(SHIFT_PLAN)] == [
        row[:-1] for row in ground.rows(SHIFT_PLAN) if row[2] == JATI
    ]
    for each in OF_THE_OFFICE:
        assert table.rows(each) == ground.rows(each) != []
    assert [one.id for one in table.store.query(planned_shifts, WEDNESDAY.isoformat())] == [plan_id]
    assert found.register == calendar.week().register


def test_a_shift_that_a_planner_moves_is_moved_everywhere(ground: Ground, planner: tuple[Laptop, Calendar]) -> None:
    office, calendar = planner
    plan_id = calendar.plan()
    office.sync()
    table = in_areas(ground, "table", JATI)
    office.store.execute(publish_shifts, [plan_id])
    office.sync()
    table.sync()
    assert [plan.state for plan in seen(table).plans] == [PlanState.PUBLISHED]
