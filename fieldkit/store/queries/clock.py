"""What this laptop knows of its own clock."""

from __future__ import annotations

from fieldkit.domain.clock import KnownClock
from fieldkit.domain.stamp import stamp_ms
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta
from fieldkit.store.told import clock_check, written_ahead_ms


def known_clock(database: Database) -> KnownClock:
    """The last contact, and the latest time that this laptop wrote down or was told."""
    told_ms = int(database.value("SELECT coalesce(max(at_ms), 0) FROM sync_receipt"))
    written_ms = stamp_ms(Meta(database).head.stamp)
    believed_ms = written_ms if written_ms > written_ahead_ms(database) else 0
    return KnownClock(clock_check(database), max(told_ms, believed_ms))
