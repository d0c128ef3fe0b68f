"""A centre and three laptops in a state that is made once and copied for every run; what befalls them, and the peace
after which they have to agree."""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import httpx
import msgspec
import sqlalchemy as sa
from litestar.testing import TestClient

from fieldkit.domain.errors import OfflineError
from fieldkit.domain.identifiers import UserId
from fieldkit.host.clock import now_ms
from fieldkit.host.places import migrations_dir
from fieldkit.records.declaration import Table
from fieldkit.records.journal import read_fields, read_header
from fieldkit.records.tables import RESIDENT, TABLES
from fieldkit.server.centre import Centre, open_centre
from fieldkit.server.database import reading, upgrade, writing
from fieldkit.server.doorway.routes import build_app
from fieldkit.server.ledger.journal import is_whole
from fieldkit.server.office.erasure import Wish, erase
from fieldkit.server.schema import CASE, DEVICE_GRANT, FIELD_HISTORY, JOURNAL, ORIGIN
from fieldkit.store.integrity.anchor import anchor_file
from fieldkit.store.integrity.journal import chain_is_whole
from fieldkit.store.keeping.backup import back_up
from fieldkit.store.keeping.tampering import look_through
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.sync.engine import SyncEngine, connect
from fieldkit.sync.progress import SyncOutcome
from tests.flows.enrolled import URL, WeatheredLine, ground_at
from tests.laptops import KEY, REGENCY, OwnClock, StillClock, add_people
from tests.quick_files import quick_folder

NAMES = ("SITI NURAINI", "BUDI HARTONO", "SUMIATI")
COUNT = 3
_ROUNDS = 12


@dataclass
class Laptop:
    """A laptop that may be cut off, restarted and set to a wrong time."""

    path: Path
    clock: OwnClock
    line: WeatheredLine
    user: UserId
    letters: list[tuple[httpx.URL, httpx.Headers, bytes]] = field(default_factory=list)
    """Every push that it ever sent off, whether or not it arrived."""
    backup: Path | None = None
    store: Store = field(init=False)
    engine: SyncEngine = field(init=False)

    def __post_init__(self) -> None:
        self.line.before = self._keep
        self._start()

    def _keep(self, request: httpx.Request) -> None:
        if request.url.path.endswith("/push"):
            self.letters.append((request.url, request.headers, request.content))

    def _start(self) -> None:
        self.store = Store(self.path, KEY, migrations_dir(), self.clock)
        self.store.user = self.user
        self.engine = connect(Exchange(self.store), self.clock, lambda _: None, self.line)

    def stop(self) -> None:
        self.engine.close()
        self.store.close()

    def restart(self) -> None:
        """As after a power cut or an evening; whatever befell it, nobody wrote past FieldKit."""
        self.stop()
        self._start()
        assert not look_through(self.store)

    def sync(self) -> SyncOutcome:
        return self.engine.run(threading.Event())

    def sync_cut(self, at_request: int, *, is_answer_lost: bool) -> None:
        """A round in which one request is lost on the way there, or its answer on the way back."""
        with _cut(self.line, at_request, is_answer_lost=is_answer_lost):
            outcome = self.sync()
        assert outcome.cause is None or isinstance(outcome.cause, OfflineError)
        assert not outcome.all_sent or Exchange(self.store).waiting() == 0

    def back_up(self) -> None:
        """Keep a backup as it is made at the end of a shift."""
        self.backup = back_up(self.store, Path(tempfile.mkdtemp(dir=self.path.parent))).path

    def copied(self, source: Path, name: str) -> Laptop:
        """A laptop on a copy of a file: of its disk as it lies, or of a backup, which knows that it is one."""
        copy = self.path.with_name(name)
        shutil.copyfile(source, copy)
        if (note := anchor_file(source)).exists():
            shutil.copyfile(note, anchor_file(copy))
        line = WeatheredLine(self.line.centre)
        return Laptop(copy, OwnClock(self.clock.office), line, self.user, backup=self.backup)

    def send_letter_again(self, number: int) -> None:
        """An old push arrives once more, late and out of order; the centre answers it, or says where it stands."""
        if self.letters:
            url, headers, content = self.letters[number % len(self.letters)]
            answer = self.line.centre.handle_request(httpx.Request("POST", url, headers=headers, content=content))
            assert answer.status_code in (200, 409), answer.read()

    def knows(self, person: str) -> bool:
        return self.value("SELECT 1 FROM resident WHERE id = ?", person) is not None

    def value(self, sql: str, *values: object) -> Any:
        return self.store.query(lambda database: database.value(sql, *values))

    def rows(self, table: Table) -> list[tuple[object, ...]]:
        return self.store.query(lambda database: database.rows(f"{_selecting(table)} ORDER BY id"))


@contextmanager
def _cut(line: WeatheredLine, at_request: int, *, is_answer_lost: bool) -> Iterator[None]:
    before, after, counted = line.before, line.after, 0

    def befall(request: httpx.Request) -> None:
        nonlocal counted
        counted += 1
        if counted == at_request:
            raise httpx.ReadError("cut")

    def noted_and_befall(request: httpx.Request) -> None:
        before(request)
        befall(request)

    if is_answer_lost:
        line.after = befall
    else:
        line.before = noted_and_befall
    try:
        yield
    finally:
        line.before, line.after = before, after


@dataclass
class World:
    """The centre, the laptops, and the ids of the people whom all of them know."""

    centre: Centre
    clock: StillClock
    laptops: list[Laptop]
    people: list[str]
    erased: set[tuple[str, str]] = field(default_factory=set)
    """Fields of people that hold nothing any more."""
    copies: int = 0
    """How often a laptop went on as the copy of another, or of itself as it had been."""

    def assign(self, laptop: int, area: str) -> None:
        """From now on a laptop has this area and no other."""
        self.clock.pass_by(seconds=1)
        at_ms, grant = now_ms(self.clock), DEVICE_GRANT.c
        device = Exchange(self.laptops[laptop].store).connection().device_id
        with writing(self.centre.engine) as connection:
            ending = DEVICE_GRANT.update().where(grant.device_id == device, grant.until_ms.is_(None))
            connection.execute(ending.values(until_ms=at_ms))
            # There is one grant for each area that a laptop ever had.
            connection.execute(DEVICE_GRANT.delete().where(grant.device_id == device, grant.area == area))
            new = {"regency": REGENCY, "device_id": device, "from_ms": at_ms, "area": area}
            connection.execute(DEVICE_GRANT.insert(), new)

    def restore(self, laptop: int) -> None:
        """A laptop goes back to its last backup; what it wrote since is on no laptop any more."""
        here = self.laptops[laptop]
        if here.backup is not None:
            self._put(laptop, here, here.backup)

    def clone(self, laptop: int, onto: int) -> None:
        """The disk of a laptop is copied onto another one, which loses its own."""
        source = self.laptops[laptop]
        if laptop != onto:
            source.store.query(lambda database: database.run("PRAGMA wal_checkpoint(TRUNCATE)"))
            self._put(onto, source, source.path)

    def _put(self, place: int, source: Laptop, file: Path) -> None:
        self.copies += 1
        copy = source.copied(file, f"copy{self.copies}.db")
        self.laptops[place].stop()
        self.laptops[place] = copy

    def erase(self, person: str, field: str) -> None:
        """The office erases what a field of a person holds, whoever knows it."""
        self.clock.pass_by(seconds=1)
        wish = Wish(RESIDENT.name, person, "permintaan tertulis", self.laptops[0].user, (field,))
        assert erase(self.centre, REGENCY, wish, now_ms=now_ms(self.clock))
        self.erased.add((person, field))

    def come_to_rest(self) -> None:
        """Everybody has every area and the right time, and syncs until nothing moves any more."""
        for number, laptop in enumerate(self.laptops):
            laptop.clock.jump("right")
            self.assign(number, REGENCY)
        for _ in range(_ROUNDS):
            outcomes = [laptop.sync() for laptop in self.laptops]
            causes = [outcome.cause for outcome in outcomes if outcome.cause is not None]
            # Copies of one laptop find each other out first.
            assert not causes or self.copies, causes
            if not causes and not any(outcome.sent or outcome.fetched for outcome in outcomes):
                return
        raise AssertionError("the laptops never come to rest")

    def require_agreement(self) -> None:
        """Invariants 3, 4, 5, 6 and 13, once everything was sent."""
        for table in TABLES:
            said = self._rows(table)
            for laptop in self.laptops:
                assert laptop.rows(table) == said, table.name
        for laptop in self.laptops:
            assert Exchange(laptop.store).waiting() == 0
            assert laptop.value("SELECT count(*) FROM journal WHERE in_base = 0") == 0
            assert laptop.store.query(chain_is_whole)
            self._require_held_whole(laptop)
            self._require_nothing_lost(laptop)
            self._require_erased(laptop)

    def _require_held_whole(self, laptop: Laptop) -> None:
        origin, count = laptop.store.meta.origin, laptop.store.meta.last_number
        with reading(self.centre.engine) as connection:
            held = connection.scalar(sa.select(ORIGIN.c.held_number).where(ORIGIN.c.origin == origin))
            assert (held or 0) == count
            assert is_whole(connection, (REGENCY, origin))

    def _require_erased(self, laptop: Laptop) -> None:
        """Neither in the rows nor in what the laptop wrote."""
        for person, name in self.erased:
            assert not laptop.value(f"SELECT {name} FROM resident WHERE id = ?", person)
            assert (person, name) not in {word.what for word in _words(laptop)}

    def _require_nothing_lost(self, laptop: Laptop) -> None:
        """A laptop's last word on each field stands, is in the history or a case, waits for a decision there, or gave
        way to somebody who had it on screen.

        Among copies somebody may have had it on screen whose laptop is no more: then all was journalled at least.
        """
        if self.copies:
            self._require_journalled(laptop)
            return
        kept = self._kept_values()
        others = [word for each in self.laptops if each is not laptop for word in _words(each)]
        pending = {number for (number,) in laptop.store.query(lambda d: d.rows("SELECT number FROM attention"))}
        for word in {word.what: word for word in _words(laptop)}.values():
            was_seen = any(other.what == word.what and other.seen >= word.version > 0 for other in others)
            assert was_seen or (*word.what, word.value) in kept or word.command in pending, word

    def _require_journalled(self, laptop: Laptop) -> None:
        journal = JOURNAL.c
        with reading(self.centre.engine) as connection:
            found = connection.execute(sa.select(journal.header, journal.fields)).all()
        held = {(read_header(bytes(header)).row, bytes(fields or b"")) for header, fields in found}
        for header, fields in laptop.store.query(lambda database: database.rows("SELECT header, fields FROM journal")):
            assert (read_header(header).row, bytes(fields or b"")) in held

    def _kept_values(self) -> set[tuple[str, str, Any]]:
        names = RESIDENT.column_names
        kept = {
            (str(row[0]), name, value)
            for row in self._rows(RESIDENT)
            for name, value in zip(names, row[4:], strict=True)
        }
        history = FIELD_HISTORY.c
        with reading(self.centre.engine) as connection:
            for row, name, value in connection.execute(sa.select(history.row, history.field, history.value)):
                kept.add((row, name, msgspec.json.decode(value)))
            for row, details in connection.execute(sa.select(CASE.c.row, CASE.c.details)):
                fields = msgspec.json.decode(details).get("fields", {})
                kept |= {(row, name, both[side]) for name, both in fields.items() for side in ("current", "proposed")}
        return kept

    def _rows(self, table: Table) -> list[tuple[object, ...]]:
        with reading(self.centre.engine) as connection:
            found = connection.execute(sa.text(f"{_selecting(table)} WHERE regency = :r"), {"r": REGENCY})
            return sorted((tuple(row) for row in found), key=lambda row: str(row[0]))


@dataclass(frozen=True)
class _Word:
    """What a change said of a field: on which version of the row, and which version contains the decision."""

    what: tuple[str, str]
    value: Any
    command: int
    seen: int
    version: int


def _words(laptop: Laptop) -> Iterator[_Word]:
    sql = "SELECT header, fields, version FROM journal WHERE table_name = 'resident' ORDER BY number"
    for encoded, fields, version in laptop.store.query(lambda database: database.rows(sql)):
        header = read_header(encoded)
        for name, value in read_fields(fields).items():
            yield _Word((header.row, name), value, header.command, header.seen.version, version or 0)


def _selecting(table: Table) -> str:
    names = ("id", "regency", "area", "version", *(column.name for column in table.columns))
    return f"SELECT {', '.join(names)} FROM {table.name}"


@contextmanager
def world() -> Iterator[World]:
    """A copy of the template, alive."""
    template = _template()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=quick_folder())))
        for name, content in template.files.items():
            (folder / name).write_bytes(content)
        clock = StillClock(template.now_utc)
        centre = open_centre(f"sqlite:///{folder / 'centre.sqlite'}")
        stack.callback(centre.close)
        client = stack.enter_context(TestClient(build_app(centre, clock=lambda: now_ms(clock)), base_url=URL))
        made = [
            Laptop(folder / f"laptop{n}.db", OwnClock(clock), WeatheredLine(client._transport), template.lead)
            for n in range(COUNT)
        ]
        alive = World(centre, clock, made, list(template.people))
        stack.callback(lambda: [laptop.stop() for laptop in alive.laptops])
        yield alive


@dataclass(frozen=True)
class _Template:
    files: dict[str, bytes]
    now_utc: datetime
    lead: UserId
    people: list[str]


@cache
def _template() -> _Template:
    """Three laptops that enrolled and know the same three people."""
    with tempfile.TemporaryDirectory(dir=quick_folder()) as name:
        folder = Path(name)
        url = f"sqlite:///{folder / 'centre.sqlite'}"
        upgrade(url, migrations_dir() / "centre")
        with ground_at(url, folder) as ground:
            made = [ground.laptop(f"laptop{number}") for number in range(COUNT)]
            people = add_people(made[0].store, *NAMES)
            for laptop in (*made, *made):
                assert laptop.sync().cause is None
            now_utc, lead = ground.clock.now_utc(), ground.lead
        return _Template({path.name: path.read_bytes() for path in folder.iterdir()}, now_utc, lead, people)
