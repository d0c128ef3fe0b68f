"""People by the day of the shift in which they were recorded first, under whichever row, at whichever table."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from fieldkit.domain.areas import regency_of
from fieldkit.domain.zones import hours_ahead
from fieldkit.store.database import Database
from fieldkit.store.queries.coverage.places import Place, lies_in

Days = Mapping[date, int]


_IS_LISTED: Final = (
    "(r.list_id IS NOT NULL OR EXISTS (SELECT 1 FROM resident_state t JOIN resident x ON x.id = t.resident_id "
    "WHERE t.shown_id = r.id AND x.list_id IS NOT NULL))"
)
"""Whether the person whose row r shows is on a list, under whichever row."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """Recordings by day: of people on a list, and of people who are obligated to have a card by now (F-W2)."""

    on_list: Counter[date] = field(default_factory=Counter)
    obligated: Counter[date] = field(default_factory=Counter)

    def since(self, day: date) -> int:
        """Obligated people who were recorded after a day."""
        return sum(people for on, people in self.obligated.items() if on > day)


def recorded_by(database: Database, place: Place, key: str, today: date) -> Mapping[str, Recorded]:
    """The recordings of people who live in a place, split by a column of a resident r.

    What belongs to no shift here is of the day of the regency's clock. Who is recorded before the 17th birthday is
    obligated, and counts, from that day on.
    """
    where, values = lies_in(place)
    found: dict[str, Recorded] = defaultdict(Recorded)
    for part_of, day, on_list, obligated in database.rows(
        "SELECT part, day, sum(is_listed), sum(is_obligated) FROM ("
        f"SELECT {key} AS part, coalesce(d.day, date(s.since, ?)) AS day, {_IS_LISTED} AS is_listed, "
        "coalesce(q.print_eligible_on, '') <= ? AS is_obligated, min(s.since || s.request_id) "
        "FROM request_state s JOIN service_request q ON q.id = s.request_id "
        "LEFT JOIN shift_opening d ON d.id = s.shift_id "
        "LEFT JOIN resident_state p ON p.resident_id = s.resident_id "
        "JOIN resident r ON r.id = coalesce(p.shown_id, s.resident_id) "
        f"WHERE s.state = 'recorded' AND {where} GROUP BY r.id) GROUP BY 1, 2",
        f"+{hours_ahead(regency_of(place.code))} hours",
        today.isoformat(),
        *values,
    ):
        on = date.fromisoformat(day)
        found[part_of].on_list[on] += on_list
        found[part_of].obligated[on] += obligated
    return found
