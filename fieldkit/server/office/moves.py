"""A village gets another code, or comes to another regency: its residents move there, and nothing else does."""

from __future__ import annotations

from typing import Any, Final

import sqlalchemy as sa

from fieldkit.domain.areas import AreaCode, AreaLevel, is_health_side, level, regency_of
from fieldkit.records.journal import Seen
from fieldkit.records.tables import RESIDENT
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading
from fieldkit.server.office.watch import Watch
from fieldkit.server.office.writing import OfficeRow, put_office_rows
from fieldkit.server.regencies import epoch_of, feed_heads
from fieldkit.server.schema import METADATA
from fieldkit.server.scope import is_area

_PERSON: Final = METADATA.tables[RESIDENT.name].c
_AT_ONCE: Final = 500


def are_villages_here(centre: Centre, *codes: str) -> bool:
    """Whether these are codes of villages in regencies that are hosted here."""
    plain = [code for code in codes if is_area(code) and not is_health_side(code)]
    if plain != list(codes) or any(level(AreaCode(code)) is not AreaLevel.VILLAGE for code in plain):
        return False
    with reading(centre.engine) as connection:
        return feed_heads(connection, map(regency_of, codes)).keys() == {regency_of(code) for code in codes}


def move_village(centre: Centre, old: str, new: str, *, now_ms: int) -> int:
    """Move all residents of a village to another; returns how many. May be repeated for who came there meanwhile."""
    regency, count = regency_of(old), 0
    while rows := _moving(centre, regency, old, new):
        put_office_rows(centre, regency, rows, now_ms=now_ms)
        count += len(rows)
    Watch(centre).look(now_ms)
    return count


def _moving(centre: Centre, regency: str, old: str, new: str) -> list[OfficeRow]:
    query = sa.select(_PERSON.id, _PERSON.version).where(_PERSON.regency == regency, _PERSON.area == old)
    with reading(centre.engine) as connection:
        epoch = epoch_of(connection, regency)
        found = connection.execute(query.order_by(_PERSON.id).limit(_AT_ONCE))
        values: dict[str, Any] = {"village": new}
        return [OfficeRow(RESIDENT.name, new, row.id, values, False, Seen(epoch, row.version)) for row in found]
