"""What this computer tells of itself: its battery, its disk, and the hours that its screen shows."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path
from typing import Protocol

from fieldkit.host.clock import minutes_ahead
from fieldkit.host.power import Power, read_power


class Computer(Protocol):
    """The computer that the window runs on; tests put another in its place."""

    def power(self) -> Power | None:
        """State of the battery now; None without one."""

    def free_bytes(self, folder: Path) -> int | None:
        """What is free on the disk of a folder; None where the system does not tell."""

    def minutes_ahead(self, at: datetime) -> int:
        """By how many minutes the clock on its screen is ahead of UTC then."""


class ThisComputer:
    """The real one."""

    def power(self) -> Power | None:
        """State of the battery now."""
        return read_power()

    def free_bytes(self, folder: Path) -> int | None:
        """What is free on the disk of a folder."""
        try:
            return shutil.disk_usage(folder).free
        except OSError:
            return None

    def minutes_ahead(self, at: datetime) -> int:
        """By how many minutes the clock on its screen is ahead of UTC then."""
        return minutes_ahead(at.astimezone())
