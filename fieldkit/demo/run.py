"""`fieldkit demo`: a practice day in a folder of its own, to work in or to watch."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path
from typing import Final

import typer

from fieldkit.demo.centre import CENTRE_FILE
from fieldkit.demo.day import DOCUMENTS
from fieldkit.demo.play import play_day
from fieldkit.demo.try_out import try_out

PICTURE: Final = ".png"


def run_demo(*, play: bool, out: Path | None) -> int:
    """The main job on practice data: a window to work in, or the whole day played through it."""
    # Asked to end while it is made ready, it ends as at Ctrl+C: the centre is stopped first.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    folder = fresh_folder(out)
    try:
        return _run(folder, play=play)
    finally:
        if out is None:
            clear_away(folder)


def _run(folder: Path, *, play: bool) -> int:
    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        play = True
    if play:
        return play_day(folder)
    return try_out(folder)


def has_display() -> bool:
    """Whether there is a screen to show a window on."""
    if os.environ.get("QT_QPA_PLATFORM", "") in {"offscreen", "minimal"}:
        return False
    if sys.platform != "linux":
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def clear_away(folder: Path) -> None:
    """Leave nothing of a practice for which nobody named a folder, but pictures and papers to look at."""
    for path in folder.iterdir():
        if path.name == DOCUMENTS and any(path.iterdir()):
            continue
        if path.is_dir():
            shutil.rmtree(path)
        elif path.suffix != PICTURE:
            path.unlink()
    if not any(folder.iterdir()):
        folder.rmdir()


def fresh_folder(out: Path | None) -> Path:
    """The folder of this practice: what an earlier one left there stays."""
    if out is None:
        folder = Path(tempfile.mkdtemp(prefix="fieldkit-"))
    else:
        tries = (out, *(out / f"latihan-{number}" for number in range(2, 1_000)))
        folder = next(folder for folder in tries if not (folder / CENTRE_FILE).exists())
        folder.mkdir(parents=True, exist_ok=True)
    typer.echo(f"Map latihan: {folder.resolve()}")
    return folder.resolve()
