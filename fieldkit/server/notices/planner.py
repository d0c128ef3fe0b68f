"""Which notices are due: each goes into the queue of the gateway, or to the clerk's call list (NC-1)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

import sqlalchemy as sa

from fieldkit.domain.cards.card import Position
from fieldkit.domain.notices.messages import Channel, Message, NoticeState, messages, reference_of
from fieldkit.domain.notices.plan import next_notice
from fieldkit.domain.notices.rule import NoticeRule
from fieldkit.domain.notices.way import Way, way_to
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading, writing
from fieldkit.server.notices.book import (
    Local,
    Person,
    Step,
    as_steps,
    local_of,
    open_messages,
    people,
    ready_cards,
    rule_of,
    step_row,
    steps_of,
    stopped_numbers,
    write_new,
)
from fieldkit.server.office.writing import OfficeRow
from fieldkit.server.schema import REGENCY

UNANSWERED: Final = timedelta(minutes=10)
"""After this nobody hands the message over any more: whoever began to has ended."""
UNSETTLED: Final = timedelta(hours=24)
UNREPORTED: Final = timedelta(days=3)
"""So long the gateway may report; then the clerk asks the person."""


@dataclass(frozen=True, slots=True)
class _Planning:
    regency: str
    local: Local
    rule: NoticeRule
    stops: Collection[str]
    has_gateway: bool
    restored_on: date | None
    """Up to which day nobody knows what was sent, since the centre was restored."""


def plan(centre: Centre, regency: str, now_ms: int, *, has_gateway: bool) -> int:
    """Write what is due now as steps; returns how many. Planning twice writes nothing twice."""
    with reading(centre.engine) as connection:
        local = local_of(connection, regency, now_ms)
        epoch, settled = connection.execute(
            sa.select(REGENCY.c.epoch, REGENCY.c.notices_epoch).where(REGENCY.c.regency == regency)
        ).one()
        ready = ready_cards(connection, centre.bulk, regency)
        told = steps_of(connection, centre.bulk, regency, ready)
        owners = people(connection, centre.bulk, regency, ready)
        rule = rule_of(connection, regency, local.now.date())
        restored_on = datetime.fromtimestamp(epoch, local.zone).date() if epoch != settled else None
        planning = _Planning(regency, local, rule, stopped_numbers(connection, regency), has_gateway, restored_on)
        rows = list(_fetched(connection, planning, ready))
    for request, card in ready.items():
        if request in owners:
            rows += _of_card(planning, owners[request], card, told.get(request, []))
    written = write_new(centre, regency, rows, now_ms)
    if restored_on is not None:
        with writing(centre.engine) as connection:
            connection.execute(REGENCY.update().where(REGENCY.c.regency == regency).values(notices_epoch=epoch))
    return written


def _fetched(connection: sa.Connection, planning: _Planning, ready: Collection[str]) -> Iterator[OfficeRow]:
    """What is still queued about cards that nobody need fetch any more."""
    for steps in open_messages(connection, planning.regency).values():
        if steps[0].request_id not in ready:
            said = messages(as_steps(steps, planning.local), planning.rule)
            if said and said[0].state is NoticeState.QUEUED:
                yield _next(planning, steps[0], NoticeState.CANCELLED, "fetched")


def _of_card(planning: _Planning, person: Person, card: Position, steps: Sequence[Step]) -> Iterator[OfficeRow]:
    told = messages(as_steps(steps, planning.local), planning.rule)
    for message in told:
        said = [step for step in steps if step.reference == message.reference]
        yield from _of_message(planning, message, said, _way(planning, person))
    today = planning.local.now.date()
    due = next_notice(planning.local.day(card.since), told, planning.rule, today)
    if due is None or due.due_on > today:
        return
    reference = reference_of(planning.regency, person.request_id, due.sequence)
    way = _way(planning, person)
    state, cause = way.state, way.cause
    if state is NoticeState.QUEUED and not planning.has_gateway:
        state, cause = NoticeState.CALL_LIST, "no_gateway"
    if planning.restored_on is not None and due.due_on <= planning.restored_on:
        state, cause = NoticeState.UNKNOWN, "restored"
    step = Step(person.request_id, person.area, reference, due.sequence, state, planning.local.instant, way.number)
    is_sms = state in (NoticeState.QUEUED, NoticeState.UNKNOWN)
    channel = Channel.SMS if is_sms else Channel.CALL_LIST
    yield step_row(step, channel=channel, parts=1 if is_sms else None, cause=cause or None)


def _way(planning: _Planning, person: Person) -> Way:
    return way_to(person.phone, may_write=person.may_write, stops=planning.stops)


def _of_message(planning: _Planning, message: Message, said: Sequence[Step], way: Way) -> Iterator[OfficeRow]:
    """What nobody answered for long enough: nothing is sent again, the clerk finds out.

    What is still queued goes another way where the person can not be written to any more.
    """
    silent = planning.local.now - max(datetime.fromisoformat(step.at) for step in said)
    is_unreported = message.state is NoticeState.ACCEPTED and message.counted_on is None
    if message.state is NoticeState.QUEUED and way.state is not NoticeState.QUEUED:
        yield _next(planning, said[0], way.state, way.cause)
    elif message.state is NoticeState.SUBMITTED and silent >= UNANSWERED:
        yield _next(planning, said[0], NoticeState.UNKNOWN, "no_answer")
    elif (message.state is NoticeState.UNKNOWN and silent >= UNSETTLED) or (is_unreported and silent >= UNREPORTED):
        yield _next(planning, said[0], NoticeState.CALL_LIST, "no_report")


def _next(planning: _Planning, step: Step, state: NoticeState, cause: str) -> OfficeRow:
    after = Step(step.request_id, step.area, step.reference, step.sequence, state, planning.local.instant, step.phone)
    return step_row(after, cause=cause)
