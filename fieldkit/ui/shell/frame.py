"""The one window of the app, whatever it shows: how large it is made, and how it comes onto the screen."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from fieldkit.ui.theme.apply import dress

_SMALLEST_SCREEN: Final = QSize(1366, 690)
_NO_SCREEN: Final = "offscreen"


def new_window() -> QStackedWidget:
    """The one window, at the size that a laptop of 1366 x 768 gives it."""
    window = QStackedWidget()
    window.setWindowTitle("FieldKit")
    window.resize(_SMALLEST_SCREEN)
    dress(window)
    return window


def show_window(window: QWidget) -> None:
    """Show a window, and fill the screen with it where there is no room for a frame around it."""
    if window.isVisible():
        return
    # Not the window's own screen(): PySide takes it for the window's child, and deletes it with the window.
    room = QApplication.primaryScreen().availableSize()
    fits = room.width() > window.width() and room.height() > window.height()
    if fits or QApplication.platformName() == _NO_SCREEN:
        window.show()
    else:
        window.showMaximized()
    window.activateWindow()
