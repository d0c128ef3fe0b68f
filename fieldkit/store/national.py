"""Which national status holds of each person, kept beside the facts of the files that told it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Final

import msgspec

from fieldkit.domain.national.file import TAKEN_BACK, taken_back
from fieldkit.domain.national.track import NationalState, StatusFact, national_state, weighs_on_entry
from fieldkit.records.tables import NATIONAL_FILE, NATIONAL_STATUS
from fieldkit.store.database import Database
from fieldkit.store.unit import Touched


def derive_national(database: Database, touched: Touched) -> set[str]:
    """Bring the statuses up to date; returns whose place on the list may be another one now."""
    residents = _told_of(database, touched.rows.get(NATIONAL_STATUS.name, ()))
    residents |= _in_files(database, touched.rows.get(NATIONAL_FILE.name, ()))
    if not residents:
        return set()
    before, after = national_states(database, residents), _states(database, residents)
    database.run_many(_FORGET, [(resident,) for resident in before if resident not in after])
    database.run_many(
        _KEEP, [(who, each.status, each.raw, each.as_of, each.since, each.fact_id) for who, each in after.items()]
    )
    return {who for who in residents if weighs_on_entry(before.get(who)) or weighs_on_entry(after.get(who))}


def national_states(database: Database, residents: Collection[str]) -> dict[str, NationalState]:
    """What holds of these rows, of those of whom anything was told."""
    rows = database.rows(_HELD, _in(residents)) if residents else []
    return {who: NationalState(*state) for who, *state in rows}


def files_taken_back(database: Database) -> frozenset[str]:
    """The files that do not count: somebody took them back, and it was meant so."""
    return taken_back(database.rows("SELECT id, kind, source FROM national_file"))


def _told_of(database: Database, ids: Collection[str]) -> set[str]:
    return {row[0] for row in database.rows(_TOLD_OF, _in(ids))} if ids else set()


def _in_files(database: Database, ids: Collection[str]) -> set[str]:
    """Of whom the files tell that were taken back just now, or were not after all."""
    named = [row for (row,) in database.rows(_NAMED, _in(ids), TAKEN_BACK)] if ids else []
    return {row[0] for row in database.rows(_IN_FILES, _in(named))} if named else set()


def _states(database: Database, residents: Collection[str]) -> dict[str, NationalState]:
    gone = files_taken_back(database)
    facts: dict[str, list[StatusFact]] = defaultdict(list)
    for who, as_of, id_, status, raw, file_id in database.rows(_FACTS, _in(residents)):
        if file_id not in gone:
            facts[who].append(StatusFact(as_of, id_, status, raw))
    found = {who: national_state(told) for who, told in facts.items()}
    return {who: state for who, state in found.items() if state is not None}


def _in(ids: Iterable[str]) -> str:
    return msgspec.json.encode(list(ids)).decode()


_WANTED: Final = "(SELECT value FROM json_each(?1))"
_TOLD_OF: Final = f"SELECT DISTINCT resident_id FROM national_status WHERE id IN {_WANTED}"
_NAMED: Final = (
    f"SELECT source FROM national_file WHERE id IN {_WANTED} AND kind = ?2 UNION "
    "SELECT u.source FROM national_file f JOIN national_file u ON u.id = f.source "
    f"WHERE f.id IN {_WANTED} AND f.kind = ?2 AND u.kind = ?2"
)
_IN_FILES: Final = f"SELECT DISTINCT resident_id FROM national_status WHERE file_id IN {_WANTED}"
_FACTS: Final = (
    "SELECT resident_id, as_of, id, status, raw, coalesce(file_id, '') FROM national_status "
    f"WHERE resident_id IN {_WANTED}"
)
_HELD: Final = (
    f"SELECT resident_id, status, raw, as_of, since, fact_id FROM national_state WHERE resident_id IN {_WANTED}"
)
_FORGET: Final = "DELETE FROM national_state WHERE resident_id = ?"
_KEEP: Final = "INSERT OR REPLACE INTO national_state VALUES (?, ?, ?, ?, ?, ?)"
