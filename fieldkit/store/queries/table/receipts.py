"""What stands on a receipt, and how often it was printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fieldkit.domain.rules.catalogue import RuleName
from fieldkit.domain.rules.interim import NO_LETTER, InterimRule
from fieldkit.domain.rules.keys import RuleKey
from fieldkit.store.database import Database
from fieldkit.store.queries.rules.versions import interim_rule, rule_values


@dataclass(frozen=True, slots=True, repr=False)
class ReceiptFacts:
    """A registration as its receipt says it. No number of the person is among it."""

    request_id: str
    queue_no: str
    reference: str
    name: str
    reason: str
    state: str
    day: str
    site_name: str
    office_name: str
    print_eligible_on: str
    prints: int
    """How often it was printed before."""
    interim: InterimRule = NO_LETTER
    """Whether a paper is given in place of the card, on the day of the registration."""


def receipt_of(database: Database, request_id: str) -> ReceiptFacts:
    """The receipt of a registration; KeyError where there is none."""
    row = database.row(
        "SELECT q.id, q.queue_no, q.receipt_ref, coalesce(r.name, ''), q.reason, s.state, o.day, o.site_name, "
        "coalesce(q.print_eligible_on, ''), "
        "(SELECT count(*) FROM receipt_print p WHERE p.request_id = q.id AND p.outcome = 'printed') "
        "FROM service_request q JOIN request_state s ON s.request_id = q.id "
        "JOIN shift_opening o ON o.id = q.shift_id LEFT JOIN resident r ON r.id = q.resident_id WHERE q.id = ?",
        request_id,
    )
    if row is None:
        raise KeyError(request_id)
    day = date.fromisoformat(row[6])
    name = rule_values(database, RuleName.OFFICE, day)[RuleKey.OFFICE_NAME]
    told = [*row[:8], name, *row[8:], interim_rule(database, day)]
    return ReceiptFacts(*told)
