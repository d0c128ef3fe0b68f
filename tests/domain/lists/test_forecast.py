"""When a target is reached at the pace of the last week."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.lists.forecast import Pace, band, day_reached, last_day, needed_per_day, week_pace

SATURDAY = date(2019, 2, 23)
VOTE = date(2019, 4, 11)
DAYS = st.dictionaries(st.integers(0, 40).map(lambda back: SATURDAY - timedelta(days=back)), st.integers(0, 900))


def weeks(*people: int) -> dict[date, int]:
    """So many on each day of each week, the last week last."""
    every = [each for each in people for _ in range(7)]
    return {SATURDAY - timedelta(days=len(every) - 1 - number): each for number, each in enumerate(every)}


def test_the_pace_of_a_week_leads_to_a_day_and_the_day_of_the_campaign_to_a_pace() -> None:
    pace = week_pace(weeks(105), SATURDAY)
    assert pace == Pace(735, 7)
    assert day_reached(8_580, pace.per_day, SATURDAY) == date(2019, 5, 16)
    assert needed_per_day(8_580, SATURDAY, VOTE) == 183


def test_a1_at_98_a_day_926_people_take_until_the_5th_of_march_at_the_pace_of_that_one_day() -> None:
    pace = week_pace({SATURDAY: 98}, SATURDAY)
    assert pace == Pace(98, 1)
    assert day_reached(926, pace.per_day, SATURDAY) == date(2019, 3, 5)


def test_a5_at_1114_a_day_40414_people_take_37_days() -> None:
    since = date(2018, 11, 30)
    assert day_reached(40_414, Decimal(15_600) / 14, since) == since + timedelta(days=37)


def test_today_counts_once_somebody_was_recorded_today() -> None:
    assert last_day({SATURDAY: 1}, SATURDAY) == SATURDAY
    assert last_day({SATURDAY - timedelta(days=3): 1}, SATURDAY) == SATURDAY - timedelta(days=1)


def test_days_without_work_make_the_pace_slower() -> None:
    assert week_pace({SATURDAY - timedelta(days=6): 70, SATURDAY: 0}, SATURDAY).per_day == 10


def test_the_band_is_the_slowest_and_the_fastest_week_of_four() -> None:
    assert band(weeks(900, 40, 60, 100, 80), SATURDAY) == (Pace(7 * 40, 7), Pace(7 * 100, 7))


def test_there_is_no_band_before_two_weeks_differ() -> None:
    assert band(weeks(50), SATURDAY) is None
    assert band({SATURDAY: 98}, SATURDAY) is None
    assert band({}, SATURDAY) is None


def test_without_a_pace_there_is_no_day_and_after_the_day_no_pace() -> None:
    assert day_reached(10, Decimal(0), SATURDAY) is None
    assert day_reached(1_000_000, Decimal(1), SATURDAY) is None
    assert day_reached(0, Decimal(0), SATURDAY) == SATURDAY
    assert needed_per_day(10, VOTE, VOTE) is None
    assert week_pace({}, SATURDAY) == Pace(0, 0)


@given(DAYS, st.integers(1, 5_000))
def test_the_day_is_the_first_on_which_the_pace_has_brought_enough(by_day: dict[date, int], to_go: int) -> None:
    per_day = week_pace(by_day, SATURDAY).per_day
    reached = day_reached(to_go, per_day, SATURDAY)
    if reached is not None:
        days = (reached - SATURDAY).days
        assert (days - 1) * per_day < to_go <= days * per_day + Decimal("1e-9")


@given(DAYS)
def test_the_band_holds_the_pace_where_there_is_one(by_day: dict[date, int]) -> None:
    found = band(by_day, SATURDAY)
    if found is not None:
        pace = week_pace(by_day, SATURDAY)
        assert pace.days < 7 or found[0].per_day <= pace.per_day <= found[1].per_day
