"""Every page, desk and scene of the packed program, held against the pictures of the program from the tree."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path
from typing import Final, NoReturn, cast

from PySide6.QtGui import QImage, QPainter

from fieldkit.ui.pages import page_specs
from fieldkit.ui.pages.office.desks import desk_specs
from shipping.parts import ROOT
from shipping.trial import TrialError, Tried

SERIES: Final = ("light-100-id", "dark-100-en")
"""Both languages and both themes."""
_BESIDE_PAGES: Final = ("about", "guide", "keys", "settings", "sign_in", "start-enrolment", "start-restore")
MOST_DIFFERENT: Final = 0.02
"""Of a picture's points: hours and numbers that chance gives differ from run to run, a missing font or icon is more."""


def show_pages(tried: Tried, folder: Path) -> int:
    """It shows all in both languages and themes, as the program from the tree does; how many pictures that were."""
    tree = Tried((sys.executable, "-m", "fieldkit"), tried.home, started_in=ROOT)
    with ThreadPoolExecutor() as both:
        made = [both.submit(_photograph, *asked) for asked in ((tried, folder / "packed"), (tree, folder / "tree"))]
    packed, from_tree = (each.result() for each in made)
    require_all(packed)
    require_alike(packed, from_tree)
    return len(list(packed.iterdir()))


def require_all(pictures: Path) -> None:
    """No page and no desk is missing, in any language or theme."""
    pages = [spec.name for spec in page_specs("admin", _nobody)]
    desks = [f"office-{spec.name}" for spec in desk_specs("admin")]
    names = [f"{scene}-{series}.png" for scene, series in product((*pages, *desks, *_BESIDE_PAGES), SERIES)]
    if missing := [name for name in names if not (pictures / name).is_file()]:
        raise TrialError(f"it did not show: {', '.join(missing)}")


def require_alike(packed: Path, tree: Path) -> None:
    """The same scenes, and each looks the same."""
    ours, theirs = ({path.name for path in folder.iterdir()} for folder in (packed, tree))
    if ours != theirs:
        raise TrialError(f"shown by one of packed program and tree alone: {', '.join(sorted(ours ^ theirs))}")
    shares = {name: share_different(packed / name, tree / name) for name in sorted(ours)}
    if other := [f"{name} ({share:.1%})" for name, share in shares.items() if share > MOST_DIFFERENT]:
        raise TrialError(f"not as the program from the tree shows them: {', '.join(other)}")


def share_different(one: Path, other: Path) -> float:
    """Which share of the points of two pictures differs."""
    first, second = (QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32) for path in (one, other))
    if first.isNull() or first.size() != second.size():
        return 1.0
    painter = QPainter(first)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, second)
    painter.end()
    grey = first.convertToFormat(QImage.Format.Format_Grayscale8)
    points, step = bytes(cast("memoryview", grey.constBits())), grey.bytesPerLine()
    same = sum(points.count(0, y * step, y * step + grey.width()) for y in range(grey.height()))
    total = grey.width() * grey.height()
    return (total - same) / total


def _photograph(tried: Tried, out: Path) -> Path:
    asked = [word for name in SERIES for word in ("--series", name)]
    done = tried.run("screenshots", *asked, "--out", str(out))
    if done.stderr:
        raise TrialError(f"showing every page, it said: {done.stderr}")
    return out


def _nobody() -> NoReturn:
    raise AssertionError("no page is made here")
