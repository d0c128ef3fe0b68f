"""What the centre says of one person, for the table: a second recording has to be stopped (OP-4)."""

from __future__ import annotations

from fieldkit.domain.national.track import NationalState, latest
from fieldkit.store.database import Database
from fieldkit.store.persons import ROWS_OF_PERSON


def national_of(database: Database, resident_id: str) -> NationalState | None:
    """The status that holds, under whichever row of the person; None where no file told of any."""
    sql = f"SELECT status, raw, as_of, since, fact_id FROM national_state WHERE resident_id IN {ROWS_OF_PERSON}"
    return latest(NationalState(*row) for row in database.rows(sql, resident_id))
