"""What this computer tells of itself: how long its battery lasts, and how much fits on its disk."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Protocol

from fieldkit.host.power import Power, read_power


class Computer(Protocol):
    """The computer that the window runs on; tests put another in its place."""

    def power(self) -> Power | None:
        """State of the battery now; None without one."""

    def free_bytes(self, folder: Path) -> int | None:
        """What is free on the disk of a folder; None where the system does not tell."""


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
