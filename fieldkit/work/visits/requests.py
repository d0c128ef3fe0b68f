"""Home visits are asked for: by the family, the RT, the village."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fieldkit.domain.areas import health_side
from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.text import text
from fieldkit.domain.visits.plan import Access, VisitNeed
from fieldkit.records.tables import VISIT_NEED, VISIT_REQUEST
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_visitor
from fieldkit.work.instants import instant
from fieldkit.work.places import place_of


@dataclass(frozen=True, slots=True)
class AskVisit:
    """Somebody can not come. Why is a code, and kept apart from the request (F-P3)."""

    resident_id: str
    asked_by: str
    note: str = ""
    access: Access | None = None
    access_note: str = ""
    wished_for: date | None = None
    need: VisitNeed | None = None


def ask_visit(unit: Unit, command: AskVisit) -> str:
    """Write a request for a visit; returns its id. RuleError where nobody asks for it."""
    require_visitor(unit)
    if not command.asked_by.strip():
        raise RuleError(Problem("asked_by", "nobody_asks", _NOBODY_ASKS))
    area, at = place_of(unit, command.resident_id) or unit.meta.regency, instant(unit.now_utc)
    request_id = unit.insert(
        VISIT_REQUEST,
        area,
        resident_id=command.resident_id,
        asked_by=command.asked_by.strip(),
        note=command.note.strip() or None,
        access=command.access,
        access_note=command.access_note.strip() or None,
        wished_for=command.wished_for.isoformat() if command.wished_for else None,
        at=at,
    )
    if command.need is not None:
        need = {"request_id": request_id, "resident_id": command.resident_id, "need": command.need}
        unit.insert(VISIT_NEED, health_side(area), **need, at=at)
    return request_id


_NOBODY_ASKS = text("Belum ditulis siapa yang meminta. Petugas kunjungan bertanya ke orang ini dulu.")
