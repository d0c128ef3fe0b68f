"""Open a shift."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

import msgspec

from fieldkit.domain.errors import Problem, RuleError, Severity
from fieldkit.domain.shifts.shift import SessionKind, check_day
from fieldkit.domain.stock.movements import OFFICE, MovementKind, Product
from fieldkit.domain.text import text
from fieldkit.records.tables import SHIFT_OPENING
from fieldkit.store.queries.shifts import CURRENT_SHIFT, LAST_SHIFT, OPENED_HERE, Shift, current_shift, own_shifts
from fieldkit.store.queries.stock.balances import balance_of, table_holder
from fieldkit.store.queries.today.sets import usual_set
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_lead
from fieldkit.work.instants import at_site, instant
from fieldkit.work.shifts.attendance import Attendant, note_attendance
from fieldkit.work.stock.movements import MoveStock, move_stock


@dataclass(frozen=True, slots=True)
class OpenShift:
    """What the lead confirms when a shift begins. Times of day are the site's, such as 09:00.

    `blanks_taken` are all that lie in the box: what the table had before is among them.
    """

    plan_id: str | None
    day: date
    name: str
    site_name: str
    village: str
    planned_start: str
    planned_end: str
    time_zone: str
    target_count: int
    blanks_taken: int
    present: tuple[Attendant, ...]
    kind: SessionKind = SessionKind.SHIFT
    set_code: str | None = None
    """Empty where it works without a set that the office knows; None where nobody was asked."""


def open_shift(unit: Unit, command: OpenShift) -> str:
    """Open a shift on this laptop; returns its id. RuleError where one is open, or the day is not confirmed."""
    require_lead(unit)
    _refuse_second(unit)
    found_all = (*_missing(command), *_day_findings(unit, command))
    stops = [found for found in found_all if found.severity is Severity.STOP]
    if stops:
        raise RuleError(*stops)
    at, before = instant(unit.now_utc), unit.query(own_shifts)
    shift_id = unit.insert(
        SHIFT_OPENING,
        command.village,
        plan_id=command.plan_id,
        day=command.day.isoformat(),
        name=command.name,
        site_name=command.site_name,
        village=command.village,
        planned_start=command.planned_start,
        planned_end=command.planned_end,
        time_zone=command.time_zone,
        lead_id=unit.user,
        target_count=command.target_count,
        kind=command.kind,
        team_id=_team_of(unit, command.plan_id),
        set_code=_set_of(unit, command),
        at=at,
    )
    for person in command.present:
        note_attendance(unit, shift_id, command.village, person)
    _take_blanks(unit, shift_id, command)
    note_shifts(unit, shift_id, [*before, shift_id])
    return shift_id


def note_shifts(unit: Unit, current: str, opened: list[str]) -> None:
    """Which shift this laptop works in, "" for none, and which it opened, the last one last."""
    unit.meta.put(CURRENT_SHIFT, current)
    unit.meta.put(LAST_SHIFT, opened[-1] if opened else "")
    unit.meta.put(OPENED_HERE, msgspec.json.encode(opened).decode())


def the_open_shift(unit: Unit) -> Shift:
    """The shift that this laptop works in; RuleError where none is open."""
    shift = unit.query(current_shift)
    if shift is None:
        raise RuleError(
            Problem("shift", "no_shift", text("Belum ada shift yang dibuka. Ketua tim membukanya di halaman Hari ini."))
        )
    return shift


def the_receiving_session(unit: Unit) -> Shift:
    """The session at which people are received; RuleError where none is open, or only cards are printed in it."""
    shift = the_open_shift(unit)
    if shift.kind == SessionKind.NIGHT_PRINT:
        words = text("Sesi ini hanya untuk mencetak. Tutup dulu di Tutup shift, lalu ketua tim membuka shift.")
        raise RuleError(Problem("shift", "prints_only", words))
    return shift


def _take_blanks(unit: Unit, shift_id: str, command: OpenShift) -> None:
    """What is above the rest on record came from the office; a rest that is not there is asked for at the closing."""
    came = command.blanks_taken - max(0, unit.query(balance_of, unit.query(table_holder), Product.BLANK))
    if came > 0:
        move_stock(unit, MoveStock(shift_id, command.village, MovementKind.ISSUE, Product.BLANK, came, OFFICE))


def _refuse_second(unit: Unit) -> None:
    if unit.query(current_shift) is not None:
        raise RuleError(
            Problem(
                "shift", "already_open", text("Masih ada shift yang terbuka di laptop ini. Tutup dulu di Tutup shift.")
            )
        )


def _team_of(unit: Unit, plan_id: str | None) -> str | None:
    """The plan's team; without a plan that of the lead, where the lead is in one alone."""
    if plan_id:
        planned: str | None = unit.value("SELECT team_id FROM shift_plan WHERE id = ?", plan_id)
        return planned
    mine: str | None = unit.value(
        "SELECT iif(count(DISTINCT m.team_id) = 1, min(m.team_id), NULL) FROM team_member m "
        "JOIN team t ON t.id = m.team_id WHERE m.user_id = ? AND m.role <> 'off' AND t.active = 1",
        unit.user,
    )
    return mine


def _set_of(unit: Unit, command: OpenShift) -> str | None:
    """Nothing where it is that of the plan: what the office says of it later counts as well."""
    usual = unit.query(usual_set, command.plan_id, command.kind, command.village, command.day.isoformat())
    if command.set_code is None:
        return None if command.plan_id else usual or None
    return None if command.plan_id and command.set_code == usual else command.set_code.strip()


def _missing(command: OpenShift) -> list[Problem]:
    found = []
    if not command.name.strip():
        found.append(Problem("name", "no_name", text("Nama shift belum diisi, misalnya Shift sore.")))
    if not _is_time(command.planned_start):
        found.append(Problem("start", "no_start", text("Jam mulai belum diisi, misalnya 16.00.")))
    if not _is_time(command.planned_end):
        found.append(Problem("end", "no_end", text("Jam selesai belum diisi, misalnya 19.00.")))
    if command.target_count < 0:
        found.append(Problem("target", "negative", text("Jumlah orang tidak bisa di bawah 0.")))
    return found


def _is_time(written: str) -> bool:
    try:
        time.fromisoformat(written)
    except ValueError:
        return False
    return True


def _day_findings(unit: Unit, command: OpenShift) -> tuple[Problem, ...]:
    laptop_day = at_site(unit.now_utc, command.time_zone).date()
    planned = unit.value("SELECT day FROM shift_plan WHERE id = ?", command.plan_id) if command.plan_id else None
    return check_day(command.day, laptop_day, date.fromisoformat(planned) if planned else None)
