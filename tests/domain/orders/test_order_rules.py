"""Which orders can be obeyed: whatever is ordered, an admin is left."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.orders.laptop import LaptopState
from fieldkit.domain.orders.order import (
    USER_ROLES,
    Hindrance,
    Member,
    OrderKind,
    Standing,
    Wanted,
    has_admin,
    hindrance,
    hindrance_text,
    only_takes,
)

USERS = st.sampled_from(["a", "b", "c"])
ORDERS = st.one_of(
    st.builds(Wanted, st.just(OrderKind.USER_ROLE), USERS, st.sampled_from(USER_ROLES)),
    st.builds(Wanted, st.just(OrderKind.USER_ACTIVE), USERS, st.none(), st.booleans()),
)


@given(st.lists(ORDERS, max_size=30))
def test_whatever_is_ordered_an_admin_is_left(orders: list[Wanted]) -> None:
    users = {"a": Member("admin", is_active=True), "b": Member("lead", is_active=True)}
    for wanted in orders:
        if hindrance(wanted, Standing(users)) is None:
            before = users[wanted.subject]
            is_active = before.is_active if wanted.is_active is None else wanted.is_active
            users[wanted.subject] = Member(wanted.role or before.role, is_active)
        assert has_admin(users)


def test_nobody_orders_about_who_is_not_there() -> None:
    assert hindrance(Wanted(OrderKind.USER_START_CODE, "a"), Standing()) is Hindrance.UNKNOWN_USER
    for kind in (OrderKind.LAPTOP_AREAS, OrderKind.LAPTOP_MISSING, OrderKind.LAPTOP_REVOKE, OrderKind.LAPTOP_FOUND):
        assert hindrance(Wanted(kind, "x"), Standing()) is Hindrance.UNKNOWN_LAPTOP


def test_a_laptop_that_was_shut_out_is_only_shut_out_again() -> None:
    standing = Standing(laptops={"x": LaptopState.REVOKED})
    assert hindrance(Wanted(OrderKind.LAPTOP_REVOKE, "x"), standing) is None
    for kind in (OrderKind.LAPTOP_AREAS, OrderKind.LAPTOP_MISSING, OrderKind.LAPTOP_FOUND):
        assert hindrance(Wanted(kind, "x"), standing) is Hindrance.LAPTOP_REVOKED


def test_what_gives_somebody_work_does_not_only_take() -> None:
    users = {each: Member(each, is_active=True) for each in USER_ROLES}
    to_operator = {
        each for each in USER_ROLES if only_takes(Wanted(OrderKind.USER_ROLE, each, "operator"), Standing(users))
    }
    assert to_operator == {*USER_ROLES} - {"viewer"}
    assert all(only_takes(Wanted(OrderKind.USER_ROLE, each, "viewer"), Standing(users)) for each in USER_ROLES)
    assert not any(only_takes(Wanted(OrderKind.USER_ROLE, each, "lead"), Standing(users)) for each in USER_ROLES)
    assert not only_takes(Wanted(OrderKind.USER_ROLE, "nobody", "operator"), Standing(users))


def test_every_hindrance_has_words_of_its_own() -> None:
    assert len({str(hindrance_text(each)) for each in Hindrance}) == len(Hindrance)
