"""Targets, and a total shared out among places."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.errors import Severity
from fieldkit.domain.lists.coverage import ListNumbers
from fieldkit.domain.lists.targets import Tally, Target, check_target, check_total, shared_out

DAY = date(2019, 2, 23)


@st.composite
def lists(draw: st.DrawFn) -> ListNumbers:
    recorded, left, away, approved = (draw(st.integers(0, 3_000)) for _ in range(4))
    return ListNumbers(recorded + left + away + approved, approved, away, recorded)


many = st.lists(lists(), min_size=1, max_size=40).map(
    lambda all_: [Tally(f"35.74.03.{number:04}", each) for number, each in enumerate(all_)]
)


def tally(place: str, left: int, recorded: int = 0) -> Tally:
    return Tally(place, ListNumbers(left + recorded, 0, 0, recorded))


def test_a_target_counts_who_is_recorded_already() -> None:
    jati = Target("35.74.03.1004", 1_024, DAY)
    assert (jati.missing(98), jati.missing(2_000)) == (926, 0)


def test_a_total_is_shared_by_who_is_left() -> None:
    assert shared_out(1_098, [tally("a", 926, 98), tally("b", 1_074)]) == {"a": 98 + 463, "b": 537}


def test_what_can_not_be_divided_goes_to_whom_the_most_is_missing() -> None:
    assert shared_out(10, [tally("a", 5), tally("b", 5), tally("c", 5)]) == {"a": 4, "b": 3, "c": 3}


def test_where_nobody_is_left_what_was_reached_is_the_share_and_where_nobody_can_be_reached_there_is_none() -> None:
    all_away = Tally("c", ListNumbers(7, 0, 7, 0))
    assert shared_out(12, [tally("a", 10), tally("b", 0, 4), all_away]) == {"a": 8, "b": 4}


@given(many, st.data())
def test_shares_add_up_to_the_total_and_none_exceeds_the_reachable(all_: list[Tally], data: st.DataObject) -> None:
    low, high = (sum(getattr(each.numbers, name) for each in all_) for name in ("recorded", "reachable"))
    total = data.draw(st.integers(low, high))
    shares = shared_out(total, all_)
    assert sum(shares.values()) == total
    for each in all_:
        share = shares.get(each.place, 0)
        assert each.numbers.recorded <= share <= each.numbers.reachable
    for one in all_:
        for other in all_:
            if one.numbers.left <= other.numbers.left:
                more = [shares.get(each.place, 0) - each.numbers.recorded for each in (one, other)]
                assert more[0] <= more[1] + 1


@given(many, st.data())
def test_a_total_beyond_what_can_be_shared_is_refused(all_: list[Tally], data: st.DataObject) -> None:
    low, high = (sum(getattr(each.numbers, name) for each in all_) for name in ("recorded", "reachable"))
    total = data.draw(st.integers(-5, low - 1) | st.integers(high + 1, high + 99))
    assert [problem.field for problem in check_total(total, all_)] == ["total"]
    with pytest.raises(ValueError, match="shared out"):
        shared_out(total, all_)


@pytest.mark.parametrize(
    ("quantity", "until", "codes"),
    [
        (0, DAY, ["not_positive"]),
        (5, None, ["no_date"]),
        (5, date(2019, 2, 22), ["past"]),
        (5, DAY, []),
        (11, DAY, ["above_list"]),
    ],
)
def test_what_speaks_against_a_target(quantity: int, until: date | None, codes: list[str]) -> None:
    found = check_target(quantity, until, DAY, ListNumbers(10, 0, 0, 0))
    assert [problem.code for problem in found] == codes


def test_a_target_above_the_list_is_said_and_not_refused() -> None:
    (said,) = check_target(11, DAY, DAY, ListNumbers(10, 0, 0, 0))
    assert said.severity is Severity.WARN
