"""What a USB bundle needs of the store: its keys, and own changes by their numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from fieldkit.records.wire import Push
from fieldkit.store.database import Database
from fieldkit.store.incarnation import own_origins
from fieldkit.store.meta import USB_RECEIVER, Meta
from fieldkit.store.syncing.outgoing import batch_from, next_batch_of


@dataclass(frozen=True, slots=True)
class UsbKeys:
    """Whose bundle it is, the secret that signs it, and the centre's key that it is sealed to, "" while unknown."""

    origin: str
    regency: str
    device_secret: str = field(repr=False)
    receiver: str


def usb_keys(database: Database) -> UsbKeys:
    """What a bundle of this laptop is signed with and sealed to."""
    meta = Meta(database)
    return UsbKeys(meta.origin, *(meta.get(key) for key in ("regency", "device_secret", USB_RECEIVER)))


def unsent(database: Database, limit_bytes: int) -> list[Push]:
    """Everything that waits, in batches of whole commands: what was written under an earlier origin comes first."""
    return [batch for origin in own_origins(database) for batch in _unsent_of(database, origin, limit_bytes)]


def _unsent_of(database: Database, origin: str, limit_bytes: int) -> Iterator[Push]:
    batch = next_batch_of(database, origin, limit_bytes, 0)
    while batch is not None:
        yield batch
        batch = next_batch_of(database, origin, limit_bytes, batch.first + len(batch.changes) - 1)


def own_batch(database: Database, origin: str, first: int, last: int) -> Push | None:
    """The own changes of these numbers, as they were sent; None where not all of them are here."""
    rows = database.rows(
        "SELECT command, command_size, header, salt, fields, chain, digest FROM journal "
        "WHERE origin = ? AND number BETWEEN ? AND ? ORDER BY number",
        origin,
        first,
        last,
    )
    return batch_from(database, origin, first, rows) if 0 < len(rows) == last - first + 1 else None
