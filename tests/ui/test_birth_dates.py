"""A birth date as it is typed at the table."""

from __future__ import annotations

from datetime import date

import pytest

from fieldkit.ui.pages.register.birth import read_birth

ON = date(2019, 2, 23)


@pytest.mark.parametrize(
    ("typed", "born"),
    [("12-11-87", date(1987, 11, 12)), ("12/11/18", date(2018, 11, 12)), ("12-11-30 ", date(1930, 11, 12))],
)
def test_two_digits_of_a_year_mean_the_last_such_year(typed: str, born: date) -> None:
    assert read_birth(typed, ON) == born


@pytest.mark.parametrize("typed", ["12-11-2030", "12112030", "24-02-2019", "12-11-1787", "12111787"])
def test_four_digits_of_a_year_are_never_moved_and_what_can_not_be_is_no_birth_date(typed: str) -> None:
    assert read_birth(typed, ON) is None


@pytest.mark.parametrize("typed", ["23-02-2019", "23021900"])
def test_the_youngest_and_the_oldest_are_taken(typed: str) -> None:
    assert read_birth(typed, ON) is not None
