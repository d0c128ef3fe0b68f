"""One round of a sync: contact, send, fetch, prove (design.md, section 3). Knows neither windows nor timers.

What happens when something fails: nothing is marked as sent without a receipt that the centre signed, rows and cursors
come in together, and the next round goes on where the centre says it stands. So a round may end anywhere.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from fieldkit.domain.errors import FieldKitError
from fieldkit.host.clock import Clock
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.sync.contact import make_contact
from fieldkit.sync.doorway import Doorway
from fieldkit.sync.line import Line
from fieldkit.sync.line_memory import LineMemory
from fieldkit.sync.progress import Listener, SyncOutcome
from fieldkit.sync.round import Round
from fieldkit.sync.trip import Greeting, Parts, Trip

if TYPE_CHECKING:
    import httpx


class SyncEngine:
    """Syncs round by round, and remembers the line between them. One thread at a time."""

    def __init__(
        self,
        doorway: Doorway,
        exchange: Exchange,
        clock: Clock,
        listener: Listener,
        is_quiet: Callable[[], bool] = lambda: True,
    ) -> None:
        up, down = Line(), Line()
        memory = LineMemory(exchange, clock, up, down)
        self._parts = Parts(doorway, exchange, clock, listener, up, down, memory, is_quiet)
        self._before: Greeting | None = None

    def run(self, stop: threading.Event) -> SyncOutcome:
        """One round; a FieldKitError ends up in the outcome with its step. `stop` ends the round between batches."""
        self._parts.memory.recall()
        this = Round(self._parts, stop, self._before)
        outcome = this.run()
        self._before = this.leaves_off()
        return outcome

    def probe(self) -> FieldKitError | None:
        """Whether the centre answers: None if so, else why not. What it says is enough for a round that follows."""
        trip = Trip(self._parts, threading.Event())
        try:
            make_contact(trip)
        except FieldKitError as error:
            return error
        self._before = None if trip.parting.is_due or trip.greeting.refused else trip.greeting
        return None

    def close(self) -> None:
        """Close the connection."""
        self._parts.doorway.close()


def connect(
    exchange: Exchange,
    clock: Clock,
    listener: Listener,
    transport: httpx.BaseTransport | None = None,
    is_quiet: Callable[[], bool] = lambda: True,
) -> SyncEngine:
    """The engine for the centre that this laptop is enrolled at; `is_quiet` as in `Parts`."""
    return SyncEngine(doorway_of(exchange, transport), exchange, clock, listener, is_quiet)


def doorway_of(exchange: Exchange, transport: httpx.BaseTransport | None = None) -> Doorway:
    """The centre that this laptop is enrolled at."""
    connection = exchange.connection()
    return Doorway(connection.centre_url, connection.token, transport, own_authority=connection.own_authority)
