"""A shift is open: tiles, the chart of the day, incidents, people to call back, readiness."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.today.page import OpenDay
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.today.call_backs import CallBacksCard
from fieldkit.ui.pages.today.day_figures import (
    TileWords,
    bars,
    left_tile,
    loss_words,
    needed_pace,
    needed_words,
    queue_tile,
    recorded_tile,
)
from fieldkit.ui.pages.today.incidents import IncidentsCard
from fieldkit.ui.pages.today.readiness import ReadinessCard
from fieldkit.ui.places import village_label
from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Block, Card, Figure, FigureTile
from fieldkit.ui.widgets.charts.bars import BarChart
from fieldkit.ui.widgets.columns import Columns
from fieldkit.ui.widgets.labels import Icon, Label
from fieldkit.ui.widgets.layouts import column, grid, row, stretched

_FEW_BLANKS: Final = 10
_ABREAST: Final = 4
_NARROW: Final = 1098


class DayPanel(QWidget):
    """The day at a glance."""

    def __init__(self, regions: RegionTable, book_blanks: Callable[[], object]) -> None:
        super().__init__()
        self._regions = regions
        self.tiles = Tiles(book_blanks)
        self.chart = BarChart(tr("Terekam per setengah jam"))
        self._loss = Label("", "second-strong", "warn")
        self._chart_card = Card(tr("Terekam per setengah jam"), right=self._loss)
        self._chart_card.add(stretched(self.chart))
        self.incidents, self.call_backs, self.readiness = IncidentsCard(), CallBacksCard(), ReadinessCard()
        self._arrange()

    def show_day(self, day: OpenDay, waiting: int, now_utc: datetime) -> None:
        """Everything but readiness."""
        self.tiles.show_day(day, now_utc, village_label(self._regions, day.shift.village))
        pace = needed_pace(day)
        self.chart.set_bars(bars(day, now_utc), needed=pace, needed_text=needed_words(pace))
        self._loss.set_text(loss_words(day, now_utc))
        self.incidents.show_incidents(day, waiting, now_utc)
        self.call_backs.show_people(day)

    def _arrange(self) -> None:
        main, side = QWidget(), QWidget()
        column(stretched(self._chart_card), self.incidents, gap=12, inside=main)
        column(stretched(self.call_backs), self.readiness, gap=12, inside=side)
        self.columns = Columns([(main, None), (side, 372)], side_key="Ctrl+J", side_title=tr("Hubungi dan kesiapan"))
        column(self.tiles, stretched(self.columns), gap=12, inside=self)


class Tiles(QWidget):
    """Recorded, left, queue, blanks; beside each other, or two by two where the window is narrow."""

    def __init__(self, book_blanks: Callable[[], object]) -> None:
        super().__init__()
        self._village = ""
        self.recorded = FigureTile(tr("Terekam hari ini"), "check-circle", track=True)
        self.queue = FigureTile(tr("Antrean"), "users-three")
        self.left = FigureTile("", "map-pin", track=True)
        self.blanks = BlankTile(book_blanks)
        self._grid = grid(self._all(), _ABREAST, gap=12, inside=self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit to the width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit to the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def show_day(self, day: OpenDay, now_utc: datetime, village: str) -> None:
        """The four figures."""
        self._name_left(village)
        _show(self.recorded, recorded_tile(day, now_utc))
        _show(self.left, left_tile(day))
        _show(self.queue, queue_tile(day.queue, now_utc))
        self.blanks.show_day(day)

    def _all(self) -> tuple[QWidget, ...]:
        return self.recorded, self.left, self.queue, self.blanks

    def _name_left(self, village: str) -> None:
        """The tile of who is left carries the village in its name."""
        if village == self._village:
            return
        self._village, old = village, self.left
        self.left = FigureTile(tr("Sisa di {village}", village=village), "map-pin", track=True)
        self._grid.replaceWidget(old, self.left)
        old.hide()
        old.deleteLater()

    def _fit(self) -> None:
        is_narrow = self.window().width() * 100 / look().scale.percent < _NARROW
        abreast = _ABREAST // 2 if is_narrow else _ABREAST
        for number, tile in enumerate(self._all()):
            self._grid.addWidget(tile, number // abreast, number % abreast)
        for number in range(_ABREAST):
            self._grid.setColumnStretch(number, 1 if number < abreast else 0)


class BlankTile(Block):
    """Blanks on hand, with the way to book some."""

    def __init__(self, book_blanks: Callable[[], object]) -> None:
        super().__init__("card")
        self.figure = Figure(tr("Blangko di tangan"))
        self.button = Button(tr("Catat"), "small", key="B", press=book_blanks)
        self.button.setAccessibleName(tr("Catat blangko, tombol B"))
        self.button.setObjectName("book_blanks")
        side = column(row(None, Icon("stack", 18)), None, self.button, gap=0)
        # One pixel, because a tile with an icon in its first line is that much higher.
        self.add(row(column(1, stretched(self.figure), gap=0), None, side, gap=8))

    def show_day(self, day: OpenDay) -> None:
        """What is there, and what the shift used."""
        blanks = day.blanks
        tone = "err" if blanks.on_hand < 0 else "warn" if blanks.on_hand < _FEW_BLANKS else ""
        foot = tr("Dicetak {n} · rusak {m}", n=count(blanks.printed), m=count(blanks.spoiled))
        self.figure.set(count(blanks.on_hand), tr("keping"), foot=foot, tone=tone)


def _show(tile: FigureTile, words: TileWords) -> None:
    tile.set(words.figure, words.unit, foot=words.foot, share=words.share, tone=words.tone)
