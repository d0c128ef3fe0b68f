"""The people of lists by place and by what is known of them: each once, whatever rows a person has (decision 21)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from fieldkit.domain.lists.coverage import ListNumbers
from fieldkit.domain.lists.listing import CONFIRMED_STATES, PROPOSED_STATES, EntryState
from fieldkit.store.database import Database
from fieldkit.store.queries.coverage.places import Place, lies_in
from fieldkit.store.queries.literals import listed

_PARTS: Final = {
    "recorded": frozenset({EntryState.RECORDED}),
    "away": frozenset({EntryState.AWAY}),
    "approved": CONFIRMED_STATES,
    "proposed": PROPOSED_STATES,
}
_PART: Final = (
    "CASE WHEN s.is_double THEN 'double' "
    + " ".join(f"WHEN s.state IN ({listed(states)}) THEN '{part}'" for part, states in _PARTS.items())
    + " ELSE '' END"
)


@dataclass(frozen=True, slots=True)
class Listed:
    """The list of a place in numbers. `proposed` people are reachable, and nobody has decided about them."""

    numbers: ListNumbers
    proposed: int

    def __add__(self, other: Listed) -> Listed:
        one, two = self.numbers, other.numbers
        together = ListNumbers(
            one.gross + two.gross,
            one.explained_approved + two.explained_approved,
            one.away + two.away,
            one.recorded + two.recorded,
        )
        return Listed(together, self.proposed + other.proposed)


NOBODY: Final = Listed(ListNumbers(0, 0, 0, 0), 0)


def listed_by(database: Database, place: Place, key: str) -> Mapping[str, Listed]:
    """The list of a place, split by a column of a resident r."""
    where, values = lies_in(place)
    gross: dict[str, int] = dict(
        database.rows(
            f"SELECT {key}, count(*) FROM resident r WHERE r.list_id IS NOT NULL AND {where} GROUP BY 1", *values
        )
    )
    parts: dict[str, Counter[str]] = defaultdict(Counter)
    # From the states on: few of a long list have one, and a look-up for each row of it would be most of the work.
    for part_of, part, people in database.rows(
        f"SELECT {key}, {_PART}, count(*) FROM resident_state s CROSS JOIN resident r ON r.id = s.resident_id "
        f"WHERE r.list_id IS NOT NULL AND {where} GROUP BY 1, 2",
        *values,
    ):
        parts[part_of][part] += people
    return {part_of: _of_parts(rows, parts[part_of]) for part_of, rows in gross.items() if rows}


def _of_parts(rows: int, parts: Counter[str]) -> Listed:
    numbers = ListNumbers(rows - parts["double"], parts["approved"], parts["away"], parts["recorded"])
    return Listed(numbers, parts["proposed"])
