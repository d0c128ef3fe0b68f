"""What is to be done about telling one person, and what the clerk may say became of it (NC-1)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Final

from fieldkit.domain.notices.messages import FOR_CLERK, RESULTS, Message, NoticeState
from fieldkit.domain.notices.plan import DueNotice
from fieldkit.domain.notices.way import Way


class Task(StrEnum):
    """What waits, and for whom."""

    SETTLE = "settle"
    """Nobody knows whether a message arrived: the clerk finds out."""
    CALL = "call"
    ASK_RT = "ask_rt"
    """There is no number: somebody who lives near tells it."""
    SEND = "send"
    """The centre sends it, or waits for the gateway's report."""
    WAIT = "wait"
    """Told once or twice, or tried in vain: the next notice has its day."""
    DONE = "done"
    """Three count."""


FOR_LIST: Final = frozenset({Task.CALL, Task.ASK_RT})
"""What is done with a call list in the hand."""
_TOLD_BY_CLERK: Final = frozenset({NoticeState.TOLD_BY_PHONE, NoticeState.TOLD_BY_RT})
_MISSED: Final = frozenset({NoticeState.UNREACHABLE, NoticeState.POSTED})


def task_of(told: Sequence[Message], due: DueNotice | None, way: Way, today: date) -> Task:
    """What is to be done about a card that lies ready."""
    for message in reversed(told):
        if message.state is NoticeState.UNKNOWN:
            return Task.SETTLE
        if message.state in FOR_CLERK:
            return _by_clerk(way)
        if message.is_open:
            return Task.SEND
    if due is None:
        return Task.DONE
    if due.due_on > today:
        return Task.WAIT
    return _by_clerk(way) if way.state is NoticeState.CALL_LIST else Task.SEND


def current(told: Sequence[Message]) -> Message | None:
    """The message that the clerk's next word is about; None where that is a new one."""
    return next((message for message in reversed(told) if message.is_open), None)


def answers(message: Message | None) -> frozenset[NoticeState]:
    """What the clerk may note: of a message, or of one that nobody planned yet."""
    if message is None:
        return frozenset(RESULTS)
    if message.state is NoticeState.QUEUED:
        return _TOLD_BY_CLERK
    if message.state in _MISSED and message.counted_on is None:
        return frozenset(RESULTS)
    if not message.is_open or message.state is NoticeState.SUBMITTED:
        return frozenset()
    sent = frozenset({NoticeState.DELIVERED}) if message.was_sent else frozenset()
    doubted = frozenset({NoticeState.FAILED}) if message.state is NoticeState.UNKNOWN else frozenset()
    return frozenset(RESULTS) | sent | doubted


def _by_clerk(way: Way) -> Task:
    return Task.CALL if way.number else Task.ASK_RT
