"""What a sync tells while it runs, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from fieldkit.domain.errors import DeviceRevokedError, FieldKitError
from fieldkit.records.wire import CommandVerdict, Receipt


class Step(StrEnum):
    """The four steps, in their order."""

    CONTACT = "contact"
    SEND = "send"
    FETCH = "fetch"
    PROVE = "prove"


class StepState(StrEnum):
    """How a step stands; one that was not told of yet has not begun."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    PAUSED = "paused"


@dataclass(frozen=True)
class Progress:
    """One moment of a sync. Counts are changes or rows, sizes compressed bytes of bodies."""

    step: Step
    state: StepState
    cause: FieldKitError | None = None
    """Why the step failed, or, of the contact, why nothing will be fetched."""
    sent: int = 0
    """Changes that the centre acknowledged in this round."""
    total: int = 0
    """Those, and the ones still waiting."""
    batch: int = 0
    """Number of the batch on its way, from 1."""
    batches_estimate: int = 0
    batch_bytes: int = 0
    """Largest size of a batch on this line, for now."""
    bytes_sent: int = 0
    bytes_total_estimate: int = 0
    bytes_per_s: float = 0.0
    """0 while unknown."""
    cuts: int = 0
    """How often the line was cut since the program started."""
    fetched: int = 0
    """Rows taken in."""
    fetch_estimate: int = 0
    """Versions between the cursors and the heads, a bound for the rows to come."""
    fetch_left: int = 0
    """Those that are still to come."""
    versions_per_s: float = 0.0
    """0 while unknown."""
    clock_offset_ms: int = 0
    """Clock of the centre minus clock of this laptop."""

    @property
    def seconds_left(self) -> float | None:
        """Seconds until all is sent, or, once that is done, until all is fetched; None while the line is not known."""
        if self.step is Step.FETCH:
            return self.fetch_left / self.versions_per_s if self.versions_per_s > 0 else None
        if self.bytes_per_s <= 0:
            return None
        return max(self.bytes_total_estimate - self.bytes_sent, 0) / self.bytes_per_s


Listener = Callable[[Progress], None]
"""Called on the thread that syncs."""


@dataclass(frozen=True)
class SyncOutcome:
    """What came of one round."""

    sent: int
    fetched: int
    waiting: int
    """Counted after the receipt, or when the round ended without one."""
    receipt: Receipt | None
    """The centre's signed word, verified and saved."""
    is_proven: bool
    """Whether `waiting` was counted after the receipt."""
    exceptions: tuple[CommandVerdict, ...]
    """Commands of this round that were not simply applied."""
    bytes_sent: int
    bytes_received: int
    clock_offset_ms: int
    wait_s: int
    """How long the centre asks laptops to stay away."""
    failed_step: Step | None
    cause: FieldKitError | None
    is_paused: bool
    carried: int = 0
    """Files of other laptops that wait here for the centre, counted when the round ended."""
    reloaded: tuple[str, ...] = ()
    """Areas that were loaded afresh: they differed from the centre's, or this laptop was away for long."""

    @property
    def all_sent(self) -> bool:
        """Whether "all sent" may be shown (design.md, section 3, invariant 13)."""
        return self.is_proven and self.waiting == 0 and self.carried == 0

    @property
    def is_released(self) -> bool:
        """Whether the centre revoked this laptop and signed that it holds all of its work, and what it carried."""
        return isinstance(self.cause, DeviceRevokedError) and self.cause.epoch > 0 and self.all_sent

    @property
    def is_released_at_once(self) -> bool:
        """Whether it was, and the office does not know where the laptop is: who sits at it is nobody to wait for."""
        return self.is_released and isinstance(self.cause, DeviceRevokedError) and self.cause.is_missing

    @property
    def is_complete(self) -> bool:
        """Whether the round went through all of its steps."""
        return self.cause is None and not self.is_paused
