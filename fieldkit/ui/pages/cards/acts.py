"""What can be done with a card where it is now; the first of them is what Enter does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fieldkit.domain.cards.card import CARE_OF_OFFICE, CardState, Placing
from fieldkit.domain.cards.print_order import Wait
from fieldkit.domain.shifts.shift import SessionKind
from fieldkit.store.queries.cards.queue import CardRow
from fieldkit.store.queries.shifts import Shift
from fieldkit.ui.language import tr
from fieldkit.ui.widgets.acts import Act

PRINT, URGENT, NOT_URGENT, CHECK, PLACE, HAND_OVER, ASIDE, SPOIL, BOX, NIK = (
    "print",
    "urgent",
    "not_urgent",
    "check",
    "place",
    "hand_over",
    "aside",
    "spoil",
    "box",
    "nik",
)
KEYS: Final = {
    PRINT: "C", URGENT: "U", NOT_URGENT: "U", CHECK: "P", PLACE: "T", HAND_OVER: "S", ASIDE: "K", SPOIL: "R", BOX: "B",
    NIK: "I",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Desk:
    """Who works where: what is offered depends on it."""

    leads: bool
    shift: Shift | None

    @property
    def is_night(self) -> bool:
        """Nobody stands at the table: what is made is put away."""
        return self.shift is not None and self.shift.kind == SessionKind.NIGHT_PRINT


def acts_for(card: CardRow, desk: Desk) -> list[Act]:
    """The steps that a card can take, the usual one first."""
    return [_act(name) for name in _names(card, desk)] if card.is_there else []


def placings_for(card: CardRow) -> list[Placing]:
    """Why a card may be set aside where it is now."""
    if card.card.state is CardState.HANDED_OVER:
        return [Placing.RETURNED, Placing.WITHDRAWN]
    if card.card.state in CARE_OF_OFFICE:
        return [Placing.WITHDRAWN]
    return [Placing.OWNER_DECEASED, Placing.OWNER_MOVED, Placing.WITHDRAWN]


def _names(card: CardRow, desk: Desk) -> list[str]:
    state = card.card.state
    if state is CardState.QUEUED:
        return _queued(card, desk)
    if state is CardState.PRINTED:
        return [CHECK, *([] if desk.is_night or not card.is_due else [HAND_OVER])]
    if state is CardState.CHECKED:
        return [PLACE, HAND_OVER, CHECK] if desk.is_night else [HAND_OVER, PLACE, CHECK]
    if state is CardState.HANDED_OVER:
        # Where it was printed twice, the other piece lies somewhere still.
        return [ASIDE, HAND_OVER, *([CHECK] if card.card.pieces > 1 else [])]
    return {
        CardState.OWNER_DECEASED: [PLACE, ASIDE],
        CardState.OWNER_MOVED: [PLACE, ASIDE],
        CardState.WITHDRAWN: [BOX],
        CardState.BOXED: [],
        CardState.READY: [HAND_OVER, PLACE, ASIDE],
        CardState.IN_BATCH: [HAND_OVER, PLACE, ASIDE],
        CardState.ON_THE_WAY: [HAND_OVER, ASIDE],
        CardState.AT_DISTRICT: [HAND_OVER, PLACE, ASIDE],
        CardState.MISSING: [HAND_OVER, PLACE, ASIDE],
        CardState.RETURNED: [HAND_OVER, PLACE, ASIDE],
    }[state]


def _queued(card: CardRow, desk: Desk) -> list[str]:
    may_urge = desk.leads and (card.is_urgent or card.wait in ("", Wait.SCARCITY, Wait.POSTPONED))
    if card.wait == Wait.UNDER_AGE:
        return []
    # Its print may not have come to this laptop yet.
    given = [] if desk.is_night else [HAND_OVER]
    if card.wait == Wait.AT_OFFICE:
        return given
    if card.wait == Wait.NO_NIK:
        return [NIK, *given]
    prints = [PRINT, SPOIL] if desk.shift is not None else []
    return [*prints, *([NOT_URGENT if card.is_urgent else URGENT] if may_urge else []), *given]


def _act(name: str) -> Act:
    captions = {
        PRINT: (tr("Catat dicetak"), "printer"),
        URGENT: (tr("Setujui mendesak"), "lightning"),
        NOT_URGENT: (tr("Tidak lagi mendesak"), "arrow-u-up-left"),
        CHECK: (tr("Periksa data dan chip"), "magnifying-glass"),
        PLACE: (tr("Taruh, siap diambil"), "map-pin"),
        HAND_OVER: (tr("Serahkan"), "handshake"),
        ASIDE: (tr("Kembali atau ditahan"), "arrow-u-up-left"),
        SPOIL: (tr("Keping rusak"), "x-circle"),
        BOX: (tr("Masukkan ke kotak kartu rusak"), "trash"),
        NIK: (tr("Tulis NIK"), "identification-card"),
    }
    return Act(name, captions[name][0], KEYS[name], captions[name][1])
