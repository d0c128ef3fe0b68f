"""What a restored laptop may have lost: listed for the office, which signs that nobody can fill it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import sqlalchemy as sa

from fieldkit.domain.contradiction import Decision
from fieldkit.domain.roles import may_settle
from fieldkit.records.tables import APP_USER, CASE_SETTLEMENT
from fieldkit.server.cases import GAP, Case, case_of, cases_query, open_cases
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading
from fieldkit.server.office.watch import Watch
from fieldkit.server.office.writing import put_office_row
from fieldkit.server.schema import CASE, METADATA

_USER = METADATA.tables[APP_USER.name].c
_DECISION = METADATA.tables[CASE_SETTLEMENT.name].c


@dataclass(frozen=True, slots=True)
class AcceptedGap:
    """A gap that somebody signed, and why; `at` as the signature says."""

    case: Case
    user_id: str
    at: str
    note: str


def gaps(centre: Centre, regency: str) -> list[Case]:
    """Where a laptop went on from a backup, and nobody has signed yet."""
    return [case for case in open_cases(centre, regency) if case.kind == GAP]


def accepted(centre: Centre, regency: str) -> list[AcceptedGap]:
    """What was signed as lost for good, in the order of the signatures; of several for one gap the last."""
    of_gap = sa.and_(CASE.c.regency == regency, CASE.c.kind == GAP, CASE.c.settled_ms.is_not(None))
    signed = sa.and_(_DECISION.regency == regency, _DECISION.case_id == CASE.c.id, _DECISION.settled_by.is_not(None))
    query = cases_query().add_columns(_DECISION.settled_by, _DECISION.at, _DECISION.note).where(of_gap, signed)
    with reading(centre.engine) as connection:
        found = connection.execute(query.order_by(_DECISION.at, _DECISION.id)).all()
    return list({gap.case.id: gap for gap in map(_accepted, found)}.values())


def accept(centre: Centre, regency: str, case_id: str, user_id: str, note: str, *, now_ms: int) -> bool:
    """Sign that what follows in the former origin is lost; False where there is no such gap, or the user may not."""
    if case_id not in {case.id for case in gaps(centre, regency)} or not _may_sign(centre, regency, user_id):
        return False
    at = datetime.fromtimestamp(now_ms / 1000, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    said = {"case_id": case_id, "decision": Decision.RIGHT.value, "note": note, "settled_by": user_id, "at": at}
    put_office_row(centre, regency, CASE_SETTLEMENT.name, said, area=regency, now_ms=now_ms)
    Watch(centre).look(now_ms)
    return True


def _may_sign(centre: Centre, regency: str, user_id: str) -> bool:
    query = sa.select(_USER.role).where(_USER.regency == regency, _USER.id == user_id, _USER.active == 1)
    with reading(centre.engine) as connection:
        return may_settle(GAP, connection.scalar(query))


def _accepted(row: Sequence[object]) -> AcceptedGap:
    *case, user_id, at, note = row
    return AcceptedGap(case_of(tuple(case)), str(user_id), str(at), str(note))
