"""Somebody is recorded where no queue is: registered and recorded in one command, by the rules of the table."""

from __future__ import annotations

from datetime import date

from fieldkit.domain.errors import ClosedError, Problem, RuleError
from fieldkit.domain.people.person import marital_of, may_be_recorded
from fieldkit.domain.requests.reasons import may_come_about, not_the_fields_problem
from fieldkit.domain.requests.service import Reason, RecordedBefore, Step
from fieldkit.domain.text import text
from fieldkit.domain.visits.visit import recorded_before_problem, too_young_problem
from fieldkit.records.tables import REQUEST_STEP
from fieldkit.store.queries.closing.signed import is_closed
from fieldkit.store.queries.shifts import Shift
from fieldkit.store.queries.table.warnings import is_recorded
from fieldkit.store.unit import Unit
from fieldkit.work.instants import instant
from fieldkit.work.shifts.opening import the_receiving_session
from fieldkit.work.table.outcomes import after_the_last
from fieldkit.work.table.registration import Register, Registered, register


def register_recorded(unit: Unit, resident_id: str, command: Register, step: Step, note: str) -> Registered:
    """Register somebody who was just recorded at home (HV-2), so that a card follows and the closing counts them."""
    shift = the_receiving_session(unit)
    problems = [*_second(unit, resident_id, command), *_too_young(unit, resident_id, shift)]
    if command.reason is not None and not may_come_about(command.reason, step):
        problems.append(not_the_fields_problem(command.reason, step))
    if problems:
        raise RuleError(*problems)
    done = register(unit, command)
    values = {"request_id": done.request_id, "step": step, "note": note.strip() or None}
    unit.insert(REQUEST_STEP, shift.village, **values, at=instant(unit.now_utc))
    return done


def take_back_recorded(unit: Unit, resident_id: str, at: str) -> None:
    """Cancel what was registered and recorded at this instant; ClosedError where a closing has signed it."""
    found = unit.row(_WRITTEN_TOGETHER, resident_id, at)
    if found is None:
        return
    step_id, request_id, area, is_signed = found
    if is_signed:
        raise ClosedError(Problem("attempt", "closed", text("Shift-nya sudah ditutup. Laporkan ke ketua tim.")))
    values = {"request_id": request_id, "step": Step.CANCELLED, "corrects_id": step_id}
    unit.insert(REQUEST_STEP, area, **values, at=after_the_last(unit, request_id))


def _second(unit: Unit, resident_id: str, command: Register) -> list[Problem]:
    """Nobody is recorded twice; a repeat after the office deleted the first one has a reason of its own (F-R4)."""
    if command.reason is Reason.RE_RECORDING:
        return []
    was = command.recorded_before is RecordedBefore.YES or unit.query(is_recorded, resident_id)
    return [recorded_before_problem()] if was else []


def _too_young(unit: Unit, resident_id: str, shift: Shift) -> list[Problem]:
    born, marital = unit.row("SELECT birth_date, marital FROM resident WHERE id = ?", resident_id) or (None, None)
    if not born or may_be_recorded(date.fromisoformat(born), date.fromisoformat(shift.day), marital_of(marital)):
        return []
    return [too_young_problem()]


_WRITTEN_TOGETHER = (
    f"SELECT p.id, q.id, q.area, {is_closed('q.shift_id')} FROM service_request q "
    "JOIN request_step p ON p.request_id = q.id AND p.at = q.at "
    "WHERE q.resident_id = ?1 AND q.at = ?2 AND p.step IN ('recorded', 'recorded_with_exception')"
)
