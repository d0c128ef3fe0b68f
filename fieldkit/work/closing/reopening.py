"""Open a closed shift again, say that it was reported, and correct what was: the signed figures stay (4.3)."""

from __future__ import annotations

import json
from dataclasses import dataclass

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.shifts.closing import (
    ClosingKind,
    check_correction,
    check_reopening,
    may_report,
    open_elsewhere,
)
from fieldkit.domain.text import text
from fieldkit.records.tables import SHIFT_OPENING
from fieldkit.store.database import Database
from fieldkit.store.queries.closing.signed import SignedClosing, closings
from fieldkit.store.queries.closing.standing import standing
from fieldkit.store.queries.shifts import CURRENT_SHIFT, Shift, current_shift, own_shifts, shift_by_id
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_lead, role_of
from fieldkit.work.closing.rows import rows_problem
from fieldkit.work.closing.settling import take_back
from fieldkit.work.closing.signing import Statement, named, sign_statement
from fieldkit.work.instants import at_site
from fieldkit.work.sign_in import Signer


@dataclass(frozen=True, slots=True)
class ReopenShift:
    """Why the last closing of a shift does not hold."""

    shift_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class CorrectClosing:
    """What is wrong in a closing that was reported: which figure, what it should be, and how that is known."""

    shift_id: str
    what: str


def reopen_shift(unit: Unit, command: ReopenShift, signer: Signer) -> str:
    """Open a closed shift again; returns the id of the statement. The old closing stays readable.

    Where this laptop opened the shift, its table works in it again. Elsewhere the figures are signed anew, and nothing
    else: who is to be noted in it is noted at its own table.
    """
    shift = _shift(unit, command.shift_id)
    _refuse_to_work(unit, shift)
    today = at_site(unit.now_utc, shift.time_zone).date()
    where = unit.query(standing, shift)
    problems = check_reopening(where, role=role_of(unit), today=today, reason=command.reason)
    if problems:
        raise RuleError(*problems)
    last = _last(unit, shift)
    document = {"format": 1, "kind": "reopening", "closing": named(last), "reason": command.reason.strip()}
    take_back(unit, json.loads(last.document).get("settlement", ""))
    if shift.id in unit.query(own_shifts):
        unit.meta.put(CURRENT_SHIFT, shift.id)
    return sign_statement(unit, Statement(ClosingKind.REOPENING, shift, last.number, document), signer)


def report_closing(unit: Unit, shift_id: str, signer: Signer) -> str:
    """The office has the report: from now on the shift is not opened again; returns the id of the statement."""
    if not may_report(role_of(unit)):
        raise RuleError(_not_office())
    shift = _shift(unit, shift_id)
    where = unit.query(standing, shift)
    if not where.is_closed:
        raise RuleError(Problem("shift", "not_closed", text("Shift ini masih terbuka, jadi belum bisa dilaporkan.")))
    if where.is_reported:
        raise RuleError(Problem("shift", "reported", text("Penutupan ini sudah dicatat dilaporkan.")))
    last = _last(unit, shift)
    document = {"format": 1, "kind": "reported", "closing": named(last)}
    return sign_statement(unit, Statement(ClosingKind.REPORTED, shift, last.number, document), signer)


def correct_closing(unit: Unit, command: CorrectClosing, signer: Signer) -> str:
    """Add a correction to a closing that was reported; returns its id. The closing stays as it is."""
    if not may_report(role_of(unit)):
        raise RuleError(_not_office())
    shift = _shift(unit, command.shift_id)
    problems = check_correction(unit.query(standing, shift), what=command.what)
    if problems:
        raise RuleError(*problems)
    number = 1 + len(unit.query(closings, shift.id, ClosingKind.CORRECTION))
    document = {"format": 1, "kind": "correction", "closing": named(_last(unit, shift)), "what": command.what.strip()}
    return sign_statement(unit, Statement(ClosingKind.CORRECTION, shift, number, document), signer)


def take_up(unit: Unit, shift_id: str) -> None:
    """The table works again in a shift that the office opened again elsewhere. RuleError where it may not."""
    require_lead(unit)
    shift = _shift(unit, shift_id)
    if shift.id not in unit.query(own_shifts):
        raise RuleError(open_elsewhere())
    if shift.closed_at is not None or not unit.query(closings, shift.id):
        raise RuleError(Problem("shift", "not_reopened", text("Shift ini tidak sedang dibuka lagi.")))
    _refuse_to_work(unit, shift)
    _work_in(unit, shift.id, shift.id)


def put_down(unit: Unit, shift_id: str) -> None:
    """The table does not work in a shift that was opened again after all; it stays open, and is closed by whoever."""
    require_lead(unit)
    if unit.query(closings, shift_id) and unit.meta.get(CURRENT_SHIFT) == shift_id:
        _work_in(unit, shift_id, "")


def _work_in(unit: Unit, shift_id: str, current: str) -> None:
    """No fact is written, but whoever shows the shift looks again."""
    unit.meta.put(CURRENT_SHIFT, current)
    unit.touched.add(SHIFT_OPENING.name, {shift_id})


def hindrance(database: Database, shift: Shift) -> Problem | None:
    """Why this laptop opens no shift again, whoever asks: a table works in one at a time, and rows are missing."""
    here = current_shift(database)
    if shift.id in own_shifts(database) and here is not None and here.id != shift.id:
        return Problem("shift", "another_open", text("Shift lain sedang terbuka di laptop ini. Tutup dulu shift itu."))
    return rows_problem(database, shift) if closings(database, shift.id) else None


def _refuse_to_work(unit: Unit, shift: Shift) -> None:
    problem = unit.query(hindrance, shift)
    if problem is not None:
        raise RuleError(problem)


def _shift(unit: Unit, shift_id: str) -> Shift:
    found = unit.query(shift_by_id, shift_id)
    if found is None:
        raise KeyError(shift_id)
    return found


def _last(unit: Unit, shift: Shift) -> SignedClosing:
    return unit.query(closings, shift.id)[-1]


def _not_office() -> Problem:
    return Problem(
        "user", "not_office", text("Hanya perencana atau admin kantor yang mencatat ini. Minta kantor masuk di sini.")
    )
