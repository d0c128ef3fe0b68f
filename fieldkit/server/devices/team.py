"""Which laptops work together: those of a regency that share an area now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set

import sqlalchemy as sa

from fieldkit.domain.areas import AreaCode
from fieldkit.records.team import TeamLaptop, team_mark
from fieldkit.server.devices.heartbeats import read_heartbeat
from fieldkit.server.devices.laptops import Device
from fieldkit.server.schema import DEVICE, DEVICE_GRANT, HEARTBEAT
from fieldkit.server.scope import Grant, any_covers


def news_of_team(connection: sa.Connection, device: Device, header: str | None, now_ms: int) -> list[TeamLaptop] | None:
    """The team of a laptop, where its heartbeat tells that it knows another one; None where there is no news."""
    beat = read_heartbeat(header)
    if beat is None or beat.team is None:
        return None
    team = team_of(connection, device, now_ms)
    return None if team_mark(team) == beat.team else team


def team_of(connection: sa.Connection, device: Device, now_ms: int) -> list[TeamLaptop]:
    """The other laptops of its team that were not revoked, in the order of their enrolment."""
    areas = _open_areas(connection, device.regency, now_ms)
    own = areas.get(device.id, set())
    laptops = [
        TeamLaptop(row.prefix, row.name, row.public_key, row.receiver or "")
        for row in connection.execute(_laptops(device.regency))
        if row.id != device.id and _overlap(own, areas.get(row.id, set()))
    ]
    return sorted(laptops, key=lambda laptop: int(laptop.prefix[1:]))


def _laptops(regency: str) -> sa.Select[str, str, str, str, str | None]:
    this, beat = DEVICE.c, HEARTBEAT.c
    is_its = sa.and_(beat.regency == this.regency, beat.device_id == this.id)
    query = sa.select(this.id, this.prefix, this.name, this.public_key, beat.receiver)
    joined = query.select_from(DEVICE.outerjoin(HEARTBEAT, is_its))
    return joined.where(this.regency == regency, this.revoked_ms.is_(None))


def _open_areas(connection: sa.Connection, regency: str, now_ms: int) -> dict[str, set[str]]:
    grant, found = DEVICE_GRANT.c, defaultdict[str, set[str]](set)
    query = sa.select(grant.device_id, grant.area, grant.from_ms, grant.until_ms).where(grant.regency == regency)
    for device_id, area, from_ms, until_ms in connection.execute(query):
        if Grant(AreaCode(area), from_ms, until_ms).is_open(now_ms):
            found[device_id].add(area)
    return found


def _overlap(ones: Set[str], others: Set[str]) -> bool:
    return any(any_covers(others, one) for one in ones) or any(any_covers(ones, other) for other in others)
