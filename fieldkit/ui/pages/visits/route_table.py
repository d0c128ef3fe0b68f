"""The table of the route, whose stops the mouse may take elsewhere."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent

from fieldkit.ui.rows.tables import RowsModel, Table


class RouteTable(Table):
    """Pressed on one line and let go on another, the first is told to have been dropped there."""

    dropped = Signal(object, object)

    def __init__(self, model: RowsModel, *, name: str) -> None:
        super().__init__(model, two_line=True, name=name)
        self._taken = -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a line."""
        super().mousePressEvent(event)
        self._taken = self.rowAt(round(event.position().y()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The hand shows that the line moves along; nothing else is selected on the way."""
        if self._taken >= 0 and event.buttons() & Qt.MouseButton.LeftButton:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it go."""
        super().mouseReleaseEvent(event)
        self.viewport().unsetCursor()
        taken, self._taken = self._taken, -1
        at = self.rowAt(round(event.position().y()))
        if taken >= 0 and at != taken:
            self.dropped.emit(self.rows_model.at(taken), self.rows_model.at(at))
