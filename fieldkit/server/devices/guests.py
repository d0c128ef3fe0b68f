"""Laptops of one regency at work in another: the host gives each a prefix that no other laptop there has."""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa

from fieldkit.domain.areas import regency_of
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading, writing
from fieldkit.server.devices.heartbeats import read_heartbeat
from fieldkit.server.devices.laptops import Device
from fieldkit.server.schema import GUEST_PREFIX, REGENCY
from fieldkit.server.scope import Grant


def guest_prefixes(centre: Centre, device: Device, grants: Iterable[Grant], now_ms: int) -> dict[str, str]:
    """The prefix of a device in each hosted regency that it visits now; T1, T2, ... in the order of their coming."""
    visited = {regency_of(grant.area) for grant in grants if grant.is_open(now_ms)} - {device.regency}
    if not visited:
        return {}
    with reading(centre.engine) as connection:
        given = _given(connection, device, visited)
    return {host: given.get(host) or _give(centre, host, device) for host in sorted(visited & _hosted(centre, visited))}


def guest_prefix(centre: Centre, host: str, device: Device) -> str:
    """The prefix of a device in a hosted regency, given now where it has none."""
    with reading(centre.engine) as connection:
        given = _given(connection, device, [host]).get(host)
    return given or _give(centre, host, device)


def note_guest(centre: Centre, device: Device, grants: Iterable[Grant], header: str | None, now_ms: int) -> list[str]:
    """Keep what a laptop says of the people of its hosts, also of those that it visited before; returns these."""
    beat = read_heartbeat(header)
    visited = {regency_of(grant.area) for grant in grants} - {device.regency}
    if beat is None or not visited:
        return []
    guest, this = GUEST_PREFIX.c, sa.and_(GUEST_PREFIX.c.home == device.regency, GUEST_PREFIX.c.device_id == device.id)
    with reading(centre.engine) as connection:
        hosts = sorted(_given(connection, device, visited))
    with writing(centre.engine) as connection:
        for host in hosts:
            holds = None if beat.visits is None else int(host in beat.visits)
            told = {"seen_ms": now_ms, "holds": holds}
            connection.execute(GUEST_PREFIX.update().where(guest.regency == host, this).values(told))
    return hosts


def _given(connection: sa.Connection, device: Device, hosts: Iterable[str]) -> dict[str, str]:
    guest = GUEST_PREFIX.c
    query = sa.select(guest.regency, guest.prefix).where(guest.regency.in_(sorted(hosts)))
    found = connection.execute(query.where(guest.home == device.regency, guest.device_id == device.id))
    return {row.regency: row.prefix for row in found}


def _hosted(centre: Centre, regencies: Iterable[str]) -> set[str]:
    with reading(centre.engine) as connection:
        query = sa.select(REGENCY.c.regency).where(REGENCY.c.regency.in_(sorted(regencies)))
        return set(connection.scalars(query))


def _give(centre: Centre, host: str, device: Device) -> str:
    """The next prefix; the lock on the regency lets one guest of it in at a time."""
    with writing(centre.engine) as connection:
        connection.execute(sa.select(REGENCY.c.name).where(REGENCY.c.regency == host).with_for_update()).one()
        if known := _given(connection, device, [host]).get(host):
            return known
        count = sa.select(sa.func.count()).select_from(GUEST_PREFIX).where(GUEST_PREFIX.c.regency == host)
        prefix = f"T{connection.execute(count).scalar_one() + 1}"
        row = {"regency": host, "home": device.regency, "device_id": device.id, "prefix": prefix}
        connection.execute(GUEST_PREFIX.insert(), row)
    return prefix
