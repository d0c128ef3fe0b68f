"""Instants as facts carry them: UTC, to the millisecond, sortable as text."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo


def instant(at: datetime) -> str:
    """The text of an instant, such as 2019-02-23T02:04:05.678Z."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def moment(text: str) -> datetime:
    """The instant of a text written by `instant`."""
    return datetime.fromisoformat(text)


def behind(newest: str | None, now_utc: datetime) -> str:
    """Now, or just behind an instant that is known, where the clock is behind that: what happens next sorts last."""
    after = moment(newest) + timedelta(milliseconds=1) if newest else now_utc
    return instant(max(now_utc, after))


def at_site(at: datetime, time_zone: str) -> datetime:
    """An instant as the clock at the site shows it."""
    return at.astimezone(ZoneInfo(time_zone))
