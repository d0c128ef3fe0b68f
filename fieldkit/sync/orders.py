"""Orders to erase among the rows of a page: whoever answers in the centre's place makes this laptop erase nothing."""

from __future__ import annotations

from collections.abc import Mapping

from fieldkit.domain.identifiers import regency_of_origin
from fieldkit.host.secrets import verify
from fieldkit.records.erasure import ORDER_COLUMNS, Order, order_of
from fieldkit.records.tables import BY_NAME, ERASURE
from fieldkit.records.wire import TablePage


def are_founded(page: TablePage, origin: str, centre_key: str) -> bool:
    """Whether every order of a page may be carried out on the laptop with this origin.

    Those of its own centre are signed by it. The key of a host's centre is not known here: an order of that one names
    nothing but what can be erased, and is good for rows of that regency only (`erase_here`).
    """
    if page.table != ERASURE.name:
        return True
    if not set(ORDER_COLUMNS) <= set(page.columns):
        return False
    rows = (dict(zip(page.columns, row, strict=True)) for row in page.rows)
    return all(_is_founded(row, regency_of_origin(origin), centre_key) for row in rows)


def _is_founded(row: Mapping[str, object], regency: str, centre_key: str) -> bool:
    if not all(isinstance(row[name], str) for name in ORDER_COLUMNS):
        return False
    order = order_of(row)
    if order.issuer == regency:
        return verify(centre_key, order.signature, order.signed)
    return _is_modest(order)


def _is_modest(order: Order) -> bool:
    table = BY_NAME.get(order.table_name)
    return table is None or order.names.intersection(table.column_names) <= set(table.personal)
