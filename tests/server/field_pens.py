"""Laptops as the centre sees them: pens that write sealed changes, and a doorway to hand them in. Invented people."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

import httpx
import msgspec
import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from litestar.testing import TestClient

from fieldkit.domain.areas import regency_of
from fieldkit.domain.identifiers import row_id
from fieldkit.records.journal import FORMAT, Header, SealedChange, Seen, genesis, seal
from fieldkit.records.start_codes import key_statement, prove
from fieldkit.records.wire import (
    ChangeOnWire,
    Enrolment,
    EnrolRequest,
    Pull,
    PullReply,
    Push,
    PushReply,
    TablePage,
    Trouble,
    pack,
)
from fieldkit.server.centre import Centre, open_centre
from fieldkit.server.devices.enrolment import issue_code
from fieldkit.server.doorway.routes import build_app
from fieldkit.server.office.writing import add_user
from fieldkit.server.regencies import add_regency
from tests.one_time_codes import codes_are_cheap

PROBOLINGGO = "35.74"
JATI = "35.74.03.1004"
MAYANGAN = "35.74.03.1001"
NOW_MS = 1_550_887_500_000
"""Saturday, 23 February 2019, 09.05 in Probolinggo."""
AT = "2019-02-23T02:05:00Z"
T = TypeVar("T")


@dataclass
class Clock:
    """A clock that moves only when told."""

    now_ms: int = NOW_MS

    def __call__(self) -> int:
        return self.now_ms


def new_id() -> str:
    """A row id."""
    return row_id(NOW_MS, os.urandom(10))


@dataclass
class Pen:
    """Writes the changes of one origin, as a laptop does."""

    origin: str
    user: str
    clock: Clock = field(default_factory=Clock)
    journal: list[SealedChange] = field(default_factory=list)
    sent: int = 0
    ticks: int = 0

    def insert(self, table: str, values: Mapping[str, Any], *, area: str = JATI, row: str = "", **more: Any) -> str:
        """A command of one new row; returns its id."""
        row = row or new_id()
        self.command([(table, row, area, dict(values), True, more)])
        return row

    def edit(self, table: str, row: str, *, area: str = JATI, seen: int = 0, **values: Any) -> int:
        """A command of one edit, made on the version `seen`; returns its number."""
        return self.command([(table, row, area, values, False, {"seen": Seen(1, seen, 0)})])

    def command(self, changes: Sequence[tuple[str, str, str, Mapping[str, Any], bool, Mapping[str, Any]]]) -> int:
        """One command of several changes: table, row, area, values, is_insert, other parts of the header."""
        first = len(self.journal) + 1
        for table, row, area, values, is_insert, more in changes:
            self.ticks += 1
            header = Header(
                format=FORMAT,
                origin=self.origin,
                number=len(self.journal) + 1,
                command=first,
                command_size=len(changes),
                stamp=(self.clock() << 16) + self.ticks,
                table=table,
                row=row,
                regency=regency_of(area),
                area=area,
                user=self.user,
                seen=Seen(),
                is_insert=is_insert,
            )
            self.write(msgspec.structs.replace(header, **more), values)
        return first

    def write(self, header: Header, values: Mapping[str, Any]) -> None:
        """Seal one change behind the last."""
        self.journal.append(seal(header, dict(values), os.urandom(16), self.chain_at(len(self.journal))))

    def chain_at(self, number: int) -> bytes:
        """The chain hash after a number."""
        return self.journal[number - 1].chain if number else genesis(self.origin)

    def batch(self, first: int | None = None, last: int | None = None) -> Push:
        """The changes from one number to another; what was never sent where none is named."""
        first, last = first or self.sent + 1, last or len(self.journal)
        sealed = self.journal[first - 1 : last]
        return Push(
            origin=self.origin,
            first=first,
            before=self.chain_at(first - 1).hex(),
            after=self.chain_at(last).hex(),
            changes=[on_wire(each) for each in sealed],
        )


def on_wire(change: SealedChange) -> ChangeOnWire:
    """A sealed change as it is sent."""
    return ChangeOnWire(msgspec.Raw(change.header), change.salt.hex(), msgspec.Raw(change.fields))


@dataclass
class FieldLaptop:
    """An enrolled laptop: its pen, and its way to the centre."""

    client: httpx.Client
    enrolment: Enrolment
    pen: Pen

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> httpx.Response:
        """A request with this laptop's token."""
        bearer = {"Authorization": f"Bearer {self.enrolment.token}"}
        return self.client.request(method, path, content=body, headers=bearer | headers)

    def push(self, batch: Push | None = None) -> PushReply:
        """Hand in what was never sent, or this batch."""
        batch = batch or self.pen.batch()
        reply = read(self.ask("POST", "/v1/push", pack(batch)), PushReply)
        self.pen.sent = max(self.pen.sent, reply.receipt.number)
        return reply

    def push_trouble(self, batch: Push) -> tuple[int, Trouble]:
        """Hand in a batch that is not taken."""
        return trouble(self.ask("POST", "/v1/push", pack(batch)))

    def pull(self, cursors: Mapping[str, int] | None = None, **parts: Any) -> PullReply:
        """One page."""
        asked = Pull(epoch=1, cursors=dict(cursors or {PROBOLINGGO: 0}), **parts)
        return read(self.ask("POST", "/v1/pull", pack(asked)), PullReply)

    def rows(self, table: str, **parts: Any) -> dict[str, dict[str, Any]]:
        """All rows of a table that the centre lets this laptop see, by id."""
        pages = [page for reply in self.pages(**parts) for page in reply.tables if page.table == table]
        return {row["id"]: row for page in pages for row in as_dicts(page)}

    def pages(self, cursors: Mapping[str, int] | None = None, **parts: Any) -> Iterator[PullReply]:
        """Page after page, until it is done."""
        reply = self.pull(cursors, **parts)
        yield reply
        while not reply.done:
            reply = self.pull(reply.cursors, heads=reply.heads, **parts)
            yield reply


def as_dicts(page: TablePage) -> list[dict[str, Any]]:
    """The rows of a page by column."""
    return [dict(zip(page.columns, row, strict=True)) for row in page.rows]


def read(response: httpx.Response, kind: type[T]) -> T:
    """The message of an answer that is one."""
    assert response.status_code == 200, (response.status_code, response.content)
    return msgspec.json.decode(plain(response), type=kind)


def trouble(response: httpx.Response) -> tuple[int, Trouble]:
    """Status and body of an answer that is a trouble."""
    assert response.status_code >= 400, response.content
    return response.status_code, msgspec.json.decode(plain(response), type=Trouble)


def plain(response: httpx.Response) -> bytes:
    """The body without its compression: httpx takes it off where it knows how."""
    content = response.content
    return zstandard.decompress(content) if content.startswith(b"\x28\xb5\x2f\xfd") else content


@dataclass(frozen=True)
class PenKey:
    """A user's key, as a laptop makes it: its row, and what it signs with."""

    id: str
    secret: Ed25519PrivateKey

    def sign(self, document: str) -> str:
        """The signature of a document."""
        return self.secret.sign(document.encode()).hex()


def key_of(laptop: FieldLaptop, user: str, code: str = "", *, verifier: str = "", area: str = JATI) -> PenKey:
    """A key of a user, with the proof by the code of the office where one is told."""
    secret = Ed25519PrivateKey.generate()
    public = secret.public_key().public_bytes_raw().hex()
    told = {"user_id": user, "public_key": public}
    if code:
        kept = verifier or laptop.rows("app_user")[user]["start_code_hash"]
        told["proof"] = prove(code, kept, key_statement(PROBOLINGGO, user, public))
    return PenKey(laptop.pen.insert("user_key", told, area=area), secret)


@dataclass
class Ground:
    """A centre that hosts Probolinggo, with one lead, and whoever enrols."""

    centre: Centre
    client: httpx.Client
    clock: Clock
    lead: str
    lead_code: str

    def laptop(self, *areas: str, regency: str = PROBOLINGGO, user: str = "") -> FieldLaptop:
        """Enrol a laptop for these areas; for the whole regency where none is named."""
        code = issue_code(self.centre, regency, areas or [regency], now_ms=self.clock())
        key = Ed25519PrivateKey.generate().public_key().public_bytes_raw().hex()
        asked = EnrolRequest(code=code, device_name="Laptop Jati", public_key=key)
        enrolment = read(self.client.post("/v1/enrol", content=pack(asked)), Enrolment)
        return FieldLaptop(self.client, enrolment, Pen(enrolment.origin, user or self.lead, self.clock))


@contextmanager
def ground_at(database_url: str) -> Iterator[Ground]:
    """A centre on a migrated, empty database."""
    clock = Clock()
    with codes_are_cheap(), closing(open_centre(database_url)) as centre:
        add_regency(centre, PROBOLINGGO, "Kota Probolinggo")
        lead, code = add_user(centre, PROBOLINGGO, name="Rina Wulandari", role="lead", now_ms=clock())
        with TestClient(build_app(centre, clock=clock), raise_server_exceptions=False) as client:
            yield Ground(centre, client, clock, lead, code)


def resident(name: str = "SRI WAHYUNI", **more: Any) -> dict[str, Any]:
    """The values of a resident."""
    return {"name": name, "village": JATI, "sex": "P", "birth_date": "1990-05-17", **more}


def request_for(resident_id: str, **more: Any) -> dict[str, Any]:
    """The values of a service request."""
    return {
        "shift_id": "shift-1",
        "resident_id": resident_id,
        "reason": "first",
        "queue_no": "P1-001",
        "receipt_ref": "P1-001-7",
        "phone_answer": "none",
        "sms_consent": 0,
        "on_list": 1,
        "out_of_hours": 0,
        "at": AT,
        **more,
    }
