"""Where a form scrolls, what has the focus stays in sight."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.cards import Scrolled

_AROUND_FOCUS: Final = 24
"""The label over an answer is to be read as well."""


class FormScroll(Scrolled):
    """Shows what the keys lead to, once what was answered has laid the form anew."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__(inner)
        self._in_sight = QTimer(self, singleShot=True, interval=0)
        self._in_sight.timeout.connect(self._show_focus)
        self.verticalScrollBar().rangeChanged.connect(self._in_sight.start)
        QApplication.instance().focusChanged.connect(self._in_sight.start)  # type: ignore[union-attr]

    def _show_focus(self) -> None:
        focused = QApplication.focusWidget()
        # Nothing moves away from under a mouse that is pressed.
        if focused is not None and self.isAncestorOf(focused) and not QApplication.mouseButtons():
            self.ensureWidgetVisible(focused, 0, look().px(_AROUND_FOCUS))
