"""Whose card lies ready, how often they were told, and what is to be done about it (NC-1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Final

import msgspec

from fieldkit.domain.cards.card import CardState, Position
from fieldkit.domain.notices.messages import UNDONE, Message, NoticeState, standing
from fieldkit.domain.notices.plan import DueNotice, counted_days, eligible_on, next_notice
from fieldkit.domain.notices.rule import NoticeRule
from fieldkit.domain.notices.tasks import Task, answers, current, task_of
from fieldkit.domain.notices.way import Way, way_to
from fieldkit.store.database import Database
from fieldkit.store.queries.cards.facts import HANDED_OVER, positions
from fieldkit.store.queries.notices.facts import (
    messages_of,
    notice_rule,
    notice_steps,
    office_clock,
    stopped_numbers,
)


@dataclass(frozen=True, slots=True)
class NoticeCard:
    """A card that lies ready, and its owner as far as telling needs it."""

    request_id: str
    resident_id: str
    area: str
    receipt_ref: str
    ready_on: date
    place: str
    told: tuple[Message, ...]
    due: DueNotice | None
    """The next notice; None while one is open, and once three count."""
    eligible: date | None
    """Since when the card may go to the district; None while three do not count."""
    way: Way
    task: Task
    name: str = field(repr=False)
    phone: str = field(repr=False)
    contact: str = field(repr=False)
    address: str = field(repr=False)
    rt: str
    rw: str

    @property
    def last(self) -> Message | None:
        """The newest message."""
        return self.told[-1] if self.told else None

    @property
    def counted(self) -> int:
        """How many of the three there are."""
        return min(len(counted_days(self.told)), 3)

    @property
    def subject(self) -> Message | None:
        """The message that the clerk's next word is about; None where that would be a new one."""
        is_later = self.task is Task.WAIT or self.due is None
        return current(self.told) or (self.last if is_later else None)

    @property
    def waits_since(self) -> date | None:
        """Since when somebody waits for a message; None where nobody does, or where the gateway has it."""
        if self.task is not Task.SEND:
            return None
        if self.subject is None:
            return self.due.due_on if self.due is not None else None
        return self.subject.began_on if self.subject.state in _WAITS else None

    @property
    def answers(self) -> frozenset[NoticeState]:
        """What the clerk may note of it now."""
        has_begun = self.subject is not None or self.task is not Task.WAIT
        return answers(self.subject) if has_begun else frozenset()


@dataclass(frozen=True, slots=True)
class NoticeView:
    """The desk at a glance. `parts` are those handed to the gateway in this month, as far as they are known here."""

    day: date
    rule: NoticeRule
    cards: tuple[NoticeCard, ...]
    parts: int

    def count(self, *tasks: Task) -> int:
        """How many cards there are of these tasks."""
        return sum(self.by_task[task] for task in tasks)

    @property
    def stuck(self) -> int:
        """How many have been waiting for a message since before yesterday: no gateway takes it, or nobody sends."""
        return sum(each.waits_since is not None and each.waits_since < self.day - _LONG for each in self.cards)

    @property
    def by_task(self) -> Counter[Task]:
        """How many cards there are of each."""
        return Counter(card.task for card in self.cards)


@dataclass(frozen=True, slots=True)
class StoryStep:
    """One thing that was said of a message, on the office's clock."""

    id: str
    sequence: int
    state: str
    at: datetime
    channel: str
    cause: str
    is_undone: bool


def notice_view(database: Database, now: datetime) -> NoticeView:
    """Every card that lies ready: what waits for the clerk first, there village by village and RT by RT."""
    day = now.astimezone(office_clock(database)).date()
    rule = notice_rule(database, day)
    cards = notice_cards(database, [row[0] for row in database.rows(_READY)], rule, day)
    return NoticeView(day, rule, tuple(sorted(cards, key=_order)), _parts(database, day))


def notice_cards(database: Database, requests: Sequence[str], rule: NoticeRule, day: date) -> list[NoticeCard]:
    """Those of these requests whose card lies ready."""
    places = positions(database, requests)
    ready = [request for request in requests if places[request].state is CardState.READY]
    told, stops = messages_of(database, ready, rule), stopped_numbers(database)
    zone = office_clock(database)
    wanted = msgspec.json.encode(ready).decode()
    cards = []
    for request, consent, *person in database.rows(_OWNERS, wanted):
        card = places[request]
        ready_on = datetime.fromisoformat(card.since).astimezone(zone).date()
        way = way_to(person[4], may_write=bool(consent), stops=stops)
        cards.append(_card(request, card, ready_on, told[request], way, rule, day, person))
    return cards


def notice_card(database: Database, request_id: str, rule: NoticeRule, day: date) -> NoticeCard | None:
    """One of them; None where its card does not lie ready."""
    return next(iter(notice_cards(database, [request_id], rule, day)), None)


def notice_story(database: Database, request_id: str) -> list[StoryStep]:
    """What was said of the notices about one card, the newest word first."""
    zone = office_clock(database)
    stands = {step.id for step in standing(notice_steps(database, [request_id])[request_id])}
    return [
        StoryStep(id_, sequence, state, datetime.fromisoformat(at).astimezone(zone), channel, cause, id_ not in stands)
        for id_, sequence, state, at, channel, cause in database.rows(_STORY, request_id, UNDONE)
    ]


def _card(
    request: str,
    card: Position,
    ready_on: date,
    told: Sequence[Message],
    way: Way,
    rule: NoticeRule,
    day: date,
    person: Iterable[Any],
) -> NoticeCard:
    resident, area, receipt_ref, name, phone, contact, address, rt, rw = person
    due = next_notice(ready_on, told, rule, day)
    return NoticeCard(
        request,
        resident,
        area,
        receipt_ref,
        ready_on,
        card.place,
        tuple(told),
        due,
        eligible_on(told, rule),
        way,
        task_of(told, due, way, day),
        name,
        phone,
        contact,
        address,
        rt,
        rw,
    )


def _order(card: NoticeCard) -> tuple[object, ...]:
    rank = _RANKS[card.task]
    due = card.due.due_on if card.due else date.max
    return (rank, due if card.task is Task.WAIT else date.min, card.area, card.rw, card.rt, card.name, card.request_id)


def _parts(database: Database, day: date) -> int:
    return int(database.value(_PARTS, day.isoformat()[:7]) or 0)


_WAITS: Final = (NoticeState.QUEUED, NoticeState.SUBMITTED)
_LONG: Final = timedelta(days=1)
_RANKS: Final = {task: rank for rank, task in enumerate(Task)}
_READY: Final = (
    "SELECT DISTINCT l.request_id FROM card_place l WHERE l.state = 'ready' "
    f"AND (NOT EXISTS (SELECT 1 FROM card_handover h WHERE h.request_id = l.request_id AND {HANDED_OVER}) "
    "OR EXISTS (SELECT 1 FROM card_place b WHERE b.request_id = l.request_id AND b.state = 'returned_wrong_person'))"
)
_OWNERS: Final = (
    "SELECT q.id, coalesce(q.sms_consent, 0), q.resident_id, q.area, coalesce(q.receipt_ref, ''), "
    "coalesce(r.name, ''), coalesce(r.phone, ''), "
    "trim(coalesce(r.contact_name, '') || iif(coalesce(r.contact_relation, '') = '', '', "
    "', ' || r.contact_relation), ', '), coalesce(r.address, ''), coalesce(r.rt, ''), coalesce(r.rw, '') "
    "FROM service_request q JOIN resident r ON r.id = q.resident_id WHERE q.id IN (SELECT value FROM json_each(?))"
)
_STORY: Final = (
    "SELECT id, sequence, state, at, channel, coalesce(cause, '') FROM notice_step "
    "WHERE request_id = ? AND sequence > 0 AND state <> ? ORDER BY at DESC, id DESC"
)
_PARTS: Final = (
    "SELECT sum(iif(state = 'submitted', 1, -1) * coalesce(parts, 1)) FROM notice_step "
    "WHERE state IN ('submitted', 'deferred') AND substr(at, 1, 7) = ?"
)
