"""What waits to be sent, what was received, and what needs attention."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from fieldkit.domain.contradiction import CaseKind
from fieldkit.domain.roles import LEADS, SETTLERS, TAMPERING
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
    found: str = ""
    """Of tampering: what the laptop found, as it tells the office."""


def attention(database: Database) -> list[AttentionRow]:
    """What somebody must decide: tampering that the centre has not heard of, what this laptop wrote, newest first, then
    the cases that the centre found."""
    return [AttentionRow(*row) for sql in (_UNTOLD, _OWN, _FOUND) for row in database.rows(sql)]


def count_attention(database: Database) -> int:
    """How many there are of them."""
    return len(attention(database))


def count_own_tamperings(database: Database) -> int:
    """How often this laptop found that somebody wrote past FieldKit, without what an admin has settled."""
    # What others found has no number here.
    return sum(row.reason == TAMPERING and row.number > 0 for row in attention(database))


def _is_of(roles: Collection[str]) -> str:
    return f"u.role IN ({', '.join(map(repr, sorted(roles)))})"


SETTLED: Final = (
    "EXISTS (SELECT 1 FROM case_settlement s JOIN app_user u ON u.id = s.settled_by "
    "WHERE s.case_id = {case_id} AND u.active = 1 "
    f"AND CASE {{kind}} {' '.join(f'WHEN {kind!r} THEN {_is_of(roles)}' for kind, roles in SETTLERS.items())} "
    f"ELSE {_is_of(LEADS)} END)"
)
"""Whether somebody who may has settled the case that is named here as {case_id}, of the kind {kind}."""
_TOLD: Final = (
    f"coalesce((SELECT substr(cause, {len(TAMPERING) + 2}) FROM incarnation "
    f"WHERE id = {{row}} AND cause LIKE '{TAMPERING} %'), '')"
)
_UNTOLD: Final = (
    f"SELECT j.number, 'case', '{TAMPERING}', '', j.table_name, '', {_TOLD.format(row='i.id')} FROM incarnation i "
    "CROSS JOIN journal j ON j.row_id = i.id AND j.in_base = 0 "
    f"WHERE j.verdict IS NULL AND i.cause LIKE '{TAMPERING} %'"
)
"""From the few incarnations to their changes: the other way round it goes through all that was not sent yet."""
_OWN: Final = (
    "SELECT a.number, a.verdict, a.reason, a.case_id, j.table_name, coalesce(r.name, ''), "
    f"{_TOLD.format(row='j.row_id')} FROM attention a "
    "JOIN journal j ON j.origin = a.origin AND j.number = a.number "
    "LEFT JOIN resident r ON r.id = j.row_id OR r.id = "
    "(SELECT q.resident_id FROM service_request q WHERE q.id = j.row_id) "
    f"WHERE NOT {SETTLED.format(case_id='a.case_id', kind='a.reason')} ORDER BY a.number DESC"
)
TABLE_OF_CASE: Final[Mapping[str, str]] = {
    CaseKind.HANDED_OVER_TWICE: "card_handover",
    CaseKind.HANDED_OVER_ENDED: "card_handover",
    CaseKind.PRINTED_TWICE: "card_print",
    CaseKind.PRINT_ENDED_TWICE: "card_check",
    CaseKind.NEGATIVE_HOLDER: "stock_movement",
    CaseKind.TAKEN_BACK_TWICE: "stock_movement",
    CaseKind.RECEIVED_TWICE: "stock_movement",
    CaseKind.COUNTED_APART: "stock_count",
    CaseKind.TWO_CLOSINGS: "closing",
    CaseKind.TEAM_CLOSED_TWICE: "closing",
    CaseKind.REOPENED_LATE: "closing",
    CaseKind.SENT_TWICE: "handover_record",
    CaseKind.BATCH_SIGNED_TWICE: "handover_record",
    CaseKind.LIST_ACTIVE_TWICE: "list_step",
    CaseKind.RECORDED_TWICE: "request_step",
    CaseKind.SAME_NUMBER: "resident",
    CaseKind.SAME_PERSON: "same_person_link",
}
"""What facts that contradict each other are about; any other case names the table of its change."""


def _when(about: tuple[str, str]) -> str:
    return "WHEN '{}' THEN '{}'".format(*about)


_FOUND: Final = (
    f"SELECT 0, 'case', c.kind, c.id, CASE c.kind {' '.join(map(_when, TABLE_OF_CASE.items()))} "
    "ELSE json_extract(c.members, '$[0]') END, "
    f"coalesce(r.name, ''), {_TOLD.format(row='c.subject')} FROM case_file c LEFT JOIN resident r ON r.id = coalesce("
    "(SELECT q.resident_id FROM service_request q WHERE q.id = c.subject), substr(c.subject, 1, 36)) "
    f"WHERE c.state = 'open' AND NOT {SETTLED.format(case_id='c.id', kind='c.kind')} "
    "AND c.id NOT IN (SELECT case_id FROM attention WHERE case_id IS NOT NULL) ORDER BY c.opened_at DESC, c.id"
)
