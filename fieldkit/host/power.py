"""Battery and mains, as far as this computer tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class Battery(Protocol):
    """What psutil tells of a battery."""

    percent: float
    secsleft: int
    """Seconds left, negative where unknown or on mains."""
    power_plugged: bool | None


@dataclass(frozen=True)
class Power:
    """State of the battery."""

    percent: int
    minutes_left: int | None
    """None on mains, or where the battery does not tell."""
    plugged: bool


def read_power() -> Power | None:
    """State of the battery now; None on a computer without one."""
    import psutil

    read = getattr(psutil, "sensors_battery", None)
    return power_of(read()) if read else None


def power_of(battery: Battery | None) -> Power | None:
    """The state that a reading of psutil stands for."""
    if battery is None:
        return None
    plugged = bool(battery.power_plugged)
    knows = battery.secsleft >= 0 and not plugged
    return Power(round(battery.percent), battery.secsleft // 60 if knows else None, plugged)
