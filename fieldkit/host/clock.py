"""The clock of this computer, always handed in, never called from afar."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


class Clock(Protocol):
    """Tells the time, and measures spans that a set clock does not bend."""

    def now_utc(self) -> datetime:
        """The time as this computer believes it, aware and in UTC."""

    def monotonic_s(self) -> float:
        """Seconds since some moment, those in which the computer slept among them; never goes back."""


@dataclass(frozen=True)
class SystemClock:
    """The clock that the operating system keeps."""

    def now_utc(self) -> datetime:
        """The time as this computer believes it, aware and in UTC."""
        return datetime.now(UTC)

    def monotonic_s(self) -> float:
        """Seconds since some moment; never goes back."""
        return _ran_s()


@dataclass(frozen=True)
class ShiftedClock:
    """A clock that runs as any other but on another day, for practice data."""

    offset: timedelta

    def now_utc(self) -> datetime:
        """The shifted time, aware and in UTC."""
        return datetime.now(UTC) + self.offset

    def monotonic_s(self) -> float:
        """Seconds since some moment; never goes back."""
        return _ran_s()


def _ran_s() -> float:
    # Python's own clock of this kind stands still under Linux while the lid is closed, and no screen would lock.
    return time.clock_gettime(time.CLOCK_BOOTTIME) if sys.platform == "linux" else time.monotonic()


def now_ms(clock: Clock) -> int:
    """Milliseconds since 1970."""
    return int(clock.now_utc().timestamp() * 1000)


def minutes_ahead(at: datetime) -> int:
    """By how many minutes the clock that an instant is told by is ahead of UTC."""
    return int((at.utcoffset() or timedelta()).total_seconds() // 60)


def zone_minutes(zone: str, at: datetime) -> int | None:
    """The same of a time zone; None where this computer does not know it."""
    try:
        return minutes_ahead(at.astimezone(ZoneInfo(zone)))
    except (ZoneInfoNotFoundError, ValueError):
        return None
