"""Requests about personal data with their clock: the open ones first, the most urgent of them on top."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from fieldkit.domain.privacy.data_request import DataRequestState, DataStep, deadline, standing
from fieldkit.domain.privacy.deadline import Deadline
from fieldkit.store.database import Database


@dataclass(frozen=True, slots=True, repr=False)
class DataRequest:
    """A request, where it stands, and its three days."""

    id: str
    area: str
    resident_id: str
    name: str
    """Empty where it is about nobody who is here."""
    village: str
    kind: str
    asked_by: str
    way: str
    note: str
    state: DataRequestState
    said: str
    """The note of the last step: of a refusal first its ground."""
    clock: Deadline

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer."""
        return self.clock.is_open


def data_requests(database: Database, now: datetime) -> list[DataRequest]:
    """All of them; closed ones by the newest answer."""
    steps = defaultdict[str, list[tuple[str, str, str]]](list)
    for request, *step in database.rows(f"{_STEPS} ORDER BY at, id"):
        steps[request].append((step[0], step[1], step[2]))
    found = [_request(row, steps[row[0]], now) for row in database.rows(_REQUESTS)]
    return sorted(found, key=_urgency)


def data_request(database: Database, request_id: str, now: datetime) -> DataRequest | None:
    """One request."""
    row = database.row(f"{_REQUESTS} WHERE d.id = ?", request_id)
    steps = database.rows(f"{_STEPS} WHERE request_id = ? ORDER BY at, id", request_id)
    return _request(row, [(step[1], step[2], step[3]) for step in steps], now) if row else None


def _request(row: tuple[Any, ...], steps: list[tuple[str, str, str]], now: datetime) -> DataRequest:
    told = [DataStep(_state(state), datetime.fromisoformat(at)) for state, _, at in steps]
    clock = deadline(datetime.fromisoformat(row[-1]), told, now)
    row_id, area, resident, name, village, kind, asked_by, way, note, _ = row
    said = steps[-1][1] if steps else ""
    return DataRequest(row_id, area, resident, name, village, kind, asked_by, way, note, standing(told), said, clock)


def _state(said: str) -> DataRequestState:
    """What a newer laptop said that is not known here has closed it."""
    try:
        return DataRequestState(said)
    except ValueError:
        return DataRequestState.ANSWERED


def _urgency(request: DataRequest) -> tuple[bool, float]:
    ended = request.clock.ended
    return not request.is_open, -ended.timestamp() if ended else request.clock.due.timestamp()


_REQUESTS = (
    "SELECT d.id, d.area, coalesce(d.resident_id, ''), coalesce(r.name, ''), coalesce(r.village, ''), d.kind, "
    "d.asked_by, coalesce(d.way, ''), coalesce(d.note, ''), d.at "
    "FROM data_request d LEFT JOIN resident r ON r.id = d.resident_id"
)
_STEPS = "SELECT request_id, state, coalesce(note, ''), at FROM data_request_step"
