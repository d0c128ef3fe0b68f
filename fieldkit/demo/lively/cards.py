"""Cards of the lively day: people who lost theirs, cards that are looked at and put away, one that has to be first."""

from __future__ import annotations

from typing import Final, Protocol

from fieldkit.demo.day import DAY
from fieldkit.demo.laptop import PracticeLaptop
from fieldkit.demo.office import JATI
from fieldkit.domain.cards.card import CardState, Check, Placing
from fieldkit.domain.requests.service import Paper, Reason, Step
from fieldkit.domain.stock.movements import MovementKind, Product
from fieldkit.store.queries.cards.queue import open_cards
from fieldkit.work.cards.orders import approve_print
from fieldkit.work.cards.places import PlaceCard, place_card
from fieldkit.work.cards.printing import check_card
from fieldkit.work.stock.movements import MoveStock, move_stock
from fieldkit.work.table.outcomes import note_step

_MINUTES: Final = 1.5
_PRINTS_LEFT: Final = 24
_AGAIN: Final = (
    (Reason.LOST, (Paper.POLICE_LOSS_LETTER, Paper.FAMILY_CARD), Step.ACCEPTED_FOR_REPRINT),
    (Reason.DAMAGED, (Paper.OLD_CARD,), Step.ACCEPTED_FOR_REPRINT),
    (Reason.LOST, (Paper.POLICE_LOSS_LETTER, Paper.FAMILY_CARD), Step.ACCEPTED_FOR_REPRINT),
    (Reason.DATA_CHANGE, (Paper.OLD_CARD, Paper.PROOF_OF_CHANGE), Step.FORWARDED_TO_OFFICE),
)


class Come(Protocol):
    """The next visitor registers, with these answers; the request."""

    def __call__(self, **answers: object) -> str:
        """Register."""


def ask_for_cards_again(laptop: PracticeLaptop, come: Come) -> None:
    """People come whose card was lost or damaged, or whose data changed; one of them can not wait.

    The film is near its end: not everybody gets a card today.
    """
    laptop.store.execute(move_stock, MoveStock(None, JATI, MovementKind.ISSUE, Product.FILM, _PRINTS_LEFT))
    for reason, papers, outcome in _AGAIN:
        request = come(reason=reason, recorded_before=None, papers=papers)
        laptop.clock.pass_by(_MINUTES)
        laptop.store.execute(note_step, request, outcome)
        if reason is Reason.DAMAGED:
            laptop.store.execute(approve_print, request, "Berangkat berobat ke Surabaya besok pagi")


def put_cards_away(laptop: PracticeLaptop) -> None:
    """Printed cards are looked at; those of the morning lie ready, one of the afternoon is to be printed again."""
    store = laptop.store
    printed = [card for card in store.query(open_cards, DAY.isoformat()) if card.card.state is CardState.PRINTED]
    for number, card in enumerate(printed):
        laptop.clock.pass_by(_MINUTES)
        is_wrong = number == len(printed) - 1
        store.execute(check_card, card.request_id, Check.WRONG_DATA if is_wrong else Check.OK)
        if number < len(printed) - 2:
            store.execute(
                place_card, PlaceCard(card.request_id, Placing.READY, "Kantor Kelurahan Jati", "Yuni Rahmawati")
            )
