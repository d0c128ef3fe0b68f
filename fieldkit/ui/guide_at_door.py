"""The guide and the practice before anybody has signed in: F1 over a start screen or the door, Esc back to it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedWidget, QWidget

from fieldkit.ui.language import tr
from fieldkit.ui.shell.header import Header
from fieldkit.ui.shell.page import PageAsked
from fieldkit.ui.widgets.buttons import Button, bind
from fieldkit.ui.widgets.layouts import column, stretched

DOOR = "door"
"""The chapter about signing in."""
START = "start"
"""The chapter about what comes before that on a new laptop, or one that can not open its data."""


def offer_guide(screen: QWidget, chapter: str) -> Button:
    """The way to the guide from a screen of the window, by F1 or by this button; Tab passes it over."""

    def open_guide() -> None:
        window = screen.parentWidget()
        if isinstance(window, QStackedWidget) and window.currentWidget() is screen:
            guide = GuideAtDoor(window, screen, chapter)
            window.addWidget(guide)
            window.setCurrentWidget(guide)
            guide.begin()

    button = Button(tr("Panduan dan latihan"), "quiet", key="F1", size="small", press=open_guide)
    button.setObjectName("guide_at_door")
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    bind(screen, "F1", open_guide)
    return button


class GuideAtDoor(QWidget):
    """The chapters that everybody needs, and the way to the practice. Gone once something else is in front."""

    def __init__(self, window: QStackedWidget, before: QWidget, chapter: str) -> None:
        super().__init__()
        # Hardly ever asked for, so what reads its texts is not loaded with the window.
        from fieldkit.ui.pages.guide import GuidePage

        self._window, self._before = window, before
        self._focus = QApplication.focusWidget()
        self.setProperty("ground", "bg")
        self.setObjectName("guide_at_door")
        self.page, self._header = GuidePage("", ()), Header()
        column(self._header, stretched(self.page), gap=0, inside=self)
        self._header.show_slot(Button(tr("Kembali"), "quiet", key=tr("Esc"), press=self.page.step_out))
        self.page.header_changed.connect(self._name)
        self.page.go.connect(lambda _page, _argument: self._leave())
        self.page.opened_with(PageAsked(chapter))
        self._name()

    def begin(self) -> None:
        """In front: to what is read."""
        self.page.shown()
        self._window.currentChanged.connect(self._give_way)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc is one step out: of the search, then of the guide."""
        if event.key() == Qt.Key.Key_Escape:
            self.page.step_out()
        else:
            super().keyPressEvent(event)

    def _give_way(self) -> None:
        """Somebody went back, or work went on below."""
        if self._window.currentWidget() is not self:
            self.deleteLater()

    def _name(self) -> None:
        self._header.show_page(self.page.title, self.page.subtitle())

    def _leave(self) -> None:
        self._window.setCurrentWidget(self._before)
        focus = self._focus
        if focus is not None and self._before.isAncestorOf(focus) and focus.isVisible():
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
            if isinstance(focus, QLineEdit):
                # A field that is come to is selected: the next letter would take the place of what was typed.
                focus.end(False)
