"""Every page and desk, with its drawers: named to the ear, and gone through by Tab in the order of reading."""

from __future__ import annotations

from functools import partial

import pytest
from desk import Desk
from heard import unnamed
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tab_walk import tab_faults
from test_every_page_fits import PAGES, make

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.mark.parametrize("name", PAGES)
def test_tab_goes_through_a_page_as_it_is_read(desk: Desk, name: str) -> None:
    window = desk.open((name, partial(make, name)), user=desk.lead)
    QApplication.processEvents()
    assert unnamed(window) == []
    assert tab_faults(window) == []


@pytest.mark.parametrize(
    ("page", "key", "held"),
    [
        ("today", Key.Key_B, Mod.NoModifier),
        ("sync", Key.Key_P, Mod.ControlModifier),
        ("list", Key.Key_G, Mod.ControlModifier),
        ("list", Key.Key_P, Mod.ControlModifier),
        ("register", Key.Key_F1, Mod.ShiftModifier),
    ],
)
def test_tab_stays_in_a_drawer_and_goes_through_it_as_it_is_read(
    desk: Desk, page: str, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    window = desk.open((page, partial(make, page)), user=desk.lead)
    QTest.keyClick(QApplication.focusWidget() or window, key, held)
    QApplication.processEvents()
    assert unnamed(window) == []
    assert tab_faults(window) == []
