"""Somebody is recorded where no queue is: registered and recorded in one command, by the rules of the table."""

from __future__ import annotations

from fieldkit.domain.errors import ClosedError, Problem, RuleError
from fieldkit.domain.requests.reasons import may_come_about, not_the_fields_problem
from fieldkit.domain.requests.service import Step
from fieldkit.domain.text import text
from fieldkit.domain.visits.visit import (
    nik_first_at_home_problem,
    recorded_before_problem,
    too_young_at_home_problem,
)
from fieldkit.records.tables import REQUEST_STEP
from fieldkit.store.queries.closing.signed import is_closed
from fieldkit.store.queries.table.warnings import has_nik
from fieldkit.store.unit import Unit
from fieldkit.work.instants import instant
from fieldkit.work.shifts.opening import the_receiving_session
from fieldkit.work.table.outcomes import after_the_last, refuse_card_made
from fieldkit.work.table.recording import would_be_second, would_be_too_young
from fieldkit.work.table.registration import Register, Registered, register


def register_recorded(unit: Unit, resident_id: str, command: Register, step: Step, note: str) -> Registered:
    """Register somebody who was just recorded at home (HV-2), so that a card follows and the closing counts them."""
    shift = the_receiving_session(unit)
    problems = []
    if would_be_second(unit, resident_id, command.reason, command.recorded_before):
        problems.append(recorded_before_problem())
    if would_be_too_young(unit, resident_id, shift.day, step):
        problems.append(too_young_at_home_problem())
    if not command.nik and not unit.query(has_nik, resident_id):
        problems.append(nik_first_at_home_problem())
    if command.reason is not None and not may_come_about(command.reason, step):
        problems.append(not_the_fields_problem(command.reason, step))
    if problems:
        raise RuleError(*problems)
    done = register(unit, command)
    values = {"request_id": done.request_id, "step": step, "note": note.strip() or None}
    unit.insert(REQUEST_STEP, shift.village, **values, at=instant(unit.now_utc))
    return done


def take_back_recorded(unit: Unit, resident_id: str, at: str) -> None:
    """Cancel what was registered and recorded at this instant; RuleError where it is signed, or a card was made."""
    found = unit.row(_WRITTEN_TOGETHER, resident_id, at)
    if found is None:
        return
    step_id, request_id, area, is_signed = found
    if is_signed:
        raise ClosedError(Problem("attempt", "closed", text("Shift-nya sudah ditutup. Laporkan ke ketua tim.")))
    refuse_card_made(unit, request_id)
    values = {"request_id": request_id, "step": Step.CANCELLED, "corrects_id": step_id}
    unit.insert(REQUEST_STEP, area, **values, at=after_the_last(unit, request_id))


_WRITTEN_TOGETHER = (
    f"SELECT p.id, q.id, q.area, {is_closed('q.shift_id')} FROM service_request q "
    "JOIN request_step p ON p.request_id = q.id AND p.at = q.at "
    "WHERE q.resident_id = ?1 AND q.at = ?2 AND p.step IN ('recorded', 'recorded_with_exception')"
)
