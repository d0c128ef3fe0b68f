"""Whom the field may record, at the table and at home alike; how it is said is each place's own."""

from __future__ import annotations

from datetime import date

from fieldkit.domain.people.person import marital_of, may_be_recorded
from fieldkit.domain.requests.service import Reason, RecordedBefore, Step
from fieldkit.store.queries.table.warnings import is_recorded
from fieldkit.store.unit import Unit


def would_be_second(unit: Unit, resident_id: str, reason: str | None, recorded_before: str | None) -> bool:
    """Nobody is recorded twice; a repeat after the office deleted the first one has a reason of its own (F-R4)."""
    if reason == Reason.RE_RECORDING:
        return False
    return recorded_before == RecordedBefore.YES or unit.query(is_recorded, resident_id)


def would_be_too_young(unit: Unit, resident_id: str, day: str, step: Step) -> bool:
    """Under 16 only who is or was married is recorded; where no list says so, the note tells it (F-W2)."""
    born, marital = unit.row("SELECT birth_date, marital FROM resident WHERE id = ?", resident_id) or (None, None)
    if not born or (step is Step.RECORDED_WITH_EXCEPTION and not marital):
        return False
    return not may_be_recorded(date.fromisoformat(born), date.fromisoformat(day), marital_of(marital))
