"""What every fact of a card carries: where it belongs, and an instant behind everything that is known of the card."""

from __future__ import annotations

from datetime import timedelta

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.text import Text
from fieldkit.store.queries.cards.facts import last_instant
from fieldkit.store.unit import Unit
from fieldkit.work.instants import instant, moment


def area_of(unit: Unit, request_id: str) -> str:
    """The area of a request, which is the one of all that happens to its card; KeyError where there is no such one."""
    area: str | None = unit.value("SELECT area FROM service_request WHERE id = ?", request_id)
    if area is None:
        raise KeyError(request_id)
    return area


def behind_the_last(unit: Unit, request_id: str) -> str:
    """Now, or just behind the card's last fact where the clock was put back: what happens next sorts behind it."""
    newest = unit.query(last_instant, request_id)
    after = moment(newest) + timedelta(milliseconds=1) if newest else unit.now_utc
    return instant(max(unit.now_utc, after))


def refused(code: str, words: Text) -> RuleError:
    """What the rules of cards say against a step."""
    return RuleError(Problem("request", code, words))
