"""Receipts that are brought to the office: whether they are this centre's word, and whether it still stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

import msgspec
from cryptography.exceptions import InvalidSignature

from fieldkit.domain.identifiers import regency_of_origin
from fieldkit.records.wire import Receipt, receipt_bytes
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading
from fieldkit.server.ledger.journal import knows_chain
from fieldkit.server.ledger.origins import held_of
from fieldkit.server.regencies import feed_heads, signing_key


class Worth(Enum):
    """What a receipt proves."""

    STANDS = auto()
    LOST = auto()
    """Genuine, but the centre does not hold so much any more: it was restored from a backup."""
    CONTRADICTED = auto()
    """Genuine, but the centre holds something else under that number by now."""
    FOREIGN = auto()
    """Not signed here, or changed since."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A receipt, what it proves, and up to which number its origin is held now."""

    worth: Worth
    receipt: Receipt
    held: int = 0


def read_receipt(words: str) -> Receipt | None:
    """The receipt in what the Sync page copied, a line of JSON among others; None where there is none."""
    for line in words.splitlines():
        try:
            return msgspec.json.decode(line.strip(), type=Receipt)
        except (msgspec.MsgspecError, ValueError, RecursionError):
            continue
    return None


def check_receipt(centre: Centre, receipt: Receipt) -> Checked:
    """Hold a receipt against the centre's own key and journal."""
    regency = regency_of_origin(receipt.origin)
    with reading(centre.engine) as connection:
        if not feed_heads(connection, [regency]):
            return Checked(Worth.FOREIGN, receipt)
        try:
            signing_key(connection, regency).public_key().verify(_signature(receipt), receipt_bytes(receipt))
        except InvalidSignature:
            return Checked(Worth.FOREIGN, receipt)
        held = held_of(connection, regency, receipt.origin).number
        if held < receipt.number:
            return Checked(Worth.LOST, receipt, held)
        is_same = knows_chain(connection, (regency, receipt.origin), receipt.number, receipt.chain)
    return Checked(Worth.STANDS if is_same else Worth.CONTRADICTED, receipt, held)


def _signature(receipt: Receipt) -> bytes:
    try:
        return bytes.fromhex(receipt.signature)
    except ValueError:
        return b""
