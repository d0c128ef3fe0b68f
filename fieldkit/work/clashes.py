"""Settle a clash of two values: one of them holds, and the row has it from then on."""

from __future__ import annotations

from enum import StrEnum

from fieldkit.domain.contradiction import Decision
from fieldkit.records.clash import decoded_details
from fieldkit.records.tables import RESIDENT
from fieldkit.store.unit import Unit
from fieldkit.work.cases import settle_case


class Holds(StrEnum):
    """Which of the two values."""

    CURRENT = "current"
    PROPOSED = "proposed"


def settle_clash(unit: Unit, case_id: str, holds: Holds, note: str) -> str:
    """Decide, and where the proposed values hold put them into the row by the same command; returns the settlement.

    RuleError where the user does not lead, or gives no reason; KeyError where the row is not on this laptop.
    """
    decision = Decision.MISTAKE if holds is Holds.CURRENT else Decision.CORRECTED
    settlement = settle_case(unit, case_id, decision, note)
    if holds is Holds.PROPOSED:
        subject, details = unit.row("SELECT subject, details FROM case_file WHERE id = ?", case_id) or ("", None)
        values = {clash.field: clash.proposed.value for clash in decoded_details(details).clashes}
        unit.update(RESIDENT, subject, **values)
    return settlement
