"""Whether this laptop is given back: the centre is asked to let it go as soon as nothing waits here."""

from __future__ import annotations

from typing import Final

from fieldkit.store.database import Database
from fieldkit.store.meta import Meta

_GIVEN_BACK: Final = "given_back"


def is_given_back(database: Database) -> bool:
    """Whether somebody who leads asked for it."""
    return bool(Meta(database).get(_GIVEN_BACK))


def mark_given_back(database: Database, *, on: bool) -> None:
    """Ask for it from now on, or no more; inside the caller's transaction."""
    Meta(database).put(_GIVEN_BACK, "1" if on else "")
