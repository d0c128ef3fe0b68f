"""Columns of a page: fixed sides, the rest in the middle; the last becomes a drawer where it is narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.buttons import bind
from fieldkit.ui.widgets.flow import Fitted
from fieldkit.ui.widgets.layouts import set_gaps
from fieldkit.ui.widgets.overlays import Drawer

WIDE_SIDE = 360
DRAWER = 440
"""Wide enough for two answers beside each other, with the bar of a form that scrolls."""
NARROW_WINDOW = 1100
WIDE_WINDOW = 1600
NARROW_SHARE = 0.88
UNLIMITED = 16_777_215
"""Qt's word for no limit."""


class Columns(QWidget):
    """Widgets beside each other with their widths at 1366; None takes the rest."""

    asked_again = Signal()
    """The key of the last column, while the hands are there already."""
    settled = Signal()
    """The last column is a drawer now, or stands beside the others."""

    def __init__(
        self,
        parts: Sequence[tuple[QWidget, int | None]],
        *,
        side_key: str = "",
        side_title: str = "",
        drawer_width: int = DRAWER,
        most: int | None = None,
    ) -> None:
        super().__init__()
        self._parts, self._most = list(parts), most
        self._box = QHBoxLayout(self)
        set_gaps(self._box, 12)
        for widget, width in self._parts:
            self._box.addWidget(widget, 0 if width else 1)
        self._drawer_box: QVBoxLayout | None = None
        self._drawer: Drawer | None = None
        if side_key:
            self._make_drawer(side_key, side_title, drawer_width)
        self._fit()

    def narrow(self) -> bool:
        """Whether the last column is a drawer now."""
        return self._drawer is not None and self._logical_width() < NARROW_WINDOW

    def open_side(self) -> None:
        """Show the last column: as a drawer, or by moving the focus into it."""
        side = self._parts[-1][0]
        if self.narrow() and self._drawer is not None:
            if self._drawer.isHidden():
                self._drawer.open_drawer()
            else:
                self.asked_again.emit()
        elif not side.isAncestorOf(self.focusWidget() or self):
            side.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.asked_again.emit()

    def close_side(self) -> bool:
        """One step out of the drawer; False when it was not open."""
        if self._drawer is None or self._drawer.isHidden():
            return False
        self._drawer.close_drawer()
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """Watch the window: a page that can not get narrower is not resized, and would keep its side for ever."""
        super().showEvent(event)
        self.window().removeEventFilter(self)
        self.window().installEventFilter(self)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Where the page goes on without these columns, their drawer goes with them."""
        super().hideEvent(event)
        page = self._drawer.parentWidget() if self._drawer is not None else None
        if page is not None and page.isVisible():
            self.close_side()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the sides to the width of the window."""
        if event.type() == QEvent.Type.Resize and watched is self.window():
            self._fit()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Fit the sides to the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _make_drawer(self, key: str, title: str, width: int) -> None:
        holder = QWidget()
        self._drawer_box = QVBoxLayout(holder)
        set_gaps(self._drawer_box, 0)
        self._drawer = Drawer(self, title, Fitted(holder), width=width)
        bind(self, key, self.open_side, everywhere=True)

    def _logical_width(self) -> float:
        return self.window().width() * 100 / look().scale.percent

    def _fit(self) -> None:
        for widget, width in self._parts:
            if width is not None:
                widget.setFixedWidth(look().px(self._side_width(width)))
        if self._most is not None:
            self._share_spare(self._most)
        self._settle_side()

    def _share_spare(self, most: int) -> None:
        # Where it is wide the middle stops growing, and the first column takes the rest.
        first, wide = self._parts[0][0], self._logical_width() >= WIDE_WINDOW
        for widget, width in self._parts:
            if width is None:
                widget.setMaximumWidth(look().px(most) if wide else UNLIMITED)
        if wide:
            first.setMaximumWidth(UNLIMITED)
        self._box.setStretchFactor(first, 1 if wide else 0)

    def _side_width(self, width: int) -> float:
        if self._logical_width() >= WIDE_WINDOW:
            return max(width, WIDE_SIDE)
        return width * NARROW_SHARE if self._logical_width() < NARROW_WINDOW else width

    def _settle_side(self) -> None:
        side = self._parts[-1][0]
        # Until there is a window nobody knows how wide it is, and each move styles all of the side anew.
        if self._drawer is None or self._drawer_box is None or not self.window().isVisible():
            return
        inside = self._drawer.isAncestorOf(side)
        if self.narrow() and not inside:
            side.setMinimumWidth(0)
            side.setMaximumWidth(UNLIMITED)
            self._drawer_box.addWidget(side)
            self._drawer.content.setFocusProxy(side)
        elif self.narrow():
            side.setMinimumWidth(0)
            side.setMaximumWidth(UNLIMITED)
        elif inside:
            self._drawer.close_drawer()
            self._box.addWidget(side)
            side.show()
        self.settled.emit()
