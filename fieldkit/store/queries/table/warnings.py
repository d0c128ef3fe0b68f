"""What has to be known of a person before the table goes on: recorded already, a card that waits, a crowded phone."""

from __future__ import annotations

from dataclasses import dataclass

from fieldkit.store.database import Database
from fieldkit.store.persons import ROWS_OF_PERSON


@dataclass(frozen=True, slots=True)
class UncollectedCard:
    """A card that was made and that nobody fetched. `place` is empty where none was noted."""

    request_id: str
    printed_at: str
    place: str


def is_recorded(database: Database, resident_id: str) -> bool:
    """Whether the field has recorded the person, under whichever row."""
    sql = f"SELECT 1 FROM resident_state WHERE resident_id IN {ROWS_OF_PERSON} AND state = 'recorded'"
    return database.value(sql, resident_id) is not None


def uncollected_card(database: Database, resident_id: str) -> UncollectedCard | None:
    """The newest card of a person that lies somewhere: printed, not handed over, and not spoiled since (F-K3)."""
    row = database.row(
        "SELECT q.id, max(p.at), "
        "coalesce((SELECT c.place FROM card_place c WHERE c.request_id = q.id ORDER BY c.at DESC LIMIT 1), '') "
        "FROM service_request q JOIN card_print p ON p.request_id = q.id "
        f"WHERE q.resident_id IN {ROWS_OF_PERSON} "
        "AND NOT EXISTS (SELECT 1 FROM card_handover h WHERE h.request_id = q.id) "
        "AND NOT EXISTS "
        "(SELECT 1 FROM stock_movement m WHERE m.request_id = q.id AND m.kind = 'spoil' AND m.at >= p.at) "
        "GROUP BY q.id ORDER BY max(p.at) DESC",
        resident_id,
    )
    return UncollectedCard(*row) if row else None


def people_with_phone(database: Database, phone: str, but: str) -> int:
    """How many other people who came to a table gave this number."""
    sql = (
        "SELECT count(DISTINCT r.id) FROM service_request q JOIN resident r ON r.id = q.resident_id "
        "WHERE r.phone = ? AND r.id <> ?"
    )
    return int(database.value(sql, phone, but))
