"""A laptop that its team gives back is let go once all of its work is here: from then on it is as one shut out."""

from __future__ import annotations

from dataclasses import replace

import sqlalchemy as sa

from fieldkit.records.journal import genesis
from fieldkit.records.wire import Held, LastWord
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading
from fieldkit.server.devices.heartbeats import read_heartbeat
from fieldkit.server.devices.laptops import Device, revoke
from fieldkit.server.keeping.restoration import is_open
from fieldkit.server.ledger.origins import held_of_device
from fieldkit.server.regencies import epoch_of


def let_go(centre: Centre, device: Device, header: str | None, now_ms: int) -> Device:
    """The laptop as it is known from now on.

    It is not let go while something of it is missing, or while a restored centre does not know what it lost: a laptop
    that has not heard of the restore may hold the last copy of it.
    """
    beat = read_heartbeat(header)
    if beat is None or beat.leaves_at is None or beat.waiting or device.is_revoked:
        return device
    with reading(centre.engine) as connection:
        if not _has_all(connection, device, beat.leaves_at):
            return device
    revoke(centre, device.regency, device.id, now_ms=now_ms)
    return replace(device, revoked_ms=now_ms)


def _has_all(connection: sa.Connection, device: Device, last: LastWord) -> bool:
    nothing = Held(number=0, chain=genesis(last.origin).hex())
    held = held_of_device(connection, device.regency, device.id).get(last.origin, nothing)
    is_same_centre = last.epoch == epoch_of(connection, device.regency) and is_open(connection, device.regency)
    return is_same_centre and (held.number, held.chain) == (last.number, last.chain)
