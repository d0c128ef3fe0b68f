"""The window of the tests: fonts and theme once, no fading, any Qt warning fails."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator

import pytest
from desk import desk, empty_desk, laptop
from locked import desktop
from PySide6.QtCore import QEvent, QSize, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from starting import account, begin, folders
from sync_bench import bench

from fieldkit.app.memory import collect_what_is_due
from fieldkit.ui.said_by_qt import IDLE_TALK
from fieldkit.ui.theme.apply import apply_theme, dress
from fieldkit.ui.theme.look import Look, look
from fieldkit.ui.widgets.layouts import column
from fieldkit.ui.widgets.motion import set_motion

__all__ = ["account", "begin", "bench", "desk", "desktop", "empty_desk", "folders", "laptop"]
"""Fixtures of the desk, shared by the tests of all pages, of a program that is started, and of one that syncs."""


@pytest.fixture(scope="session")
def themed_app(qapp: QApplication) -> QApplication:
    """The application in the light theme at 100 %."""
    set_motion(False)
    apply_theme(qapp)
    return qapp


@pytest.fixture(autouse=True)
def _qt_warnings_fail(qapp: QApplication) -> Iterator[None]:
    said: list[str] = []

    def hear(kind: QtMsgType, _context: object, message: str) -> None:
        if kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg) and message != IDLE_TALK:
            said.append(message)

    before = qInstallMessageHandler(hear)
    yield
    qInstallMessageHandler(before)
    assert not said, said


@pytest.fixture(autouse=True)
def _light_again(themed_app: QApplication) -> Iterator[None]:
    """A test that changes theme or text size leaves none of it behind, nor a closed window that would follow others."""
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if look() != Look():
        apply_theme(themed_app)


@pytest.fixture(scope="package", autouse=True)
def _this_thread_collects_alone() -> Iterator[None]:
    """As in the program: a window that a test let go is freed by no server's thread of a later one."""
    before = gc.get_threshold()
    gc.set_threshold(0)
    yield
    gc.collect()
    gc.set_threshold(*before)


@pytest.fixture(autouse=True)
def _all_is_looked_through_again(_this_thread_collects_alone: None) -> Iterator[None]:
    """What a test left alone, as the window does with pages and lists, the collector looks through for the next one."""
    yield
    gc.unfreeze()
    collect_what_is_due()


@pytest.fixture
def on_screen(qtbot: QtBot) -> Callable[..., QWidget]:
    """Put parts below each other into a window that is shown and has the focus."""
    kept: list[QWidget] = []

    def show(*parts: QWidget) -> QWidget:
        box = QWidget()
        kept.append(box)
        qtbot.addWidget(box)
        dress(box)
        column(*parts, inside=box)
        box.resize(box.sizeHint().expandedTo(QSize(120, 40)))
        box.show()
        box.activateWindow()
        qtbot.waitUntil(box.isActiveWindow)
        return box

    return show
