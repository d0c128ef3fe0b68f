"""What should be in order before a team leaves, and how badly it is not (TL-1)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from fieldkit.domain.lease import LeaseStanding, LeaseState


class Level(StrEnum):
    """How a thing stands, the worst first."""

    MISSING = "missing"
    LOOK = "look"
    READY = "ready"


_LIST_OLD_AFTER: Final = timedelta(days=30)
_SYNC_OLD_AFTER: Final = timedelta(hours=36)
_BACKUP_OLD_AFTER: Final = timedelta(days=3)
_CERTIFICATE_ENDS_SOON: Final = timedelta(days=14)
_OTHER_DAY_MS: Final = 12 * 60 * 60 * 1000
_SHIFT_ON_BATTERY_MINUTES: Final = 120
_HALF_CHARGED_PERCENT: Final = 50


def list_level(as_of: date | None, on: date) -> Level:
    """A by-name list: none is missing, an old one wants a look."""
    if as_of is None:
        return Level.MISSING
    return Level.READY if on - as_of <= _LIST_OLD_AFTER else Level.LOOK


def lacks_yesterday(synced_at: datetime | None, yesterday_ended: datetime | None) -> bool:
    """Whether this laptop leaves without what was recorded the day before: it synced before that day's work ended."""
    return yesterday_ended is not None and (synced_at is None or synced_at < yesterday_ended)


def sync_level(synced_at: datetime | None, yesterday_ended: datetime | None, now: datetime) -> Level:
    """The last sync: never, or before yesterday's work ended, is missing; a long time ago wants a look."""
    if synced_at is None or lacks_yesterday(synced_at, yesterday_ended):
        return Level.MISSING
    return Level.READY if now - synced_at <= _SYNC_OLD_AFTER else Level.LOOK


def lease_level(standing: LeaseStanding) -> Level:
    """How long the laptop still opens without a contact: a day is too short for whoever stays out over night."""
    if standing.state is LeaseState.RUNS:
        return Level.READY
    is_long = standing.state is LeaseState.ENDS_SOON and standing.days_left > 1
    return Level.LOOK if is_long else Level.MISSING


def clock_level(error_ms: int) -> Level:
    """The laptop's clock: from half a day on, forms open with the day before or after."""
    if not error_ms:
        return Level.READY
    return Level.LOOK if abs(error_ms) < _OTHER_DAY_MS else Level.MISSING


def stock_level(on_hand: int) -> Level:
    """Blanks or prints on hand; below nothing is a figure that does not add up."""
    return Level.READY if on_hand > 0 else Level.LOOK if on_hand == 0 else Level.MISSING


def certificate_level(valid_until: date | None, on: date, *, is_known: bool) -> Level:
    """A certificate: one that ended is missing; one that nobody noted, or that ends soon, wants a look."""
    if not is_known:
        return Level.LOOK
    if valid_until is None:
        return Level.READY
    if valid_until < on:
        return Level.MISSING
    return Level.LOOK if valid_until - on < _CERTIFICATE_ENDS_SOON else Level.READY


def checked_level(*, is_checked: bool, is_needed: bool) -> Level:
    """What somebody has to look at before leaving: worse where the place is known to lack it."""
    if is_checked:
        return Level.READY
    return Level.MISSING if is_needed else Level.LOOK


def battery_level(percent: int, minutes_left: int | None, *, plugged: bool) -> Level:
    """Whether the battery lasts for a good part of a shift."""
    if plugged:
        return Level.READY
    lasts = percent >= _HALF_CHARGED_PERCENT if minutes_left is None else minutes_left >= _SHIFT_ON_BATTERY_MINUTES
    return Level.READY if lasts else Level.LOOK


def backup_level(backup_at: datetime | None, now: datetime) -> Level:
    """The newest backup."""
    return Level.READY if backup_at is not None and now - backup_at <= _BACKUP_OLD_AFTER else Level.LOOK
