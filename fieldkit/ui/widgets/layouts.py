"""Rows, columns and grids whose gaps follow the text size."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from fieldkit.ui.theme.look import look

Edges = tuple[int, int, int, int]
Part = QWidget | QLayout | int | None
NO_EDGES: Edges = (0, 0, 0, 0)

_GAPS = "fieldkit_gaps"
_AT_TOP = "fieldkit_at_top"

BoxT = TypeVar("BoxT", bound=QBoxLayout)


def column(*parts: Part, gap: int = 8, edges: Edges = NO_EDGES, inside: QWidget | None = None) -> QVBoxLayout:
    """Parts below each other. A number is a fixed space, None takes what is left over."""
    box = QVBoxLayout(inside) if inside is not None else QVBoxLayout()
    return _filled(box, parts, gap, edges)


def row(*parts: Part, gap: int = 8, edges: Edges = NO_EDGES, inside: QWidget | None = None) -> QHBoxLayout:
    """Parts beside each other. A number is a fixed space, None takes what is left over."""
    box = QHBoxLayout(inside) if inside is not None else QHBoxLayout()
    return _filled(box, parts, gap, edges)


def empty(box: QLayout) -> None:
    """Take out what a layout holds, out of sight at once: it is laid anew."""
    while box.count():
        item = box.takeAt(0)
        old = item.widget() if item is not None else None
        if old is not None:
            old.hide()
            old.deleteLater()


def grid(
    parts: Sequence[QWidget], columns: int, *, gap: int = 8, edges: Edges = NO_EDGES, inside: QWidget | None = None
) -> QGridLayout:
    """Parts in columns of one width, filled row by row."""
    box = QGridLayout(inside) if inside is not None else QGridLayout()
    for index, part in enumerate(parts):
        box.addWidget(part, index // columns, index % columns)
    for index in range(columns):
        box.setColumnStretch(index, 1)
    set_gaps(box, gap, edges)
    return box


def stretched(widget: QWidget, share: int = 1) -> QWidget:
    """Mark a part to take `share` of the space left in its row or column."""
    widget.setProperty("fieldkit_share", share)
    return widget


def at_top(widget: QWidget) -> None:
    """Mark a part to stay at the top of its row when a neighbour is higher."""
    widget.setProperty(_AT_TOP, True)


def holder(layout: QLayout) -> QWidget:
    """A bare widget around a layout, to be shown and hidden as one."""
    widget = QWidget()
    widget.setLayout(layout)
    return widget


def rule(*, upright: bool = False, strong: bool = False) -> QFrame:
    """A 1 px separator line."""
    line = QFrame()
    line.setProperty("kind", "rule-upright" if upright else "rule-strong" if strong else "rule")
    if upright:
        line.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
    return line


def set_gaps(layout: QLayout, gap: int, edges: Edges = NO_EDGES) -> None:
    """Distances in pixels at 100 %; they follow the text size from now on."""
    layout.setProperty(_GAPS, [gap, *edges])
    _space(layout)


def rescale(layout: QLayout) -> None:
    """Bring a layout and those inside it to the text size in force."""
    _space(layout)
    for child in layout.children():
        if isinstance(child, QLayout):
            rescale(child)


def _filled(box: BoxT, parts: Sequence[Part], gap: int, edges: Edges) -> BoxT:
    for part in parts:
        add(box, part)
    set_gaps(box, gap, edges)
    return box


def add(box: QBoxLayout, part: Part) -> None:
    """Put one part at the end of a row or column."""
    if part is None:
        box.addStretch(1)
    elif isinstance(part, int):
        box.addSpacing(part)
    elif isinstance(part, QLayout):
        box.addLayout(part, _share(part))
    elif isinstance(box, QHBoxLayout) and part.property(_AT_TOP):
        box.addWidget(part, _share(part), Qt.AlignmentFlag.AlignTop)
    else:
        box.addWidget(part, _share(part))


def _share(part: QObject) -> int:
    share = part.property("fieldkit_share")
    return share if isinstance(share, int) else 0


def _space(layout: QLayout) -> None:
    gaps = layout.property(_GAPS)
    if not isinstance(gaps, list):
        return
    gap, left, top, right, bottom = (look().px(int(length)) for length in gaps)
    if isinstance(layout, QGridLayout):
        layout.setHorizontalSpacing(gap)
        layout.setVerticalSpacing(gap)
    else:
        layout.setSpacing(gap)
    layout.setContentsMargins(left, top, right, bottom)
