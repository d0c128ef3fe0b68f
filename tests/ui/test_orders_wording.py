"""What is said of an order that shows no effect yet."""

from __future__ import annotations

import pytest

from fieldkit.domain.orders.order import OrderKind
from fieldkit.records.orders import Order
from fieldkit.store.queries.orders.standing import GivenOrder
from fieldkit.ui.pages.office.orders_wording import waiting_words


@pytest.mark.parametrize("kind", OrderKind)
def test_every_kind_of_order_has_its_word_while_it_waits(kind: OrderKind) -> None:
    order = Order(kind, "x", "2019-02-23T02:00:00.000Z", "35.74")
    assert waiting_words([GivenOrder("o1", order, is_sent=False, is_refused=False)])
