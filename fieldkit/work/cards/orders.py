"""Who comes first: approvals of who leads."""

from __future__ import annotations

from fieldkit.domain.cards.card import CardState, Placing
from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.text import text
from fieldkit.records.tables import CARD_PLACE, PRINT_APPROVAL
from fieldkit.store.queries.cards.facts import approvals_of, position_of
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_lead
from fieldkit.work.cards.written import area_of, behind_the_last, refused


def approve_print(unit: Unit, request_id: str, reason: str) -> str:
    """Who leads lets a card be printed before others, for a reason (F-B3)."""
    require_lead(unit)
    if not reason.strip():
        words = text("Alasan mendesak belum ditulis. Tulis singkat kenapa kartu ini didahulukan.")
        raise RuleError(Problem("reason", "no_reason", words))
    if unit.query(approvals_of, request_id):
        raise refused("approved", text("Kartu ini sudah disetujui sebagai mendesak."))
    return unit.insert(
        PRINT_APPROVAL,
        area_of(unit, request_id),
        request_id=request_id,
        reason=reason.strip(),
        approved_by=unit.user,
        at=behind_the_last(unit, request_id),
    )


def withdraw_approval(unit: Unit, request_id: str) -> None:
    """Take back that a card is urgent: it waits its turn again. What another laptop approved meanwhile stands."""
    require_lead(unit)
    if unit.query(position_of, request_id).state is not CardState.QUEUED:
        raise refused("printed", text("Kartunya sudah dicetak, jadi persetujuannya tetap di kisahnya."))
    approvals = unit.query(approvals_of, request_id)
    if not approvals:
        raise refused("not_approved", text("Kartu ini sudah tidak mendesak."))
    area, at = area_of(unit, request_id), behind_the_last(unit, request_id)
    for approval in approvals:
        unit.insert(CARD_PLACE, area, request_id=request_id, state=Placing.UNDONE, place=approval, at=at)
