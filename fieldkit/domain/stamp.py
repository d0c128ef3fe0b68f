"""Hybrid logical clock: breaks ties only, never goes back, whatever the laptop's clock says.

A stamp is one integer: milliseconds since 1970 in the upper bits, a 16-bit counter below
(Kulkarni et al., Logical Physical Clocks, 2014).
"""

from __future__ import annotations

from typing import NewType

Stamp = NewType("Stamp", int)

_COUNTER_BITS = 16


def next_stamp(last: Stamp, now_ms: int) -> Stamp:
    """The stamp after `last`: the clock's time where it has moved on, the next count where it has not."""
    return Stamp(max(last + 1, now_ms << _COUNTER_BITS))


def observed(last: Stamp, remote: Stamp) -> Stamp:
    """The last stamp after hearing of a remote one: what follows sorts behind both."""
    return Stamp(max(last, remote))


def clamped(stamp: Stamp, now_ms: int, tolerance_ms: int) -> Stamp:
    """A stamp that claims no more than the tolerance ahead of the centre's clock."""
    return Stamp(min(stamp, (now_ms + tolerance_ms) << _COUNTER_BITS))


def stamp_ms(stamp: Stamp) -> int:
    """Milliseconds since 1970 that the stamp claims."""
    return stamp >> _COUNTER_BITS
