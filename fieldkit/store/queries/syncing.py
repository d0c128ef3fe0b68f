"""What waits to be sent, what was received, and what needs attention."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fieldkit.domain.roles import LEADS, LOST_WORK, may_settle
from fieldkit.store.database import Database


@dataclass(frozen=True, slots=True)
class GroupCount:
    """Changes of one group of tables. `apart` are held, refused or a case."""

    group: str
    waiting: int
    sent: int
    apart: int


@dataclass(frozen=True, slots=True)
class AttentionRow:
    """A command that the centre did not simply apply; or, with the number 0, facts that contradict each other."""

    number: int
    verdict: str
    reason: str
    case_id: str
    table: str
    person: str


def attention(database: Database) -> list[AttentionRow]:
    """What somebody must decide: what this laptop wrote, newest first, then the cases that the centre found."""
    return [AttentionRow(*row) for sql in (_OWN, _FOUND) for row in database.rows(sql)]


def count_attention(database: Database) -> int:
    """How many there are of them."""
    return len(attention(database))


_MAY: Final = f"u.role IN ({', '.join(repr(role) for role in sorted(LEADS))})"
_MAY_LOSE: Final = f"u.role IN ({', '.join(repr(role) for role in sorted(LEADS) if may_settle(LOST_WORK, role))})"
SETTLED: Final = (
    "EXISTS (SELECT 1 FROM case_settlement s JOIN app_user u ON u.id = s.settled_by "
    "WHERE s.case_id = {case_id} AND u.active = 1 "
    f"AND CASE {{kind}} WHEN '{LOST_WORK}' THEN {_MAY_LOSE} ELSE {_MAY} END)"
)
"""Whether somebody who may has settled the case that is named here as {case_id}, of the kind {kind}."""
_OWN: Final = (
    "SELECT a.number, a.verdict, a.reason, a.case_id, j.table_name, coalesce(r.name, '') FROM attention a "
    "JOIN journal j ON j.origin = a.origin AND j.number = a.number "
    "LEFT JOIN resident r ON r.id = j.row_id OR r.id = "
    "(SELECT q.resident_id FROM service_request q WHERE q.id = j.row_id) "
    f"WHERE NOT {SETTLED.format(case_id='a.case_id', kind='a.reason')} ORDER BY a.number DESC"
)
_FOUND: Final = (
    "SELECT 0, 'case', c.kind, c.id, CASE c.kind WHEN 'handed_over_twice' THEN 'card_handover' "
    "WHEN 'negative_holder' THEN 'stock_movement' WHEN 'two_closings' THEN 'closing' "
    "WHEN 'recorded_twice' THEN 'request_step' WHEN 'same_person' THEN 'same_person_link' "
    "WHEN 'same_number' THEN 'resident' ELSE json_extract(c.members, '$[0]') END, "
    "coalesce(r.name, '') FROM case_file c LEFT JOIN resident r ON r.id = coalesce("
    "(SELECT q.resident_id FROM service_request q WHERE q.id = c.subject), substr(c.subject, 1, 36)) "
    f"WHERE c.state = 'open' AND NOT {SETTLED.format(case_id='c.id', kind='c.kind')} "
    "AND c.id NOT IN (SELECT case_id FROM attention WHERE case_id IS NOT NULL) ORDER BY c.opened_at DESC, c.id"
)
