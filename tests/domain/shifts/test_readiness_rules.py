"""What should be in order before a team leaves (TL-1)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from fieldkit.domain.lease import LeaseStanding, LeaseState
from fieldkit.domain.shifts.readiness import (
    Level,
    backup_level,
    battery_level,
    certificate_level,
    checked_level,
    clock_level,
    lacks_yesterday,
    lease_level,
    list_level,
    stock_level,
    sync_level,
)

NOW = datetime(2019, 2, 23, 1, 40, tzinfo=UTC)
TODAY = date(2019, 2, 23)
ENDED = datetime(2019, 2, 22, 12, 0, tzinfo=UTC)


def test_a_laptop_that_synced_before_yesterdays_work_ended_leaves_without_yesterdays_list() -> None:
    before, after = ENDED - timedelta(minutes=1), ENDED
    assert lacks_yesterday(before, ENDED)
    assert lacks_yesterday(None, ENDED)
    assert not lacks_yesterday(after, ENDED)
    assert not lacks_yesterday(None, None)
    levels = [sync_level(at, ENDED, NOW) for at in (None, before, after)]
    assert levels == [Level.MISSING, Level.MISSING, Level.READY]


def test_after_a_day_without_work_only_a_long_silence_wants_a_look() -> None:
    assert sync_level(NOW - timedelta(hours=36), None, NOW) is Level.READY
    assert sync_level(NOW - timedelta(hours=37), None, NOW) is Level.LOOK


def test_a_list_is_missing_old_or_in_order() -> None:
    as_of = (None, TODAY - timedelta(days=31), TODAY - timedelta(days=30))
    assert [list_level(day, TODAY) for day in as_of] == [Level.MISSING, Level.LOOK, Level.READY]


@pytest.mark.parametrize(
    ("until", "is_known", "level"),
    [
        (None, False, Level.LOOK),
        (None, True, Level.READY),
        (date(2019, 2, 22), True, Level.MISSING),
        (date(2019, 2, 23), True, Level.LOOK),
        (date(2019, 3, 9), True, Level.READY),
    ],
)
def test_a_certificate_that_ended_is_missing_and_one_that_ends_soon_wants_a_look(
    until: date | None, is_known: bool, level: Level
) -> None:
    assert certificate_level(until, TODAY, is_known=is_known) is level


def test_what_nobody_looked_at_is_worse_where_the_place_lacks_it() -> None:
    assert checked_level(is_checked=False, is_needed=True) is Level.MISSING
    assert checked_level(is_checked=False, is_needed=False) is Level.LOOK
    assert checked_level(is_checked=True, is_needed=True) is Level.READY


def test_a_lease_that_ends_wants_a_look_and_on_its_last_day_it_is_not_in_order() -> None:
    told = [(LeaseState.RUNS, 5), (LeaseState.ENDS_SOON, 4), (LeaseState.ENDS_SOON, 1), (LeaseState.GRACE, 0)]
    levels = [lease_level(LeaseStanding(state, left, 14, 14 - left)) for state, left in told]
    assert levels == [Level.READY, Level.LOOK, Level.MISSING, Level.MISSING]


def test_stock_battery_and_backup() -> None:
    assert [stock_level(count) for count in (-1, 0, 1)] == [Level.MISSING, Level.LOOK, Level.READY]
    assert battery_level(20, None, plugged=True) is Level.READY
    assert [battery_level(64, minutes, plugged=False) for minutes in (110, 120)] == [Level.LOOK, Level.READY]
    assert [battery_level(percent, None, plugged=False) for percent in (49, 50)] == [Level.LOOK, Level.READY]
    days = [backup_level(NOW - timedelta(days=days), NOW) for days in (3, 4)]
    assert [*days, backup_level(None, NOW)] == [Level.READY, Level.LOOK, Level.LOOK]


def test_a_clock_wants_a_look_and_is_missing_where_a_form_would_open_with_another_day() -> None:
    hour_ms = 3_600_000
    assert [clock_level(hours * hour_ms) for hours in (0, 1, -11, 12, -24)] == [
        Level.READY,
        Level.LOOK,
        Level.LOOK,
        Level.MISSING,
        Level.MISSING,
    ]
