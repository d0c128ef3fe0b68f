"""A centre that was restored: a new epoch, and nothing given out until the revocations are confirmed (design.md,
section 3, Feed). Work is always taken in.
"""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa

from fieldkit.server.centre import Centre
from fieldkit.server.database import writing
from fieldkit.server.schema import REGENCY
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
        connection.execute(REGENCY.update().values(epoch=epoch, closed_ms=now_ms))
    return epoch


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
