"""The app syncs by itself while somebody types: neither the focus nor a letter is taken from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from sync_bench import SyncBench, sync_bench

from fieldkit.ui.context import Context
from fieldkit.ui.pages.close_shift import CloseShiftPage
from fieldkit.ui.pages.register import RegisterPage
from fieldkit.ui.pages.sync import SyncPage
from fieldkit.ui.pages.target_list import TargetListPage
from fieldkit.ui.pages.today import TodayPage
from fieldkit.ui.shell.page import Page
from fieldkit.ui.shell.window import MainWindow
from tests.laptops import add_people, registered

PAGES = [TodayPage, RegisterPage, TargetListPage, CloseShiftPage, SyncPage]


class _Stored(QObject):
    """Brings the word that something was stored from whichever thread to that of the window, as the app does."""

    told = Signal(object)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[SyncBench]:
    with sync_bench(tmp_path) as made:
        yield made


@pytest.fixture
def news(bench: SyncBench) -> None:
    """Work waits here, and there is news at the centre."""
    bench.laptop.sync()
    bench.work()
    bench.laptop.sync()
    other = bench.ground.laptop("P3")
    other.sync()
    add_people(other.store, "SITI RAHAYU", "BUDI HARTONO", on_list=False)
    other.sync()
    registered(bench.laptop.store)


def listening(bench: SyncBench, make: Callable[[Context], Page]) -> MainWindow:
    """A window that asks again when something was stored."""
    window = bench.open(make)
    stored = _Stored(window)
    stored.told.connect(lambda _: window.data_changed())
    bench.laptop.store.on_changed = stored.told.emit
    return window


def rest(bench: SyncBench, window: MainWindow, qtbot: QtBot) -> None:
    """Wait until all that was asked of the store was shown."""
    for _ in range(3):
        shown: list[None] = []
        bench.lanes.run("store", lambda: None, shown.append, pytest.fail, window)
        qtbot.waitUntil(lambda shown=shown: bool(shown))


def focused(window: MainWindow) -> QWidget:
    """Where a key would go; on a page with fields the first of them, half filled in and half selected."""
    fields = [each for each in window.page("sync").findChildren(QLineEdit) if each.isVisible() and each.isEnabled()]
    if fields:
        fields[0].setFocus()
        QTest.keyClicks(fields[0], "12")
        fields[0].setSelection(1, 1)
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def typed(widget: QWidget) -> tuple[str, str, int]:
    return (
        (widget.text(), widget.selectedText(), widget.cursorPosition())
        if isinstance(widget, QLineEdit)
        else ("", "", 0)
    )


@pytest.mark.usefixtures("news")
@pytest.mark.parametrize("make", PAGES)
def test_a_sync_by_itself_never_takes_the_focus(
    bench: SyncBench, qtbot: QtBot, make: Callable[[Context], Page]
) -> None:
    window = listening(bench, make)
    qtbot.waitUntil(window.isActiveWindow)
    rest(bench, window, qtbot)
    widget = focused(window)
    before = typed(widget)
    moves: list[QWidget] = []
    QApplication.instance().focusChanged.connect(lambda _old, new: moves.append(new))  # type: ignore[union-attr]
    bench.driver.start()
    qtbot.waitUntil(lambda: bench.driver.state.outcome is not None, timeout=20_000)
    outcome = bench.driver.state.outcome
    assert outcome is not None
    assert (outcome.cause, outcome.sent > 0, outcome.fetched > 0) == (None, True, True)
    rest(bench, window, qtbot)
    assert QApplication.focusWidget() is widget
    assert typed(widget) == before
    assert moves == []
