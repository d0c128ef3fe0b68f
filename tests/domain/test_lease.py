"""How long a laptop opens its data on its own, whatever its clock is set to."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.lease import DAY_MS, Lease, LeaseState, is_near, standing

NOW_MS = 1_550_912_700_000
DAYS = st.integers(3, 90)
STEPS = st.lists(st.tuples(st.integers(-9_000, 9_000), st.integers(0, 40 * 3600)), max_size=12)
"""To what day the clock is set, and for how many seconds the laptop then runs."""


def fresh(now_ms: int = NOW_MS) -> Lease:
    return Lease(now_ms, now_ms, 0)


def state(lease: Lease, days: int = 14, opened_ms: int | None = None) -> LeaseState:
    return standing(lease, days, shift_opened_ms=opened_ms).state


def after(days: float) -> Lease:
    return fresh().at(NOW_MS + round(days * DAY_MS), days * 86_400)


@given(DAYS, st.floats(0, 200))
def test_with_a_clock_that_is_right_it_is_over_after_its_days_and_not_before(days: int, gone: float) -> None:
    assert (state(after(gone), days) is LeaseState.OVER) == (round(gone * DAY_MS) >= days * DAY_MS)


@given(STEPS)
def test_no_clock_that_is_set_brings_a_day_back(steps: list[tuple[int, int]]) -> None:
    lease, ran_s = fresh(), 0
    for day, seconds in steps:
        ran_s += seconds
        later = lease.at(NOW_MS + day * DAY_MS, ran_s)
        assert later.seen_ms >= lease.seen_ms + seconds * 1000
        assert later.renewed_ms == lease.renewed_ms
        lease = later


@given(DAYS, st.integers(1, 9_000))
def test_a_clock_that_is_turned_back_each_morning_only_slows_the_lease_down(days: int, back: int) -> None:
    lease, mornings = fresh(), 0
    while state(lease, days) is not LeaseState.OVER:
        mornings += 1
        lease = lease.at(NOW_MS - back * DAY_MS, 0).at(NOW_MS - back * DAY_MS, 8 * 3600)
    assert mornings == days * 3


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_stopwatch_that_began_anew_counts_from_its_beginning(before_s: int, after_s: int) -> None:
    lease = fresh().at(NOW_MS, before_s)
    ran_s = after_s - before_s if after_s >= before_s else after_s
    assert lease.at(0, after_s).seen_ms == lease.seen_ms + ran_s * 1000


def test_it_warns_some_days_ahead_and_tells_how_many() -> None:
    told = {gone: standing(after(gone), 14, shift_opened_ms=None) for gone in (0, 9.9, 10, 13.5, 14)}
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


def test_a_shift_that_began_before_the_end_can_be_ended_and_one_that_began_later_opens_nothing() -> None:
    ends_ms = NOW_MS + 14 * DAY_MS
    assert state(after(15), 14, ends_ms - 1) is LeaseState.GRACE
    assert state(after(15), 14, ends_ms) is LeaseState.OVER
    assert standing(after(15), 14, shift_opened_ms=ends_ms - 1).opens
    assert not standing(after(15), 14, shift_opened_ms=None).opens


def test_a_code_of_yesterday_is_still_typed_in_and_one_of_two_days_ago_is_not() -> None:
    today = NOW_MS // DAY_MS
    assert [is_near(today + by, NOW_MS) for by in (-2, -1, 0, 1, 2)] == [False, True, True, True, False]
