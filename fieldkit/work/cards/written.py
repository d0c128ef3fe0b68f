"""What every fact of a card carries: where it belongs, and an instant behind everything that is known of the card."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.text import Text
from fieldkit.store.queries.cards.facts import card_facts, last_instant
from fieldkit.store.unit import Unit
from fieldkit.work.instants import behind


def area_of(unit: Unit, request_id: str) -> str:
    """The area of a request, which is the one of all that happens to its card; of a card that came to this district
    without its request, the district that counted it in. KeyError where nothing is known of either."""
    area: str | None = unit.value(_AREA, request_id)
    if area is None:
        raise KeyError(request_id)
    return area


def behind_the_last(unit: Unit, request_id: str) -> str:
    """Now, or just behind the card's last fact where the clock was put back: what happens next sorts behind it."""
    return behind(unit.query(last_instant, request_id), unit.now_utc)


def behind_all(unit: Unit, requests: Iterable[str]) -> dict[str, str]:
    """The same for many cards at once, by request; also of cards of which nothing is known here."""
    return {
        request: behind(max((fact.at for fact in facts), default=""), unit.now_utc)
        for request, facts in unit.query(card_facts, requests).items()
    }


def refused(code: str, words: Text) -> RuleError:
    """What the rules of cards say against a step."""
    return RuleError(Problem("request", code, words))


_AREA: Final = (
    "SELECT coalesce((SELECT area FROM service_request WHERE id = ?1), "
    "(SELECT area FROM card_place WHERE request_id = ?1 ORDER BY at DESC, id DESC LIMIT 1))"
)
