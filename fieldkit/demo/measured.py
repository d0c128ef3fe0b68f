"""The program measured from inside, as people have it: its window, its practice, its pages, its memory.

Not for people: `dev.py bench` and `dev.py package` prepare the data, and hand the store's key over by standard input.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from itertools import chain
from pathlib import Path
from time import perf_counter
from typing import Final

import msgspec
import typer
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fieldkit.app.application import application
from fieldkit.app.desktop import Desktop
from fieldkit.app.launch import Launch
from fieldkit.app.parts import Parts
from fieldkit.demo.hands import Hands
from fieldkit.host.clock import Clock, ShiftedClock, SystemClock
from fieldkit.host.folders import open_folders
from fieldkit.host.places import migrations_dir, resources_dir
from fieldkit.host.settings import Settings
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.people import app_user
from fieldkit.store.store import Store
from fieldkit.ui.shell.window import MainWindow
from fieldkit.ui.threads import Lanes

ROUNDS: Final = 20
_LOOK_AGAIN_MS: Final = 5
_LOOKED_FOR: Final = "siti nuraini"


@dataclass(frozen=True, slots=True)
class Subject:
    """A laptop to be measured: its folder, who signs in, the key of its store, what its clock says."""

    folder: Path
    user_id: str
    key: bytes
    clock: Clock


def run_measurement(what: str, folder: Path, user_id: str, clock_offset_ms: int, read_key: Callable[[], str]) -> int:
    """Measure one thing, and say it in one line; an unknown one is a KeyError."""
    if what in _OF_A_NEW_LAPTOP:
        return _OF_A_NEW_LAPTOP[what](folder)
    clock = ShiftedClock(timedelta(milliseconds=clock_offset_ms))
    subject = Subject(folder, user_id, bytes.fromhex(read_key().strip()), clock)
    return {"start": tell_start, "pages": tell_pages, "memory": tell_memory}[what](subject)


def tell_first_window(folder: Path) -> int:
    """Say `usable` once the first window of a new laptop is on the screen."""
    app = application(Settings())
    launch = Launch(open_folders(folder), Settings(), Lanes(), SystemClock())
    launch.open()
    QTimer.singleShot(0, _say_usable)
    code = app.exec()
    launch.close()
    return code


def tell_practice(folder: Path) -> int:
    """Say `usable` once the window of practice is open, and close it again."""
    from fieldkit.demo.practice import practise

    def work(app: QApplication) -> int:
        QTimer.singleShot(0, _say_usable)
        QTimer.singleShot(0, app.quit)
        return app.exec()

    return practise(folder, work)


_OF_A_NEW_LAPTOP: Final = {"window": tell_first_window, "practice": tell_practice}


def tell_start(subject: Subject) -> int:
    """Say `usable` once the page of today has its rows: the strip tells the shift only after the store has answered."""
    app = application(Settings())
    with _desktop(subject) as desktop:
        _say_when_usable(desktop)
        return app.exec()


def tell_pages(subject: Subject) -> int:
    """Say the milliseconds of each page, round after round, as JSON."""
    application(Settings())
    shown: dict[str, list[float]] = defaultdict(list)
    with _desktop(subject) as desktop:
        hands = Hands(desktop.window, subject.folder, desktop.parts.lanes)
        hands.settle()
        with hands.noticing_faults():
            for name, took_ms in chain.from_iterable(walk(desktop, hands) for _ in range(ROUNDS + 1)):
                shown[name].append(took_ms)
    typer.echo(msgspec.json.encode(shown))
    return 0


def tell_memory(subject: Subject) -> int:
    """Say the most bytes that the program held at any step of a tour: every page, and a name looked for."""
    import psutil

    application(Settings())
    process = psutil.Process()
    with _desktop(subject) as desktop:
        typer.echo(max(process.memory_info().rss for _ in tour(desktop, subject.folder)))
    return 0


def tour(desktop: Desktop, folder: Path) -> Iterator[str]:
    """Step after step, each once all that it asked for is shown: started, all pages made, each page, each letter."""
    main, ahead = desktop.main, desktop.ahead
    if main is None or ahead is None:
        raise LookupError("nobody is signed in")
    finished: list[bool] = []
    ahead.finished.connect(lambda: finished.append(True))
    hands = Hands(desktop.window, folder, desktop.parts.lanes)
    hands.settle()
    yield "started"
    hands.until(lambda: bool(finished), "the pages made ahead")
    yield "made ahead"
    for name, key in _keys(main).items():
        hands.press(key)
        hands.settle()
        yield name
    main.show_page("register")
    for letter in _LOOKED_FOR:
        hands.write(letter)
        hands.settle()
        yield letter


def walk(desktop: Desktop, hands: Hands) -> Iterator[tuple[str, float]]:
    """Name and milliseconds from its key, page after page; everything was written anew before each."""
    main = desktop.main
    if main is None:
        raise LookupError("nobody is signed in")
    for name, key in _keys(main).items():
        # Sent to the window as by a keyboard: it sees that somebody is at work.
        QTest.keyClick(desktop.window.windowHandle(), Qt.Key.Key_Shift)
        _leave(main, name, hands)
        main.data_changed()
        hands.settle()
        begun = perf_counter()
        hands.press(key)
        hands.settle()
        QApplication.processEvents()
        yield name, (perf_counter() - begun) * 1000


def _leave(main: MainWindow, name: str, hands: Hands) -> None:
    """Be on another page than the one that is asked for."""
    main.show_page("today" if name != "today" else "register")
    hands.settle()


@contextmanager
def _desktop(subject: Subject) -> Iterator[Desktop]:
    folders = open_folders(subject.folder)
    store = Store(subject.folder / "fieldkit.db", subject.key, migrations_dir(), subject.clock)
    regions = RegionTable(resources_dir() / "regions")
    desktop = Desktop(Parts(store, Lanes(), subject.clock, folders, regions, Settings()))
    try:
        desktop.open()
        user = store.query(app_user, subject.user_id)
        if user is None:
            raise LookupError("nobody of that id works here")
        desktop.sign_in(user)
        yield desktop
    finally:
        desktop.close()


def _keys(main: MainWindow) -> dict[str, str]:
    return {button.spec.name: button.spec.key for button in main.rail.buttons.values()}


def _say_when_usable(desktop: Desktop) -> None:
    if desktop.main is not None and desktop.main.strip.segments["shift"].isVisible():
        _say_usable()
    else:
        QTimer.singleShot(_LOOK_AGAIN_MS, lambda: _say_when_usable(desktop))


def _say_usable() -> None:
    typer.echo("usable")
    sys.stdout.flush()
