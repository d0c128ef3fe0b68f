"""Rows, columns and grids whose gaps follow the text size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
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
    """Take out the widgets that a layout holds, out of sight at once: it is laid anew. Spaces stay."""
    around = box.parentWidget()
    inside = [child for child in around.children() if isinstance(child, QWidget)] if around is not None else []
    for old in list(laid_in(box, inside)):
        drop(box, old)


def drop(box: QLayout, part: QWidget) -> None:
    """Take a part out of its layout and away, out of sight at once."""
    box.removeWidget(part)
    part.hide()
    part.deleteLater()


def lay(box: QGridLayout, parts: Sequence[QWidget], columns: int) -> None:
    """Place parts row by row in so many columns, wherever they lay before."""
    # Out first: an item that Qt replaces by itself stays known to PySide.
    for part in parts:
        box.removeWidget(part)
    for at, part in enumerate(parts):
        box.addWidget(part, at // columns, at % columns)


def grid(
    parts: Sequence[QWidget], columns: int, *, gap: int = 8, edges: Edges = NO_EDGES, inside: QWidget | None = None
) -> QGridLayout:
    """Parts in columns of one width, filled row by row."""
    box = QGridLayout(inside) if inside is not None else QGridLayout()
    lay(box, parts, columns)
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
    for child in inner(layout):
        rescale(child)


def inner(layout: QLayout) -> list[QLayout]:
    """The layouts inside one, in the order in which they came."""
    return [child for child in layout.children() if isinstance(child, QLayout)]


def laid_in(layout: QLayout | None, widgets: Sequence[QWidget]) -> Iterator[QWidget]:
    """Those of these widgets that a layout and those inside it place, as they are read."""
    # Never by `itemAt`: PySide goes on knowing an item that is gone, and takes for it what comes to lie there next.
    if layout is None:
        return
    parts: list[QWidget | QLayout] = [*(widget for widget in widgets if layout.indexOf(widget) >= 0), *inner(layout)]
    for part in sorted(parts, key=partial(_place, layout)):
        if isinstance(part, QWidget):
            yield part
        else:
            yield from laid_in(part, widgets)


def _place(layout: QLayout, part: QWidget | QLayout) -> tuple[int, int]:
    """Row and column of a part in its layout."""
    at = layout.indexOf(part)
    if not isinstance(layout, QGridLayout):
        return 0, at
    position: tuple[int, ...] = layout.getItemPosition(at)  # type: ignore[assignment]
    return position[0], position[1]


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
