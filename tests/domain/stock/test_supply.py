"""How far the stock goes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.stock.lots import PRINTS_PER_RIBBON
from fieldkit.domain.stock.movements import Product
from fieldkit.domain.stock.supply import Supply, Tone, pace_of, together

some = st.integers(0, 20_000)
perhaps = st.none() | some


def test_ten_ribbons_are_what_runs_out_first_after_twenty_days() -> None:
    supply = Supply(blanks=9_000, ribbon=10 * PRINTS_PER_RIBBON, film=None, ready=0, per_day=250)
    assert (supply.days_left, supply.scarcest) == (20, Product.RIBBON)


def test_a14_ten_thousand_of_13298_can_be_printed() -> None:
    supply = Supply(blanks=10_000, ribbon=12_000, film=None, ready=13_298, per_day=0)
    assert (supply.printable, supply.unserved) == (10_000, 3_298)


def test_five_blanks_for_nine_cards_leave_four_people_without() -> None:
    supply = Supply(blanks=5, ribbon=None, film=None, ready=9, per_day=30)
    assert (supply.printable, supply.unserved, supply.tone) == (5, 4, Tone.WARN)


@given(some, perhaps, perhaps, some, st.integers(0, 400))
def test_what_nobody_counts_never_stands_in_the_way(
    blanks: int, ribbon: int | None, film: int | None, ready: int, per_day: int
) -> None:
    supply = Supply(blanks, ribbon, film, ready, per_day)
    counted = [part for part in (blanks, ribbon, film, ready) if part is not None]
    assert supply.printable == min(counted)
    assert supply.printable + supply.unserved == ready


def test_a_balance_that_can_not_be_is_red() -> None:
    assert Supply(-3, 500, None, 0, 10).tone is Tone.ERR
    assert Supply(-3, 500, None, 9, 10).printable == 0


@pytest.mark.parametrize(
    ("printed", "pace"),
    [({}, 0), ({"2019-02-23": 98}, 98), ({"2019-02-22": 40, "2019-02-23": 61, "2019-02-21": 0}, 51)],
)
def test_the_pace_is_that_of_days_with_printing(printed: dict[str, int], pace: int) -> None:
    assert pace_of(printed) == pace


def test_who_has_never_printed_is_told_no_days() -> None:
    assert Supply(500, None, None, 0, 0).days_left is None
    assert Supply(500, None, None, 0, 0).tone is Tone.OK


def test_ribbon_of_all_is_known_where_all_who_print_keep_count_of_it() -> None:
    store, table = Supply(300, 500, None, 0, 40), Supply(40, 200, 24, 0, 20)
    office = Supply(800, 1_000, None, 0, 60)
    all_count = together([(office, False), (store, True), (table, True)], 29, 60)
    assert (all_count.blanks, all_count.ribbon, all_count.film) == (1_140, 1_700, None)
    assert (all_count.printable, all_count.scarcest) == (29, Product.BLANK)
    assert together([(office, False)], 0, 0).ribbon == 1_000


def test_few_days_left_want_a_look() -> None:
    assert Supply(500, None, None, 0, 100).tone is Tone.WARN
    assert Supply(600, None, None, 0, 100).tone is Tone.OK
