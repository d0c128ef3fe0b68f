"""The look through the data and the sealing leave the store to whoever is at work, but not for ever."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import QDeadlineTimer, QObject
from pytestqt.qtbot import QtBot

from fieldkit.store.store import Store
from fieldkit.ui import looking_through
from fieldkit.ui.looking_through import LookingThrough
from fieldkit.ui.threads import InlineLanes

pytestmark = pytest.mark.usefixtures("themed_app")
_NEVER_RESTED_MS = 60_000


class Lanes(InlineLanes):
    """Lanes that have other work for some turns."""

    def __init__(self, busy_turns: int = 0) -> None:
        self.busy_turns = busy_turns

    def is_busy(self) -> bool:
        self.busy_turns -= 1
        return self.busy_turns >= 0


class Pieces:
    """A look that goes on for ever."""

    def __init__(self, _store: Store) -> None:
        self.done = 0

    def step(self) -> bool:
        self.done += 1
        return True


@pytest.fixture
def owner(monkeypatch: pytest.MonkeyPatch) -> QObject:
    monkeypatch.setattr(looking_through, "Look", Pieces)
    monkeypatch.setattr(looking_through, "_BEGIN_AFTER_MS", 0)
    return QObject()


def looking(lanes: Lanes, owner: QObject) -> tuple[LookingThrough, Pieces]:
    found = LookingThrough(cast("Store", None), lanes, owner)
    return found, cast("Pieces", found._look)


def test_a_touch_puts_the_next_piece_off_and_a_rest_brings_it(
    owner: QObject, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking_through, "_AT_LATEST_MS", _NEVER_RESTED_MS)
    monkeypatch.setattr(looking_through, "_REST_MS", _NEVER_RESTED_MS)
    seen, pieces = looking(Lanes(), owner)
    seen.begin()
    seen.wait()
    assert seen._timer.remainingTime() > looking_through._BETWEEN_MS
    monkeypatch.setattr(looking_through, "_REST_MS", 0)
    seen._timer.start(0)
    qtbot.waitUntil(lambda: pieces.done > 1, timeout=30_000)
    seen.stop()


def test_who_never_rests_holds_up_each_piece_for_so_long_and_no_longer(owner: QObject, qtbot: QtBot) -> None:
    seen, pieces = looking(Lanes(), owner)
    seen.begin()
    seen._due = QDeadlineTimer(0)
    seen.wait()
    assert seen._timer.remainingTime() == 0
    qtbot.waitUntil(lambda: pieces.done > 0, timeout=30_000)
    seen.stop()


def test_what_the_screens_asked_of_the_store_comes_first(owner: QObject, qtbot: QtBot) -> None:
    lanes = Lanes(busy_turns=2)
    seen, pieces = looking(lanes, owner)
    seen.begin()
    qtbot.waitUntil(lambda: pieces.done > 0, timeout=30_000)
    assert lanes.busy_turns < 0
    seen.stop()


def test_a_lane_that_is_never_free_does_not_end_the_look(owner: QObject) -> None:
    seen, pieces = looking(Lanes(busy_turns=1_000), owner)
    seen._due = QDeadlineTimer(0)
    seen._go_on()
    assert pieces.done == 1
    seen.stop()


def test_a_touch_while_the_lane_works_or_long_before_the_next_piece_changes_nothing(owner: QObject) -> None:
    seen, _ = looking(Lanes(), owner)
    seen.wait()
    assert not seen._timer.isActive()
    seen.begin()
    seen._go_on_after(looking_through._SEAL_EVERY_MS)
    seen.wait()
    assert seen._timer.interval() == looking_through._SEAL_EVERY_MS
    seen.stop()


def test_a_piece_that_lands_after_the_end_brings_no_other(owner: QObject) -> None:
    seen, pieces = looking(Lanes(), owner)
    seen.begin()
    seen.stop()
    seen._go_on()
    assert pieces.done == 1
    assert not seen._timer.isActive()
