"""Rows that left this laptop's areas: remembered until nothing here needs them any more, and only then let go."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

import msgspec

from fieldkit.domain.areas import around, home_of, regency_of
from fieldkit.records.tables import (
    APART,
    BY_NAME,
    CARD_HANDOVER,
    CASE_FILE,
    LIST_PROPOSAL,
    PROPOSAL_DECISION,
    RESIDENT,
    VISIT_ATTEMPT,
    VISIT_REQUEST,
)
from fieldkit.records.wire import Removal
from fieldkit.store.database import Database
from fieldkit.store.erasure import ask_to_cleanse
from fieldkit.store.neighbours.carried import count_carried
from fieldkit.store.replica import Replica
from fieldkit.store.search import forget_residents
from fieldkit.store.unit import Touched


def remember(database: Database, removals: Iterable[Removal]) -> None:
    """Note what the centre says has left its area; `let_go` does the rest."""
    known = [(each.table, each.row, each.area) for each in removals if each.table in BY_NAME]
    database.run_many("INSERT OR IGNORE INTO leaving (table_name, row_id, area) VALUES (?, ?, ?)", known)


def forget(database: Database, rows: Iterable[str]) -> None:
    """What the centre sends now is in this laptop's areas, whatever it said before."""
    wanted = msgspec.json.encode(list(rows)).decode()
    database.run("DELETE FROM leaving WHERE row_id IN (SELECT value FROM json_each(?))", wanted)


def let_go(database: Database, touched: Touched) -> None:
    """Drop every remembered row that has no own change on top and is in no shift that was not reported."""
    replica = Replica(database)
    for table, row, area in database.rows("SELECT table_name, row_id, area FROM leaving"):
        place = replica.area_at_centre(BY_NAME[table], row)
        is_here = place == area or (place is not None and _is_beyond(database, table, row, place))
        if is_here and (replica.overlaid([row]) or _is_needed(database, table, row)):
            continue
        if is_here:
            drop(database, replica, table, row)
            touched.add(table, [row])
        database.run("DELETE FROM leaving WHERE table_name = ? AND row_id = ? AND area = ?", table, row, area)


def _is_beyond(database: Database, table: str, row: str, place: str) -> bool:
    """Whether a row has left its regency, and this laptop does not have all of that."""
    regency = str(database.value(f"SELECT regency FROM {table} WHERE id = ?", row))
    has_all = database.value("SELECT 1 FROM cursor WHERE area = ?", regency) is not None
    return home_of(place, regency) != place and not has_all


def leave_areas(database: Database, granted: Collection[str]) -> Touched:
    """Let the residents of areas go that this laptop was given and is not any more, once all work is sent.

    With them go the cases, proposals, visits and handovers that tell of them, and the words by which they were found.
    Health data that this laptop was not given goes in any case: once sent, why somebody can not come is for others.

    Whom an unreported shift needs stays until it is reported. Given again, an area is loaded from its beginning.
    """
    touched = Touched()
    lost = [area for (area,) in database.rows("SELECT area FROM cursor") if not _is_covered(area, granted)]
    apart = [(table, place) for table, place in _apart(database) if not _is_covered(place, granted)]
    waits = database.value("SELECT 1 FROM journal WHERE verdict IS NULL LIMIT 1") or count_carried(database)
    if not (lost or apart) or waits:
        return touched
    for table, place in apart:
        database.run(_leaves(table), place)
    for area in lost:
        for table, place in _held_in(database, area):
            if not _is_covered(place, granted):
                database.run(_leaves(table), place)
        database.run("DELETE FROM cursor WHERE area = ?", area)
    let_go(database, touched)
    return touched


def _apart(database: Database) -> list[tuple[str, str]]:
    """Tables of health data, and their places here: what this laptop wrote itself, it need not have been given."""
    sql = "SELECT DISTINCT area FROM {table}"
    return [(table, place) for table in sorted(APART) for (place,) in database.rows(sql.format(table=table))]


def _held_in(database: Database, area: str) -> list[tuple[str, str]]:
    """Tables that tell who somebody is, and the places in the area of which they tell it."""
    sql = "SELECT DISTINCT area FROM {table} WHERE area = ?1 OR area LIKE ?1 || '.%'"
    return [(table, place) for table in _PERSONAL for (place,) in database.rows(sql.format(table=table), area)]


def _leaves(table: str) -> str:
    return (
        "INSERT OR IGNORE INTO leaving (table_name, row_id, area) "
        f"SELECT '{table}', id, area FROM {table} WHERE area = ?"
    )


def _is_covered(area: str, granted: Collection[str]) -> bool:
    return not around(area).isdisjoint(granted)


def visits(database: Database) -> tuple[str, ...]:
    """The regencies of others whose people are on this laptop, or may be: given to it, or not let go of yet."""
    own = str(database.value("SELECT value FROM meta WHERE key = 'regency'") or "")
    found = {
        regency_of(str(area)) for (area,) in database.rows("SELECT area FROM cursor UNION SELECT area FROM leaving")
    }
    found |= {str(regency) for (regency,) in database.rows(_OF_OTHERS, own, f"{own}/")}
    return tuple(sorted(found - {own}))


def drop(database: Database, replica: Replica, table: str, row: str) -> None:
    """Take a row off this laptop, and out of the search; the one way by which a row leaves.

    What it told of a person stays in no page of the file (invariant 12): `cleanse` has to be done afterwards.
    """
    if table == RESIDENT.name:
        forget_residents(database, [row])
    if BY_NAME[table].personal:
        ask_to_cleanse(database)
    replica.remove(BY_NAME[table], row)


def _is_needed(database: Database, table: str, row: str) -> bool:
    """Whether a row, or the person it is about, belongs to a shift that is open here or whose closing was not sent."""
    person = database.value(f"SELECT {_PERSON.get(table, 'id')} FROM {table} WHERE id = ?", row)
    shift = database.value(f"SELECT shift_id FROM {table} WHERE id = ?", row) if table in _WITH_SHIFT else None
    return database.value(_UNREPORTED, person, shift) is not None


_OF_CARD: Final = "(SELECT resident_id FROM service_request q WHERE q.id = request_id)"
_PERSON: Final = {
    # A case as long as its person is here holds that person's card back.
    CASE_FILE.name: "substr(subject, 1, 36)",
    LIST_PROPOSAL.name: "resident_id",
    PROPOSAL_DECISION.name: "resident_id",
    VISIT_REQUEST.name: "resident_id",
    VISIT_ATTEMPT.name: "resident_id",
    CARD_HANDOVER.name: _OF_CARD,
}
"""Whom a row of a table is about; a resident is its own answer."""
_PERSONAL: Final = (RESIDENT.name, *_PERSON)
_WITH_SHIFT: Final = {VISIT_ATTEMPT.name, CARD_HANDOVER.name}
_OF_OTHERS: Final = "SELECT DISTINCT regency FROM resident WHERE village < ?1 OR village > ?2"
"""Found by where people live, which has an index."""
_UNREPORTED: Final = (
    "SELECT 1 FROM (SELECT shift_id FROM service_request WHERE resident_id = ?1 UNION ALL SELECT ?2) s "
    "WHERE s.shift_id = (SELECT value FROM meta WHERE key = 'current_shift') "
    "OR EXISTS (SELECT 1 FROM shift_opening o WHERE o.id = s.shift_id) "
    "AND NOT EXISTS (SELECT 1 FROM closing c WHERE c.shift_id = s.shift_id AND c.kind = 'table' "
    "AND NOT EXISTS (SELECT 1 FROM journal j WHERE j.row_id = c.id AND j.in_base = 0))"
)
