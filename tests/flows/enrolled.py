"""A real centre in this process, laptops that enrolled at it, and a line between them that can be cut."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import sqlalchemy as sa
from litestar.testing import TestClient

from fieldkit.domain.identifiers import UserId
from fieldkit.host.clock import Clock, now_ms
from fieldkit.records.declaration import Table
from fieldkit.records.tables import RESIDENT
from fieldkit.records.wire import PullReply, TablePage
from fieldkit.server.cases import open_cases
from fieldkit.server.centre import Centre, open_centre
from fieldkit.server.devices.enrolment import issue_code
from fieldkit.server.doorway.routes import build_app
from fieldkit.server.office.writing import add_user
from fieldkit.server.regencies import add_regency
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.store.unit import Unit
from fieldkit.sync.doorway import Doorway
from fieldkit.sync.engine import SyncEngine, connect
from fieldkit.sync.enrolment import enrol
from fieldkit.sync.progress import Progress, SyncOutcome
from fieldkit.work.sign_in import Signer, check_in, set_first_pin
from tests.laptops import JATI, REGENCY, StillClock, add_people, fresh_store
from tests.one_time_codes import codes_are_cheap

URL = "http://127.0.0.1"
Fault = Callable[[httpx.Request], None]


@dataclass
class WeatheredLine(httpx.BaseTransport):
    """Carries requests to the centre, unless the weather forbids."""

    centre: httpx.BaseTransport
    before: Fault = lambda _: None
    """Called before a request gets there."""
    after: Fault = lambda _: None
    """Called after the centre did its work, before the answer gets back."""
    calls: list[str] = field(default_factory=list)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.read()
        self.calls.append(request.url.path.removeprefix("/v1/"))
        self.before(request)
        response = self.centre.handle_request(request)
        self.after(request)
        return response


@dataclass
class Laptop:
    """A laptop with its own database, enrolled at the centre."""

    store: Store
    line: WeatheredLine
    engine: SyncEngine
    told: list[Progress]

    def sync(self) -> SyncOutcome:
        """One round."""
        return self.engine.run(threading.Event())

    def rows(self, table: Table) -> list[tuple[object, ...]]:
        """The rows of a table that travel, in the order of their ids."""
        return self.store.query(lambda database: database.rows(f"{_selecting(table)} ORDER BY id"))


@dataclass
class Ground:
    """The centre of one regency, and whoever enrols."""

    centre: Centre
    transport: httpx.BaseTransport
    clock: StillClock
    folder: Path
    lead: UserId
    open: ExitStack

    def laptop(self, name: str, code: str = "", *, contacts: bool = True, clock: Clock | None = None) -> Laptop:
        """A fresh laptop, enrolled with a code of its own unless one is given; the lead is signed in."""
        store = fresh_store(self.folder / f"{name}.db", clock or self.clock)
        self.open.callback(store.close)
        line = WeatheredLine(self.transport)
        code = code or issue_code(self.centre, REGENCY, areas=[REGENCY], now_ms=now_ms(self.clock))
        enrol(Doorway(URL, transport=line), Exchange(store), code, name)
        store.user = self.lead
        told: list[Progress] = []
        engine = connect(Exchange(store), store.clock, told.append, line)
        self.open.callback(engine.close)
        # Nobody signs in before the users of the office have come down.
        if contacts:
            engine.run(threading.Event())
            told.clear()
            line.calls.clear()
        return Laptop(store, line, engine, told)

    def rows(self, table: Table) -> list[tuple[object, ...]]:
        """The rows of a table at the centre, in the order of their ids."""
        with self.centre.engine.connect() as connection:
            found = connection.execute(sa.text(f"{_selecting(table)} WHERE regency = :r ORDER BY id"), {"r": REGENCY})
            return sorted((tuple(row) for row in found), key=lambda row: str(row[0]))


def _selecting(table: Table) -> str:
    names = ("id", "regency", "area", "version", *(column.name for column in table.columns))
    return f"SELECT {', '.join(names)} FROM {table.name}"


@contextmanager
def ground_at(database_url: str, folder: Path) -> Iterator[Ground]:
    """A centre on a migrated, empty database, with one regency and its lead."""
    clock = StillClock()
    with ExitStack() as stack:
        stack.enter_context(codes_are_cheap())
        centre = open_centre(database_url)
        stack.callback(centre.close)
        add_regency(centre, REGENCY, "Kota Probolinggo", time_zone="Asia/Jakarta")
        lead, _ = add_user(centre, REGENCY, name="Rina Wulandari", role="lead", now_ms=now_ms(clock))
        client = stack.enter_context(TestClient(build_app(centre, clock=lambda: now_ms(clock)), base_url=URL))
        yield Ground(centre, client._transport, clock, folder, UserId(lead), stack)


def edit(laptop: Laptop, *people: str, **values: str) -> None:
    """Edit some people in one command."""

    def verb(unit: Unit) -> None:
        for person in people:
            unit.update(RESIDENT, person, **values)

    laptop.store.execute(verb)


def people(laptop: Laptop) -> list[str]:
    """The ids of everybody whom a laptop holds."""
    return [str(row[0]) for row in laptop.rows(RESIDENT)]


def kinds(ground: Ground) -> list[str]:
    """The kinds of the open cases, oldest first."""
    return [case.kind for case in open_cases(ground.centre, REGENCY)]


def device_of(laptop: Laptop) -> str:
    """The id by which the centre knows a laptop."""
    return laptop.store.meta.get("device_id")


def signer(ground: Ground, laptop: Laptop, role: str = "lead") -> Signer:
    """A lead, or who has another role, with a PIN on this laptop, who is signed in there from now on."""
    made, code = add_user(ground.centre, REGENCY, name="Sri Rahayu", role=role, now_ms=now_ms(ground.clock))
    laptop.sync()
    user = UserId(made)
    set_first_pin(laptop.store, user, code, "482915")
    laptop.store.user = user
    return check_in(laptop.store, user, "482915")


def planner(ground: Ground, laptop: Laptop) -> Laptop:
    """The same laptop, with a planner signed in from now on."""
    made, _ = add_user(ground.centre, REGENCY, name="Dewi Lestari", role="planner", now_ms=now_ms(ground.clock))
    laptop.sync()
    laptop.store.user = UserId(made)
    return laptop


def in_areas(ground: Ground, name: str, *areas: str) -> Laptop:
    """A laptop that was given these areas."""
    return ground.laptop(name, issue_code(ground.centre, REGENCY, areas=list(areas), now_ms=now_ms(ground.clock)))


def village_and_office(ground: Ground) -> tuple[Laptop, Laptop, str]:
    """A laptop of Jati, one of the whole city, and somebody of Jati whom both hold."""
    here, office = in_areas(ground, "here", JATI), ground.laptop("office")
    person = add_people(office.store, "SITI NURAINI")[0]
    office.sync()
    here.sync()
    ground.clock.pass_by(minutes=1)
    return here, office, person


def tell(laptop: Laptop, rows: list[tuple[object, ...]]) -> None:
    """Let a laptop know these people, as if the centre had told it."""
    columns = ["id", "regency", "area", "version", *RESIDENT.column_names]
    page = TablePage(table=RESIDENT.name, columns=columns, rows=[list(row) for row in rows])
    Exchange(laptop.store).apply_page(PullReply(epoch=1, heads={}, tables=[page], removals=[], cursors={}, done=True))
