"""What is known of the origins that this laptop had before it was restored, as long as the office has not signed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from fieldkit.domain.identifiers import Origin
from fieldkit.store.database import Database
from fieldkit.store.incarnation import own_origins


@dataclass(frozen=True, slots=True)
class Former:
    """An origin of before: the centre holds it up to a number, and what came later is not known."""

    origin: Origin
    held_to: int


def former(database: Database) -> tuple[Former, ...]:
    """The origins that went on from a backup, the oldest first."""
    return tuple(_former(database))


def _former(database: Database) -> Iterator[Former]:
    for origin in own_origins(database):
        found = database.value(_PREDECESSOR, origin)
        if found is not None:
            held = database.value("SELECT max(number) FROM sync_receipt WHERE origin = ?", found)
            yield Former(Origin(found), int(held or 0))


_PREDECESSOR: Final = (
    "SELECT i.predecessor FROM journal j JOIN incarnation i ON i.id = j.row_id "
    "WHERE j.origin = ? AND j.number = 1 AND j.table_name = 'incarnation' AND i.cause = 'restored' "
    "AND NOT EXISTS (SELECT 1 FROM case_file c WHERE c.kind = 'gap' AND c.subject = i.id AND c.state <> 'open')"
)
