"""Codes that are told over the telephone, to a laptop that reaches nobody (records/phone_codes.py)."""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

import sqlalchemy as sa

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.lease import day_of
from fieldkit.domain.text import Text, text
from fieldkit.records.phone_codes import (
    LEASE,
    PhoneLine,
    PhoneRequest,
    answer,
    ends,
    is_about,
    new_line,
    pin_matter,
    read_request,
    user_of,
)
from fieldkit.records.tables import APP_USER
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading
from fieldkit.server.devices.heartbeats import read_heartbeat
from fieldkit.server.devices.laptops import Device, devices_in
from fieldkit.server.regencies import signing_key
from fieldkit.server.schema import DEVICE, METADATA

_USER: Final = METADATA.tables[APP_USER.name].c
_MATTERS_AT_MOST: Final = 200
_LABEL: Final = b"FieldKit telephone"


@dataclass(frozen=True, slots=True)
class Told:
    """What is read back, to which laptop, and about whose PIN; without a name it renews the lease."""

    code: str
    laptop: Device
    user_name: str
    seen_day: int
    """The latest day that the laptop has seen."""


def phone_lines(connection: sa.Connection, device: Device, header: str | None, now_ms: int) -> list[PhoneLine]:
    """By what a laptop recognises codes from now on, of the matters that its heartbeat names."""
    beat = read_heartbeat(header)
    if beat is None or not beat.phone:
        return []
    secret, day = _secret(connection, device.regency), day_of(now_ms)
    known = {LEASE, *map(pin_matter, _users(connection, device.regency))}
    wanted = [matter for matter in beat.phone[:_MATTERS_AT_MOST] if matter in known]
    return [new_line(secret, device.id, matter, day) for matter in wanted]


def tell(centre: Centre, regency: str, typed: str, now_ms: int) -> Told:
    """The code that answers what a laptop reads out; RuleError where nothing is told."""
    asked = read_request(typed)
    if asked is None:
        raise _unread()
    with reading(centre.engine) as connection:
        device = next((each for each in devices_in(connection, regency) if each.prefix == asked.prefix), None)
        if device is None:
            raise _unread()
        _require_trusted(connection, device)
        users = _users(connection, regency)
        line = _line_of(asked, device, (LEASE, *map(pin_matter, users)), day_of(now_ms))
        code = answer(_secret(connection, regency), device.id, line, asked, day_of(now_ms))
    return Told(code, device, users.get(user_of(line[0]) or "", ""), asked.day)


def _line_of(asked: PhoneRequest, device: Device, matters: Iterable[str], day: int) -> tuple[str, int]:
    """The matter that a request is about, and where its chain ends."""
    lines = ((matter, until) for matter in matters for until in ends(day))
    found = next((line for line in lines if is_about(asked, device.id, *line)), None)
    if found is None:
        raise _unread()
    return found


def _require_trusted(connection: sa.Connection, device: Device) -> None:
    """Nothing is told to who has a laptop that was shut out, or that nobody knows where it is."""
    this = sa.and_(DEVICE.c.regency == device.regency, DEVICE.c.id == device.id)
    missing = sa.and_(this, DEVICE.c.missing_ms.is_not(None), DEVICE.c.found_ms.is_(None))
    if device.is_revoked:
        raise _refused("revoked", _REVOKED)
    if connection.scalar(sa.select(DEVICE.c.id).where(missing)) is not None:
        raise _refused("missing", _MISSING)


def _users(connection: sa.Connection, regency: str) -> dict[str, str]:
    query = sa.select(_USER.id, _USER.name).where(_USER.regency == regency, _USER.active == 1)
    return {row.id: row.name for row in connection.execute(query)}


def _secret(connection: sa.Connection, regency: str) -> bytes:
    """Of the regency's own key, which never leaves the centre."""
    return hmac.new(signing_key(connection, regency).private_bytes_raw(), _LABEL, sha256).digest()


def _unread() -> RuleError:
    return _refused("request", _UNREAD)


def _refused(why: str, message: Text) -> RuleError:
    return RuleError(Problem("request", why, message))


_UNREAD: Final = text(
    "Kode permintaan ini tidak dikenal. Minta dibacakan lagi huruf demi huruf, termasuk nomor laptop di depannya."
)
_REVOKED: Final = text("Laptop ini sudah dicabut. Tidak ada kode untuk laptop ini; minta dibawa ke kantor.")
_MISSING: Final = text("Laptop ini dicatat hilang. Kalau sudah ditemukan, catat dulu di Kantor, lalu minta kode lagi.")
