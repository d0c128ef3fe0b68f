"""Cards of the people of a day: to be printed, printed, handed over."""

from __future__ import annotations

from dataclasses import dataclass

from fieldkit.store.database import Database
from fieldkit.store.queries.cards.facts import IN_QUESTION


@dataclass(frozen=True, slots=True)
class DayCard:
    """The card of somebody who was recorded, or whose card is made anew. Instants are UTC, empty where not yet.

    It waits while what it would say is in question.
    """

    request_id: str
    name: str
    queue_no: str
    ready_at: str
    print_eligible_on: str
    printed_at: str
    handed_at: str
    spoiled: int
    waits: bool


def day_cards(database: Database, day: str) -> list[DayCard]:
    """The cards of a day in the order in which they became ready; those handed over come last."""
    rows = database.rows(
        "SELECT q.id, r.name, q.queue_no, s.since, coalesce(q.print_eligible_on, ''), "
        "coalesce((SELECT max(p.at) FROM card_print p WHERE p.request_id = q.id), '') AS printed, "
        "coalesce((SELECT max(h.at) FROM card_handover h WHERE h.request_id = q.id), '') AS handed, "
        f"coalesce(lost.pieces, 0), {IN_QUESTION} "
        "FROM shift_opening o JOIN request_state s ON s.shift_id = o.id JOIN service_request q ON q.id = s.request_id "
        "JOIN resident r ON r.id = s.resident_id "
        "LEFT JOIN (SELECT request_id, sum(quantity) AS pieces FROM stock_movement "
        "WHERE kind = 'spoil' AND request_id IS NOT NULL GROUP BY request_id) lost ON lost.request_id = q.id "
        "WHERE o.day = ? AND s.state IN ('recorded', 'accepted_for_reprint') "
        "ORDER BY handed <> '', s.since, q.queue_no",
        day,
    )
    return [DayCard(*(*card, bool(waits))) for *card, waits in rows]
