"""A centre that was restored gives its versions a second time: those of an epoch that is over tell nothing any more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from fieldkit.records.tables import TABLES
from fieldkit.records.wire import RestorePoint
from fieldkit.store.database import Database
from fieldkit.store.incarnation import own_origins
from fieldkit.store.loads import forget_loads
from fieldkit.store.lost import set_aside
from fieldkit.store.meta import Meta

DOUBTED_ORIGINS: Final = "doubted_origins"
"""Meta key of the own origins of which the centre may have lost what it signed for in an epoch that is over."""
OVER: Final = -1
"""Version of a row that came in an epoch that is over: it is the centre's, and below whatever the centre says now."""


def begin_epoch(database: Database, epoch: int, restores: Sequence[RestorePoint] = ()) -> None:
    """Belong to an epoch from now on; everything is asked for again, and compared with no version of before."""
    meta = Meta(database)
    if meta.epoch == epoch:
        return
    was_known = meta.epoch > 0
    set_aside(database, restores)
    meta.put("epoch", epoch)
    database.run("DELETE FROM cursor")
    forget_loads(database)
    if was_known:
        meta.put(DOUBTED_ORIGINS, " ".join(own_origins(database)))
        for table in (*(table.name for table in TABLES), "base_row"):
            database.run(f"UPDATE {table} SET version = ? WHERE version <> 0", OVER)
