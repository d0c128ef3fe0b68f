"""The whole desktop at a desk, and the keys by which people sign in at its door."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from desk import Desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fieldkit.app.desktop import Desktop
from fieldkit.app.parts import Parts
from fieldkit.host.settings import Settings
from fieldkit.ui.threads import InlineLanes
from fieldkit.work.sign_in import set_first_pin

PINS = {"lead": "274913", "operator": "860531"}


@pytest.fixture
def desktop(desk: Desk, themed_app: QApplication) -> Iterator[Desktop]:
    for user, pin in ((desk.lead, PINS["lead"]), (desk.operator, PINS["operator"])):
        if not user.has_pin:
            set_first_pin(desk.store, user.id, "JATI-2019", pin)
    parts = Parts(desk.store, InlineLanes(), desk.clock, desk.folders, desk.regions, Settings(lock_after_min=10))
    made = Desktop(parts)
    made.open()
    made.window.activateWindow()
    yield made
    made.sync.close()
    made.window.close()
    made.window.deleteLater()


def type_into(desktop: Desktop, keys: str) -> None:
    QTest.keyClicks(QApplication.focusWidget() or desktop.window, keys)
    QApplication.processEvents()


def press(desktop: Desktop, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or desktop.window, key)
    QApplication.processEvents()


def signed_in(desktop: Desktop, letter: str, pin: str) -> None:
    """Choose a name by its first letter, and give the PIN."""
    type_into(desktop, letter)
    type_into(desktop, pin)
    press(desktop, Qt.Key.Key_Return)


def is_locked(desktop: Desktop) -> bool:
    return desktop.window.currentWidget() is not desktop.main
