"""Who was served in a shift, for the list of attendance that goes with its report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fieldkit.store.database import Database


@dataclass(frozen=True, slots=True, repr=False)
class Visitor:
    """Somebody who was registered in a shift; `nik_tail` where the list has no more, `at` is UTC."""

    queue_no: str
    name: str
    sex: str
    nik: str
    nik_tail: str
    rt: str
    rw: str
    reason: str
    step: str
    at: str


def visitors(database: Database, shift_id: str) -> list[Visitor]:
    """Everybody who was registered in a shift, in the order of the queue."""
    return [Visitor(*row) for row in database.rows(_VISITORS, shift_id)]


_VISITORS: Final = (
    "SELECT q.queue_no, coalesce(r.name, ''), coalesce(r.sex, ''), coalesce(r.nik, ''), coalesce(r.nik_tail, ''), "
    "coalesce(r.rt, ''), coalesce(r.rw, ''), q.reason, s.step, s.since FROM service_request q "
    "JOIN request_state s ON s.request_id = q.id LEFT JOIN resident r ON r.id = q.resident_id "
    "WHERE q.shift_id = ? ORDER BY q.at, q.queue_no"
)
