"""Edits that came before their row. They are applied in the transaction in which the row arrives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
import sqlalchemy as sa

from fieldkit.records.journal import read_header
from fieldkit.records.wire import Verdict
from fieldkit.server.ledger.batch import Change, Command
from fieldkit.server.ledger.journal import Answer, answer_later, stored_changes
from fieldkit.server.merge.authority import Sender, sender_of_origin
from fieldkit.server.merge.decide import decide_all, load_rows, missing_rows
from fieldkit.server.merge.proposals import Reading, read_command
from fieldkit.server.merge.rows import Key
from fieldkit.server.merge.seals import ERASED
from fieldkit.server.merge.unit import Outcome, Unit
from fieldkit.server.schema import HELD_EDIT


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a held edit waits, and where its journal entry stands."""

    regency: str
    row: str
    origin: str
    number: int
    home: str

    @property
    def whose(self) -> tuple[str, str]:
        return self.home, self.origin


@dataclass(frozen=True, slots=True)
class _Released:
    """A command of an earlier push that is held no longer."""

    whose: tuple[str, str]
    reading: Reading
    outcome: Outcome


def hold(unit: Unit, sender: Sender, reading: Reading) -> list[Key]:
    """Note for which rows a command waits, and return them."""
    missing = missing_rows(unit, reading)
    rows = [
        {
            "regency": proposal.header.regency,
            "row": proposal.header.row,
            "origin": proposal.header.origin,
            "number": proposal.header.number,
            "table": proposal.header.table,
            "home": sender.home,
        }
        for proposal in missing
    ]
    unit.connection.execute(HELD_EDIT.insert(), rows)
    return [proposal.key for proposal in missing]


def free(unit: Unit, waited_for: Sequence[Key]) -> dict[tuple[str, str, int], Answer]:
    """Decide what waited for rows that have arrived, and answer it anew; the answers by home, origin and number."""
    released = _released(unit, waited_for)
    unit.numbers.take(unit.connection, unit.epochs)
    later: dict[tuple[str, str, int], Answer] = {}
    for each in released:
        answers = answers_of(unit, each.reading.command, each.outcome)
        answer_later(unit.connection, each.whose, answers)
        later.update({(*each.whose, answer.number): answer for answer in answers})
    return later


def _released(unit: Unit, waited_for: Iterable[Key]) -> list[_Released]:
    """Apply what waits for the rows that have arrived, until nothing more comes free.

    Called with the feed counters locked and the journal written: what other transactions did before is visible now,
    also rows that this push still waited for when it was decided.
    """
    unit.rows.load(waited_for, locked=True)
    arrived = [key for key in waited_for if unit.rows.get(key)]
    released: list[_Released] = []
    seen = 0
    while arrived or seen < len(unit.rows.new):
        arrived += [row.key for row in unit.rows.new[seen:]]
        seen = len(unit.rows.new)
        waiting = _waiting(unit, arrived)
        arrived = []
        released += filter(None, (_release(unit, place) for place in waiting))
    return released


def told_of_erasure(command: Command, outcome: Outcome) -> Outcome:
    """The outcome of a command of which something was erased on its way in: its writer is told (invariant 6)."""
    is_stripped = any(change.is_stripped for change in command.changes)
    if not is_stripped or outcome.verdict not in (Verdict.APPLIED, Verdict.DUPLICATE):
        return outcome
    return msgspec.structs.replace(outcome, verdict=Verdict.MERGED, reason=ERASED)


def answers_of(unit: Unit, command: Command, outcome: Outcome) -> list[Answer]:
    """The answer for each change of a command, with final feed numbers."""
    versions = outcome.versions or [None] * len(command.changes)
    said = (command.number, outcome.verdict, outcome.reason, outcome.case_id)
    return [
        Answer(change.number, *said, _final(unit, change, version))
        for change, version in zip(command.changes, versions, strict=True)
    ]


def _final(unit: Unit, change: Change, version: int | None) -> int | None:
    if version is None or change.header is None:
        return None
    return unit.numbers.final(change.header.regency, version)


def _waiting(unit: Unit, rows: Iterable[Key]) -> list[_Place]:
    """The edits that wait for these rows, in the order of their origins and numbers."""
    held = HELD_EDIT.c
    by_regency: dict[str, list[str]] = defaultdict(list)
    for _, regency, row in rows:
        by_regency[regency].append(row)
    found: list[sa.Row[str, str, str, int, str]] = []
    for regency, ids in by_regency.items():
        # Hardly ever does anything wait, and asking that first is cheaper than naming all rows.
        if unit.connection.scalar(sa.select(held.row).where(held.regency == regency).limit(1)) is None:
            continue
        query = sa.select(held.regency, held.row, held.origin, held.number, held.home)
        found += unit.connection.execute(query.where(held.regency == regency, unit.bulk.among(held.row, ids)))
    return sorted((_Place(*row) for row in found), key=lambda place: (place.origin, place.number))


def _release(unit: Unit, place: _Place) -> _Released | None:
    if not _still_waits(unit, place):
        return None
    reading = stored_reading(unit, place.whose, place.number)
    sender = sender_of_origin(unit.connection, *place.whose)
    load_rows(unit, sender, [reading])
    (outcome,) = decide_all(unit, sender, [reading])
    if outcome.verdict is Verdict.HELD:
        return None
    for proposal in reading.proposals:
        header = proposal.header
        unit.connection.execute(
            HELD_EDIT.delete().where(_this(header.regency, header.row, header.origin, header.number))
        )
    return _Released(place.whose, reading, outcome)


def _still_waits(unit: Unit, place: _Place) -> bool:
    """Whether the edit was not released a moment ago, with another of its command."""
    this = _this(place.regency, place.row, place.origin, place.number)
    return unit.connection.scalar(sa.select(HELD_EDIT.c.row).where(this)) is not None


def stored_reading(unit: Unit, whose: tuple[str, str], number: int) -> Reading:
    """The command that a held change of an origin (regency, origin) belongs to."""
    (found,) = stored_changes(unit.connection, whose, number, number)
    header = read_header(found.header)
    last = header.command + header.command_size - 1
    changes = unit.seals.strip([_change(row) for row in stored_changes(unit.connection, whose, header.command, last)])
    return read_command(Command(changes, len(changes) == header.command_size))


def _change(row: sa.Row[*tuple[Any, ...]]) -> Change:
    return Change(row.number, read_header(row.header), row.header, row.salt, row.fields, row.chain, row.digest)


def _this(regency: str, row: str, origin: str, number: int) -> sa.ColumnElement[bool]:
    held = HELD_EDIT.c
    return sa.and_(held.regency == regency, held.row == row, held.origin == origin, held.number == number)
