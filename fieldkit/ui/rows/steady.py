"""Short lists with buttons that are asked again often: the focus and the rows stay while nothing differs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Scrolled
from fieldkit.ui.widgets.layouts import column
from fieldkit.ui.widgets.rows import RowItem, RowList

NOT_YET: Final = "\u2007\u2007\u2008\u2007\u2007"
"""As wide as a time of day, for one that is not known yet, so that what follows stands in line."""


class SteadyList(RowList):
    """A row list that is rebuilt only when its rows differ, and then gives the focus back to the same row."""

    def __init__(self, *, name: str) -> None:
        self._shown: list[RowItem] = []
        super().__init__(name=name)

    def items(self) -> list[RowItem]:
        """The rows shown."""
        return list(self._shown)

    def set_items(self, items: Sequence[RowItem]) -> None:
        """Show these rows instead."""
        if list(items) == self._shown:
            return
        focused = self._focused()
        self._shown = list(items)
        super().set_items(items)
        self._focus(focused)

    def press(self, row_id: str) -> None:
        """Do what the button of a row does."""
        self.acted.emit(row_id)

    def _acting(self) -> list[str]:
        return [item.id for item in self._shown if item.action is not None]

    def _buttons(self) -> list[Button]:
        """Those of the rows shown; rows that were replaced linger for a moment, in front of them."""
        acting = self._acting()
        return self.findChildren(Button)[-len(acting) :] if acting else []

    def _focused(self) -> str:
        focus, buttons = QApplication.focusWidget(), self._buttons()
        return self._acting()[buttons.index(focus)] if isinstance(focus, Button) and focus in buttons else ""

    def _focus(self, row_id: str) -> None:
        acting = self._acting()
        if row_id in acting:
            self._buttons()[acting.index(row_id)].setFocus(Qt.FocusReason.OtherFocusReason)


class GrowingScroll(Scrolled):
    """A list that asks for the height of its rows, and scrolls where there is less."""

    def __init__(self, inner: QWidget) -> None:
        self._inner = inner
        holder = QWidget()
        column(inner, None, gap=0, inside=holder)
        super().__init__(holder)
        inner.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Other rows want another height."""
        if watched is self._inner and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """As high as the rows."""
        return self._inner.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Enough to see that there are more."""
        return QSize(0, min(self._inner.sizeHint().height(), look().px(look().scale.row_two + 12)))
