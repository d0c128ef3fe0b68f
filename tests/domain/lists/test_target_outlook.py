"""When the target is met, held against the acceptance cases and the picture of the page."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.lists.outlook import PACE_DAYS, Pace, missing_to, outlook, pace_until, target_of

TODAY = date(2019, 2, 24)
YESTERDAY = date(2019, 2, 23)
VOTE = date(2019, 4, 11)
people = st.integers(min_value=0, max_value=2_000_000)
days = st.dictionaries(
    st.integers(min_value=0, max_value=40).map(lambda back: TODAY - timedelta(days=back)),
    st.integers(min_value=0, max_value=5_000),
)


def test_a_pace_of_105_meets_the_target_35_days_after_the_campaign_and_183_would_do() -> None:
    recorded = {YESTERDAY - timedelta(days=back): 105 for back in range(PACE_DAYS)}
    seen = outlook(8_580, pace_until(recorded, TODAY), VOTE)
    assert (seen.pace.whole, seen.met_on, seen.days_late, seen.needed) == (105, date(2019, 5, 16), 35, 183)
    assert seen.is_late


def test_a1_the_first_day_of_a_campaign_is_its_pace() -> None:
    seen = outlook(926, pace_until({TODAY: 98}, TODAY))
    assert (seen.pace.days, seen.pace.whole, seen.met_on) == (1, 98, TODAY + timedelta(days=10))
    assert (seen.needed, seen.days_late, seen.is_late) == (None, None, False)


def test_a5_two_thousand_a_day_in_two_weeks_leave_36_and_a_third_days() -> None:
    seen = outlook(40_414, Pace(15_600, 14, TODAY))
    assert seen.met_on == TODAY + timedelta(days=37)


def test_a12_people_missing_to_98_percent_in_kapuas_hulu() -> None:
    assert missing_to(Decimal(98), 169_067, 155_769) == 9_917
    assert missing_to(Decimal(90), 169_067, 155_769) == 0


def test_today_counts_as_soon_as_somebody_came() -> None:
    recorded = {YESTERDAY - timedelta(days=back): 70 for back in range(30)}
    assert pace_until(recorded, TODAY) == Pace(490, 7, YESTERDAY)
    assert pace_until({**recorded, TODAY: 7}, TODAY) == Pace(427, 7, TODAY)


def test_an_office_that_stopped_meets_nothing() -> None:
    seen = outlook(10, pace_until({TODAY - timedelta(days=60): 500}, TODAY), VOTE)
    assert (seen.pace.people, seen.met_on, seen.is_late) == (0, None, True)


def test_a_campaign_that_is_over_asks_for_no_pace() -> None:
    seen = outlook(10, Pace(7, 7, TODAY), date(2019, 2, 1))
    assert (seen.needed, seen.is_late) == (None, True)


@pytest.mark.parametrize(
    ("value", "target"),
    [("98", "98"), (" 98,5 ", "98.5"), ("99.25", "99.25"), ("100", "100")]
    + [(wrong, "98") for wrong in ("", "0", "100.1", "-5", "1e2", "abc", "NaN", "9" * 50, "٩٨")],
)
def test_a_target_that_can_not_be_read_is_98(value: str, target: str) -> None:
    assert target_of(value) == Decimal(target)


def test_a_pace_that_is_no_whole_number_meets_the_target_on_the_very_day() -> None:
    assert outlook(5203, Pace(11, 6, TODAY)).met_on == TODAY + timedelta(days=2838)


@given(to_go=people, recorded=days, by=st.dates(min_value=TODAY, max_value=date(2020, 1, 1)))
def test_what_is_said_of_a_day_comes_true_and_not_a_day_before(to_go: int, recorded: dict[date, int], by: date) -> None:
    seen = outlook(to_go, pace_until(recorded, TODAY), by)
    assert 1 <= seen.pace.days <= PACE_DAYS
    if seen.met_on is not None:
        gone = (seen.met_on - seen.pace.until).days
        # In whole numbers: what a day brings is rounded where the days do not divide the people.
        in_days = to_go * seen.pace.days
        assert seen.pace.people * gone >= in_days
        assert gone == 0 or seen.pace.people * (gone - 1) < in_days
    if seen.needed is not None:
        left = (by - seen.pace.until).days
        assert seen.needed * left >= to_go > (seen.needed - 1) * left or to_go == 0


@given(recorded=days)
def test_a_pace_counts_nobody_twice_and_nobody_of_before(recorded: dict[date, int]) -> None:
    pace = pace_until(recorded, TODAY)
    assert pace.people == sum(number for day, number in recorded.items() if 0 <= (pace.until - day).days < PACE_DAYS)
