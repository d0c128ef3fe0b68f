"""The movements of the holder that is looked at, and the curve of what was left."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSizePolicy

from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.stock.movements import MovementRow
from fieldkit.store.queries.stock.page import StockView
from fieldkit.ui.formats import count, day_month
from fieldkit.ui.language import tr
from fieldkit.ui.pages.stock.wording import (
    curve_sentence,
    holder_name,
    movement_line,
    movement_word,
    signed_amount,
    when,
)
from fieldkit.ui.rows.tables import Column, RowsModel, Table
from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.buttons import bind
from fieldkit.ui.widgets.cards import Card, EmptyState
from fieldkit.ui.widgets.charts.curve import Axis, Curve, CurveChart, CurveLine
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import stretched

_LEAST_POINTS: Final = 3
"""Two days make no curve."""


class MovementsCard(Card):
    """What came and went, newest first. U takes back the one that is selected."""

    undo_asked = Signal(str)

    def __init__(self, regions: RegionTable, *, may_undo: bool) -> None:
        self._sentence = Label("", "hint")
        super().__init__(tr("Mutasi"), right=self._sentence, gap=4, edges=(12, 12, 12, 8))
        self._regions, self._holder, self._time_zone = regions, "", "UTC"
        self.chart = _StockCurve(tr("Sisa blangko per hari"))
        self.chart.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        columns = [
            Column(tr("Waktu"), lambda row: when(row, self._time_zone)),
            Column(tr("Mutasi"), self._told, kind="two", width="stretch", tip=lambda row: self._told(row)[1]),
            Column(tr("Jumlah"), lambda row: signed_amount(row, self._holder), align="right", tone=_tone),
        ]
        self.table = Table(RowsModel(columns), two_line=True, name=tr("Mutasi"))
        self.table.setObjectName("movements")
        self._empty = EmptyState(
            "stack", tr("Belum ada mutasi di sini."), tr("Catat lot yang datang dengan 1, atau pilih pemegang lain.")
        )
        self.add(self.chart, stretched(self.table), stretched(self._empty))
        if may_undo:
            bind(self.table, "U", self._ask_undo)

    def show_view(self, view: StockView, *, with_chart: bool) -> None:
        """The movements of the chosen holder."""
        self._holder, self._time_zone = view.chosen.id, view.time_zone
        self.set_title(_title(self._regions, view.chosen.id))
        self.table.rows_model.set_rows(view.movements)
        self.table.setVisible(bool(view.movements))
        self._empty.setVisible(not view.movements)
        has_curve = with_chart and len(view.curve) >= _LEAST_POINTS
        self.chart.setVisible(has_curve)
        self._sentence.set_text(curve_sentence(view.curve) if has_curve else "")
        if has_curve:
            self.chart.set_curve(_curve(view.curve))

    def _told(self, row: MovementRow) -> tuple[str, str]:
        title = movement_word(row)
        return tr("{what} (diurungkan)", what=title) if row.is_undone else title, movement_line(self._regions, row)

    def _ask_undo(self) -> None:
        row = self.table.selected()
        if row is not None:
            self.undo_asked.emit(row.id)


class _StockCurve(CurveChart):
    """Lower than a chart that stands alone: the list below it is what is worked with."""

    def sizeHint(self) -> QSize:
        """Enough to see where it goes."""
        return QSize(look().px(300), look().px(136))


def _title(regions: RegionTable, holder: str) -> str:
    return tr("Mutasi {holder}", holder=holder_name(regions, holder)) if holder else tr("Semua mutasi")


def _tone(row: MovementRow) -> str:
    return "mute" if row.is_undone or row.is_inverse else ""


def _curve(points: tuple[tuple[str, int], ...]) -> Curve:
    line = tuple((float(at), float(left)) for at, (_, left) in enumerate(points))
    high = max(1.0, *(left for _, left in line))
    low = min(0.0, *(left for _, left in line))
    days = tuple((float(at), _day(day)) for at, (day, _) in enumerate(points))
    upward = Axis(low, high * 1.1, ((0.0, "0"), (high, count(round(high)))))
    said = tr("Sisa blangko sekarang {n} keping", n=count(points[-1][1]))
    return Curve((CurveLine(line),), Axis(0.0, line[-1][0], (days[0], days[-1]), days), upward, now=line[-1], said=said)


def _day(day: str) -> str:
    return day_month(date.fromisoformat(day))
