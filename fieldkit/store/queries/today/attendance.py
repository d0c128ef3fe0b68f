"""Who of the team is there."""

from __future__ import annotations

from fieldkit.domain.shifts.attendance import AttendanceFact, Presence, person_key, presences
from fieldkit.store.database import Database


def present_in(database: Database, shift_id: str) -> tuple[Presence, ...]:
    """Everybody who is or was there in a shift, first come first."""
    return presences(_facts(database, shift_id))


def last_said_of(database: Database, shift_id: str, person: str) -> str:
    """When something was last noted about a person of a shift, by the key of the person; empty where nothing was."""
    said = (fact.at for fact in _facts(database, shift_id) if person_key(fact.user_id, fact.name) == person)
    return max(said, default="")


def _facts(database: Database, shift_id: str) -> list[AttendanceFact]:
    rows = database.rows(
        "SELECT id, coalesce(user_id, ''), name, role, coalesce(until, ''), at FROM attendance WHERE shift_id = ?",
        shift_id,
    )
    return [AttendanceFact(*row) for row in rows]
