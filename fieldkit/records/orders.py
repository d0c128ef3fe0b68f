"""What stands in an `office_order`, and in the column `areas` of a `device_file`, as they travel."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from fieldkit.domain.orders.order import OrderKind


class GivenArea(msgspec.Struct, frozen=True, omit_defaults=True):
    """An area, and until when: an instant, empty without an end."""

    area: str
    until: str = ""


class Order(msgspec.Struct, frozen=True, omit_defaults=True):
    """A signed document; `at` and the two names stand in the columns of its row as well.

    By its `id` it belongs to one row and to no copy; orders of older programs have none.
    """

    kind: OrderKind
    subject: str
    at: str
    regency: str
    name: str = ""
    role: str = ""
    active: bool | None = None
    code_hash: str = ""
    """The verifier of a code: of `start_codes` for a user, of `codes` for a laptop."""
    until: str = ""
    """Until when the code of a new laptop works: an instant."""
    areas: tuple[GivenArea, ...] = ()
    id: str = ""
    epoch: int = 0
    """The one of the centre that its laptop knew; 0 from an older program."""


class HeldArea(msgspec.Struct, frozen=True, omit_defaults=True):
    """An area that a laptop was given, with its times; without an end it stays."""

    area: str
    begins: str
    until: str = ""


class Filed(msgspec.Struct, frozen=True, omit_defaults=True):
    """The column `areas` of a `device_file`: its grants, and what the centre knows of it.

    `held` is up to which number its changes are here, `waiting` how many it said to have besides, at `seen`.
    """

    areas: tuple[HeldArea, ...] = ()
    seen: str = ""
    held: int = 0
    waiting: int = 0
    missing: str = ""
    """Since when it is known to be missing, where it is or was."""
    revoked: str = ""


def order_document(order: Order) -> Mapping[str, Any]:
    """The document that is signed."""
    document: Mapping[str, Any] = msgspec.to_builtins(order)
    return document


def read_order(document: str) -> Order | None:
    """What a document orders; None where it can not be read."""
    try:
        return msgspec.json.decode(document, type=Order)
    except (msgspec.MsgspecError, RecursionError):
        return None


def filed_areas(filed: Filed) -> str:
    """As the column holds it."""
    return msgspec.json.encode(filed).decode()


def read_filed(column: str) -> Filed:
    """What the column says; nothing where another version wrote what this one can not read."""
    try:
        return msgspec.json.decode(column, type=Filed)
    except (msgspec.MsgspecError, RecursionError):
        return Filed()
