"""The day on which something is done: that of the open shift, else by the clock of the last site."""

from __future__ import annotations

from datetime import date
from typing import Final

from fieldkit.store.queries.shifts import current_shift, last_shift
from fieldkit.store.unit import Unit
from fieldkit.work.instants import at_site

_ZONE: Final = "Asia/Jakarta"


def today(unit: Unit) -> date:
    """The day that rules take."""
    shift = unit.query(current_shift)
    if shift is not None:
        return date.fromisoformat(shift.day)
    last = unit.query(last_shift)
    return at_site(unit.now_utc, last.time_zone if last else _ZONE).date()
