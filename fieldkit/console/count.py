"""`fieldkit count`: how many rows each table holds, and how many changes wait."""

from __future__ import annotations

import msgspec

from fieldkit.console.laptop import Access, enrolled
from fieldkit.console.talk import DONE, Say, told
from fieldkit.domain.errors import FieldKitError
from fieldkit.records.tables import TABLES
from fieldkit.store.database import Database
from fieldkit.store.neighbours.carried import count_carried
from fieldkit.store.syncing.outgoing import count_waiting


def run_count(access: Access, *, say: Say = print) -> int:
    """One line of JSON: rows by table, the changes that no receipt speaks of yet, and files carried for others."""
    try:
        with enrolled(access) as store:
            counts = store.query(_counts)
    except FieldKitError as error:
        return told(error)
    say(msgspec.json.encode(counts).decode())
    return DONE


def _counts(database: Database) -> dict[str, object]:
    rows = {table.name: int(database.value(f"SELECT count(*) FROM {table.name}")) for table in TABLES}
    return {"rows": rows, "waiting": count_waiting(database), "carried": count_carried(database)}
