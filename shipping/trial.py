"""The packed program is tried as people use it: it tells its version, opens its window, plays the day, shows all."""

from __future__ import annotations

import json
import os
import subprocess
import time
from pathlib import Path
from statistics import median
from typing import Any, Final

from fieldkit import __version__
from fieldkit.demo.centre import start_centre
from fieldkit.demo.day import DAY, DOCUMENTS, morning_clock
from fieldkit.demo.office import hand_over

_STARTS: Final = 5
_PAPERS: Final = {".pdf", ".xlsx"}
_PATIENCE_S: Final = 1_800


class TrialError(Exception):
    """The packed program did not do what the program from the tree does; the message has what it said."""


def tell_version(program: Path, home: Path) -> None:
    """It starts, and is the version that was packed."""
    said = _run(program, home, "--version").stdout.strip()
    if said != f"FieldKit {__version__}":
        raise TrialError(f"it calls itself {said!r}")


def lacks_centre(program: Path, home: Path) -> None:
    """The centre is not in it, and that is said in words."""
    done = _run(program, home, "server", "run", succeeds=False)
    if done.returncode == 0 or "Traceback" in done.stderr or "pusat" not in done.stderr:
        raise TrialError(f"asked for the centre it said: {done.stderr}")


def first_window_s(program: Path, home: Path) -> float:
    """Seconds from its start to its first window; the median of some, after one that does not count."""
    return median([_until_usable(program, home, number) for number in range(_STARTS + 1)][1:])


def play_day(program: Path, home: Path, folder: Path) -> dict[str, Any]:
    """It plays the practice day at a centre that runs from the tree; the figures that it ends with."""
    folder.mkdir()
    centre, handed = start_centre(folder, morning_clock(), DAY)
    try:
        hand_over(folder, handed)
        done = _run(program, home, "demo", "--play", "--centre", centre.cable.url, "--out", str(folder))
    finally:
        centre.close()
    written = {path.suffix for path in (folder / DOCUMENTS).iterdir() if path.stat().st_size}
    if written != _PAPERS or done.stderr:
        raise TrialError(f"its papers are {sorted(written)}, and it said: {done.stderr}")
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def show_pages(program: Path, home: Path, folder: Path) -> int:
    """It shows every page and desk in each of their states; how many pictures of a day it made."""
    done = _run(program, home, "screenshots", "--small", "--out", str(folder))
    pictures = [path for path in folder.iterdir() if path.stat().st_size]
    if done.stderr or not pictures:
        raise TrialError(f"showing every page, it said: {done.stderr}")
    return len(pictures)


def _until_usable(program: Path, home: Path, number: int) -> float:
    begun = time.perf_counter()
    command = [str(program), "measure", "window", str(home / f"laptop-{number}")]
    with subprocess.Popen(command, cwd=home, env=_environment(home), stdout=subprocess.PIPE, text=True) as process:
        line = process.stdout.readline().strip() if process.stdout else ""
        seconds = time.perf_counter() - begun
        process.kill()
    if line != "usable":
        raise TrialError("its first window did not open")
    return seconds


def _run(program: Path, home: Path, *words: str, succeeds: bool = True) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [str(program), *words],
        cwd=home,
        env=_environment(home),
        capture_output=True,
        text=True,
        check=False,
        timeout=_PATIENCE_S,
    )
    if succeeds and done.returncode != 0:
        raise TrialError(f"{' '.join(words)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done


def _environment(home: Path) -> dict[str, str]:
    """As on a computer where nobody develops: no Python, a home of its own, and no screen."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "QT_", "XDG_", "VIRTUAL"))
    }
    return {**kept, "HOME": str(home), "USERPROFILE": str(home), "QT_QPA_PLATFORM": "offscreen"}
