"""Text that stands out too little from its ground, as a window is painted."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache

import pytest
from heard import seen
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontInfo, QImage, QPainter
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

from fieldkit.ui.theme import tokens
from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets import painted

_PLAIN, _LARGE = 4.5, 3.0
_LARGE_PX, _LARGE_BOLD_PX = 24, 19
_SPECK_PX = 2
"""Fewer pixels of a colour are no stroke of a letter."""
_FRAME_PX = 4
_contrast = lru_cache(maxsize=None)(tokens.contrast)


@dataclass(frozen=True)
class Written:
    """Words where they stand in the window; the ink is known of what the widgets paint themselves."""

    part: QWidget
    words: str
    place: QRect
    font: QFont
    ink: str = ""

    def told(self, picture: QImage) -> str:
        """What is wrong with it, or nothing."""
        ground, ink = _colours(picture.copy(self.place))
        ink = self.ink or ink
        # Words that are quite gone are as wrong as pale ones.
        reached = _contrast(ink, ground)
        return f"{type(self.part).__name__} {self.words!r}: {ink} on {ground}, {reached:.2f}" * (reached < self._goal())

    def _goal(self) -> float:
        """Of the size at 100 %: whoever needs larger text needs the contrast as well."""
        large = look().px(_LARGE_BOLD_PX if self.font.bold() else _LARGE_PX)
        return _LARGE if QFontInfo(self.font).pixelSize() >= large else _PLAIN


class Eye:
    """Looks at a window as it is painted."""

    def __init__(self) -> None:
        self.looked_at = 0
        self._paint = painted.paint_text
        self._painted: list[Written] = []

    @contextmanager
    def open(self) -> Iterator[None]:
        """Hear of every text that a widget or a delegate paints itself."""
        with pytest.MonkeyPatch.context() as patch:
            for name, module in list(sys.modules.items()):
                if name.startswith("fieldkit.ui") and getattr(module, "paint_text", None) is self._paint:
                    patch.setattr(module, "paint_text", self._paint_text)
            yield

    def faint(self, window: QWidget) -> list[str]:
        """A sentence for each text of a control that can be used, or of what is read, that is too pale."""
        self._painted.clear()
        picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        written = [each for each in (*self._painted, *_shown_by_qt(window)) if _is_to_be_read(each, window)]
        self.looked_at += len(written)
        return [told for each in written if (told := each.told(picture))]

    def _paint_text(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        role: str,
        ink: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        self._paint(painter, rect, text, role, ink, align)
        part = painter.device()
        if isinstance(part, QWidget):
            place = painter.deviceTransform().mapRect(rect)
            self._painted.append(Written(part, text, place, look().font(role), ink))


def _shown_by_qt(window: QWidget) -> Iterator[Written]:
    for part in seen(window):
        if words := _words_of(part):
            place, shown = _inside(part), part.visibleRegion().boundingRect()
            if shown.contains(place):
                place.translate(part.mapTo(window, QPoint()))
                yield Written(part, words, place, part.font(), _ink_of(part))


def _words_of(part: QWidget) -> str:
    if isinstance(part, QLineEdit):
        return part.displayText() or part.placeholderText()
    if isinstance(part, QPlainTextEdit):
        return part.toPlainText() or part.placeholderText()
    if isinstance(part, QComboBox):
        return part.currentText()
    if isinstance(part, QHeaderView):
        return part.accessibleName() or "head"
    return part.text() if isinstance(part, QLabel | QCheckBox | QRadioButton) else ""


def _ink_of(part: QWidget) -> str:
    """Of a label as the sheet gave it to its palette: thin strokes are painted paler than their ink."""
    return part.palette().color(part.foregroundRole()).name().upper() if isinstance(part, QLabel) else ""


def _inside(part: QWidget) -> QRect:
    """Without the frame, and without the caret of an empty field."""
    if isinstance(part, QLabel):
        return part.rect()
    inside = part.rect().adjusted(_FRAME_PX, _FRAME_PX, -_FRAME_PX, -_FRAME_PX)
    if isinstance(part, QLineEdit) and not part.text():
        inside.setLeft(part.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).right() + 1)
    return inside


def _is_to_be_read(written: Written, window: QWidget) -> bool:
    """Not of a control that can not be used now, scrolled away, or under a drawer."""
    if not written.words.strip() or not written.part.isEnabled() or not window.rect().contains(written.place):
        return False
    place = written.place
    tops = [window.childAt(point) for point in (place.topLeft(), place.center(), place.bottomRight())]
    return all(top is None or _is_of(top, written.part) for top in tops)


def _is_of(top: QWidget, part: QWidget) -> bool:
    return top is part or top.isAncestorOf(part) or part.isAncestorOf(top)


def _colours(picture: QImage) -> tuple[str, str]:
    """The ground, and what differs from it most."""
    pixels = Counter(memoryview(bytes(picture.constBits())).cast("I"))
    counted = [(f"#{pixel & 0xFFFFFF:06X}", count) for pixel, count in pixels.most_common()]
    ground = counted[0][0]
    strokes = [colour for colour, count in counted if count >= _SPECK_PX] or [ground]
    return ground, max(strokes, key=lambda colour: _contrast(colour, ground))
