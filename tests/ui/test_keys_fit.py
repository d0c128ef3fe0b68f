"""The keys of a page are whole at every text size: in two columns, and scrolled by arrows where that is not enough."""

from __future__ import annotations

import pytest
from desk import Desk
from layout_faults import layout_faults
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fieldkit.ui.pages.register import RegisterPage
from fieldkit.ui.theme.apply import apply_theme
from fieldkit.ui.widgets.cards import Scrolled
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.overlays import KeysOverlay

Key = Qt.Key


@pytest.mark.parametrize("percent", [100, 125, 150])
@pytest.mark.parametrize("width", [1366, 1100])
def test_all_keys_of_the_longest_page_can_be_read(
    desk: Desk, themed_app: QApplication, percent: int, width: int
) -> None:
    apply_theme(themed_app, "light", percent)
    window = desk.open(("register", RegisterPage))
    window.resize(width, 690)
    QApplication.processEvents()
    QTest.keyClick(QApplication.focusWidget() or window, Key.Key_F1)
    for _ in range(4):
        QApplication.processEvents()
    overlay = window.findChild(KeysOverlay)
    assert isinstance(overlay, KeysOverlay)
    assert overlay.isVisible()
    assert window.rect().contains(overlay.geometry())
    assert layout_faults(overlay) == []
    scroll = overlay.findChild(Scrolled)
    assert isinstance(scroll, Scrolled)
    bar = scroll.verticalScrollBar()
    QTest.keyClick(overlay, Key.Key_End)
    assert bar.value() == bar.maximum()
    last = [label for label in scroll.findChildren(Label) if label.isVisible()][-1]
    assert not last.visibleRegion().isEmpty()


def test_at_the_usual_size_nothing_scrolls(desk: Desk) -> None:
    window = desk.open(("register", RegisterPage))
    QTest.keyClick(QApplication.focusWidget() or window, Key.Key_F1)
    QApplication.processEvents()
    overlay = window.findChild(KeysOverlay)
    assert isinstance(overlay, KeysOverlay)
    scroll = overlay.findChild(Scrolled)
    assert isinstance(scroll, Scrolled)
    assert scroll.verticalScrollBar().maximum() == 0
