"""Words beside the pointer: never rich text, since names of people stand in them."""

from __future__ import annotations

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QWidget


def set_tip(widget: QWidget, words: str) -> None:
    """Tell these words, letter by letter, when somebody points at the widget."""
    widget.setToolTip(plain_tip(words))


def plain_tip(words: str) -> str:
    """Words that Qt would take for markup, written so that they are shown as they are."""
    return Qt.convertFromPlainText(words) if Qt.mightBeRichText(words) else words
