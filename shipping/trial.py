"""The packed program is tried as people use it: it tells its version, opens its windows, plays the day, shows all."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any, Final

import psutil

from fieldkit import __version__
from fieldkit.demo.centre import start_centre
from fieldkit.demo.day import DAY, DOCUMENTS, morning_clock
from fieldkit.demo.office import CENTRE_FILE, hand_over
from fieldkit.ui.pages.guide.key_card import KEY_CARD_FILE

_STARTS: Final = 10
_PAPERS: Final = {".pdf", ".xlsx"}
_PATIENCE_S: Final = 3_600
"""Generous: a computer may have much else to do."""


class TrialError(Exception):
    """The packed program did not do what the program from the tree does; the message has what it said."""


@dataclass(frozen=True, slots=True)
class Tried:
    """A program to be tried, and the home of whoever tries it: nothing else of this computer's user is touched."""

    program: Sequence[str]
    home: Path
    started_in: Path | None = None
    """Its home, unless it is found only elsewhere."""

    @property
    def temporary(self) -> Path:
        """Where it may leave files for a while."""
        return self.home / "tmp"

    def run(self, *words: str, told: str = "", succeeds: bool = True) -> subprocess.CompletedProcess[str]:
        """Run a command to its end; what is told stands on its standard input."""
        done = subprocess.run(
            [*self.program, *words],
            cwd=self.started_in or self.home,
            env=self.environment(),
            input=told,
            capture_output=True,
            text=True,
            check=False,
            timeout=_PATIENCE_S,
        )
        if succeeds and (done.returncode != 0 or "Traceback" in done.stderr):
            raise TrialError(f"{' '.join(words)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return done

    def environment(self) -> dict[str, str]:
        """As on a computer where nobody develops: no Python, a home of its own, no screen, and no keyring."""
        self.temporary.mkdir(parents=True, exist_ok=True)
        foreign = ("PYTHON", "QT_", "XDG_", "VIRTUAL")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
        home, temporary = str(self.home), str(self.temporary)
        folders = {"HOME": home, "USERPROFILE": home, "TMPDIR": temporary, "TEMP": temporary, "TMP": temporary}
        # That of whoever runs this holds the keys of a real laptop.
        keyring = {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
        return {**kept, **folders, **keyring, "QT_QPA_PLATFORM": "offscreen"}


@dataclass(frozen=True, slots=True)
class Starts:
    """How long some starts took until the window was there, and what they cost."""

    seconds: Sequence[float]
    cpu_s: Sequence[float]

    @property
    def quickest_s(self) -> float:
        """What the program takes by itself: all above it is other work of this computer."""
        return min(self.seconds)

    def __str__(self) -> str:
        return f"{self.quickest_s:.2f} s (median {median(self.seconds):.2f} s, CPU {min(self.cpu_s):.2f} s)"


def tell_version(tried: Tried) -> None:
    """It starts, and is the version that was packed."""
    said = tried.run("--version").stdout.strip()
    if said != f"FieldKit {__version__}":
        raise TrialError(f"it calls itself {said!r}")


def lacks_centre(tried: Tried) -> None:
    """The centre is not in it, and that is said in words."""
    done = tried.run("server", "run", succeeds=False)
    if done.returncode == 0 or "Traceback" in done.stderr or "pusat" not in done.stderr:
        raise TrialError(f"asked for the centre it said: {done.stderr}")


def first_window(tried: Tried, count: int = _STARTS) -> Starts:
    """From its start to its first window, on a new laptop each time; one that does not count goes first."""
    seconds, cpu_s = zip(*(_until_usable(tried, number) for number in range(count + 1)), strict=True)
    return Starts(seconds[1:], cpu_s[1:])


def open_practice(tried: Tried) -> None:
    """The window of practice opens on invented people, and once it is closed nothing of it is left."""
    done = tried.run("measure", "practice", str(tried.home / "practised"))
    left = sorted(path.name for path in tried.temporary.iterdir())
    if done.stdout.strip() != "usable" or done.stderr or left:
        raise TrialError(f"practising it said {done.stdout}{done.stderr} and left {left}")


def play_day(tried: Tried, folder: Path) -> dict[str, Any]:
    """It plays the practice day at a centre that runs from the tree; the figures that it ends with."""
    folder.mkdir()
    centre, handed = start_centre(folder, morning_clock(), DAY)
    try:
        hand_over(folder, handed)
        done = tried.run("demo", "--play", "--centre", centre.cable.url, "--out", str(folder))
    finally:
        centre.close()
    papers = [path for path in (folder / DOCUMENTS).iterdir() if path.stat().st_size]
    written = {path.suffix for path in papers}
    if written != _PAPERS or KEY_CARD_FILE not in {path.name for path in papers} or done.stderr:
        raise TrialError(f"its papers are {sorted(written)}, and it said: {done.stderr}")
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    require_same(figures, folder / CENTRE_FILE)
    return figures


_OF_THE_LAPTOP: Final = "SELECT max(n) FROM (SELECT count(*) AS n FROM journal GROUP BY regency, origin)"
"""The journal also holds what the office itself has written: a few rows before the day began."""


def require_same(figures: dict[str, Any], centre: Path) -> None:
    """What the program says that it has and has sent is what the centre holds."""
    held = {
        "registered": _count(centre, "SELECT count(*) FROM service_request"),
        "changes_sent": _count(centre, _OF_THE_LAPTOP),
        "changes_waiting": 0,
        "centre_rows_equal": True,
        "chain_verified": True,
    }
    told = {name: figures[name] for name in held}
    if told != held or not held["registered"]:
        raise TrialError(f"it says {told}, and the centre {held}")


def _count(database: Path, sql: str) -> int:
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as connection:
        return int(connection.execute(sql).fetchone()[0])


def _until_usable(tried: Tried, number: int) -> tuple[float, float]:
    begun = perf_counter()
    command = [*tried.program, "measure", "window", str(tried.home / f"laptop-{number}")]
    with subprocess.Popen(
        command, cwd=tried.started_in or tried.home, env=tried.environment(), stdout=subprocess.PIPE, text=True
    ) as process:
        line = process.stdout.readline().strip() if process.stdout else ""
        seconds, spent = perf_counter() - begun, psutil.Process(process.pid).cpu_times()
        process.kill()
    if line != "usable":
        raise TrialError("its first window did not open")
    return seconds, spent.user + spent.system
