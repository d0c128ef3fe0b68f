"""A shift is open: tiles, the chart of the day, incidents, people to call back, readiness."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from fieldkit.domain.shifts.deviation import Deviation
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.today.page import OpenDay
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.today.call_backs import CallBacksCard
from fieldkit.ui.pages.today.day_charts import DayCharts
from fieldkit.ui.pages.today.day_figures import TileWords, left_tile, queue_tile, recorded_tile
from fieldkit.ui.pages.today.incidents import IncidentsCard
from fieldkit.ui.pages.today.readiness import ReadinessCard
from fieldkit.ui.pages.today.sessions_panel import deviation_words, session_deviation
from fieldkit.ui.pages.today.warning_card import WarningCard
from fieldkit.ui.places import village_label
from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Block, Figure, FigureTile
from fieldkit.ui.widgets.columns import Columns
from fieldkit.ui.widgets.labels import Icon, Label
from fieldkit.ui.widgets.layouts import column, drop, grid, holder, lay, row, stretched

_FEW_BLANKS: Final = 10
_ABREAST: Final = 4
_NARROW: Final = 1098


class DayPanel(QWidget):
    """The day at a glance."""

    def __init__(
        self, regions: RegionTable, book_blanks: Callable[[], object], open_sessions: Callable[[], object]
    ) -> None:
        super().__init__()
        self._regions = regions
        self.tiles = Tiles(book_blanks)
        self.warning, self.charts = WarningCard(), DayCharts()
        self.incidents, self.call_backs, self.readiness = IncidentsCard(), CallBacksCard(), ReadinessCard()
        self.team = TeamLine(open_sessions)
        self._arrange()

    def show_day(self, day: OpenDay, waiting: int, now_utc: datetime) -> None:
        """Everything but readiness."""
        self.tiles.show_day(day, now_utc, village_label(self._regions, day.shift.village))
        self.charts.show_day(day, now_utc)
        self.team.show_day(day, now_utc)
        self.incidents.show_incidents(day, waiting, now_utc)
        self.call_backs.show_day(day)

    def _arrange(self) -> None:
        main, side = QWidget(), QWidget()
        column(stretched(self.charts), self.incidents, gap=12, inside=main)
        column(stretched(self.call_backs), self.team, stretched(self.readiness), gap=12, inside=side)
        self.columns = Columns([(main, None), (side, 372)], side_key="Ctrl+J", side_title=tr("Hubungi dan kesiapan"))
        column(self.warning, self.tiles, stretched(self.columns), gap=12, inside=self)


class TeamLine(Block):
    """Who is there, and how the session differs from its plan: one line, and the way to all of it."""

    def __init__(self, open_sessions: Callable[[], object]) -> None:
        super().__init__("card", edges=(16, 8, 16, 8))
        self._title, self._second = Label("", "strong", elide=True), Label("", "second", elide=True)
        self.button = Button(tr("Sesi"), "small", key="H", press=open_sessions)
        self.button.setAccessibleName(tr("Sesi hari ini dan yang hadir, tombol H"))
        self.button.setObjectName("open_sessions")
        texts = holder(column(self._title, self._second, gap=0))
        self.add(row(Icon("users-three", 18), stretched(texts), self.button, gap=10))

    def show_day(self, day: OpenDay, now_utc: datetime) -> None:
        """The head count and the plan."""
        here = sum(one.is_here for one in day.present)
        gone = len(day.present) - here
        self._title.set_text(
            tr("{n} hadir · {m} sudah pulang", n=count(here), m=count(gone)) if gone else tr("{n} hadir", n=count(here))
        )
        session = next((one for one in day.sessions if one.id == day.shift.id), None)
        found = session_deviation(session, now_utc) if session else Deviation()
        said = deviation_words(found)
        plain = tr("sesuai rencana") if session and session.is_planned else tr("di luar jadwal")
        self._second.set_text(", ".join(said) or plain)
        self._second.set_tone("warn" if found.wants_a_look else "")

    def words(self) -> str:
        """What the line says."""
        return f"{self._title.full_text()}; {self._second.full_text()}"


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
        drop(self._grid, old)
        self._fit()

    def _fit(self) -> None:
        is_narrow = self.window().width() * 100 / look().scale.percent < _NARROW
        abreast = _ABREAST // 2 if is_narrow else _ABREAST
        lay(self._grid, self._all(), abreast)
        for number in range(_ABREAST):
            self._grid.setColumnStretch(number, 1 if number < abreast else 0)


class BlankTile(Block):
    """Blanks on hand, with the way to book some."""

    def __init__(self, book_blanks: Callable[[], object]) -> None:
        super().__init__("card")
        self.figure = Figure(tr("Blangko di tangan"), track=True)
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
        had = blanks.on_hand + blanks.printed + blanks.spoiled
        share = blanks.on_hand / had if blanks.on_hand > 0 else 0.0
        self.figure.set(count(blanks.on_hand), tr("keping"), foot=foot, share=share, tone=tone)


def _show(tile: FigureTile, words: TileWords) -> None:
    tile.set(words.figure, words.unit, foot=words.foot, share=words.share, tone=words.tone)
