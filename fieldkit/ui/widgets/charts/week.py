"""The week at a glance: seven days beside each other, each with its figure against its target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.theme.look import colour, look
from fieldkit.ui.widgets.painted import Painted, brush, paint_pill, paint_text


@dataclass(frozen=True, slots=True)
class WeekDay:
    """A day. `value` is None before it came, `target` None where nothing is planned."""

    label: str
    value: int | None
    target: int | None = None
    is_today: bool = False
    tone: str = ""


class WeekStrip(Painted):
    """A bar for each day, an outline as high as its target; the day that is on stands out."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._days: list[WeekDay] = []
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def days(self) -> list[WeekDay]:
        """What is shown."""
        return list(self._days)

    def set_days(self, days: Sequence[WeekDay]) -> None:
        """Show these days."""
        self._days = list(days)
        self.setAccessibleDescription("; ".join(_said(day) for day in days))
        self.update()

    def sizeHint(self) -> QSize:
        """Seven columns, each as wide as its name."""
        return QSize(look().px(7 * 44), look().px(104))

    def minimumSizeHint(self) -> QSize:
        """Bars need some height."""
        return QSize(look().px(7 * 38), look().px(84))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Column after column."""
        painter = brush(self)
        for number, day in enumerate(self._days):
            left = self.width() * number // len(self._days)
            right = self.width() * (number + 1) // len(self._days)
            self._paint_day(painter, QRect(left, 0, right - left, self.height()), day)
        painter.end()

    def _paint_day(self, painter: QPainter, slot: QRect, day: WeekDay) -> None:
        tokens, px, middle = look().tokens, look().px, Qt.AlignmentFlag.AlignHCenter
        if day.is_today:
            paint_pill(painter, slot.adjusted(px(2), 0, -px(2), 0), tokens.soft, radius=px(6))
        role, ink = ("second-strong", tokens.ink) if day.is_today else ("second", tokens.ink2)
        paint_text(
            painter, QRect(slot.left(), slot.bottom() - px(22), slot.width(), px(20)), day.label, role, ink, middle
        )
        figure = QRect(slot.left(), px(2), slot.width(), px(20))
        paint_text(painter, figure, _figure(day), "second-strong", tokens.ink if day.value else tokens.ink2, middle)
        self._paint_bar(painter, slot.adjusted(0, px(24), 0, -px(26)), day)

    def _paint_bar(self, painter: QPainter, room: QRect, day: WeekDay) -> None:
        tokens, px = look().tokens, look().px
        wide = min(px(22), room.width() - px(10))
        left = room.center().x() - wide // 2
        painter.fillRect(QRect(left, room.bottom(), wide, 1), colour(tokens.line2))
        if day.value:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(tokens.edge(day.tone or "accent")))
            painter.drawRoundedRect(self._box(room, left, wide, day.value), 2, 2)
        if day.target:
            pen = QPen(colour(tokens.line2), 1)
            pen.setDashPattern([3, 2])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._box(room, left, wide, day.target).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)

    def _box(self, room: QRect, left: int, wide: int, people: int) -> QRectF:
        most = max(max(day.value or 0, day.target or 0) for day in self._days)
        high = max(2.0, room.height() * people / most)
        return QRectF(left, room.bottom() + 1 - high, wide, high)


def _figure(day: WeekDay) -> str:
    return "–" if day.value is None else count(day.value)


def _said(day: WeekDay) -> str:
    if day.target is None:
        return f"{day.label}: {_figure(day)}"
    return tr("{day}: {figure} dari target {target}", day=day.label, figure=_figure(day), target=count(day.target))
