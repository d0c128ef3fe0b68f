"""The last step of a round: what waits is counted again after the centre's receipt, and both ends are compared."""

from __future__ import annotations

from contextlib import suppress
from functools import partial

from fieldkit.domain.errors import FieldKitError
from fieldkit.records.sums import SHAPE
from fieldkit.records.wire import Held, Receipt, Sums, SumsReply
from fieldkit.sync._errors import foreign_receipt
from fieldkit.sync.comparison import Comparison
from fieldkit.sync.fetching import Fetching
from fieldkit.sync.proof import require_genuine
from fieldkit.sync.trip import Trip


class Proving:
    """Runs once in a round."""

    def __init__(self, trip: Trip, fetching: Fetching) -> None:
        self._trip, self._exchange, self._fetching = trip, trip.exchange, fetching
        self.counted: int | None = None
        """What waited after the receipt; None before it was counted."""
        self.reloaded: list[str] = []

    def run(self) -> None:
        """Count again what waits, after the centre's receipt (invariant 13)."""
        receipt = self._trip.receipt = self._trip.receipt or self._asked_receipt()
        if receipt is None:
            return
        if self._exchange.resume({receipt.origin: Held(number=receipt.number, chain=receipt.chain)}):
            raise foreign_receipt()
        self._exchange.save_receipt(receipt)
        self._ask_for_former()
        self.counted = self._exchange.waiting()
        self._compare()

    def _ask_for_former(self) -> None:
        """How far the centre holds what was written before this laptop was restored, by its signed word."""
        trip = self._trip
        for each in self._exchange.former():
            held = trip.greeting.held.get(each.origin)
            if held is not None and held.number > each.held_to:
                receipt = trip.over(trip.down, partial(trip.doorway.receipt, each.origin))
                require_genuine(receipt, trip.centre_key, each.origin, trip.greeting.epoch)
                self._exchange.save_receipt(receipt)

    def keep_receipt(self) -> None:
        """What was sent before the line was cut is proven as well."""
        # The store may be what failed; that was told already, and the next round asks for the receipt again.
        if self._trip.receipt and self.counted is None:
            with suppress(FieldKitError):
                self._exchange.save_receipt(self._trip.receipt)

    def _asked_receipt(self) -> Receipt | None:
        trip = self._trip
        if not self._exchange.held_by_centre() and not trip.greeting.is_dismissal:
            return None
        receipt = trip.over(trip.down, lambda: trip.doorway.receipt(trip.origin))
        require_genuine(receipt, trip.centre_key, trip.origin, trip.greeting.epoch)
        return receipt

    def _compare(self) -> None:
        """In a quiet round, now and then: whether both ends hold the same rows. What differs is loaded afresh."""
        greeting, tally = self._trip.greeting, self._trip.tally
        at_ms, is_quiet = self._trip.centre_ms, not tally.sent + tally.fetched
        if greeting.shape != SHAPE or not is_quiet or not self._exchange.comparing.is_due(at_ms):
            return
        for area in Comparison(self._sums, self._exchange, self._fetching.page).run(greeting.areas):
            self.reloaded.append(area)
        self._exchange.comparing.note(at_ms, self.reloaded)

    def _sums(self, asked: Sums) -> SumsReply:
        return self._trip.over(self._trip.down, lambda: self._trip.doorway.sums(asked))
