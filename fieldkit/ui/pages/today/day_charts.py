"""The pictures of the day: bars over its half hours, and the curve against its target beside them."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent

from fieldkit.store.queries.today.page import OpenDay
from fieldkit.ui.language import tr
from fieldkit.ui.pages.today.day_curve import curve_words, day_curve
from fieldkit.ui.pages.today.day_figures import bars, loss_words, needed_pace, needed_words
from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.cards import Card
from fieldkit.ui.widgets.charts.bars import BarChart
from fieldkit.ui.widgets.charts.curve import CurveChart
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, holder, row, stretched

_BOTH_FROM: Final = 600
"""Narrower than that, the bars have the card for themselves, and the curve is only its sentence."""


class DayCharts(Card):
    """One card for both, with the sentence under the curve."""

    def __init__(self) -> None:
        self.loss = Label("", "second-strong", "warn")
        super().__init__(tr("Terekam per setengah jam"), right=self.loss)
        self.bars, self.curve = BarChart(tr("Terekam per setengah jam")), CurveChart(tr("Menuju target"))
        self.sentence = Label("", "second", wrap=True)
        self._side = holder(column(stretched(self.curve), self.sentence, gap=2))
        self.add(stretched(holder(row(stretched(self.bars, 3), stretched(self._side, 2), gap=16))))

    def show_day(self, day: OpenDay, now_utc: datetime) -> None:
        """The day so far, and where it is heading."""
        pace = needed_pace(day)
        self.bars.set_bars(bars(day, now_utc), needed=pace, needed_text=needed_words(pace))
        self.curve.set_curve(day_curve(day, now_utc))
        self.sentence.set_text(curve_words(day, now_utc))
        self.loss.set_text(loss_words(day, now_utc))

    def hasHeightForWidth(self) -> bool:
        """No: Qt would take the wanted height of the pictures for their least, and squeeze what stands below them."""
        return False

    def minimumSizeHint(self) -> QSize:
        """With all lines of the sentence at the width there is."""
        least, layout = super().minimumSizeHint(), self.layout()
        height = layout.minimumHeightForWidth(self.width()) if layout is not None else 0
        return QSize(least.width(), max(least.height(), height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit to the width."""
        super().resizeEvent(event)
        self._fit()
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Fit to the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        self._side.setVisible(self.width() >= look().px(_BOTH_FROM))
