"""Fields of rows that are erased by law: what comes for them is journalled by its digest, and stored nowhere.

An order holds for good: whatever is written there later, by a laptop that does not know of it yet, is erased on its way
in. So the centre ends up the same in whatever order orders and changes arrive.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

import msgspec
import sqlalchemy as sa
from cryptography.exceptions import InvalidSignature

from fieldkit.records.erasure import Order, is_sound, remaining
from fieldkit.records.journal import Header, kept_digest
from fieldkit.records.tables import BY_NAME, ERASURE
from fieldkit.server.bulk import Bulk, ClashError
from fieldkit.server.ledger.batch import Change
from fieldkit.server.ledger.erasing import erase_beside
from fieldkit.server.merge.proposals import is_name, is_placed
from fieldkit.server.merge.rows import Key, Row, RowBook
from fieldkit.server.regencies import signing_key
from fieldkit.server.schema import METADATA

ERASED: Final = "erased"
"""Why a value that came was not stored."""
_ROW: Final = METADATA.tables[ERASURE.name].c


class Seals:
    """The orders that stand, as far as one push meets them, and those that it brings."""

    def __init__(self, connection: sa.Connection, bulk: Bulk) -> None:
        self._connection = connection
        self._bulk = bulk
        self._rows: dict[str, set[str]] = defaultdict(set)
        self._known: dict[Key, frozenset[str]] = {}
        self._orders: dict[Key, frozenset[str]] = {}

    def strip(self, changes: Sequence[Change]) -> list[Change]:
        """The changes without the values that are erased by law; the chain over them stays as it is."""
        wanted: dict[str, set[str]] = defaultdict(set)
        for change in changes:
            if (header := change.header) is not None and _names_a_row(header):
                wanted[header.regency].add(header.row)
        self._known.update(self._ask(wanted))
        for regency, rows in wanted.items():
            self._rows[regency] |= rows
        return [self._stripped(change) for change in changes] if self._known else list(changes)

    @property
    def regencies(self) -> list[str]:
        """Of the rows that `strip` looked for: while their feed counters are locked, no order is given there."""
        return sorted(self._rows)

    def require_unchanged(self) -> None:
        """ClashError where an order was given since `strip` looked. Called with the feed counters locked."""
        if self._ask(self._rows) != self._known:
            raise ClashError

    def is_genuine(self, order: Order) -> bool:
        """Whether an order names what can be erased, and is signed by its issuer's centre."""
        if not is_sound(order, BY_NAME.get(order.table_name)):
            return False
        try:
            key = signing_key(self._connection, order.issuer).public_key()
            key.verify(bytes.fromhex(order.signature), order.signed)
        except (sa.exc.NoResultFound, ValueError, InvalidSignature):
            return False
        return True

    def bring(self, order: Order) -> bool:
        """Take in a genuine order; returns whether it is new here."""
        given = sa.and_(_ROW.regency == order.issuer, _ROW.row_id == order.row_id, _ROW.order_id == order.order_id)
        if self._connection.scalar(sa.select(_ROW.id).where(given).limit(1)) is not None:
            return False
        key = target_of(order)
        self._orders[key] = self._orders.get(key, frozenset()) | order.names
        return True

    def blank_rows(self, rows: RowBook) -> None:
        """Leave nothing in the rows that the orders of this push are about, whatever else it brought.

        Called with the feed counters locked; ClashError where such a row has come since it was looked for.
        """
        missing = [key for key in self._orders if rows.get(key) is None]
        rows.load(missing, locked=True)
        if any(rows.get(key) for key in missing):
            raise ClashError
        for key, names in self._orders.items():
            if row := rows.get(key):
                blank(row, names)

    def erase_beside(self) -> None:
        """Erase what the orders of this push name from everything that was written beside the rows."""
        if self._orders:
            erase_beside(self._connection, self._bulk, self._orders)

    def _stripped(self, change: Change) -> Change:
        names = self._known.get(_key(change.header)) if change.header else None
        left = remaining(change.fields, names) if names else change.fields
        if left == change.fields:
            return change
        kept = kept_digest(change.salt, change.fields, change.digest)
        is_news = change.is_stripped or change.digest is None
        return msgspec.structs.replace(change, salt=None, fields=left, digest=kept, is_stripped=is_news)

    def _ask(self, rows: Mapping[str, set[str]]) -> dict[Key, frozenset[str]]:
        found: dict[Key, frozenset[str]] = {}
        for regency, ids in sorted(rows.items()):
            of_regency = _ROW.regency == regency
            # Hardly ever was anything erased, and asking that first is cheaper than naming all rows.
            if not ids or self._connection.scalar(sa.select(_ROW.id).where(of_regency).limit(1)) is None:
                continue
            query = sa.select(_ROW.table_name, _ROW.row_id, _ROW.fields).where(of_regency, _ROW.issuer == regency)
            for table, row, fields in self._connection.execute(query.where(self._bulk.among(_ROW.row_id, ids))):
                key = (table, regency, row)
                found[key] = found.get(key, frozenset()) | frozenset(msgspec.json.decode(fields, type=list[str]))
        return found


def target_of(order: Order) -> Key:
    """Which row an order is about."""
    return order.table_name, order.issuer, order.row_id


def blank(row: Row, names: frozenset[str]) -> None:
    """Leave nothing in these fields of a row."""
    table = BY_NAME[row.table]
    for name in names:
        row.set(name, table.column(name).blank)
    row.is_own_only = False
    row.is_changed = True


def _key(header: Header) -> Key:
    return header.table, header.regency, header.row


def _names_a_row(header: Header) -> bool:
    return is_name(header.row) and is_placed(header)
