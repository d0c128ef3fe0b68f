"""What stands on a receipt, and how often it was printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fieldkit.store.database import Database


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


_OFFICE: Final = "coalesce((SELECT value FROM setting WHERE key = 'office_name' ORDER BY valid_from DESC LIMIT 1), '')"


def receipt_of(database: Database, request_id: str) -> ReceiptFacts:
    """The receipt of a registration; KeyError where there is none."""
    row = database.row(
        "SELECT q.id, q.queue_no, q.receipt_ref, coalesce(r.name, ''), q.reason, s.state, o.day, o.site_name, "
        f"{_OFFICE}, coalesce(q.print_eligible_on, ''), "
        "(SELECT count(*) FROM receipt_print p WHERE p.request_id = q.id AND p.outcome = 'printed') "
        "FROM service_request q JOIN request_state s ON s.request_id = q.id "
        "JOIN shift_opening o ON o.id = q.shift_id LEFT JOIN resident r ON r.id = q.resident_id WHERE q.id = ?",
        request_id,
    )
    if row is None:
        raise KeyError(request_id)
    return ReceiptFacts(*row)
