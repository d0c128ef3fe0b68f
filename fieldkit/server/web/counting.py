"""Keeps the sums of the pages in step with the facts: behind the pushes, and not after every one of them."""

from __future__ import annotations

import logging
import threading
import time
from datetime import date, datetime
from typing import Final

import sqlalchemy as sa

from fieldkit.server.centre import Centre
from fieldkit.server.database import reading, writing
from fieldkit.server.regencies import clock_of
from fieldkit.server.schema import FEED_COUNTER, OFFICE_SUM
from fieldkit.server.web.facts import Facts, local_time
from fieldkit.server.web.sums import KeptSums, keep_sums
from fieldkit.server.web.tally import tally

_LOG: Final = logging.getLogger(__name__)
_PUSHES_PARTS: Final = 9


class Counting:
    """Counts once at a time in a process; what comes meanwhile is counted after a while, in one go."""

    def __init__(self, centre: Centre, pause_s: float = 0) -> None:
        """`pause_s` after the first push everything that has come by then is counted; at once where it is 0."""
        self._centre = centre
        self._pause_s = pause_s
        self._busy = threading.Lock()
        self._waits = threading.Event()
        self._took_s = 0.0
        self._looked_at: set[str] = set()

    def look(self, now_ms: int, regency: str = "") -> None:
        """Have counted what is behind; a regency that is looked at also where only the day is another."""
        if regency:
            self._looked_at.add(regency)
        if not self._pause_s:
            self._count(now_ms)
        elif not self._waits.is_set():
            self._waits.set()
            pause_s = pause_after(self._pause_s, self._took_s)
            later = threading.Timer(pause_s, self._later, [now_ms + int(pause_s * 1000)])
            later.daemon = True
            later.start()

    def _later(self, now_ms: int) -> None:
        self._waits.clear()
        try:
            self._count(now_ms)
        except sa.exc.SQLAlchemyError as error:
            # Nothing is lost: with the next push, or the next look at the page, it is counted.
            _LOG.warning("%s", type(error).__name__)

    def _count(self, now_ms: int) -> None:
        if not self._busy.acquire(blocking=False):
            return
        begun_s = time.monotonic()
        try:
            asked = self._asked_for()
            # Whoever waits for figures has them first.
            for regency in [*sorted(asked), *(each for each in behind(self._centre) if each not in asked)]:
                count(self._centre, regency, now_ms)
        finally:
            self._took_s = time.monotonic() - begun_s
            self._busy.release()

    def _asked_for(self) -> set[str]:
        asked, self._looked_at = self._looked_at, set()
        return asked


def pause_after(pause_s: float, took_s: float) -> float:
    """How long to wait: pushes have nine parts of a process's time, however long counting takes."""
    return max(pause_s, _PUSHES_PARTS * took_s)


def is_current(head: int, day: date, version: int, counted: datetime | None) -> bool:
    """Whether nothing came since, and the day is still that of the count."""
    return version >= head and counted is not None and counted.date() == day


def behind(centre: Centre) -> list[str]:
    """The regencies of which something came since they were counted."""
    beside = FEED_COUNTER.outerjoin(OFFICE_SUM, OFFICE_SUM.c.regency == FEED_COUNTER.c.regency)
    news = sa.func.coalesce(OFFICE_SUM.c.version, -1) < FEED_COUNTER.c.number
    with reading(centre.engine) as connection:
        return list(connection.scalars(sa.select(FEED_COUNTER.c.regency).select_from(beside).where(news)))


def count(centre: Centre, regency: str, now_ms: int) -> None:
    """Count a regency, up to what is there when it begins; nothing where another process just did."""
    with reading(centre.engine) as connection:
        clock = clock_of(connection, regency)
        today = local_time(clock, now_ms).date()
        head, version, at_ms = connection.execute(_standing(regency)).one()
        if is_current(head, today, version or 0, local_time(clock, at_ms) if at_ms else None):
            return
        sums = tally(Facts(connection, centre.bulk, regency), today)
    with writing(centre.engine) as connection:
        keep_sums(connection, regency, KeptSums(head, now_ms, sums))


def _standing(regency: str) -> sa.Select[int, int | None, int | None]:
    beside = FEED_COUNTER.outerjoin(OFFICE_SUM, OFFICE_SUM.c.regency == FEED_COUNTER.c.regency)
    query = sa.select(FEED_COUNTER.c.number, OFFICE_SUM.c.version, OFFICE_SUM.c.at_ms).select_from(beside)
    return query.where(FEED_COUNTER.c.regency == regency)
