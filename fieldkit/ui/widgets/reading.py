"""A column that is read from top to bottom: by keys it scrolls, and what it holds has a name."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from fieldkit.ui.widgets.cards import Scrolled

_BY_KEY: Final = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}


class Reading(Scrolled):
    """Takes the focus: arrows and PgUp, PgDn scroll, Home and End go to its ends."""

    def __init__(self, inner: QWidget, *, name: str) -> None:
        super().__init__(inner)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._ring = QFrame(self)
        self._ring.setProperty("kind", "ring")
        self._ring.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ring.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End, beside what every scroll area knows."""
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        to = ends.get(Qt.Key(event.key()))
        if to is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(to)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by keys sees where the keys are."""
        super().focusInEvent(event)
        self._ring.setVisible(event.reason() in _BY_KEY)
        self._ring.raise_()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keys are elsewhere."""
        super().focusOutEvent(event)
        self._ring.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The ring goes around all of it."""
        super().resizeEvent(event)
        self._ring.setGeometry(self.rect())
