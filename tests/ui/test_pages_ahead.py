"""Pages are made before anybody asks for them, while nobody is held up by it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from desk import Desk
from locked import PINS, signed_in
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldkit.app.desktop import Desktop
from fieldkit.ui.shell.ahead import Ahead
from fieldkit.ui.shell.page import Page, PageSpec
from fieldkit.ui.shell.window import MainWindow
from fieldkit.ui.theme.apply import dress
from fieldkit.ui.widgets.buttons import Button

pytestmark = pytest.mark.usefixtures("themed_app")


class Counted(Page):
    """A page that counts how often it asked for what it shows."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0
        self.add(Button("Simpan"), None)

    def refresh(self) -> None:
        self.asked += 1


@pytest.fixture
def happened() -> list[str]:
    return []


@pytest.fixture
def window(qtbot: QtBot, happened: list[str]) -> MainWindow:
    def spec(name: str) -> PageSpec:
        def make() -> Counted:
            happened.append(f"make {name}")
            return Counted()

        return PageSpec("F2", name, "stack", name, make, load=lambda: happened.append(f"load {name}"))

    shown = MainWindow([spec("today"), spec("cards"), spec("stock")])
    qtbot.addWidget(shown)
    dress(shown)
    shown.show()
    shown.show_page("today")
    return shown


def test_each_turn_does_one_piece_and_no_page_is_made_twice(window: MainWindow, happened: list[str]) -> None:
    done = [len(happened) for _ in window.made_ahead()]
    assert happened == ["make today", "load cards", "make cards", "load stock", "make stock"]
    assert max(after - before for before, after in pairwise(done)) == 1
    assert [window.show_page(name) for name in ("cards", "stock")] == [None, None]
    assert len(happened) == 5


def test_a_page_that_is_asked_for_half_way_is_that_one(window: MainWindow, happened: list[str]) -> None:
    pieces = window.made_ahead()
    while "make cards" not in happened:
        next(pieces)
    window.show_page("cards")
    shown = window.current_page
    list(pieces)
    assert window.page("cards") is shown
    assert happened.count("make cards") == 1


def test_a_page_made_ahead_asks_when_it_is_shown(window: MainWindow) -> None:
    list(window.made_ahead())
    page = window.page("cards")
    assert isinstance(page, Counted)
    window.data_changed()
    assert page.asked == 0
    window.show_page("cards")
    assert page.asked == 1


def test_all_are_made_in_rest_and_not_beside_work(window: MainWindow, happened: list[str], qtbot: QtBot) -> None:
    busy = [True, True]
    made_while_busy = []

    def is_busy() -> bool:
        made_while_busy.extend(happened[1:] if busy else [])
        return bool(busy and busy.pop())

    ahead = Ahead(window, is_busy)
    with qtbot.waitSignal(ahead.finished, timeout=60_000):
        ahead.wait()
    assert made_while_busy == []
    assert happened[-1] == "make stock"
    ahead.wait()
    assert not ahead._timer.isActive()


def test_each_touch_begins_the_rest_anew(window: MainWindow) -> None:
    ahead = Ahead(window, lambda: False)
    ahead._make_piece()
    short = ahead._timer.interval()
    ahead.wait()
    assert ahead._timer.interval() > short
    QApplication.processEvents()


def test_what_is_to_be_done_first_comes_before_any_further_page(window: MainWindow, happened: list[str]) -> None:
    ahead = Ahead(window, lambda: False)
    ahead.do_first(lambda: happened.append("first"))
    ahead._make_piece()
    assert happened == ["make today", "first"]
    while "make stock" not in happened:
        ahead._make_piece()
    assert happened.count("first") == 1


def test_no_part_of_a_page_that_waits_to_be_put_in_becomes_a_window_of_its_own(desktop: Desktop, desk: Desk) -> None:
    """Somebody works meanwhile, and the minutes of the page that was made go on."""
    signed_in(desktop, desk.lead.name[0], PINS["lead"])
    assert desktop.main is not None
    others = QApplication.topLevelWidgets()
    waited = []
    for _ in desktop.main.made_ahead():
        for page in desktop.main._apart.values():
            waited.append(page)
            for timer in page.findChildren(QTimer):
                timer.timeout.emit()
        assert [part for part in QApplication.topLevelWidgets() if part.isVisible() and part not in others] == []
    assert len(waited) > 5
