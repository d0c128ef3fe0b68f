"""Putting a theme and a text size in force, once, at the top."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from fieldkit.ui.theme.fonts import register_fonts
from fieldkit.ui.theme.look import Look, look, put_in_force
from fieldkit.ui.theme.marks import FieldStyle
from fieldkit.ui.theme.scale import Scale
from fieldkit.ui.theme.sheet import palette_of, style_sheet
from fieldkit.ui.theme.tokens import THEMES
from fieldkit.ui.widgets.layouts import rescale

_STYLED = "fieldkit_styled"
_DRESSED = "fieldkit_dressed"


def apply_theme(app: QApplication, theme: str = "light", percent: int = 100) -> None:
    """Theme `light` or `dark`, text 100, 110, 125 or 150 %; all widgets follow, open ones too."""
    register_fonts()
    _style_once(app)
    put_in_force(Look(THEMES[theme], Scale(percent)))
    dark = look().tokens.dark
    app.styleHints().setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
    app.setPalette(palette_of(look().tokens))
    app.setFont(look().font("body"))
    sheet = style_sheet(look())
    for window in app.topLevelWidgets():
        if window.property(_DRESSED):
            window.setStyleSheet(sheet)
    _rescale_layouts(app)


def dress(window: QWidget) -> None:
    """Give a window the sheet in force, from now on; what lies in it and the modals over it inherit it.

    A sheet of the application would style every part anew at each step of putting parts into each other, and at a
    change of theme once for each level that it lies below: two seconds with all pages made.
    """
    window.setProperty(_DRESSED, True)
    window.setStyleSheet(style_sheet(look()))


def _style_once(app: QApplication) -> None:
    if not app.property(_STYLED):
        app.setStyle(FieldStyle())
        app.setProperty(_STYLED, True)


def _rescale_layouts(app: QApplication) -> None:
    with _nothing_collected():
        for widget in app.allWidgets():
            layout = widget.layout()
            if isinstance(layout, QLayout):
                rescale(layout)


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """A page that nobody holds any more would be collected between two steps, and its parts with it, unsaid."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
