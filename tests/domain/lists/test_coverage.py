"""Coverage figures, held against those of the acceptance cases."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.lists.coverage import ListNumbers, days_left, gap_points, percent, target_count, whole_days

people = st.integers(min_value=0, max_value=300_000_000)
some_people = st.integers(min_value=1, max_value=300_000_000)
two_decimals = st.decimals(min_value=0, max_value=100, places=2)


def shown(value: Decimal) -> str:
    return str(value)


def test_a1_one_day_at_jati() -> None:
    first, second = 60, 38
    jati = ListNumbers(gross=1_024, explained_approved=0, away=0, recorded=first + second)
    assert (jati.recorded, jati.left) == (98, 926)
    assert shown(percent(98, 1_024)) == "9.57"
    assert shown(percent(1_024, 12_222)) == "8.38"
    assert shown(days_left(1_024, 98)) == "10.4"
    assert whole_days(1_024, 98) == 11
    assert shown(days_left(12_222, 98)) == "124.7"
    assert whole_days(12_222, 98) == 125


def test_a3_the_gross_list_stays_and_only_approved_explanations_leave_the_reachable() -> None:
    proposed = ListNumbers(gross=12_222, explained_approved=0, away=300, recorded=0)
    approved = replace(proposed, explained_approved=200)
    assert (proposed.gross, proposed.reachable) == (12_222, 11_922)
    assert (approved.gross, approved.reachable, approved.away) == (12_222, 11_722, 300)


def test_a4_unrecorded_of_banyuwangi() -> None:
    recorded = 1_288_630 - 56_014
    assert recorded == 1_232_616
    assert shown(percent(56_014, 1_288_630)) == "4.35"
    assert shown(percent(recorded, 1_288_630)) == "95.65"


def test_a5_two_weeks_in_banyuwangi() -> None:
    per_day = Decimal(15_600) / 14
    left = 56_014 - 15_600
    assert left == 40_414
    assert shown(percent(15_600, 56_014)) == "27.85"
    assert shown(percent(15_600, 56_014 + 15_600)) == "21.78"
    assert shown(percent(1_288_630 - left, 1_288_630)) == "96.86"
    assert shown(days_left(left, per_day)) == "36.3"
    assert whole_days(left, per_day) == 37


def test_a8_gaps_to_the_target_of_sarolangun() -> None:
    assert shown(gap_points(Decimal(98), Decimal("96.54"))) == "1.46"
    assert shown(gap_points(Decimal(98), Decimal(86))) == "12.00"


def test_a12_kapuas_hulu_as_of_january() -> None:
    assert shown(percent(155_769, 169_067)) == "92.13"
    assert 169_067 - 155_769 == 13_298
    assert target_count(169_067, 98) == 165_686
    assert target_count(169_067, 98) - 155_769 == 9_917


def test_a13_local_and_national_if_they_had_one_base() -> None:
    assert target_count(169_067, 97) == 163_995
    assert target_count(169_067, 97) - 155_769 == 8_226


def test_a17_palembang_close_to_all() -> None:
    left = 1_400_000 - target_count(1_400_000, Decimal("99.5"))
    assert left == 7_000
    assert shown(percent(left, 1_400_000)) == "0.50"


def test_a_half_is_rounded_up() -> None:
    assert shown(percent(1, 800)) == "0.13"
    assert shown(percent(1, 160)) == "0.63"
    assert shown(days_left(1, 20)) == "0.1"


def test_nothing_of_nothing_is_no_percentage_to_divide() -> None:
    assert shown(percent(0, 0)) == "0.00"


@given(people, some_people)
def test_a_percentage_is_the_nearest_hundredth_and_the_upper_of_two(part: int, whole: int) -> None:
    exact = Fraction(part * 100, whole)
    off = Fraction(percent(part, whole)) - exact
    assert Fraction(-1, 200) < off <= Fraction(1, 200)


@given(two_decimals, two_decimals)
def test_a_gap_and_what_is_reached_make_the_target(target: Decimal, reached: Decimal) -> None:
    assert gap_points(target, reached) + reached == target


@given(people, st.integers(min_value=1, max_value=5_000))
def test_the_work_is_done_on_the_last_whole_day_and_not_before(left: int, per_day: int) -> None:
    days = whole_days(left, per_day)
    assert days * per_day >= left
    assert days == 0 or (days - 1) * per_day < left


@given(people, st.integers(min_value=1, max_value=5_000))
def test_days_to_go_are_the_nearest_tenth_and_the_upper_of_two(left: int, per_day: int) -> None:
    off = Fraction(days_left(left, per_day)) - Fraction(left, per_day)
    assert Fraction(-1, 20) < off <= Fraction(1, 20)


@pytest.mark.parametrize("per_day", [0, -1, Decimal("-0.5")])
def test_without_a_pace_there_is_no_forecast(per_day: int | Decimal) -> None:
    with pytest.raises(ValueError, match="pace"):
        days_left(10, per_day)
    with pytest.raises(ValueError, match="pace"):
        whole_days(10, per_day)


@given(some_people, two_decimals)
def test_the_target_count_is_the_least_that_reaches_the_percentage(total: int, target: Decimal) -> None:
    count = target_count(total, target)
    assert Fraction(count * 100, total) >= Fraction(target)
    assert count == 0 or Fraction((count - 1) * 100, total) < Fraction(target)


@given(*[st.integers(min_value=0, max_value=50_000)] * 4)
def test_the_gross_list_is_its_parts(explained: int, away: int, recorded: int, left: int) -> None:
    numbers = ListNumbers(explained + away + recorded + left, explained, away, recorded)
    assert numbers.reachable == recorded + left
    assert numbers.left == left
