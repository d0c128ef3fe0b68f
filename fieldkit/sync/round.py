"""One round of a sync: its four steps one after the other, and what came of it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial

from fieldkit.domain.errors import ClientTooOldError, DeviceRevokedError, FieldKitError, OfflineError
from fieldkit.store.keeping.escrow import keep_escrow
from fieldkit.sync.carrying import Carrying
from fieldkit.sync.contact import make_contact
from fieldkit.sync.fetching import Fetching
from fieldkit.sync.progress import Step, StepState, SyncOutcome
from fieldkit.sync.proving import Proving
from fieldkit.sync.sending import Sending
from fieldkit.sync.trip import Greeting, Parts, PausedError, Trip


class Round:
    """Runs once."""

    def __init__(self, parts: Parts, stop: threading.Event, before: Greeting | None = None) -> None:
        """`before` is what the round before left off with (`leaves_off`)."""
        self._trip = Trip(parts, stop)
        self._before, self._memory = before, parts.memory
        self._sending = Sending(self._trip)
        self._fetching = Fetching(self._trip)
        self._proving = Proving(self._trip, self._fetching)
        self._failure: tuple[Step, FieldKitError] | None = None
        self._is_paused = False
        self._bytes_before = (parts.doorway.sent_bytes, parts.doorway.received_bytes)

    def run(self) -> SyncOutcome:
        """Go through the steps as far as they let one."""
        steps: dict[Step, Callable[[], None]] = {
            Step.CONTACT: partial(make_contact, self._trip, self._before),
            Step.SEND: self._hand_in,
            Step.FETCH: self._fetch,
            Step.PROVE: self._proving.run,
        }
        for step, act in steps.items():
            if not self._goes_on_after(step, act):
                break
        outcome = self._outcome()
        self._memory.end_round(outcome.bytes_sent + outcome.bytes_received)
        # Saves wait while the file is written anew.
        if self._trip.is_quiet():
            self._trip.exchange.cleanse()
        return outcome

    def leaves_off(self) -> Greeting | None:
        """What the next round can go on with, if the line was cut in the middle of a batch that suits it."""
        step, cause = self._failure or (None, None)
        is_cut = step is Step.SEND and isinstance(cause, OfflineError)
        is_in_doubt = self._trip.up.is_in_doubt or self._trip.parting.is_due
        return self._trip.greeting if is_cut and not is_in_doubt else None

    def _hand_in(self) -> None:
        """The own work first, then what is carried for others."""
        self._sending.run()
        Carrying(self._trip).run()

    def _fetch(self) -> None:
        """What came may have been an order to erase, or the office's rescue key: this laptop's word on it goes out at
        once."""
        self._fetching.run()
        sealed = keep_escrow(self._trip.exchange.store)
        if self._trip.exchange.has_obeyed() or sealed:
            self._sending.run()

    def _goes_on_after(self, step: Step, act: Callable[[], None]) -> bool:
        self._trip.step = step
        try:
            self._trip.pause_point()
            self._trip.tell()
            act()
        except PausedError:
            self._is_paused = True
            self._trip.tell(StepState.PAUSED)
            return False
        except FieldKitError as error:
            self._failure = self._failure or (step, error)
            self._trip.tell(StepState.FAILED, error)
            return _leaves_work_to_hand_in(step, error)
        # What keeps this laptop from fetching is said before anything is sent.
        self._trip.tell(StepState.DONE, self._trip.greeting.refused if step is Step.CONTACT else None)
        return True

    def _outcome(self) -> SyncOutcome:
        self._proving.keep_receipt()
        trip, counted = self._trip, self._proving.counted
        step, cause = self._failure or (None, None)
        return SyncOutcome(
            sent=trip.tally.sent,
            fetched=trip.tally.fetched,
            waiting=trip.count_waiting() if counted is None else counted,
            carried=trip.count_carried(),
            receipt=trip.receipt,
            is_proven=counted is not None,
            exceptions=tuple(trip.exceptions),
            bytes_sent=trip.doorway.sent_bytes - self._bytes_before[0],
            bytes_received=trip.doorway.received_bytes - self._bytes_before[1],
            clock_offset_ms=trip.greeting.clock_offset_ms,
            wait_s=trip.greeting.wait_s,
            failed_step=step,
            cause=cause,
            is_paused=self._is_paused,
            reloaded=(*self._fetching.reloaded, *self._proving.reloaded),
        )


def _leaves_work_to_hand_in(step: Step, error: FieldKitError) -> bool:
    """Whether the centre still takes and proves the work of a laptop that it tells nothing (design.md, section 4).

    To whoever does not know this laptop at all, as another office's centre at the address, nobody's work is sent.
    """
    if step is Step.CONTACT:
        return isinstance(error, DeviceRevokedError) and error.is_known
    return step is Step.FETCH and isinstance(error, DeviceRevokedError | ClientTooOldError)
