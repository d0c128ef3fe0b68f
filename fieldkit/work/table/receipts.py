"""Note that a receipt is to be printed, and apart from that what came of it."""

from __future__ import annotations

from fieldkit.domain.requests.receipt import ReceiptOutcome, ReceiptWay
from fieldkit.records.tables import RECEIPT_PRINT
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_desk_worker
from fieldkit.work.instants import instant


def ask_receipt(unit: Unit, request_id: str, way: ReceiptWay) -> str:
    """A receipt is asked for, before a printer is: what a power cut leaves is an asking without an outcome."""
    return _note(unit, request_id, None, way, ReceiptOutcome.ASKED)


def note_receipt(unit: Unit, intent_id: str, outcome: ReceiptOutcome) -> str:
    """What came of a receipt that was asked for; KeyError where it was not."""
    require_desk_worker(unit)
    asked = unit.row("SELECT request_id, way FROM receipt_print WHERE id = ?", intent_id)
    if asked is None:
        raise KeyError(intent_id)
    return _note(unit, asked[0], intent_id, asked[1], outcome)


def _note(unit: Unit, request_id: str, intent_id: str | None, way: str, outcome: ReceiptOutcome) -> str:
    require_desk_worker(unit)
    area = unit.value("SELECT area FROM service_request WHERE id = ?", request_id)
    values = {"request_id": request_id, "intent_id": intent_id, "way": way, "outcome": outcome}
    return unit.insert(RECEIPT_PRINT, str(area), **values, at=instant(unit.now_utc))
