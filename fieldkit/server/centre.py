"""The centre as one object: its database and the dialect seam."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from fieldkit.server.bulk import Bulk, bulk_of
from fieldkit.server.database import open_engine
from fieldkit.server.metrics import Metrics


@dataclass(frozen=True, slots=True)
class Centre:
    """What every part of the centre works on."""

    engine: sa.Engine
    bulk: Bulk
    metrics: Metrics

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()


def open_centre(url: str, *, longest_s: int = 0) -> Centre:
    """The centre on a migrated database; a statement that takes longer than this is given up, 0 for none."""
    engine = open_engine(url, longest_s=longest_s)
    return Centre(engine, bulk_of(engine), Metrics())
