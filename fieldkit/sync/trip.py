"""What the steps of one round share: the ways to centre and store, what was learnt so far, and how it is told."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from fieldkit import __version__
from fieldkit.domain.errors import (
    BatchTooLargeError,
    CentreBusyError,
    CentreTroubleError,
    DeviceRevokedError,
    FieldKitError,
    OfflineError,
)
from fieldkit.host.clock import Clock, now_ms
from fieldkit.records.wire import PROTOCOL, AreaHead, CommandVerdict, Heartbeat, Held, LastWord, Receipt
from fieldkit.store.queries.giving_back import last_word
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.sync.doorway import Doorway
from fieldkit.sync.line import Line
from fieldkit.sync.line_memory import LineMemory
from fieldkit.sync.parting import Parting
from fieldkit.sync.progress import Listener, Progress, Step, StepState
from fieldkit.sync.tally import Tally

_Answer = TypeVar("_Answer")


@dataclass(frozen=True)
class Parts:
    """What a round works with."""

    doorway: Doorway
    exchange: Exchange
    clock: Clock
    listener: Listener
    up: Line
    down: Line
    memory: LineMemory
    is_quiet: Callable[[], bool] = lambda: True
    """Whether nobody is at work at this laptop; asked on the thread that syncs."""


@dataclass(frozen=True)
class Greeting:
    """What the contact told; as it stands, a laptop that got no answer it may use."""

    epoch: int
    areas: tuple[AreaHead, ...] = ()
    wait_s: int = 0
    clock_offset_ms: int = 0
    shape: str = ""
    squeeze: int = 0
    protocol: int = PROTOCOL
    held: Mapping[str, Held] = field(default_factory=dict)
    refused: FieldKitError | None = None
    """Why nothing may be fetched."""
    known: tuple[str, ...] = ()
    """The origins of this laptop that the centre has heard of."""
    asked_s: float = 0.0
    """When, by the stopwatch."""

    @property
    def is_dismissal(self) -> bool:
        """Whether the centre itself revoked this laptop; its signed word is wanted even where there was no work."""
        return isinstance(self.refused, DeviceRevokedError) and self.refused.epoch > 0


class PausedError(Exception):
    """The user stopped the round between two batches."""


class Trip:
    """The state of a round. One step at a time works on it."""

    def __init__(self, parts: Parts, stop: threading.Event) -> None:
        self.doorway, self.exchange, self.clock = parts.doorway, parts.exchange, parts.clock
        self.up, self.down, self._memory = parts.up, parts.down, parts.memory
        self.is_quiet = parts.is_quiet
        self.step = Step.CONTACT
        self.tally = Tally()
        self.parting = Parting(self.exchange)
        self.origin = self.exchange.origin() or ""
        self.centre_key = self.exchange.connection().centre_key
        self.greeting = Greeting(self.exchange.epoch())
        self.exceptions: list[CommandVerdict] = []
        self.receipt: Receipt | None = None
        self.set_out_s = 0.0
        """When the batch on its way set out, by the stopwatch: its connection stood."""
        self._receiver = self.exchange.team.receiver
        self._listener = parts.listener
        self._stop = stop

    @property
    def centre_ms(self) -> int:
        """The time by the centre's clock."""
        return now_ms(self.clock) + self.greeting.clock_offset_ms

    def pause_point(self) -> None:
        """End here if the user wants a pause."""
        if self._stop.is_set():
            raise PausedError

    def over(self, line: Line, ask: Callable[[], _Answer]) -> _Answer:
        """Ask, and learn from a cut of what had set out. Where connections end after a few kB, none is used for a
        second request."""
        self._memory.keep()
        if self.up.is_breaking or self.down.is_breaking:
            self.doorway.close()
        try:
            return ask()
        except (OfflineError, CentreTroubleError) as error:
            if self.doorway.has_set_out and not isinstance(error, CentreBusyError | BatchTooLargeError):
                line.cut()
            raise

    def heartbeat(self, waiting: int) -> Heartbeat:
        """How this laptop stands."""
        return Heartbeat(
            waiting=waiting,
            version=__version__,
            clock_ms=now_ms(self.clock),
            receiver=self._receiver,
            team=self.exchange.team.mark,
            visits=self._visits(),
            leaves_at=self._leaves_at(),
            phone=self._phone_wanted(),
        )

    def _visits(self) -> tuple[str, ...] | None:
        """Whose people are here beside those of the own regency; where the store fails, nothing is said of it."""
        try:
            return self.exchange.visits()
        except FieldKitError:
            return None

    def _leaves_at(self) -> LastWord | None:
        """Its last change, where it is given back; where the store fails, nobody lets it go."""
        try:
            return self.exchange.store.query(last_word)
        except FieldKitError:
            return None

    def _phone_wanted(self) -> tuple[str, ...] | None:
        """What codes told by telephone are about; where the store fails, the next contact asks."""
        try:
            return self.exchange.phone_wanted() or None
        except FieldKitError:
            return None

    def count_waiting(self) -> int:
        """Changes that wait, counted now; by what was sent where the store fails."""
        try:
            return self.exchange.waiting()
        except FieldKitError:
            return self.tally.total - self.tally.sent

    def count_carried(self) -> int:
        """Files of other laptops that wait here; where the store fails, nothing is said to be sent."""
        try:
            return self.exchange.carried.waiting()
        except FieldKitError:
            return 1

    def moved(self, left_bytes: int) -> None:
        """So much of the batch on its way has left."""
        if not left_bytes:
            self.set_out_s = self.clock.monotonic_s()
        self.tally.moving_bytes = left_bytes
        self.tell()

    def tell(self, state: StepState = StepState.RUNNING, cause: FieldKitError | None = None) -> None:
        """Tell the listener how the round stands."""
        tally = self.tally
        self._listener(
            Progress(
                step=self.step,
                state=state,
                cause=cause,
                sent=tally.sent,
                total=tally.total,
                batch=tally.batch,
                batches_estimate=tally.batches_estimate(self.up.batch_bytes),
                batch_bytes=self.up.batch_bytes,
                bytes_sent=tally.acknowledged_bytes + tally.moving_bytes,
                bytes_total_estimate=tally.bytes_total_estimate,
                bytes_per_s=self.up.bytes_per_s,
                cuts=self.up.cuts + self.down.cuts,
                fetched=tally.fetched,
                fetch_estimate=tally.fetch_estimate,
                fetch_left=tally.fetch_left,
                versions_per_s=tally.versions_per_s,
                clock_offset_ms=self.greeting.clock_offset_ms,
            )
        )
