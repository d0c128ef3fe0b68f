"""What has a window of its own when the screen is locked: nothing of it may lie over the door, or be pasted."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from fieldkit.ui.widgets.overlays import COVERED, Modal

_PASSING: Final = (Qt.WindowType.Popup, Qt.WindowType.ToolTip)


def set_aside(window: QWidget) -> None:
    """Questions wait for whoever is asked, dialogs of the system and lists that hang down are left."""
    window.setProperty(COVERED, True)
    for part in QApplication.topLevelWidgets():
        if part.isVisible() and (part.windowType() in _PASSING or _belongs_to(part, window)):
            _take_away(part)
    forget_copied()
    window.activateWindow()


def bring_back(window: QWidget) -> None:
    """Whoever was asked is here again."""
    window.setProperty(COVERED, False)
    for modal in window.findChildren(Modal):
        modal.uncover()


def drop_aside(window: QWidget) -> None:
    """Somebody else is here, who is neither asked nor told."""
    for modal in window.findChildren(Modal):
        if modal.is_waiting:
            modal.hide()
            modal.deleteLater()


def _take_away(part: QWidget) -> None:
    if isinstance(part, Modal):
        part.cover()
    elif isinstance(part, QDialog):
        part.reject()
    else:
        part.close()


def _belongs_to(part: QWidget, window: QWidget) -> bool:
    above = part.parentWidget()
    return above is not None and (above is window or _belongs_to(above, window))


def forget_copied() -> None:
    """What was copied here; what another program put there stays. Some desktops keep it when its program ends."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear()
    if clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
