"""The office ends the task of a laptop while somebody types: it is not taken from under their hands."""

from __future__ import annotations

from dataclasses import replace

import pytest
from desk import Desk
from locked import PINS, signed_in, type_into
from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from fieldkit.app.desktop import Desktop
from fieldkit.domain.errors import DeviceRevokedError
from fieldkit.domain.text import text
from fieldkit.sync.progress import SyncOutcome

_CAUSE = DeviceRevokedError(text("Laptop ini dicabut."), text("Bawa ke kantor."), epoch=1)
_MISSING = DeviceRevokedError(text("Laptop ini dicabut."), text("Bawa ke kantor."), epoch=1, is_missing=True)
_RELEASED = SyncOutcome(0, 0, 0, None, True, (), 0, 0, 0, 0, None, _CAUSE, False)


@pytest.fixture
def released(desktop: Desktop) -> list[str]:
    """Filled once the laptop may clear itself; the operator is at the search by then."""
    gone: list[str] = []
    desktop.released.connect(lambda: gone.append("released"))
    QApplication.processEvents()
    signed_in(desktop, "A", PINS["operator"])
    assert desktop.main is not None
    desktop.main.show_page("register")
    type_into(desktop, "zubai")
    return gone


def revoke(desktop: Desktop, cause: DeviceRevokedError = _CAUSE) -> None:
    """A round came to this: the centre let the laptop go, and holds all of its work."""
    desktop.sync.state = replace(desktop.sync.state, outcome=replace(_RELEASED, cause=cause))
    desktop.sync.changed.emit()


def says(desktop: Desktop) -> str:
    assert desktop.main is not None
    return " ".join(label.text() for toast in desktop.main.toasts() for label in toast.findChildren(QLabel))


def test_who_types_is_told_first_and_the_laptop_clears_itself_once_the_hands_rest(
    desk: Desk, desktop: Desktop, released: list[str], qtbot: QtBot
) -> None:
    revoke(desktop)
    revoke(desktop)
    assert desktop.main is not None
    assert "Simpan yang sedang diketik" in says(desktop)
    assert "paling lama 5 menit lagi" in says(desktop)
    assert len(desktop.main.toasts()) == 1
    type_into(desktop, "dah")
    assert desktop.window.currentWidget() is desktop.main
    assert released == []
    desk.clock.pass_minutes(1)
    with qtbot.waitSignal(desktop._last_minutes.over):
        desktop._last_minutes._look()
    # What was saved meanwhile goes out in a round of its own, which comes to the same.
    type_into(desktop, "x")
    revoke(desktop)
    qtbot.waitUntil(lambda: released == ["released"])


def test_nobody_keeps_it_open_by_touching_it(
    desktop: Desktop, released: list[str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    revoke(desktop)
    monkeypatch.setattr(desktop._last_minutes, "_at_latest", QDeadlineTimer(0))
    type_into(desktop, "dah")
    with qtbot.waitSignal(desktop._last_minutes.over):
        desktop._last_minutes._look()
    revoke(desktop)
    qtbot.waitUntil(lambda: released == ["released"])


def test_a_locked_laptop_waits_for_nobody(desktop: Desktop, released: list[str], qtbot: QtBot) -> None:
    desktop.lock()
    revoke(desktop)
    qtbot.waitUntil(lambda: released == ["released"])


def test_a_laptop_that_nobody_knows_where_it_is_waits_for_nobody_either(
    desktop: Desktop, released: list[str], qtbot: QtBot
) -> None:
    """Whoever took it while somebody was signed in is not told first."""
    revoke(desktop, _MISSING)
    assert desktop.main is None
    qtbot.waitUntil(lambda: released == ["released"])
