"""Movements of blanks, and what follows from them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.stock.movements import (
    OFFICE,
    SPOILED,
    UNEXPLAINED,
    USED,
    DifferenceReason,
    Movement,
    MovementKind,
    Product,
    SpoilReason,
    balance,
    check_movement,
    difference_reason_label,
    printable_now,
    spoil_reason_label,
)

TABLE = "3574-P2"
HOLDERS = ("supplier", OFFICE, TABLE, "3574-P1", USED, SPOILED, UNEXPLAINED)

movements = st.lists(
    st.builds(
        Movement,
        st.sampled_from(MovementKind),
        st.sampled_from(Product),
        st.sampled_from(HOLDERS),
        st.sampled_from(HOLDERS),
        st.integers(min_value=1, max_value=20_000),
    )
)


def blanks(kind: MovementKind, from_holder: str, to_holder: str, quantity: int) -> Movement:
    return Movement(kind, Product.BLANK, from_holder, to_holder, quantity)


def codes(movement: Movement, reason: str = "") -> list[tuple[str, str]]:
    return [(problem.field, problem.code) for problem in check_movement(movement, reason=reason)]


def test_a_day_at_the_table_leaves_what_was_not_used() -> None:
    day = [
        blanks(MovementKind.ISSUE, OFFICE, TABLE, 46),
        blanks(MovementKind.PRINT_USE, TABLE, USED, 31),
        blanks(MovementKind.SPOIL, TABLE, SPOILED, 2),
        blanks(MovementKind.COUNT_ADJUST, TABLE, UNEXPLAINED, 1),
        Movement(MovementKind.ISSUE, Product.RIBBON, OFFICE, TABLE, 500),
    ]
    assert balance(day, TABLE, Product.BLANK) == 12
    assert balance(day, TABLE, Product.RIBBON) == 500
    assert balance(day, OFFICE, Product.BLANK) == -46


def test_nothing_moved_is_nothing_held() -> None:
    assert balance([], TABLE, Product.BLANK) == 0


@given(movements, st.sampled_from(Product))
def test_invariant_9_the_balances_of_all_holders_add_up_to_nothing(moved: list[Movement], product: Product) -> None:
    assert sum(balance(moved, holder, product) for holder in HOLDERS) == 0


@given(movements, movements, st.sampled_from(HOLDERS), st.sampled_from(Product))
def test_invariant_9_a_balance_does_not_depend_on_the_order_or_the_laptop_of_the_movements(
    here: list[Movement], there: list[Movement], holder: str, product: Product
) -> None:
    together = balance([*there, *reversed(here)], holder, product)
    assert together == balance(here, holder, product) + balance(there, holder, product)


@given(movements, st.integers(min_value=1, max_value=500))
def test_a_return_undoes_an_issue(moved: list[Movement], quantity: int) -> None:
    there = blanks(MovementKind.ISSUE, OFFICE, TABLE, quantity)
    back = blanks(MovementKind.RETURN, TABLE, OFFICE, quantity)
    assert balance([*moved, there, back], TABLE, Product.BLANK) == balance(moved, TABLE, Product.BLANK)


def test_the_kinds_keep_their_names_in_the_database() -> None:
    assert [kind.value for kind in MovementKind] == [
        "receive",
        "issue",
        "return",
        "print_use",
        "spoil",
        "destroy",
        "lend",
        "borrow",
        "give_back",
        "count_adjust",
    ]


def test_a_whole_movement_has_no_findings() -> None:
    assert codes(blanks(MovementKind.ISSUE, OFFICE, TABLE, 46)) == []
    assert codes(blanks(MovementKind.SPOIL, TABLE, SPOILED, 1), SpoilReason.ENCODE_FAILED) == []


@pytest.mark.parametrize("quantity", [0, -1])
def test_a_movement_moves_at_least_one(quantity: int) -> None:
    assert codes(blanks(MovementKind.ISSUE, OFFICE, TABLE, quantity)) == [("quantity", "quantity_not_positive")]


def test_a_movement_needs_two_holders() -> None:
    assert codes(blanks(MovementKind.LEND, OFFICE, OFFICE, 1)) == [("to_holder", "same_holder")]


@pytest.mark.parametrize("kind", MovementKind)
def test_only_spoiling_and_adjusting_need_a_reason(kind: MovementKind) -> None:
    needs_reason = kind in {MovementKind.SPOIL, MovementKind.COUNT_ADJUST}
    assert (codes(blanks(kind, TABLE, SPOILED, 1), " ") == [("reason", "reason_missing")]) is needs_reason


def test_all_findings_are_told_at_once() -> None:
    found = codes(blanks(MovementKind.SPOIL, TABLE, TABLE, 0))
    assert [field for field, _ in found] == ["quantity", "to_holder", "reason"]


counts = st.integers(min_value=-50, max_value=20_000)


@given(counts, counts, counts, counts)
def test_the_scarcest_part_says_what_can_be_printed(blank: int, ribbon: int, film: int, ready: int) -> None:
    printable = printable_now(blank, ribbon, film, ready)
    assert printable >= 0
    assert printable == 0 or printable in (blank, ribbon, film, ready)
    assert all(printable <= part for part in (blank, ribbon, film, ready) if part >= 0)


def test_a_negative_balance_prints_nothing() -> None:
    assert printable_now(-3, 500, 500, 9) == 0


def test_no_two_reasons_read_the_same() -> None:
    assert len({str(spoil_reason_label(reason)) for reason in SpoilReason}) == len(SpoilReason)
    assert len({str(difference_reason_label(reason)) for reason in DifferenceReason}) == len(DifferenceReason)
    assert str(spoil_reason_label(SpoilReason.ENCODE_FAILED)) == "Gagal encode"


def test_a9_blanks_of_two_owners_are_usable_together_and_returned_separately() -> None:
    province, regency = "province", "regency"
    moved = [
        blanks(MovementKind.BORROW, province, OFFICE, 6_000),
        blanks(MovementKind.RECEIVE, regency, OFFICE, 5_000),
    ]
    assert balance(moved, OFFICE, Product.BLANK) == 11_000
    moved.append(blanks(MovementKind.GIVE_BACK, OFFICE, province, 1_500))
    assert balance(moved, province, Product.BLANK) == -4_500
    assert balance(moved, regency, Product.BLANK) == -5_000


def test_a14_only_received_blanks_can_be_printed() -> None:
    asked, unprinted, ink_prints = 15_000, 13_298, 12_000
    assert printable_now(balance([], OFFICE, Product.BLANK), ink_prints, ink_prints, unprinted) == 0
    received = [
        blanks(MovementKind.RECEIVE, "pontianak", OFFICE, 4_000),
        blanks(MovementKind.RECEIVE, "jakarta", OFFICE, 6_000),
    ]
    held = balance(received, OFFICE, Product.BLANK)
    printable = printable_now(held, ink_prints, ink_prints, unprinted)
    assert (held, printable, unprinted - printable, asked - held) == (10_000, 10_000, 3_298, 5_000)
