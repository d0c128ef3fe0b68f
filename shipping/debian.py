"""The .deb: the packed program in a place of its own, its entry in the menu, and what Debian has to bring for it."""

from __future__ import annotations

import gzip
import hashlib
import os
import platform
import shutil
import subprocess
import textwrap
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from fieldkit import __version__
from shipping.icons import SIZES, SOURCE, draw_icon
from shipping.parts import ROOT, Part

_LINUX: Final = Path(__file__).with_name("linux")
_APP_ID: Final = "id.fieldkit.FieldKit"
MAINTAINER: Final = "The FieldKit authors <fieldkit@example.org>"
_ARCHITECTURES: Final = {"x86_64": "amd64", "aarch64": "arm64"}

_CONTROL: Final = """\
Package: fieldkit
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: gnome-keyring | kwalletmanager
Section: database
Priority: optional
Description: field day of a mobile ID-card team, offline first
 FieldKit keeps the log around the recording of electronic ID cards in
 Indonesia: by-name lists, walk-in registrations, home visits, blanks and
 cards, a closing that adds up. It never needs a network to save; at the
 office everything is sent to a centre, which comes apart from this package.
"""

_STUB: Final = "Source: fieldkit\nMaintainer: {maintainer}\n\nPackage: fieldkit\nArchitecture: any\n"
"""All that dpkg-shlibdeps reads of a source package."""

_OVERRIDES: Final = """\
# The wheels from PyPI carry these, and shipping/parts.py names them with their licences.
fieldkit: embedded-library *
# The libraries of the program lie in its own folder, and find each other there.
fieldkit: custom-library-search-path *
# Modules of Python that call nothing of the C library; the interpreter that loads them is linked against it.
fieldkit: library-not-linked-against-libc *lib-dynload*
fieldkit: shared-library-lacks-prerequisites *lib-dynload*
# Tables without code.
fieldkit: shared-library-lacks-prerequisites *libicudata*
# The same release on every system: what fits a page was measured with these very files.
fieldkit: duplicate-font-file *
"""


def build_deb(program: Path, work: Path, out: Path, parts: Iterable[Part]) -> Path:
    """Make it of a packed program; returns the file."""
    root = work / "root"
    if root.exists():
        shutil.rmtree(root)
    shutil.copytree(program, root / "usr/lib/fieldkit", symlinks=True)
    _place_menu(root)
    _place_papers(root, parts)
    _settle_modes(root)
    _write_control(root, work)
    architecture = _architecture()
    target = out / f"fieldkit_{__version__}_{architecture}.deb"
    _run("dpkg-deb", "--build", "--root-owner-group", "-Zxz", "-z2", str(root), str(target))
    return target


def check_deb(deb: Path) -> str:
    """Stop at what Debian's own checker calls an error; what it says beside that, counted."""
    told = _run("lintian", "--fail-on", "error", "--tag-display-limit", "0", str(deb)).splitlines()
    errors, warnings = (sum(line.startswith(f"{letter}: ") for line in told) for letter in "EW")
    return f"{errors} errors, {warnings} warnings"


def install_apart(deb: Path, root: Path) -> Path:
    """Install it below a folder that stands for the root of a computer; returns the program there."""
    for name in ("info", "updates"):
        (root / "var/lib/dpkg" / name).mkdir(parents=True)
    (root / "var/lib/dpkg/status").touch()
    # What it depends on is on this computer, but not in that root.
    _run("dpkg", f"--root={root}", "--force-not-root", "--force-depends", "--log=/dev/null", "--install", str(deb))
    return root / "usr/bin/fieldkit"


def remove_apart(root: Path, home: Path) -> None:
    """Take it off again, settings and all: nothing of it is left, and every byte of those who worked there is."""
    before = digests(home)
    _run("dpkg", f"--root={root}", "--force-not-root", "--log=/dev/null", "--purge", "fieldkit")
    left = [path.relative_to(root).as_posix() for path in root.rglob("*fieldkit*") if not path.is_relative_to(home)]
    if left or digests(home) != before:
        raise PackingError(f"removed, the package left {left or 'the data of a user changed'}")


def digests(folder: Path) -> dict[str, str]:
    """The files of a folder, each with what stands for its bytes."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def _place_menu(root: Path) -> None:
    share = root / "usr/share"
    (root / "usr/bin").mkdir(parents=True)
    (root / "usr/bin/fieldkit").symlink_to("../lib/fieldkit/fieldkit")
    _copy(_LINUX / "fieldkit.desktop", share / "applications/fieldkit.desktop")
    told = (_LINUX / f"{_APP_ID}.metainfo.xml").read_text("utf-8")
    told = told.replace("@VERSION@", __version__).replace("@DATE@", f"{_released():%Y-%m-%d}")
    _write(share / f"metainfo/{_APP_ID}.metainfo.xml", told)
    _copy(SOURCE, share / "icons/hicolor/scalable/apps/fieldkit.svg")
    for pixels in SIZES:
        draw_icon(share / f"icons/hicolor/{pixels}x{pixels}/apps/fieldkit.png", pixels)


def _place_papers(root: Path, parts: Iterable[Part]) -> None:
    papers = root / "usr/share/doc/fieldkit"
    _write(papers / "copyright", copyright_of(parts))
    told = f"fieldkit ({__version__}) stable; urgency=medium\n\n  * What is new stands in CHANGELOG.md of FieldKit.\n\n"
    stamp = f"{_released():%a, %d %b %Y %H:%M:%S +0000}"
    _pack(papers / "changelog.gz", f"{told} -- {MAINTAINER}  {stamp}\n")
    _write(root / "usr/share/lintian/overrides/fieldkit", _OVERRIDES)
    _pack(root / "usr/share/man/man1/fieldkit.1.gz", (_LINUX / "fieldkit.1").read_text("utf-8"))


def copyright_of(parts: Iterable[Part]) -> str:
    """FieldKit's own licence, and in Debian's form which part is under which; their words lie with the program."""
    own = textwrap.indent((ROOT / "LICENSE").read_text("utf-8"), " ", lambda _line: True).replace("\n \n", "\n .\n")
    head = "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\nUpstream-Name: FieldKit\n"
    stanzas = [f"{head}\nFiles: *\nCopyright: 2026 The FieldKit authors\nLicense: Expat\n{own.rstrip()}"]
    told = "\n".join(f"  {part.name} {part.version}: {part.licence}" for part in parts)
    where = " The words of each licence: /usr/lib/fieldkit/_internal/resources/licences"
    comment = f"Comment:\n Works of others lie below usr/lib/fieldkit/_internal:\n{told}\n{where}"
    return f"{stanzas[0]}\n{comment}\n"


def _write_control(root: Path, work: Path) -> None:
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    control = _CONTROL.format(
        version=__version__,
        architecture=_architecture(),
        maintainer=MAINTAINER,
        kilobytes=sum(path.stat().st_size for path in files) // 1024,
        depends=_depends(root, work),
    )
    sums = "".join(
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(root)}\n"
        for path in files
    )
    _write(root / "DEBIAN/control", control)
    _write(root / "DEBIAN/md5sums", sums)


def _depends(root: Path, work: Path) -> str:
    """The packages that bring the libraries which its binaries ask for, as Debian finds them out."""
    source = work / "source"
    _write(source / "debian/control", _STUB.format(maintainer=MAINTAINER))
    binaries = [str(path) for path in sorted(root.rglob("*")) if _is_binary(path)]
    own = [f"-l{folder}" for folder in sorted({str(Path(path).parent) for path in binaries})]
    told = _run("dpkg-shlibdeps", "-O", "--ignore-missing-info", *own, *binaries, folder=source)
    return told.partition("shlibs:Depends=")[2].strip()


def _is_binary(path: Path) -> bool:
    if not path.is_file() or path.is_symlink():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _settle_modes(root: Path) -> None:
    """Readable by all, whatever this user's mask says; only the program itself is started."""
    for path in root.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or (path.name == "fieldkit" and _is_binary(path)) else 0o644)
    root.chmod(0o755)


def _released() -> datetime:
    """The day of the release: of the commit, where the build says it, so that the same commit gives the same file."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)


def _architecture() -> str:
    return _ARCHITECTURES[platform.machine()]


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(source, target)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _pack(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), mtime=0))


def _run(*command: str, folder: Path = ROOT) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise PackingError(f"{command[0]} stopped:\n{done.stdout}{done.stderr}")
    return done.stdout


class PackingError(Exception):
    """A tool of Debian stopped; the message has what it said."""
