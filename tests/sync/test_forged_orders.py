"""An order to erase that the centre did not sign is not taken in, whoever answers in the centre's place."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from centre_double import AREA, once, response
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from test_engine import Field
from test_hostile_pages import LOCAL, PACKED, packed

from fieldkit.domain.errors import CentreTroubleError
from fieldkit.host.secrets import new_device_key
from fieldkit.records.erasure import ORDER_COLUMNS, Order
from fieldkit.records.tables import ERASURE
from fieldkit.sync.progress import Step

HOME, HOST = "35.74", "35.13"


def order(issuer: str, **other: str) -> Order:
    said = {"table_name": "resident", "row_id": "r1", "fields": '["name"]', "ground": "UU 27/2022", **other}
    return Order(order_id="o1", issuer=issuer, ordered_by="u1", ordered_at="2019-02-23T02:05:00Z", **said)


def signed_with(secret: str, plain: Order) -> Order:
    key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(secret))
    return Order(**{name: getattr(plain, name) for name in ORDER_COLUMNS} | {"signature": key.sign(plain.signed).hex()})


def page_of(told: Order, columns: tuple[str, ...] = ERASURE.column_names) -> bytes:
    """The last page, with an order."""
    values = {name: getattr(told, name) for name in ORDER_COLUMNS} | {"at": told.ordered_at}
    row: list[Any] = ["e1", HOME, HOME, 7, *(values[name] for name in columns)]
    table = {"table": "erasure", "columns": [*LOCAL, *columns], "rows": [row]}
    return msgspec.json.encode(
        {"epoch": 1, "heads": {AREA: 7}, "tables": [table], "removals": [], "cursors": {AREA: 7}, "done": True}
    )


FORGED = {
    "nobody's signature": page_of(order(HOME)),
    "another's signature": page_of(signed_with(new_device_key().secret_hex, order(HOME))),
    "of a host, about what is no personal data": page_of(
        order(HOST, table_name="stock_movement", fields='["quantity"]')
    ),
    "without all of it": page_of(order(HOME), ERASURE.column_names[1:]),
}


@pytest.mark.parametrize("body", FORGED.values(), ids=FORGED)
def test_a_forged_order_ends_the_fetching_and_nothing_is_erased(body: bytes) -> None:
    ground = Field()
    ground.laptop.write(2)
    ground.centre.rows = ground.centre.head = 7
    ground.centre.fault = once("pull", lambda _: response(200, packed(body), **PACKED))
    outcome = ground.sync()
    assert (type(outcome.cause), outcome.failed_step) == (CentreTroubleError, Step.FETCH)
    assert (outcome.sent, ground.laptop.rows) == (2, [])


@pytest.mark.parametrize("issuer", [HOME, HOST])
def test_an_order_of_the_own_centre_or_a_modest_one_of_a_host_is_taken_in(issuer: str) -> None:
    ground = Field()
    ground.laptop.write(2)
    ground.centre.head = 7
    body = page_of(signed_with(ground.centre.key.secret_hex, order(issuer)))
    ground.centre.fault = once("pull", lambda _: response(200, packed(body), **PACKED))
    assert ground.sync().cause is None
    assert [row[0] for row in ground.laptop.rows] == ["e1"]
