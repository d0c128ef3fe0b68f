"""A practice laptop without a centre: team, schedule and list are there, and the clock can be set."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from time import monotonic
from typing import Final
from zoneinfo import ZoneInfo

from fieldkit.demo.day import DAY, LIST_AS_OF, LIST_NAME, PIN
from fieldkit.demo.office import JATI, LEAD, REGENCY, ZONE, print_papers
from fieldkit.domain.identifiers import UserId
from fieldkit.host.folders import Folders, open_folders
from fieldkit.host.keys import new_database_key
from fieldkit.host.places import migrations_dir, resources_dir
from fieldkit.host.power import Power
from fieldkit.records.regions import RegionTable
from fieldkit.records.tables import APP_USER, BY_NAME, SHIFT_PLAN, TARGET
from fieldkit.records.wire import CommandVerdict, Enrolment, FeedRun, PushReply, Receipt
from fieldkit.store.queries.people import AppUser, app_user
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.store.unit import Unit
from fieldkit.work.import_list import ImportList, import_list
from fieldkit.work.lists.rows import ListRow
from fieldkit.work.practice import InventedPerson, probolinggo_list
from fieldkit.work.sign_in import set_first_pin

PLACE: Final = "Kota Probolinggo"
OFFICE: Final = "Dinas Kependudukan dan Pencatatan Sipil"
NOWHERE: Final = "http://127.0.0.1:9"
"""Nobody answers there: this laptop is offline."""
_START_CODE: Final = "JATI-2019"
_OTHERS: Final = ("Agus Prasetyo", "Dedi Kurniawan", "Yuni Rahmawati")
_PLANS: Final = (("Shift pagi", "09:00", "12:00"), ("Shift sore", "16:00", "19:00"))
_BATCH_BYTES: Final = 1 << 26
_FREE_BYTES: Final = 80 * 10**9


class SetClock:
    """Stands where it was set, but for a millisecond a look, so that no two facts are of the same instant."""

    def __init__(self, at: str) -> None:
        self._now = _on_the_day(at)
        self._begun_s: float | None = None

    def set(self, at: str) -> None:
        """Another time of the practice day in Probolinggo, such as 16:42."""
        self._now = max(self._now, _on_the_day(at))

    def pass_by(self, minutes: float) -> None:
        """Let time go by."""
        self._now += timedelta(minutes=minutes)

    def run_on(self) -> None:
        """From now on time passes by itself."""
        self._begun_s = monotonic()

    def now_utc(self) -> datetime:
        """The time, in UTC."""
        self._now += timedelta(milliseconds=1)
        if self._begun_s is None:
            return self._now
        return self._now + timedelta(seconds=monotonic() - self._begun_s)

    def monotonic_s(self) -> float:
        """Seconds since 1970."""
        return self.now_utc().timestamp()


@dataclass
class PracticeComputer:
    """A computer on its battery, with room on its disk, the same on every machine that makes pictures."""

    battery: Power = field(default_factory=lambda: Power(64, 110, plugged=False))

    def power(self) -> Power:
        """State of the battery."""
        return self.battery

    def free_bytes(self, folder: Path) -> int:
        """What is free on the disk."""
        return _FREE_BYTES

    def minutes_ahead(self, at: datetime) -> int:
        """Western Indonesia."""
        return 7 * 60


@dataclass(frozen=True, slots=True)
class PracticeLaptop:
    """What a window stands on, and who works at it."""

    store: Store
    clock: SetClock
    folders: Folders
    regions: RegionTable
    lead: AppUser
    people: Sequence[InventedPerson]
    computer: PracticeComputer


def practice_laptop(folder: Path, mark: str = "") -> PracticeLaptop:
    """At 08.40 in the morning: everything that the office has prepared is on the laptop, and nothing has happened.

    A mark stands behind the names of place and office: in the rail, and at the head of every paper.
    """
    clock, folders = SetClock("08:30"), open_folders(folder)
    store = Store(folders.data / "fieldkit.db", new_database_key(), migrations_dir(), clock)
    Exchange(store).adopt(_enrolment(f"{PLACE}{mark}"), "00" * 32, NOWHERE)
    store.user = UserId(store.execute(_prepare))
    set_first_pin(store, store.user, _START_CODE, PIN)
    if mark:
        store.execute(_name_office, f"{OFFICE}{mark}")
    lead = store.query(app_user, store.user)
    if lead is None:
        raise LookupError(LEAD)
    people = probolinggo_list().people
    rows = [_list_row(line, person) for line, person in enumerate(people, start=2)]
    store.execute(import_list, ImportList(LIST_NAME, LIST_AS_OF, rows, reduced=False))
    receive(store)
    clock.set("08:40")
    regions = RegionTable(resources_dir() / "regions")
    return PracticeLaptop(store, clock, folders, regions, lead, people, PracticeComputer())


def receive(store: Store, *exceptions: CommandVerdict) -> None:
    """What waits is taken as a centre would take it, and its receipt is kept."""
    exchange = Exchange(store)
    while (batch := exchange.next_batch(_BATCH_BYTES)) is not None:
        last = batch.first + len(batch.changes) - 1
        at_ms = int(store.clock.now_utc().timestamp() * 1000)
        receipt = Receipt(origin=batch.origin, number=last, chain=batch.after, epoch=1, at_ms=at_ms)
        feed = [FeedRun(batch.first, batch.first, len(batch.changes))]
        exchange.acknowledge(batch, PushReply(receipt=receipt, feed=feed, exceptions=list(exceptions), heads=[]))
    exchange.save_receipt(receipt)


def _enrolment(place: str) -> Enrolment:
    return Enrolment(
        device_id="practice",
        token="practice",  # noqa: S106 - opens nothing: there is no centre
        origin="3574-P1.1",
        regency=REGENCY,
        regency_name=place,
        areas=[REGENCY],
        centre_key="00" * 32,
    )


def _name_office(unit: Unit, name: str) -> None:
    unit.insert(BY_NAME["setting"], REGENCY, key="office_name", value=name, valid_from=DAY.isoformat())


def _prepare(unit: Unit) -> str:
    code = hashlib.sha256(_START_CODE.encode()).hexdigest()
    lead = unit.insert(APP_USER, REGENCY, name=LEAD, role="lead", active=1, start_code_hash=code)
    for name in _OTHERS:
        unit.insert(APP_USER, REGENCY, name=name, role="operator", active=1, start_code_hash=code)
    for name, start, end in _PLANS:
        unit.insert(SHIFT_PLAN, JATI, **_plan(name, start, end, lead))
    for table, area, row in print_papers(lead, DAY):
        unit.insert(BY_NAME[table], area, **row)
    unit.insert(TARGET, JATI, village=JATI, quantity=1_024, until=(DAY + timedelta(days=47)).isoformat())
    return lead


def _plan(name: str, start: str, end: str, lead: str) -> dict[str, object]:
    return {
        "day": DAY.isoformat(),
        "name": name,
        "site_name": "Kantor Kelurahan Jati",
        "village": JATI,
        "planned_start": start,
        "planned_end": end,
        "time_zone": ZONE,
        "lead_id": lead,
        "target_count": 50,
        "set_code": "P-02",
    }


def _list_row(line: int, person: InventedPerson) -> ListRow:
    return ListRow(
        line=line,
        nik=person.nik,
        nik_tail=None,
        kk=person.kk,
        name=person.name,
        birth_place=person.birth_place,
        birth_date=person.birth_date.isoformat(),
        sex=person.sex,
        marital=person.marital,
        address=person.address,
        rt=person.rt,
        rw=person.rw,
        village_code=person.village_code,
        phone=person.phone,
    )


def _on_the_day(at: str, day: date = DAY) -> datetime:
    return datetime.combine(day, time.fromisoformat(at), ZoneInfo(ZONE)).astimezone(UTC)
