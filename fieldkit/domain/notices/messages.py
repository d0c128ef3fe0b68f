"""What the steps of one message lead to, in whatever order they are told; nothing counts twice (4.6)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import blake2b
from typing import Final, Protocol, TypeVar

from fieldkit.domain.notices.rule import Counts, NoticeRule


class NoticeState(StrEnum):
    """What a step says of its message; of several the one that stands last here holds."""

    QUEUED = "queued"
    CANCELLED = "cancelled"
    """The card was fetched before anything was sent."""
    SUBMITTED = "submitted"
    """It is about to be handed to the gateway: whoever finds nothing after this does not know what became of it."""
    DEFERRED = "deferred"
    """The gateway took nothing this time; it stays in the queue."""
    UNKNOWN = "unknown"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    FAILED = "failed"
    EXPIRED = "expired"
    CALL_LIST = "call_list"
    UNREACHABLE = "unreachable"
    SUPPRESSED = "suppressed"
    """Whoever wants no messages counts as told by the list."""
    POSTED = "posted"
    TOLD_BY_RT = "told_by_rt"
    TOLD_BY_PHONE = "told_by_phone"
    DELIVERED = "delivered"


class Channel(StrEnum):
    """By which way somebody is told."""

    SMS = "sms"
    CALL_LIST = "call_list"


UNDONE: Final = "undone"
"""No state of a message: a step was written by mistake, and the cause of this one names it."""
_RANK: Final = {state: rank for rank, state in enumerate(NoticeState)}
_KNOWN: Final = frozenset(NoticeState)
UNSENT: Final = frozenset({NoticeState.REJECTED, NoticeState.FAILED, NoticeState.EXPIRED})
"""Words by which a message surely reached nobody."""
FOR_CLERK: Final = UNSENT | {NoticeState.CALL_LIST, NoticeState.UNKNOWN}
"""States in which the clerk tells the person, and notes how that went."""
TOLD: Final = frozenset(
    {NoticeState.SUPPRESSED, NoticeState.TOLD_BY_RT, NoticeState.TOLD_BY_PHONE, NoticeState.DELIVERED}
)
RESULTS: Final = (
    NoticeState.TOLD_BY_PHONE,
    NoticeState.TOLD_BY_RT,
    NoticeState.POSTED,
    NoticeState.UNREACHABLE,
)
"""What the clerk types back from a call list."""


class Said(Protocol):
    """What every row of the steps carries."""

    @property
    def id(self) -> str:
        """The row."""

    @property
    def sequence(self) -> int:
        """The number of the message, from 1 on."""

    @property
    def state(self) -> str:
        """What it says."""

    @property
    def cause(self) -> str:
        """Why, as a code; or which step was a mistake."""


S = TypeVar("S", bound=Said)


@dataclass(frozen=True, slots=True)
class NoticeStep:
    """A step as it is told: on which local day, and what it says."""

    reference: str
    sequence: int
    state: str
    day: date
    id: str = ""
    cause: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """One message about a card: all steps that share a reference."""

    reference: str
    sequence: int
    state: NoticeState
    began_on: date
    was_sent: bool
    """Whether it was handed to a gateway, or may have been."""
    may_have_told: bool
    """Whether somebody could have read it: more than three of these within the window are too many."""
    counted_on: date | None
    """Since when it is one of the three; None while it is none."""
    is_open: bool
    """Whether the gateway or the clerk still has to say what became of it."""


def reference_of(regency: str, request_id: str, sequence: int) -> str:
    """The reference of a notice: the same wherever it is planned, also by a centre that was restored."""
    words = f"{regency} {request_id} {sequence}".encode()
    return blake2b(words, digest_size=10, person=b"fieldkit-notice").hexdigest()


def standing(steps: Iterable[S]) -> list[S]:
    """The steps of notices about a card that nobody took back. Numbers below 1 ask somebody to come and be recorded."""
    said = [step for step in steps if step.sequence > 0]
    undone = {step.cause for step in said if step.state == UNDONE}
    return [step for step in said if step.state != UNDONE and step.id not in undone] if undone else said


def messages(steps: Iterable[NoticeStep], rule: NoticeRule) -> list[Message]:
    """The messages about one card by their number; a step of a newer version is passed over."""
    by_reference: dict[str, list[NoticeStep]] = defaultdict(list)
    for step in standing(steps):
        if step.state in _KNOWN:
            by_reference[step.reference].append(step)
    found = (_message(said, rule) for said in by_reference.values())
    return sorted(found, key=lambda each: (each.sequence, each.reference))


def state_of(states: Iterable[str]) -> NoticeState:
    """The state to which the words about one message lead."""
    said = [NoticeState(state) for state in states if state in _KNOWN]
    tries, refused = said.count(NoticeState.SUBMITTED), said.count(NoticeState.DEFERRED)
    lasting = [state for state in said if state is not NoticeState.DEFERRED]
    if tries <= refused:
        lasting = [state for state in lasting if state is not NoticeState.SUBMITTED]
    return max(lasting, key=_RANK.__getitem__, default=NoticeState.QUEUED)


def counts(state: NoticeState, rule: NoticeRule) -> bool:
    """Whether a message in this state is one of the three."""
    if state is NoticeState.ACCEPTED:
        return rule.counts is Counts.ACCEPTED
    return state in TOLD or (state is NoticeState.POSTED and rule.postings_count)


def _message(said: list[NoticeStep], rule: NoticeRule) -> Message:
    words = [step.state for step in said]
    state = state_of(words)
    was_sent = words.count(NoticeState.SUBMITTED) > words.count(NoticeState.DEFERRED)
    has_counted = counts(state, rule)
    days = [step.day for step in said if counts(NoticeState(step.state), rule)] if has_counted else []
    is_waiting = state is NoticeState.ACCEPTED and not has_counted
    return Message(
        reference=said[0].reference,
        sequence=min(step.sequence for step in said),
        state=state,
        began_on=min(step.day for step in said),
        was_sent=was_sent,
        may_have_told=has_counted or state is NoticeState.QUEUED or (was_sent and not UNSENT & set(words)),
        counted_on=min(days, default=None),
        is_open=is_waiting or state in FOR_CLERK or state in (NoticeState.QUEUED, NoticeState.SUBMITTED),
    )
