"""The program asked to measure itself, from the tree or packed, on a laptop that a bench made."""

from __future__ import annotations

import shlex
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from fieldkit.store.store import Store
from tests.laptops import KEY

STARTS: Final = 5
Program = Sequence[str]
FROM_TREE: Final = (sys.executable, "-m", "fieldkit")
"""The program as a developer starts it."""
BARE: Final = (sys.executable, "-m", "tests.bench.start_bare")
"""A window of Qt with nothing in it."""


def asked(folder: Path, program: Program, what: str, store: Store) -> list[str]:
    """The command that measures one thing from inside, on a laptop that was made here."""
    offset_ms = int((store.clock.now_utc() - datetime.now(UTC)).total_seconds() * 1000)
    return [*program, "measure", what, str(folder), "--user", store.user, "--practice-clock-ms", str(offset_ms)]


def said(command: Sequence[str]) -> str:
    """What the program says about itself."""
    done = subprocess.run(command, input=f"{KEY.hex()}\n", stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout


def usual_start_s(command: Sequence[str]) -> float:
    """The median of some starts, after one that does not count."""
    return statistics.median([started(command) for _ in range(STARTS + 1)][1:])


def started(command: Sequence[str]) -> float:
    """Seconds until a program says that its window can be used."""
    begun, pipe = time.perf_counter(), subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{KEY.hex()}\n")
        process.stdin.flush()
        line = process.stdout.readline().strip()
        seconds = time.perf_counter() - begun
        process.kill()
    if line != "usable":
        raise RuntimeError(f"{shlex.join(command)} did not open its window")
    return seconds
