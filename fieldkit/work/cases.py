"""Settle a case: a decision that stands beside the facts and changes none of them."""

from __future__ import annotations

from datetime import UTC, datetime

from fieldkit.domain.contradiction import Decision
from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.stamp import stamp_ms
from fieldkit.domain.text import text
from fieldkit.records.tables import CASE_SETTLEMENT
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_settler
from fieldkit.work.instants import instant


def settle_case(unit: Unit, case_id: str, decision: Decision, note: str) -> str:
    """Write a decision with its reason; returns its id. RuleError where the user may not, or gives no reason.

    Where two decide at once both are kept, and the later shows.
    """
    case = unit.row("SELECT kind, area FROM case_file WHERE id = ?", case_id)
    kind, area = case or ("", unit.meta.regency)
    require_settler(unit, kind)
    if not note.strip():
        raise RuleError(Problem("note", "no_note", text("Alasannya belum ditulis. Sebut singkat apa yang dipastikan.")))
    return unit.insert(
        CASE_SETTLEMENT,
        area,
        case_id=case_id,
        decision=decision,
        note=note.strip(),
        settled_by=unit.user,
        at=_not_before_the_last(unit),
    )


def _not_before_the_last(unit: Unit) -> str:
    """Now by the clock that never goes back, so that who decides after having seen a decision is later."""
    at_ms = max(unit.now_ms, stamp_ms(unit.meta.stamp))
    return instant(datetime.fromtimestamp(at_ms / 1000, UTC))
