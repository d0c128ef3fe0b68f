"""Who wants no messages, and who wants them again, as told to the clerk (NC-5)."""

from __future__ import annotations

from fieldkit.domain.notices.way import way_to
from fieldkit.domain.text import text
from fieldkit.records.tables import NOTICE_STOP
from fieldkit.store.queries.notices.facts import stopped_numbers
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_notice_worker
from fieldkit.work.instants import instant
from fieldkit.work.notices.steps import refused


def stop_messages(unit: Unit, request_id: str) -> str:
    """No more messages to the number of this person; returns the number. RuleError where it takes none anyway."""
    require_notice_worker(unit)
    area, resident, number = _whose(unit, request_id)
    if not number or number in unit.query(stopped_numbers):
        raise refused("no_messages", text("Nomor ini memang tidak dikirimi SMS."))
    unit.insert(NOTICE_STOP, area, phone=number, resident_id=resident, way="clerk", at=instant(unit.now_utc))
    return number


def allow_messages(unit: Unit, request_id: str) -> str:
    """Messages again: each word against it is taken back; returns the number."""
    require_notice_worker(unit)
    area, resident, number = _whose(unit, request_id)
    words = unit.query(lambda database: [str(row[0]) for row in database.rows(_WORDS, number)])
    if not words:
        raise refused("not_stopped", text("Nomor ini tidak berhenti menerima SMS."))
    given = {"phone": number, "resident_id": resident, "way": "clerk", "at": instant(unit.now_utc)}
    unit.insert_many(NOTICE_STOP, [(area, {**given, "undoes_id": word}) for word in words])
    return number


def _whose(unit: Unit, request_id: str) -> tuple[str, str, str]:
    found = unit.row(_PERSON, request_id)
    if found is None:
        raise KeyError(request_id)
    area, resident, phone = found
    return area, resident, way_to(phone, may_write=True, stops=()).number


_PERSON = (
    "SELECT q.area, q.resident_id, coalesce(r.phone, '') FROM service_request q "
    "JOIN resident r ON r.id = q.resident_id WHERE q.id = ?"
)
_WORDS = (
    "SELECT s.id FROM notice_stop s WHERE s.phone = ? AND s.undoes_id IS NULL "
    "AND NOT EXISTS (SELECT 1 FROM notice_stop u WHERE u.undoes_id = s.id)"
)
