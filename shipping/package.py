"""`dev.py package`: build the program, name what is in it, pack it for the system at hand, and try what was built."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from fieldkit import __version__
from shipping.contents import check_contents
from shipping.debian import build_deb, check_deb, install_apart
from shipping.icons import SIZES, draw_icon
from shipping.parts import ROOT, Part, shipped_parts
from shipping.sbom import installed_hashes, locked, write_sbom
from shipping.trial import first_window_s, lacks_centre, play_day, show_pages, tell_version

BUILD: Final = ROOT / "build"
WORK: Final = BUILD / "build_installer"
DIST: Final = ROOT / "dist"
PROGRAM: Final = DIST / "fieldkit"
_MOST_MB: Final = 180
_SLOWEST_S: Final = 2.0
_IS_WINDOWS: Final = sys.platform == "win32"
_NICE: Final = 10


def main(arguments: Sequence[str] | None = None) -> int:
    """Do it all; 0 only if what was built works and is small enough."""
    parser = argparse.ArgumentParser(prog="dev.py package", description=__doc__)
    parser.add_argument("--keep", action="store_true", help="try the program that was built before")
    options = parser.parse_args(arguments)
    begun = time.monotonic()
    if not options.keep:
        build()
    parts = shipped_parts()
    check_contents(WORK, parts)
    write_sbom(DIST / f"fieldkit-{__version__}.cdx.json", parts, installed_hashes(_pip_report(parts)), PROGRAM)
    installed_mb = size_mb(PROGRAM)
    _say("installed", f"{installed_mb:.1f} MB", f"<= {_MOST_MB} MB")
    _say("built after", f"{time.monotonic() - begun:.0f} s")
    with tempfile.TemporaryDirectory(prefix="fieldkit-package-") as folder, _ready(Path(folder), parts) as program:
        try_out(program, Path(folder))
    _say("all after", f"{time.monotonic() - begun:.0f} s")
    return 0 if installed_mb <= _MOST_MB else 1


def build() -> None:
    """PyInstaller, behind everything else that this computer has to do."""
    for folder in (WORK, PROGRAM):
        if folder.exists():
            shutil.rmtree(folder)
    draw_icon(WORK / "fieldkit.png", max(SIZES) // 2)
    if not _IS_WINDOWS:
        os.nice(_NICE)
    quiet = ["--noconfirm", "--log-level", "ERROR", "--distpath", str(DIST), "--workpath", str(BUILD)]
    subprocess.run([sys.executable, "-m", "PyInstaller", *quiet, "build_installer.spec"], cwd=ROOT, check=True)


def try_out(program: Path, folder: Path) -> None:
    """What people would do with it, in an order in which the first thing that is wrong tells most."""
    home = folder / "home"
    home.mkdir()
    tell_version(program, home)
    lacks_centre(program, home)
    _say("first window", f"{first_window_s(program, home):.2f} s", f"<= {_SLOWEST_S} s")
    figures = play_day(program, home, folder / "day")
    _say("practice day", f"{figures['registered']} people in {figures['seconds']} s, both ends equal")
    _say("pages", f"{show_pages(program, home, folder / 'pictures')} of a day and all their scenes shown")


def size_mb(folder: Path) -> float:
    """What the files of a folder take, in millions of bytes."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink()) / 1e6


@contextmanager
def _ready(folder: Path, parts: Sequence[Part]) -> Iterator[Path]:
    """The program as it is installed: on Linux from the .deb, in a root of its own; on Windows from its folder."""
    if _IS_WINDOWS:
        build_setup(PROGRAM, WORK / "fieldkit.png")
        yield PROGRAM / "fieldkit-cli.exe"
        return
    deb = build_deb(PROGRAM, BUILD / "deb", DIST, parts)
    check_deb(deb)
    _say(deb.name, f"{deb.stat().st_size / 1e6:.1f} MB")
    yield install_apart(deb, folder / "root")


def build_setup(program: Path, icon: Path) -> Path:
    """The installer of Windows around a program."""
    from PIL import Image

    ico = icon.with_suffix(".ico")
    Image.open(icon).save(ico)
    target = DIST / f"FieldKit-{__version__}-setup.exe"
    told = {"VERSION": __version__, "PROGRAM": program, "ICON": ico, "OUT": target}
    script = Path(__file__).with_name("windows") / "fieldkit.nsi"
    makensis = ["makensis", "-WX", "-V2", *(f"-D{name}={value}" for name, value in told.items()), str(script)]
    subprocess.run(makensis, cwd=ROOT, check=True)
    return target


def _pip_report(parts: Sequence[Part]) -> str:
    """What pip would install here of the lock file for these parts, with the hash of each file that it proved."""
    wanted, report = BUILD / "shipped.lock", BUILD / "pip-report.json"
    wanted.write_text(locked((ROOT / "requirements.lock").read_text("utf-8"), parts), encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "install", "--disable-pip-version-check", "--quiet", "--dry-run"]
    lock = ["--ignore-installed", "--require-hashes", "--no-deps", "-r", str(wanted), "--report", str(report)]
    done = subprocess.run([*pip, *lock], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"pip can not tell which files belong on this computer:\n{done.stderr}")
    return report.read_text("utf-8")


def _say(what: str, found: str, goal: str = "") -> None:
    print(f"{what:16} {found:40} {goal}".rstrip(), flush=True)


if __name__ == "__main__":
    sys.exit(main())
