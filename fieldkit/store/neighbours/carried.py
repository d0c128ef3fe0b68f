"""USB bundles of other tables that this laptop carries on to the centre. It can not read them, and changes no byte.

A file waits here until the centre has answered it; then only the centre's receipt for the other laptop is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import msgspec

from fieldkit.records.bundle import Span
from fieldkit.store.database import Database
from fieldkit.store.store import Store

GAP: Final = "gap"
"""Something that comes before it has not reached the centre: it goes on waiting. Every other refusal is final."""
_WAITS: Final = "receipt IS NULL AND refusal IN ('', 'gap')"


@dataclass(frozen=True, slots=True, repr=False)
class CarriedFile:
    """A file that somebody brought, and whose it is."""

    digest: str
    spans: tuple[Span, ...]
    prefix: str
    laptop_name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Carried:
    """How a carried file stands. `refusal` is the centre's reason."""

    is_returned: bool
    """Whether the receipt for it was written out."""
    digest: str
    prefix: str
    laptop_name: str
    changes: int
    size_bytes: int
    sent_bytes: int
    taken_ms: int
    answered_ms: int
    refusal: str

    @property
    def is_answered(self) -> bool:
        """Whether the centre has signed for it."""
        return self.answered_ms > 0

    @property
    def waits(self) -> bool:
        """Whether it is still to be sent."""
        return not self.is_answered and self.refusal in ("", GAP)


@dataclass(frozen=True, slots=True, repr=False)
class ReadyReceipt:
    """A receipt for another laptop, and the name of its file without the ending."""

    digest: str
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class CarriedFiles:
    """What the sync engine reads and writes of them; each call is one durable transaction."""

    store: Store

    def waiting(self) -> int:
        """Files that the centre has not answered, counted now."""
        return self.store.query(count_carried)

    def to_send(self) -> list[Carried]:
        """Those, in the order in which their changes were written."""
        return [each for each in self.store.query(carried_files) if each.waits]

    def piece(self, digest: str, start: int, limit_bytes: int) -> bytes:
        """Bytes of a file from one on."""
        sql = "SELECT substr(content, ?2 + 1, ?3) FROM carried_file WHERE digest = ?1"
        return bytes(self.store.query(lambda database: database.value(sql, digest, start, limit_bytes)) or b"")

    def spans(self, digest: str) -> list[Span]:
        """Which changes a file holds."""
        said = self.store.query(lambda d: d.value("SELECT spans FROM carried_file WHERE digest = ?", digest))
        return msgspec.json.decode(said, type=list[Span])

    def note_sent(self, digest: str, sent_bytes: int) -> None:
        """The centre holds so much of a file."""
        sql = "UPDATE carried_file SET sent_bytes = ? WHERE digest = ?"
        self.store.write_local(lambda database: database.run(sql, sent_bytes, digest))

    def note_answer(self, digest: str, receipt: bytes, at_ms: int) -> None:
        """The centre signed for a file: what it held is at the centre now, and its receipt takes its place."""
        sql = "UPDATE carried_file SET receipt = ?, answered_ms = ?, refusal = '', content = x'' WHERE digest = ?"
        self.store.write_local(lambda database: database.run(sql, receipt, at_ms, digest))

    def note_refusal(self, digest: str, code: str) -> None:
        """The centre could not take a file; it stays here with the reason."""
        sql = "UPDATE carried_file SET refusal = ? WHERE digest = ?"
        self.store.write_local(lambda database: database.run(sql, code, digest))


def count_carried(database: Database) -> int:
    """Carried files that wait for the centre."""
    return int(database.value(f"SELECT count(*) FROM carried_file WHERE {_WAITS}"))


def carried_files(database: Database) -> list[Carried]:
    """All of them, in the order in which their changes were written."""
    rows = database.rows(
        "SELECT returned_ms > 0, digest, prefix, laptop_name, changes, size_bytes, sent_bytes, taken_ms, "
        "answered_ms, refusal FROM carried_file ORDER BY origin, first, digest"
    )
    return [Carried(bool(row[0]), *row[1:]) for row in rows]


def keep_carried(database: Database, file: CarriedFile, taken_ms: int) -> None:
    """Carry a file from now on; one that is here already stays as it is."""
    origin, first, last = msgspec.structs.astuple(file.spans[0])
    database.run(
        "INSERT OR IGNORE INTO carried_file (digest, origin, first, last, spans, changes, prefix, laptop_name, "
        "content, size_bytes, taken_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        file.digest,
        origin,
        first,
        last,
        msgspec.json.encode(file.spans).decode(),
        sum(span.last - span.first + 1 for span in file.spans),
        file.prefix,
        file.laptop_name,
        file.content,
        len(file.content),
        taken_ms,
    )


def carried_spans(database: Database) -> list[list[Span]]:
    """What is in each file that was ever carried."""
    return [msgspec.json.decode(said, type=list[Span]) for (said,) in database.rows("SELECT spans FROM carried_file")]


def ready_receipts(database: Database) -> list[ReadyReceipt]:
    """The receipts for other laptops that were not written out yet."""
    rows = database.rows(
        "SELECT digest, origin || '-' || first || '-' || last, receipt FROM carried_file "
        "WHERE receipt IS NOT NULL AND returned_ms = 0 ORDER BY origin, first, digest"
    )
    return [ReadyReceipt(*row) for row in rows]


def note_returned(database: Database, digests: Sequence[str], at_ms: int) -> None:
    """These receipts lie on a stick now."""
    database.run_many("UPDATE carried_file SET returned_ms = ? WHERE digest = ?", [(at_ms, each) for each in digests])
