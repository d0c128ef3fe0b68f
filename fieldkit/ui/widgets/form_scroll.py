"""Where a form scrolls, what has the focus stays in sight."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.cards import Scrolled
from fieldkit.ui.widgets.findings import Findings

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
            self._show_finding(focused)
            self.ensureWidgetVisible(focused, 0, look().px(_AROUND_FOCUS))

    def _show_finding(self, focused: QWidget) -> None:
        """What is said of an answer while it is typed is seen below it."""
        part: QWidget | None = focused
        while part is not None and not isinstance(part, Findings):
            part = part.parentWidget()
        if part is not None and part.finding_line.isVisibleTo(self) and self.isAncestorOf(part.finding_line):
            self.ensureWidgetVisible(part.finding_line, 0, 0)
