"""Home visits: what came of each attempt."""

from __future__ import annotations

from dataclasses import dataclass

from fieldkit.domain.errors import ClosedError, Problem, RuleError
from fieldkit.domain.requests.service import Step
from fieldkit.domain.text import text
from fieldkit.domain.visits.visit import UNDONE, NextStep, VisitOutcome, check_visit, is_recording
from fieldkit.records.tables import VISIT_ATTEMPT
from fieldkit.store.queries.closing.signed import is_closed
from fieldkit.store.queries.shifts import current_shift
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_visitor
from fieldkit.work.instants import instant
from fieldkit.work.places import place_of
from fieldkit.work.table.at_home import register_recorded, take_back_recorded
from fieldkit.work.table.registration import Register
from fieldkit.work.visits.requests import after_the_last


@dataclass(frozen=True, slots=True)
class LogVisit:
    """One attempt at somebody's home; `stop_id` where it was on a route."""

    resident_id: str
    outcome: VisitOutcome
    next_step: NextStep
    note: str = ""
    stop_id: str | None = None
    minutes: int | None = None
    registration: Register | None = None
    """Of whoever was recorded: the answers that the table would have asked for."""


def log_visit(unit: Unit, command: LogVisit) -> str:
    """Write an attempt, with or without an open shift; returns its id.

    Who was recorded is registered by the same command, in the shift that is open: a card follows from the request, and
    the closing counts it. That somebody died or moved is a proposal by itself, which the office decides (F-T3).
    """
    require_visitor(unit)
    problems = check_visit(command.outcome, command.next_step, command.note, command.minutes)
    if problems:
        raise RuleError(*problems)
    if is_recording(command.outcome):
        _register(unit, command)
    return unit.insert(
        VISIT_ATTEMPT,
        place_of(unit, command.resident_id) or unit.meta.regency,
        shift_id=_shift_here(unit),
        resident_id=command.resident_id,
        outcome=command.outcome,
        next_step=command.next_step,
        note=command.note.strip() or None,
        stop_id=command.stop_id,
        minutes=command.minutes,
        at=_tried_at(unit, command),
    )


def _tried_at(unit: Unit, command: LogVisit) -> str:
    """Who was recorded was so at the instant of the registration, and a recording wins whatever comes later."""
    is_registered = is_recording(command.outcome)
    return instant(unit.now_utc) if is_registered else after_the_last(unit, command.resident_id)


def _shift_here(unit: Unit) -> str | None:
    """The shift that a visit counts in: one that was closed elsewhere meanwhile takes nothing more."""
    shift = unit.query(current_shift)
    return shift.id if shift is not None else None


def _register(unit: Unit, command: LogVisit) -> None:
    if command.registration is None or command.registration.resident_id != command.resident_id:
        raise RuleError(Problem("reason", "not_registered", text("Yang direkam di rumah didaftarkan sekalian.")))
    step = Step(command.outcome.value)
    register_recorded(unit, command.resident_id, command.registration, step, command.note)


def undo_visit(unit: Unit, attempt_id: str) -> str:
    """Take back an attempt noted by mistake: a new fact that names it; what was registered with it is cancelled.

    A reason that the office has erased meanwhile does not come back. What a closing has signed stays (invariant 8).
    """
    require_visitor(unit)
    row = unit.row(_LOGGED, attempt_id)
    if row is None:
        raise KeyError(attempt_id)
    resident_id, area, next_step, stop_id, tried_at, is_signed = row
    if is_signed:
        raise ClosedError(Problem("attempt", "closed", _CLOSED))
    if unit.value(_IS_UNDONE, resident_id, attempt_id):
        raise RuleError(Problem("attempt", "undone", text("Catatan kunjungan ini sudah dibatalkan.")))
    take_back_recorded(unit, resident_id, tried_at)
    at, shift = instant(unit.now_utc), _shift_here(unit)
    named = {"resident_id": resident_id, "corrects_id": attempt_id, "stop_id": stop_id, "shift_id": shift}
    return unit.insert(VISIT_ATTEMPT, area, outcome=UNDONE, next_step=next_step, **named, at=at)


_LOGGED = (
    f"SELECT resident_id, area, next_step, stop_id, at, coalesce({is_closed('a.shift_id')}, 0) "
    "FROM visit_attempt a WHERE id = ?"
)
_CLOSED = text("Shift kunjungan ini sudah ditutup, angkanya tetap. Catat kunjungan baru untuk hasil yang benar.")
_IS_UNDONE = "SELECT 1 FROM visit_attempt WHERE resident_id = ? AND corrects_id = ?"
