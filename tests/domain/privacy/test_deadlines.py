"""Three times 24 hours, and where a request about personal data stands (F-P2)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.privacy.data_request import (
    DataRequestKind,
    DataRequestState,
    DataStep,
    answers_to,
    deadline,
    standing,
)
from fieldkit.domain.privacy.deadline import Deadline

FRIDAY = datetime(2019, 2, 22, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hours", "is_soon", "is_late"),
    [(0, False, False), (48, False, False), (49, True, False), (72, True, False), (73, False, True)],
)
def test_the_clock_runs_for_72_hours_over_any_weekend(hours: int, is_soon: bool, is_late: bool) -> None:
    clock = Deadline(FRIDAY, FRIDAY + timedelta(hours=hours))
    assert clock.due == datetime(2019, 2, 25, 9, 30, tzinfo=UTC)
    assert (clock.is_soon, clock.is_late) == (is_soon, is_late)


@given(st.integers(0, 200), st.integers(0, 200))
def test_what_was_done_in_time_never_becomes_late(done_hours: int, later_hours: int) -> None:
    done = FRIDAY + timedelta(hours=done_hours)
    clock = Deadline(FRIDAY, done + timedelta(hours=later_hours), done)
    assert clock.is_late is (done_hours > 72)
    assert not clock.is_soon


def test_the_last_step_counts_and_reopening_lets_the_clock_run_on() -> None:
    answered = DataStep(DataRequestState.ANSWERED, FRIDAY + timedelta(hours=5))
    reopened = DataStep(DataRequestState.REOPENED, FRIDAY + timedelta(hours=6))
    now = FRIDAY + timedelta(hours=80)
    assert standing([]) is DataRequestState.OPEN
    assert standing([answered]) is DataRequestState.ANSWERED
    assert standing([answered, reopened]) is DataRequestState.OPEN
    assert not deadline(FRIDAY, [answered], now).is_late
    assert deadline(FRIDAY, [answered, reopened], now).is_late


def test_a_correction_is_not_answered_by_showing_the_data() -> None:
    assert DataRequestState.ANSWERED not in answers_to(DataRequestKind.CORRECTION)
    assert DataRequestState.CORRECTED not in answers_to(DataRequestKind.ACCESS)
