"""Home visits: what came of each attempt."""

from __future__ import annotations

from dataclasses import dataclass

from fieldkit.domain.errors import RuleError
from fieldkit.domain.visit import NextStep, VisitOutcome, check_visit
from fieldkit.records.tables import VISIT_ATTEMPT
from fieldkit.store.queries.shifts import CURRENT_SHIFT
from fieldkit.store.unit import Unit
from fieldkit.work.instants import instant
from fieldkit.work.places import place_of


@dataclass(frozen=True, slots=True)
class LogVisit:
    """One attempt at somebody's home."""

    resident_id: str
    outcome: VisitOutcome
    next_step: NextStep
    note: str = ""


def log_visit(unit: Unit, command: LogVisit) -> str:
    """Write an attempt, with or without an open shift; returns its id."""
    problems = check_visit(command.outcome, command.next_step, command.note)
    if problems:
        raise RuleError(*problems)
    return unit.insert(
        VISIT_ATTEMPT,
        place_of(unit, command.resident_id) or unit.meta.regency,
        shift_id=unit.meta.get(CURRENT_SHIFT) or None,
        resident_id=command.resident_id,
        outcome=command.outcome,
        next_step=command.next_step,
        note=command.note.strip() or None,
        at=instant(unit.now_utc),
    )
