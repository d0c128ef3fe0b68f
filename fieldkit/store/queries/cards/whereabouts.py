"""Where somebody's card is: what is known besides the card itself, and who applied and never heard (NC-2, A23)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import msgspec

from fieldkit.domain.cards.print_order import Wait
from fieldkit.domain.cards.untold import Untold, why_untold
from fieldkit.domain.national.status import ON_ITS_WAY, STOPS
from fieldkit.domain.notices.plan import counted_days
from fieldkit.store.database import Database
from fieldkit.store.persons import ROWS_OF_ASKER
from fieldkit.store.queries.cards.batches import Batch, DistrictCards, batches, district_cards, number_for
from fieldkit.store.queries.cards.facts import HANDED_OVER
from fieldkit.store.queries.cards.page import cards_view, found_cards
from fieldkit.store.queries.cards.queue import CardRow, cards_of
from fieldkit.store.queries.notices.facts import messages_of, notice_rule, notice_steps
from fieldkit.store.queries.shifts import site_zone

_AT_CENTRE: Final = ON_ITS_WAY | STOPS
"""While a record stands there no card can be made of it."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A card, and what was said and heard about it."""

    card: CardRow
    day: date
    """On which this was asked."""
    told: int = 0
    """So many notices count."""
    told_on: date | None = None
    """The day of the last of them."""
    untold: Untold | None = None
    """Why nothing was heard of a card that somebody waits for."""
    relation: str = ""
    """Who fetched it."""
    national: str = ""
    """Where the record stands in the national system, while no card can be made of it."""

    @property
    def id(self) -> str:
        """The request."""
        return self.card.request_id


@dataclass(frozen=True, slots=True)
class UncollectedView:
    """The desk at a glance. `found` is None while nobody's card is looked for."""

    day: date
    time_zone: str
    districts: tuple[DistrictCards, ...]
    batches: tuple[Batch, ...]
    untold: tuple[Whereabouts, ...]
    next_number: str
    cards: tuple[CardRow, ...]
    """All that wait: by them a search knows why."""
    near: str
    """Where the shift is: whoever lives there is found first."""
    typed: str = ""
    found: tuple[Whereabouts, ...] | None = None


def uncollected_view(database: Database, user: str, day: date, typed: str) -> UncollectedView:
    """Everything but the cards of the batch that is open."""
    cards = cards_view(database, user, day.isoformat(), "")
    untold = sorted((card for card in cards.cards if card.is_untold), key=_in_turn)
    view = UncollectedView(
        day,
        site_zone(database),
        tuple(district_cards(database, cards.cards, day)),
        tuple(batches(database)),
        tuple(whereabouts(database, untold, day)),
        number_for(database, day.year),
        cards.cards,
        cards.shift.village if cards.shift is not None else "",
    )
    return looked_for(database, view, typed)


def looked_for(database: Database, view: UncollectedView, typed: str) -> UncollectedView:
    """The same desk with somebody's card looked for: nothing else of it is asked again."""
    found = found_cards(database, typed, view.cards, view.near)
    shown = None if found is None else tuple(whereabouts(database, found, view.day))
    return replace(view, typed=typed, found=shown)


def whereabouts(database: Database, cards: Sequence[CardRow], day: date) -> list[Whereabouts]:
    """The same cards, each with what was said and heard about it."""
    requests = [card.request_id for card in cards]
    rule = notice_rule(database, day)
    told, steps = messages_of(database, requests, rule), notice_steps(database, requests)
    wanted = msgspec.json.encode(requests).decode()
    fetched = dict(database.rows(_RELATIONS, wanted))
    national = {request: status for request, status in database.rows(_NATIONAL, wanted) if status in _AT_CENTRE}
    found = []
    for card in cards:
        id_ = card.request_id
        days, last = counted_days(told[id_]), steps[id_][-1] if steps[id_] else None
        why = why_untold(card.card.state, card.wait, card.phone_answer, *((last.state, last.cause) if last else ()))
        found.append(
            Whereabouts(
                card,
                day,
                len(days),
                days[-1] if days else None,
                why if card.is_untold else None,
                fetched.get(id_, ""),
                national.get(id_, ""),
            )
        )
    return found


def card_of_reference(database: Database, reference: str) -> CardRow | None:
    """The card of a receipt; None where nobody here has that reference."""
    bare = "".join(reference.upper().replace("-", " ").split())
    request = database.value("SELECT id FROM service_request WHERE receipt_ref = ? ORDER BY at DESC LIMIT 1", bare)
    return next(iter(cards_of(database, [request])), None) if request else None


def _in_turn(card: CardRow) -> tuple[bool, str]:
    """Whoever waits longest first; those who only wait for a birthday expect no news."""
    return card.wait == Wait.UNDER_AGE, card.registered_at


_OF: Final = "IN (SELECT value FROM json_each(?1))"
_RELATIONS: Final = (
    "SELECT h.request_id, coalesce(h.relation, '') FROM card_handover h "
    f"WHERE h.request_id {_OF} AND {HANDED_OVER} ORDER BY h.at"
)
_NATIONAL: Final = (
    "SELECT q.id, (SELECT n.status FROM national_state n WHERE n.resident_id IN "
    f"{ROWS_OF_ASKER} ORDER BY n.as_of DESC, n.fact_id DESC LIMIT 1) AS status "
    f"FROM service_request q WHERE q.id {_OF} AND status IS NOT NULL"
)
