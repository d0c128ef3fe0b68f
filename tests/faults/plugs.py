"""A plug that is pulled while a process works in a folder."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.faults.forks import Fate, forked, was_killed
from tests.faults.power import Recorder, cut_power, stamps

_SEED: Final = int(os.environ.get("FIELDKIT_SOAK_SEED", "20190223"))
EVERY: Final = 1 if "FIELDKIT_SOAK_SEED" in os.environ else 5
MOST_STEPS: Final = 5_000


@dataclass
class Plug:
    """Lets a process work in a folder, and pulls the plug at one of its steps."""

    folder: Path
    choice: random.Random
    damaged: int = 0
    said: list[str] = field(default_factory=list)

    def pulled(self, act: Callable[[Callable[[str], None]], None], step: int = 0) -> bool:
        """Whether the process came to that step; what it said by then is in `said`."""
        ledger, told = self.folder.with_name("ledger"), self.folder.with_name("said")
        told.write_bytes(b"")
        begun = stamps(self.folder)

        def work() -> None:
            handle = os.open(told, os.O_WRONLY | os.O_APPEND)
            Recorder(ledger, self.folder, Fate(step).pass_by).install()
            act(lambda word: os.write(handle, f"{word}\n".encode()) and None)

        was_reached = was_killed(forked(work))
        self.damaged += cut_power(ledger, self.folder, begun, self.choice)
        self.said = told.read_text().splitlines()
        return was_reached


def plug_in(folder: Path) -> Plug:
    """One for a folder that is made."""
    folder.mkdir()
    return Plug(folder, random.Random(_SEED))
