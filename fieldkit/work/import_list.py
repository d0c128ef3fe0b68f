"""Take a checked by-name list into the store."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from fieldkit.records.tables import RESIDENT, TARGET_LIST
from fieldkit.store.queries.lists.imported import residents_in_full, residents_to_compare
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_lead
from fieldkit.work.instants import instant
from fieldkit.work.lists.differences import changes, told_by
from fieldkit.work.lists.known import KnownPeople, KnownResident
from fieldkit.work.lists.rows import ListRow
from fieldkit.work.lists.versions import begin_version

_COMMAND_ROWS: Final = 500
"""Rows per command: a batch on the line ends with a command, and must stay small."""


@dataclass(frozen=True, slots=True)
class ImportList:
    """The good rows of a dry run.

    `taken_over` are the columns in which the list wins over what is here about people who are known; elsewhere it only
    fills what is empty. A weighty one goes to the centre as a change like any other: it decides, or opens a case.
    """

    name: str
    as_of: date
    rows: Sequence[ListRow]
    reduced: bool
    taken_over: frozenset[str] = frozenset()
    former_id: str = ""
    """The list that this one is a newer version of."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did. `known` people were on this laptop already, and are now on this list too."""

    list_id: str
    added: int
    known: int


def import_list(unit: Unit, command: ImportList) -> Imported:
    """Take a list in: all of it, or, if anything stops it, nothing."""
    require_lead(unit)
    list_id = unit.insert(
        TARGET_LIST,
        unit.meta.regency,
        name=command.name,
        as_of=command.as_of.isoformat(),
        imported_at=instant(unit.now_utc),
        row_count=len(command.rows),
        reduced=int(command.reduced),
    )
    begin_version(unit, list_id, command.former_id)
    people = known_people(unit.query(residents_to_compare))
    added = 0
    for start in range(0, len(command.rows), _COMMAND_ROWS):
        matches = [(row, people.match(row)) for row in command.rows[start : start + _COMMAND_ROWS]]
        added += _add(unit, list_id, [row for row, resident in matches if resident is None])
        for row, resident in matches:
            if resident is not None:
                unit.next_command()
                here = unit.query(residents_in_full, [resident])[resident]
                unit.update(RESIDENT, resident, list_id=list_id, **changes(row, here, command.taken_over))
    return Imported(list_id, added, len(command.rows) - added)


def _add(unit: Unit, list_id: str, rows: Sequence[ListRow]) -> int:
    if rows:
        unit.next_command()
        unit.insert_many(RESIDENT, [(row.village_code, _values(row, list_id)) for row in rows])
    return len(rows)


def known_people(residents: Iterable[tuple[str, str | None, str, str | None, str | None, str]]) -> KnownPeople:
    """Those who are on this laptop, to match the rows of a list with."""
    return KnownPeople(map(KnownResident._make, residents))


def _values(row: ListRow, list_id: str) -> dict[str, Any]:
    return {**told_by(row), "nik_tail": None if row.nik else row.nik_tail, "list_id": list_id}
