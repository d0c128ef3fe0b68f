"""What does not fit in a window: words that are cut, parts that are squeezed or lie over each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtWidgets import QScrollArea, QWidget

from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Scrolled
from fieldkit.ui.widgets.flow import Fitted
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.painted import Painted

SPEAKING = (Label, Button, Painted)
"""What shows words or figures itself."""


def layout_faults(top: QWidget) -> list[str]:
    """A sentence for each fault among what is shown now; an eliding label keeps its words in a tooltip and may."""
    shown = [part for part in top.findChildren(QWidget) if part.isVisible()]
    return [*_sideways(shown), *(fault for part in shown for fault in _faults_of(part)), *_overlaps(shown)]


def _faults_of(part: QWidget) -> Iterator[str]:
    if isinstance(part, Label) and _is_cut(part):
        yield f"cut: {_name(part)}"
    if isinstance(part, Button | Painted) and _is_squeezed(part):
        yield f"squeezed: {_name(part)}, {part.width()} x {part.height()}"
    if isinstance(part, SPEAKING) and not _is_inside(part):
        yield f"outside: {_name(part)}"


def _is_cut(label: Label) -> bool:
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height()
    needed = label.fontMetrics().horizontalAdvance(label.text())
    return needed > label.contentsRect().width() or label.fontMetrics().height() > label.height() + 1


def _is_squeezed(part: QWidget) -> bool:
    wanted = part.minimumSizeHint()
    return part.width() < wanted.width() or part.height() < wanted.height()


def _is_inside(part: QWidget) -> bool:
    parent = part.parentWidget()
    if parent is None or isinstance(parent.parentWidget(), QScrollArea):
        return True
    return parent.rect().contains(part.geometry())


def _overlaps(shown: list[QWidget]) -> Iterator[str]:
    families: dict[QWidget | None, list[QWidget]] = {}
    for part in shown:
        if isinstance(part, SPEAKING):
            families.setdefault(part.parentWidget(), []).append(part)
    for family in families.values():
        for one, other in combinations(family, 2):
            if one.geometry().intersects(other.geometry()):
                yield f"overlap: {_name(one)} and {_name(other)}"


def _sideways(shown: list[QWidget]) -> Iterator[str]:
    for frame in shown:
        if isinstance(frame, Scrolled) and frame.widget().width() > frame.viewport().width():
            yield f"cut at the right by {frame.widget().width() - frame.viewport().width()} px"
        if isinstance(frame, Fitted) and frame.horizontalScrollBar().maximum() > 0:
            yield f"wider than its room by {frame.horizontalScrollBar().maximum()} px"


def _name(part: QWidget) -> str:
    words = part.full_text() if isinstance(part, Label) else part.accessibleName()
    return f"{type(part).__name__} {words!r}"
