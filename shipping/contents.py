"""What PyInstaller really took in, held against what the licences and the SBOM name."""

from __future__ import annotations

import ast
import sys
import sysconfig
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.metadata import packages_distributions
from pathlib import Path

from packaging.utils import canonicalize_name

from shipping.parts import LEFT_OUT, Part

TABLES = ("PYZ-00.toc", "COLLECT-00.toc")
"""PyInstaller's own lists: modules in the archive, files beside it."""


class ContentsError(Exception):
    """Something ships that nobody named, or is named and does not ship; the message tells which."""


def check_contents(work: Path, parts: Iterable[Part]) -> None:
    """Every package that was taken in is named, and every package that is named was taken in."""
    taken = packages_of(entries_of(work), packages_distributions())
    named = {part.name for part in parts if part.purl.startswith("pkg:pypi/")}
    if unnamed := taken - named - LEFT_OUT:
        raise ContentsError(f"shipped, but in no list of licences: {', '.join(sorted(unnamed))}")
    if absent := named - taken:
        raise ContentsError(f"in the list of licences, but not shipped: {', '.join(sorted(absent))}")


def entries_of(work: Path) -> Iterator[tuple[str, str]]:
    """Name in the program and file on this computer, of everything that was taken in."""
    for name in TABLES:
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
