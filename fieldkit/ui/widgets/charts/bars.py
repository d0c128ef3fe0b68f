"""Bars over the half hours of a shift, with the line that is needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from fieldkit.ui.theme.icons import paint_icon
from fieldkit.ui.theme.look import colour, look
from fieldkit.ui.widgets.painted import Painted, brush, paint_text, text_width


@dataclass(frozen=True)
class Bar:
    """One bar: None is not yet, `gap` a break of the day without a bar, `now` the one still growing."""

    label: str
    value: int | None
    tone: str = ""
    icon: str | None = None
    now: bool = False
    gap: bool = False


class BarChart(Painted):
    """Bars with their figures above, grid lines, and a dashed line for what is needed."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._bars: list[Bar] = []
        self._needed: float | None = None
        self._needed_text = ""
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_bars(self, bars: Sequence[Bar], *, needed: float | None = None, needed_text: str = "") -> None:
        """Show these bars."""
        self._bars, self._needed, self._needed_text = list(bars), needed, needed_text
        said = [f"{bar.label}: {bar.value}" for bar in bars if bar.value is not None]
        self.setAccessibleDescription("; ".join([*said, needed_text] if needed_text else said))
        self.update()

    def sizeHint(self) -> QSize:
        """At least readable."""
        return QSize(look().px(420), look().px(150))

    def minimumSizeHint(self) -> QSize:
        """Bars need some height."""
        return QSize(look().px(240), look().px(110))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Grid, bars, needed line, labels."""
        painter = brush(self)
        area = self._area()
        self._paint_grid(painter, area)
        taken = [self._paint_bar(painter, area, index) for index, bar in enumerate(self._bars) if not bar.gap]
        if self._needed is not None:
            self._paint_needed(painter, area, [rect for rect in taken if rect is not None])
        painter.end()

    def _area(self) -> QRect:
        px = look().px
        return self.rect().adjusted(px(34), px(30), -px(8), -px(26))

    def _top(self) -> float:
        highest = max([bar.value or 0 for bar in self._bars] + [self._needed or 0, 4])
        return float(highest) * 1.05

    def _step(self) -> int:
        steps = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)
        return next((step for step in steps if self._top() / step <= 4), 2000)

    def _y(self, area: QRect, value: float) -> int:
        return area.bottom() + 1 - round(area.height() * value / self._top())

    def _slot(self, area: QRect, index: int) -> QRect:
        count = max(len(self._bars), 1)
        left = area.left() + area.width() * index // count
        return QRect(left, area.top(), area.left() + area.width() * (index + 1) // count - left, area.height())

    def _paint_grid(self, painter: QPainter, area: QRect) -> None:
        tokens, px = look().tokens, look().px
        for value in range(0, int(self._top()) + 1, self._step()):
            y = self._y(area, value)
            painter.fillRect(
                QRect(area.left(), y, area.width(), 1), colour(tokens.line2 if value == 0 else tokens.line)
            )
            at = QRect(0, y - px(10), area.left() - px(8), px(20))
            paint_text(painter, at, str(value), "second", tokens.ink2, Qt.AlignmentFlag.AlignRight)

    def _paint_bar(self, painter: QPainter, area: QRect, index: int) -> QRect | None:
        bar, slot, px = self._bars[index], self._slot(area, index), look().px
        if index in self._named(area):
            self._paint_label(painter, slot, bar)
        if bar.value is None:
            dash = QRect(slot.center().x() - px(5), area.bottom(), px(10), 2)
            painter.fillRect(dash, colour(look().tokens.line2))
            return None
        width = min(px(32), slot.width() - px(8))
        top = self._y(area, bar.value)
        box = QRect(slot.center().x() - width // 2, top, width, area.bottom() + 1 - top)
        self._paint_box(painter, box, bar)
        return self._paint_figure(painter, box, bar)

    def _named(self, area: QRect) -> set[int]:
        """The bars whose names stand below them: all, or so many that none runs into another; always that of now."""
        wide = max((text_width(bar.label, "second-strong") for bar in self._bars), default=0) + look().px(4)
        each = -(-wide * len(self._bars) // max(area.width(), 1)) or 1
        here = [index for index, bar in enumerate(self._bars) if bar.now]
        start = here[0] % each if here else 0
        return {index for index in range(len(self._bars)) if index % each == start}

    def _paint_label(self, painter: QPainter, slot: QRect, bar: Bar) -> None:
        px, tokens = look().px, look().tokens
        role = "second-strong" if bar.now else "second"
        wide = max(slot.width(), text_width(bar.label, role) + 2)
        at = QRect(slot.center().x() - wide // 2, slot.bottom() + px(4), wide, px(20))
        paint_text(painter, at, bar.label, role, tokens.ink if bar.now else tokens.ink2, Qt.AlignmentFlag.AlignHCenter)

    def _paint_box(self, painter: QPainter, box: QRect, bar: Bar) -> None:
        tokens = look().tokens
        if bar.now:
            pen = QPen(colour(tokens.accent), 2)
            pen.setDashPattern([3, 2])
            painter.setPen(pen)
            painter.setBrush(colour(tokens.soft))
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -0.5), 2, 2)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(tokens.edge(bar.tone) if bar.tone else tokens.accent))
        painter.drawRoundedRect(QRectF(box), 2, 2)

    def _paint_figure(self, painter: QPainter, box: QRect, bar: Bar) -> QRect:
        px, tokens = look().px, look().tokens
        at = QRect(box.left() - px(6), box.top() - px(22), box.width() + px(12), px(20))
        # A ground under the figure, so that grid and needed line do not run through it.
        painter.fillRect(at.adjusted(px(6), px(2), -px(6), -px(1)), colour(tokens.surface))
        paint_text(painter, at, str(bar.value), "second-strong", tokens.ink, Qt.AlignmentFlag.AlignHCenter)
        if bar.icon:
            side = px(16)
            icon_at = QRect(box.center().x() - side // 2, at.top() - side - px(2), side, side)
            painter.fillRect(icon_at, colour(tokens.surface))
            paint_icon(painter, icon_at, bar.icon, tokens.tone(bar.tone), filled=True)
            at = at.united(icon_at)
        return at

    def _paint_needed(self, painter: QPainter, area: QRect, figures: Sequence[QRect]) -> None:
        tokens, px = look().tokens, look().px
        y = self._y(area, self._needed or 0)
        pen = QPen(colour(tokens.ink2), 1.5)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        for left, right in _free_spans(area, [rect for rect in figures if rect.top() <= y <= rect.bottom()]):
            painter.drawLine(left, y, right, y)
        at = self._label_place(area, y, figures)
        painter.fillRect(at, colour(tokens.surface))
        paint_text(painter, at.adjusted(px(4), 0, 0, 0), self._needed_text, "badge", tokens.ink2)

    def _label_place(self, area: QRect, y: int, figures: Sequence[QRect]) -> QRect:
        px = look().px
        size = QSize(text_width(self._needed_text, "badge") + px(8), px(16))
        gaps = [index for index, bar in enumerate(self._bars) if bar.gap or bar.value is None]
        lefts = [self._slot(area, index).center().x() - size.width() // 2 for index in gaps]
        last = area.right() - size.width()
        # Beside the gaps and the end, wherever the bars are low enough.
        lefts += [last, *(self._slot(area, index).left() for index in range(len(self._bars)))]
        top = y - size.height() - px(2)
        places = [QRect(max(area.left(), min(left, last)), top, size.width(), size.height()) for left in lefts]
        return next((place for place in places if not any(_stands_in(place, figure) for figure in figures)), places[0])


def _stands_in(place: QRect, figure: QRect) -> bool:
    """Whether a figure, or the bar below it, is where something is to be written."""
    return figure.left() <= place.right() and place.left() <= figure.right() and figure.top() <= place.bottom()


def _free_spans(area: QRect, blocked: Sequence[QRect]) -> list[tuple[int, int]]:
    spans, at = [], area.left()
    for rect in sorted(blocked, key=lambda rect: rect.left()):
        if rect.left() > at:
            spans.append((at, rect.left()))
        at = max(at, rect.right())
    return [*spans, (at, area.right())]
