"""The icon in the sizes that desktops ask for, drawn from its one source."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from shipping.parts import ROOT

SOURCE: Final = ROOT / "resources" / "icons" / "fieldkit.svg"
SIZES: Final = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def draw_icon(path: Path, pixels: int) -> None:
    """The icon as a picture, so many pixels wide and high, on nothing."""
    image = QImage(QSize(pixels, pixels), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(SOURCE)).render(painter)
    painter.end()
    path.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(path)):
        raise OSError(f"the icon can not be written: {path.name}")
