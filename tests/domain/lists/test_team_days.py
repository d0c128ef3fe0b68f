"""How many team-days the rest of a list takes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.lists.team_days import TeamPace


def test_a1_the_city_takes_125_days_of_a_team_that_records_98() -> None:
    assert TeamPace(98, 1).days_for(12_222) == 125
    assert TeamPace(98, 1).days_for(1_024) == 11


def test_a1_two_teams_that_record_as_much_each_take_as_many_team_days() -> None:
    assert TeamPace(196, 2).days_for(12_222) == 125


def test_without_a_recording_nobody_knows() -> None:
    assert TeamPace(0, 3).days_for(10) is None
    assert TeamPace(0, 0).days_for(10) is None


@given(st.integers(1, 5_000), st.integers(1, 60), st.integers(0, 1_000_000))
def test_so_many_days_do_it_and_a_day_less_does_not(people: int, team_days: int, left: int) -> None:
    days = TeamPace(people, team_days).days_for(left)
    assert days is not None
    assert days * people >= left * team_days
    assert days == 0 or (days - 1) * people < left * team_days
