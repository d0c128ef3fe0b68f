"""The day on which something is done: that of the open shift, else by the clock of the last site."""

from __future__ import annotations

from datetime import date

from fieldkit.store.queries.shifts import current_shift, site_zone
from fieldkit.store.unit import Unit
from fieldkit.work.instants import at_site


def today(unit: Unit) -> date:
    """The day that rules take."""
    shift = unit.query(current_shift)
    if shift is not None:
        return date.fromisoformat(shift.day)
    return at_site(unit.now_utc, unit.query(site_zone)).date()
