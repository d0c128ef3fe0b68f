"""Lots on their way to the office."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.stock.lots import (
    LotState,
    LotStep,
    check_arrival,
    check_receipt,
    count_lot,
    days_of_stock,
    lot_label,
    ribbons_for,
)
from fieldkit.domain.stock.movements import printable_now

step = st.builds(
    LotStep, st.sampled_from(LotState), st.integers(min_value=1, max_value=9_000), st.sampled_from(["", "A", "B"])
)
steps = st.lists(step)


def test_a14_blanks_in_three_places_are_usable_once_they_are_received() -> None:
    sent = [LotStep(LotState.AT_LOCATION, 4_000, "Pontianak"), LotStep(LotState.AT_LOCATION, 6_000, "Jakarta")]
    before = count_lot(15_000, sent)
    assert (before.received, before.open, before.on_the_way) == (0, 5_000, {"Pontianak": 4_000, "Jakarta": 6_000})
    come = [LotStep(LotState.RECEIVED, 4_000, "Pontianak"), LotStep(LotState.RECEIVED, 6_000, "Jakarta")]
    after = count_lot(15_000, [*sent, *come])
    assert (after.received, after.open, after.on_the_way) == (10_000, 5_000, {})
    printable = printable_now(after.received, 12_000, 12_000, 13_298)
    assert (printable, 13_298 - printable) == (10_000, 3_298)
    assert ribbons_for(12_000) == 24


def test_ten_ribbons_last_twenty_days_at_250_a_day() -> None:
    assert days_of_stock(10 * 500, 250) == 20
    assert days_of_stock(-3, 250) == 0
    assert days_of_stock(5, 0) is None


@given(st.integers(min_value=0, max_value=20_000), steps)
def test_no_figure_of_a_lot_is_ever_below_zero(asked: int, said: list[LotStep]) -> None:
    count = count_lot(asked, said)
    assert min(count.received, count.open, count.cancelled, *count.on_the_way.values(), 0) == 0
    assert count.received == sum(each.quantity for each in said if each.state is LotState.RECEIVED)


@given(st.integers(min_value=0, max_value=20_000), steps, step, steps)
def test_a_step_that_is_taken_back_leaves_the_lot_as_if_it_never_was(
    asked: int, before: list[LotStep], slip: LotStep, after: list[LotStep]
) -> None:
    since = [each for each in after if each != slip]
    back = LotStep(slip.state, -slip.quantity, slip.place)
    assert count_lot(asked, [*before, slip, *since, back]) == count_lot(asked, [*before, *since])
    assert count_lot(asked, [back, *since]) == count_lot(asked, since)


def test_what_is_still_on_its_way_is_told_apart_from_what_lies_there() -> None:
    sent = [LotStep(LotState.IN_TRANSIT, 300, "Jakarta"), LotStep(LotState.AT_LOCATION, 200, "Pontianak")]
    assert count_lot(1_000, sent).moving == {"Jakarta"}
    assert not count_lot(1_000, [*sent, LotStep(LotState.AT_LOCATION, 300, "Jakarta")]).moving


def test_what_moves_on_is_counted_where_it_lies_now() -> None:
    count = count_lot(500, [LotStep(LotState.IN_TRANSIT, 500, "A"), LotStep(LotState.CANCELLED, 500, "A")])
    assert (count.on_the_way, count.cancelled, count.open) == ({}, 500, 0)


def test_two_consignments_at_one_place_add_up_under_its_first_name() -> None:
    sent = [LotStep(LotState.IN_TRANSIT, 300, "Pontianak"), LotStep(LotState.IN_TRANSIT, 200, " pontianak")]
    count = count_lot(1_000, sent)
    assert (count.on_the_way, count.open) == ({"Pontianak": 500}, 500)


def test_what_was_in_transit_and_then_lies_there_is_one_part() -> None:
    sent = [LotStep(LotState.IN_TRANSIT, 300, "Pontianak"), LotStep(LotState.AT_LOCATION, 300, "Pontianak")]
    assert count_lot(1_000, sent).on_the_way == {"Pontianak": 300}


@pytest.mark.parametrize(
    ("counted", "note", "code"),
    [(200, "", None), (198, "", "shortfall_untold"), (198, "2 kurang, segel rusak", None), (-1, "x", "count_negative")],
)
def test_a_delivery_that_is_short_is_taken_in_with_a_word_why(counted: int, note: str, code: str | None) -> None:
    assert [problem.code for problem in check_receipt(200, counted, note)] == ([code] if code else [])


@pytest.mark.parametrize(
    ("place", "counted", "codes"),
    [
        (" surabaya ", 400, []),
        ("Surabaya", 399, ["shortfall_untold"]),
        ("Malang", 100, ["not_on_the_way"]),
        ("", 100, []),
        ("", 101, ["not_on_the_way"]),
    ],
)
def test_what_comes_is_held_to_what_was_sent_from_there_or_is_still_open(
    place: str, counted: int, codes: list[str]
) -> None:
    count = count_lot(500, [LotStep(LotState.IN_TRANSIT, 400, "Surabaya")])
    assert [problem.code for problem in check_arrival(count, place, counted, "")] == codes


def test_every_state_has_a_word() -> None:
    assert len({lot_label(state).source for state in LotState}) == len(LotState)
