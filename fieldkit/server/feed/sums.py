"""Row count and hash sum of each area: kept, and counted anew only where something has changed since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa

from fieldkit.domain.areas import regency_of
from fieldkit.records.sums import SHAPE, SUMMED, Sum
from fieldkit.records.tables import TABLES
from fieldkit.records.wire import AreaSum, SumsReply
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading, writing
from fieldkit.server.regencies import epoch_of, feed_heads
from fieldkit.server.schema import AREA_SUM, METADATA, REMOVAL
from fieldkit.server.scope import any_covers

_MARKER: Final = ""
"""Under this area stands up to which version the areas of a regency were summed, and in which shape."""
_ROWS_AT_ONCE: Final = 5_000


@dataclass(frozen=True, slots=True)
class _Kept:
    """The sums of a regency as they were found."""

    upto: int
    sums: Mapping[str, AreaSum]


def area_sums(centre: Centre, granted: Iterable[str], home: str) -> SumsReply:
    """The sums of all areas that are granted, and of their regencies themselves."""
    granted, found, unsure = set(granted), list[AreaSum](), list[str]()
    with reading(centre.engine) as connection:
        epoch = epoch_of(connection, home)
        hosted = sorted(feed_heads(connection, map(regency_of, granted)))
    for regency in hosted:
        sums, moving = _of_regency(centre, regency)
        is_told = {area for area in {*sums, *moving} if area == regency or any_covers(granted, area)}
        found += [each for area, each in sums.items() if area in is_told - moving]
        unsure += is_told & moving
    return SumsReply(epoch=epoch, sums=found, unsure=unsure)


def _of_regency(centre: Centre, regency: str) -> tuple[dict[str, AreaSum], set[str]]:
    """The sums by area, and the areas that changed while they were counted."""
    with reading(centre.engine) as connection:
        kept = _kept(connection, regency)
        head = feed_heads(connection, [regency])[regency]
        changed = _changed(connection, regency, kept.upto)
        counted = _counted(connection, regency, changed) if changed else {}
        moving = set(_changed(connection, regency, head))
    if changed:
        _keep(centre, regency, head, counted)
    return {**kept.sums, **counted}, moving


def _kept(connection: sa.Connection, regency: str) -> _Kept:
    this = AREA_SUM.c
    query = sa.select(this.area, this.count, this.sum, this.version).where(this.regency == regency)
    rows = {row.area: AreaSum(*row) for row in connection.execute(query)}
    marker = rows.pop(_MARKER, None)
    # Sums of another shape are those of another version of the centre.
    return _Kept(marker.version, rows) if marker and marker.sum == SHAPE else _Kept(0, {})


def _changed(connection: sa.Connection, regency: str, since: int) -> dict[str, int]:
    """The areas in which something was put or removed after a version, and the last version of each."""
    changed: dict[str, int] = {}
    for table in (*(METADATA.tables[each.name] for each in TABLES), REMOVAL):
        column = table.c
        query = sa.select(column.area, sa.func.max(column.version)).group_by(column.area)
        # Who has left the regency is in no area of it.
        query = query.where(column.regency == regency, column.version > since, column.area.startswith(regency))
        for area, version in connection.execute(query):
            changed[area] = max(version, changed.get(area, 0))
    return changed


def _counted(connection: sa.Connection, regency: str, changed: Mapping[str, int]) -> dict[str, AreaSum]:
    sums = {area: Sum() for area in changed}
    for table in TABLES:
        columns = METADATA.tables[table.name].c
        query = sa.select(*(columns[name] for name in (*SUMMED, *table.column_names)))
        query = query.where(columns.regency == regency, columns.area.in_(sorted(changed)))
        place = SUMMED.index("area")
        for row in connection.execution_options(yield_per=_ROWS_AT_ONCE).execute(query):
            sums[row[place]].add(table.name, tuple(row))
    return {area: AreaSum(area, each.count, each.told, changed[area]) for area, each in sums.items()}


def _keep(centre: Centre, regency: str, head: int, counted: Mapping[str, AreaSum]) -> None:
    """Keep what was counted. Whoever counted at the same time may keep older sums over it, with an older marker:
    then those are counted again."""
    rows = [*counted.values(), AreaSum(_MARKER, 0, SHAPE, head)]
    this = AREA_SUM.c
    with writing(centre.engine) as connection:
        connection.execute(AREA_SUM.delete().where(this.regency == regency, this.area.in_([row.area for row in rows])))
        connection.execute(
            AREA_SUM.insert(),
            [
                {"regency": regency, "area": each.area, "count": each.count, "sum": each.sum, "version": each.version}
                for each in rows
            ],
        )
