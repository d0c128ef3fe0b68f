"""Where there is less room than usual: parts that go below each other, and a middle that scrolls."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QLayout, QScrollArea, QWidget

from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.layouts import row, set_gaps

_AROUND_FOCUS = 24
_UPRIGHT = QBoxLayout.Direction.TopToBottom


class Flow(QWidget):
    """Parts beside each other; below each other where they do not fit.

    A part takes its least width, or with `whole` the width at which it has to shorten nothing. Lines of one thing stand
    `close` when they are below each other.
    """

    def __init__(self, parts: Sequence[QWidget], *, gap: int = 8, whole: bool = False, close: bool = False) -> None:
        super().__init__()
        self._parts, self._gap, self._whole, self._close = list(parts), gap, whole, close
        self._box = row(*parts, gap=gap, inside=self)

    def is_upright(self) -> bool:
        """Whether the parts are below each other now."""
        return self._box.direction() == _UPRIGHT

    def sizeHint(self) -> QSize:
        """As wide as all of them beside each other."""
        return QSize(self._wanted(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest part, or else it would never be made narrow enough to change."""
        widths = [self._width_of(part) for part in self._shown()]
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose by the width there is."""
        super().resizeEvent(event)
        self._settle()

    def event(self, event: QEvent) -> bool:
        """Choose again when a part needs more or less."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._settle()
        return super().event(event)

    def _settle(self) -> None:
        upright = self._wanted() > self.width()
        if upright != self.is_upright():
            self._box.setDirection(_UPRIGHT if upright else QBoxLayout.Direction.LeftToRight)
            set_gaps(self._box, 0 if upright and self._close else self._gap)

    def _wanted(self) -> int:
        shown = self._shown()
        return sum(map(self._width_of, shown)) + look().px(self._gap) * max(len(shown) - 1, 0)

    def _shown(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]

    def _width_of(self, part: QWidget) -> int:
        hint = part.sizeHint() if self._whole else part.minimumSizeHint()
        return max(hint.width(), part.minimumWidth())


class Fitted(QScrollArea):
    """Gives what is in it the room there is; only where that is less than its least, it scrolls, and shows the focus.

    `gutter` is kept free before the scroll bar.
    A resizable `QScrollArea` would give a page with wrapped labels its preferred height and scroll at once.
    """

    def __init__(self, inner: QWidget, *, gutter: int = 0) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inner, self._gutter = inner, gutter
        self._in_sight = QTimer(self, singleShot=True, interval=0)
        self._in_sight.timeout.connect(self._show_focus)
        self.setWidget(inner)
        self.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        inner.installEventFilter(self)
        # What is in it may be laid anew just then; the focus is looked for afterwards.
        self.verticalScrollBar().rangeChanged.connect(self._in_sight.start)
        QApplication.instance().focusChanged.connect(self._in_sight.start)  # type: ignore[union-attr]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit to the room."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit again when what is in it needs more or less."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        inner, layout = self._inner, self._inner.layout()
        room = self.maximumViewportSize()
        if layout is None:
            return
        width = max(room.width(), layout.minimumSize().width())
        if _least_height(layout, width) > room.height():
            taken = self.verticalScrollBar().sizeHint().width() + look().px(self._gutter)
            width = max(room.width() - taken, layout.minimumSize().width())
        inner.resize(QSize(width, max(room.height(), _least_height(layout, width))))

    def _show_focus(self) -> None:
        focused = QApplication.focusWidget()
        # A page that holds the focus itself is seen from its top; to Qt it is its own ancestor.
        if focused is not None and focused is not self._inner and self._inner.isAncestorOf(focused):
            self.ensureWidgetVisible(focused, 0, look().px(_AROUND_FOCUS))


def _least_height(layout: QLayout, width: int) -> int:
    return layout.minimumHeightForWidth(width) if layout.hasHeightForWidth() else layout.minimumSize().height()
