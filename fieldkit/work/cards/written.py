"""What every fact of a card carries: where it belongs, and an instant behind everything that is known of the card."""

from __future__ import annotations

from datetime import date, timedelta

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.text import Text
from fieldkit.store.queries.cards.facts import last_instant
from fieldkit.store.queries.lists.target_list_page import DEFAULT_TIME_ZONE
from fieldkit.store.queries.shifts import current_shift, last_shift
from fieldkit.store.unit import Unit
from fieldkit.work.instants import at_site, instant, moment


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


def local_day(unit: Unit) -> date:
    """The day of the session, or the one that it is where this laptop worked last."""
    shift = unit.query(current_shift)
    if shift is not None:
        return date.fromisoformat(shift.day)
    last = unit.query(last_shift)
    return at_site(unit.now_utc, last.time_zone if last else DEFAULT_TIME_ZONE).date()


def refused(code: str, words: Text) -> RuleError:
    """What the rules of cards say against a step."""
    return RuleError(Problem("request", code, words))
