"""The plan of three: when the next notice about a card is due, and since when the card may go on (F-K2, A19)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fieldkit.domain.notices.messages import Message, NoticeState
from fieldkit.domain.notices.rule import NOTICES, NoticeRule, Reading


@dataclass(frozen=True, slots=True)
class DueNotice:
    """The next notice about a card: its number among all, its place among the three, and its day."""

    sequence: int
    place: int
    due_on: date


def counted_days(told: Iterable[Message]) -> list[date]:
    """The days of the notices that count, in order."""
    return sorted(message.counted_on for message in told if message.counted_on is not None)


def eligible_on(told: Iterable[Message], rule: NoticeRule) -> date | None:
    """Since when the card of these messages may go to the district; None while three do not count in one window.

    A third that comes too late moves the window: it then begins with the second.
    """
    days = counted_days(told)
    for first, last in zip(days, days[NOTICES - 1 :], strict=False):
        end = rule.window_end(first)
        if last < end:
            return end if rule.reading is Reading.WHOLE_WINDOW else last
    return None


def next_notice(ready_on: date, told: Sequence[Message], rule: NoticeRule, today: date) -> DueNotice | None:
    """The next notice about a card that lies ready; None while one is open, and once the three are done.

    It may be due later than today. Whoever could have read three within the window is sent no fourth.
    """
    if any(message.is_open for message in told) or eligible_on(told, rule) is not None:
        return None
    tried = [message for message in told if message.state is not NoticeState.CANCELLED]
    since = [day for day in counted_days(tried) if today < rule.window_end(day)]
    due_on = max(_due_on(ready_on, tried, since, rule), _room_on(tried, rule))
    return DueNotice(max((each.sequence for each in told), default=0) + 1, len(since) + 1, due_on)


def _due_on(ready_on: date, tried: Sequence[Message], since: Sequence[date], rule: NoticeRule) -> date:
    if not tried:
        return ready_on + timedelta(rule.days[0])
    last = max(each.counted_on or each.began_on for each in tried)
    if not since:
        return last + timedelta(rule.days[1] - rule.days[0])
    place = min(len(since), NOTICES - 1)
    # One that was late does not push the others out of the window, nor do they come upon its heels.
    gap = timedelta((rule.days[place] - rule.days[place - 1] + 1) // 2)
    return max(since[0] + timedelta(rule.days[place] - rule.days[0]), last + gap)


def _room_on(tried: Sequence[Message], rule: NoticeRule) -> date:
    """The first day on which no more than two others could have been read within the window."""
    heard = sorted(max(each.began_on, each.counted_on or each.began_on) for each in tried if each.may_have_told)
    return rule.window_end(heard[-NOTICES]) if len(heard) >= NOTICES else date.min
