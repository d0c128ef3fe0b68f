"""`dev.py package`: build the program, name what is in it, pack it for the system at hand, and try what was built."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import psutil

from fieldkit import __version__
from shipping.by_commands import work_by_commands
from shipping.contents import check_contents, require_known_makers, require_resources
from shipping.debian import build_deb, check_deb, install_apart, remove_apart
from shipping.icons import SIZES, draw_icon
from shipping.parts import ROOT, Part, shipped_parts
from shipping.pictures import show_pages
from shipping.report import Report
from shipping.sbom import installed_hashes, locked, write_sbom
from shipping.trial import TrialError, Tried, first_window, lacks_centre, open_practice, play_day, tell_version

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
    report = Report(DIST / f"fieldkit-{__version__}.trial.json")
    report.path.unlink(missing_ok=True)
    if not options.keep:
        build()
        report.say("built after", f"{report.seconds():.0f} s")
    parts = shipped_parts()
    named(parts, report)
    with (
        tempfile.TemporaryDirectory(prefix="fieldkit-package-") as folder,
        _ready(Path(folder), parts, report) as tried,
    ):
        try_out(tried, Path(folder), report)
        require_nothing_left(tried)
    report.say("all after", f"{report.seconds():.0f} s")
    report.write()
    return 0 if report.is_met("installed") else 1


def named(parts: Sequence[Part], report: Report) -> None:
    """Everything that was taken in has a name, a licence and a hash; nothing is missing or too large."""
    check_contents(WORK, parts)
    require_resources(PROGRAM)
    files = require_known_makers(PROGRAM, WORK, parts)
    report.say("licences", f"{len(parts)} works of others, each of {files} files traced to one of them or to us")
    document = DIST / f"fieldkit-{__version__}.cdx.json"
    components = write_sbom(document, parts, installed_hashes(_pip_report(parts)), PROGRAM)
    report.say("SBOM", f"{components} components: {len(parts)} works of others, {components - len(parts)} files")
    report.at_most("installed", size_mb(PROGRAM), "MB", _MOST_MB, digits=1)


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


def try_out(tried: Tried, folder: Path, report: Report) -> None:
    """What people would do with it, in an order in which the first thing that is wrong tells most."""
    tell_version(tried)
    lacks_centre(tried)
    starts = first_window(tried)
    report.at_most("first window", starts.quickest_s, "s", _SLOWEST_S, words=str(starts))
    open_practice(tried)
    report.say("practice", "opened, and nothing of it left")
    report.say("by commands", work_by_commands(tried, folder / "commands"))
    figures = play_day(tried, folder / "day")
    report.say("practice day", f"{figures['registered']} people in {figures['seconds']} s, both ends equal")
    shown = show_pages(tried, folder / "pictures")
    report.say("pages", f"{shown} pictures in both languages and themes, as the tree shows them")


def require_nothing_left(tried: Tried) -> None:
    """No process of the trial goes on, and nothing lies where programs keep files for a while."""
    running = [process.name() for process in psutil.Process().children(recursive=True)]
    left = [path.name for path in tried.temporary.iterdir()]
    if running or left:
        raise TrialError(
            f"still running: {', '.join(running) or 'nothing'}; left behind: {', '.join(left) or 'nothing'}"
        )


def size_mb(folder: Path) -> float:
    """What the files of a folder take, in millions of bytes."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink()) / 1e6


@contextmanager
def _ready(folder: Path, parts: Sequence[Part], report: Report) -> Iterator[Tried]:
    """The program as it is installed: on Linux from the .deb, in a root of its own; on Windows from its folder."""
    if _IS_WINDOWS:
        build_setup(PROGRAM, WORK / "fieldkit.png")
        yield Tried((str(PROGRAM / "fieldkit-cli.exe"),), _made(folder / "home"))
        return
    deb = build_deb(PROGRAM, BUILD / "deb", DIST, parts)
    report.say(deb.name, f"{deb.stat().st_size / 1e6:.1f} MB; lintian: {check_deb(deb)}")
    root = folder / "root"
    home = _made(root / "home" / "operator")
    yield Tried((str(install_apart(deb, root)),), home)
    remove_apart(root, home)
    report.say("removed", "nothing of it left, the data of who worked there untouched")


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


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


if __name__ == "__main__":
    sys.exit(main())
