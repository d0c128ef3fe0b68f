"""Who comes later than the others, and who goes before the shift ends (TL-2)."""

from __future__ import annotations

from fieldkit.domain.errors import ClosedError, Problem, RuleError
from fieldkit.domain.shifts.attendance import Presence, person_key
from fieldkit.domain.text import text
from fieldkit.store.queries.closing.signed import is_closed
from fieldkit.store.queries.today.attendance import present_in
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_lead
from fieldkit.work.shifts.attendance import Attendant, after_the_last_of, note_attendance
from fieldkit.work.shifts.opening import the_open_shift


def arrive(unit: Unit, person: Attendant) -> str:
    """Somebody is there from now on; RuleError without a name, or where the person is there already."""
    require_lead(unit)
    shift = the_open_shift(unit)
    key = person_key(person.user_id or "", person.name)
    if not key:
        raise RuleError(Problem("name", "no_name", text("Namanya belum ditulis. Siapa yang datang?")))
    if any(one.is_here and person_key(one.user_id, one.name) == key for one in unit.query(present_in, shift.id)):
        raise RuleError(Problem("name", "present", text("Orang ini sudah tercatat hadir.")))
    return note_attendance(unit, shift.id, shift.village, person)


def leave_early(unit: Unit, fact_id: str) -> str:
    """Somebody goes before the shift ends."""
    shift_id, area, person = _as_it_stands(unit, fact_id)
    if not person.is_here:
        raise RuleError(Problem("attendance", "left", text("Orang ini sudah tercatat pulang.")))
    until = after_the_last_of(unit, shift_id, person_key(person.user_id, person.name))
    return _note(unit, shift_id, area, person, until=until)


def come_back(unit: Unit, fact_id: str) -> str:
    """Somebody who was noted as gone is there."""
    shift_id, area, person = _as_it_stands(unit, fact_id)
    return _note(unit, shift_id, area, person, until=None)


def was_not_there(unit: Unit, fact_id: str) -> str:
    """Take back an arrival that was noted by mistake."""
    shift_id, area, person = _as_it_stands(unit, fact_id)
    return _note(unit, shift_id, area, person, until=person.since)


def _as_it_stands(unit: Unit, fact_id: str) -> tuple[str, str, Presence]:
    """Shift, area, and the person whom a fact is about; what a closing has signed stays as it is."""
    require_lead(unit)
    row = unit.row("SELECT shift_id, area, coalesce(user_id, ''), name FROM attendance WHERE id = ?", fact_id)
    if row is None:
        raise KeyError(fact_id)
    if unit.value(f"SELECT {is_closed('?1')}", row[0]):
        raise ClosedError(
            Problem(
                "attendance",
                "closed",
                text("Shift-nya sudah ditutup. Daftar hadir tetap seperti di berita acara."),
            )
        )
    for person in unit.query(present_in, row[0]):
        if person_key(person.user_id, person.name) == person_key(row[2], row[3]):
            return row[0], row[1], person
    raise RuleError(Problem("attendance", "absent", text("Orang ini tidak tercatat hadir di shift ini.")))


def _note(unit: Unit, shift_id: str, area: str, person: Presence, until: str | None) -> str:
    attendant = Attendant(person.name, person.role, person.user_id or None)
    return note_attendance(unit, shift_id, area, attendant, until)
