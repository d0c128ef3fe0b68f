"""Cards that go to their owners, or to whom the office lets come instead (NC-4)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from fieldkit.domain.cards.card import CARE_OF_OFFICE, CardState, Placing
from fieldkit.domain.cards.pick_up import Receiving, check_receiving
from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.text import text
from fieldkit.records.tables import CARD_HANDOVER, CARD_PLACE
from fieldkit.store.queries.cards.facts import position_of
from fieldkit.store.queries.cards.rules import proxy_rule
from fieldkit.store.queries.shifts import Shift, current_shift
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_card_worker
from fieldkit.work.cards.written import area_of, behind_the_last, refused


@dataclass(frozen=True, slots=True)
class HandOver:
    """A card goes to somebody. `again` says why, where it is written that it went to somebody before."""

    request_id: str
    receiving: Receiving = field(repr=False)
    again: str = ""


def hand_over_card(unit: Unit, command: HandOver) -> str:
    """The card goes out, identity shown; returns the id of the handover. At the office's counter no shift is needed.

    RuleError where no card was made, or the rules of the office are against it. A card that was handed over before is
    refused, unless a reason says why it is written all the same: then both stand, and are a case at the centre.
    """
    require_card_worker(unit)
    card = unit.query(position_of, command.request_id)
    if card.state is CardState.QUEUED:
        raise refused("not_printed", text("Kartu ini belum dicetak."))
    if card.state in CARE_OF_OFFICE:
        raise refused(
            "kept_back", text("Kartu ini ditahan untuk kantor. Taruh kembali dulu kalau memang boleh diambil.")
        )
    is_again = card.state is CardState.HANDED_OVER
    if is_again and not command.again.strip():
        raise RuleError(Problem("again", "handed_over", text("Kartu ini sudah diserahkan. Tulis kenapa dicatat lagi.")))
    shift, received = unit.query(current_shift), command.receiving
    _require_rules(unit, command, shift)
    area = area_of(unit, command.request_id)
    if is_again:
        _say_why(unit, area, command)
    return unit.insert(
        CARD_HANDOVER,
        area,
        shift_id=shift.id if shift else None,
        request_id=command.request_id,
        received_by=received.received_by.strip(),
        identity_shown=received.identity_shown.strip(),
        relation=received.relation,
        witness=received.witness.strip() or None,
        old_card_taken=None if received.old_card_taken is None else int(received.old_card_taken),
        place_kind=received.place_kind,
        at=behind_the_last(unit, command.request_id),
    )


def _require_rules(unit: Unit, command: HandOver, shift: Shift | None) -> None:
    day = shift.day if shift else unit.now_utc.date().isoformat()
    reason = unit.value("SELECT reason FROM service_request WHERE id = ?", command.request_id)
    rule = unit.query(proxy_rule, date.fromisoformat(day))
    problems = check_receiving(command.receiving, rule, str(reason))
    if problems:
        raise RuleError(*problems)


def _say_why(unit: Unit, area: str, command: HandOver) -> None:
    unit.insert(
        CARD_PLACE,
        area,
        request_id=command.request_id,
        state=Placing.AGAIN,
        place=command.receiving.place_kind,
        note=command.again.strip(),
        at=behind_the_last(unit, command.request_id),
    )
