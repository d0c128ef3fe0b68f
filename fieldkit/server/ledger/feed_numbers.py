"""The feed numbers of a push, taken last (design.md, section 3, Feed).

While a push is worked out its numbers are provisional. Taking them locks the counters of its regencies in sorted order
until the commit, so that numbers become visible in the order of commits.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

import sqlalchemy as sa

from fieldkit.server.schema import FEED_COUNTER

PROVISIONAL: Final = 1 << 60
"""Above every number that was ever taken: provisional numbers compare as the newest."""


class FeedNumbers:
    """Counts the numbers that a push needs in each regency."""

    def __init__(self) -> None:
        self._needed: Counter[str] = Counter()
        self._taken: Counter[str] = Counter()
        self._before: dict[str, int] = {}

    def next(self, regency: str) -> int:
        """A provisional number."""
        needed = self._needed[regency] = self._needed[regency] + 1
        return PROVISIONAL + needed

    def take(self, connection: sa.Connection, regencies: Iterable[str]) -> None:
        """Take what is needed by now, and lock the counters of all these regencies. May be called again for more."""
        for regency in sorted(regencies):
            count = self._needed[regency] - self._taken[regency]
            if count or regency not in self._before:
                number = _raise(connection, regency, count)
                self._before.setdefault(regency, number - count)
                self._taken[regency] += count

    def final(self, regency: str, number: int) -> int:
        """What a number is, once it was taken."""
        return number - PROVISIONAL + self._before[regency] if number > PROVISIONAL else number


def _raise(connection: sa.Connection, regency: str, count: int) -> int:
    counter = FEED_COUNTER.c
    raised = FEED_COUNTER.update().where(counter.regency == regency).values(number=counter.number + count)
    return int(connection.execute(raised.returning(counter.number)).scalar_one())
