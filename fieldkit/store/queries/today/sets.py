"""Which set of devices a session works with, where somebody knows: its plan, this laptop, or what is left at home."""

from __future__ import annotations

from dataclasses import dataclass

from fieldkit.domain.planning.schedule import SetState
from fieldkit.domain.shifts.shift import SessionKind
from fieldkit.store.database import Database
from fieldkit.store.queries.shifts import LAST_SHIFT


@dataclass(frozen=True, slots=True)
class SetChoice:
    """What the form for a new session offers."""

    codes: tuple[str, ...] = ()
    """Those that can be used, of this district first."""
    last: str = ""
    """That of the session which this laptop opened last."""
    standby: str = ""
    """The one that no shift of the day takes out of the district; empty where there is not exactly one."""


def set_choice(database: Database, village: str, day: str) -> SetChoice:
    """The sets for a session in a village on a day."""
    return SetChoice(_codes(database, village), _last(database), _standby(database, village, day))


def usual_set(database: Database, plan_id: str | None, kind: SessionKind, village: str, day: str) -> str:
    """The set of a session for which nobody named one; empty where nobody knows."""
    if plan_id:
        return str(database.value("SELECT set_code FROM shift_plan WHERE id = ?", plan_id) or "")
    return _standby(database, village, day) if kind is SessionKind.COUNTER else _last(database)


def _codes(database: Database, village: str) -> tuple[str, ...]:
    rows = database.rows(
        "SELECT code FROM device_set WHERE state = ? ORDER BY district <> substr(?, 1, 8), code",
        SetState.READY,
        village,
    )
    return tuple(dict.fromkeys(code for (code,) in rows))


def _last(database: Database) -> str:
    code = database.value(
        "SELECT coalesce(o.set_code, p.set_code) FROM shift_opening o LEFT JOIN shift_plan p ON p.id = o.plan_id "
        "WHERE o.id = (SELECT value FROM meta WHERE key = ?)",
        LAST_SHIFT,
    )
    return str(code or "")


def _standby(database: Database, village: str, day: str) -> str:
    """One of each district stays at its office (F-S2)."""
    rows = database.rows(
        "SELECT DISTINCT code FROM device_set WHERE district = substr(?1, 1, 8) AND state = ?2 AND code NOT IN "
        "(SELECT set_code FROM shift_plan WHERE day = ?3 AND set_code IS NOT NULL "
        "AND coalesce(state, 'published') = 'published')",
        village,
        SetState.READY,
        day,
    )
    return str(rows[0][0]) if len(rows) == 1 else ""
