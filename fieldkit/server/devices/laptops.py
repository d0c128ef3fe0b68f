"""Laptops that were enrolled: who is at the door, and shutting one out."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from fieldkit.domain.identifiers import Origin, incarnation_beside, origin_of
from fieldkit.records.codes import secret_hash
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading, writing
from fieldkit.server.schema import DEVICE
from fieldkit.server.tokens import token_regency
from fieldkit.server.trouble import unknown_token


@dataclass(frozen=True, slots=True)
class Device:
    """An enrolled laptop."""

    regency: str
    id: str
    name: str
    prefix: str
    incarnation: int
    revoked_ms: int | None
    is_missing: bool = False
    """Whether nobody knows where it is."""

    @property
    def is_revoked(self) -> bool:
        """Whether it may only hand in work."""
        return self.revoked_ms is not None

    @property
    def origin(self) -> Origin:
        """The origin of its latest incarnation."""
        return origin_of(self.regency, self.prefix, self.incarnation)

    def incarnation_of(self, origin: str) -> int | None:
        """Which of its incarnations an origin is; None where it is another device's."""
        return incarnation_beside(self.origin, origin)


def authenticate(connection: sa.Connection, token: str) -> Device:
    """The device with this token, revoked or not; TroubleError 401 where there is none."""
    regency = token_regency(token)
    if regency is None:
        raise unknown_token()
    query = _devices().where(DEVICE.c.regency == regency, DEVICE.c.token_hash == secret_hash(token))
    found = connection.execute(query).one_or_none()
    if found is None:
        raise unknown_token()
    return Device(*found)


def devices(centre: Centre, regency: str) -> list[Device]:
    """All devices of a regency, in the order of their enrolment."""
    with reading(centre.engine) as connection:
        return devices_in(connection, regency)


def devices_in(connection: sa.Connection, regency: str) -> list[Device]:
    """The same within a transaction."""
    found = connection.execute(_devices().where(DEVICE.c.regency == regency))
    return sorted((Device(*row) for row in found), key=lambda device: int(device.prefix[1:]))


def device_by_id(connection: sa.Connection, regency: str, device_id: str) -> Device | None:
    """A device of a regency."""
    found = connection.execute(_devices().where(DEVICE.c.regency == regency, DEVICE.c.id == device_id)).one_or_none()
    return None if found is None else Device(*found)


def devices_by_key(connection: sa.Connection, regency: str, public_key: str) -> list[Device]:
    """The devices of a regency that enrolled with this key."""
    found = connection.execute(_devices().where(DEVICE.c.regency == regency, DEVICE.c.public_key == public_key))
    return [Device(*row) for row in found]


def revoke(centre: Centre, regency: str, device_id: str, *, now_ms: int) -> bool:
    """Shut a device out for good: it may still hand in work, which is put aside. False where there is none."""
    open_device = sa.and_(DEVICE.c.regency == regency, DEVICE.c.id == device_id, DEVICE.c.revoked_ms.is_(None))
    with writing(centre.engine) as connection:
        return connection.execute(DEVICE.update().where(open_device).values(revoked_ms=now_ms)).rowcount > 0


def note_missing(centre: Centre, regency: str, device_id: str, *, at_ms: int) -> bool:
    """Nobody knows where a laptop is, since then; of one that is missing already the first time stays."""
    return _note(centre, regency, device_id, ~_is_missing(), missing_ms=at_ms, found_ms=None)


def note_found(centre: Centre, regency: str, device_id: str, *, at_ms: int) -> bool:
    """A laptop that was missing is back. False where none such is missing."""
    missing = sa.and_(DEVICE.c.missing_ms.is_not(None), DEVICE.c.found_ms.is_(None), DEVICE.c.revoked_ms.is_(None))
    # No clock decides: it was found after it was missed.
    later = sa.case((DEVICE.c.missing_ms > at_ms, DEVICE.c.missing_ms), else_=at_ms)
    return _note(centre, regency, device_id, missing, found_ms=later)


def _note(
    centre: Centre, regency: str, device_id: str, where: sa.ColumnElement[bool], **values: int | sa.Case[int] | None
) -> bool:
    this = sa.and_(DEVICE.c.regency == regency, DEVICE.c.id == device_id, where)
    with writing(centre.engine) as connection:
        return connection.execute(DEVICE.update().where(this).values(**values)).rowcount > 0


def begin_incarnation(connection: sa.Connection, device: Device, incarnation: int) -> None:
    """Note that a device goes on under a new incarnation."""
    if incarnation > device.incarnation:
        this = sa.and_(DEVICE.c.regency == device.regency, DEVICE.c.id == device.id)
        connection.execute(DEVICE.update().where(this).values(incarnation=incarnation))


def _devices() -> sa.Select[str, str, str, str, int, int | None, bool]:
    device = DEVICE.c
    names = (device.regency, device.id, device.name, device.prefix, device.incarnation, device.revoked_ms)
    return sa.select(*names, _is_missing())


def _is_missing() -> sa.ColumnElement[bool]:
    device = DEVICE.c
    return sa.and_(
        device.missing_ms.is_not(None), sa.or_(device.found_ms.is_(None), device.found_ms < device.missing_ms)
    )
