"""Who works for the office and where its laptops stand, with the orders on top that were not sent yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fieldkit.domain.orders.laptop import LaptopState
from fieldkit.domain.orders.order import Member, OrderKind, Standing
from fieldkit.records.orders import Order, read_order
from fieldkit.store.database import Database


@dataclass(frozen=True, slots=True)
class GivenOrder:
    """An order, and whether the centre has it already."""

    id: str
    order: Order
    is_sent: bool
    is_refused: bool
    """Whether a case stands about it."""


def given_orders(database: Database, kind_like: str) -> list[GivenOrder]:
    """Orders of some kinds ("user%"), the oldest first, without those that were refused and then decided about."""
    return list(_given(database, kind_like))


def office_standing(database: Database) -> Standing:
    """What an order would meet once all those before it are obeyed: two admins are not dismissed one by one."""
    rows = database.rows("SELECT id, role, active FROM app_user")
    users = {user: Member(role, bool(active)) for user, role, active in rows}
    for given in _given(database, "user%"):
        if not given.is_sent:
            _follow(users, given.order)
    files = database.rows("SELECT device_id, state FROM device_file")
    return Standing(users, {device: _state(state) for device, state in files})


def _follow(users: dict[str, Member], order: Order) -> None:
    """As the centre will; a role or an end that stands already changes nothing."""
    before = users.get(order.subject)
    if before is None:
        if order.kind is OrderKind.USER_NEW:
            users[order.subject] = Member(order.role, is_active=True)
    elif order.kind is OrderKind.USER_ROLE:
        users[order.subject] = Member(order.role, before.is_active)
    elif order.kind is OrderKind.USER_ACTIVE:
        users[order.subject] = Member(before.role, bool(order.active))


def _given(database: Database, kind_like: str) -> Iterator[GivenOrder]:
    for row_id, document, is_sent, is_refused in database.rows(_GIVEN, kind_like):
        order = read_order(document)
        if order is not None:
            yield GivenOrder(row_id, order, bool(is_sent), bool(is_refused))


def _state(said: str) -> LaptopState:
    try:
        return LaptopState(said)
    except ValueError:
        return LaptopState.ACTIVE


_GIVEN = (
    "SELECT o.id, o.document, NOT EXISTS (SELECT 1 FROM journal j WHERE j.row_id = o.id AND j.in_base = 0 "
    "AND j.verdict IS NULL), EXISTS (SELECT 1 FROM case_file c WHERE c.subject = o.id AND c.state = 'open') "
    "FROM office_order o WHERE o.kind LIKE ? "
    "AND NOT EXISTS (SELECT 1 FROM case_file c WHERE c.subject = o.id AND c.state = 'settled') "
    "ORDER BY o.version = 0, o.version, o.seq"
)
