"""The queue is handed to the gateway, one message at a time: what is about to be sent is written down first.

Whoever writes that down under the lock of the office's own journal is the only one who sends it. If nothing follows,
nobody knows what became of it, and it is not sent again.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

import httpx
import sqlalchemy as sa

from fieldkit.domain.cards.card import CardState
from fieldkit.domain.notices.messages import NoticeState, messages, state_of
from fieldkit.domain.notices.way import way_to
from fieldkit.domain.notices.wording import Notice, wording
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading, writing
from fieldkit.server.keeping.restoration import is_open
from fieldkit.server.notices.book import (
    Step,
    as_steps,
    last_answer,
    local_of,
    open_messages,
    people,
    positions,
    rule_of,
    step_row,
    steps_of,
    steps_of_message,
    stopped_numbers,
    write,
)
from fieldkit.server.notices.planner import plan
from fieldkit.server.notices.reports import report_url
from fieldkit.server.notices.ways import PATIENCE_S, Answer, Gateway, Sms, hand_over
from fieldkit.server.office.writing import OfficeRow
from fieldkit.server.regencies import regencies
from fieldkit.server.schema import REGENCY

TURN_MS: Final = 30_000
"""So often the notices of a regency are looked through, by one process of all."""
_FIRST_REST_S: Final = 30
_LONGEST_REST_S: Final = 600
"""So long a gateway that takes nothing is left alone: twice as long after each further message, and then as long."""
_PAUSE_S: Final = 10.0
_LOG: Final = logging.getLogger(__name__)
_NOT_TAKEN: Final = frozenset({NoticeState.DEFERRED, NoticeState.UNKNOWN})
"""What a gateway that is down, or hangs, makes of a message: no other is risked then."""
Clock = Callable[[], int]


@dataclass(frozen=True, slots=True)
class Sender:
    """Plans and sends for all regencies of a centre."""

    centre: Centre
    gateways: Mapping[str, Gateway]
    clock: Clock

    def round(self, *, is_ended: Callable[[], bool] = lambda: False) -> int:
        """Look through each regency whose turn it is; returns how many messages a gateway took."""
        taken = 0
        for regency in regencies(self.centre):
            try:
                taken += self._regency(regency.code, is_ended) if self._has_turn(regency.code) else 0
            except Exception as error:
                # Whatever it is, the other regencies are told, and the next turn tries again. What an error says may
                # hold what is in a row.
                _LOG.warning("%s", type(error).__name__)
        return taken

    def _has_turn(self, regency: str) -> bool:
        now_ms = self.clock()
        due = sa.and_(REGENCY.c.regency == regency, REGENCY.c.notices_at_ms <= now_ms - TURN_MS)
        with writing(self.centre.engine) as connection:
            found = REGENCY.update().where(due, REGENCY.c.closed_ms.is_(None)).values(notices_at_ms=now_ms)
            return connection.execute(found).rowcount > 0

    def _regency(self, regency: str, is_ended: Callable[[], bool]) -> int:
        gateway = self.gateways.get(regency)
        plan(self.centre, regency, self.clock(), has_gateway=gateway is not None)
        if gateway is None:
            return 0
        with reading(self.centre.engine) as connection:
            open_ = open_messages(connection, regency)
            if _is_resting(open_.values(), last_answer(connection, regency), self.clock()):
                return 0
        waiting = _in_turn(open_)
        taken = 0
        with httpx.Client(timeout=PATIENCE_S, trust_env=False) as client:
            for reference in waiting:
                if is_ended():
                    break
                answer = self._send(client, gateway, regency, reference)
                taken += answer is not None and answer.state is NoticeState.ACCEPTED
                if answer is not None and answer.state in _NOT_TAKEN:
                    break
        return taken

    def _send(self, client: httpx.Client, gateway: Gateway, regency: str, reference: str) -> Answer | None:
        """Send one message; None where it is not to be sent now."""
        claimed: list[tuple[Step, Sms]] = []

        def claim() -> Sequence[OfficeRow]:
            with reading(self.centre.engine) as connection:
                claimed[:] = _claim(self.centre, connection, regency, reference, self.clock())
            return [step_row(step, parts=1) for step, _ in claimed]

        if not write(self.centre, regency, claim, self.clock()):
            return None
        ((step, sms),) = claimed
        with reading(self.centre.engine) as connection:
            url = report_url(connection, gateway, regency, reference)
            local = local_of(connection, regency, self.clock())
        answer = hand_over(client, gateway, _reported_at(sms, url))
        said = replace(step, state=answer.state, at=local.instant)
        write(self.centre, regency, lambda: [step_row(said, parts=1, cause=answer.cause or None)], self.clock())
        return answer


def _reported_at(sms: Sms, url: str) -> Sms:
    return Sms(sms.phone, sms.text, sms.reference, url)


def _in_turn(open_: Mapping[str, Sequence[Step]]) -> list[str]:
    """What is queued, the oldest first; one that the gateway did not take stands behind all that it was not asked."""
    waiting = {reference: said for reference, said in open_.items() if _is_queued(said)}
    return sorted(waiting, key=lambda reference: sum(step.state in _NOT_TAKEN for step in waiting[reference]))


def _is_resting(messages_: Iterable[Sequence[Step]], last_answer_at: str, now_ms: int) -> bool:
    """Whether the gateway is left alone, since it took nothing so often since it answered last."""
    troubles = [step.at for said in messages_ for step in said if step.state in _NOT_TAKEN and step.at > last_answer_at]
    if not troubles:
        return False
    rest_s: int = min(_FIRST_REST_S << min(len(troubles) - 1, 8), _LONGEST_REST_S)
    return now_ms / 1000 < datetime.fromisoformat(max(troubles)).timestamp() + rest_s


def _is_queued(said: Sequence[Step]) -> bool:
    return state_of(step.state for step in said) is NoticeState.QUEUED


def _claim(
    centre: Centre, connection: sa.Connection, regency: str, reference: str, now_ms: int
) -> list[tuple[Step, Sms]]:
    """The step by which a message is taken out of the queue, if it is to go out at this moment."""
    local, said = local_of(connection, regency, now_ms), steps_of_message(connection, regency, reference)
    rule = rule_of(connection, regency, local.now.date())
    if not said or not _is_queued(said) or not rule.is_open(local.now.time()) or not is_open(connection, regency):
        return []
    request = said[0].request_id
    card = positions(connection, centre.bulk, regency, [request])[request]
    person = people(connection, centre.bulk, regency, [request]).get(request)
    if person is None or card.state is not CardState.READY:
        return []
    way = way_to(person.phone, may_write=person.may_write, stops=stopped_numbers(connection, regency))
    if way.state is not NoticeState.QUEUED:
        return []
    others = steps_of(connection, centre.bulk, regency, [request])[request]
    told = messages(as_steps(others, local), rule)
    end = [each for each in told if each.counted_on and local.now.date() < rule.window_end(each.counted_on)]
    office = rule.office or f"Dukcapil {_name_of(connection, regency)}"
    notice = Notice(len(end) + 1, person.name, card.place, person.receipt_ref, office, rule.info)
    step = replace(said[0], state=NoticeState.SUBMITTED, at=local.instant, phone=way.number)
    return [(step, Sms(step.phone, wording(notice), reference, ""))]


def _name_of(connection: sa.Connection, regency: str) -> str:
    return str(connection.scalar(sa.select(REGENCY.c.name).where(REGENCY.c.regency == regency)))


def begin_rounds(sender: Sender) -> Callable[[], None]:
    """Send from now on, beside everything else; returns what ends that after the message that is under way."""
    ended = threading.Event()

    def run() -> None:
        while not ended.wait(_PAUSE_S):
            sender.round(is_ended=ended.is_set)

    threading.Thread(target=run, name="notices", daemon=True).start()
    return ended.set
