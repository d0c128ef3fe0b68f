"""Goes round a window by Tab, with real keys, and tells where that is not how the window is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from fieldkit.ui.widgets.toasts import Toast
from fieldkit.ui.widgets.vacant import row_under_keys

_MOST = 200
Stop = tuple[QWidget, QRect]
Look = Callable[[QWidget, QWidget], list[str]]
"""What an eye says of a stop of a window."""


def tab_faults(window: QWidget) -> list[str]:
    """A sentence for each fault: a stop that can not be seen, an order that jumps back, a way that does not return."""
    faults, ring = round_by_tab(window)
    # What is laid anew because a list took the focus is not there any more on the way back.
    return [*faults, *(_way_back(ring) if all(isValid(stop) for stop in ring) else [])]


def round_by_tab(window: QWidget, look: Look = lambda _stop, _window: []) -> tuple[list[str], list[QWidget]]:
    """Once round: what is wrong with its stops and their order, by the eye that looks at each; and the stops."""
    begun = QApplication.focusWidget()
    if begun is None:
        return ["nothing has the focus"], []
    faults, ring = list[str](), list[QWidget]()
    before: Stop | None = None
    jumps = list[str]()
    for stop in _forward(begun):
        place = _place(stop, window)
        faults += [f"hidden: {_name(stop)}"] if _is_covered(stop, window) else []
        if (
            before is not None
            and isValid(before[0])
            and _toast(before[0]) is _toast(stop)
            and _goes_back((before[0], _place(before[0], window)), (stop, place))
        ):
            jumps.append(f"jumps back: {_name(before[0])} to {_name(stop)}")
        faults += look(stop, window)
        ring.append(stop)
        before = (stop, place)
    # Once round is one way back to the beginning.
    faults += jumps if len(jumps) > 1 else []
    return faults, ring


def _forward(begun: QWidget) -> Iterator[QWidget]:
    """Every stop from the first after `begun` until one comes again."""
    seen = set[QWidget]()
    here = begun
    for _ in range(_MOST):
        QTest.keyClick(QApplication.focusWidget() or begun, Qt.Key.Key_Tab)
        QApplication.processEvents()
        here = QApplication.focusWidget() or begun
        yield here
        if here in seen:
            return
        seen.add(here)
    raise AssertionError(f"never comes round: {_name(here)}")


def _way_back(ring: list[QWidget]) -> Iterator[str]:
    """Shift+Tab from the last stop goes the same way."""
    for stop, former in pairwise(reversed(ring)):
        QTest.keyClick(stop, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        QApplication.processEvents()
        here = QApplication.focusWidget()
        if here is not former:
            yield f"back from {_name(stop)}: {_name(here)}, not {_name(former)}"
            return


def _goes_back(one: Stop, other: Stop) -> bool:
    """Whether the second stands above the first in its column, or left of it in its line."""
    a, b = one[1], other[1]
    if one[0].visibleRegion().isEmpty() or a.intersects(b):
        return False
    if b.bottom() < a.top():
        return b.left() <= a.right()
    in_line = abs(a.center().y() - b.center().y()) < min(a.height(), b.height()) / 2
    return in_line and b.right() < a.left()


def _toast(stop: QWidget) -> QWidget | None:
    """The toast that a stop lies in: it lies over what is read, and comes after what it covers."""
    around: QWidget | None = stop
    while around is not None and not isinstance(around, Toast):
        around = around.parentWidget()
    return around


def _is_covered(stop: QWidget, window: QWidget) -> bool:
    seen = stop.visibleRegion().boundingRect()
    if not stop.isVisible() or seen.isEmpty():
        return True
    # Of a list the row counts that the keys are on: a message may lie over others, where there is no room beside it.
    row = row_under_keys(stop)
    if not row.isEmpty() and not row.intersects(seen):
        return True
    top = window.childAt(stop.mapTo(window, (seen if row.isEmpty() else row & seen).center()))
    return top is None or not (top is stop or stop.isAncestorOf(top) or top.isAncestorOf(stop))


def _place(part: QWidget, window: QWidget) -> QRect:
    return QRect(part.mapTo(window, QPoint(0, 0)), part.size())


def _name(part: QWidget | None) -> str:
    if part is None:
        return "nothing"
    words = QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
    return f"{type(part).__name__}#{part.objectName()} “{words}”"
