"""Where something may lie over a page without covering what can be acted on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Protocol, runtime_checkable

from PySide6.QtCore import QPoint, QRect, QSize, Qt, SignalInstance
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QWidget

_CONTROLS: Final = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox)
_FAR_LEFT: Final = 0.25
"""How much of the room's height may be climbed at the right before the left is nearer."""


@runtime_checkable
class Walked(Protocol):
    """A painted part that keys walk over, as they do over the rows of a table."""

    went: SignalInstance
    """The keys are elsewhere."""

    def under_keys(self) -> QRect:
        """Where they are, within the part; empty where there is nothing."""
        ...


def row_under_keys(part: QWidget) -> QRect:
    """The row that the keys are on, or whatever a part of another kind says; empty where it has no such place."""
    if isinstance(part, QAbstractItemView):
        row, view = part.visualRect(part.currentIndex()), part.viewport()
        return QRect(view.mapTo(part, QPoint(0, row.top())), QSize(view.width(), row.height()))
    return part.under_keys() if isinstance(part, Walked) else QRect()


def controls_of(over: QWidget, *, without: Sequence[QWidget] = ()) -> list[QRect]:
    """Buttons and fields that are in sight within a widget; those that a drawer covers are not."""
    shown = list(_shown_in(over))
    drawers = [each for each in shown if each.property("kind") == "drawer"]
    found = []
    for each in shown:
        if not isinstance(each, _CONTROLS) or each.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        place = in_sight(each, over)
        is_covered = any(in_sight(one, over).contains(place) and not one.isAncestorOf(each) for one in drawers)
        if not (place.isEmpty() or is_covered or any(part.isAncestorOf(each) for part in without)):
            found.append(place)
    return found


def _shown_in(over: QWidget) -> Iterator[QWidget]:
    """The parts within a widget, but for what lies in hidden ones: most pages of the window are hidden."""
    for child in over.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if child.isVisible() and not child.isWindow():
            yield child
            yield from _shown_in(child)


def in_sight(part: QWidget, over: QWidget) -> QRect:
    """The rectangle of a part that is not scrolled out of sight; empty where it lies elsewhere."""
    if not over.isAncestorOf(part):
        return QRect()
    place, held = QRect(part.mapTo(over, QPoint()), part.size()), part.parentWidget()
    while held is not None and held is not over:
        place &= QRect(held.mapTo(over, QPoint()), held.size())
        held = held.parentWidget()
    return place & over.rect()


def vacant_place(room: QRect, size: QSize, taken: Sequence[QRect], gap: int) -> QRect | None:
    """The lowest place that touches nothing taken, at the right rather than further left; None where there is none."""
    right, left = room.right() - size.width() + 1, room.left()
    found = []
    for steps, x in enumerate((right, left, (left + right) // 2)):
        place = _climbed(QRect(QPoint(x, room.bottom() - size.height() + 1), size), taken, gap)
        if place.top() >= room.top():
            found.append((room.bottom() - place.bottom() + steps * _FAR_LEFT * room.height(), steps, place))
    return min(found, key=lambda each: each[:2])[2] if found else None


def _climbed(place: QRect, taken: Sequence[QRect], gap: int) -> QRect:
    """As far up as needed."""
    while hit := [other for other in taken if place.intersects(other)]:
        place.moveBottom(min(map(QRect.top, hit)) - gap - 1)
    return place
