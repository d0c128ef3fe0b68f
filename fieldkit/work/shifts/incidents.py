"""What went wrong, from when to when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fieldkit.domain.errors import ClosedError, Problem, RuleError
from fieldkit.domain.shifts.incident import WITHDRAWN, Effect, IncidentKind, effect_words
from fieldkit.domain.text import text
from fieldkit.records.tables import INCIDENT
from fieldkit.store.queries.closing.signed import is_closed
from fieldkit.store.queries.shifts import CURRENT_SHIFT
from fieldkit.store.queries.today.day import incidents_of_shift
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_field_worker
from fieldkit.work.instants import instant
from fieldkit.work.shifts.opening import the_open_shift


@dataclass(frozen=True, slots=True)
class _Incident:
    """An incident as the last fact about it says."""

    id: str
    area: str
    shift_id: str
    kind: str
    began_at: str
    ended_at: str | None
    effect: str | None


def begin_incident(unit: Unit, kind: IncidentKind, effect: str = "") -> str:
    """An incident begins now; returns its id."""
    require_field_worker(unit)
    shift = the_open_shift(unit)
    if any(one.kind == kind and not one.ended_at for one in unit.query(incidents_of_shift, shift.id)):
        raise RuleError(Problem("incident", "running", text("Kendala ini masih berlangsung. Akhiri dulu yang itu.")))
    now = instant(unit.now_utc)
    return unit.insert(
        INCIDENT, shift.village, shift_id=shift.id, kind=kind, began_at=now, effect=effect.strip() or None, at=now
    )


def end_incident(unit: Unit, incident_id: str, effect: str = "") -> str:
    """An incident ends now: a new fact that names the one it corrects; RuleError where it ended before."""
    now_it_is = _as_it_stands(unit, incident_id)
    if now_it_is.ended_at:
        raise RuleError(Problem("incident", "ended", text("Kendala ini sudah dicatat selesai.")))
    told = effect.strip() or now_it_is.effect
    return _correct(unit, now_it_is, kind=now_it_is.kind, ended_at=instant(unit.now_utc), effect=told)


def end_what_runs(unit: Unit, shift_id: str) -> None:
    """The shift is over: what still lasts ends with it, because nobody could end it afterwards."""
    for incident in unit.query(incidents_of_shift, shift_id):
        if not incident.ended_at:
            end_incident(unit, incident.id)


def reopen_incident(unit: Unit, incident_id: str) -> str:
    """Take back that an incident ended: it lasts since it began."""
    now_it_is = _as_it_stands(unit, incident_id)
    return _correct(unit, now_it_is, kind=now_it_is.kind, ended_at=None, effect=now_it_is.effect)


def withdraw_incident(unit: Unit, incident_id: str) -> str:
    """Take back an incident noted by mistake: it counts nowhere any more, and its facts stay."""
    now_it_is = _as_it_stands(unit, incident_id)
    return _correct(unit, now_it_is, kind=WITHDRAWN, ended_at=now_it_is.ended_at, effect=now_it_is.effect)


@dataclass(frozen=True, slots=True)
class TellEffect:
    """What an incident did to people."""

    incident_id: str
    effect: Effect


def tell_effect(unit: Unit, command: TellEffect) -> str:
    """Note what an incident did to people, in the place of what was noted before."""
    require_field_worker(unit)
    if command.effect.sent_home < 0:
        raise RuleError(Problem("sent_home", "negative", text("Jumlah orang tidak bisa di bawah 0.")))
    now_it_is = _as_it_stands(unit, command.incident_id)
    told = effect_words(command.effect) or None
    return _correct(unit, now_it_is, kind=now_it_is.kind, ended_at=now_it_is.ended_at, effect=told)


def _correct(unit: Unit, incident: _Incident, *, kind: str, ended_at: str | None, effect: str | None) -> str:
    return unit.insert(
        INCIDENT,
        incident.area,
        shift_id=incident.shift_id,
        kind=kind,
        began_at=incident.began_at,
        ended_at=ended_at,
        effect=effect,
        corrects_id=incident.id,
        at=instant(unit.now_utc),
    )


_LAST_FACT: Final = (
    "WITH RECURSIVE said(id) AS (SELECT ?1 UNION SELECT i.id FROM incident i JOIN said ON i.corrects_id = said.id) "
    "SELECT id, area, shift_id, kind, began_at, ended_at, effect FROM incident i WHERE id IN (SELECT id FROM said) "
    "AND NOT EXISTS (SELECT 1 FROM incident later WHERE later.corrects_id = i.id) ORDER BY at DESC LIMIT 1"
)


def _as_it_stands(unit: Unit, incident_id: str) -> _Incident:
    """The last fact about an incident of the open shift; another shift's is its own, and what is signed stays."""
    require_field_worker(unit)
    row = unit.row(_LAST_FACT, incident_id)
    if row is None:
        raise KeyError(incident_id)
    found = _Incident(*row)
    if unit.value(f"SELECT {is_closed('?1')}", found.shift_id):
        raise ClosedError(
            Problem("incident", "closed", text("Shift-nya sudah ditutup. Kendala ini tinggal seperti di berita acara."))
        )
    if found.shift_id != unit.meta.get(CURRENT_SHIFT):
        message = text("Kendala ini dicatat di meja lain. Meja itu yang mengakhiri atau mengubahnya.")
        raise RuleError(Problem("incident", "other_table", message))
    if found.kind == WITHDRAWN:
        raise RuleError(Problem("incident", "withdrawn", text("Kendala ini sudah dibatalkan.")))
    return found
