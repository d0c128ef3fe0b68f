"""The search box of a page, which moves in a list without giving up the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QWidget

from fieldkit.ui.language import tr
from fieldkit.ui.theme.icons import paint_icon
from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.fields import Line
from fieldkit.ui.widgets.layouts import column
from fieldkit.ui.widgets.painted import announce


class _Search(Line):
    moved = Signal(int)

    _STEPS = {  # noqa: RUF012 (a constant of the class, never written to)
        Qt.Key.Key_Up: -1,
        Qt.Key.Key_Down: 1,
        Qt.Key.Key_PageUp: -5,
        Qt.Key.Key_PageDown: 5,
    }

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move in the hits without leaving the box."""
        step = self._STEPS.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.moved.emit(step)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line, and the glass at its left."""
        super().paintEvent(event)
        side = look().px(20)
        painter = QPainter(self)
        at = QRect(look().px(12), (self.height() - side) // 2, side, side)
        paint_icon(painter, at, "magnifying-glass", look().tokens.accent_ink)
        painter.end()


class SearchField(QWidget):
    """The one search box of a page."""

    searched = Signal(str)
    picked = Signal()
    moved = Signal(int)

    def __init__(self, placeholder: str = "", *, name: str = "") -> None:
        super().__init__()
        self.line = _Search("search")
        self.line.setPlaceholderText(placeholder)
        self.line.setAccessibleName(name or placeholder or tr("Cari"))
        self.line.setClearButtonEnabled(False)
        self.line.textEdited.connect(self.searched)
        self.line.entered.connect(self.picked)
        self.line.moved.connect(self.moved)
        self._make_room()
        column(self.line, inside=self)
        self.setFocusProxy(self.line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """What is searched for."""
        return self.line.text()

    def set_text(self, text: str) -> None:
        """Search by program."""
        self.line.setText(text)
        self.searched.emit(text)

    def clear(self) -> None:
        """Search for nothing."""
        self.set_text("")

    def drive(self, view: QAbstractItemView) -> None:
        """Arrows move in the view, Enter activates its current row."""
        self.moved.connect(lambda step: _step(view, step))
        self.picked.connect(lambda: _activate(view))

    def changeEvent(self, event: QEvent) -> None:
        """Keep room for the glass at any text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._make_room()

    def _make_room(self) -> None:
        self.line.setTextMargins(look().px(28), 0, 0, 0)


def _step(view: QAbstractItemView, step: int) -> None:
    model = view.model()
    last = model.rowCount() - 1
    if last < 0:
        return
    current = view.currentIndex().row()
    wanted = max(0, min(current + step if current >= 0 else 0, last))
    view.setCurrentIndex(model.index(wanted, 0))
    words = model.index(wanted, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    if words:
        announce(view, str(words))


def _activate(view: QAbstractItemView) -> None:
    index = view.currentIndex()
    if index.isValid():
        view.activated.emit(index)
