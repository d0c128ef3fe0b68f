"""How long a laptop goes on: battery and disk, and from when on somebody has to act."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Endurance(StrEnum):
    """What there is left: enough, little, or the last of it."""

    ENOUGH = "enough"
    LITTLE = "little"
    LAST = "last"


_LITTLE_MINUTES: Final = 45
_LAST_MINUTES: Final = 15
_LITTLE_PERCENT: Final = 35
_LAST_PERCENT: Final = 15
_LITTLE_BYTES: Final = 2 * 1000**3
_LAST_BYTES: Final = 300 * 1000**2
"""Below that a backup of a large list no longer fits."""


def battery_endurance(percent: int, minutes_left: int | None, *, plugged: bool) -> Endurance:
    """How urgent the battery is. What it says of minutes counts as well as its percent: old batteries lie about one."""
    if plugged:
        return Endurance.ENOUGH
    minutes = _LITTLE_MINUTES + 1 if minutes_left is None else minutes_left
    if percent <= _LAST_PERCENT or minutes <= _LAST_MINUTES:
        return Endurance.LAST
    if percent <= _LITTLE_PERCENT or minutes <= _LITTLE_MINUTES:
        return Endurance.LITTLE
    return Endurance.ENOUGH


def disk_endurance(free_bytes: int) -> Endurance:
    """How urgent the disk is."""
    if free_bytes < _LAST_BYTES:
        return Endurance.LAST
    return Endurance.LITTLE if free_bytes < _LITTLE_BYTES else Endurance.ENOUGH
