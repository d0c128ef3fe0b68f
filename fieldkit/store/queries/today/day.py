"""The day at a glance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from fieldkit.domain.lists.listing import EntryState
from fieldkit.domain.national.status import NationalStatus
from fieldkit.domain.requests.service import SENT_HOME
from fieldkit.domain.shifts.incident import WITHDRAWN
from fieldkit.store.database import Database
from fieldkit.store.persons import ROWS_OF_PERSON
from fieldkit.store.queries.literals import listed
from fieldkit.store.queries.openings import STANDS
from fieldkit.store.queries.recordings import FIRST_RECORDINGS
from fieldkit.store.queries.stock.balances import STANDING

CALL_BACK_NOTICE: Final = 0
"""Number of the notice that asks somebody to come again; notices about cards count from 1."""
_CALL_BACK_DAYS: Final = 7
"""How many days back somebody who was not told is still to be called."""
_SAME_PERSON: Final = ROWS_OF_PERSON.replace("?1", "s.resident_id")
TOLD: Final = "told_by_phone"
"""State of a notice whose person was reached."""


@dataclass(frozen=True, slots=True)
class ShiftTally:
    """Recorded people of one shift of the day."""

    shift_id: str
    name: str
    recorded: int


@dataclass(frozen=True, slots=True)
class QueueTally:
    """How long people wait. `oldest_at` is empty where nobody waits."""

    waiting: int
    in_service: int
    oldest_at: str
    ended: tuple[datetime, ...] = ()
    """When somebody was done with, first one first: the pace is told of them."""


@dataclass(frozen=True, slots=True)
class BlankTally:
    """The blanks of this table in a shift."""

    on_hand: int
    printed: int
    spoiled: int


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """An incident of the day; `ended_at` is empty while it lasts."""

    id: str
    kind: str
    began_at: str
    ended_at: str
    effect: str
    shift_id: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class CallBack:
    """Somebody who was sent home and has to be told when to come."""

    request_id: str
    name: str
    phone: str
    contact_name: str
    contact_relation: str
    step: str
    at: str


def recorded_by_shift(database: Database, day: str) -> list[ShiftTally]:
    """Recorded people per shift of a day, first shift first; each person once."""
    rows = database.rows(
        f"SELECT o.id, o.name, (SELECT count(*) FROM {FIRST_RECORDINGS} f WHERE f.shift_id = o.id) "
        f"FROM shift_opening o WHERE o.day = ?1 AND {STANDS} ORDER BY o.at",
        day,
    )
    return [ShiftTally(*row) for row in rows]


def queue_tally(database: Database, shift_id: str) -> QueueTally:
    """The queue of a shift in figures."""
    row = database.row(
        "SELECT count(*) FILTER (WHERE state = 'waiting'), count(*) FILTER (WHERE state = 'in_service'), "
        "coalesce(min(since) FILTER (WHERE state = 'waiting'), '') FROM request_state WHERE shift_id = ?",
        shift_id,
    )
    waiting, in_service, oldest_at = row or (0, 0, "")
    return QueueTally(waiting, in_service, oldest_at, ended_in(database, shift_id))


def ended_in(database: Database, shift_id: str) -> tuple[datetime, ...]:
    """When each person of a shift was done with, first one first."""
    sql = (
        "SELECT since FROM request_state WHERE shift_id = ? "
        "AND state NOT IN ('waiting', 'in_service', 'cancelled') ORDER BY since"
    )
    return tuple(datetime.fromisoformat(since) for (since,) in database.rows(sql, shift_id))


def blank_tally(database: Database, holder: str, shift_id: str, on_hand: int) -> BlankTally:
    """Blanks on hand, and what the shift used."""
    row = database.row(
        "SELECT coalesce(sum(quantity) FILTER (WHERE kind = 'print_use'), 0), "
        "coalesce(sum(quantity) FILTER (WHERE kind = 'spoil'), 0) FROM stock_movement m "
        f"WHERE shift_id = ? AND product = 'blank' AND from_holder = ? AND {STANDING}",
        shift_id,
        holder,
    )
    return BlankTally(on_hand, *(row or (0, 0)))


_CURRENT_INCIDENTS: Final = (
    f"FROM incident i WHERE i.kind <> '{WITHDRAWN}' "
    "AND NOT EXISTS (SELECT 1 FROM incident later WHERE later.corrects_id = i.id) "
)


def incidents_of_day(database: Database, day: str) -> list[IncidentRow]:
    """The incidents of a day's shifts as they stand after corrections, first one first."""
    return _incidents(database, "i.shift_id IN (SELECT id FROM shift_opening WHERE day = ?)", day)


def incidents_of_shift(database: Database, shift_id: str) -> list[IncidentRow]:
    """The incidents of one shift."""
    return _incidents(database, "i.shift_id = ?", shift_id)


def _incidents(database: Database, where: str, value: str) -> list[IncidentRow]:
    rows = database.rows(
        "SELECT i.id, i.kind, i.began_at, coalesce(i.ended_at, ''), coalesce(i.effect, ''), i.shift_id "
        f"{_CURRENT_INCIDENTS} AND {where} ORDER BY i.began_at",
        value,
    )
    return [IncidentRow(*row) for row in rows]


def call_backs(database: Database, day: str) -> list[CallBack]:
    """People who could not be served and have to be told: of a day and those before; who came again since is not.

    With them whose record the centre has deleted: they were recorded here, and have to come again (F-R4).
    """
    rows = database.rows(
        "SELECT s.request_id, r.name, coalesce(r.phone, ''), coalesce(r.contact_name, ''), "
        "coalesce(r.contact_relation, ''), s.step, s.since "
        "FROM request_state s JOIN shift_opening o ON o.id = s.shift_id JOIN resident r ON r.id = s.resident_id "
        f"WHERE o.day BETWEEN date(?1, '-{_CALL_BACK_DAYS} days') AND ?1 "
        f"AND s.step IN ({listed(SENT_HOME)}) "
        "AND NOT EXISTS (SELECT 1 FROM resident_state p WHERE p.resident_id = s.resident_id AND p.state = 'recorded') "
        "AND NOT EXISTS (SELECT 1 FROM service_request again WHERE again.at > s.since "
        f"AND again.resident_id IN {_SAME_PERSON}) "
        "AND coalesce((SELECT n.state FROM notice_step n WHERE n.request_id = s.request_id AND n.sequence = ?2 "
        "AND n.at >= s.since ORDER BY n.at DESC, n.id DESC LIMIT 1), '') <> ?3 ORDER BY s.since",
        day,
        CALL_BACK_NOTICE,
        TOLD,
    )
    deleted = database.rows(_DELETED, day, CALL_BACK_NOTICE, TOLD)
    return [CallBack(*row) for row in (*rows, *deleted)]


_DELETED: Final = (
    "SELECT max(q.request_id), r.name, coalesce(r.phone, ''), coalesce(r.contact_name, ''), "
    f"coalesce(r.contact_relation, ''), '{NationalStatus.DELETED_AT_CENTRE}', s.since FROM resident_state s "
    f"JOIN request_state q ON q.resident_id IN {_SAME_PERSON} AND q.state = 'recorded' "
    f"JOIN resident r ON r.id = s.resident_id WHERE s.state = '{EntryState.CALL_BACK}' AND s.shown_id IS NULL "
    "AND substr(s.since, 1, 10) <= ?1 "
    "AND NOT EXISTS (SELECT 1 FROM service_request again "
    f"WHERE again.at > s.since AND again.resident_id IN {_SAME_PERSON}) "
    "AND coalesce((SELECT n.state FROM notice_step n JOIN service_request told ON told.id = n.request_id "
    f"WHERE told.resident_id IN {_SAME_PERSON} AND n.sequence = ?2 "
    "AND n.at >= s.since ORDER BY n.at DESC, n.id DESC LIMIT 1), '') <> ?3 "
    "GROUP BY s.resident_id ORDER BY s.since"
)
