"""What `dev.py package` found, as it is printed and as it is kept beside what was built."""

from __future__ import annotations

import json
import platform
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Final

import psutil

from fieldkit import __version__

_WIDTHS: Final = (24, 62)


@dataclass(frozen=True, slots=True)
class Line:
    """What was looked at, what was found, and where there is a goal, whether it is met."""

    what: str
    found: str
    goal: str = ""
    met: bool = True

    def __str__(self) -> str:
        told = f"{self.goal} {'yes' if self.met else 'NO'}" if self.goal else ""
        return f"{self.what:{_WIDTHS[0]}} {self.found:{_WIDTHS[1]}} {told}".rstrip()


@dataclass
class Report:
    """Lines, printed one by one as they come; `write` keeps them."""

    path: Path
    lines: list[Line] = field(default_factory=list)
    begun_s: float = field(default_factory=monotonic)

    def seconds(self) -> float:
        """Since the command began."""
        return monotonic() - self.begun_s

    def say(self, what: str, found: str) -> None:
        """A line without a goal: had it failed, there would be none."""
        self._add(Line(what, found))

    def at_most(self, what: str, value: float, unit: str, limit: float, *, digits: int = 2, words: str = "") -> None:
        """A figure and its limit, in words of its own where one number does not tell enough."""
        self._add(Line(what, words or f"{value:.{digits}f} {unit}", f"<= {limit:g} {unit}", value <= limit))

    def is_met(self, what: str) -> bool:
        """Whether the line of that name meets its goal."""
        return all(line.met for line in self.lines if line.what == what)

    def write(self) -> None:
        """Only once all was tried: a report of an earlier build would speak of another program."""
        self.path.write_text(json.dumps(self._told(), indent=1) + "\n", encoding="utf-8", newline="\n")

    def _told(self) -> dict[str, object]:
        load = ", ".join(f"{each:.1f}" for each in psutil.getloadavg())
        return {
            "version": __version__,
            "at": f"{datetime.now(UTC):%Y-%m-%dT%H:%MZ}",
            "computer": f"{platform.system()} {platform.machine()}, {psutil.cpu_count()} cores, load {load}",
            "lines": [asdict(line) for line in self.lines],
        }

    def _add(self, line: Line) -> None:
        self.lines.append(line)
        print(line, flush=True)
