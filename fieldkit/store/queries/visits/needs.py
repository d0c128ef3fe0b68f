"""Why people can not come, for those who may see it: health data (F-P3)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from fieldkit.domain.roles import FIELD_WORKERS, PLANNERS
from fieldkit.domain.visits.plan import StopState
from fieldkit.store.database import Database
from fieldkit.store.queries.visits.endings import ended_at
from fieldkit.store.queries.visits.pairs import MATES


def needs_seen_by(database: Database, user_id: str) -> dict[str, str]:
    """The reason of each request that this user may see, and whose visit is not over; by request.

    Planner and admin see all that this laptop was given. Of the others only the pair that goes there: who leads the
    stop at which somebody is met, and that person's team, while the stop stands.
    """
    role = database.value("SELECT role FROM app_user WHERE id = ? AND active = 1", user_id)
    if role in PLANNERS:
        return _told(database, database.rows(_ALL))
    if role in FIELD_WORKERS:
        return _told(database, database.rows(f"{_ALL} AND n.request_id IN ({_OF_PAIR})", user_id, _PLANNED))
    return {}


def _told(database: Database, needs: Sequence[tuple[Any, ...]]) -> dict[str, str]:
    """Those whose visit nothing has ended."""
    ended = ended_at(database) if needs else {}
    return {request: need for request, need, who, at in needs if ended.get(who, "") < at}


_PLANNED: Final = StopState.PLANNED.value
_ALL: Final = (
    "SELECT n.request_id, n.need, coalesce(s.shown_id, n.resident_id), n.at FROM visit_need n "
    "LEFT JOIN resident_state s ON s.resident_id = n.resident_id WHERE n.need <> ''"
)
_OF_PAIR: Final = (
    "SELECT p.request_id FROM visit_placing p JOIN visit_stop s ON s.id = p.stop_id WHERE s.state = ?2 "
    "AND NOT EXISTS (SELECT 1 FROM visit_placing later WHERE later.request_id = p.request_id "
    "AND (later.at, later.id) > (p.at, p.id)) "
    f"AND (s.led_by = ?1 OR s.led_by IN ({MATES} WHERE mine.user_id = ?1))"
)
