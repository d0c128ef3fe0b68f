"""What was looked at before leaving, noted and taken back; it stays on this laptop."""

from __future__ import annotations

from dataclasses import dataclass

from fieldkit.store.departure import Departure, departure, keep_departure
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_field_worker


@dataclass(frozen=True, slots=True)
class LookedAt:
    """What was looked at for the departure of a day."""

    day: str
    found: Departure


def note_departure(unit: Unit, command: LookedAt) -> LookedAt:
    """Keep it; returns what stood there before, with which the same verb takes it back.

    RuleError where the user does not go along.
    """
    require_field_worker(unit)
    before = unit.query(departure, command.day)
    unit.write_local(keep_departure, command.day, command.found, unit.now_utc)
    return LookedAt(command.day, before)
