"""What the window leaves behind is freed on its own thread, never in a lane."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from fieldkit.app.memory import collect_here_alone
from fieldkit.ui.threads import Lanes

_MANY = 20_000
"""Far more than what any look at young things waits for."""


class Part(QObject):
    """A part of a window that holds itself, as two parts that know each other do."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def make_many() -> list[list[int]]:
    """What a list or a round of sync makes, and holds."""
    return [[number] for number in range(_MANY)]


def dropped(freed_in: list[threading.Thread]) -> None:
    """A part that nobody holds any more; the thread that frees it is told."""
    gc.collect()
    weakref.finalize(Part(), lambda: freed_in.append(threading.current_thread()))


def test_a_part_of_the_window_is_freed_by_no_lane(qtbot: QtBot) -> None:
    collect_here_alone()
    freed_in: list[threading.Thread] = []
    lanes, owner, landed = Lanes(), QObject(), list[list[list[int]]]()
    dropped(freed_in)
    lanes.run("network", make_many, landed.append, pytest.fail, owner)
    qtbot.waitUntil(lambda: bool(landed and freed_in))
    lanes.close()
    assert freed_in == [threading.main_thread()]


def test_nothing_is_freed_while_that_is_put_off(qtbot: QtBot) -> None:
    collect_here_alone()
    freed_in: list[threading.Thread] = []
    dropped(freed_in)
    gc.disable()
    try:
        many = make_many()
        qtbot.wait(1)
        assert freed_in == []
    finally:
        gc.enable()
    qtbot.waitUntil(lambda: bool(many and freed_in))
