"""The first step of a round: whether the centre answers, who we are to it, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from fieldkit.domain.clock import ClockCheck
from fieldkit.domain.errors import DeviceRevokedError
from fieldkit.host.clock import now_ms
from fieldkit.records.wire import PROTOCOL, Held, Hello
from fieldkit.sync._errors import too_old
from fieldkit.sync.trip import Greeting, Trip

FRESH_S: Final = 300.0
"""A greeting counts for so long in what goes on after a cut."""


def make_contact(trip: Trip, before: Greeting | None = None) -> None:
    """Greet the centre, keep what it tells, and go on where it stands.

    Where a line was cut in the middle of sending, the greeting of `before` is enough: the answer to the next push says
    where the centre stands, and a far line is spared a round trip.
    """
    asked_s = trip.clock.monotonic_s()
    if before is not None and asked_s - before.asked_s < FRESH_S and trip.exchange.waiting():
        trip.greeting, trip.parting.known = before, before.known
        return
    try:
        hello = trip.doorway.hello(trip.heartbeat(trip.count_waiting()))
    except DeviceRevokedError as error:
        _take_leave(trip, error)
        raise
    seconds = trip.clock.monotonic_s() - asked_s
    for line in (trip.up, trip.down):
        line.answered(seconds / trip.doorway.round_trips)
    trip.greeting = replace(_greeting_of(trip, hello, seconds), asked_s=asked_s)
    _keep(trip, hello)
    _resume(trip, hello.held)


def _keep(trip: Trip, hello: Hello) -> None:
    trip.exchange.set_epoch(hello.epoch, hello.restores)
    trip.exchange.keep_prefixes(hello.prefixes)
    trip.exchange.keep_silent(hello.silent)
    trip.exchange.keep_clock(ClockCheck(trip.greeting.clock_offset_ms, now_ms(trip.clock)))
    trip.exchange.keep_receiver(hello.receiver)
    trip.exchange.keep_lease(trip.centre_ms, hello.phone)
    trip.exchange.team.keep(hello.team)
    trip.parting.known = trip.greeting.known


def _greeting_of(trip: Trip, hello: Hello, seconds: float) -> Greeting:
    return Greeting(
        epoch=hello.epoch,
        areas=tuple(hello.areas),
        wait_s=hello.wait_s,
        shape=hello.shape,
        squeeze=hello.squeeze,
        protocol=hello.protocol,
        held=hello.held,
        clock_offset_ms=hello.server_time_ms + round(seconds * 500) - now_ms(trip.clock),
        refused=too_old() if hello.oldest_protocol > PROTOCOL else None,
        known=tuple(hello.held),
    )


def _take_leave(trip: Trip, error: DeviceRevokedError) -> None:
    """Go on where the centre stands, also where this is its first word to the laptop or it was restored since."""
    trip.greeting = replace(trip.greeting, epoch=error.epoch or trip.greeting.epoch, refused=error)
    if error.epoch:
        _resume(trip, {origin: Held(number=held[0], chain=held[1]) for origin, held in error.holds.items()})


def _resume(trip: Trip, held: Mapping[str, Held]) -> None:
    """Go on where the centre stands in each origin that was written under here."""
    nothing = Held(number=0, chain="")
    stands: dict[str, Held] = {origin: held.get(origin, nothing) for origin in trip.exchange.origins()}
    trip.parting.is_due = trip.exchange.resume(stands)
