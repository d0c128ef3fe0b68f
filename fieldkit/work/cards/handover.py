"""Cards that go to their owners."""

from __future__ import annotations

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.text import text
from fieldkit.records.tables import CARD_HANDOVER
from fieldkit.store.unit import Unit
from fieldkit.work.instants import instant
from fieldkit.work.shifts.opening import the_open_shift


def hand_over_card(unit: Unit, request_id: str, received_by: str, identity_shown: str) -> str:
    """The card goes to its owner, identity shown. RuleError where none was printed, or it was handed over before."""
    shift = the_open_shift(unit)
    if not unit.value("SELECT 1 FROM card_print WHERE request_id = ?", request_id):
        raise RuleError(Problem("request", "not_printed", text("Kartu ini belum dicetak.")))
    if unit.value("SELECT 1 FROM card_handover WHERE request_id = ?", request_id):
        raise RuleError(Problem("request", "handed_over", text("Kartu ini sudah diserahkan.")))
    if not identity_shown.strip():
        raise RuleError(
            Problem("identity_shown", "no_identity", text("Identitas belum dicatat. Minta KK atau KTP lama."))
        )
    return unit.insert(
        CARD_HANDOVER,
        shift.village,
        shift_id=shift.id,
        request_id=request_id,
        received_by=received_by.strip(),
        identity_shown=identity_shown.strip(),
        at=instant(unit.now_utc),
    )
