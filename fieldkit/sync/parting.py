"""A copied laptop finds out where the centre holds the work of the other copy, and goes on from there anew."""

from __future__ import annotations

from typing import Final

from fieldkit.records.journal import read_header
from fieldkit.records.wire import Push
from fieldkit.store.syncing.exchange import Exchange

_MOST_TIMES: Final = 8


class Parting:
    """Halves a batch that met other work, until the one command is found that the two no longer share."""

    def __init__(self, exchange: Exchange) -> None:
        self.known: tuple[str, ...] = ()
        """The origins of this laptop that the centre has heard of."""
        self.is_due = False
        """Whether the centre holds work under the present origin that was not written here."""
        self._exchange = exchange
        self._limit_bytes: int | None = None
        self._times = 0

    @property
    def is_endless(self) -> bool:
        """Whether the centre holds other work under every origin, which no copying explains."""
        return self._times >= _MOST_TIMES

    def limit(self, plain_bytes: int) -> int:
        """How large the next batch may be."""
        return plain_bytes if self._limit_bytes is None else min(self._limit_bytes, plain_bytes)

    def met(self, batch: Push, present: str) -> str:
        """The centre holds other work under numbers of this batch. Returns the origin to go on under."""
        if not is_one_command(batch):
            self._limit_bytes = plain_bytes_of(batch) // 2
            return present
        self._limit_bytes = None
        self._times += 1
        # Whatever waits comes along, under an origin that is nobody's.
        self.is_due = False
        self._exchange.part_ways(batch.origin, self.known, batch.first - 1)
        return self._exchange.origin() or present

    def at_the_end(self, present: str) -> str:
        """All that was written here is at the centre, and more. Returns the origin to go on under."""
        self._limit_bytes, self.is_due = None, False
        self._exchange.part_ways(present, self.known)
        return self._exchange.origin() or present


def is_one_command(batch: Push) -> bool:
    """Whether the batch can not be divided."""
    return read_header(bytes(batch.changes[0].header)).command_size >= len(batch.changes)


def plain_bytes_of(batch: Push) -> int:
    """The size of the changes of a batch before they are compressed."""
    return sum(len(bytes(change.header)) + len(bytes(change.fields)) for change in batch.changes)
