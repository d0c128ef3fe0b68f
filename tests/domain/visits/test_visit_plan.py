"""How long a route of home visits takes, and whether it fits."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.visits.plan import (
    Access,
    RouteLoad,
    StopPlace,
    VisitNeed,
    access_label,
    check_fits,
    check_wish,
    free_minutes,
    need_label,
    place_label,
    route_load,
    visit_minutes,
)

DAY = date(2019, 2, 23)
YOUNG, OLD = date(1990, 1, 1), date(1941, 9, 19)


@pytest.mark.parametrize(
    ("need", "born", "minutes"),
    [
        (VisitNeed.ELDERLY, OLD, 30),
        (VisitNeed.DISABLED, YOUNG, 25),
        (VisitNeed.GRAVELY_ILL, YOUNG, 30),
        (VisitNeed.MENTAL_ILLNESS, YOUNG, 25),
        (VisitNeed.OTHER, YOUNG, 15),
        ("", YOUNG, 15),
        ("", None, 15),
        ("", OLD, 30),
        ("", date(1959, 2, 23), 30),
        ("", date(1959, 2, 24), 15),
        (VisitNeed.DISABLED, OLD, 30),
        ("a reason of a newer laptop", YOUNG, 15),
    ],
)
def test_minutes_follow_the_reason_and_the_age(need: str, born: date | None, minutes: int) -> None:
    """F-R6: the elderly about 30, the disabled about 25, others up to 15."""
    assert visit_minutes(need, born, DAY) == minutes


def test_three_people_at_one_house_cost_one_way() -> None:
    """Seed 001: several people in the house of one neighbour."""
    together = route_load([(Access.CAR, [30, 30, 25])])
    apart = route_load([(Access.CAR, [30]), (Access.MOTORBIKE, [30]), (Access.ON_FOOT, [25])])
    assert together == RouteLoad(people=3, people_minutes=85, stops=1, way_minutes=10)
    assert apart == RouteLoad(people=3, people_minutes=85, stops=3, way_minutes=35)
    assert (together.minutes, apart.minutes) == (95, 120)


def test_a_stop_where_nobody_is_left_costs_nothing() -> None:
    assert route_load([(Access.CAR, []), ("", [15])]) == RouteLoad(1, 15, 1, 10)


@pytest.mark.parametrize(
    ("shift", "battery", "free"), [(180, 60, 60), (30, 60, 30), (None, 60, 60), (180, None, 180), (None, None, None)]
)
def test_what_ends_first_bounds_the_route(shift: int | None, battery: int | None, free: int | None) -> None:
    assert free_minutes(shift, battery) == free


def test_a_shift_that_is_over_leaves_no_time() -> None:
    assert free_minutes(-20, None) == 0


@given(st.integers(0, 600), st.integers(0, 60), st.integers(0, 700))
def test_a_route_fits_as_long_as_it_takes_no_longer_than_there_is(people: int, way: int, free: int) -> None:
    problem = check_fits(RouteLoad(1, people, 1, way), free)
    assert (problem is None) is (people + way <= free)


def test_where_nobody_knows_the_time_everything_fits() -> None:
    assert check_fits(RouteLoad(40, 1200, 40, 400), None) is None


def test_the_figures_stand_in_the_refusal() -> None:
    problem = check_fits(RouteLoad(5, 150, 4, 40), 174)
    assert problem is not None
    assert (problem.field, problem.code) == ("route", "too_long")
    assert "190 mnt" in str(problem.message)
    assert "174 mnt" in str(problem.message)


def test_every_code_has_a_word_of_its_own() -> None:
    words = [str(need_label(each)) for each in VisitNeed]
    words += [str(access_label(each)) for each in Access] + [str(place_label(each)) for each in StopPlace]
    assert len(set(words)) == len(words)
    assert str(need_label("newer_code")) == "newer code"


def test_a_family_may_wish_for_today_and_not_for_a_day_that_is_over() -> None:
    assert check_wish(None, DAY) is None
    assert check_wish(DAY, DAY) is None
    problem = check_wish(date(2019, 2, 22), DAY)
    assert problem is not None
    assert (problem.field, problem.code) == ("wished_for", "wish_past")
