"""The centre's signed word that it holds an origin up to a number."""

from __future__ import annotations

import msgspec
import sqlalchemy as sa

from fieldkit.records.wire import Receipt, receipt_bytes
from fieldkit.server.ledger.origins import HeldOrigin
from fieldkit.server.regencies import epoch_of, signing_key
from fieldkit.server.schema import RECEIPT


def give_receipt(connection: sa.Connection, held: HeldOrigin, now_ms: int) -> Receipt:
    """Sign what is held now, and keep what was signed."""
    receipt = _signed(connection, held, now_ms)
    key = {"regency": held.regency, "origin": held.origin, "number": held.number}
    said = {"chain": held.chain, "epoch": receipt.epoch, "at_ms": now_ms, "signature": receipt.signature}
    connection.execute(RECEIPT.insert(), key | said)
    return receipt


def last_receipt(connection: sa.Connection, held: HeldOrigin, now_ms: int) -> Receipt:
    """The receipt that was given when the held number was reached; signed now where nothing was sent yet."""
    column = RECEIPT.c
    query = sa.select(column.epoch, column.at_ms, column.signature).where(
        column.regency == held.regency, column.origin == held.origin, column.number == held.number
    )
    found = connection.execute(query).one_or_none()
    if found is None:
        return _signed(connection, held, now_ms)
    return _receipt(held, found.epoch, found.at_ms, found.signature)


def _signed(connection: sa.Connection, held: HeldOrigin, now_ms: int) -> Receipt:
    receipt = _receipt(held, epoch_of(connection, held.regency), now_ms, "")
    signature = signing_key(connection, held.regency).sign(receipt_bytes(receipt))
    return msgspec.structs.replace(receipt, signature=signature.hex())


def _receipt(held: HeldOrigin, epoch: int, at_ms: int, signature: str) -> Receipt:
    return Receipt(
        origin=held.origin,
        number=held.number,
        chain=held.chain.hex(),
        epoch=epoch,
        at_ms=at_ms,
        signature=signature,
    )
