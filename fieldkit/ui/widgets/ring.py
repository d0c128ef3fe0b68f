"""The ring around what has the focus, for parts that paint none themselves."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QWidget

_BY_KEY: Final = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}


class FocusRing(QFrame):
    """Goes around a part while it has the focus by keys: whoever came by them sees where they are."""

    def __init__(self, around: QWidget) -> None:
        super().__init__(around)
        self._around = around
        self.setProperty("kind", "ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        around.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come with the focus, go with it, and stay as large as what it goes around."""
        if isinstance(event, QFocusEvent):
            self.setVisible(event.gotFocus() and event.reason() in _BY_KEY)
            self.raise_()
        elif event.type() == QEvent.Type.Resize:
            self.setGeometry(self._around.rect())
        return False
