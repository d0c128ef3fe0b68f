"""Laptops for tests: a real encrypted store with people, users and an open shift. Everybody here is invented."""

from __future__ import annotations

import hashlib
import tempfile
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path

from fieldkit.domain.cards import print_right
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.people.phone import PhoneOwner
from fieldkit.domain.people.sex import Sex
from fieldkit.domain.requests.service import Paper, Reason, RecordedBefore
from fieldkit.host.clock import Clock
from fieldkit.host.places import migrations_dir
from fieldkit.records.tables import (
    APP_USER,
    CARD_HANDOVER,
    CERTIFICATE,
    PRINT_PERMIT,
    RESIDENT,
    SHIFT_PLAN,
    TARGET_LIST,
)
from fieldkit.records.wire import Enrolment
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.store.unit import Unit
from fieldkit.work.instants import instant
from fieldkit.work.shifts.attendance import Attendant
from fieldkit.work.shifts.opening import OpenShift, open_shift
from fieldkit.work.sign_in import Signer, check_in, set_first_pin
from fieldkit.work.table.registration import NewPerson, Register, Registered, register

KEY = bytes(range(32))
REGENCY = "35.74"
JATI = "35.74.03.1004"
ZONE = "Asia/Jakarta"
SATURDAY = date(2019, 2, 23)
_WALK_INS = count()
_YEAR_2000 = datetime(2000, 1, 1, tzinfo=UTC)


class StillClock:
    """A clock that moves only when told."""

    def __init__(self, now_utc: datetime = datetime(2019, 2, 23, 9, 5, tzinfo=UTC)) -> None:
        self.now = now_utc

    def now_utc(self) -> datetime:
        """16.05 in Probolinggo, until it is moved."""
        return self.now

    def monotonic_s(self) -> float:
        """Seconds that the clock was moved."""
        return self.now.timestamp()

    def pass_by(self, **amount: float) -> None:
        """Let time pass: minutes=5."""
        self.now += timedelta(**amount)


@dataclass
class OwnClock:
    """A laptop's clock: that of the office, or what a flat battery and a wrong setting made of it."""

    office: StillClock
    wrong_by: timedelta = timedelta()

    def now_utc(self) -> datetime:
        """The time that it shows."""
        return self.office.now_utc() + self.wrong_by

    def monotonic_s(self) -> float:
        """Seconds that really passed."""
        return self.office.monotonic_s()

    def jump(self, where: str) -> None:
        """To the year 2000, a day ahead, or back to the truth."""
        lost = _YEAR_2000 - self.office.now_utc()
        self.wrong_by = {"year 2000": lost, "a day ahead": timedelta(days=1), "right": timedelta()}[where]


@cache
def _migrated() -> bytes:
    """The file of a fresh database; migrating one takes longer than most tests."""
    with tempfile.TemporaryDirectory() as folder:
        Store(Path(folder) / "fieldkit.db", KEY, migrations_dir(), StillClock()).close()
        return (Path(folder) / "fieldkit.db").read_bytes()


def fresh_store(path: Path, clock: Clock) -> Store:
    """A store on a fresh database, or on the one that is there."""
    if not path.exists():
        path.write_bytes(_migrated())
    return Store(path, KEY, migrations_dir(), clock)


def laptop(folder: Path, clock: StillClock | None = None, *, origin: str = "3574-P2.1") -> Store:
    """An enrolled laptop without any people."""
    folder.mkdir(parents=True, exist_ok=True)
    store = fresh_store(folder / "fieldkit.db", clock or StillClock())
    enrolment = Enrolment(
        device_id=f"device-{origin}",
        token="token",
        origin=origin,
        regency=REGENCY,
        regency_name="Kota Probolinggo",
        areas=[REGENCY],
        centre_key="00" * 32,
    )
    if not store.meta.is_enrolled:
        Exchange(store).adopt(enrolment, "00" * 32, "http://127.0.0.1:1")
    return store


def add_user(store: Store, name: str = "Rina Wulandari", role: str = "lead") -> UserId:
    """A user of the office; signed in as the one who works from now on."""

    def verb(unit: Unit) -> UserId:
        return UserId(unit.insert(APP_USER, REGENCY, name=name, role=role, active=1))

    store.user = store.execute(verb)
    return store.user


def let_print(store: Store, *, until: str | None = None, district: str = JATI[:8]) -> None:
    """Whoever is signed in is trained and appointed to print, and the district may."""

    def verb(unit: Unit) -> None:
        span = {"valid_from": "2019-01-01", "valid_until": until}
        for kind in print_right.Paper:
            unit.insert(CERTIFICATE, REGENCY, user_id=unit.user, kind=kind, letter_no="470/31/SK/2019", **span)
        conditions = dict.fromkeys(("funds", "network", "equipment", "staff"), 1)
        unit.insert(PRINT_PERMIT, district, district=district, **conditions, **span)

    store.execute(verb)


def add_people(store: Store, *names: str, village: str = JATI, on_list: bool = True) -> list[str]:
    """Residents by name, with NIK serials 9901, 9902, ... in the order given."""

    def verb(unit: Unit) -> list[str]:
        list_id = None
        if on_list:
            at = "2019-02-22T09:00:00.000Z"
            list_id = unit.insert(
                TARGET_LIST, REGENCY, name="Daftar", as_of="2019-02-22", imported_at=at, row_count=len(names), reduced=0
            )
        rows = [(village, _resident(name, number, village, list_id)) for number, name in enumerate(names, 9901)]
        return list(unit.insert_many(RESIDENT, rows))

    return store.execute(verb)


def _resident(name: str, number: int, village: str, list_id: str | None) -> dict[str, object]:
    return {
        "name": name,
        "nik": f"357403521187{number}",
        "kk": f"357403010203{number}",
        "sex": Sex.FEMALE,
        "birth_date": "1987-11-12",
        "village": village,
        "address": "Jl. Ikan Paus 14",
        "rt": "03",
        "rw": "05",
        "list_id": list_id,
    }


def add_plan(
    store: Store,
    name: str = "Shift sore",
    start: str = "16:00",
    end: str = "19:00",
    *,
    village: str = JATI,
    day: date = SATURDAY,
) -> str:
    """A planned shift, of Saturday in Jati where nothing else is said."""

    def verb(unit: Unit) -> str:
        return unit.insert(
            SHIFT_PLAN,
            village,
            day=day.isoformat(),
            name=name,
            site_name="Kantor Kelurahan Jati",
            village=village,
            planned_start=start,
            planned_end=end,
            time_zone=ZONE,
            lead_id=unit.user,
            target_count=100,
        )

    return store.execute(verb)


def opened(store: Store, *, blanks: int = 46, plan_id: str | None = None) -> str:
    """Open the evening shift in Jati."""
    command = OpenShift(
        plan_id, SATURDAY, "Shift sore", "Kantor Kelurahan Jati", JATI, "16:00", "19:00", ZONE, 100, blanks,
        (Attendant("Rina Wulandari", "lead", store.user), Attendant("Agus Prasetyo", "print_operator")),
    )  # fmt: skip
    return store.execute(open_shift, command)


def form(resident_id: str | None = None, **answers: object) -> Register:
    """A complete form; answers replace parts of it."""
    given: dict[str, object] = {
        "resident_id": resident_id,
        "new_person": None if resident_id else NewPerson("SUMIATI", Sex.FEMALE, date(1990, 5, 2)),
        "reason": Reason.FIRST_RECORDING,
        "recorded_before": RecordedBefore.NO,
        "papers": (Paper.FAMILY_CARD,),
        "nik": "" if resident_id else nik_of_walk_in(next(_WALK_INS)),
        "kk": "",
        "phone_owner": PhoneOwner.OWN,
        "phone": "081234901117",
        "contact_name": "",
        "contact_relation": "",
        "sms_consent": True,
    }
    return Register(**{**given, **answers})  # type: ignore[arg-type]


def nik_of_walk_in(number: int) -> str:
    """Another one for each walk-in, so that no two of them are taken for one person; after 8,910 of a city the next."""
    city, of_city = divmod(number, 90 * 99)
    return f"35{city + 74}{of_city // 99 + 3:02}420590{of_city % 99 + 9901}"


def registered(store: Store, resident_id: str | None = None, **answers: object) -> Registered:
    """Register somebody."""
    return store.execute(register, form(resident_id, **answers))


def handed_over(unit: Unit, request_id: str) -> str:
    """A card that was printed elsewhere is brought to its owner now."""
    values = {"request_id": request_id, "received_by": "yang bersangkutan", "identity_shown": "KK"}
    return unit.insert(CARD_HANDOVER, JATI, **values, place_kind="home", at=instant(unit.now_utc))


def signing_lead(store: Store) -> Signer:
    """A lead who has set a PIN here, and is signed in from now on."""
    code = hashlib.sha256(b"KODE-9901").hexdigest()
    values = {"name": "Rina Wulandari", "role": "lead", "active": 1, "start_code_hash": code}
    store.user = store.execute(lambda unit: UserId(unit.insert(APP_USER, REGENCY, **values)))
    set_first_pin(store, store.user, "KODE-9901", "274913")
    return check_in(store, store.user, "274913")
