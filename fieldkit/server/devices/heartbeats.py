"""What each laptop told last of itself, and which ones have not reported for long."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import msgspec
import sqlalchemy as sa

from fieldkit.records.wire import Heartbeat, SilentLaptop
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading, writing
from fieldkit.server.devices.laptops import Device, devices_in
from fieldkit.server.schema import DEVICE, HEARTBEAT

SILENT_AFTER_MS: Final = 24 * 60 * 60 * 1000
"""A laptop that was used meets a network within a day."""
_SHOWN_AT_MOST: Final = 50
_VERSION_LENGTH: Final = 40
_COUNT_AT_MOST: Final = 2**62
_KEY: Final = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Report:
    """A laptop and its last heartbeat; None where it never reported."""

    device: Device
    at_ms: int | None = None
    waiting: int = 0
    version: str = ""
    clock_ms: int = 0

    def is_silent(self, now_ms: int, after_ms: int = SILENT_AFTER_MS) -> bool:
        """Whether it has not reported for so long; a revoked laptop is not asked."""
        return not self.device.is_revoked and (self.at_ms is None or self.at_ms + after_ms <= now_ms)


def read_heartbeat(header: str | None) -> Heartbeat | None:
    """The heartbeat in a header; None where there is none that can be read, for it never hinders a request."""
    try:
        beat = msgspec.json.decode(header or "", type=Heartbeat)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
    is_sound = 0 <= beat.waiting < _COUNT_AT_MOST and abs(beat.clock_ms) < _COUNT_AT_MOST and beat.version.isprintable()
    return beat if is_sound else None


def note_heartbeat(centre: Centre, device: Device, header: str | None, now_ms: int) -> None:
    """Keep the heartbeat of a request, if it has one, in place of the one before."""
    beat = read_heartbeat(header)
    if beat is None:
        return
    this = sa.and_(HEARTBEAT.c.regency == device.regency, HEARTBEAT.c.device_id == device.id)
    told = {"at_ms": now_ms, "waiting": beat.waiting, "version": beat.version[:_VERSION_LENGTH]}
    told |= {"clock_ms": beat.clock_ms, "receiver": beat.receiver if _KEY.fullmatch(beat.receiver) else ""}
    with writing(centre.engine) as connection:
        # Whoever came first for this laptop is waited for: the same token may knock twice at once.
        connection.execute(sa.select(DEVICE.c.id).where(_is(device)).with_for_update())
        if not connection.execute(HEARTBEAT.update().where(this).values(told)).rowcount:
            connection.execute(HEARTBEAT.insert(), {"regency": device.regency, "device_id": device.id, **told})


def reports(centre: Centre, regency: str) -> list[Report]:
    """All laptops of a regency with what they told last, in the order of their enrolment."""
    with reading(centre.engine) as connection:
        return reports_in(connection, regency)


def reports_in(connection: sa.Connection, regency: str) -> list[Report]:
    """The same within a transaction."""
    beat = HEARTBEAT.c
    query = sa.select(beat.device_id, beat.at_ms, beat.waiting, beat.version, beat.clock_ms)
    told = {row[0]: row[1:] for row in connection.execute(query.where(beat.regency == regency))}
    return [Report(device, *told.get(device.id, ())) for device in devices_in(connection, regency)]


def silent_laptops(centre: Centre, regency: str, now_ms: int) -> list[SilentLaptop]:
    """Laptops of a regency that have not reported for long, the longest silent first."""
    found = [each for each in reports(centre, regency) if each.is_silent(now_ms)]
    found.sort(key=lambda report: report.at_ms or 0)
    return [
        SilentLaptop(each.device.prefix, each.device.name, each.at_ms or 0, each.waiting, each.version)
        for each in found[:_SHOWN_AT_MOST]
    ]


def _is(device: Device) -> sa.ColumnElement[bool]:
    return sa.and_(DEVICE.c.regency == device.regency, DEVICE.c.id == device.id)
