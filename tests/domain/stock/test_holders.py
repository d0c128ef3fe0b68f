"""Who can hold stock."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.stock.holders import (
    HolderKind,
    code_of,
    is_counted,
    is_in_hand,
    is_outside,
    kind_of,
    region_of,
    store_of,
)
from fieldkit.domain.stock.movements import (
    DESTROYED,
    OFFICE,
    SPOILED,
    SUPPLIER,
    UNEXPLAINED,
    USED,
    Movement,
    MovementKind,
    Product,
    balance,
)

TABLE = "table:3574-P2"
STORE = store_of("35.74.03")
NEIGHBOUR = region_of("35.13")
INSIDE = (OFFICE, STORE, TABLE, USED, SPOILED, DESTROYED, UNEXPLAINED)
ALL = (*INSIDE, SUPPLIER, NEIGHBOUR)

movements = st.lists(
    st.builds(
        Movement,
        st.sampled_from(MovementKind),
        st.sampled_from(Product),
        st.sampled_from(ALL),
        st.sampled_from(ALL),
        st.integers(1, 20_000),
    )
)


@given(movements, st.sampled_from(Product))
def test_invariant_9_what_is_held_here_is_what_came_in_from_outside(moved: list[Movement], product: Product) -> None:
    came = sum(each.quantity for each in moved if each.product is product and is_outside(each.from_holder))
    went = sum(each.quantity for each in moved if each.product is product and is_outside(each.to_holder))
    assert sum(balance(moved, holder, product) for holder in INSIDE) == came - went


@pytest.mark.parametrize(
    ("holder", "kind", "code"),
    [
        (OFFICE, HolderKind.OFFICE, ""),
        (STORE, HolderKind.STORE, "35.74.03"),
        (TABLE, HolderKind.TABLE, "3574-P2"),
        (NEIGHBOUR, HolderKind.REGION, "35.13"),
        ("3574-P1", HolderKind.TABLE, ""),
    ],
)
def test_a_holder_tells_what_it_is(holder: str, kind: HolderKind, code: str) -> None:
    assert (kind_of(holder), code_of(holder)) == (kind, code)


def test_only_what_lies_in_somebodys_hand_can_be_given_out() -> None:
    assert [holder for holder in ALL if is_in_hand(holder)] == [OFFICE, STORE, TABLE]
    assert [holder for holder in ALL if is_counted(holder)] == [STORE, TABLE, SPOILED]
    assert [holder for holder in ALL if is_outside(holder)] == [SUPPLIER, NEIGHBOUR]
