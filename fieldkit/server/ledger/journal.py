"""The centre's journal: every change whole, as it was written, with what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import msgspec
import sqlalchemy as sa

from fieldkit.records.journal import genesis, kept_digest, link
from fieldkit.records.wire import Verdict
from fieldkit.server.bulk import Bulk
from fieldkit.server.ledger.batch import Change
from fieldkit.server.schema import JOURNAL

_NAMES: Final = (
    "regency",
    "origin",
    "number",
    "header",
    "salt",
    "fields",
    "digest",
    "chain",
    "command",
    "verdict",
    "reason",
    "case_id",
    "feed_version",
    "received_ms",
)


class Answer(msgspec.Struct, frozen=True, gc=False):
    """What became of a change; `command` is the number by which its command is known."""

    number: int
    command: int
    verdict: Verdict
    reason: str
    case_id: str
    version: int | None


def write_entries(
    connection: sa.Connection,
    bulk: Bulk,
    whose: tuple[str, str],
    entries: Iterable[tuple[Change, Answer]],
    received_ms: int,
) -> None:
    """Journal changes of an origin (regency, origin) with their answers."""
    rows = (
        (
            *whose,
            change.number,
            change.header_bytes,
            change.salt,
            change.fields,
            change.digest,
            change.chain,
            answer.command,
            str(answer.verdict),
            answer.reason,
            answer.case_id,
            answer.version,
            received_ms,
        )
        for change, answer in entries
    )
    bulk.insert(connection, JOURNAL, _NAMES, rows)


def stored_answers(connection: sa.Connection, whose: tuple[str, str], first: int, count: int) -> list[Answer]:
    """What became of changes that are held, from the first one on."""
    if not count:
        return []
    journal = JOURNAL.c
    query = sa.select(
        journal.number, journal.command, journal.verdict, journal.reason, journal.case_id, journal.feed_version
    )
    found = connection.execute(query.where(_numbers(whose, first, first + count - 1)).order_by(journal.number))
    return [Answer(row.number, row.command, Verdict(row.verdict), *row[3:]) for row in found]


def chain_at(connection: sa.Connection, whose: tuple[str, str], number: int) -> bytes:
    """The chain hash after a held change."""
    query = sa.select(JOURNAL.c.chain).where(_numbers(whose, number, number))
    return bytes(connection.execute(query).scalar_one())


def knows_chain(connection: sa.Connection, whose: tuple[str, str], number: int, chain: str) -> bool:
    """Whether a change is held, with this hash after it."""
    if not number:
        return chain == genesis(whose[1]).hex()
    held = connection.scalar(sa.select(JOURNAL.c.chain).where(_numbers(whose, number, number)))
    return held is not None and bytes(held).hex() == chain


def answer_later(connection: sa.Connection, whose: tuple[str, str], answers: Iterable[Answer]) -> None:
    """Replace the answers of changes that were held until their row arrived."""
    for answer in answers:
        said = {"verdict": answer.verdict.value, "reason": answer.reason, "case_id": answer.case_id}
        this = _numbers(whose, answer.number, answer.number)
        connection.execute(JOURNAL.update().where(this).values(feed_version=answer.version, **said))


def stored_changes(
    connection: sa.Connection, whose: tuple[str, str], first: int, last: int
) -> list[sa.Row[*tuple[Any, ...]]]:
    """Header, salt, fields, chain and digest of held changes, in order."""
    journal = JOURNAL.c
    query = sa.select(journal.number, journal.header, journal.salt, journal.fields, journal.chain, journal.digest)
    return list(connection.execute(query.where(_numbers(whose, first, last)).order_by(journal.number)))


def is_whole(connection: sa.Connection, whose: tuple[str, str]) -> bool:
    """Whether an origin has no gap and every hash follows from what was written (invariant 3)."""
    journal = JOURNAL.c
    query = sa.select(journal.number, journal.header, journal.salt, journal.fields, journal.digest, journal.chain)
    query = query.where(journal.regency == whose[0], journal.origin == whose[1]).order_by(journal.number)
    chain = genesis(whose[1])
    for expected, row in enumerate(connection.execute(query), 1):
        chain = link(chain, row.header, kept_digest(row.salt, row.fields, row.digest))
        if row.number != expected or row.chain != chain:
            return False
    return True


def _numbers(whose: tuple[str, str], first: int, last: int) -> sa.ColumnElement[bool]:
    journal = JOURNAL.c
    return sa.and_(journal.regency == whose[0], journal.origin == whose[1], journal.number.between(first, last))
