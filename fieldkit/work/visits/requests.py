"""Home visits are asked for: by the family, the RT, the village; and they are withdrawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fieldkit.domain.areas import health_side
from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.text import text
from fieldkit.domain.visits.plan import Access, VisitNeed, check_wish
from fieldkit.domain.visits.visit import WITHDRAWN, NextStep
from fieldkit.records.tables import VISIT_ATTEMPT, VISIT_NEED, VISIT_REQUEST
from fieldkit.store.persons import ROWS_OF_PERSON
from fieldkit.store.queries.visits.requests import VisitRequest, request_by_id
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_visitor
from fieldkit.work.days import today
from fieldkit.work.instants import behind
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
    """Write a request for a visit; returns its id. RuleError where nobody asks for it, or for a day that is over."""
    require_visitor(unit)
    nobody = None if command.asked_by.strip() else Problem("asked_by", "nobody_asks", _NOBODY_ASKS)
    problems = [each for each in (nobody, check_wish(command.wished_for, today(unit))) if each]
    if problems:
        raise RuleError(*problems)
    area, at = place_of(unit, command.resident_id) or unit.meta.regency, after_the_last(unit, command.resident_id)
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


def withdraw_visit(unit: Unit, request_id: str) -> str:
    """Nobody has to come any more; returns the id of the fact, which `undo_visit` takes back.

    It belongs to no shift: nobody went there, and no closing counts it.
    """
    require_visitor(unit)
    asked = the_open_request(unit, request_id)
    area = place_of(unit, asked.resident_id) or unit.meta.regency
    said = {"resident_id": asked.resident_id, "outcome": WITHDRAWN, "next_step": NextStep.NONE}
    return unit.insert(VISIT_ATTEMPT, area, **said, at=after_the_last(unit, asked.resident_id))


def after_the_last(unit: Unit, resident_id: str) -> str:
    """Now, or just behind all that was asked and tried for a person: the last word counts also after the clock was put
    back."""
    return behind(unit.value(_LAST_SAID, resident_id), unit.now_utc)


def the_open_request(unit: Unit, request_id: str) -> VisitRequest:
    """A request that waits; RuleError where it does not any more."""
    found = unit.query(request_by_id, request_id)
    if found is None:
        raise RuleError(
            Problem("people", "not_waiting", text("Orang ini tidak menunggu kunjungan lagi. Muat ulang daftarnya."))
        )
    return found


_LAST_SAID = (
    f"SELECT max(at) FROM (SELECT at FROM visit_request WHERE resident_id IN {ROWS_OF_PERSON} "
    f"UNION ALL SELECT at FROM visit_attempt WHERE resident_id IN {ROWS_OF_PERSON})"
)
_NOBODY_ASKS = text("Belum ditulis siapa yang meminta. Petugas kunjungan bertanya ke orang ini dulu.")
