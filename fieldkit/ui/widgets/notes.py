"""Remarks of several lines."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.fields import share_key
from fieldkit.ui.widgets.findings import Findings
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, row


class _Note(QPlainTextEdit):
    left = Signal()

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setProperty("role", "body")
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        height = self.fontMetrics().lineSpacing() * self._lines + look().px(16)
        return QSize(look().px(200), height)

    def minimumSizeHint(self) -> QSize:
        """And no higher: what is longer scrolls."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Say which keys are the window's and which are the area's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return share_key(event, is_touched=self.document().isModified()) or super().event(event)
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the field."""
        super().focusOutEvent(event)
        self.left.emit()


class NoteField(Findings):
    """Several lines of text."""

    edited = Signal(str)
    left = Signal()

    def __init__(self, label: str, *, hint: str = "", lines: int = 2) -> None:
        super().__init__()
        self._filling = False
        self._label, self._hint = Label(label, "label"), Label(hint, "hint")
        self.area = _Note(lines)
        self.area.setAccessibleName(" ".join(filter(None, [label, hint])))
        self._label.setBuddy(self.area)
        self.area.textChanged.connect(self._take_typed)
        self.area.left.connect(self.left)
        column(row(self._label, self._hint, None), self.area, self.finding_line, gap=4, inside=self)
        self.setFocusProxy(self.area)

    def answer_widget(self) -> QWidget:
        """The area."""
        return self.area

    def value(self) -> str:
        """The text."""
        return self.area.toPlainText()

    def set_value(self, value: str) -> None:
        """Fill by program."""
        self._filling = True
        self.area.setPlainText(value)
        self._filling = False

    def focus_selected(self) -> None:
        """The area, with all of it selected."""
        self.focus_answer()
        self.area.selectAll()

    def settled(self) -> bool:
        """Filled and without a finding."""
        return bool(self.value()) and self.finding() is None

    def _take_typed(self) -> None:
        if not self._filling:
            self.edited.emit(self.value())
