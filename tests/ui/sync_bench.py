"""A laptop with a window and a real centre in this process, joined by a line whose weather the test makes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import httpx
import pytest
from pages.sync import SyncPageDriver
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldkit.host.folders import open_folders
from fieldkit.host.places import migrations_dir, resources_dir
from fieldkit.records.regions import RegionTable
from fieldkit.server.database import upgrade
from fieldkit.store.queries.people import AppUser
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.ui.context import Context
from fieldkit.ui.messages import Messages
from fieldkit.ui.pages.sync import SyncPage
from fieldkit.ui.shell.page import Page, PageSpec
from fieldkit.ui.shell.window import MainWindow
from fieldkit.ui.sync_driver import SyncDriver
from fieldkit.ui.theme.apply import dress
from fieldkit.ui.threads import Lanes
from tests.flows.enrolled import Ground, Laptop, ground_at
from tests.laptops import add_people, opened, registered

NAMES = ("SITI AMINAH", "BUDI SANTOSO", "SRI WAHYUNI", "NUR HASANAH")
Answer = Callable[[httpx.Request], httpx.Response]


class Pieces(httpx.SyncByteStream):
    """A body that arrives as it is, and then the line may go."""

    def __init__(self, content: bytes, error: Exception | None = None) -> None:
        self._content, self._error = content, error

    def __iter__(self) -> Iterator[bytes]:
        yield self._content
        if self._error is not None:
            raise self._error


def _answer(status: int, content: bytes, error: Exception | None = None) -> Answer:
    return lambda _: httpx.Response(status, stream=Pieces(content, error))


BAD_ANSWERS = {
    "500": _answer(500, b""),
    "a page of HTML": _answer(200, b"<html><body>Selamat datang di Wi-Fi</body></html>"),
    "nothing": _answer(200, b""),
    "half an answer": _answer(200, b'{"protocol":1,"schema":', httpx.RemoteProtocolError("closed")),
}
"""What a centre, or something between, may say instead of an answer."""


@dataclass
class SyncBench:
    """The laptop, its lanes and its driver; the window where one is wanted."""

    ground: Ground
    laptop: Laptop
    lanes: Lanes
    driver: SyncDriver
    user: AppUser
    windows: list[MainWindow] = field(default_factory=list)

    def work(self, people: int = 2) -> None:
        """Open a shift and register some people."""
        residents = add_people(self.laptop.store, *NAMES)
        opened(self.laptop.store)
        for resident in residents[:people]:
            registered(self.laptop.store, resident)

    def answer_with(self, answer: Answer) -> None:
        """Let something else answer in place of the centre."""
        self.laptop.line.centre = httpx.MockTransport(answer)

    def cut(self) -> None:
        """No network from now on."""

        def lost(_: httpx.Request) -> None:
            raise httpx.ConnectError("no network")

        self.laptop.line.before = lost

    def mend(self) -> None:
        """The centre answers again."""
        self.laptop.line.before = lambda _: None
        self.laptop.line.centre = self.ground.transport

    @cached_property
    def window(self) -> MainWindow:
        """A window with the page Sync."""
        return self.open(SyncPage)

    def open(self, make: Callable[[Context], Page]) -> MainWindow:
        """A window with one page, called "sync" whichever it is."""
        made: list[Context] = []
        window = MainWindow(
            [PageSpec("F9", "sync", "arrows-clockwise", "Sinkronisasi", lambda: make(made[0]))],
            place="Kota Probolinggo",
        )
        dress(window)
        self.windows.append(window)
        store, clock = self.laptop.store, self.ground.clock
        regions = RegionTable(resources_dir() / "regions")
        folders = open_folders(self.ground.folder / "files")
        made.append(Context(store, self.lanes, clock, self.user, regions, folders, Messages(window), self.driver))
        window.resize(1366, 690)
        window.show()
        window.activateWindow()
        window.show_page("sync")
        return window


@contextmanager
def sync_bench(folder: Path) -> Iterator[SyncBench]:
    """An enrolled laptop beside its centre."""
    url = f"sqlite:///{folder / 'centre.sqlite'}"
    upgrade(url, migrations_dir() / "centre")
    with ground_at(url, folder) as ground:
        laptop = ground.laptop("P2")
        lanes = Lanes()
        driver = SyncDriver(Exchange(laptop.store), lanes, ground.clock, transport=laptop.line)
        user = AppUser(ground.lead, "Rina Wulandari", "lead", has_pin=True)
        bench = SyncBench(ground, laptop, lanes, driver, user)
        try:
            yield bench
        finally:
            # In the order of the app: pages keep their drafts while the store still takes them.
            for window in bench.windows:
                window.close()
            driver.close()
            lanes.close()
            driver.hang_up()
            for window in bench.windows:
                window.deleteLater()
            driver.deleteLater()


@pytest.fixture
def bench(tmp_path: Path, themed_app: QApplication) -> Iterator[SyncBench]:
    """An enrolled laptop that has written nothing yet."""
    with sync_bench(tmp_path) as made:
        yield made


def opened_page(bench: SyncBench, qtbot: QtBot) -> SyncPageDriver:
    """The page Sync, once it has read the store."""
    page = SyncPageDriver(bench.window)
    qtbot.waitUntil(lambda: bool(page.shipment()))
    return page
