"""A desk on the overview: its digit, icon, name, and what waits there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.desk import DeskLine, DeskSpec
from fieldkit.ui.widgets.labels import Badge, Icon, KeyCap, Label
from fieldkit.ui.widgets.layouts import column, row, stretched

_LEFT_TO_THE_OVERVIEW = {
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
}


class DeskTile(QPushButton):
    """A button as large as a card."""

    def __init__(self, spec: DeskSpec) -> None:
        super().__init__()
        self.spec = spec
        self._line = Label("", "second", wrap=True)
        self._count = Badge()
        self.setProperty("kind", "tile")
        self.setObjectName(f"desk_{spec.name}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        name = row(stretched(Label(spec.label, "card", elide=True)), self._count, KeyCap(spec.digit, filled=True))
        words = QWidget()
        column(name, self._line, None, gap=4, inside=words)
        row(column(Icon(spec.icon, 20), None), stretched(words), gap=12, edges=(16, 14, 14, 14), inside=self)
        for part in (words, *words.findChildren(QWidget)):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.show_line(DeskLine(""))

    def show_line(self, line: DeskLine) -> None:
        """What waits there now."""
        self._line.set_text(line.text)
        self._line.set_tone(line.tone)
        self._count.set(count(line.count) if line.count else "", line.tone or "info")
        self.setAccessibleName(tr("{text}, tombol {key}", text=self.spec.label, key=self.spec.digit))
        self.setAccessibleDescription(line.text)

    def line(self) -> str:
        """What is said of the desk."""
        return self._line.full_text()

    def waiting(self) -> str:
        """The count beside the name, or nothing."""
        return self._count.text()

    def sizeHint(self) -> QSize:
        """Of what is on it."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Of what is on it."""
        layout = self.layout()
        return layout.minimumSize() if layout is not None else super().minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        """The line may need two rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its words are at this width."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else -1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and Enter belong to the overview; Space presses."""
        if Qt.Key(event.key()) in _LEFT_TO_THE_OVERVIEW:
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and border by the sheet, and no second ring."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the text size changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()
