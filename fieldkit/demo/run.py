"""`fieldkit demo`: a practice day in a folder of its own, to work in or to watch."""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path
from typing import Final

import typer

from fieldkit.demo.day import DOCUMENTS
from fieldkit.demo.elsewhere import is_here
from fieldkit.demo.office import CENTRE_FILE, OFFICE_FILE
from fieldkit.demo.play import play_day
from fieldkit.demo.try_out import try_out

PICTURE: Final = ".png"
_NO_CENTRE: Final = (
    "Program yang terpasang tidak membawa pusat. Jalankan pusat latihan dari kode sumber, lalu sebut alamatnya dengan "
    "--centre dan mapnya dengan --out."
)


def run_demo(*, play: bool, out: Path | None, centre_url: str | None = None) -> int:
    """The main job on practice data: a window to work in, or the whole day played through it."""
    if hindered := _hindrance(out, centre_url):
        typer.echo(hindered, err=True)
        return 2
    # Asked to end while it is made ready, it ends as at Ctrl+C: the centre is stopped first.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    folder = fresh_folder(out) if centre_url is None or out is None else out.resolve()
    try:
        return _run(folder, centre_url, play=play)
    finally:
        if out is None:
            clear_away(folder)


def _hindrance(out: Path | None, centre_url: str | None) -> str:
    """Why there can be no practice; nothing where there can."""
    if centre_url is None:
        return "" if importlib.util.find_spec("fieldkit.server") else _NO_CENTRE
    if not is_here(centre_url):
        return "Pusat latihan harus berjalan di komputer ini, misalnya di http://127.0.0.1:8000."
    if out is None or not (out / OFFICE_FILE).exists():
        return "Kode pusat latihan tidak ada. Sebut map pusat itu dengan --out; kodenya berlaku sekali."
    return ""


def _run(folder: Path, centre_url: str | None, *, play: bool) -> int:
    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        play = True
    if play:
        return play_day(folder, centre_url)
    return try_out(folder, centre_url)


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
