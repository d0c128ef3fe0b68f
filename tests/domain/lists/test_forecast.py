"""How sure a forecast is."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.lists.forecast import band
from fieldkit.domain.lists.outlook import Pace, outlook, pace_until

SATURDAY = date(2019, 2, 23)
DAYS = st.dictionaries(st.integers(0, 40).map(lambda back: SATURDAY - timedelta(days=back)), st.integers(0, 900))


def weeks(*people: int) -> dict[date, int]:
    """So many on each day of each week, the last week last."""
    every = [each for each in people for _ in range(7)]
    return {SATURDAY - timedelta(days=len(every) - 1 - number): each for number, each in enumerate(every)}


def test_the_pace_of_a_week_leads_to_a_day_and_the_day_of_the_campaign_to_a_pace() -> None:
    found = outlook(8_580, pace_until(weeks(105), SATURDAY), date(2019, 4, 11))
    assert (found.met_on, found.needed, found.days_late) == (date(2019, 5, 16), 183, 35)


def test_the_band_is_the_slowest_and_the_fastest_week_of_four() -> None:
    found = band(weeks(900, 40, 60, 100, 80), SATURDAY)
    assert found is not None
    assert (found[0].people, found[1].people) == (7 * 40, 7 * 100)


def test_there_is_no_band_before_two_weeks_differ() -> None:
    assert band(weeks(50), SATURDAY) is None
    assert band({SATURDAY: 98}, SATURDAY) is None
    assert band({}, SATURDAY) is None


@given(DAYS)
def test_the_band_holds_the_pace_where_there_is_one(by_day: dict[date, int]) -> None:
    found = band(by_day, SATURDAY)
    if found is not None:
        newest = Pace(sum(by_day.get(SATURDAY - timedelta(days=back), 0) for back in range(7)), 7, SATURDAY)
        assert found[0].people <= newest.people <= found[1].people
        assert found[0].people < found[1].people
