"""Work off the UI thread."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from fieldkit.ui.threads import LANES, InlineLanes, Lanes, LanesLike, once_beside_is_empty


@pytest.fixture
def lanes(qtbot: QtBot) -> Iterator[Lanes]:
    made = Lanes()
    yield made
    made.close()


def test_work_runs_elsewhere_and_its_result_lands_on_the_main_thread(qtbot: QtBot, lanes: Lanes) -> None:
    owner, landed = QObject(), list[tuple[str, int]]()
    lanes.run(
        "store",
        lambda: threading.current_thread().name,
        lambda name: landed.append((name, threading.get_ident())),
        lambda error: pytest.fail(str(error)),
        owner,
    )
    qtbot.waitUntil(lambda: bool(landed))
    assert landed[0][0].startswith("store")
    assert landed[0][1] == threading.main_thread().ident


def test_the_store_lane_keeps_the_order(qtbot: QtBot, lanes: Lanes) -> None:
    owner, landed = QObject(), list[int]()
    for number in range(50):
        lanes.run("store", lambda number=number: number, landed.append, lambda error: None, owner)
    qtbot.waitUntil(lambda: len(landed) == 50)
    assert landed == list(range(50))


def test_the_network_lane_does_not_wait_for_the_store_lane(qtbot: QtBot, lanes: Lanes) -> None:
    owner, landed, hold = QObject(), list[str](), threading.Event()
    lanes.run("store", lambda: hold.wait(60), lambda _: landed.append("store"), lambda error: None, owner)
    lanes.run("network", lambda: None, lambda _: landed.append("network"), lambda error: None, owner)
    qtbot.waitUntil(lambda: landed == ["network"])
    hold.set()
    qtbot.waitUntil(lambda: landed == ["network", "store"])


def test_lanes_are_busy_until_all_has_landed(qtbot: QtBot, lanes: Lanes) -> None:
    owner, busy, hold = QObject(), list[bool](), threading.Event()
    assert not lanes.is_busy()
    lanes.run("store", lambda: hold.wait(60), lambda _: busy.append(lanes.is_busy()), lambda error: None, owner)
    lanes.run("store", lambda: 1 // 0, lambda _: None, lambda error: busy.append(lanes.is_busy()), owner)
    assert lanes.is_busy()
    hold.set()
    qtbot.waitUntil(lambda: len(busy) == 2)
    assert busy == [True, False]


def test_an_error_lands_too(qtbot: QtBot, lanes: Lanes) -> None:
    owner, errors = QObject(), list[Exception]()
    lanes.run("store", lambda: 1 // 0, lambda _: None, errors.append, owner)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ZeroDivisionError)


def test_a_result_whose_owner_is_gone_is_dropped(qtbot: QtBot, lanes: Lanes) -> None:
    gone, stays, landed, hold = QObject(), QObject(), list[str](), threading.Event()
    lanes.run("store", lambda: hold.wait(60), lambda _: landed.append("gone"), lambda error: None, gone)
    lanes.run("store", lambda: None, lambda _: landed.append("stays"), lambda error: None, stays)
    with qtbot.waitSignal(gone.destroyed):
        gone.deleteLater()
    hold.set()
    qtbot.waitUntil(lambda: bool(landed))
    assert landed == ["stays"]


def test_an_error_in_a_callback_reaches_the_excepthook(
    qtbot: QtBot, lanes: Lanes, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: caught.append(kind))
    owner = QObject()
    lanes.run("store", lambda: 0, lambda zero: divmod(1, zero), lambda error: None, owner)
    qtbot.waitUntil(lambda: bool(caught))
    assert caught == [ZeroDivisionError]


def test_nothing_lands_after_closing(qtbot: QtBot) -> None:
    lanes, owner, landed, marks = Lanes(), QObject(), list[str](), list[str]()
    lanes.run("store", lambda: marks.append("worked"), lambda _: landed.append("late"), lambda error: None, owner)
    lanes.close()
    other = Lanes()
    other.run("store", lambda: None, lambda _: marks.append("other"), lambda error: None, owner)
    qtbot.waitUntil(lambda: "other" in marks)
    other.close()
    assert landed == []


def test_what_was_asked_of_the_store_is_done_before_the_lanes_close(qtbot: QtBot) -> None:
    lanes, owner, hold, written = Lanes(), QObject(), threading.Event(), list[int]()
    lanes.run("store", lambda: hold.wait(60), lambda _: None, lambda error: None, owner)
    for number in range(1000):
        lanes.run("store", lambda number=number: written.append(number), lambda _: None, lambda error: None, owner)
    hold.set()
    lanes.close()
    assert written == list(range(1000))


@pytest.mark.parametrize("lane", ["store", "network"])
def test_inline_lanes_do_the_same_at_once(qtbot: QtBot, lane: str) -> None:
    lanes: LanesLike = InlineLanes()
    owner, landed = QObject(), list[object]()
    lanes.run(lane, lambda: 7, landed.append, landed.append, owner)
    lanes.run(lane, lambda: 1 // 0, landed.append, lambda error: landed.append(type(error)), owner)
    assert landed == [7, ZeroDivisionError]


def test_there_are_no_other_lanes(qtbot: QtBot, lanes: Lanes) -> None:
    for each in (lanes, InlineLanes()):
        with pytest.raises(KeyError):
            each.run("disk", lambda: None, lambda _: None, lambda error: None, QObject())


@pytest.mark.parametrize("lane", LANES[1:])
def test_what_waits_for_the_lanes_beside_the_store_waits_for_each_of_them(
    qtbot: QtBot, lanes: Lanes, lane: str
) -> None:
    owner, told, hold = QObject(), list[str](), threading.Event()
    lanes.run(lane, lambda: hold.wait(60), lambda _: told.append("worked"), lambda error: None, owner)
    once_beside_is_empty(lanes, lambda: told.append("empty"), owner)
    for other in [each for each in LANES[1:] if each != lane] * 3:
        lanes.run(other, lambda: None, lambda _: None, lambda error: None, owner)
    lanes.run("store", lambda: None, lambda _: told.append("saved"), lambda error: None, owner)
    qtbot.waitUntil(lambda: told == ["saved"])
    hold.set()
    qtbot.waitUntil(lambda: told == ["saved", "worked", "empty"])


def test_nothing_waits_for_lanes_that_are_closed(qtbot: QtBot) -> None:
    lanes, told = Lanes(), list[str]()
    lanes.close()
    once_beside_is_empty(lanes, lambda: told.append("empty"), lanes)
    assert told == []
