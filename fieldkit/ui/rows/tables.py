"""The table of the application."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from fieldkit.ui.rows.delegates import TableDelegate, paint_focus
from fieldkit.ui.rows.model import PAGE_ROWS, Column, RowsModel, select_in, selected_in
from fieldkit.ui.theme.look import look

__all__ = ["PAGE_ROWS", "Column", "RowsModel", "Table"]

_FIT = QHeaderView.ResizeMode.ResizeToContents


class Table(QTableView):
    """The table of the application: whole rows, no grid, the selection follows the id through a refresh."""

    activated_row = Signal(object)
    selected_row = Signal(object)

    def __init__(
        self, model: RowsModel, *, two_line: bool = False, name: str = "", total_row: bool = False, grows: bool = False
    ) -> None:
        """With `grows` a few rows of one line share the height that is to spare; for tables that no search fills."""
        super().__init__()
        self.rows_model = model
        self._two_line, self._grows = two_line, grows
        self._kept: Any = None
        self.setProperty("role", "rows")
        self.setAccessibleName(name)
        self._painter = self._make_painter(total_row=total_row)
        self.setItemDelegate(self._painter)
        self._behave()
        self._connect(model)
        self._measure()

    def selected(self) -> Any:
        """The row that is selected, or None."""
        return selected_in(self, self.rows_model)

    def select(self, wanted: object) -> bool:
        """Select by id; False when it is not among the rows held."""
        return select_in(self, self.rows_model, wanted)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and where the keys are."""
        super().paintEvent(event)
        paint_focus(self)

    def changeEvent(self, event: QEvent) -> None:
        """Row heights follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows that grow follow the height."""
        super().resizeEvent(event)
        self._measure_rows()

    def _make_painter(self, *, total_row: bool) -> TableDelegate:
        """What paints the cells; a table with pictures in them has its own."""
        return TableDelegate(self, total_row=total_row)

    def _behave(self) -> None:
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setResizeContentsPrecision(40)
        self.entered.connect(lambda index: self._hover(index.row()))

    def _connect(self, model: RowsModel) -> None:
        model.modelAboutToBeReset.connect(self._keep)
        self.setModel(model)
        model.modelReset.connect(self._measure_rows)
        model.modelReset.connect(self._restore)
        self.activated.connect(lambda index: self.activated_row.emit(model.at(index.row())))
        self.selectionModel().currentRowChanged.connect(lambda *_: self.selected_row.emit(self.selected()))
        for number, column in enumerate(model.columns):
            mode = QHeaderView.ResizeMode.Stretch if column.width == "stretch" else _FIT
            self.horizontalHeader().setSectionResizeMode(number, mode)

    def _measure(self) -> None:
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        self.horizontalHeader().setFixedHeight(look().px(look().scale.table_head))
        self._measure_rows()

    def least_row_height(self) -> int:
        """Of a row that has grown into no spare height."""
        return look().px(look().scale.row_two if self._two_line else look().scale.row)

    def _measure_rows(self) -> None:
        least, most = self.least_row_height(), look().px(look().scale.row_most)
        count = self.rows_model.rowCount()
        share = self.viewport().height() // count if self._grows and count else least
        height = max(least, min(share, most))
        if height != self.verticalHeader().defaultSectionSize():
            self.verticalHeader().setDefaultSectionSize(height)

    def _keep(self) -> None:
        row = self.currentIndex().row()
        self._kept = (self.rows_model.id_at(row), row, self.verticalScrollBar().value()) if row >= 0 else None

    def _restore(self) -> None:
        if self._kept is None:
            return
        wanted, row, scrolled = self._kept
        self.rows_model.at(row)
        if not self.select(wanted):
            self.selected_row.emit(None)
        self.verticalScrollBar().setValue(scrolled)

    def _hover(self, row: int) -> None:
        if row != self._painter.hovered:
            self._painter.hovered = row
            self.viewport().update()
