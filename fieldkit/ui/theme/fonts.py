"""Inter, registered from the files that travel with the program; figures always tabular."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from fieldkit.host.places import resources_dir

FAMILIES = ["Inter", "Segoe UI", "Noto Sans"]
FILES = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "Inter-Bold.otf")

_registered: set[str] = set()


def register_fonts() -> None:
    """Make Inter known to Qt; a second call does nothing."""
    for name in FILES:
        if name not in _registered:
            QFontDatabase.addApplicationFont(str(resources_dir() / "fonts" / name))
            _registered.add(name)


def ui_font(pixels: int, weight: int = 400) -> QFont:
    """The font of the window at a size and weight (400, 500, 600, 700)."""
    font = QFont(FAMILIES)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
