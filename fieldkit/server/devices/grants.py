"""Areas given to a device for a time, and taken from it. Work from before the end is in scope, whenever it arrives."""

from __future__ import annotations

import sqlalchemy as sa

from fieldkit.server.centre import Centre
from fieldkit.server.database import writing
from fieldkit.server.devices.laptops import device_by_id
from fieldkit.server.schema import DEVICE_GRANT
from fieldkit.server.scope import Grant


def grant(centre: Centre, regency: str, device_id: str, given: Grant) -> bool:
    """Give a device an area; one that it has or had gets the new times. False where there is no such active device."""
    with writing(centre.engine) as connection:
        device = device_by_id(connection, regency, device_id)
        if device is None or device.is_revoked:
            return False
        times = {"from_ms": given.from_ms, "until_ms": given.until_ms}
        this = _this(regency, device_id, given.area)
        if not connection.execute(DEVICE_GRANT.update().where(this).values(times)).rowcount:
            key = {"regency": regency, "device_id": device_id, "area": given.area}
            connection.execute(DEVICE_GRANT.insert(), key | times)
    return True


def ungrant(centre: Centre, regency: str, device_id: str, area: str, *, until_ms: int) -> bool:
    """End a grant. False where the device was not given that very area, or not beyond that time."""
    column = DEVICE_GRANT.c.until_ms
    this = sa.and_(_this(regency, device_id, area), sa.or_(column.is_(None), column > until_ms))
    with writing(centre.engine) as connection:
        return connection.execute(DEVICE_GRANT.update().where(this).values(until_ms=until_ms)).rowcount > 0


def _this(regency: str, device_id: str, area: str) -> sa.ColumnElement[bool]:
    key = DEVICE_GRANT.c
    return sa.and_(key.regency == regency, key.device_id == device_id, key.area == area)
