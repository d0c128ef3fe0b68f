"""What the registration table needs: the person picked, and the queue."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

from fieldkit.domain.identifiers import device_prefix, foreign_prefix, incarnate
from fieldkit.store.database import Database
from fieldkit.store.meta import SERIES_LETTERS, Meta
from fieldkit.store.persons import IS_ON_LIST, ROWS_OF_ASKER, ROWS_OF_PERSON
from fieldkit.store.told import guest_prefixes

LAST_QUEUE_NUMBER: Final = "last_queue_number"
"""Meta key of the last number given in the queue series."""


@dataclass(frozen=True, slots=True, repr=False)
class Person:
    """A resident as the form shows one; empty text where nothing is known."""

    id: str
    name: str
    nik: str
    nik_tail: str
    kk: str
    sex: str
    birth_date: str
    birth_place: str
    marital: str
    address: str
    rt: str
    rw: str
    village: str
    phone: str
    phone_owner: str
    contact_name: str
    contact_relation: str
    on_list: bool
    state: str
    since: str
    version: int


@dataclass(frozen=True, slots=True)
class PastRequest:
    """An earlier service of the same person."""

    id: str
    reason: str
    state: str
    step: str
    since: str
    queue_no: str
    site_name: str
    shift_id: str


@dataclass(frozen=True, slots=True, repr=False)
class QueueEntry:
    """Somebody who is waiting or at the set. `since` is when the state began, UTC."""

    request_id: str
    resident_id: str
    queue_no: str
    name: str
    reason: str
    state: str
    step: str
    since: str
    priority: str
    birth_date: str
    has_nik: bool
    out_of_hours: bool
    doubts: str
    """Codes of what was in doubt when the person was registered, or when the NIK was written."""


@dataclass(frozen=True, slots=True, repr=False)
class JustEnded:
    """Somebody of the shift who is done with. `step_id` is the step that ended it, `at` its time, UTC; `attempt_id` the
    visit that says it as well, where somebody was recorded at home."""

    step_id: str
    request_id: str
    queue_no: str
    name: str
    step: str
    at: str
    attempt_id: str = ""


_PERSON: Final = (
    "SELECT r.id, r.name, coalesce(r.nik, ''), coalesce(r.nik_tail, substr(r.nik, -4), ''), coalesce(r.kk, ''), "
    "coalesce(r.sex, ''), coalesce(r.birth_date, ''), coalesce(r.birth_place, ''), coalesce(r.marital, ''), "
    "coalesce(r.address, ''), coalesce(r.rt, ''), coalesce(r.rw, ''), r.village, coalesce(r.phone, ''), "
    "coalesce(r.phone_owner, ''), coalesce(r.contact_name, ''), coalesce(r.contact_relation, ''), "
    f"{IS_ON_LIST}, coalesce(s.state, ''), coalesce(s.since, ''), r.version "
    "FROM resident r LEFT JOIN resident_state s ON s.resident_id = r.id WHERE r.id = ?1"
)


def person(database: Database, resident_id: str) -> Person | None:
    """One resident."""
    row = database.row(_PERSON, resident_id)
    return _person(row) if row else None


def _person(row: tuple[Any, ...]) -> Person:
    found = Person(*row)
    return found if found.state else replace(found, state="unrecorded" if found.on_list else "not_listed")


def past_requests(database: Database, resident_id: str) -> list[PastRequest]:
    """What the person who has this row came for before, last one first."""
    rows = database.rows(
        "SELECT q.id, q.reason, s.state, s.step, s.since, q.queue_no, coalesce(o.site_name, ''), q.shift_id "
        "FROM service_request q "
        "JOIN request_state s ON s.request_id = q.id LEFT JOIN shift_opening o ON o.id = q.shift_id "
        f"WHERE q.resident_id IN {ROWS_OF_PERSON} ORDER BY q.at DESC",
        resident_id,
    )
    return [PastRequest(*row) for row in rows]


def queue(database: Database, shift_id: str) -> list[QueueEntry]:
    """Everybody not finished: at the set first, as called, then who has priority, then in order of arrival."""
    rows = database.rows(
        "SELECT q.id, q.resident_id, q.queue_no, coalesce(r.name, ''), q.reason, s.state, s.step, s.since, "
        "coalesce(q.priority, ''), coalesce(r.birth_date, ''), EXISTS (SELECT 1 FROM resident o "
        f"WHERE o.id IN {ROWS_OF_ASKER} AND coalesce(o.nik, o.nik_tail, '') <> ''), q.out_of_hours, "
        "coalesce((SELECT group_concat(p.note, ', ') FROM request_step p WHERE p.request_id = q.id "
        "AND p.step = 'registered'), '') "
        "FROM service_request q JOIN request_state s ON s.request_id = q.id "
        "LEFT JOIN resident r ON r.id = q.resident_id "
        "WHERE q.shift_id = ? AND s.state IN ('waiting', 'in_service') "
        "ORDER BY s.state, iif(s.state = 'in_service', s.since, ''), coalesce(q.priority, '') = '', q.at",
        shift_id,
    )
    return [QueueEntry(*(*entry, bool(has_nik), bool(late), doubts)) for *entry, has_nik, late, doubts in rows]


def just_ended(database: Database, shift_id: str, most: int) -> list[JustEnded]:
    """Who was done with last, the last one first; who was recorded at home by mistake never stood in the queue."""
    rows = database.rows(
        "SELECT p.id, q.id, q.queue_no, coalesce(r.name, ''), s.step, s.since, coalesce(a.id, '') FROM request_state s "
        "JOIN service_request q ON q.id = s.request_id LEFT JOIN resident r ON r.id = q.resident_id "
        "JOIN request_step p ON p.request_id = s.request_id AND p.step = s.step AND p.at = s.since "
        "LEFT JOIN visit_attempt a ON a.resident_id = q.resident_id AND a.at = q.at "
        "AND a.outcome IN ('recorded', 'recorded_with_exception') "
        "WHERE s.shift_id = ? AND s.state NOT IN ('waiting', 'in_service') "
        "AND NOT (s.state = 'cancelled' AND a.id IS NOT NULL) "
        "GROUP BY q.id ORDER BY s.since DESC LIMIT ?",
        shift_id,
        most,
    )
    return [JustEnded(*row) for row in rows]


def next_queue_number(database: Database, regency: str) -> str:
    """The number that the next person of a regency gets, such as P2-083, on a restored laptop P2B-KD083; two laptops at
    one place never share it."""
    meta = Meta(database)
    own = device_prefix(meta.origin) if regency == meta.regency else foreign_prefix(meta.origin)
    given = guest_prefixes(database).get(regency)
    prefix = incarnate(given, meta.origin) if given else own
    return f"{prefix}-{meta.get(SERIES_LETTERS)}{last_queue_number(database) + 1:03d}"


def last_queue_number(database: Database) -> int:
    """The last number that was given here, without prefix and letters."""
    return int(Meta(database).get(LAST_QUEUE_NUMBER, "0"))
