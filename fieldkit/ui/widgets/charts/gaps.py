"""What is missing to a line: bars that begin at the line and reach left, so that their length is honest on a cut axis.

Solid is missing and within reach, hatched is explained and not approved, grey is out of reach; a diamond is what
somebody else counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from fieldkit.ui.theme.look import colour, look
from fieldkit.ui.widgets.charts.strokes import paint_hatched, paint_solid
from fieldkit.ui.widgets.painted import paint_text, text_width

_STEPS: Final = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 25, 50)
_MOST_TICKS: Final = 4
_BAR: Final = 14
_DIAMOND: Final = 5
_BEHIND_LINE: Final = 8


@dataclass(frozen=True, slots=True)
class Gap:
    """A place on the axis, in percent: how far it is, and of what is missing how much is explained or out of reach."""

    share: float
    explained: float = 0.0
    outside: float = 0.0
    diamond: float | None = None


@dataclass(frozen=True, slots=True)
class GapAxis:
    """From `low` to the line, with the percentages that are named."""

    low: float
    line: float
    ticks: tuple[float, ...]

    def x(self, room: QRect, value: float) -> float:
        """Where a percentage lies; what is beyond an end lies at it."""
        wide = room.width() - look().px(_BEHIND_LINE)
        share = (value - self.low) / (self.line - self.low)
        return room.left() + wide * min(max(share, 0.0), 1.0)


def axis_of(line: float, gaps: Iterable[Gap]) -> GapAxis:
    """An axis on which all of them have room, cut where nobody is."""
    every = list(gaps)
    values = [gap.share for gap in every] + [gap.diamond for gap in every if gap.diamond is not None]
    lowest = min([*values, line - 1.0])
    step = next((step for step in _STEPS if (line - lowest) / step <= _MOST_TICKS), 100)
    low = max(0.0, floor(lowest / step) * step)
    # Some air, so that the lowest mark does not lie on the edge.
    low = low if low == 0 or lowest - low > step / 4 else low - step / 2
    first = ceil(low / step)
    ticks = [number * step for number in range(first, ceil(line / step)) if line - number * step > step * 0.6]
    return GapAxis(low, line, (*ticks, line))


def paint_gap(painter: QPainter, room: QRect, gap: Gap, axis: GapAxis) -> None:
    """The grid, the bar, the line and the diamond of one place, in a row."""
    tokens, px = look().tokens, look().px
    for tick in axis.ticks[:-1]:
        painter.fillRect(QRect(round(axis.x(room, tick)), room.top(), 1, room.height()), colour(tokens.line))
    top = room.center().y() - px(_BAR) // 2 + 1
    edges = _edges(gap, axis)
    for paint, (begin, end) in zip((paint_outside, paint_hatched, paint_solid), edges, strict=True):
        left, right = round(axis.x(room, begin)), round(axis.x(room, end))
        if right > left:
            paint(painter, QRectF(left, top, right - left, px(_BAR)), "")
    line_at = round(axis.x(room, axis.line))
    painter.fillRect(QRect(line_at - 1, room.top(), 2, room.height()), colour(tokens.ink))
    if gap.diamond is not None:
        paint_diamond(painter, QPointF(axis.x(room, gap.diamond), room.center().y() + 1))


def paint_diamond(painter: QPainter, middle: QPointF) -> None:
    """The mark of a figure that somebody else counts."""
    side = look().px(_DIAMOND)
    painter.setPen(QPen(colour(look().tokens.ink), 1.5))
    painter.setBrush(colour(look().tokens.surface))
    corners = ((0, -side), (side, 0), (0, side), (-side, 0))
    painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in corners]))


def paint_axis(painter: QPainter, room: QRect, axis: GapAxis, words: Sequence[str]) -> None:
    """The percentages over the bars, that of the line in bold; none runs into another."""
    tokens, free = look().tokens, float(room.right() + look().px(_BEHIND_LINE) + 1)
    for tick, word in reversed(list(zip(axis.ticks, words, strict=True))):
        is_line = tick == axis.line
        role = "label" if is_line else "second"
        wide = text_width(word, role) + 2
        left = round(min(axis.x(room, tick) - wide / 2, free - wide))
        # Anchored inward: the lowest one begins where its line is.
        left = max(left, room.left())
        if left + wide > free:
            continue
        at = QRect(left, room.top(), wide, room.height())
        paint_text(painter, at, word, role, tokens.ink if is_line else tokens.ink2, Qt.AlignmentFlag.AlignHCenter)
        free = left - look().px(6)


def _edges(gap: Gap, axis: GapAxis) -> tuple[tuple[float, float], ...]:
    """From where to where each part goes: from how far the place is to the line, one behind the other."""
    first = min(gap.share, axis.line)
    second = min(first + gap.outside, axis.line)
    third = min(second + gap.explained, axis.line)
    return (first, second), (second, third), (third, axis.line)


def paint_outside(painter: QPainter, box: QRectF, _tone: str) -> None:
    """A part that nobody can reach any more."""
    painter.setPen(QPen(colour(look().tokens.line2), 1))
    painter.setBrush(colour(look().tokens.mute_bg))
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
