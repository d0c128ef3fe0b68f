"""The days of the articles as figures: two shifts of one day (A1), and who is served after hours (A10)."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from fieldkit.domain.requests.service import Step
from fieldkit.store.queries.closing.figures import people_figures
from fieldkit.store.queries.lists.listing import list_counts
from fieldkit.store.queries.shifts import CURRENT_SHIFT
from fieldkit.store.queries.today.day import recorded_by_shift
from fieldkit.store.queries.today.page import today_view
from fieldkit.store.queries.today.sessions import DayTally, days_between, sessions_of_day
from fieldkit.store.store import Store
from fieldkit.work.shifts.opening import OpenShift, open_shift
from fieldkit.work.table.outcomes import note_step
from tests.laptops import JATI, SATURDAY, ZONE, StillClock, add_people, add_plan, opened, registered

DAY = SATURDAY.isoformat()


def at_site_clock(time: str) -> datetime:
    """A time of Saturday in Probolinggo."""
    hour, minute = map(int, time.split(":"))
    return datetime(2019, 2, 23, hour - 7, minute, tzinfo=UTC)


def session(store: Store, clock: StillClock, name: str, start: str, end: str, plan_id: str | None = None) -> str:
    clock.now = at_site_clock(start)
    command = OpenShift(plan_id, SATURDAY, name, "Kantor Kelurahan Jati", JATI, start, end, ZONE, 50, 0, ())
    return store.execute(open_shift, command)


def record(store: Store, clock: StillClock, residents: list[str], start: str) -> None:
    """One person every two minutes, from a time of day at the site on."""
    clock.now = at_site_clock(start)
    for resident in residents:
        clock.pass_by(minutes=2)
        request = registered(store, resident).request_id
        store.execute(note_step, request, Step.RECORDED)


def left_behind(store: Store) -> None:
    """The table goes on with the next session; closing is told elsewhere."""
    store.execute(lambda unit: unit.meta.put(CURRENT_SHIFT, ""))


def test_a1_two_shifts_of_60_and_38_make_a_day_of_98_that_leaves_926(store: Store, clock: StillClock) -> None:
    people = add_people(store, *(f"WARGA JATI {number}" for number in range(1, 1025)))
    morning, evening = add_plan(store, "Shift pagi", "09:00", "12:00"), add_plan(store)
    session(store, clock, "Shift pagi", "09:00", "12:00", morning)
    record(store, clock, people[:60], "09:00")
    left_behind(store)
    session(store, clock, "Shift sore", "16:00", "19:00", evening)
    record(store, clock, people[60:98], "16:00")
    assert [(tally.name, tally.recorded) for tally in store.query(recorded_by_shift, DAY)] == [
        ("Shift pagi", 60),
        ("Shift sore", 38),
    ]
    view = store.query(today_view, store.user, DAY)
    assert view.day is not None
    assert len(view.day.recorded) == 98
    assert store.query(list_counts, JATI).left == 926
    assert [one.recorded for one in store.query(sessions_of_day, DAY)] == [60, 38]
    assert store.query(days_between, "2019-02-18", "2019-02-24") == (DayTally(DAY, 98, 200),)


def test_a1_who_comes_again_in_the_second_shift_makes_the_day_no_longer(store: Store, clock: StillClock) -> None:
    people = add_people(store, "SUMIATI", "SULASTRI")
    session(store, clock, "Shift pagi", "09:00", "12:00")
    record(store, clock, people, "09:00")
    left_behind(store)
    session(store, clock, "Shift sore", "16:00", "19:00")
    registered(store, people[0])
    assert sum(tally.recorded for tally in store.query(recorded_by_shift, DAY)) == 2
    assert [tally.recorded for tally in store.query(days_between, DAY, DAY)] == [2]


def test_a10_who_is_served_at_17_10_after_a_shift_until_16_00_counts_to_that_day_as_out_of_hours(
    store: Store, clock: StillClock
) -> None:
    [resident] = add_people(store, "SUMIATI")
    shift = session(store, clock, "Shift", "08:00", "16:00")
    record(store, clock, [resident], "17:08")
    assert store.query(lambda d: d.value("SELECT substr(at, 12, 5) FROM service_request")) == "10:10"
    assert [tally.recorded for tally in store.query(recorded_by_shift, DAY)] == [1]
    assert store.query(people_figures, shift).out_of_hours == 1


@pytest.mark.parametrize(
    ("step", "at", "marked"),
    [
        (Step.RECORDED, "17:10", 1),
        (Step.FAILED_EQUIPMENT, "17:10", 1),
        (Step.RECORDED, "15:58", 0),
        (Step.LEFT_QUEUE, "17:10", 0),
        (Step.CALLED, "17:10", 0),
    ],
)
def test_a10_who_came_in_time_and_is_served_after_hours_counts_as_out_of_hours(
    store: Store, clock: StillClock, step: Step, at: str, marked: int
) -> None:
    [resident] = add_people(store, "SUMIATI")
    shift = session(store, clock, "Shift", "08:00", "16:00")
    clock.now = at_site_clock("15:50")
    request = registered(store, resident).request_id
    clock.now = at_site_clock(at)
    store.execute(note_step, request, step)
    figures = store.query(people_figures, shift)
    assert (figures.arrived, figures.out_of_hours) == (1, marked)


def test_a10_who_came_late_is_out_of_hours_also_while_waiting_and_counts_once_when_served(
    store: Store, clock: StillClock
) -> None:
    [resident] = add_people(store, "SUMIATI")
    shift = session(store, clock, "Shift", "08:00", "16:00")
    clock.now = at_site_clock("16:30")
    request = registered(store, resident).request_id
    assert store.query(people_figures, shift).out_of_hours == 1
    store.execute(note_step, request, Step.RECORDED)
    assert store.query(people_figures, shift).out_of_hours == 1


def test_who_is_registered_on_sunday_in_the_shift_of_saturday_is_outside_its_hours(
    store: Store, clock: StillClock
) -> None:
    [resident] = add_people(store, "SUMIATI")
    shift = session(store, clock, "Shift", "08:00", "16:00")
    clock.now = datetime(2019, 2, 24, 3, 0, tzinfo=UTC)
    registered(store, resident)
    assert store.query(people_figures, shift).out_of_hours == 1


def test_a_session_of_sunday_that_nobody_planned_is_a_day_like_others(store: Store, clock: StillClock) -> None:
    [resident] = add_people(store, "SUMIATI")
    clock.now = datetime(2019, 2, 24, 2, 0, tzinfo=UTC)
    command = OpenShift(None, clock.now.date(), "Minggu pagi", "Alun-alun", JATI, "08:00", "12:00", ZONE, 30, 0, ())
    store.execute(open_shift, command)
    store.execute(note_step, registered(store, resident).request_id, Step.RECORDED)
    [sunday] = store.query(sessions_of_day, "2019-02-24")
    assert (sunday.is_planned, sunday.recorded) == (False, 1)
    assert store.query(days_between, "2019-02-18", "2019-02-24") == (DayTally("2019-02-24", 1, 30),)


def test_a_laptop_whose_calendar_is_wrong_tells_the_hours_by_the_day_that_the_lead_confirmed(
    store: Store, clock: StillClock
) -> None:
    [resident] = add_people(store, "SUMIATI")
    clock.now = datetime(2000, 1, 1, 9, 5, tzinfo=UTC)
    shift = opened(store)
    request = registered(store, resident).request_id
    clock.pass_by(minutes=10)
    store.execute(note_step, request, Step.RECORDED)
    assert store.query(people_figures, shift).out_of_hours == 0
