"""Lines over time: what was counted, what is to be expected, what is needed; each has its label beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy

from fieldkit.ui.formats import count
from fieldkit.ui.theme.look import Look, colour, look
from fieldkit.ui.widgets.charts.strokes import Stroke, line_ink, stroke_pen
from fieldkit.ui.widgets.painted import Painted, brush, paint_text, text_width

_LABEL_ROLE: Final = "badge"
_ALONG: Final = (0.75, 0.6, 0.9, 0.45, 0.3, 0.15, 0.0, 1.0)
"""Where a label is tried, as shares of the length of its line."""


@dataclass(frozen=True, slots=True)
class CurveLine:
    """A line through its points, from left to right. `band` has a lowest and a highest value at each of some places."""

    points: tuple[tuple[float, float], ...]
    stroke: Stroke = Stroke.SOLID
    label: str = ""
    tone: str = ""
    band: tuple[tuple[float, float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Axis:
    """From where to where, the places that are named, and those of which more is told than there is room to write."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    told: tuple[tuple[float, str], ...] = ()

    def share(self, value: float) -> float:
        """How far along a value lies, 0 to 1."""
        return (value - self.low) / (self.high - self.low) if self.high > self.low else 0.0


def whole(height: float) -> str:
    """People or cards, which are not cut."""
    return count(round(height))


@dataclass(frozen=True, slots=True)
class Curve:
    """What a chart shows; `now` is the place of the dot, and `said` the sentence for whoever listens."""

    lines: tuple[CurveLine, ...]
    across: Axis
    upward: Axis
    now: tuple[float, float] | None = None
    said: str = ""
    goal: float | None = None
    """A line across that is to be reached."""
    limit: tuple[float, str] | None = None
    """A place on the way, such as the last day, with its words."""
    reached: tuple[float, float] | None = None
    """The dot where the goal is reached."""
    figure: Callable[[float], str] = whole
    """How a height is said."""


@dataclass(frozen=True, slots=True)
class CurveFigure:
    """One figure of a line, at a place that has a name."""

    id: int
    place: str
    line: str
    figure: str


def figures_of(curve: Curve) -> tuple[CurveFigure, ...]:
    """The figures of all lines, one line after the other, each from left to right."""
    told = [(line.label, *figure) for line in curve.lines for figure in _figures(line, curve)]
    return tuple(CurveFigure(at, place, label, figure) for at, (label, place, figure) in enumerate(told))


def _told(line: CurveLine, curve: Curve) -> str:
    """The figures of a line, for whoever does not see it."""
    figures = [f"{word} {figure}" for word, figure in _figures(line, curve)]
    return ": ".join(filter(None, [line.label, ", ".join(figures)]))


def _figures(line: CurveLine, curve: Curve) -> list[tuple[str, str]]:
    """At the places that have a name."""
    at = dict(sorted({**dict(curve.across.ticks), **dict(curve.across.told)}.items()))
    return [(word, curve.figure(_height(line, x))) for x, word in at.items() if _reaches(line, x)]


def _reaches(line: CurveLine, x: float) -> bool:
    return bool(line.points) and line.points[0][0] <= x <= line.points[-1][0]


def _height(line: CurveLine, x: float) -> float:
    """Between two points, as it is drawn."""
    for (left, low), (right, high) in pairwise(line.points):
        if left <= x < right:
            return low + (high - low) * (x - left) / (right - left)
    return line.points[-1][1]


EMPTY = Curve((), Axis(0, 1, ()), Axis(0, 1, ()))


class CurveChart(Painted):
    """A curve against its target."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._curve = EMPTY
        self._placed_for: tuple[Curve, QSize, Look] | None = None
        self._places: list[QRectF] = []
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def curve(self) -> Curve:
        """What is shown."""
        return self._curve

    def set_curve(self, curve: Curve) -> None:
        """Show this."""
        if curve == self._curve:
            return
        self._curve = curve
        self.setAccessibleDescription(
            "; ".join(filter(None, [curve.said, *(_told(line, curve) for line in curve.lines)]))
        )
        self.update()

    def sizeHint(self) -> QSize:
        """At least readable."""
        return QSize(look().px(280), look().px(130))

    def minimumSizeHint(self) -> QSize:
        """Lines need some room between their labels."""
        return QSize(look().px(220), look().px(90))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Grid, bands, lines, dots, labels."""
        painter = brush(self)
        area = self._area()
        self._paint_grid(painter, area)
        for line in self._curve.lines:
            self._paint_band(painter, area, line)
        self._paint_marks(painter, area)
        for line in self._curve.lines:
            painter.setPen(stroke_pen(line.stroke, line.tone))
            painter.drawPolyline(self._polygon(area, line.points))
        for dot in (self._curve.now, self._curve.reached):
            self._paint_dot(painter, area, dot)
        self._paint_labels(painter)
        painter.end()

    def _area(self) -> QRect:
        px = look().px
        widest = max((text_width(label, "second") for _, label in self._curve.upward.ticks), default=0)
        return self.rect().adjusted(widest + px(10), px(10), -px(10), -px(26))

    def _at(self, area: QRect, x: float, y: float) -> QPointF:
        across, upward = self._curve.across.share(x), self._curve.upward.share(y)
        return QPointF(area.left() + area.width() * across, area.bottom() + 1 - area.height() * upward)

    def _polygon(self, area: QRect, points: Iterable[tuple[float, float]]) -> QPolygonF:
        return QPolygonF([self._at(area, x, y) for x, y in points])

    def _paint_grid(self, painter: QPainter, area: QRect) -> None:
        tokens, px = look().tokens, look().px
        for value, label in self._curve.upward.ticks:
            y = round(self._at(area, self._curve.across.low, value).y())
            is_ground = value == self._curve.upward.low
            painter.fillRect(QRect(area.left(), y, area.width(), 1), colour(tokens.line2 if is_ground else tokens.line))
            at = QRect(0, y - px(10), area.left() - px(8), px(20))
            paint_text(painter, at, label, "second", tokens.ink2, Qt.AlignmentFlag.AlignRight)
        for value, label in self._curve.across.ticks:
            wide = text_width(label, "second") + 2
            middle = round(self._at(area, value, self._curve.upward.low).x())
            # Anchored inward: a name at the end is not cut by the edge.
            left = min(max(middle - wide // 2, 0), self.width() - wide)
            paint_text(painter, QRect(left, area.bottom() + px(5), wide, px(20)), label, "second", tokens.ink2)

    def _paint_band(self, painter: QPainter, area: QRect, line: CurveLine) -> None:
        if not line.band:
            return
        low = [(x, below) for x, below, _ in line.band]
        high = [(x, above) for x, _, above in reversed(line.band)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(look().tokens.soft))
        painter.drawPolygon(self._polygon(area, [*low, *high]))

    def _paint_marks(self, painter: QPainter, area: QRect) -> None:
        """The line to be reached, and the place on the way."""
        tokens, curve = look().tokens, self._curve
        if curve.goal is not None:
            y = round(self._at(area, curve.across.low, curve.goal).y())
            painter.fillRect(QRect(area.left(), y - 1, area.width(), 2), colour(tokens.ink2))
        if curve.limit is not None:
            pen = QPen(colour(tokens.line2), 1.5)
            pen.setDashPattern([4, 3])
            painter.setPen(pen)
            top, foot = (self._at(area, curve.limit[0], y) for y in (curve.goal or curve.upward.high, curve.upward.low))
            painter.drawLine(top, foot)

    def _paint_dot(self, painter: QPainter, area: QRect, dot: tuple[float, float] | None) -> None:
        if dot is None:
            return
        radius = look().px(4)
        painter.setPen(QPen(colour(look().tokens.surface), look().px(1.5)))
        painter.setBrush(colour(line_ink("")))
        painter.drawEllipse(self._at(area, *dot), radius, radius)

    def label_places(self) -> list[QRectF]:
        """Where the names of the lines stand, one after the other; looked for once in a size and a look."""
        now = (self._curve, self.size(), look())
        if now != self._placed_for:
            self._placed_for, self._places = now, self._free_places()
        return self._places

    def _free_places(self) -> list[QRectF]:
        area, taken = self._area(), list(filter(None, [self._limit_place()]))
        parts = [part for line in self._curve.lines for part in _segments(self._polygon(area, line.points))]
        for line in self._named():
            places = self._places_for(area, line)
            apart = [place for place in places if not any(place.intersects(other) for other in taken)]
            free = [place for place in apart if not _is_crossed(place, parts)]
            taken.append((free or apart or places)[0])
        return taken[-len(self._named()) :] if self._named() else []

    def _limit_place(self) -> QRectF | None:
        """Where the words of the limit stand: at its foot, on the side that has room."""
        if self._curve.limit is None:
            return None
        area, px = self._area(), look().px
        foot = self._at(area, self._curve.limit[0], self._curve.upward.low)
        wide = text_width(self._curve.limit[1], "badge") + px(6)
        left = foot.x() + px(3) if foot.x() + px(3) + wide <= area.right() else foot.x() - px(3) - wide
        return QRectF(left, foot.y() - px(22), wide, px(16))

    def _named(self) -> list[CurveLine]:
        return [line for line in self._curve.lines if line.label and line.points]

    def _paint_labels(self, painter: QPainter) -> None:
        at = self._limit_place()
        if at is not None and self._curve.limit is not None:
            painter.fillRect(at, colour(look().tokens.surface))
            paint_text(painter, at.toRect(), self._curve.limit[1], _LABEL_ROLE, look().tokens.ink2)
        for line, place in zip(self._named(), self.label_places(), strict=True):
            painter.fillRect(place, colour(look().tokens.surface))
            ink = look().tokens.tone(line.tone or "accent")
            paint_text(painter, place.toRect(), line.label, _LABEL_ROLE, ink, Qt.AlignmentFlag.AlignHCenter)

    def _places_for(self, area: QRect, line: CurveLine) -> list[QRectF]:
        """Along the line: close to it and then farther, left above it and then right below."""
        high, wide = look().px(16), text_width(line.label, _LABEL_ROLE) + look().px(6)
        polygon, places = self._polygon(area, line.points), list[QRectF]()
        for away, along, side in product((6, 20, 36), _ALONG, (-1, 1)):
            middle = _along(polygon, along)
            left, top = middle.x() - wide * (side < 0), middle.y() + side * look().px(away) - high * (side < 0)
            places.append(_inside(QRectF(left, top, wide, high), QRectF(area)))
        return places


def _inside(place: QRectF, room: QRectF) -> QRectF:
    left = min(max(place.left(), room.left() + 2), room.right() - place.width())
    top = min(max(place.top(), room.top()), room.bottom() - place.height() - 2)
    return QRectF(left, top, place.width(), place.height())


def _along(polygon: QPolygonF, share: float) -> QPointF:
    parts = _segments(polygon)
    left = share * sum(part.length() for part in parts)
    for part in parts:
        if left <= part.length():
            return part.pointAt(left / part.length()) if part.length() else part.p1()
        left -= part.length()
    return polygon.at(polygon.size() - 1)


def _segments(polygon: QPolygonF) -> list[QLineF]:
    points = [polygon.at(number) for number in range(polygon.size())]
    return [QLineF(one, other) for one, other in pairwise(points)]


def _is_crossed(place: QRectF, parts: Sequence[QLineF]) -> bool:
    box = place.adjusted(-1, -1, 1, 1)
    sides = _segments(QPolygonF([box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft(), box.topLeft()]))
    crosses = QLineF.IntersectionType.BoundedIntersection
    return any(box.contains(part.p1()) or any(part.intersects(side)[0] == crosses for side in sides) for part in parts)
