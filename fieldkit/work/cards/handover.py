"""Cards that go to their owners, or to whom the office lets come instead (NC-4)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from fieldkit.domain.cards.card import CARE_OF_OFFICE, WITHDRAWN, CardState, Placing, Position
from fieldkit.domain.cards.pick_up import Receiving, check_receiving
from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.stock.movements import SpoilReason
from fieldkit.domain.text import text
from fieldkit.records.tables import CARD_HANDOVER, CARD_PLACE
from fieldkit.store.queries.cards.facts import position_of
from fieldkit.store.queries.cards.queue import cards_of
from fieldkit.store.queries.cards.rules import proxy_rule
from fieldkit.store.queries.shifts import current_shift
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_card_worker
from fieldkit.work.cards.box import into_box
from fieldkit.work.cards.written import area_of, behind_the_last, refused
from fieldkit.work.days import today


@dataclass(frozen=True, slots=True)
class HandOver:
    """A card goes to somebody. `why` it is written all the same, where nothing here knows of a card to give."""

    request_id: str
    receiving: Receiving = field(repr=False)
    why: str = ""


def hand_over_card(unit: Unit, command: HandOver) -> str:
    """The card goes out, identity shown; returns the id of the handover. At the office's counter no shift is needed.

    RuleError where the rules of the office are against it. What is in doubt stays with the record: a card that was
    handed over before is a case at the centre then, and of one whose print has not come here yet (F-B7) a reason
    tells where it is from; that nobody looked at it is noted by itself. An old card goes into the box (F-D2).

    A card that was asked for in another district is handed over where it was counted in, though its request is not
    on this laptop: once, and whoever hands it over where it was asked for as well makes a case at the centre.
    """
    require_card_worker(unit)
    card = unit.query(position_of, command.request_id)
    if card.state in CARE_OF_OFFICE:
        raise refused("kept_back", _WITHDRAWN if card.state in WITHDRAWN else _KEPT_BACK)
    day = today(unit)
    doubt = _doubt(unit, command, card, day)
    shift, received = unit.query(current_shift), command.receiving
    _require_rules(unit, command, day)
    area = area_of(unit, command.request_id)
    if doubt is not None:
        _say_doubt(unit, area, command, doubt)
    if received.old_card_taken:
        into_box(unit, area, command.request_id, SpoilReason.OLD_CARD)
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


def _doubt(unit: Unit, command: HandOver, card: Position, day: date) -> Placing | None:
    """What nobody here knows of the card that is in the hand; RuleError where a reason has to be given for it."""
    if card.state is CardState.QUEUED:
        _require_due(unit, command.request_id, day)
    asked = _ASKED.get(card.state)
    if asked is None:
        return Placing.UNCHECKED if card.state is CardState.PRINTED else None
    doubt, code, words = asked
    if not command.why.strip():
        raise RuleError(Problem("why", code, words))
    return doubt


def _require_due(unit: Unit, request_id: str, day: date) -> None:
    """Only for a card that is made at all can somebody elsewhere have made it."""
    card = next(iter(unit.query(cards_of, [request_id])), None)
    if card is None or not card.is_due or card.eligible_on > day.isoformat():
        raise refused("not_printed", text("Kartu ini belum dicetak."))


def _require_rules(unit: Unit, command: HandOver, day: date) -> None:
    reason = unit.value("SELECT reason FROM service_request WHERE id = ?", command.request_id)
    problems = check_receiving(command.receiving, unit.query(proxy_rule, day), reason)
    if problems:
        raise RuleError(*problems)


def _say_doubt(unit: Unit, area: str, command: HandOver, doubt: Placing) -> None:
    unit.insert(
        CARD_PLACE,
        area,
        request_id=command.request_id,
        state=doubt,
        place=command.receiving.place_kind,
        note=command.why.strip() or None,
        at=behind_the_last(unit, command.request_id),
    )


_ASKED: Final = {
    CardState.QUEUED: (
        Placing.UNSEEN,
        "not_printed",
        text("Di laptop ini kartunya belum dicetak. Kalau kartunya ada di tangan, tulis dari mana datangnya."),
    ),
    CardState.HANDED_OVER: (
        Placing.AGAIN,
        "handed_over",
        text("Kartu ini sudah diserahkan. Tulis kenapa dicatat lagi."),
    ),
}
"""What is asked where nothing here knows of a card to give: what stays with the record, and its words."""
_KEPT_BACK: Final = text("Kartu ini ditahan untuk kantor. Taruh kembali dulu kalau memang boleh diambil.")
_WITHDRAWN: Final = text(
    "Kartu ini sudah ditarik, jadi tidak diserahkan lagi. Daftarkan cetak ulang kalau masih perlu."
)
