"""What has to be known of a person before the table goes on: recorded already, a card that waits, a shared
number."""

from __future__ import annotations

from dataclasses import dataclass

from fieldkit.domain.cards.card import IN_HAND
from fieldkit.domain.national.status import FORBIDS_RECORDING
from fieldkit.domain.national.track import NationalState
from fieldkit.store.database import Database
from fieldkit.store.persons import HAS_NIK, ROWS_OF_PERSON
from fieldkit.store.queries.cards.facts import positions
from fieldkit.store.queries.national.person import national_of


@dataclass(frozen=True, slots=True)
class UncollectedCard:
    """A card that was made and that nobody fetched; where it lies, and since when it is known to."""

    request_id: str
    since: str
    place: str


def is_recorded(database: Database, resident_id: str) -> bool:
    """Whether the person was recorded, under whichever row: by the field, or elsewhere as the centre says (OP-4)."""
    sql = f"SELECT 1 FROM resident_state WHERE resident_id IN {ROWS_OF_PERSON} AND state = 'recorded'"
    return database.value(sql, resident_id) is not None or stop_at_centre(database, resident_id) is not None


def stop_at_centre(database: Database, resident_id: str) -> NationalState | None:
    """What the centre says of somebody whom it holds already; None where nothing speaks against a recording."""
    found = national_of(database, resident_id)
    return found if found is not None and found.status in FORBIDS_RECORDING else None


def has_nik(database: Database, resident_id: str) -> bool:
    """Whether the NIK of the person is known, under whichever row; of a reduced list its end will do."""
    return bool(database.value(f"SELECT {HAS_NIK}", resident_id))


def states_of(database: Database, resident_id: str) -> list[str]:
    """Where the person stands on the lists, under each row."""
    sql = f"SELECT state FROM resident_state WHERE resident_id IN {ROWS_OF_PERSON}"
    return [state for (state,) in database.rows(sql, resident_id)]


def uncollected_card(database: Database, resident_id: str) -> UncollectedCard | None:
    """The newest card of a person that lies somewhere: printed, not handed over, and not spoiled since (F-K3)."""
    made = f"SELECT DISTINCT q.id FROM service_request q WHERE q.resident_id IN {ROWS_OF_PERSON}"
    cards = positions(database, [row[0] for row in database.rows(made, resident_id)])
    held = [
        UncollectedCard(request, card.since, card.place) for request, card in cards.items() if card.state in IN_HAND
    ]
    return max(held, key=lambda each: each.since, default=None)


def people_with_phone(database: Database, phone: str, but: str) -> int:
    """How many other people who came to a table gave this number."""
    # From the few requests to their people: the other way round every resident of the laptop would be read.
    sql = (
        "SELECT count(DISTINCT r.id) FROM service_request q CROSS JOIN resident r ON r.id = q.resident_id "
        "WHERE r.phone = ? AND r.id <> ?"
    )
    return int(database.value(sql, phone, but))


def bearer_of_nik(database: Database, nik: str, but: str) -> str:
    """Name of somebody else who is here under this whole NIK; empty for nobody (F-N3)."""
    # By the index of the search: no other knows a resident by the number.
    sql = (
        "SELECT r.name FROM resident_search f JOIN resident r ON r.seq = f.rowid "
        f"WHERE f.resident_search MATCH ?2 AND r.nik = ?3 AND r.id NOT IN {ROWS_OF_PERSON} ORDER BY r.id LIMIT 1"
    )
    return str(database.value(sql, but, f'"{nik}"', nik) or "")
