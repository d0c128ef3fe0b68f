"""What the database tells of itself and of its laptop, for a look at how both stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fieldkit.domain.checkup.traffic import SyncFacts
from fieldkit.domain.errors import BusyError, StoreError
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta
from fieldkit.store.neighbours.carried import count_carried
from fieldkit.store.queries.status import status
from fieldkit.store.syncing.outgoing import count_waiting

_INDEX: Final = "resident_search"


def table_names(database: Database) -> list[str]:
    """All tables but the search index, which `search_facts` looks at."""
    return [name for (name,) in database.rows(_TABLES)]


def is_sound_table(database: Database, name: str) -> bool:
    """Whether each page of a table and its indexes authenticates, and they fit together.

    After a page that does not, SQLCipher answers nothing more on this connection.
    """
    try:
        return database.rows(f"PRAGMA quick_check('{name}')") == [("ok",)]
    except BusyError:
        raise
    except StoreError:
        return False


@dataclass(frozen=True, slots=True)
class SearchFacts:
    """Residents, those of them that no search can find, and entries of nobody."""

    residents: int
    missing: int
    strays: int


def search_facts(database: Database) -> SearchFacts:
    """How index and residents fit; where the index is broken in itself, nobody can be relied on to be found."""
    residents = int(database.value("SELECT count(*) FROM resident"))
    if not is_sound_table(database, _INDEX):
        return SearchFacts(residents, residents, 0)
    return SearchFacts(residents, int(database.value(_MISSING)), int(database.value(_STRAYS)))


def sync_facts(database: Database) -> SyncFacts:
    """What waits here for the centre."""
    now = status(database)
    return SyncFacts(Meta(database).is_enrolled, now.synced_at_ms, now.waiting, now.carried, now.needs_attention)


def unsent(database: Database) -> int | None:
    """Changes and carried files that only this laptop has; None where an older database does not tell."""
    try:
        return count_waiting(database) + count_carried(database)
    except StoreError:
        return None


def row_counts(database: Database) -> dict[str, int]:
    """How many rows each table holds."""
    return {name: int(database.value(f'SELECT count(*) FROM "{name}"')) for name in table_names(database)}


_TABLES: Final = (
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
    f"AND name NOT LIKE '{_INDEX}%' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
)
_MISSING: Final = f"SELECT count(*) FROM resident WHERE seq NOT IN (SELECT id FROM {_INDEX}_docsize)"
_STRAYS: Final = f"SELECT count(*) FROM {_INDEX}_docsize WHERE id NOT IN (SELECT seq FROM resident)"
