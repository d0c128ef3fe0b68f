"""The regencies that this centre hosts: name, epoch, feed counter and signing key of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from fieldkit.domain.areas import regency_of
from fieldkit.domain.zones import zone_of
from fieldkit.records.wire import AreaHead
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading, writing
from fieldkit.server.schema import CENTRE_KEY, FEED_COUNTER, REGENCY
from fieldkit.server.scope import Grant, is_area, outermost

_FIRST_EPOCH = 1


@dataclass(frozen=True, slots=True)
class HostedRegency:
    """A regency that this centre serves."""

    code: str
    name: str
    time_zone: str


def regencies(centre: Centre) -> list[HostedRegency]:
    """All that are hosted, by code."""
    column = REGENCY.c
    query = sa.select(column.regency, column.name, column.time_zone).order_by(column.regency)
    with reading(centre.engine) as connection:
        return [HostedRegency(*row) for row in connection.execute(query)]


def add_regency(centre: Centre, regency: str, name: str, *, time_zone: str = "") -> None:
    """Host a regency, by the clock of its province where no other is named; ValueError where its code is none.

    One that is hosted already keeps clock, counter and key.
    """
    if not is_area(regency) or regency != regency_of(regency):
        raise ValueError(f"not the code of a regency: {regency}")
    with writing(centre.engine) as connection:
        if connection.scalar(sa.select(REGENCY.c.regency).where(REGENCY.c.regency == regency)) is None:
            _add(connection, regency, name, time_zone or zone_of(regency))


def _add(connection: sa.Connection, regency: str, name: str, time_zone: str) -> None:
    # All regencies of a centre are restored together, so they share its epoch.
    epoch = connection.scalar(sa.select(sa.func.max(REGENCY.c.epoch))) or _FIRST_EPOCH
    key = Ed25519PrivateKey.generate().private_bytes_raw()
    row = {"regency": regency, "name": name, "epoch": epoch, "time_zone": time_zone, "notices_epoch": epoch}
    connection.execute(REGENCY.insert(), row)
    connection.execute(FEED_COUNTER.insert(), {"regency": regency, "number": 0})
    connection.execute(CENTRE_KEY.insert(), {"regency": regency, "private_key": key})


def clock_of(connection: sa.Connection, regency: str) -> ZoneInfo:
    """By which clock the days of a hosted regency begin."""
    return ZoneInfo(connection.execute(sa.select(REGENCY.c.time_zone).where(REGENCY.c.regency == regency)).scalar_one())


def epoch_of(connection: sa.Connection, regency: str) -> int:
    """The epoch of a hosted regency."""
    return int(connection.execute(sa.select(REGENCY.c.epoch).where(REGENCY.c.regency == regency)).scalar_one())


def signing_key(connection: sa.Connection, regency: str) -> Ed25519PrivateKey:
    """The key that signs the receipts of a regency."""
    query = sa.select(CENTRE_KEY.c.private_key).where(CENTRE_KEY.c.regency == regency)
    return Ed25519PrivateKey.from_private_bytes(connection.execute(query).scalar_one())


def feed_heads(connection: sa.Connection, regencies: Iterable[str]) -> dict[str, int]:
    """The last feed number of each hosted regency among those asked for."""
    query = sa.select(FEED_COUNTER.c.regency, FEED_COUNTER.c.number)
    found = connection.execute(query.where(FEED_COUNTER.c.regency.in_(sorted(set(regencies)))))
    return {row.regency: row.number for row in found}


def floors(connection: sa.Connection, regencies: Iterable[str]) -> dict[str, int]:
    """Below which feed number it is forgotten what left, in each of these regencies where anything is."""
    column = REGENCY.c
    query = sa.select(column.regency, column.removals_floor).where(column.regency.in_(sorted(set(regencies))))
    return {row.regency: row.removals_floor for row in connection.execute(query.where(column.removals_floor > 0))}


def area_heads(connection: sa.Connection, grants: Iterable[Grant], now_ms: int) -> list[AreaHead]:
    """The areas that are granted now, each with the last feed number of its regency, and its floor."""
    areas = outermost(grant.area for grant in grants if grant.is_open(now_ms))
    heads = feed_heads(connection, map(regency_of, areas))
    below = floors(connection, heads)
    hosted = [(area, regency_of(area)) for area in areas if regency_of(area) in heads]
    return [AreaHead(area, heads[regency], below.get(regency, 0)) for area, regency in hosted]
