"""A desk in Kel. Jati to test pages at: a real encrypted store, an open shift, a window. All people are invented."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from fieldkit.domain.identifiers import UserId
from fieldkit.host.folders import Folders, open_folders
from fieldkit.host.places import migrations_dir, resources_dir
from fieldkit.host.power import Power
from fieldkit.records.regions import RegionTable
from fieldkit.records.tables import APP_USER, RESIDENT, TARGET_LIST
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta
from fieldkit.store.queries.people import AppUser, app_user
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.store.unit import Unit
from fieldkit.ui.context import Context
from fieldkit.ui.messages import Messages
from fieldkit.ui.shell.page import Page, PageSpec
from fieldkit.ui.shell.window import MainWindow
from fieldkit.ui.sync_driver import SyncDriver
from fieldkit.ui.theme.apply import dress
from fieldkit.ui.threads import InlineLanes
from fieldkit.work.shifts.attendance import Attendant
from fieldkit.work.shifts.opening import OpenShift, open_shift
from tests.laptops import let_print

VILLAGE = "35.74.03.1004"
NEXT_VILLAGE = "35.74.03.1003"
DAY = date(2019, 2, 23)
TIME_ZONE = "Asia/Jakarta"
START_CODE = "JATI-2019"
OPENED_AT = datetime(2019, 2, 23, 9, 5, tzinfo=UTC)
"""16.05 at the site."""

_FIELDS = ("name", "sex", "birth_date", "nik", "kk", "address", "rt", "rw")
PEOPLE: tuple[tuple[str | None, ...], ...] = (
    ("SITI NURAINI", "female", "1987-11-12", "3574035211879901", "3574030101190417", "Jl. Ikan Paus 14", "03", "05"),
    ("SITI NUR AINI", "female", "2002-02-04", "3574034402029914", "3574030101190418", "Jl. Ikan Tongkol 2", "01", "05"),
    ("NURAENI SITI RAHAYU", "female", "1979-07-30", "3574037007799927", "3574030101190419", "Gg. Melati 8", "06", "02"),
    ("SITI NURAINUN", "female", "1941-09-19", "3574035909419933", "3574030101190420", "Jl. Ikan Hiu 3", "02", "05"),
    ("ST. NUR'AINI", "female", "1993-01-08", "3574034801939948", "3574030101190421", "Jl. Ikan Paus 20", "04", "01"),
    ("BUDI HARTONO", "male", "1984-05-02", "3574030205849951", "3574030101190422", "Jl. Ikan Arwana 1", "02", "03"),
    ("SUMIATI", "female", "1969-03-17", "3574035703699952", "3574030101190423", "Jl. Ikan Arwana 9", "02", "03"),
    ("DWI ASTUTIK", "female", "1990-08-21", "3574036108909953", "3574030101190424", "Gg. Mawar 4", "01", "02"),
    ("SLAMET RIYADI", "male", "1958-12-30", "3574033012589954", "3574030101190425", "Gg. Mawar 6", "01", "02"),
    # On the list as a woman, while the NIK says a man: warned about, never blocked (F-N2).
    ("SRI WAHYUNI", "female", "1987-11-12", "3574031211879955", "3574030101190426", "Jl. Ikan Paus 3", "03", "05"),
    # Sixteen on the day: recorded now, printed from the birthday on (F-W2).
    ("RIFKI ALAMSYAH", "male", "2002-10-05", "3574030510029956", "3574030101190427", "Jl. Ikan Hiu 11", "02", "05"),
    # Fifteen on the day: too young even to be recorded.
    ("AYU LESTARI", "female", "2003-06-01", "3574034106039957", "3574030101190428", "Jl. Ikan Hiu 12", "02", "05"),
)
"""The by-name list of Kelurahan Jati."""


class DeskClock:
    """Stands still but for a millisecond a look, so that no two facts are of the same instant."""

    def __init__(self, now: datetime = OPENED_AT) -> None:
        self._now = now

    def now_utc(self) -> datetime:
        """The time of the desk."""
        self._now += timedelta(milliseconds=1)
        return self._now

    def monotonic_s(self) -> float:
        """Seconds since 1970 on the desk's clock."""
        return self._now.timestamp()

    def pass_minutes(self, minutes: float) -> None:
        """Let time go by."""
        self._now += timedelta(minutes=minutes)


@dataclass
class DeskComputer:
    """A computer without a battery and with room on its disk, until a test says otherwise."""

    battery: Power | None = None
    free: int | None = 50 * 10**9

    def power(self) -> Power | None:
        """State of the battery."""
        return self.battery

    def free_bytes(self, folder: Path) -> int | None:
        """What is free on the disk."""
        return self.free

    def minutes_ahead(self, at: datetime) -> int:
        """Western Indonesia."""
        return 7 * 60


@dataclass
class Desk:
    """Everything that a page is given, and the window that holds it."""

    store: Store
    clock: DeskClock
    folders: Folders
    lead: AppUser
    operator: AppUser
    residents: dict[str, str]
    """Name to id."""
    windows: list[MainWindow] = field(default_factory=list)
    computer: DeskComputer = field(default_factory=DeskComputer)

    @cached_property
    def regions(self) -> RegionTable:
        """The whole country."""
        return RegionTable(resources_dir() / "regions")

    def open(self, *pages: tuple[str, Callable[[Context], Page]], user: AppUser | None = None) -> MainWindow:
        """A shown window of 1366 x 690 with these pages, at the first one."""
        made: list[Context] = []
        specs = [
            PageSpec(f"F{at + 2}", name, "user-plus", name.capitalize(), partial(_make_page, make, made))
            for at, (name, make) in enumerate(pages)
        ]
        window = MainWindow(specs, place="Kota Probolinggo")
        dress(window)
        made.append(self.context(window, user or self.operator))
        self.store.on_changed = lambda _tables: window.data_changed()
        self.windows.append(window)
        window.resize(1366, 690)
        window.show()
        window.activateWindow()
        window.show_page(pages[0][0])
        return window

    def context(self, window: MainWindow, user: AppUser) -> Context:
        """What the pages of a window are given."""
        self.store.user = UserId(user.id)
        lanes = InlineLanes()
        sync = SyncDriver(Exchange(self.store), lanes, self.clock, window)
        messages = Messages(window)
        return Context(self.store, lanes, self.clock, user, self.regions, self.folders, messages, sync, self.computer)

    def open_shift(self, **changes: Any) -> str:
        """Open the afternoon shift in Kelurahan Jati as its lead; returns its id."""
        self.store.user = UserId(self.lead.id)
        command = OpenShift(
            plan_id=None,
            day=DAY,
            name="Shift sore",
            site_name="Balai Kelurahan Jati",
            village=VILLAGE,
            planned_start="16:00",
            planned_end="19:00",
            time_zone=TIME_ZONE,
            target_count=100,
            blanks_taken=40,
            present=(Attendant(self.lead.name, "lead", self.lead.id),),
        )
        return self.store.execute(open_shift, replace(command, **changes))

    def let_print(self) -> None:
        """Everybody of the desk may print here."""
        for user in (self.operator, self.lead):
            self.store.user = UserId(user.id)
            let_print(self.store)

    def close(self) -> None:
        """Shut windows and store."""
        self.store.on_changed = lambda _tables: None
        for window in self.windows:
            window.close()
            window.deleteLater()
        # Now, not at some later turn of the loop: what is left over would listen to the windows of the next test.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.store.close()


def _make_page(make: Callable[[Context], Page], made: list[Context]) -> Page:
    return make(made[0])


@dataclass(frozen=True)
class Laptop:
    """A laptop as it comes from the office: file, key, and who and what is in it."""

    file: Path
    key: bytes
    lead_id: str
    operator_id: str
    residents: dict[str, str]


def make_laptop(folder: Path) -> Laptop:
    """A laptop of Kota Probolinggo with two users and the list of Kelurahan Jati; no shift is open."""
    file, key = folder / "fieldkit.db", os.urandom(32)
    store = Store(file, key, migrations_dir(), DeskClock())
    store.write_local(_enrol)
    lead, operator = store.execute(_add_users)
    store.user = UserId(lead)
    residents = store.execute(_add_list)
    store.close()
    return Laptop(file, key, lead, operator, residents)


def desk_of(laptop: Laptop, root: Path) -> Desk:
    """A desk with a copy of this laptop."""
    clock, folders = DeskClock(), open_folders(root)
    file = folders.data / "fieldkit.db"
    shutil.copy(laptop.file, file)
    store = Store(file, laptop.key, migrations_dir(), clock)
    users = [store.query(app_user, user) for user in (laptop.lead_id, laptop.operator_id)]
    assert users[0] is not None
    assert users[1] is not None
    return Desk(store, clock, folders, users[0], users[1], dict(laptop.residents))


def make_desk(root: Path) -> Desk:
    """A desk to look at, outside of tests."""
    return desk_of(make_laptop(open_folders(root / "office").data), root)


@pytest.fixture(scope="session")
def laptop(tmp_path_factory: pytest.TempPathFactory) -> Laptop:
    """Made once: every desk works on a copy of its own."""
    return make_laptop(tmp_path_factory.mktemp("laptop"))


@pytest.fixture
def empty_desk(laptop: Laptop, tmp_path: Path, themed_app: QApplication) -> Iterator[Desk]:
    """A desk before its shift is opened."""
    made = desk_of(laptop, tmp_path / "fieldkit")
    yield made
    made.close()


@pytest.fixture
def desk(empty_desk: Desk) -> Desk:
    """A desk with the afternoon shift of Saturday 23 February 2019 open; it is 16.05."""
    empty_desk.open_shift()
    return empty_desk


def _enrol(database: Database) -> None:
    meta = Meta(database)
    meta.put("origin", "3574-P2.1")
    meta.put("regency", "35.74")


def _add_users(unit: Unit) -> tuple[str, str]:
    code = hashlib.sha256(START_CODE.encode()).hexdigest()
    lead, operator = (
        unit.insert(APP_USER, "35.74", name=name, role=role, active=1, start_code_hash=code)
        for name, role in (("Rina Wulandari", "lead"), ("Agus Prasetyo", "operator"))
    )
    return lead, operator


def _add_list(unit: Unit) -> dict[str, str]:
    list_id = unit.insert(
        TARGET_LIST,
        "35.74",
        name="Belum rekam Kel. Jati",
        as_of="2019-02-01",
        imported_at="2019-02-20T02:00:00.000Z",
        row_count=len(PEOPLE),
        reduced=0,
    )
    rows = [
        (VILLAGE, {**dict(zip(_FIELDS, values, strict=True)), "village": VILLAGE, "list_id": list_id})
        for values in PEOPLE
    ]
    ids = unit.insert_many(RESIDENT, rows)
    return {str(values[0]): row for values, row in zip(PEOPLE, ids, strict=True)}
