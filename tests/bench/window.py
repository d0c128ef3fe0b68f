"""The window at work on one laptop, drawn into memory: a keystroke in the search, the longest stall, another theme."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from fieldkit.app.application import application
from fieldkit.app.desktop import Desktop
from fieldkit.app.parts import Parts
from fieldkit.demo.hands import Hands
from fieldkit.domain.formats import date_numeric
from fieldkit.domain.identifiers import UserId
from fieldkit.host.folders import open_folders
from fieldkit.host.settings import Settings
from fieldkit.store.queries.people import app_user
from fieldkit.store.store import Store
from fieldkit.ui.pages.register.search_column import SearchColumn
from fieldkit.ui.rows.lists import HitList
from fieldkit.ui.theme.apply import apply_theme
from fieldkit.ui.threads import Lanes
from fieldkit.ui.widgets.buttons import Button
from tests.bench.figures import Figure, at_most, p95, timed
from tests.bench.laptop import DAY, SEED, big_list, full_laptop, regions
from tests.laptops import add_user, laptop, opened

NAMES = 40
LIST_ROWS = 60_000
LOOKS = (("dark", 100), ("dark", 125), ("light", 125), ("light", 100))
PAGES = ("register", "list", "close_shift", "sync", "office", "today")


@contextmanager
def desktop_on(store: Store, folder: Path, *, contact_after_ms: int = 500) -> Iterator[tuple[Desktop, Hands]]:
    """The window with its own lanes, and somebody signed in. Unless a bench runs one, no centre answers."""
    user = store.query(app_user, store.user)
    assert user is not None
    application(Settings())
    lanes = Lanes()
    desktop = Desktop(Parts(store, lanes, store.clock, open_folders(folder / "files"), regions(), Settings()))
    try:
        desktop.open(contact_after_ms=contact_after_ms)
        desktop.sign_in(user)
        hands = Hands(desktop.window, folder, lanes)
        hands.settle()
        yield desktop, hands
    finally:
        desktop.close()
        # At once: what is left of it would be styled along with the window of the next bench.
        shiboken6.delete(desktop.window)


class PaintWatch(QObject):
    """Knows whether a list has rows that were not painted yet."""

    def __init__(self, hits: HitList) -> None:
        super().__init__(hits)
        self.is_behind = False
        for changed in (hits.rows_model.modelReset, hits.rows_model.dataChanged, hits.rows_model.layoutChanged):
            changed.connect(self._fall_behind)
        hits.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is of Qt
        """Painted, once the paint that begins here is through: then the loop turns."""
        if event.type() == QEvent.Type.Paint:
            self.is_behind = False
        return False

    def _fall_behind(self) -> None:
        self.is_behind = True


def keystroke_figures(folder: Path) -> list[Figure]:
    """Names typed letter by letter over 200,000 residents: from the key to the rows that it finds, painted."""
    store = full_laptop(folder)
    opened(store)
    return [at_most("keystroke", p95(typed_names(store, store.user, folder)), "ms", 16)]


def typed_names(store: Store, user: UserId, folder: Path) -> list[float]:
    """Milliseconds of each key, on the page Pendaftaran."""
    store.user = user
    names = [row[0] for row in store.query(lambda d: d.rows("SELECT name FROM resident ORDER BY id LIMIT 20000"))]
    with desktop_on(store, folder) as (desktop, hands):
        hands.press("F3")
        hands.until_focused("search")
        return list(keystrokes(desktop, random.Random(SEED).sample(names, NAMES)))


def keystrokes(desktop: Desktop, names: list[str]) -> Iterator[float]:
    """Milliseconds of each key."""
    column, hits = desktop.window.findChild(SearchColumn), desktop.window.findChild(HitList)
    assert isinstance(column, SearchColumn)
    assert isinstance(hits, HitList)
    watch = PaintWatch(hits)
    for name in names:
        for letter in name.lower():
            yield timed(partial(type_letter, desktop.window, column, watch, letter)) * 1000
        column.clear()
        QApplication.processEvents()


def type_letter(window: QWidget, column: SearchColumn, watch: PaintWatch, letter: str) -> None:
    """One key, as from a keyboard, until its hits are on the screen; hits that are the same need no painting."""
    QTest.keyClick(window.windowHandle(), letter)
    wanted = column.search.text()
    while column._finder.shown_for != wanted or watch.is_behind:
        QApplication.processEvents()


@dataclass
class Pulse:
    """How long the window's loop stood still."""

    longest_ms: float = 0.0
    beat_s: float = field(default_factory=time.perf_counter)

    def beat(self) -> None:
        """Called by a timer of one millisecond."""
        now = time.perf_counter()
        self.longest_ms = max(self.longest_ms, (now - self.beat_s) * 1000)
        self.beat_s = now


def longest_stall_ms(act: Callable[[], object]) -> float:
    """Longest time between two turns of the window's loop while something goes on."""
    pulse = Pulse()
    timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(pulse.beat)
    timer.start()
    act()
    timer.stop()
    return pulse.longest_ms


def stall_figures(folder: Path) -> list[Figure]:
    """A list of 60,000 rows on the page Kantor: read, checked and taken in, by keys."""
    path = big_list(folder, LIST_ROWS)
    store = laptop(folder)
    add_user(store)
    with desktop_on(store, folder) as (_, hands):
        hands.press("F12", "1")
        hands.until_focused("list_path")
        hands.write(str(path))
        read = longest_stall_ms(lambda: step(hands, lambda: hands.focused() == "as_of"))
        hands.write(date_numeric(DAY))
        check = longest_stall_ms(lambda: step(hands, lambda: hands.find(Button, "take_in") is not None))
        take = longest_stall_ms(lambda: step(hands, lambda: hands.focused() == "list_path"))
    return [
        at_most("stall reading a list", read, "ms", 50),
        at_most("stall checking a list", check, "ms", 50),
        at_most("stall taking it in", take, "ms", 50),
    ]


def step(hands: Hands, is_there: Callable[[], bool]) -> None:
    """The filled button, until the next step is there."""
    hands.press("Ctrl+Enter")
    hands.until(is_there, "the next step")


def theme_figures(folder: Path) -> list[Figure]:
    """Another theme or text size once every page was shown: until all of it is painted again."""
    store = laptop(folder)
    add_user(store)
    opened(store)
    app = application(Settings())
    with desktop_on(store, folder) as (desktop, hands):
        assert desktop.main is not None
        for page in PAGES:
            desktop.main.show_page(page)
            hands.settle()
        samples = [timed(partial(restyled, app, theme, percent)) * 1000 for theme, percent in LOOKS]
    return [at_most("theme", statistics.median(samples), "ms", 300)]


def restyled(app: QApplication, theme: str, percent: int) -> None:
    """Put it in force, and let the window paint."""
    apply_theme(app, theme, percent)
    app.processEvents()
