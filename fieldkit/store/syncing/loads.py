"""Areas that are loaded from their beginning: new ones, and those in which it is forgotten what left meanwhile.

A load may be cut anywhere and goes on where it stood. Where an area was here before, its rows are marked, and what is
still marked once all of it has come has left (design.md, section 3, Scope).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Final, NamedTuple

import msgspec

from fieldkit.domain.areas import regency_of
from fieldkit.records.tables import TABLES
from fieldkit.records.wire import AreaHead
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta

DOUBTED: Final = -2
"""Version of a row of an area that is loaded afresh: it is the centre's, if the centre sends it again."""
_LOADS: Final = "loads"
_CAUGHT_UP: Final = "caught_up"


class Load(msgspec.Struct, frozen=True):
    """A load that is under way."""

    head: int
    """Where the feed stood when it began: what left before was never part of it."""
    is_afresh: bool = False
    """Whether the area was here before."""


class Start(NamedTuple):
    """Where to go on in an area."""

    cursor: int
    sound_to: int
    """What left up to this version is of no concern here."""
    is_load: bool
    """Whether all of the area is on its way."""


class CaughtUp(msgspec.Struct, frozen=True):
    """The last time that areas were loaded afresh after a long absence, by the centre's clock."""

    at_ms: int = 0
    areas: tuple[str, ...] = ()


def loads(database: Database) -> dict[str, Load]:
    """The loads that are under way, by area."""
    return msgspec.json.decode(Meta(database).get(_LOADS, "{}"), type=dict[str, Load])


def forget_loads(database: Database) -> None:
    """Every area begins anew."""
    _keep(database, {})


def cursors(database: Database) -> dict[str, int]:
    """How far each area has been fetched."""
    return dict(database.rows("SELECT area, version FROM cursor"))


def begin(database: Database, areas: Iterable[AreaHead]) -> dict[str, Start]:
    """Where to go on in each area; at 0, and a load begins, where it is new or below the floor."""
    reached, known = cursors(database), loads(database)
    under_way, starts = dict(known), dict[str, Start]()
    for each in areas:
        cursor, load = reached.get(each.area, 0), under_way.get(each.area, Load(0))
        if cursor and max(cursor, load.head) < each.floor:
            _doubt(database, each.area)
            cursor, load = 0, Load(0, is_afresh=True)
        if not cursor:
            load = under_way[each.area] = Load(each.head, load.is_afresh)
        starts[each.area] = Start(cursor, max(cursor, load.head), each.area in under_way)
    if under_way != known:
        _keep(database, under_way)
    return starts


def whole(database: Database) -> list[str]:
    """The areas that are loaded, and of which all has come."""
    reached = cursors(database)
    return [area for area, load in loads(database).items() if reached.get(area, 0) >= load.head]


def complete(database: Database) -> list[str]:
    """The areas of which all has come, in a load that ends here or in one of before."""
    under_way, ending = loads(database), whole(database)
    return [area for area in cursors(database) if area not in under_way or area in ending]


def finish(database: Database, granted: Collection[str]) -> list[str]:
    """End the loads that have reached their head; what was here before and did not come again is noted as leaving.

    Returns the areas that were loaded afresh.
    """
    known, done = loads(database), whole(database)
    afresh = [area for area in done if known[area].is_afresh]
    for area in afresh:
        for sql in _LEAVES:
            database.run(sql, DOUBTED, area, regency_of(area))
    left = {area: load for area, load in known.items() if area not in done and area in granted}
    if left != known:
        _keep(database, left)
    return sorted(afresh)


def caught_up(database: Database) -> CaughtUp:
    """The last time that areas were loaded afresh because this laptop was long away."""
    return msgspec.json.decode(Meta(database).get(_CAUGHT_UP, "{}"), type=CaughtUp)


def note_caught_up(database: Database, at_ms: int, areas: Iterable[str]) -> None:
    """Keep it, to be told on the Sync page."""
    Meta(database).put(_CAUGHT_UP, msgspec.json.encode(CaughtUp(at_ms, tuple(areas))).decode())


def _doubt(database: Database, area: str) -> None:
    """Mark what the centre gave of an area and of its regency itself, and fetch it from the beginning."""
    for sql in _DOUBTS:
        database.run(sql, DOUBTED, area, regency_of(area))
    database.run("UPDATE cursor SET version = 0 WHERE area = ?", area)


def _keep(database: Database, wanted: Mapping[str, Load]) -> None:
    Meta(database).put(_LOADS, msgspec.json.encode(wanted).decode())


_IN_AREA: Final = "({area} IN (?2, ?3) OR {area} LIKE ?2 || '.%')"
_OF_ROW, _OF_BASE = _IN_AREA.format(area="area"), _IN_AREA.format(area="json_extract(fields, '$.area')")
_DOUBTS: Final = (
    *(f"UPDATE {table.name} SET version = ?1 WHERE version > 0 AND {_OF_ROW}" for table in TABLES),
    f"UPDATE base_row SET version = ?1 WHERE version > 0 AND {_OF_BASE}",
)
_LEAVES: Final = (
    *(
        "INSERT OR IGNORE INTO leaving (table_name, row_id, area) "
        f"SELECT '{table.name}', id, area FROM {table.name} WHERE version = ?1 AND {_OF_ROW}"
        for table in TABLES
    ),
    "INSERT OR IGNORE INTO leaving (table_name, row_id, area) "
    f"SELECT table_name, row_id, json_extract(fields, '$.area') FROM base_row WHERE version = ?1 AND {_OF_BASE}",
)
