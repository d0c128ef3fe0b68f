"""Focus that can not be seen: what has it by Tab is painted as if it had not."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QWidget

from fieldkit.ui.theme import tokens

_GOAL = 3.0
"""WCAG AA: so much a sign stands out from what lies beside it, and from the same place without it."""
_LEAST_PX = 80
"""A caret alone is less, and blinks; the ring of the smallest button is four times as much."""
_AROUND_PX = 8
_contrast = lru_cache(maxsize=None)(tokens.contrast)


class RingEye:
    """Looks at each control while it has the focus and while it has not; at what is the same elsewhere only once."""

    def __init__(self) -> None:
        self.looked_at = 0
        self._known: set[tuple[type[QWidget], str, QRect]] = set()

    def faint(self, stop: QWidget, window: QWidget) -> list[str]:
        """A sentence where nobody would see that this one has the focus now. It has it afterwards as well."""
        place = QRect(stop.mapTo(window, QPoint()), stop.size())
        name = QAccessible.queryAccessibleInterface(stop).text(QAccessible.Text.Name)
        known = (type(stop), name, place)
        if known in self._known:
            return []
        self._known.add(known)
        self.looked_at += 1
        shown = _ring_px(stop, window)
        return [f"not seen: {type(stop).__name__}#{stop.objectName()} “{name}”, {shown} px"] * (shown < _LEAST_PX)


def _ring_px(stop: QWidget, window: QWidget) -> int:
    """How many pixels of a control, and of what frames it, stand out from themselves without the focus."""
    seen = stop.visibleRegion().boundingRect().translated(stop.mapTo(window, QPoint()))
    place = seen.adjusted(-_AROUND_PX, -_AROUND_PX, _AROUND_PX, _AROUND_PX) & window.rect()
    with_focus = _picture(window, place)
    stop.clearFocus()
    without = _picture(window, place)
    stop.setFocus(Qt.FocusReason.TabFocusReason)
    pairs = _pairs(with_focus, without)
    return sum(px for (ring, bare), px in pairs.items() if _contrast(_told(ring), _told(bare)) >= _GOAL)


def _picture(window: QWidget, place: QRect) -> QImage:
    return window.grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)


def _pairs(one: QImage, other: QImage) -> Counter[tuple[int, int]]:
    """The colours of the pixels that differ, only of lines where any does."""
    found: Counter[tuple[int, int]] = Counter()
    for y in range(one.height()):
        a, b = bytes(one.constScanLine(y)), bytes(other.constScanLine(y))
        if a != b:
            found.update(zip(memoryview(a).cast("I"), memoryview(b).cast("I"), strict=True))
    return found


def _told(pixel: int) -> str:
    return f"#{pixel & 0xFFFFFF:06X}"
