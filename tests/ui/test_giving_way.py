"""Before a backup takes the place of the data, or they are erased, nothing has them open any more."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from desk import Desk, Laptop, desk_of
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget
from pytestqt.qtbot import QtBot

from fieldkit.app.desktop import Desktop
from fieldkit.app.parts import Parts
from fieldkit.domain.errors import DeviceRevokedError
from fieldkit.domain.text import text
from fieldkit.host.settings import Settings
from fieldkit.store.database import Database
from fieldkit.sync.progress import SyncOutcome
from fieldkit.ui.shell.window import CHECKUP
from fieldkit.ui.start import flow as flows
from fieldkit.ui.start.flow import StartFlow
from fieldkit.ui.threads import Lanes
from tests.patience import PATIENCE_S

_WORDS: Final = (text("Laptop ini dicabut."), text("Bawa ke kantor."))
_RELEASED: Final = SyncOutcome(
    0, 0, 0, None, True, (), 0, 0, 0, 0, None, DeviceRevokedError(*_WORDS, epoch=1), False
)  # fmt: skip


class Look:
    """A piece of the look that ends only when it is ended, and then takes its time."""

    def __init__(self) -> None:
        self.under_way, self.go_on = threading.Event(), threading.Event()

    def __call__(self, database: Database, _name: str) -> bool:
        self.under_way.set()
        try:
            database.value("WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT 1 FROM n) SELECT count(*) FROM n")
        finally:
            self.go_on.wait(PATIENCE_S)
        return False


@pytest.fixture
def look(monkeypatch: pytest.MonkeyPatch) -> Look:
    made = Look()
    monkeypatch.setattr("fieldkit.checkup.look.is_sound_table", made)
    return made


@pytest.fixture
def desktop(laptop: Laptop, tmp_path: Path, qtbot: QtBot, themed_app: object) -> Iterator[Desktop]:
    """The whole window, with lanes as the program has them, of a lead who looks at the checkup."""
    desk = desk_of(laptop, tmp_path / "fieldkit")
    made = Desktop(Parts(desk.store, Lanes(), desk.clock, desk.folders, desk.regions, Settings()))
    made.open(contact_after_ms=3_600_000)
    qtbot.waitUntil(made.window.isActiveWindow)
    made.sign_in(desk.lead)
    assert made.main is not None
    made.main.show_page(CHECKUP)
    yield made
    made.close()
    made.window.deleteLater()


def others_rest(lanes: Lanes, qtbot: QtBot) -> None:
    """Until all that was asked of the lanes beside the look has landed."""
    for lane in ("network", "paper", "store"):
        landed: list[None] = []
        lanes.run(lane, lambda: None, landed.append, pytest.fail, lanes)
        qtbot.waitUntil(lambda landed=landed: bool(landed), timeout=PATIENCE_S * 1000)


@pytest.mark.parametrize("way", ["a backup is wanted", "the centre let it go"])
def test_the_look_of_the_checkup_is_over_before_the_data_may_go(
    look: Look, desktop: Desktop, qtbot: QtBot, way: str
) -> None:
    qtbot.waitUntil(look.under_way.is_set, timeout=PATIENCE_S * 1000)
    main, free, gone = desktop.main, list[str](), list[str]()
    assert main is not None
    desktop.restore_asked.connect(lambda: free.append("a backup is wanted"))
    desktop.released.connect(lambda: free.append("the centre let it go"))
    main.destroyed.connect(lambda _former: gone.append("main"))
    if way == "a backup is wanted":
        main.restore_asked.emit()
    else:
        desktop.lock()
        desktop.sync.state = replace(desktop.sync.state, outcome=_RELEASED)
        desktop.sync.changed.emit()
    qtbot.waitUntil(lambda: bool(gone), timeout=PATIENCE_S * 1000)
    others_rest(desktop.parts.lanes, qtbot)
    assert free == []
    look.go_on.set()
    qtbot.waitUntil(lambda: free == [way], timeout=PATIENCE_S * 1000)
    assert desktop._dropped is None, "nothing holds the former pages"


def test_a_backup_is_wanted_where_nobody_is_signed_in(desktop: Desktop, look: Look, qtbot: QtBot) -> None:
    look.go_on.set()
    desktop._show_out()
    free: list[None] = []
    desktop.restore_asked.connect(lambda: free.append(None))
    desktop._give_way()
    qtbot.waitUntil(lambda: bool(free), timeout=PATIENCE_S * 1000)


def test_the_data_are_erased_once_no_lane_reads_them(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """A released laptop may be looked at by whoever wants a file for the office."""
    lanes, hold, wiped, owner = Lanes(), threading.Event(), threading.Event(), QObject()
    monkeypatch.setattr(flows, "wipe", lambda _store, _folders: wiped.set())
    window = QStackedWidget()
    flow = StartFlow(window, desk.folders, lanes, desk.clock)
    lanes.run("look", lambda: hold.wait(PATIENCE_S), lambda _read: None, pytest.fail, owner)
    flow.leave(desk.store)
    others_rest(lanes, qtbot)
    assert not wiped.is_set()
    hold.set()
    with qtbot.waitSignal(flow.stayed, timeout=PATIENCE_S * 1000):
        pass
    assert wiped.is_set()
    lanes.close()
    window.deleteLater()
