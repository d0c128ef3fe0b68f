"""How the line was in the last rounds that told anything of it; kept for whoever asks what is wrong with it."""

from __future__ import annotations

from typing import Final

import msgspec

from fieldkit.domain.checkup.traffic import LineRound
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta

_ROUNDS: Final = "line_rounds"
"""Meta key of the list, as JSON."""
_KEPT: Final = 8


def line_rounds(database: Database) -> tuple[LineRound, ...]:
    """Those that are known, the newest last."""
    return tuple(msgspec.json.decode(Meta(database).get(_ROUNDS, "[]"), type=list[LineRound]))


def keep_round(database: Database, known: LineRound) -> None:
    """Know one more, and forget the oldest."""
    kept = [*line_rounds(database), known][-_KEPT:]
    Meta(database).put(_ROUNDS, msgspec.json.encode(kept).decode())
