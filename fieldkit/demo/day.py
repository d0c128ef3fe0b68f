"""The practice day of Kota Probolinggo, as the news of February 2019 tells it; all people are invented."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Final, Protocol

from fieldkit.demo.cable import Cable
from fieldkit.demo.elsewhere import CentreElsewhere
from fieldkit.demo.office import HandedOver, PracticeOffice, take_over
from fieldkit.domain.identifiers import UserId
from fieldkit.host.clock import ShiftedClock
from fieldkit.host.folders import Folders, open_folders
from fieldkit.host.keys import new_database_key
from fieldkit.host.places import migrations_dir, resources_dir
from fieldkit.records.regions import RegionTable
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.sync.doorway import Doorway
from fieldkit.sync.engine import connect
from fieldkit.sync.enrolment import enrol
from fieldkit.work.practice import PracticeList, probolinggo_list, write_list_xlsx
from fieldkit.work.sign_in import set_first_pin

DAY: Final = date(2019, 2, 23)
LIST_AS_OF: Final = date(2019, 2, 22)
LIST_NAME: Final = "Belum rekam Kota Probolinggo"
PIN: Final = "274913"
DOCUMENTS: Final = "documents"
_MORNING: Final = datetime(2019, 2, 23, 2, 1, tzinfo=UTC)
"""09.01 in Probolinggo, when the morning shift begins."""
_SEED: Final = 2019


class PracticeCentre(Protocol):
    """A centre of the practice, whoever runs it."""

    @property
    def cable(self) -> Cable:
        """What leads to it."""

    @property
    def database_file(self) -> Path:
        """Where its rows lie."""

    def close(self) -> None:
        """Let it go."""


@dataclass(frozen=True, slots=True)
class PracticeDay:
    """Everything that stands ready: centre, laptop, list and lead."""

    folder: Path
    centre: PracticeCentre
    office: PracticeOffice
    store: Store
    clock: ShiftedClock
    folders: Folders
    regions: RegionTable
    list_file: Path
    people: PracticeList


@contextmanager
def practice_day(folder: Path, centre_url: str | None = None) -> Iterator[PracticeDay]:
    """Set the day up in a folder, and take the centre down again afterwards, unless it runs at an address."""
    centre, handed = _centre_here(folder) if centre_url is None else _centre_at(folder, centre_url)
    clock, office = ShiftedClock(timedelta(milliseconds=handed.clock_offset_ms)), handed.office
    try:
        folders = replace(open_folders(folder / "laptop"), documents=folder / DOCUMENTS)
        with closing(Store(folders.data / "fieldkit.db", new_database_key(), migrations_dir(), clock)) as store:
            _enrol(store, centre, office)
            regions = RegionTable(resources_dir() / "regions")
            people, list_file = probolinggo_list(seed=_SEED), folder / "daftar-belum-rekam.xlsx"
            write_list_xlsx(people.rows, list_file, regions)
            yield PracticeDay(folder, centre, office, store, clock, folders, regions, list_file, people)
    finally:
        centre.close()


def morning_clock() -> ShiftedClock:
    """09.01 on the practice day, from now on."""
    return ShiftedClock(_MORNING - datetime.now(UTC))


def _centre_here(folder: Path) -> tuple[PracticeCentre, HandedOver]:
    # The installed program comes without a centre.
    from fieldkit.demo.centre import start_centre

    return start_centre(folder, morning_clock(), DAY)


def _centre_at(folder: Path, url: str) -> tuple[PracticeCentre, HandedOver]:
    return CentreElsewhere(folder, url), take_over(folder)


def sync_once(store: Store) -> None:
    """One round; raises what stopped it."""
    engine = connect(Exchange(store), store.clock, lambda _: None)
    outcome = engine.run(Event())
    engine.close()
    if outcome.cause is not None:
        raise outcome.cause


def _enrol(store: Store, centre: PracticeCentre, office: PracticeOffice) -> None:
    """Become a laptop of the centre, and fetch the team and the schedule."""
    doorway = Doorway(centre.cable.url)
    enrol(doorway, Exchange(store), office.device_code, "Laptop P1")
    doorway.close()
    sync_once(store)
    set_first_pin(store, UserId(office.lead_id), office.lead_start_code, PIN)
