"""How long a laptop opens its data on its own, whatever its clock is set to."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.lease import (
    DAY_MS,
    GRACE_S,
    Lease,
    LeaseState,
    ShiftUnderWay,
    ended_in_peace_until,
    is_near,
    standing,
)

NOW_MS = 1_550_912_700_000
DAYS = st.integers(3, 90)
STEPS = st.lists(st.tuples(st.integers(-9_000, 9_000), st.integers(0, 40 * 3600)), max_size=12)
"""To what day the clock is set, and for how many seconds the laptop then runs."""


def fresh(now_ms: int = NOW_MS) -> Lease:
    return Lease(now_ms, now_ms, 0)


def state(lease: Lease, days: int = 14, shift: ShiftUnderWay | None = None) -> LeaseState:
    return standing(lease, days, shift).state


def after(days: float) -> Lease:
    return fresh().at(NOW_MS + round(days * DAY_MS), days * 86_400, 14)


@given(DAYS, st.floats(0, 200))
def test_with_a_clock_that_is_right_it_is_over_after_its_days_and_not_before(days: int, gone: float) -> None:
    assert (state(after(gone), days) is LeaseState.OVER) == (round(gone * DAY_MS) >= days * DAY_MS)


@given(STEPS)
def test_no_clock_that_is_set_brings_a_day_back(steps: list[tuple[int, int]]) -> None:
    lease, ran_s = fresh(), 0
    for day, seconds in steps:
        ran_s += seconds
        later = lease.at(NOW_MS + day * DAY_MS, ran_s, 14)
        assert later.seen_ms >= lease.seen_ms + seconds * 1000
        assert later.renewed_ms == lease.renewed_ms
        lease = later


@given(DAYS, st.integers(1, 9_000))
def test_a_clock_that_is_turned_back_each_morning_only_slows_the_lease_down(days: int, back: int) -> None:
    lease, mornings = fresh(), 0
    while state(lease, days) is not LeaseState.OVER:
        mornings += 1
        lease = lease.at(NOW_MS - back * DAY_MS, 0, days).at(NOW_MS - back * DAY_MS, 8 * 3600, days)
    assert mornings == days * 3


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_stopwatch_that_began_anew_counts_from_its_beginning(before_s: int, after_s: int) -> None:
    lease = fresh().at(NOW_MS, before_s, 14)
    ran_s = after_s - before_s if after_s >= before_s else after_s
    assert lease.at(0, after_s, 14).seen_ms == lease.seen_ms + ran_s * 1000


def test_it_warns_some_days_ahead_and_tells_how_many() -> None:
    told = {gone: standing(after(gone), 14, None) for gone in (0, 9.9, 10, 13.5, 14)}
    assert {gone: (each.state, each.days_left) for gone, each in told.items()} == {
        0: (LeaseState.RUNS, 14),
        9.9: (LeaseState.RUNS, 5),
        10: (LeaseState.ENDS_SOON, 4),
        13.5: (LeaseState.ENDS_SOON, 1),
        14: (LeaseState.OVER, 0),
    }
    assert told[14].silent_days == 14


def test_a_short_lease_does_not_warn_from_its_first_day() -> None:
    assert [state(after(gone), 3) for gone in (0, 1.9, 2, 3)] == [
        LeaseState.RUNS,
        LeaseState.RUNS,
        LeaseState.ENDS_SOON,
        LeaseState.OVER,
    ]


ENDS_MS = NOW_MS + 14 * DAY_MS
HOUR_MS = 3_600_000


def shift(opened_ms: int = ENDS_MS - HOUR_MS, hours: int = 20) -> ShiftUnderWay:
    return ShiftUnderWay(opened_ms, opened_ms + hours * HOUR_MS)


def test_a_shift_that_began_before_the_end_can_be_ended_and_one_that_began_later_opens_nothing() -> None:
    assert state(after(14), 14, shift()) is LeaseState.GRACE
    assert state(after(14), 14, shift(ENDS_MS)) is LeaseState.OVER
    assert standing(after(14), 14, shift()).opens
    assert not standing(after(14), 14, None).opens


def test_a_shift_is_ended_until_noon_after_its_night_by_the_clock_at_the_site() -> None:
    evening = datetime(2019, 2, 23, 23, 50, tzinfo=ZoneInfo("Asia/Jayapura"))
    assert ended_in_peace_until(evening).isoformat() == "2019-02-24T12:00:00+09:00"
    assert ended_in_peace_until(evening.replace(hour=0)).isoformat() == "2019-02-24T12:00:00+09:00"


def test_the_grace_tells_its_hours_and_then_refuses_as_without_a_shift() -> None:
    lease = after(14)
    told = []
    for hour in (0, 1, 11, 18, 19):
        now = standing(lease.at(ENDS_MS + hour * HOUR_MS, 14 * 86_400 + hour * 3600, 14), 14, shift())
        told.append((now.state, now.grace_hours, now.has_shift))
    assert told == [
        (LeaseState.GRACE, 19, True),
        (LeaseState.GRACE, 18, True),
        (LeaseState.GRACE, 8, True),
        (LeaseState.GRACE, 1, True),
        (LeaseState.OVER, 0, True),
    ]


@given(STEPS, st.integers(1, 60))
def test_no_clock_that_is_set_keeps_a_shift_open_for_more_than_its_hours(
    steps: list[tuple[int, int]], hours: int
) -> None:
    lease, ran_s, under_way = after(14), 0, shift(hours=hours)
    for day, seconds in steps:
        ran_s += seconds
        lease = lease.at(NOW_MS + day * DAY_MS, 14 * 86_400 + ran_s, 14)
        now = standing(lease, 14, under_way)
        assert now.opens <= (ran_s < max(GRACE_S, (hours - 1) * 3600))
        assert now.grace_hours * 3600 < max(max(GRACE_S, (hours - 1) * 3600) - ran_s, 0) + 3600


@given(st.integers(0, 9_000), st.integers(0, GRACE_S - 1))
def test_a_clock_that_jumps_ahead_in_a_shift_leaves_the_hours_to_end_it(days_ahead: int, ran_s: int) -> None:
    lease = fresh().at(NOW_MS + HOUR_MS, 3600, 14)
    ahead_ms = NOW_MS + HOUR_MS + days_ahead * DAY_MS
    later = lease.at(ahead_ms, 3600, 14).at(ahead_ms + ran_s * 1000, 3600 + ran_s, 14)
    assert standing(later, 14, shift(NOW_MS)).opens


@given(st.integers(1, 40))
def test_a_shift_that_nobody_closed_for_days_is_given_its_hours_once(restarts: int) -> None:
    lease, under_way, opened = after(15), shift(NOW_MS), 0
    for _ in range(restarts):
        lease = lease.at(NOW_MS, 0, 14).at(NOW_MS, 3600, 14)
        opened += standing(lease, 14, under_way).opens
    assert opened == min(restarts, GRACE_S // 3600 - 1)


def test_a_code_of_yesterday_is_still_typed_in_and_one_of_two_days_ago_is_not() -> None:
    today = NOW_MS // DAY_MS
    assert [is_near(today + by, NOW_MS) for by in (-2, -1, 0, 1, 2)] == [False, True, True, True, False]
