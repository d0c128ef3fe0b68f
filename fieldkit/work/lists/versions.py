"""A list gets another version: it supersedes the former, and an earlier one becomes active again by one more step."""

from __future__ import annotations

from typing import Final

import msgspec

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.lists.version import VersionState, last_steps, standings, state_of, versions_of
from fieldkit.domain.text import text
from fieldkit.records.list_steps import StepNote
from fieldkit.records.tables import LIST_STEP
from fieldkit.store.queries.lists.versions import version_steps
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_lead
from fieldkit.work.instants import behind
from fieldkit.work.inverse import Inverse


def begin_version(unit: Unit, list_id: str, former_id: str = "") -> None:
    """A list that was checked and taken in is active; the version before it is superseded."""
    _note(unit, list_id, VersionState.CHECKED, former_id)
    _note(unit, list_id, VersionState.ACTIVE, former_id)
    if former_id:
        _note(unit, former_id, VersionState.SUPERSEDED, list_id)


def activate_version(unit: Unit, list_id: str) -> Inverse[str]:
    """Go back to an earlier version; returns what makes the one that was active so again. RuleError where it is.

    Nobody leaves the list by it: who stands on one version only leaves by a proposal, with evidence (F-T3).
    """
    require_lead(unit)
    steps = unit.query(version_steps)
    states, last = standings([list_id], steps), last_steps(steps)
    if states[list_id] == VersionState.ACTIVE:
        raise RuleError(_IS_ACTIVE)
    others = sorted(versions_of(list_id, steps) - {list_id})
    in_force = next((each for each in others if states[each] == VersionState.ACTIVE), "")
    _note(unit, list_id, VersionState.ACTIVE, in_force)
    for other in others:
        if state_of(last.get(other)) == VersionState.ACTIVE:
            _note(unit, other, VersionState.SUPERSEDED, list_id)
    return Inverse(activate_version, in_force or list_id)


def _note(unit: Unit, list_id: str, state: VersionState, other_id: str) -> None:
    note = msgspec.json.encode(StepNote(unit.user, other_id)).decode()
    at = behind(unit.value("SELECT max(at) FROM list_step"), unit.now_utc)
    unit.insert(LIST_STEP, unit.meta.regency, list_id=list_id, state=state, note=note, at=at)


_IS_ACTIVE: Final = Problem("list", "is_active", text("Versi ini sudah berlaku."))
