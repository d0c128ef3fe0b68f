"""Every laptop as the centre keeps it, in rows that the office's own laptops see (HO-5)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, Final

import sqlalchemy as sa

from fieldkit.domain.orders.laptop import LaptopState, LaptopStory, laptop_state
from fieldkit.domain.roles import ADMINS
from fieldkit.records.orders import Filed, HeldArea, filed_areas, read_filed
from fieldkit.records.tables import APP_USER, DEVICE_FILE
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading
from fieldkit.server.office.writing import OfficeRow, put_composed_rows
from fieldkit.server.schema import DEVICE, DEVICE_GRANT, HEARTBEAT, METADATA, ORIGIN

_FILE: Final = METADATA.tables[DEVICE_FILE.name].c
_USER: Final = METADATA.tables[APP_USER.name].c
_FRESH_MS: Final = 6 * 60 * 60 * 1000
"""So old may be what a file says of a laptop that is at work: else each word of each laptop would travel to all."""
_Row = sa.Row[*tuple[Any, ...]]


def keep_device_files(centre: Centre, regency: str, now_ms: int) -> int:
    """Bring the files of all laptops of a regency up to date; returns how many were written.

    They are for an office that has an admin: where there is none yet, laptops are looked after by command.
    """
    with reading(centre.engine) as connection:
        if not _has_admin(connection, regency) or not _outdated(connection, regency, now_ms):
            return 0

    def compose() -> list[OfficeRow]:
        with reading(centre.engine) as connection:
            return _outdated(connection, regency, now_ms)

    return put_composed_rows(centre, regency, compose, now_ms=now_ms)


def _has_admin(connection: sa.Connection, regency: str) -> bool:
    admins = sa.and_(_USER.regency == regency, _USER.active == 1, _USER.role.in_(sorted(ADMINS)))
    return connection.scalar(sa.select(_USER.id).where(admins).limit(1)) is not None


def laptop_states(connection: sa.Connection, regency: str) -> dict[str, LaptopState]:
    """Where each laptop of a regency stands, by its id."""
    return {row.id: laptop_state(_story(row)) for row in connection.execute(_laptops(regency))}


def _laptops(regency: str) -> sa.Select[*tuple[Any, ...]]:
    this, beat = DEVICE.c, HEARTBEAT.c
    is_its = sa.and_(beat.regency == this.regency, beat.device_id == this.id)
    told = (this.id, this.name, this.prefix, this.enrolled_ms, this.missing_ms, this.found_ms, this.revoked_ms)
    query = sa.select(*told, beat.at_ms.label("seen_ms"), beat.waiting).select_from(DEVICE.outerjoin(HEARTBEAT, is_its))
    return query.where(this.regency == regency)


def _story(row: _Row) -> LaptopStory:
    return LaptopStory(row.seen_ms, row.missing_ms, row.found_ms, row.revoked_ms)


def _outdated(connection: sa.Connection, regency: str, now_ms: int) -> list[OfficeRow]:
    files = {row.device_id: row for row in connection.execute(_files(regency))}
    held, areas = _held(connection, regency), _areas(connection, regency)
    rows = []
    for laptop in connection.execute(_laptops(regency)):
        values = _values(laptop, _held_areas(areas.get(laptop.id, ())), held.get(laptop.id, 0), now_ms)
        file = files.get(laptop.id)
        if file is None:
            rows.append(OfficeRow(DEVICE_FILE.name, regency, laptop.id, values))
        elif not _says(file, values):
            rows.append(OfficeRow(DEVICE_FILE.name, regency, file.id, values, is_new=False))
    return rows


def _files(regency: str) -> sa.Select[*tuple[Any, ...]]:
    names = ("id", *DEVICE_FILE.column_names)
    return sa.select(*(_FILE[name] for name in names)).where(_FILE.regency == regency)


def _held(connection: sa.Connection, regency: str) -> dict[str, int]:
    """How many changes of each laptop are here, over all its incarnations."""
    counted = sa.func.sum(ORIGIN.c.held_number)
    query = sa.select(ORIGIN.c.device_id, counted).where(ORIGIN.c.regency == regency).group_by(ORIGIN.c.device_id)
    return {device: int(number or 0) for device, number in connection.execute(query)}


def _areas(connection: sa.Connection, regency: str) -> Mapping[str, Iterable[_Row]]:
    grant, found = DEVICE_GRANT.c, defaultdict[str, list[_Row]](list)
    query = sa.select(grant.device_id, grant.area, grant.from_ms, grant.until_ms).where(grant.regency == regency)
    for row in connection.execute(query.order_by(grant.area)):
        found[row.device_id].append(row)
    return found


def _held_areas(rows: Iterable[_Row]) -> tuple[HeldArea, ...]:
    return tuple(HeldArea(row.area, _instant(row.from_ms), _instant(row.until_ms)) for row in rows)


def _values(laptop: _Row, areas: tuple[HeldArea, ...], held: int, now_ms: int) -> dict[str, Any]:
    filed = Filed(
        areas,
        _instant(laptop.seen_ms),
        held,
        laptop.waiting or 0,
        _instant(laptop.missing_ms),
        _instant(laptop.revoked_ms),
    )
    return {
        "device_id": laptop.id,
        "name": laptop.name,
        "prefix": laptop.prefix,
        "state": laptop_state(_story(laptop)).value,
        "areas": filed_areas(filed),
        "enrolled_at": _instant(laptop.enrolled_ms) or None,
        "changed_at": _instant(now_ms),
    }


def _says(file: _Row, values: Mapping[str, Any]) -> bool:
    """Whether a file tells all that matters of its laptop, and is not too old."""
    if any(getattr(file, name) != values[name] for name in ("name", "prefix", "state", "enrolled_at")):
        return False
    known, wanted = read_filed(file.areas), read_filed(values["areas"])
    if (known.areas, known.missing, known.revoked) != (wanted.areas, wanted.missing, wanted.revoked):
        return False
    is_watched = file.state in (LaptopState.MISSING, LaptopState.REVOKED)
    if is_watched or not known.seen or not wanted.seen:
        return (known.seen, known.held, known.waiting) == (wanted.seen, wanted.held, wanted.waiting)
    return datetime.fromisoformat(wanted.seen) < _later(known.seen, _FRESH_MS)


def _later(told: str, by_ms: int) -> datetime:
    return datetime.fromtimestamp(datetime.fromisoformat(told).timestamp() + by_ms / 1000, UTC)


def _instant(at_ms: int | None) -> str:
    if at_ms is None:
        return ""
    return datetime.fromtimestamp(at_ms / 1000, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
