"""How things appear."""

from __future__ import annotations

from PySide6.QtCore import QVariantAnimation
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

FADE_MS = 120

_motion = [True]


def set_motion(on: bool) -> None:
    """Whether drawers and toasts fade; a setting of the user."""
    _motion[0] = on


def fade_in(widget: QWidget) -> None:
    """Let a widget appear within 120 ms."""
    widget.show()
    widget.raise_()
    if not _motion[0]:
        return
    effect = QGraphicsOpacityEffect(widget)
    widget.setGraphicsEffect(effect)
    animation = QVariantAnimation(widget)
    animation.setDuration(FADE_MS)
    animation.setStartValue(0.0)
    animation.setEndValue(1.0)
    animation.valueChanged.connect(effect.setOpacity)
    animation.finished.connect(lambda: widget.setGraphicsEffect(None))  # type: ignore[arg-type]
    animation.start(QVariantAnimation.DeletionPolicy.DeleteWhenStopped)
