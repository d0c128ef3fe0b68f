"""The second step of a round: what waits goes out, batch by batch, and nothing counts as sent without a receipt."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final

from fieldkit.domain.errors import BatchTooLargeError, ForkError
from fieldkit.records.squeeze import SQUEEZE
from fieldkit.records.wire import ERASED_SINCE, Heartbeat, Push, PushReply
from fieldkit.sync._errors import centre_too_old
from fieldkit.sync.aside import Aside
from fieldkit.sync.offering import offer_lost
from fieldkit.sync.parting import is_one_command, plain_bytes_of
from fieldkit.sync.proof import require_covers, require_genuine
from fieldkit.sync.trip import Trip

_SMALL_LEVEL: Final = 19
_QUICK_LEVEL: Final = 1


class Sending:
    """Runs once in a round."""

    def __init__(self, trip: Trip) -> None:
        self._trip = trip
        self._exchange, self._tally, self._parting = trip.exchange, trip.tally, trip.parting

    def run(self) -> None:
        """Send all that waits, and ask again for what the centre has decided since."""
        self._tally.total = self._tally.sent + self._exchange.waiting()
        with Aside() as aside:
            batch = self._next_batch()
            while batch is not None:
                batch = self._send_batch(batch, aside)
        for origin in self._exchange.decided_since(self._trip.greeting.held):
            self._ask_again(origin)
        offer_lost(self._trip)

    def _next_batch(self) -> Push | None:
        batch = self._exchange.next_batch(self._parting.limit(self._trip.up.plain_bytes))
        if batch is None and self._parting.is_due:
            self._go_on_as(self._parting.at_the_end(self._trip.origin))
            batch = self._exchange.next_batch(self._trip.up.plain_bytes)
        return batch

    def _go_on_as(self, origin: str) -> None:
        self._trip.origin = origin
        self._tally.total = self._tally.sent + self._exchange.waiting()

    def _ask_again(self, origin: str) -> None:
        """Hand in once more what the centre held until it could decide: it answers as it has decided."""
        last = 0
        while (batch := self._exchange.next_held(origin, last, self._trip.up.plain_bytes)) is not None:
            self._trip.pause_point()
            reply = self._push(batch)
            self._check(batch, reply)
            self._exchange.acknowledge(batch, reply)
            last = batch.first + len(batch.changes) - 1

    def _send_batch(self, batch: Push, aside: Aside) -> Push | None:
        """Send a batch and return the next one. On a quick line that one is made ready, and the answer to the one
        before noted, while this one is on its way; never are two of them on their way."""
        self._trip.pause_point()
        self._tally.begin_batch()
        self._trip.tell()
        after, up = batch.first + len(batch.changes) - 1, self._trip.up
        ahead = partial(self._exchange.next_batch, self._parting.limit(up.plain_bytes), after)
        coming = aside.prepare(ahead) if up.is_quick else None
        try:
            reply = self._push(batch)
        except ForkError:
            aside.settle()
            if self._parting.is_endless:
                raise
            self._go_on_as(self._parting.met(batch, self._trip.origin))
            return self._next_batch()
        except BatchTooLargeError:
            aside.settle()
            if is_one_command(batch):
                raise
            up.refused(plain_bytes_of(batch))
            return self._next_batch()
        self._accept(batch, reply)
        aside.take_in(partial(self._note, batch, reply), partial(self._noted, reply, self._tally.sent))
        following = coming.result() if coming else None
        if following is None:
            aside.settle()
            following = self._next_batch()
        return following

    def _push(self, batch: Push) -> PushReply:
        if self._trip.greeting.protocol < ERASED_SINCE and any(change.digest for change in batch.changes):
            raise centre_too_old()
        doorway, up, clock = self._trip.doorway, self._trip.up, self._trip.clock
        before_bytes = doorway.sent_bytes
        push = partial(
            doorway.push,
            batch,
            level=_SMALL_LEVEL if up.is_slow else _QUICK_LEVEL,
            moved=self._trip.moved,
            beat=self._last_word(batch),
            is_squeezed=self._trip.greeting.squeeze >= SQUEEZE,
        )
        reply = self._trip.over(up, push)
        up.carried(doorway.sent_bytes - before_bytes, plain_bytes_of(batch), clock.monotonic_s() - self._trip.set_out_s)
        return reply

    def _last_word(self, batch: Push) -> Heartbeat | None:
        """With the batch after which nothing waits the centre is told so: the hello before it said otherwise."""
        is_last = self._tally.sent + len(batch.changes) >= self._tally.total
        return self._trip.heartbeat(0) if is_last else None

    def _check(self, batch: Push, reply: PushReply) -> None:
        """Nothing counts as sent before the receipt was checked."""
        require_genuine(reply.receipt, self._trip.centre_key, batch.origin, self._trip.greeting.epoch)
        require_covers(reply.receipt, batch)

    def _accept(self, batch: Push, reply: PushReply) -> None:
        self._check(batch, reply)
        self._trip.exceptions += reply.exceptions
        self._tally.end_batch(len(batch.changes))
        greeting = self._trip.greeting
        self._trip.greeting = replace(greeting, areas=tuple(reply.heads) or greeting.areas)

    def _note(self, batch: Push, reply: PushReply) -> int:
        """Note the answer in the store; returns what waits now."""
        self._exchange.acknowledge(batch, reply)
        return self._exchange.waiting()

    def _noted(self, reply: PushReply, sent: int, waiting: int) -> None:
        self._trip.receipt = reply.receipt
        self._tally.total = sent + waiting
        self._trip.tell()
