"""What went wrong, from when to when."""

from __future__ import annotations

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.incident import IncidentKind
from fieldkit.domain.text import text
from fieldkit.records.tables import INCIDENT
from fieldkit.store.unit import Unit
from fieldkit.work.instants import instant
from fieldkit.work.shifts.opening import the_open_shift


def begin_incident(unit: Unit, kind: IncidentKind, effect: str = "") -> str:
    """An incident begins now; returns its id."""
    shift = the_open_shift(unit)
    now = instant(unit.now_utc)
    return unit.insert(
        INCIDENT, shift.village, shift_id=shift.id, kind=kind, began_at=now, effect=effect.strip() or None, at=now
    )


def end_incident(unit: Unit, incident_id: str, effect: str = "") -> str:
    """An incident ends now: a new fact that names the one it corrects; RuleError where it ended before."""
    row = unit.row("SELECT area, shift_id, kind, began_at, ended_at, effect FROM incident WHERE id = ?", incident_id)
    if row is None:
        raise KeyError(incident_id)
    area, shift_id, kind, began_at, ended_at, told = row
    if ended_at:
        raise RuleError(Problem("incident", "ended", text("Kendala ini sudah dicatat selesai.")))
    now = instant(unit.now_utc)
    return unit.insert(
        INCIDENT,
        area,
        shift_id=shift_id,
        kind=kind,
        began_at=began_at,
        ended_at=now,
        effect=effect.strip() or told,
        corrects_id=incident_id,
        at=now,
    )
