"""Who of the team is there."""

from __future__ import annotations

from fieldkit.domain.shifts.attendance import AttendanceFact, Presence, presences
from fieldkit.store.database import Database


def present_in(database: Database, shift_id: str) -> tuple[Presence, ...]:
    """Everybody who is or was there in a shift, first come first."""
    rows = database.rows(
        "SELECT id, coalesce(user_id, ''), name, role, coalesce(until, ''), at FROM attendance WHERE shift_id = ?",
        shift_id,
    )
    return presences(AttendanceFact(*row) for row in rows)
