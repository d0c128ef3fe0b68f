"""The look in force. Qt has one palette per application, so there is one look; `apply_theme` alone changes it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QColor, QFont

from fieldkit.ui.theme.fonts import ui_font
from fieldkit.ui.theme.scale import FONT_PX, NORMAL, Scale
from fieldkit.ui.theme.tokens import LIGHT, Tokens


@dataclass(frozen=True)
class Look:
    """Colours and sizes together; frozen, so it can key caches."""

    tokens: Tokens = LIGHT
    scale: Scale = NORMAL

    def px(self, length: float) -> int:
        """A length at the text size in force."""
        return self.scale.px(length)

    def font(self, role: str) -> QFont:
        """The font of a role, for widgets that paint."""
        return _font(self.scale.font_px(role), FONT_PX[role][1])


@lru_cache(maxsize=64)
def _font(pixels: int, weight: int) -> QFont:
    return ui_font(pixels, weight)


@lru_cache(maxsize=256)
def colour(name: str) -> QColor:
    """A colour object for a token value, made once."""
    return QColor(name)


_in_force = [Look()]


def look() -> Look:
    """What painted widgets take their colours and sizes from, at each paint."""
    return _in_force[0]


def put_in_force(new: Look) -> None:
    """Called by `apply_theme`."""
    _in_force[0] = new
