"""Rows that left an area: remembered for 90 days, then forgotten, and the floor of the regency raised above them.

A laptop whose cursor is below the floor loads its areas afresh (design.md, section 3, Scope).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import sqlalchemy as sa

from fieldkit.server.centre import Centre
from fieldkit.server.database import writing
from fieldkit.server.regencies import regencies
from fieldkit.server.schema import AREA_SUM, REGENCY, REMOVAL

KEPT_MS: Final = 90 * 24 * 60 * 60 * 1000
"""As long as laptops keep what was acknowledged."""
_EVERY_MS: Final = 24 * 60 * 60 * 1000


class Sweeping:
    """Forgets once a day, behind the pushes of a process; `forget` is whatever is to be forgotten."""

    def __init__(self, centre: Centre, *forget: Callable[[Centre, int], object]) -> None:
        self._centre = centre
        self._forget = forget
        self._due_ms = 0

    def sweep(self, now_ms: int) -> None:
        """Forget, if that is due."""
        if now_ms >= self._due_ms:
            self._due_ms = now_ms + _EVERY_MS
            for forget in self._forget:
                forget(self._centre, now_ms)


def forget_removals(centre: Centre, now_ms: int) -> int:
    """Forget what left its area more than 90 days ago; returns how many rows that were."""
    return sum(_forget(centre, regency.code, now_ms - KEPT_MS) for regency in regencies(centre))


def _forget(centre: Centre, regency: str, before_ms: int) -> int:
    removal, column = REMOVAL.c, REGENCY.c
    old = sa.and_(removal.regency == regency, removal.at_ms < before_ms)
    with writing(centre.engine) as connection:
        last = connection.scalar(sa.select(sa.func.max(removal.version)).where(old))
        if last is None:
            return 0
        raised = REGENCY.update().where(column.regency == regency, column.removals_floor < last)
        connection.execute(raised.values(removals_floor=last))
        _forget_sums(connection, regency, last)
        # Not by time alone: what another process notes meanwhile may claim any time.
        return connection.execute(REMOVAL.delete().where(old, removal.version <= last)).rowcount


def _forget_sums(connection: sa.Connection, regency: str, floor: int) -> None:
    """Sums that do not know yet of what is now forgotten are counted anew."""
    this = AREA_SUM.c
    upto = sa.select(this.version).where(this.regency == regency, this.area == "")
    if (connection.scalar(upto) or 0) < floor:
        connection.execute(AREA_SUM.delete().where(this.regency == regency))
