"""How lines and areas of a chart look: solid is counted, dashed is expected, dotted is needed, hatched is explained."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from fieldkit.ui.theme.look import colour, look


class Stroke(Enum):
    """What a line says of its figures."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"


_DASHES: Final[dict[Stroke, Sequence[float]]] = {Stroke.DASHED: (5, 3), Stroke.DOTTED: (1.5, 2)}


def line_ink(tone: str) -> str:
    """The colour of a line: petrol blue without a tone."""
    return look().tokens.edge(tone or "accent")


def stroke_pen(stroke: Stroke, tone: str) -> QPen:
    """The pen of a line."""
    pen = QPen(colour(line_ink(tone)), look().px(2.5 if stroke is Stroke.SOLID else 2))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if stroke in _DASHES:
        pen.setDashPattern(list(_DASHES[stroke]))
    return pen


def paint_solid(painter: QPainter, box: QRectF, tone: str) -> None:
    """A filled part."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(line_ink(tone)))
    painter.drawRect(box)


def paint_hatched(painter: QPainter, box: QRectF, tone: str) -> None:
    """A part in hatching, with an edge: told apart without its colour."""
    edge = colour(look().tokens.edge(tone) if tone else look().tokens.line2)
    painter.fillRect(box, colour(look().tokens.surface))
    painter.setPen(QPen(edge, 1))
    painter.setBrush(QBrush(edge, Qt.BrushStyle.BDiagPattern))
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
