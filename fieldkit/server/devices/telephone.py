"""By what a laptop recognises codes that are told over the telephone (records/phone_codes.py)."""

from __future__ import annotations

import hmac
from hashlib import sha256
from typing import Final

import sqlalchemy as sa

from fieldkit.domain.lease import day_of
from fieldkit.records.phone_codes import LEASE, PhoneLine, new_line, pin_matter
from fieldkit.records.tables import APP_USER
from fieldkit.server.devices.heartbeats import read_heartbeat
from fieldkit.server.devices.laptops import Device
from fieldkit.server.regencies import signing_key
from fieldkit.server.schema import METADATA

_USER: Final = METADATA.tables[APP_USER.name].c
_MATTERS_AT_MOST: Final = 200
_LABEL: Final = b"FieldKit telephone"


def phone_lines(connection: sa.Connection, device: Device, header: str | None, now_ms: int) -> list[PhoneLine]:
    """By what a laptop recognises codes from now on, of the matters that its heartbeat names."""
    beat = read_heartbeat(header)
    if beat is None or not beat.phone:
        return []
    secret, day = phone_secret(connection, device.regency), day_of(now_ms)
    known = {LEASE, *map(pin_matter, active_users(connection, device.regency))}
    wanted = [matter for matter in beat.phone[:_MATTERS_AT_MOST] if matter in known]
    return [new_line(secret, device.id, matter, day) for matter in wanted]


def active_users(connection: sa.Connection, regency: str) -> dict[str, str]:
    """The names of everybody who may sign in, by id."""
    query = sa.select(_USER.id, _USER.name).where(_USER.regency == regency, _USER.active == 1)
    return {row.id: row.name for row in connection.execute(query)}


def phone_secret(connection: sa.Connection, regency: str) -> bytes:
    """What all codes of a regency come from: of its own key, which never leaves the centre."""
    return hmac.new(signing_key(connection, regency).private_bytes_raw(), _LABEL, sha256).digest()
