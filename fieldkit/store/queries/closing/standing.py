"""Where a shift stands after its closing: reopened, reported, and what was corrected since."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from fieldkit.domain.shifts.closing import ClosingKind, Standing
from fieldkit.store.database import Database
from fieldkit.store.queries.closing.signed import closings, is_closed
from fieldkit.store.queries.shifts import Shift


def standing(database: Database, shift: Shift) -> Standing:
    """Whether the figures of a shift hold, and who may still take them back."""
    signed = closings(database, shift.id)
    last = {_day_at_site(signed[-1].at, shift.time_zone)} if signed else set()
    return Standing(
        is_closed=bool(database.value(f"SELECT {is_closed('?1')}", shift.id)),
        is_reported=bool(closings(database, shift.id, ClosingKind.REPORTED)),
        days=frozenset({date.fromisoformat(shift.day), *last}),
    )


def _day_at_site(at: str, time_zone: str) -> date:
    return datetime.fromisoformat(at).replace(tzinfo=UTC).astimezone(ZoneInfo(time_zone)).date()
