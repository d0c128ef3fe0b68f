"""What a centre lost when it was restored is handed to it, piece by piece, as far as this laptop holds it."""

from __future__ import annotations

from functools import partial

from fieldkit.sync.trip import Trip


def offer_lost(trip: Trip) -> None:
    """Hand in what was set aside; a piece that was cut comes again with the next round."""
    while (found := trip.exchange.first_lost()) is not None and not trip.greeting.refused:
        trip.pause_point()
        key, piece = found
        trip.over(trip.up, partial(trip.doorway.offer, piece))
        trip.exchange.forget_lost(key)
