"""The cards that somebody waits for: in which order they are printed, and where those that were made lie."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

import msgspec

from fieldkit.domain.cards.card import CARE_OF_OFFICE, CardState, Position
from fieldkit.domain.cards.print_order import CardRequest, PriorityTable, Wait, plan_prints
from fieldkit.domain.national.track import NationalState, stops_card
from fieldkit.domain.requests.reasons import WITHOUT_CARD, is_offices
from fieldkit.domain.requests.service import RequestState
from fieldkit.domain.shifts.shift import SessionKind
from fieldkit.domain.stock.movements import Product, printable_now
from fieldkit.domain.zones import day_in
from fieldkit.store.database import Database
from fieldkit.store.persons import ROWS_OF_ASKER
from fieldkit.store.queries.cards.facts import APPROVED, ENDED, HANDED_OVER, in_question, positions
from fieldkit.store.queries.literals import listed
from fieldkit.store.queries.national.person import stopped_people
from fieldkit.store.queries.notices.facts import HEARD
from fieldkit.store.queries.shifts import Shift
from fieldkit.store.queries.stock.balances import balance_of, prints_left, table_holder
from fieldkit.store.queries.stock.days import day_here

PRINTABLE: Final = frozenset({RequestState.RECORDED, RequestState.ACCEPTED_FOR_REPRINT})
"""States after which a card is made, wherever that is allowed."""
_DUE: Final = PRINTABLE | {RequestState.FORWARDED_TO_OFFICE}


@dataclass(frozen=True, slots=True, repr=False)
class CardRow:
    """The card of one request: whose, why, where it is, and why it is not printed now where it is not.

    Instants are UTC; `wait` is a `Wait` or empty, `turn` its place among those printed now, 0 where it has none.
    """

    request_id: str
    resident_id: str
    name: str
    queue_no: str
    receipt_ref: str
    reason: str
    state: str
    registered_at: str
    eligible_on: str
    phone_answer: str
    nik_tail: str
    village: str
    area: str
    is_urgent: bool
    told_at: str
    """When the owner was told first that the card is ready; empty where nobody did."""
    card: Position = field(default_factory=Position)
    wait: str = ""
    turn: int = 0
    stop: NationalState | None = None
    """What the national centre says of the owner, while no card can be made of that record."""

    @property
    def is_without_nik(self) -> bool:
        """Whether no NIK is known of somebody who is known here: no card can be made."""
        return bool(self.name) and not self.nik_tail

    @property
    def is_due(self) -> bool:
        """Whether a card is made for this request at all."""
        return self.state in _DUE and self.reason not in WITHOUT_CARD

    @property
    def is_there(self) -> bool:
        """Whether there is a card, or one is made: it may be there although its recording was taken back elsewhere."""
        return self.is_due or self.card.state is not CardState.QUEUED

    @property
    def is_untold(self) -> bool:
        """Whether somebody applied for it and heard nothing since: it is not in the owner's hands, nor the office's."""
        is_over = self.card.state is CardState.HANDED_OVER or self.card.state in CARE_OF_OFFICE
        return self.is_due and not self.told_at and not is_over


@dataclass(frozen=True, slots=True)
class PrintLimits:
    """What can be printed with at this table; None for a consumable that is not kept in the books here."""

    blanks: int
    ribbon: int | None
    film: int | None

    def printable(self, ready: int) -> int:
        """How many of so many ready cards can be printed now (F-B2)."""
        return printable_now(self.blanks, _or_plenty(self.ribbon, ready), _or_plenty(self.film, ready), ready)


def print_limits(database: Database) -> PrintLimits:
    """Blanks, ribbon and film of this table."""
    holder = table_holder(database)
    ribbon, film = (prints_left(database, holder, product) for product in (Product.RIBBON, Product.FILM))
    return PrintLimits(balance_of(database, holder, Product.BLANK), ribbon, film)


def is_at_office(shift: Shift | None) -> bool:
    """Whether the session works at the office, where data changes are printed as well."""
    return shift is not None and shift.kind == SessionKind.NIGHT_PRINT


def open_cards(database: Database, day: str) -> list[CardRow]:
    """Every card that is to be made or to be handed over, and those handed over on a day; registered first, first."""
    condition = _OPEN.format(day_here=day_here(database, "h.at"))
    return [card for card in _rows(database, condition, day) if card.card.state is not CardState.BOXED]


def cards_of(database: Database, requests: Iterable[str]) -> list[CardRow]:
    """The cards of these requests, also those handed over long ago, or of which none is due; last registered first."""
    wanted = msgspec.json.encode(list(requests)).decode()
    return list(reversed(_rows(database, "q.id IN (SELECT value FROM json_each(?1))", wanted)))


def planned(
    database: Database, cards: Sequence[CardRow], table: PriorityTable, day: date, limits: PrintLimits, *, office: bool
) -> list[CardRow]:
    """The same cards: those to be printed in the order of the table, then those that lie somewhere, then the rest."""
    asked = print_requests(database, cards, office=office)
    plan = plan_prints(asked, limits.printable(ready_among(asked, day)), table, day)
    turns = {request: turn for turn, request in enumerate(plan.now, 1)}
    waits = {request: (place, str(why)) for place, (request, why) in enumerate(plan.waiting)}
    told = [_told(card, turns, waits) for card in cards]
    return sorted(told, key=lambda card: (_RANKS[card.card.state, card.wait], _place(card, waits)))


def _place(card: CardRow, waits: Mapping[str, tuple[int, str]]) -> int:
    return card.turn or waits.get(card.request_id, (0, ""))[0]


def _told(card: CardRow, turns: Mapping[str, int], waits: Mapping[str, tuple[int, str]]) -> CardRow:
    if card.card.state is not CardState.QUEUED:
        return card
    return replace(card, turn=turns.get(card.request_id, 0), wait=waits.get(card.request_id, (0, ""))[1])


def print_requests(database: Database, cards: Sequence[CardRow], *, office: bool) -> list[CardRequest]:
    """Those among the cards that are to be printed, as the rules of the queue see them."""
    queued = [card for card in cards if card.card.state is CardState.QUEUED]
    doubted = in_question(database, [card.request_id for card in queued])
    return [
        CardRequest(
            card.request_id,
            card.reason,
            card.registered_at,
            card.is_urgent,
            date.fromisoformat(card.eligible_on) if card.eligible_on else None,
            card.request_id in doubted,
            not office and is_for_office(card.reason, card.state),
            card.is_without_nik,
            card.stop is not None,
        )
        for card in queued
    ]


def is_for_office(reason: str, state: str) -> bool:
    """Whether only the office makes this card: data that are printed on it change (F-D3)."""
    return is_offices(reason) or state not in PRINTABLE


def ready_among(asked: Sequence[CardRequest], day: date) -> int:
    """How many of them could be printed on a day if there were blanks for all."""
    plan = plan_prints(asked, len(asked), PriorityTable(date.min, ()), day)
    return len(plan.now)


_ON_THE_TABLE: Final = (CardState.RETURNED, CardState.PRINTED, CardState.CHECKED)
_PUT_AWAY: Final = (
    CardState.READY,
    CardState.MISSING,
    CardState.IN_BATCH,
    CardState.ON_THE_WAY,
    CardState.AT_DISTRICT,
    CardState.OWNER_DECEASED,
    CardState.OWNER_MOVED,
    CardState.WITHDRAWN,
    CardState.BOXED,
    CardState.HANDED_OVER,
)
_HELD: Final = (Wait.NO_NIK, Wait.AT_CENTRE, Wait.IN_QUESTION, Wait.AT_OFFICE, Wait.UNDER_AGE)
_WAITING: Final = ("", Wait.SCARCITY, Wait.POSTPONED, *_HELD)
_RANKS: Final = {
    rank: place
    for place, rank in enumerate(
        [
            *((state, "") for state in _ON_THE_TABLE),
            *((CardState.QUEUED, str(wait)) for wait in _WAITING),
            *((state, "") for state in _PUT_AWAY),
        ]
    )
}
"""Printed and not yet put somewhere comes first, as it lies on the table; then the queue, what waits, the rest."""


def _rows(database: Database, condition: str, value: str) -> list[CardRow]:
    found = database.rows(_CARDS.format(condition=condition), value)
    where = positions(database, [row[0] for row in found])
    stops = stopped_people(database)
    return [_row(row, where[row[0]], stops) for row in found]


def _row(row: tuple[Any, ...], position: Position, stops: Mapping[str, NationalState]) -> CardRow:
    told, (is_urgent, told_at, since) = row[:-3], row[-3:]
    card = CardRow(*(*told, bool(is_urgent), told_at, position))
    stop = stops.get(card.resident_id)
    return replace(card, stop=stop) if stop is not None and stops_card(stop, _recorded_on(card, since)) else card


def _recorded_on(card: CardRow, since: str) -> str:
    """The day of the recording that a card is of, where it is of one."""
    return day_in(card.area, since) if card.state == RequestState.RECORDED else ""


def _or_plenty(prints: int | None, ready: int) -> int:
    return ready if prints is None else prints


_CARDS: Final = (
    "SELECT q.id, q.resident_id, coalesce(r.name, ''), q.queue_no, q.receipt_ref, q.reason, s.state, q.at, "
    "coalesce(q.print_eligible_on, ''), q.phone_answer, "
    "coalesce(r.nik_tail, substr(r.nik, -4), (SELECT max(coalesce(o.nik_tail, substr(o.nik, -4))) FROM resident o "
    f"WHERE o.id IN {ROWS_OF_ASKER}), ''), "
    "coalesce(r.village, ''), q.area, "
    f"EXISTS (SELECT 1 FROM print_approval a WHERE a.request_id = q.id AND {APPROVED}), "
    f"coalesce((SELECT min(n.at) FROM notice_step n WHERE n.request_id = q.id AND {HEARD}), ''), s.since "
    "FROM request_state s JOIN service_request q ON q.id = s.request_id LEFT JOIN resident r ON r.id = q.resident_id "
    "WHERE {condition} ORDER BY q.at, q.id"
)
_DUE_OR_MADE: Final = (
    f"(s.state IN ({listed(_DUE)}) AND q.reason NOT IN ({listed(WITHOUT_CARD)}) OR s.state NOT IN ({listed(_DUE)}) "
    f"AND EXISTS (SELECT 1 FROM card_print p WHERE p.request_id = q.id AND NOT {ENDED}))"
)
"""Also a card that lies somewhere although another laptop took its recording back: it has to be seen to be put away."""
_OPEN: Final = (
    f"{_DUE_OR_MADE} AND (NOT EXISTS (SELECT 1 FROM card_handover h WHERE h.request_id = q.id AND {HANDED_OVER}) "
    "OR EXISTS (SELECT 1 FROM card_place l WHERE l.request_id = q.id "
    "AND l.state IN ('returned_wrong_person', 'withdrawn') "
    f"AND l.at > (SELECT max(h.at) FROM card_handover h WHERE h.request_id = q.id AND {HANDED_OVER})) "
    "OR EXISTS (SELECT 1 FROM card_handover h LEFT JOIN shift_opening o ON o.id = h.shift_id "
    f"WHERE h.request_id = q.id AND {HANDED_OVER} AND coalesce(o.day, {{day_here}}) = ?1))"
)
