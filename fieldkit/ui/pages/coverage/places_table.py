"""The table of places: share, what is missing as a bar against the line, and the number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView

from fieldkit.ui.language import tr
from fieldkit.ui.rows.delegates import AnyIndex, TableDelegate
from fieldkit.ui.rows.model import KIND_ROLE, ROW_ROLE, Column, RowsModel
from fieldkit.ui.rows.tables import Table
from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.charts.gaps import Gap, GapAxis, axis_of, paint_axis, paint_gap

_LEAST_ROWS: Final = 3
_GAP: Final = 2
"""Number of the column with the bars."""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place as the table shows it."""

    id: str
    name: str
    share: str
    missing: str
    gap: Gap
    said: str


class GapDelegate(TableDelegate):
    """Bars among the cells."""

    axis = axis_of(98.0, ())

    def paint_cell(self, painter: QPainter, inner: QRect, index: AnyIndex) -> None:
        """A bar where there is one, else what the cell holds."""
        if index.data(KIND_ROLE) == "gap":
            paint_gap(painter, inner, index.data(ROW_ROLE).gap, self.axis)
        else:
            super().paint_cell(painter, inner, index)


class AxisHeader(QHeaderView):
    """The heads, with the percentages over the bars."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.axis, self.words = axis_of(98.0, ()), tuple[str, ...]()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        """The ground by the sheet; the percentages on it."""
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        if logicalIndex == _GAP and self.words:
            paint_axis(painter, rect.adjusted(look().px(8), 0, -look().px(8), 0), self.axis, self.words)


class PlacesTable(Table):
    """Places below each other on one axis."""

    def __init__(self) -> None:
        self._gaps: GapDelegate | None = None
        self._axis_header = AxisHeader()
        columns = [
            Column("", lambda each: each.name, said=tr("Tempat")),
            Column(tr("Cakupan"), lambda each: each.share, align="right", kind="strong"),
            Column("", lambda each: each.said, kind="gap", width="stretch", said=tr("Kurang")),
            Column(tr("Kurang"), lambda each: each.missing, align="right", kind="strong"),
        ]
        super().__init__(RowsModel(columns), name=tr("Tempat terhadap target"), grows=True)
        self.setObjectName("coverage_places")

    def show_rows(self, title: str, rows: list[PlaceRow], axis: GapAxis, words: tuple[str, ...]) -> None:
        """These places on this axis, with the words of its percentages."""
        self.rows_model.columns[0] = Column(title, lambda each: each.name)
        if self._gaps is not None:
            self._gaps.axis = axis
        self._axis_header.axis, self._axis_header.words = axis, words
        self.rows_model.set_rows(rows)
        self._axis_header.viewport().update()
        self.viewport().update()

    def minimumSizeHint(self) -> QSize:
        """A few rows are seen where the page itself has to scroll."""
        least = self.horizontalHeader().height() + _LEAST_ROWS * self.least_row_height()
        return QSize(super().minimumSizeHint().width(), least)

    def axis(self) -> GapAxis:
        """The axis that is in force."""
        return self._axis_header.axis

    def _make_painter(self, *, total_row: bool) -> TableDelegate:
        self._gaps = GapDelegate(self, total_row=total_row)
        return self._gaps

    def _behave(self) -> None:
        self.setHorizontalHeader(self._axis_header)
        super()._behave()
