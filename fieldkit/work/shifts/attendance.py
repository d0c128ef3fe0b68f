"""Somebody of the team is there: the fact itself."""

from __future__ import annotations

from dataclasses import dataclass

from fieldkit.records.tables import ATTENDANCE
from fieldkit.store.unit import Unit
from fieldkit.work.instants import instant


@dataclass(frozen=True, slots=True)
class Attendant:
    """Somebody of the team who is there; `user_id` where the person signs in to FieldKit."""

    name: str
    role: str
    user_id: str | None = None


def note_attendance(unit: Unit, shift_id: str, village: str, person: Attendant, until: str | None = None) -> str:
    """Somebody of the team is there, or was until an instant; returns the id of the fact."""
    values = {"shift_id": shift_id, "user_id": person.user_id, "name": person.name, "role": person.role}
    return unit.insert(ATTENDANCE, village, **values, until=until, at=instant(unit.now_utc))
