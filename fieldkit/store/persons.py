"""Rows of one person on this laptop: which of them shows, and which of them counts on the lists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

import msgspec

from fieldkit.domain.people.same_person import Link, shown_ids
from fieldkit.records.tables import RESIDENT, SAME_PERSON_LINK
from fieldkit.store.database import Database
from fieldkit.store.unit import Touched


@dataclass(frozen=True, slots=True)
class PersonRows:
    """All rows of a person. `shown` is the smallest that is here; `doubles` are on a list, but counted by another."""

    shown: str
    rows: tuple[str, ...]
    is_listed: bool = False
    doubles: frozenset[str] = frozenset()

    @property
    def is_linked(self) -> bool:
        """Whether there is more than one row."""
        return len(self.rows) > 1


def people_of(database: Database, residents: Collection[str]) -> list[PersonRows]:
    """The persons that these rows belong to now, and those from whom they were parted."""
    if not residents or not _has_links(database):
        return [PersonRows(row, (row,)) for row in residents]
    near = [row for (row,) in database.rows(_NEAR, _in(residents))]
    shown = shown_ids(Link(*row) for row in database.rows(_LINKS, _in(near)))
    groups: dict[str, list[str]] = defaultdict(list)
    for row in near:
        groups[shown.get(row, row)].append(row)
    linked = [row for group in groups.values() if len(group) > 1 for row in group]
    on_list = dict(database.rows(_HERE, _in(linked)))
    return [_person(sorted(group), on_list) for group in groups.values()]


def linked_among(database: Database, touched: Touched) -> set[str]:
    """Rows whose person may be another one after what was written."""
    links = touched.rows.get(SAME_PERSON_LINK.name, set())
    ends = database.rows(_ENDS, _in(links)) if links else []
    found = {row for pair in ends for row in pair}
    if len(ends) < len(links):
        found |= {row for pair in database.rows(_SHOWN_ELSEWHERE) for row in pair}
    residents = touched.rows.get(RESIDENT.name, ())
    if residents and _has_links(database):
        found |= {row for (row,) in database.rows(_IN_LINKS, _in(residents))}
    return found


def shown_row(database: Database, resident_id: str) -> str:
    """The row that shows for a person, from any of the person's rows."""
    return str(database.value(f"SELECT {_SHOWN_ROW}", resident_id))


def _person(rows: list[str], on_list: dict[str, int]) -> PersonRows:
    """Rows in order, and of those that are here whether they stand on a list."""
    shown = next((row for row in rows if row in on_list), rows[0])
    listed = [row for row in rows if on_list.get(row)]
    return PersonRows(shown, tuple(rows), bool(listed), frozenset(listed[1:]))


def _has_links(database: Database) -> bool:
    return database.value("SELECT 1 FROM same_person_link LIMIT 1") is not None


def _in(ids: Iterable[str]) -> str:
    return msgspec.json.encode(list(ids)).decode()


_WANTED: Final = "(SELECT value FROM json_each(?1))"
_NEAR: Final = (
    "WITH RECURSIVE near(id) AS (SELECT value FROM json_each(?1) "
    "UNION SELECT l.other_id FROM near JOIN same_person_link l ON l.resident_id = near.id "
    "UNION SELECT l.resident_id FROM near JOIN same_person_link l ON l.other_id = near.id) SELECT id FROM near"
)
"""Also over links that were undone: who was parted is derived anew as well."""
_LINKS: Final = (
    f"SELECT id, resident_id, other_id, coalesce(undoes_id, '') FROM same_person_link WHERE resident_id IN {_WANTED}"
)
_ENDS: Final = f"SELECT resident_id, other_id FROM same_person_link WHERE id IN {_WANTED}"
_IN_LINKS: Final = (
    "SELECT value FROM json_each(?1) WHERE EXISTS (SELECT 1 FROM same_person_link WHERE resident_id = value) "
    "OR EXISTS (SELECT 1 FROM same_person_link WHERE other_id = value)"
)
_HERE: Final = f"SELECT id, list_id IS NOT NULL FROM resident WHERE id IN {_WANTED}"
_SHOWN_ELSEWHERE: Final = "SELECT resident_id, shown_id FROM resident_state WHERE shown_id IS NOT NULL"
_SHOWN_ROW: Final = "coalesce((SELECT shown_id FROM resident_state WHERE resident_id = ?1), ?1)"
ROWS_OF_PERSON: Final = (
    f"(SELECT {_SHOWN_ROW} UNION ALL SELECT resident_id FROM resident_state WHERE shown_id = {_SHOWN_ROW})"
)
"""All rows of the person who has the row ?1."""
_SHOWN_ASKER: Final = "coalesce((SELECT shown_id FROM resident_state WHERE resident_id = q.resident_id), q.resident_id)"
ROWS_OF_ASKER: Final = (
    f"(SELECT {_SHOWN_ASKER} UNION ALL SELECT resident_id FROM resident_state WHERE shown_id = {_SHOWN_ASKER})"
)
"""All rows of the person who came with a request q."""
IS_ON_LIST: Final = f"EXISTS (SELECT 1 FROM resident WHERE id IN {ROWS_OF_PERSON} AND list_id IS NOT NULL)"
"""Whether the person who has the row ?1 stands on a list, under whichever row."""
HAS_NIK: Final = f"EXISTS (SELECT 1 FROM resident WHERE id IN {ROWS_OF_PERSON} AND coalesce(nik, nik_tail, '') <> '')"
"""Whether a NIK is known of the person who has the row ?1; of a reduced list its end will do."""
