"""Home visits are asked for: by the family, the RT, the village."""

from __future__ import annotations

from fieldkit.records.tables import VISIT_REQUEST
from fieldkit.store.unit import Unit
from fieldkit.work.instants import instant
from fieldkit.work.places import place_of


def ask_visit(unit: Unit, resident_id: str, asked_by: str, note: str = "") -> str:
    """Somebody can not come and asks for a visit; returns the id of the request."""
    return unit.insert(
        VISIT_REQUEST,
        place_of(unit, resident_id) or unit.meta.regency,
        resident_id=resident_id,
        asked_by=asked_by or None,
        note=note.strip() or None,
        at=instant(unit.now_utc),
    )
