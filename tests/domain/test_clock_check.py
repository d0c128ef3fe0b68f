"""The clock of a laptop beside that of the centre."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.clock import FAR_OFF_MS, ClockCheck, KnownClock

HOUR_MS = 3_600_000
YEAR_MS = 365 * 24 * HOUR_MS
NOW_MS = 1_550_887_500_000


@given(st.integers(1 - FAR_OFF_MS, FAR_OFF_MS - 1), st.integers(0, YEAR_MS))
def test_a_clock_that_is_a_little_off_is_none_of_anybodys_business(offset_ms: int, passed_ms: int) -> None:
    assert ClockCheck(offset_ms, NOW_MS).error_ms(NOW_MS + passed_ms) == 0


@given(st.integers(FAR_OFF_MS, 20 * YEAR_MS), st.integers(0, 12 * HOUR_MS))
def test_a_clock_that_runs_on_ahead_stays_ahead(ahead_ms: int, passed_ms: int) -> None:
    assert ClockCheck(-ahead_ms, NOW_MS).error_ms(NOW_MS + passed_ms) == -ahead_ms


@given(st.integers(25 * HOUR_MS, 20 * YEAR_MS), st.integers(0, 12 * HOUR_MS))
def test_a_clock_of_the_year_2000_stays_behind_through_a_day_of_work(behind_ms: int, passed_ms: int) -> None:
    assert ClockCheck(behind_ms, NOW_MS).error_ms(NOW_MS + passed_ms) == behind_ms


@given(st.integers(FAR_OFF_MS, 24 * HOUR_MS - 1), st.integers(0, 12 * HOUR_MS))
def test_a_clock_that_is_behind_by_hours_is_not_put_right_by_the_hours_that_pass(
    behind_ms: int, passed_ms: int
) -> None:
    assert ClockCheck(behind_ms, NOW_MS).error_ms(NOW_MS + passed_ms) == behind_ms


@given(st.integers(25 * HOUR_MS, 20 * YEAR_MS) | st.integers(-20 * YEAR_MS, -FAR_OFF_MS), st.integers(0, 60_000))
def test_a_clock_that_somebody_put_right_is_believed(offset_ms: int, passed_ms: int) -> None:
    assert ClockCheck(offset_ms, NOW_MS).error_ms(NOW_MS + offset_ms + passed_ms) == 0


def test_before_the_first_contact_nothing_is_known() -> None:
    assert ClockCheck().error_ms(NOW_MS) == 0


@given(st.integers(FAR_OFF_MS, 20 * YEAR_MS))
def test_a_clock_before_the_last_record_is_known_without_a_contact_and_before_the_last_contact_too(
    back_ms: int,
) -> None:
    written = KnownClock(ClockCheck(), NOW_MS)
    told = KnownClock(ClockCheck(-2 * HOUR_MS, NOW_MS + 2 * HOUR_MS), 0)
    assert [known.back_ms(NOW_MS - back_ms) for known in (written, told)] == [back_ms, back_ms]


@given(st.integers(1 - FAR_OFF_MS, YEAR_MS))
def test_a_clock_that_goes_on_or_is_put_back_by_little_is_none_of_anybodys_business(passed_ms: int) -> None:
    assert KnownClock(ClockCheck(0, NOW_MS - HOUR_MS), NOW_MS).back_ms(NOW_MS + passed_ms) == 0


def test_what_was_written_by_a_clock_that_ran_ahead_does_not_make_the_right_time_wrong() -> None:
    ahead_ms = 48 * HOUR_MS
    known = KnownClock(ClockCheck(-ahead_ms, NOW_MS + ahead_ms), NOW_MS + ahead_ms + HOUR_MS)
    put_right_ms = NOW_MS + 60_000
    assert (known.error_ms(put_right_ms), known.back_ms(put_right_ms)) == (0, 0)
