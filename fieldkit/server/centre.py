"""The centre as one object: its database and the dialect seam."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from fieldkit.server.bulk import Bulk, bulk_of
from fieldkit.server.database import open_engine


@dataclass(frozen=True, slots=True)
class Centre:
    """What every part of the centre works on."""

    engine: sa.Engine
    bulk: Bulk

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()


def open_centre(url: str) -> Centre:
    """The centre on a migrated database."""
    engine = open_engine(url)
    return Centre(engine, bulk_of(engine))
