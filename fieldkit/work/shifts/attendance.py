"""Somebody of the team is there: the fact itself."""

from __future__ import annotations

from dataclasses import dataclass

from fieldkit.domain.shifts.attendance import person_key
from fieldkit.records.tables import ATTENDANCE
from fieldkit.store.queries.today.attendance import last_said_of
from fieldkit.store.unit import Unit
from fieldkit.work.instants import behind


@dataclass(frozen=True, slots=True)
class Attendant:
    """Somebody of the team who is there; `user_id` where the person signs in to FieldKit."""

    name: str
    role: str
    user_id: str | None = None


def note_attendance(unit: Unit, shift_id: str, village: str, person: Attendant, until: str | None = None) -> str:
    """Somebody of the team is there, or was until an instant; returns the id of the fact."""
    values = {"shift_id": shift_id, "user_id": person.user_id, "name": person.name, "role": person.role}
    at = after_the_last_of(unit, shift_id, person_key(person.user_id or "", person.name))
    return unit.insert(ATTENDANCE, village, **values, until=until, at=at)


def after_the_last_of(unit: Unit, shift_id: str, person: str) -> str:
    """Now, or just behind the last word on a person, which would count still where the clock was put back since."""
    return behind(unit.query(last_said_of, shift_id, person), unit.now_utc)
