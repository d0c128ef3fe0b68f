"""What PyInstaller really took in, held against what the licences and the SBOM name."""

from __future__ import annotations

import ast
import sys
import sysconfig
from collections.abc import Iterable, Iterator, Mapping, Sequence
from filecmp import cmp
from functools import cache
from importlib.metadata import distributions, packages_distributions
from os.path import normpath
from pathlib import Path
from typing import Final

from packaging.utils import canonicalize_name

from shipping.bundle import HIDDEN, datas
from shipping.parts import LEFT_OUT, ROOT, Part

TABLES = ("PYZ-00.toc", "COLLECT-00.toc")
"""PyInstaller's own lists: modules in the archive, files beside it."""
_OWN: Final = "FieldKit"
_PYTHON: Final = "CPython"
_OWN_ROOMS: Final = ("resources", "migrations", "build")
"""What lies in `build` was made here of our own files and of what Python brings."""


class ContentsError(Exception):
    """Something ships that nobody named, or is named and does not ship; the message tells which."""


def check_contents(work: Path, parts: Iterable[Part]) -> None:
    """Every package that was taken in is named, and every package that is named was taken in."""
    entries = list(entries_of(work))
    if lost := set(HIDDEN) - {name for name, _ in entries}:
        raise ContentsError(f"imported late, and not shipped: {', '.join(sorted(lost))}")
    taken = packages_of(entries, packages_distributions())
    named = {part.name for part in parts if part.purl.startswith("pkg:pypi/")}
    if unnamed := taken - named - LEFT_OUT:
        raise ContentsError(f"shipped, but in no list of licences: {', '.join(sorted(unnamed))}")
    if absent := named - taken:
        raise ContentsError(f"in the list of licences, but not shipped: {', '.join(sorted(absent))}")


def require_resources(program: Path) -> None:
    """Every file that has to travel lies in the program as it lies here."""
    inside = program / "_internal"
    wanted = {inside / folder / Path(file).name: Path(file) for file, folder in datas() if Path(file).is_file()}
    missing = [here for there, here in wanted.items() if not (there.is_file() and cmp(there, here, shallow=False))]
    if missing:
        raise ContentsError(f"not in the program, or not as here: {', '.join(sorted(map(str, missing)))}")


def require_known_makers(program: Path, work: Path, parts: Iterable[Part]) -> int:
    """Each file of the program comes from a work that is named, or is our own; how many there are."""
    sources = {Path(name).as_posix(): Path(source) for name, source in entries_of(work, TABLES[1:])}
    named = {part.name for part in parts} | LEFT_OUT | {_OWN}
    makers, inside = _makers(), program / "_internal"
    files = (path for path in sorted(inside.rglob("*")) if path.is_file() and not path.is_symlink())
    names = [path.relative_to(inside).as_posix() for path in files]
    told = {name: _maker_of(sources.get(name), makers) for name in names}
    if unknown := [f"{name} ({maker or 'nobody knows'})" for name, maker in told.items() if maker not in named]:
        raise ContentsError(f"shipped, and its maker is in no list of licences: {', '.join(unknown)}")
    return len(names)


@cache
def _makers() -> dict[str, str]:
    """The package that brought each file of this Python's packages."""
    return {
        normpath(str(file.locate())): canonicalize_name(package.metadata["Name"])
        for package in distributions()
        for file in package.files or []
    }


def _maker_of(source: Path | None, makers: Mapping[str, str]) -> str:
    if source is None:
        return ""
    whole = Path(normpath(ROOT / source))
    if str(whole) in makers:
        return makers[str(whole)]
    if any(whole.is_relative_to(ROOT / room) for room in _OWN_ROOMS):
        return _OWN
    return _PYTHON if whole.is_relative_to(sys.base_prefix) else ""


def entries_of(work: Path, tables: Iterable[str] = TABLES) -> Iterator[tuple[str, str]]:
    """Name in the program and file on this computer, of everything that was taken in."""
    for name in tables:
        for table in ast.literal_eval((work / name).read_text("utf-8")):
            if isinstance(table, list):
                yield from ((str(entry[0]), str(entry[1])) for entry in table)


def packages_of(entries: Iterable[tuple[str, str]], known: Mapping[str, Sequence[str]]) -> set[str]:
    """The packages that files come from, by the folder or module of each within the packages of this Python."""
    places = {Path(sysconfig.get_path(kind)).resolve() for kind in ("purelib", "platlib")}
    found: set[str] = set()
    for _, source in entries:
        module = _module_of(Path(source), places)
        found.update(canonicalize_name(name) for name in known.get(module, ()))
    return found - set(sys.stdlib_module_names)


def _module_of(source: Path, places: Iterable[Path]) -> str:
    for place in places:
        if source.is_absolute() and source.resolve().is_relative_to(place):
            return source.resolve().relative_to(place).parts[0].partition(".")[0]
    return ""
