"""What the centre says of one person, for the table: a second recording has to be stopped (OP-4); and of whom it says
that no card can be made."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from fieldkit.domain.national.track import STOPS_CARDS, NationalState, latest
from fieldkit.store.database import Database
from fieldkit.store.persons import ROWS_OF_PERSON
from fieldkit.store.queries.literals import listed


def national_of(database: Database, resident_id: str) -> NationalState | None:
    """The status that holds, under whichever row of the person; None where no file told of any."""
    sql = f"SELECT status, raw, as_of, since, fact_id FROM national_state WHERE resident_id IN {ROWS_OF_PERSON}"
    return latest(NationalState(*row) for row in database.rows(sql, resident_id))


def stopped_people(database: Database) -> dict[str, NationalState]:
    """For each row of those whose record goes no further, what holds of the person."""
    rows: dict[str, list[str]] = defaultdict(list)
    told: dict[str, list[NationalState]] = defaultdict(list)
    for who, row, *state in database.rows(_STOPPED):
        rows[who].append(row)
        told[who] += [NationalState(*state)] if state[0] is not None else []
    holding = {who: latest(states) for who, states in told.items()}
    stopped = {who: held for who, held in holding.items() if held is not None and held.status in STOPS_CARDS}
    return {row: held for who, held in stopped.items() for row in rows[who]}


_STOPPED: Final = (
    "WITH stopped(who) AS (SELECT DISTINCT coalesce(s.shown_id, n.resident_id) FROM national_state n "
    "LEFT JOIN resident_state s ON s.resident_id = n.resident_id "
    f"WHERE n.status IN ({listed(STOPS_CARDS)})), "
    "told(who, id) AS (SELECT who, who FROM stopped UNION "
    "SELECT t.who, s.resident_id FROM stopped t JOIN resident_state s ON s.shown_id = t.who) "
    "SELECT t.who, t.id, n.status, n.raw, n.as_of, n.since, n.fact_id FROM told t "
    "LEFT JOIN national_state n ON n.resident_id = t.id"
)
"""By the statuses, of which few stop: not by the cards."""
