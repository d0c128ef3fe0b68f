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
_THEME = "fieldkit_theme"
_DRESSED = "fieldkit_dressed"


def apply_theme(app: QApplication, theme: str = "light", percent: int = 100) -> None:
    """Theme `light`, `dark` or `system`, text 100, 110, 125 or 150 %; all widgets follow, open ones too."""
    register_fonts()
    _style_once(app)
    put_in_force(Look(THEMES[_chosen(app, theme)], Scale(percent)))
    app.setPalette(palette_of(look().tokens))
    app.setFont(look().font("body"))
    sheet = style_sheet(look())
    for window in app.topLevelWidgets():
        if window.property(_DRESSED):
            window.setStyleSheet(sheet)
    _rescale_layouts(app)


def apply_text_size(app: QApplication, percent: int) -> None:
    """Another text size, in the theme that is in force."""
    apply_theme(app, app.property(_THEME), percent)


def system_is_dark(app: QApplication) -> bool:
    """Whether this computer asks its programs for a dark window; light where it does not say."""
    return app.styleHints().colorScheme() == Qt.ColorScheme.Dark


def dress(window: QWidget) -> None:
    """Give a window the sheet in force, from now on; what lies in it and the modals over it inherit it.

    A sheet of the application would style every part anew at each step of putting parts into each other, and at a
    change of theme once for each level that it lies below: two seconds with all pages made.
    """
    window.setProperty(_DRESSED, True)
    window.setStyleSheet(style_sheet(look()))


def _chosen(app: QApplication, theme: str) -> str:
    """The theme itself, or the one that the system asks for; what Qt draws by itself follows."""
    if theme == "system":
        app.styleHints().unsetColorScheme()
        chosen = "dark" if system_is_dark(app) else "light"
    else:
        app.styleHints().setColorScheme(Qt.ColorScheme.Dark if theme == "dark" else Qt.ColorScheme.Light)
        chosen = theme
    # Only now: until here, a change of scheme is our own.
    app.setProperty(_THEME, theme)
    return chosen


def _follow_system(app: QApplication) -> None:
    if app.property(_THEME) == "system" and system_is_dark(app) != look().tokens.dark:
        apply_theme(app, "system", look().scale.percent)


def _style_once(app: QApplication) -> None:
    if not app.property(_STYLED):
        app.setStyle(FieldStyle())
        app.styleHints().colorSchemeChanged.connect(lambda _scheme: _follow_system(app))
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
