"""What the office answers to a laptop that reaches nobody, and reads out a request over the telephone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.lease import day_of
from fieldkit.domain.text import Text, text
from fieldkit.records.phone_codes import (
    LEASE,
    PhoneRequest,
    PhoneStep,
    answer,
    ends,
    is_about,
    pin_matter,
    read_request,
    step_of,
    user_of,
)
from fieldkit.records.start_codes import told_verifier
from fieldkit.records.tables import PHONE_STEP
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading
from fieldkit.server.devices.laptops import Device, devices_in
from fieldkit.server.devices.telephone import active_users, phone_secret
from fieldkit.server.office.writing import OfficeRow, new_row, put_office_rows, start_code_row
from fieldkit.server.schema import DEVICE, METADATA


@dataclass(frozen=True, slots=True)
class Told:
    """What is read back, to which laptop, and about whose PIN; without a name it renews the lease."""

    code: str
    laptop: Device
    user_name: str
    seen_day: int
    """The latest day that the laptop has seen."""


def tell(centre: Centre, regency: str, typed: str, now_ms: int) -> Told:
    """The code that answers what a laptop reads out; RuleError where nothing is told.

    A code about a PIN is from now on the start code of that person, so that it proves the key that is made by it. That
    it was told is written down before anybody hears it.
    """
    asked = read_request(typed)
    if asked is None:
        raise _unread()
    with reading(centre.engine) as connection:
        device = next((each for each in devices_in(connection, regency) if each.prefix == asked.prefix), None)
        if device is None:
            raise _unread()
        _require_trusted(connection, device)
        users = active_users(connection, regency)
        line = _line_of(asked, device, (LEASE, *map(pin_matter, users)), day_of(now_ms))
        code = answer(phone_secret(connection, regency), device.id, line, asked, day_of(now_ms))
    user_id = user_of(line[0])
    rows = [_step(device, line[0], now_ms)]
    if user_id is not None:
        rows.append(start_code_row(regency, user_id, told_verifier(code, asked.spoken, user_id)))
    put_office_rows(centre, regency, rows, now_ms=now_ms)
    return Told(code, device, users.get(user_id or "", ""), asked.day)


@dataclass(frozen=True, slots=True)
class Call:
    """One thing that became of a code: when, of which day of the centre, and on which laptop by its prefix."""

    at: str
    day: str
    prefix: str
    matter: str
    kind: str
    user_id: str


def calls(centre: Centre, regency: str) -> list[Call]:
    """All that is known of codes that were told over the telephone, the oldest first."""
    step = METADATA.tables[PHONE_STEP.name].c
    query = sa.select(step.at, step.day, step.laptop, step.matter, step.kind, step.user_id)
    with reading(centre.engine) as connection:
        prefixes = {device.id: device.prefix for device in devices_in(connection, regency)}
        found = connection.execute(query.where(step.regency == regency).order_by(step.at, step.id)).all()
    return [
        Call(row.at, row.day, prefixes.get(row.laptop, row.laptop), row.matter, row.kind, row.user_id or "")
        for row in found
    ]


def _step(device: Device, matter: str, now_ms: int) -> OfficeRow:
    told = step_of(device.id, matter, PhoneStep.TOLD, day_of(now_ms), now_ms)
    return new_row(PHONE_STEP.name, told, area=device.regency, now_ms=now_ms)


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


def _unread() -> RuleError:
    return _refused("request", _UNREAD)


def _refused(why: str, message: Text) -> RuleError:
    return RuleError(Problem("request", why, message))


_UNREAD: Final = text(
    "Kode permintaan ini tidak dikenal. Minta dibacakan lagi huruf demi huruf, termasuk nomor laptop di depannya."
)
_REVOKED: Final = text("Laptop ini sudah dicabut. Tidak ada kode untuk laptop ini; minta dibawa ke kantor.")
_MISSING: Final = text("Laptop ini dicatat hilang. Kalau sudah ditemukan, catat dulu di Kantor, lalu minta kode lagi.")
