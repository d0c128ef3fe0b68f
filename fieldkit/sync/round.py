"""One round of a sync: its four steps, and what was counted on the way."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import Final, TypeVar

from fieldkit import __version__
from fieldkit.domain.errors import (
    CentreBusyError,
    CentreTroubleError,
    ClientTooOldError,
    DeviceRevokedError,
    FieldKitError,
    ForkError,
    OfflineError,
)
from fieldkit.host.clock import Clock, now_ms
from fieldkit.records.sums import SHAPE
from fieldkit.records.wire import (
    PROTOCOL,
    AreaHead,
    CommandVerdict,
    Heartbeat,
    Held,
    Hello,
    Pull,
    PullReply,
    Push,
    PushReply,
    Receipt,
    Sums,
    SumsReply,
)
from fieldkit.store.exchange import Exchange
from fieldkit.sync._errors import centre_changed, endless, foreign_receipt, too_old
from fieldkit.sync.aside import Aside
from fieldkit.sync.comparison import Comparison
from fieldkit.sync.doorway import Doorway
from fieldkit.sync.line import Line
from fieldkit.sync.parting import Parting, plain_bytes_of
from fieldkit.sync.progress import Listener, Progress, Step, StepState, SyncOutcome
from fieldkit.sync.proof import require_covers, require_genuine
from fieldkit.sync.tally import Tally

_Answer = TypeVar("_Answer")
MOST_PAGE_BYTES: Final = 1 << 20
"""A page is taken in by one transaction, for which the screens have to wait."""
_SMALL_LEVEL: Final = 19
_QUICK_LEVEL: Final = 1


@dataclass(frozen=True)
class Parts:
    """What a round works with."""

    doorway: Doorway
    exchange: Exchange
    clock: Clock
    listener: Listener
    up: Line
    down: Line


@dataclass(frozen=True)
class _Greeting:
    """What the contact told; as it stands, a laptop that got no answer it may use."""

    epoch: int
    areas: tuple[AreaHead, ...] = ()
    wait_s: int = 0
    clock_offset_ms: int = 0
    shape: str = ""
    held: Held | None = None
    refused: FieldKitError | None = None
    """Why nothing may be fetched."""


class _PausedError(Exception):
    """The user stopped the round between two batches."""


class Round:
    """Runs once."""

    def __init__(self, parts: Parts, stop: threading.Event) -> None:
        self._doorway, self._exchange, self._clock = parts.doorway, parts.exchange, parts.clock
        self._listener, self._up, self._down = parts.listener, parts.up, parts.down
        self._stop = stop
        self._step = Step.CONTACT
        self._tally = Tally()
        self._parting = Parting(self._exchange)
        self._origin = self._exchange.origin() or ""
        self._centre_key = self._exchange.connection().centre_key
        self._greeting = _Greeting(self._exchange.epoch())
        self._exceptions: list[CommandVerdict] = []
        self._reloaded: list[str] = []
        self._receipt: Receipt | None = None
        self._counted: int | None = None
        self._failure: tuple[Step, FieldKitError] | None = None
        self._is_paused = False
        self._bytes_before = (self._doorway.sent_bytes, self._doorway.received_bytes)

    def run(self) -> SyncOutcome:
        """Go through the steps as far as they let one."""
        steps = {
            Step.CONTACT: self._contact,
            Step.SEND: self._send,
            Step.FETCH: self._fetch,
            Step.PROVE: self._prove,
        }
        for step, act in steps.items():
            if not self._goes_on_after(step, act):
                break
        return self._outcome()

    def _goes_on_after(self, step: Step, act: Callable[[], None]) -> bool:
        self._step = step
        try:
            self._pause_point()
            self._tell()
            act()
        except _PausedError:
            self._is_paused = True
            self._tell(StepState.PAUSED)
            return False
        except FieldKitError as error:
            self._failure = self._failure or (step, error)
            self._tell(StepState.FAILED, error)
            return _leaves_work_to_hand_in(step, error)
        self._tell(StepState.DONE)
        return True

    def _contact(self) -> None:
        asked_s = self._clock.monotonic_s()
        try:
            hello = self._doorway.hello(self._heartbeat(self._count_waiting()))
        except DeviceRevokedError as error:
            self._take_leave(error)
            raise
        seconds = self._clock.monotonic_s() - asked_s
        self._up.answered(seconds)
        self._down.answered(seconds)
        self._greeting = self._greeting_of(hello, seconds)
        self._exchange.set_epoch(hello.epoch)
        self._exchange.keep_prefixes(hello.prefixes)
        self._exchange.keep_silent(hello.silent)
        self._exchange.keep_receiver(hello.receiver)
        self._parting.known = tuple(hello.held)
        self._resume(hello.held)

    def _take_leave(self, error: DeviceRevokedError) -> None:
        """Go on where the centre stands, also where this is its first word to the laptop or it was restored since."""
        self._greeting = replace(self._greeting, epoch=error.epoch or self._greeting.epoch, refused=error)
        if error.epoch:
            self._resume({origin: Held(number=held[0], chain=held[1]) for origin, held in error.holds.items()})

    def _resume(self, held: Mapping[str, Held]) -> None:
        """Go on where the centre stands in each origin that was written under here."""
        nothing = Held(number=0, chain="")
        stands: dict[str, Held] = {origin: held.get(origin, nothing) for origin in self._exchange.origins()}
        self._parting.is_due = self._exchange.resume(stands)

    def _greeting_of(self, hello: Hello, seconds: float) -> _Greeting:
        return _Greeting(
            epoch=hello.epoch,
            areas=tuple(hello.areas),
            wait_s=hello.wait_s,
            shape=hello.shape,
            held=hello.held.get(self._origin),
            clock_offset_ms=hello.server_time_ms + round(seconds * 500) - now_ms(self._clock),
            refused=too_old() if hello.oldest_protocol > PROTOCOL else None,
        )

    def _send(self) -> None:
        self._tally.total = self._exchange.waiting()
        with Aside() as aside:
            batch = self._next_batch()
            while batch is not None:
                batch = self._send_batch(batch, aside)
        if self._exchange.is_decided_since(self._greeting.held):
            self._ask_again()

    def _next_batch(self) -> Push | None:
        batch = self._exchange.next_batch(self._parting.limit(self._up.plain_bytes))
        if batch is None and self._parting.is_due:
            self._go_on_as(self._parting.at_the_end(self._origin))
            batch = self._exchange.next_batch(self._up.plain_bytes)
        return batch

    def _go_on_as(self, origin: str) -> None:
        self._origin = origin
        self._tally.total = self._tally.sent + self._exchange.waiting()

    def _ask_again(self) -> None:
        """Hand in once more what the centre held until it could decide: it answers as it has decided."""
        last = 0
        while (batch := self._exchange.next_held(last, self._up.plain_bytes)) is not None:
            self._pause_point()
            reply = self._push(batch)
            self._check(batch, reply)
            self._exchange.acknowledge(batch, reply)
            last = batch.first + len(batch.changes) - 1

    def _send_batch(self, batch: Push, aside: Aside) -> Push | None:
        """Send a batch and return the next one. On a quick line that one is made ready, and the answer to the one
        before noted, while this one is on its way; never are two of them on their way."""
        self._pause_point()
        self._tally.begin_batch()
        self._tell()
        after = batch.first + len(batch.changes) - 1
        ahead = partial(self._exchange.next_batch, self._parting.limit(self._up.plain_bytes), after)
        coming = aside.prepare(ahead) if self._up.is_quick else None
        try:
            reply = self._push(batch)
        except ForkError:
            aside.settle()
            if self._parting.is_endless:
                raise
            self._go_on_as(self._parting.met(batch, self._origin))
            return self._next_batch()
        self._accept(batch, reply)
        aside.take_in(partial(self._note, batch, reply), partial(self._noted, reply, self._tally.sent))
        following = coming.result() if coming else None
        if following is None:
            aside.settle()
            following = self._next_batch()
        return following

    def _note(self, batch: Push, reply: PushReply) -> int:
        """Note the answer in the store; returns what waits now."""
        self._exchange.acknowledge(batch, reply)
        return self._exchange.waiting()

    def _noted(self, reply: PushReply, sent: int, waiting: int) -> None:
        self._receipt = reply.receipt
        self._tally.total = sent + waiting
        self._tell()

    def _push(self, batch: Push) -> PushReply:
        before_bytes, before_s = self._doorway.sent_bytes, self._clock.monotonic_s()
        level, beat = _SMALL_LEVEL if self._up.is_slow else _QUICK_LEVEL, self._last_word(batch)
        reply = self._over(self._up, lambda: self._doorway.push(batch, level=level, moved=self._moved, beat=beat))
        size = self._doorway.sent_bytes - before_bytes
        self._up.carried(size, plain_bytes_of(batch), self._clock.monotonic_s() - before_s)
        return reply

    def _heartbeat(self, waiting: int) -> Heartbeat:
        return Heartbeat(waiting=waiting, version=__version__, clock_ms=now_ms(self._clock))

    def _last_word(self, batch: Push) -> Heartbeat | None:
        """With the batch after which nothing waits the centre is told so: the hello before it said otherwise."""
        is_last = self._tally.sent + len(batch.changes) >= self._tally.total
        return self._heartbeat(0) if is_last else None

    def _over(self, line: Line, ask: Callable[[], _Answer]) -> _Answer:
        """Ask, and learn from a cut. Where connections end after a few kB, none is used for a second request."""
        if self._up.is_breaking or self._down.is_breaking:
            self._doorway.close()
        try:
            return ask()
        except (OfflineError, CentreTroubleError) as error:
            _note_cut(line, error)
            raise

    def _check(self, batch: Push, reply: PushReply) -> None:
        """Nothing counts as sent before the receipt was checked."""
        require_genuine(reply.receipt, self._centre_key, batch.origin, self._greeting.epoch)
        require_covers(reply.receipt, batch)

    def _accept(self, batch: Push, reply: PushReply) -> None:
        self._check(batch, reply)
        self._exceptions += reply.exceptions
        self._tally.end_batch(len(batch.changes))
        self._greeting = replace(self._greeting, areas=tuple(reply.heads) or self._greeting.areas)

    def _fetch(self) -> None:
        if self._greeting.refused:
            raise self._greeting.refused
        areas = self._greeting.areas
        cursors = self._exchange.cursors(areas)
        self._tally.fetch_estimate = sum(max(each.head - cursors[each.area], 0) for each in areas)
        if self._tally.fetch_estimate:
            self._fetch_pages(cursors)
        self._exchange.leave_areas([each.area for each in areas])

    def _fetch_pages(self, cursors: dict[str, int]) -> None:
        # An area that is loaded afresh brings the own rows too.
        origin = "" if 0 in cursors.values() else self._origin
        heads: dict[str, int] = {}
        is_done = False
        with Aside() as aside:
            while not is_done:
                self._pause_point()
                size = min(self._down.plain_bytes, MOST_PAGE_BYTES)
                pull = Pull(epoch=self._greeting.epoch, cursors=cursors, heads=heads, origin=origin, limit_bytes=size)
                page = self._pull(pull)
                aside.take_in(partial(self._exchange.apply_page, page), self._count_fetched)
                cursors, heads, is_done = page.cursors, page.heads, page.done

    def _count_fetched(self, rows: int) -> None:
        self._tally.fetched += rows
        self._tell()

    def _pull(self, pull: Pull) -> PullReply:
        before = self._doorway.received_bytes, self._doorway.received_plain_bytes
        before_s = self._clock.monotonic_s()
        page = self._over(self._down, lambda: self._doorway.pull(pull))
        size, plain = self._doorway.received_bytes - before[0], self._doorway.received_plain_bytes - before[1]
        self._down.carried(size, plain, self._clock.monotonic_s() - before_s)
        if page.epoch != pull.epoch:
            raise centre_changed()
        if not page.done and page.cursors == pull.cursors:
            raise endless()
        return page

    def _prove(self) -> None:
        """Count again what waits, after the centre's receipt (invariant 13)."""
        self._receipt = self._receipt or self._asked_receipt()
        if self._receipt is None:
            return
        held = Held(number=self._receipt.number, chain=self._receipt.chain)
        if self._exchange.resume({self._receipt.origin: held}):
            raise foreign_receipt()
        self._exchange.save_receipt(self._receipt)
        self._counted = self._exchange.waiting()
        self._compare()

    def _compare(self) -> None:
        """In a quiet round, now and then: whether both ends hold the same rows. What differs is loaded afresh."""
        at_ms, is_quiet = (
            now_ms(self._clock) + self._greeting.clock_offset_ms,
            not self._tally.sent + self._tally.fetched,
        )
        if self._greeting.shape != SHAPE or not is_quiet or not self._exchange.comparing.is_due(at_ms):
            return
        for area in Comparison(self._sums, self._exchange, self._page_afresh).run(self._greeting.areas):
            self._reloaded.append(area)
        self._exchange.comparing.note(at_ms, self._reloaded)

    def _sums(self, asked: Sums) -> SumsReply:
        return self._over(self._down, lambda: self._doorway.sums(asked))

    def _page_afresh(self, cursors: dict[str, int], heads: dict[str, int]) -> PullReply:
        self._pause_point()
        size = min(self._down.plain_bytes, MOST_PAGE_BYTES)
        return self._pull(Pull(epoch=self._greeting.epoch, cursors=cursors, heads=heads, limit_bytes=size))

    def _asked_receipt(self) -> Receipt | None:
        if not self._exchange.held_by_centre() and not self._is_dismissed:
            return None
        receipt = self._over(self._down, lambda: self._doorway.receipt(self._origin))
        require_genuine(receipt, self._centre_key, self._origin, self._greeting.epoch)
        return receipt

    @property
    def _is_dismissed(self) -> bool:
        """Whether the centre itself revoked this laptop; its signed word is wanted even where there was no work."""
        return isinstance(self._greeting.refused, DeviceRevokedError) and self._greeting.refused.epoch > 0

    def _outcome(self) -> SyncOutcome:
        is_proven = self._counted is not None
        if self._receipt and not is_proven:
            self._keep_receipt(self._receipt)
        step, cause = self._failure or (None, None)
        return SyncOutcome(
            sent=self._tally.sent,
            fetched=self._tally.fetched,
            waiting=self._count_waiting() if self._counted is None else self._counted,
            receipt=self._receipt,
            is_proven=is_proven,
            exceptions=tuple(self._exceptions),
            bytes_sent=self._doorway.sent_bytes - self._bytes_before[0],
            bytes_received=self._doorway.received_bytes - self._bytes_before[1],
            clock_offset_ms=self._greeting.clock_offset_ms,
            wait_s=self._greeting.wait_s,
            failed_step=step,
            cause=cause,
            is_paused=self._is_paused,
            reloaded=tuple(self._reloaded),
        )

    def _keep_receipt(self, receipt: Receipt) -> None:
        """What was sent before the line was cut is proven as well."""
        # The store may be what failed; that was told already, and the next round asks for the receipt again.
        with suppress(FieldKitError):
            self._exchange.save_receipt(receipt)

    def _count_waiting(self) -> int:
        try:
            return self._exchange.waiting()
        except FieldKitError:
            return self._tally.total - self._tally.sent

    def _pause_point(self) -> None:
        if self._stop.is_set():
            raise _PausedError

    def _moved(self, left_bytes: int) -> None:
        self._tally.moving_bytes = left_bytes
        self._tell()

    def _tell(self, state: StepState = StepState.RUNNING, cause: FieldKitError | None = None) -> None:
        tally = self._tally
        self._listener(
            Progress(
                step=self._step,
                state=state,
                cause=cause,
                sent=tally.sent,
                total=tally.total,
                batch=tally.batch,
                batches_estimate=tally.batches_estimate(self._up.batch_bytes),
                batch_bytes=self._up.batch_bytes,
                bytes_sent=tally.acknowledged_bytes + tally.moving_bytes,
                bytes_total_estimate=tally.bytes_total_estimate,
                bytes_per_s=self._up.bytes_per_s,
                cuts=self._up.cuts + self._down.cuts,
                fetched=tally.fetched,
                fetch_estimate=tally.fetch_estimate,
                clock_offset_ms=self._greeting.clock_offset_ms,
            )
        )


def _leaves_work_to_hand_in(step: Step, error: FieldKitError) -> bool:
    """Whether the centre still takes and proves the work of a laptop that it tells nothing (design.md, section 4)."""
    if step is Step.CONTACT:
        return isinstance(error, DeviceRevokedError)
    return step is Step.FETCH and isinstance(error, DeviceRevokedError | ClientTooOldError)


def _note_cut(line: Line, error: FieldKitError) -> None:
    if not isinstance(error, CentreBusyError):
        line.cut()
