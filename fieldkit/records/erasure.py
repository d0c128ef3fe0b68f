"""Fields that are erased by law: what an order says, what the centre signs, and what is left of a change."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import msgspec

from fieldkit.records.declaration import Table

NOTHING: Final = b"{}"
"""What is left of a change of which nothing is left."""
_SEALED: Final = "fieldkit-erasure"
_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode


@dataclass(frozen=True, slots=True)
class Order:
    """Fields of one row that hold nothing any more, whatever was or will be written there; no values."""

    order_id: str
    issuer: str
    """Regency of the row, whose office gave the order."""
    table_name: str
    row_id: str
    fields: str
    """Their names, a JSON list."""
    ground: str
    ordered_by: str
    ordered_at: str
    signature: str = ""
    """Of the issuer's centre, hex: nobody else can make laptops erase."""

    @property
    def names(self) -> frozenset[str]:
        """The fields by name; none where the order can not be read."""
        try:
            return frozenset(msgspec.json.decode(self.fields, type=list[str]))
        except msgspec.MsgspecError:
            return frozenset()

    @property
    def signed(self) -> bytes:
        """What the signature is over."""
        about = (self.issuer, self.order_id, self.table_name, self.row_id, self.fields)
        return _encode((_SEALED, *about, self.ground, self.ordered_by, self.ordered_at))


ORDER_COLUMNS: Final = Order.__slots__
"""The columns of a row that repeat the order."""


def order_of(row: Mapping[str, Any]) -> Order:
    """The order that a row of the table `erasure` carries."""
    return Order(**{name: row[name] for name in ORDER_COLUMNS})


def fields_text(names: Iterable[str]) -> str:
    """Names of fields as an order holds them."""
    return _encode(sorted(names)).decode()


def is_sound(order: Order, table: Table | None) -> bool:
    """Whether an order names fields that can be erased, and nothing else."""
    return table is not None and bool(order.names) and order.names <= set(table.personal)


def remaining(fields: bytes, names: Collection[str]) -> bytes:
    """What is left of the fields of a change; the same bytes where it has none of these, nothing where unreadable."""
    try:
        values = _decode(fields)
    except msgspec.MsgspecError:
        return NOTHING
    kept = {name: value for name, value in values.items() if name not in names}
    return fields if len(kept) == len(values) else _encode(kept)


def filled(fields: bytes, table: Table) -> bytes:
    """What is left of an insert, with a blank in each required place that may have been erased."""
    try:
        values = _decode(fields)
    except msgspec.MsgspecError:
        return fields
    return _encode({**{name: blank for name, blank in table.blanks.items() if blank is not None}, **values})
