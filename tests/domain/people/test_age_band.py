"""Bands of ages, and first-time voters, counted by birth dates."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.people.age_band import BAND_BEGINS, AgeBand, band_label, latest_birth, voter_births
from fieldkit.domain.people.person import age_on

births = st.dates(date(1919, 1, 1), date(2010, 12, 31))
days = st.dates(date(2015, 1, 1), date(2030, 12, 31))


@given(births, days, st.integers(min_value=1, max_value=90))
def test_the_latest_birth_date_divides_those_who_have_an_age_from_those_who_have_not(
    birth: date, on: date, age: int
) -> None:
    assert (birth <= latest_birth(on, age)) == (age_on(birth, on) >= age)


@given(births, days)
def test_a_first_time_voter_is_seventeen_on_the_day_of_the_vote(birth: date, votes_on: date) -> None:
    after, until = voter_births(votes_on)
    assert (after < birth <= until) == (age_on(birth, votes_on) == 17)


@pytest.mark.parametrize(("birth", "votes"), [("2002-04-17", True), ("2002-04-18", False), ("2001-04-17", False)])
def test_who_turns_seventeen_on_the_very_day_of_the_vote_counts(birth: str, votes: bool) -> None:
    after, until = voter_births(date(2019, 4, 17))
    assert (after < date.fromisoformat(birth) <= until) is votes


def test_the_bands_are_told_from_the_oldest_down() -> None:
    assert list(BAND_BEGINS.values()) == sorted(BAND_BEGINS.values(), reverse=True)
    assert len({str(band_label(band)) for band in AgeBand}) == len(AgeBand)
