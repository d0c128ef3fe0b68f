"""What stands in the way of giving this laptop back, and what the centre has to hold before."""

from __future__ import annotations

from dataclasses import dataclass

from fieldkit.records.wire import LastWord
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta
from fieldkit.store.neighbours.carried import count_carried
from fieldkit.store.queries.shifts import current_shift
from fieldkit.store.syncing.giving_back import is_given_back
from fieldkit.store.syncing.lost import first_lost
from fieldkit.store.syncing.outgoing import count_waiting


@dataclass(frozen=True, slots=True)
class Leaving:
    """Whether it is given back, and what stands in the way."""

    is_asked: bool
    waiting: int
    """Changes that the centre has not answered."""
    carried: int
    """Files of other tables that still have to get there."""
    has_open_shift: bool

    @property
    def may_go(self) -> bool:
        """Whether nothing stands in the way."""
        return not (self.waiting or self.carried or self.has_open_shift)


def leaving(database: Database) -> Leaving:
    """How it stands."""
    return Leaving(
        is_given_back(database),
        count_waiting(database),
        count_carried(database),
        current_shift(database) is not None,
    )


def last_word(database: Database) -> LastWord | None:
    """What the centre has to hold before it lets this laptop go; None where nobody asked for it, or something waits, be
    it what a restored centre lost and may have from nobody else."""
    standing = leaving(database)
    if not (standing.is_asked and standing.may_go) or first_lost(database) is not None:
        return None
    meta = Meta(database)
    return LastWord(meta.origin, meta.head.number, meta.head.chain.hex(), meta.epoch)
