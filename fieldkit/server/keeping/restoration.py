"""A centre that was restored: a new epoch, and nothing given out until the revocations are confirmed (design.md,
section 3, Feed). Work is always taken in.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import sqlalchemy as sa

from fieldkit.records.wire import RestorePoint
from fieldkit.server.centre import Centre
from fieldkit.server.database import writing
from fieldkit.server.schema import FEED_COUNTER, REGENCY, RESTORE_POINT
from fieldkit.server.trouble import TroubleError

RETRY_AFTER_S: Final = 600


def begin_epoch(centre: Centre, now_ms: int) -> int:
    """Begin a new epoch for all regencies, closed; returns it.

    Restoring one backup twice must not give one epoch twice, and the epochs since the backup are lost with the rest:
    so the time of the restore, in seconds, is the least that it is called.
    """
    with writing(centre.engine) as connection:
        last = connection.scalar(sa.select(sa.func.max(REGENCY.c.epoch))) or 0
        epoch = max(last + 1, now_ms // 1000)
        _note_points(connection)
        connection.execute(REGENCY.update().values(epoch=epoch, closed_ms=now_ms))
    return epoch


def restore_points(connection: sa.Connection, regencies: Iterable[str]) -> list[RestorePoint]:
    """Up to where the backups had come that these regencies were ever restored from."""
    point = RESTORE_POINT.c
    query = sa.select(point.regency, point.epoch, point.head).order_by(point.regency, point.epoch)
    return [RestorePoint(*row) for row in connection.execute(query.where(point.regency.in_(sorted(set(regencies)))))]


def _note_points(connection: sa.Connection) -> None:
    """Note what the backup holds, so that laptops know what it does not."""
    same = FEED_COUNTER.c.regency == REGENCY.c.regency
    query = sa.select(REGENCY.c.regency, REGENCY.c.epoch, FEED_COUNTER.c.number).join(FEED_COUNTER, same)
    points = [dict(zip(("regency", "epoch", "head"), row, strict=True)) for row in connection.execute(query)]
    if points:
        connection.execute(RESTORE_POINT.insert(), points)


def confirm(centre: Centre) -> bool:
    """Give out again; False where nothing was closed."""
    with writing(centre.engine) as connection:
        closed = REGENCY.update().where(REGENCY.c.closed_ms.is_not(None))
        return connection.execute(closed.values(closed_ms=None)).rowcount > 0


def is_open(connection: sa.Connection, regency: str) -> bool:
    """Whether a regency gives out rows and lets laptops in, as it does but after a restore."""
    return connection.scalar(sa.select(REGENCY.c.closed_ms).where(REGENCY.c.regency == regency)) is None


def require_open(connection: sa.Connection, regency: str) -> None:
    """TroubleError 503 `restored` where a regency is closed; an older laptop takes it for a busy centre."""
    if not is_open(connection, regency):
        raise TroubleError(503, "restored", retry_after_s=RETRY_AFTER_S)
