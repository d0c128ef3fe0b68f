"""A column that is read from top to bottom: by keys it scrolls, and what it holds has a name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from fieldkit.ui.widgets.cards import Scrolled
from fieldkit.ui.widgets.ring import FocusRing


class Reading(Scrolled):
    """Takes the focus: arrows and PgUp, PgDn scroll, Home and End go to its ends."""

    def __init__(self, inner: QWidget, *, name: str) -> None:
        super().__init__(inner)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        FocusRing(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End, beside what every scroll area knows."""
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        to = ends.get(Qt.Key(event.key()))
        if to is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(to)
