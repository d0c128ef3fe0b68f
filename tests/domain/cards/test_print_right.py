"""Who may book a print, and where."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.cards.print_right import Certificate, Paper, Permit, check_place, check_print_right

DAY = date(2019, 2, 23)
TRAINED = Certificate(Paper.TRAINING, date(2019, 1, 1))
APPOINTED = Certificate(Paper.APPOINTMENT, date(2019, 2, 1), date(2019, 12, 31))
PERMIT = Permit(date(2019, 1, 1), None, funds=True, network=True, equipment=True, staff=True)


def codes(*certificates: Certificate) -> list[str]:
    return [problem.code for problem in check_print_right(certificates, DAY)]


def test_a21_an_untrained_clerk_can_not_book_a_print_and_can_after_training_and_appointment() -> None:
    assert codes() == ["not_trained", "not_appointed"]
    assert codes(TRAINED) == ["not_appointed"]
    assert codes(APPOINTED) == ["not_trained"]
    assert codes(TRAINED, APPOINTED) == []


@given(st.dates(), st.one_of(st.none(), st.dates()), st.dates())
def test_a_certificate_holds_from_its_first_day_to_its_last(begins: date, ends: date | None, day: date) -> None:
    assert Certificate(Paper.TRAINING, begins, ends).holds_on(day) == (begins <= day <= (ends or date.max))


@pytest.mark.parametrize("missing", ["funds", "network", "equipment", "staff"])
def test_a_district_prints_only_where_all_four_conditions_were_found(missing: str) -> None:
    assert check_place([PERMIT], DAY) == ()
    assert [problem.code for problem in check_place([replace(PERMIT, **{missing: False})], DAY)] == [
        "district_may_not_print"
    ]


def test_a_permit_that_is_over_says_nothing() -> None:
    assert check_place([replace(PERMIT, valid_until=date(2019, 2, 22))], DAY)
    assert check_place([], DAY)
