"""Who must have a card, who may be recorded, and from when a card may be printed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.people.person import (
    Marital,
    age_on,
    is_card_obligated,
    marital_of,
    may_be_recorded,
    print_eligible_on,
)

_BIRTHS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
_DAYS_LATER = st.integers(0, 40_000)
_WED = [Marital.MARRIED, Marital.EVER_MARRIED]


def test_age_counts_full_years() -> None:
    assert age_on(date(2002, 2, 24), date(2019, 2, 23)) == 16
    assert age_on(date(2002, 2, 23), date(2019, 2, 23)) == 17
    assert age_on(date(1987, 11, 12), date(2019, 2, 23)) == 31


def test_who_was_born_on_a_leap_day_is_older_from_the_first_of_march() -> None:
    assert age_on(date(2000, 2, 29), date(2017, 2, 28)) == 16
    assert age_on(date(2000, 2, 29), date(2017, 3, 1)) == 17
    assert age_on(date(2000, 2, 29), date(2020, 2, 29)) == 20


@given(_BIRTHS, _DAYS_LATER)
def test_age_never_falls_and_rises_by_one_at_most(birth: date, days: int) -> None:
    day = birth + timedelta(days=days)
    assert 0 <= age_on(birth, day + timedelta(days=1)) - age_on(birth, day) <= 1


def test_a_single_person_is_obligated_from_17() -> None:
    assert is_card_obligated(date(2002, 2, 23), date(2019, 2, 23), Marital.SINGLE)
    assert not is_card_obligated(date(2002, 2, 24), date(2019, 2, 23), Marital.SINGLE)


@pytest.mark.parametrize("marital", _WED)
def test_who_is_or_was_married_is_obligated_at_any_age(marital: Marital) -> None:
    assert is_card_obligated(date(2004, 6, 1), date(2019, 2, 23), marital)
    assert may_be_recorded(date(2004, 6, 1), date(2019, 2, 23), marital)


def test_a_single_person_may_be_recorded_from_16() -> None:
    assert may_be_recorded(date(2003, 2, 23), date(2019, 2, 23), Marital.SINGLE)
    assert not may_be_recorded(date(2003, 2, 24), date(2019, 2, 23), Marital.SINGLE)


@given(_BIRTHS, _DAYS_LATER, st.sampled_from(Marital))
def test_whoever_must_have_a_card_may_be_recorded(birth: date, days: int, marital: Marital) -> None:
    day = birth + timedelta(days=days)
    assert may_be_recorded(birth, day, marital) >= is_card_obligated(birth, day, marital)


def test_the_card_waits_for_the_17th_birthday() -> None:
    assert print_eligible_on(date(2002, 11, 5), Marital.SINGLE) == date(2019, 11, 5)


@pytest.mark.parametrize("marital", _WED)
def test_the_card_of_who_is_or_was_married_need_not_wait(marital: Marital) -> None:
    assert print_eligible_on(date(2002, 11, 5), marital) is None


def test_the_office_decides_the_day_for_births_on_a_leap_day() -> None:
    assert print_eligible_on(date(2004, 2, 29), Marital.SINGLE) == date(2021, 3, 1)
    assert print_eligible_on(date(2004, 2, 29), Marital.SINGLE, leap_day_on=(2, 28)) == date(2021, 2, 28)
    assert print_eligible_on(date(2004, 2, 28), Marital.SINGLE, leap_day_on=(3, 1)) == date(2021, 2, 28)


@given(_BIRTHS)
def test_the_card_is_printed_from_the_first_day_on_which_it_is_due(birth: date) -> None:
    day = print_eligible_on(birth, Marital.SINGLE)
    assert day is not None
    assert is_card_obligated(birth, day, Marital.SINGLE)
    assert not is_card_obligated(birth, day - timedelta(days=1), Marital.SINGLE)


def test_the_values_that_travel_do_not_change() -> None:
    assert [marital.value for marital in Marital] == ["single", "married", "ever_married"]


@pytest.mark.parametrize("stored", ["", None, "complicated"])
def test_a_status_that_is_not_known_counts_as_single(stored: str | None) -> None:
    assert marital_of(stored) is Marital.SINGLE
    assert marital_of("ever_married") is Marital.EVER_MARRIED
