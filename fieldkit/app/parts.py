"""What the window of the desktop app stands on."""

from __future__ import annotations

from dataclasses import dataclass, field

from fieldkit.host.clock import Clock
from fieldkit.host.computer import Computer, ThisComputer
from fieldkit.host.folders import Folders
from fieldkit.host.settings import Settings
from fieldkit.records.regions import RegionTable
from fieldkit.store.store import Store
from fieldkit.ui.threads import LanesLike


@dataclass(frozen=True, slots=True)
class Parts:
    """What the window stands on."""

    store: Store
    lanes: LanesLike
    clock: Clock
    folders: Folders
    regions: RegionTable
    settings: Settings
    computer: Computer = field(default_factory=ThisComputer)
    practice_pin: str = ""
    """Where people are invented: the PIN of who practises, which the strip tells."""
