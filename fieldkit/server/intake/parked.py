"""What a newer laptop wrote and an older centre could not read: decided again once the centre can."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import sqlalchemy as sa

from fieldkit.records.wire import Verdict
from fieldkit.server.bulk import ClashError, clashes
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading, writing
from fieldkit.server.intake.held import answers_of, free, hold, stored_reading
from fieldkit.server.ledger.journal import answer_later
from fieldkit.server.ledger.origins import hold_still
from fieldkit.server.merge.authority import sender_of_origin
from fieldkit.server.merge.contents import UNKNOWN
from fieldkit.server.merge.decide import decide_all, load_rows
from fieldkit.server.merge.proposals import Reading
from fieldkit.server.merge.rows import Key
from fieldkit.server.merge.unit import Outcome, Unit
from fieldkit.server.schema import IS_UNDECIDED, JOURNAL

_AT_ONCE: Final = 200
"""Commands that are decided in one transaction, for which the pushes of the regency have to wait."""
_TRIES: Final = 5
_IS_PARKED: Final = sa.and_(IS_UNDECIDED, JOURNAL.c.reason == UNKNOWN.reason)
_Whose = tuple[str, str]
"""Regency and origin."""


def decide_parked(centre: Centre, now_ms: int) -> int:
    """Decide in their order the parked changes that this centre can read; returns how many commands.

    What it can not read either stays parked, so that this may be called at every start.
    """
    return sum(_decide_origin(centre, whose, now_ms) for whose in _origins(centre))


def _origins(centre: Centre) -> list[_Whose]:
    journal = JOURNAL.c
    first = sa.func.min(journal.received_ms)
    query = sa.select(journal.regency, journal.origin).where(_IS_PARKED).group_by(journal.regency, journal.origin)
    with reading(centre.engine) as connection:
        found = connection.execute(query.order_by(first, journal.regency, journal.origin))
        return [(row.regency, row.origin) for row in found]


def _decide_origin(centre: Centre, whose: _Whose, now_ms: int) -> int:
    count = last = 0
    while numbers := _next_commands(centre, whose, last):
        count += _decide_with_patience(centre, whose, numbers, now_ms)
        last = numbers[-1]
    return count


def _next_commands(centre: Centre, whose: _Whose, after: int) -> list[int]:
    journal = JOURNAL.c
    this = sa.and_(journal.regency == whose[0], journal.origin == whose[1], journal.command > after)
    query = sa.select(journal.command).distinct().where(this, _IS_PARKED).order_by(journal.command).limit(_AT_ONCE)
    with reading(centre.engine) as connection:
        return list(connection.scalars(query))


def _decide_with_patience(centre: Centre, whose: _Whose, numbers: Sequence[int], now_ms: int) -> int:
    for attempt in range(_TRIES):
        try:
            with clashes(is_last=attempt == _TRIES - 1), writing(centre.engine) as connection:
                return _decide(Unit(connection, centre.bulk, now_ms, is_careful=True), whose, numbers)
        except ClashError:
            # Whoever pushes at this moment was first; a row of theirs is seen at the next try.
            if attempt == _TRIES - 1:
                raise
    return 0


def _decide(unit: Unit, whose: _Whose, numbers: Sequence[int]) -> int:
    hold_still(unit.connection, *whose)
    # Another process of this centre may have begun at the same time.
    numbers = _still_parked(unit.connection, whose, numbers)
    stored = [stored_reading(unit, whose, number) for number in numbers]
    readings = [each for each in stored if each.problem != UNKNOWN]
    outcomes, waited_for = _outcomes(unit, whose, readings)
    unit.take_numbers()
    for each, outcome in zip(readings, outcomes, strict=True):
        answer_later(unit.connection, whose, answers_of(unit, each.command, outcome))
    free(unit, waited_for)
    unit.write()
    return len(readings)


def _still_parked(connection: sa.Connection, whose: _Whose, numbers: Sequence[int]) -> list[int]:
    journal = JOURNAL.c
    this = sa.and_(journal.regency == whose[0], journal.origin == whose[1], journal.command.in_(numbers))
    return sorted(connection.scalars(sa.select(journal.command).distinct().where(this, _IS_PARKED)))


def _outcomes(unit: Unit, whose: _Whose, readings: Sequence[Reading]) -> tuple[list[Outcome], list[Key]]:
    sender = sender_of_origin(unit.connection, *whose)
    load_rows(unit, sender, readings)
    outcomes: list[Outcome] = []
    waited_for: list[Key] = []
    for each, outcome in zip(readings, decide_all(unit, sender, readings), strict=True):
        outcomes.append(outcome)
        if outcome.verdict is Verdict.HELD:
            waited_for += hold(unit, sender, each)
    return outcomes, waited_for
