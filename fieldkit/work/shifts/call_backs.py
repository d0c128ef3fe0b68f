"""People who were sent home are told when to come: that somebody was reached is a fact of its own."""

from __future__ import annotations

from typing import Final

from fieldkit.records.tables import NOTICE_STEP
from fieldkit.store.queries.today.day import CALL_BACK_NOTICE, TOLD
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_caller
from fieldkit.work.instants import instant

_NOT_TOLD: Final = "not_told"


def note_called(unit: Unit, request_id: str) -> str:
    """The person of a request was told when to come."""
    return _note(unit, request_id, TOLD)


def take_back_called(unit: Unit, request_id: str) -> str:
    """Nobody was reached after all: the person is on the list of those to call again."""
    return _note(unit, request_id, _NOT_TOLD)


def _note(unit: Unit, request_id: str, state: str) -> str:
    require_caller(unit)
    area = unit.value("SELECT area FROM service_request WHERE id = ?", request_id)
    if area is None:
        raise KeyError(request_id)
    return unit.insert(
        NOTICE_STEP,
        area,
        request_id=request_id,
        sequence=CALL_BACK_NOTICE,
        channel="phone",
        state=state,
        at=instant(unit.now_utc),
    )
