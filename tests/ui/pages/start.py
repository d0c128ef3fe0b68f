"""The start screens as somebody uses them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.app import Launch
from fieldkit.ui.start.frame import StartScreen
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.labels import Label


class StartDriver:
    """Types into whatever has the focus, and reads the screen in front."""

    def __init__(self, launch: Launch, qtbot: QtBot) -> None:
        self.launch, self._qtbot = launch, qtbot
        launch.open()
        launch.window.activateWindow()

    @property
    def name(self) -> str:
        """Name of the screen in front."""
        widget = self.launch.window.currentWidget()
        return widget.objectName() if widget is not None else ""

    @property
    def screen(self) -> StartScreen:
        """The screen in front."""
        widget = self.launch.window.currentWidget()
        assert isinstance(widget, StartScreen)
        return widget

    def wait_for(self, name: str, timeout_ms: int = 20_000) -> None:
        """Until a screen is in front."""
        self._qtbot.waitUntil(lambda: self.name == name, timeout=timeout_ms)

    def wait_idle(self) -> None:
        """Until the way on is open again."""
        self._qtbot.waitUntil(self.screen.accept_button.isEnabled, timeout=20_000)

    def field(self, name: str) -> TextField:
        """A field of the screen in front."""
        found = self.screen.findChild(TextField, name)
        assert found is not None, name
        return found

    def says(self) -> str:
        """Title and sentences."""
        line = self.screen.line.text() if self.screen.line.isVisible() else ""
        return " ".join((self.screen.title.full_text(), self.screen.text.full_text(), line)).strip()

    def button(self, name: str) -> Button:
        """A button of the screen in front."""
        found = self.screen.findChild(Button, name)
        assert found is not None, name
        return found

    def label(self, name: str) -> str:
        """What a label of the screen in front says."""
        found = self.screen.findChild(Label, name)
        assert found is not None, name
        return found.full_text()

    def escape(self) -> None:
        """Esc, wherever the focus is."""
        QTest.keyClick(self._focused(), Qt.Key.Key_Escape)
        QApplication.processEvents()

    def type(self, words: str) -> None:
        """Into the field with the focus."""
        QTest.keyClicks(self._focused(), words)

    def enter(self) -> None:
        """Enter, wherever the focus is."""
        QTest.keyClick(self._focused(), Qt.Key.Key_Return)
        QApplication.processEvents()

    def ctrl_enter(self) -> None:
        """The filled button, from anywhere."""
        QTest.keyClick(self._focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        QApplication.processEvents()

    def _focused(self) -> QWidget:
        return self.launch.window.focusWidget() or self.screen
