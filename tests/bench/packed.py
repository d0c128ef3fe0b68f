"""The packed program measured by itself, on laptops that are made here: `dev.py bench --program FILE`."""

from __future__ import annotations

import json
import shlex
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

from fieldkit.store.store import Store
from tests.bench.figures import Figure, at_most, p95
from tests.bench.laptop import STARTS, full_laptop
from tests.bench.million import crowded_laptop
from tests.bench.pages import GOAL_MS, SLOWER_MS, busy_laptop
from tests.laptops import KEY, opened

Program = Sequence[str]
FROM_TREE: Final = (sys.executable, "-m", "fieldkit")
"""The program as a developer starts it, to have something to hold the packed one against."""


def benches_of(program: Path) -> dict[str, Callable[[Path], list[Figure]]]:
    """The benches that a packed program can be asked for, by their names."""
    command = [str(program.resolve())]
    benches = {"start": start_figures, "page": page_figures, "1.4 million": memory_figures}
    return {name: partial(bench, program=command) for name, bench in benches.items()}


def start_figures(folder: Path, program: Program) -> list[Figure]:
    """From the start of the process to a window that can be worked with, 200,000 residents."""
    store = full_laptop(folder)
    opened(store)
    store.close()
    command = asked(folder, program, "start", store)
    seconds = statistics.median([started(command) for _ in range(STARTS + 1)][1:])
    return [at_most("start, packed", seconds, "s", 1.0)]


def page_figures(folder: Path, program: Program) -> list[Figure]:
    """From the key of a page until it is painted: the first time, and every time after it."""
    store = busy_laptop(folder)
    store.close()
    shown: dict[str, list[float]] = json.loads(said(asked(folder, program, "pages", store)))
    return [figure for name, samples in shown.items() for figure in _figures_of(name, samples)]


def memory_figures(folder: Path, program: Program) -> list[Figure]:
    """What the program holds once every page was shown, with 1.4 million residents."""
    store = crowded_laptop(folder)
    store.close()
    megabytes = float(said(asked(folder, program, "memory", store)))
    return [at_most("memory, packed", megabytes, "MB", 250)]


def asked(folder: Path, program: Program, what: str, store: Store) -> list[str]:
    """The command that measures one thing from inside, on a laptop that was made here."""
    offset_ms = int((store.clock.now_utc() - datetime.now(UTC)).total_seconds() * 1000)
    return [*program, "measure", what, str(folder), "--user", store.user, "--practice-clock-ms", str(offset_ms)]


def said(command: Sequence[str]) -> str:
    """What the program says about itself."""
    done = subprocess.run(command, input=f"{KEY.hex()}\n", stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout


def started(command: Sequence[str]) -> float:
    """Seconds until the program says that its window can be used."""
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


def _figures_of(name: str, samples: Sequence[float]) -> list[Figure]:
    goal = SLOWER_MS.get(name, GOAL_MS)
    return [
        at_most(f"page {name}, packed", p95(samples[1:]), "ms", goal),
        at_most(f"page {name}, packed, first", samples[0], "ms", goal),
    ]
