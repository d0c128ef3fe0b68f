"""Lent and borrowed, each owner apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.stock.holders import region_of
from fieldkit.domain.stock.loans import Loan, check_give_back, loans_of
from fieldkit.domain.stock.movements import OFFICE, SUPPLIER, Movement, MovementKind, Product, balance

PROVINCE, NEIGHBOUR = region_of("15"), region_of("15.02")


def blanks(kind: MovementKind, from_holder: str, to_holder: str, quantity: int) -> Movement:
    return Movement(kind, Product.BLANK, from_holder, to_holder, quantity)


def loan(partner: str, movements: list[Movement]) -> Loan:
    return next(each for each in loans_of(movements) if each.partner == partner)


def test_a9_blanks_of_two_owners_are_used_together_and_what_goes_back_is_counted_for_each() -> None:
    moved = [
        blanks(MovementKind.BORROW, PROVINCE, OFFICE, 6_000),
        blanks(MovementKind.RECEIVE, SUPPLIER, OFFICE, 5_000),
        blanks(MovementKind.LEND, OFFICE, NEIGHBOUR, 700),
    ]
    assert balance(moved, OFFICE, Product.BLANK) == 11_000 - 700
    moved += [
        blanks(MovementKind.GIVE_BACK, OFFICE, PROVINCE, 1_500),
        blanks(MovementKind.GIVE_BACK, NEIGHBOUR, OFFICE, 200),
    ]
    assert (loan(PROVINCE, moved).owed, loan(PROVINCE, moved).due) == (4_500, 0)
    assert (loan(NEIGHBOUR, moved).owed, loan(NEIGHBOUR, moved).due) == (0, 500)
    assert len(loans_of(moved)) == 2


def test_who_lends_and_borrows_has_both_figures_apart() -> None:
    both = [
        blanks(MovementKind.BORROW, NEIGHBOUR, OFFICE, 100),
        blanks(MovementKind.LEND, OFFICE, NEIGHBOUR, 40),
    ]
    assert (loan(NEIGHBOUR, both).owed, loan(NEIGHBOUR, both).due) == (100, 40)


def test_each_product_is_a_loan_of_its_own() -> None:
    ribbon = Movement(MovementKind.BORROW, Product.RIBBON, NEIGHBOUR, OFFICE, 500)
    found = loans_of([ribbon, blanks(MovementKind.BORROW, NEIGHBOUR, OFFICE, 20)])
    assert [(each.product, each.owed) for each in found] == [(Product.BLANK, 20), (Product.RIBBON, 500)]


steps = st.lists(
    st.tuples(
        st.sampled_from([MovementKind.BORROW, MovementKind.LEND, MovementKind.GIVE_BACK]),
        st.booleans(),
        st.sampled_from([PROVINCE, NEIGHBOUR]),
        st.integers(1, 9_000),
    )
)


@given(steps)
def test_what_is_owed_and_due_is_what_the_ledger_says_of_the_owner(
    told: list[tuple[MovementKind, bool, str, int]],
) -> None:
    moved = []
    for kind, comes_in, partner, quantity in told:
        inwards = kind is MovementKind.BORROW or (kind is MovementKind.GIVE_BACK and comes_in)
        moved.append(blanks(kind, *((partner, OFFICE) if inwards else (OFFICE, partner)), quantity))
    for each in loans_of(moved):
        assert each.due - each.owed == balance(moved, each.partner, each.product)


def test_no_more_goes_back_than_is_owed() -> None:
    assert check_give_back(500, 500) == ()
    assert [problem.code for problem in check_give_back(501, 500)] == ["more_than_owed"]
