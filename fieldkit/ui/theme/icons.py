"""Phosphor icons, painted from the font file of qtawesome without importing qtawesome (which costs 190 ms)."""

from __future__ import annotations

import importlib.util
import json
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontDatabase, QPainter, QPixmap

from fieldkit.ui.theme.look import colour

FONT_FILE = "phosphor-1.3.0.ttf"
CHARMAP_FILE = "phosphor-charmap-1.3.0.json"

STATUS_ICONS = {
    "ok": "check-circle",
    "warn": "warning",
    "err": "warning-circle",
    "info": "info",
    "mute": "minus-circle",
    "accent": "info",
    "": "info",
}
"""The filled icon that goes with a tone, unless another says more."""


def fonts_dir() -> Path:
    """Folder of the icon fonts inside the installed qtawesome."""
    spec = importlib.util.find_spec("qtawesome")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("qtawesome")
    return Path(spec.submodule_search_locations[0]) / "fonts"


@lru_cache(maxsize=1)
def code_points() -> dict[str, int]:
    """Code point by icon name with weight, such as `eye-bold` or `eye-fill`."""
    names: dict[str, str] = json.loads((fonts_dir() / CHARMAP_FILE).read_text("utf-8"))
    return {name: int(point, 16) for name, point in names.items()}


@lru_cache(maxsize=1)
def _family() -> str:
    number = QFontDatabase.addApplicationFont(str(fonts_dir() / FONT_FILE))
    return QFontDatabase.applicationFontFamilies(number)[0]


@lru_cache(maxsize=512)
def glyph(name: str, size: int, ink: str, *, filled: bool = False, ratio: float = 1.0) -> QPixmap:
    """One icon in one colour, `size` logical pixels square, at the device pixel ratio."""
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setFont(_icon_font(size))
    painter.setPen(colour(ink))
    point = code_points()[f"{name}-{'fill' if filled else 'bold'}"]
    painter.drawText(QRect(0, 0, size, size), Qt.AlignmentFlag.AlignCenter, chr(point))
    painter.end()
    return pixmap


def paint_icon(painter: QPainter, at: QRect, name: str, ink: str, *, filled: bool = False) -> None:
    """Paint an icon into a square, sharp on any screen."""
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(at.topLeft(), glyph(name, at.width(), ink, filled=filled, ratio=ratio))


@lru_cache(maxsize=32)
def _icon_font(pixels: int) -> QFont:
    font = QFont(_family())
    font.setPixelSize(pixels)
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    return font
