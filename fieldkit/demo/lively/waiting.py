"""Cards of the weeks before that nobody has fetched yet, and what their owners were told so far."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from fieldkit.demo.day import DAY
from fieldkit.demo.laptop import PracticeLaptop
from fieldkit.demo.office import ZONE
from fieldkit.domain.notices.messages import reference_of
from fieldkit.domain.requests.service import Reason, Step
from fieldkit.records.tables import CARD_PLACE, NOTICE_STEP, REQUEST_STEP, SERVICE_REQUEST
from fieldkit.store.queries.rows import all_rows
from fieldkit.store.unit import Unit
from fieldkit.work.instants import instant
from fieldkit.work.practice import JATI

_SENT: Final = ("queued", "submitted", "accepted")
_STORIES: Final[tuple[tuple[int, tuple[tuple[str, ...], ...]], ...]] = (
    *((7, ((*_SENT, "delivered"),)) for _ in range(9)),
    *((64, ((*_SENT, "delivered"), (*_SENT, "delivered"))) for _ in range(5)),
    *((200, ((*_SENT, "delivered"), _SENT, ("call_list", "told_by_phone"))) for _ in range(4)),
    (3, (("queued", "submitted", "unknown"),)),
    (4, (("queued", "submitted", "unknown", "call_list"),)),
    *((5, ((*_SENT, "failed"),)) for _ in range(3)),
    (6, (("queued", "submitted", "rejected"),)),
    *((8, (("call_list",),)) for _ in range(4)),
    (9, (("call_list", "unreachable"),)),
    *((0, (("queued",),)) for _ in range(6)),
)
"""How many days ago each card was put where it is fetched, and what was said of each notice."""
_APART: Final = 60
_TOWN_HALL: Final = "Loket 2, kantor Dukcapil"


def let_cards_wait(laptop: PracticeLaptop) -> None:
    """Their owners are people of the list who are old enough, with telephones of nobody."""
    known = laptop.store.query(all_rows, "resident", ("id", "village", "birth_date", "name"))
    owners = [str(id_) for id_, village, born, name in known if village == JATI and name and str(born) < "1999"]
    laptop.store.execute(_write, owners[-len(_STORIES) :])


def _write(unit: Unit, owners: Sequence[str]) -> None:
    for owner, (days_ago, notices) in zip(owners, _STORIES, strict=True):
        day = DAY - timedelta(days_ago)
        request = unit.insert(SERVICE_REQUEST, JATI, **_request(owner, _at(day, 8, 0)))
        unit.insert(REQUEST_STEP, JATI, request_id=request, step=Step.ACCEPTED_FOR_REPRINT, at=_at(day, 8, 5))
        lies = {"request_id": request, "state": "ready", "place": _TOWN_HALL, "custodian": "Yuni Rahmawati"}
        unit.insert(CARD_PLACE, JATI, **lies, at=_at(day, 9, 0))
        for number, said in enumerate(notices):
            for minute, state in enumerate(said):
                at = _at(day + timedelta(_APART * number), 10, minute)
                unit.insert(NOTICE_STEP, JATI, **_step(unit, request, number + 1, state, at))


def _request(owner: str, at: str) -> dict[str, object]:
    return {
        "shift_id": "",
        "resident_id": owner,
        "reason": Reason.LOST,
        "queue_no": f"L-{owner[-3:].upper()}",
        "receipt_ref": owner[-10:].upper(),
        "phone_answer": "own",
        "sms_consent": 1,
        "on_list": 1,
        "out_of_hours": 0,
        "at": at,
    }


def _step(unit: Unit, request: str, number: int, state: str, at: str) -> dict[str, object]:
    is_sms = state not in ("call_list", "told_by_phone", "unreachable")
    return {
        "request_id": request,
        "sequence": number,
        "channel": "sms" if is_sms else "call_list",
        "state": state,
        "reference": reference_of(unit.meta.regency, request, number),
        "parts": 1 if state == "submitted" else None,
        "at": at,
    }


def _at(day: date, hour: int, minute: int) -> str:
    """A time of the day as the clock of the office shows it."""
    return instant(datetime.combine(day, time(hour, minute), ZoneInfo(ZONE)))
