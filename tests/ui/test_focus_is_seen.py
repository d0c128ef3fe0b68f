"""Whatever takes the focus looks different while it has it, in both themes."""

from __future__ import annotations

import pytest
from gallery import build_components, build_window
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.ui.theme.apply import apply_theme
from fieldkit.ui.widgets.stops import takes_tab

_SEEN_PX = 20
"""A caret alone is about so many, and blinks."""


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("sheet", ["components", "today", "register"])
def test_the_focus_is_seen_on_every_kind_of_control(
    themed_app: QApplication, qtbot: QtBot, theme: str, sheet: str
) -> None:
    apply_theme(themed_app, theme)
    window = build_components() if sheet == "components" else build_window()
    qtbot.addWidget(window)
    window.resize(1366, 900)
    window.show()
    if sheet != "components":
        window.show_page(sheet)  # type: ignore[attr-defined]
    window.activateWindow()
    QApplication.processEvents()
    stops = [part for part in window.findChildren(QWidget) if part.isVisible() and takes_tab(part)]
    assert len(stops) > 10
    window.setFocus()
    unseen = [f"{type(stop).__name__} {stop.accessibleName()}" for stop in stops if changed_by_focus(stop) < _SEEN_PX]
    assert unseen == []


def changed_by_focus(stop: QWidget) -> int:
    """How many pixels of a control, and of what frames it, are others while it has the focus."""
    place = stop.parentWidget() or stop
    stop.clearFocus()
    before = picture(place)
    stop.setFocus(Qt.FocusReason.TabFocusReason)
    if isinstance(stop, QLineEdit | QPlainTextEdit):
        # The caret is no ring.
        stop.setReadOnly(False)
    QApplication.processEvents()
    after = picture(place)
    stop.clearFocus()
    return sum(
        before.pixel(x, y) != after.pixel(x, y)
        for x in range(0, before.width(), 2)
        for y in range(0, before.height(), 2)
    )


def picture(part: QWidget) -> QImage:
    """As it is painted now."""
    return part.grab().toImage()
