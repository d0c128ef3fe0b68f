"""Grants with a time, by the commands."""

from __future__ import annotations

import sqlalchemy as sa
from field_pens import JATI, PROBOLINGGO, ground_at
from served_centre import refused, run

from fieldkit.server.schema import DEVICE_GRANT

_MIDNIGHT_MS = 1_550_854_800_000
"""Of 23 February 2019 in Probolinggo, which is ahead of UTC by seven hours."""
_DAY_MS = 24 * 60 * 60 * 1000


def grants(database: str, area: str) -> list[tuple[int, int | None]]:
    engine = sa.create_engine(database)
    query = sa.select(DEVICE_GRANT.c.from_ms, DEVICE_GRANT.c.until_ms).where(DEVICE_GRANT.c.area == area)
    with engine.connect() as connection:
        found = [(row.from_ms, row.until_ms) for row in connection.execute(query)]
    engine.dispose()
    return found


def test_a_grant_has_times_of_the_regency_and_is_ended_by_a_command(sqlite_database: str) -> None:
    with ground_at(sqlite_database) as ground:
        device = ground.laptop().enrolment.device_id
    about = ("--database", sqlite_database, "--regency", PROBOLINGGO, device, JATI)
    run("device", "grant", *about, "--from", "2019-02-23", "--until", "2019-02-25")
    assert grants(sqlite_database, JATI) == [(_MIDNIGHT_MS, _MIDNIGHT_MS + 2 * _DAY_MS)]
    run("device", "ungrant", *about, "--until", "2019-02-24")
    assert grants(sqlite_database, JATI) == [(_MIDNIGHT_MS, _MIDNIGHT_MS + _DAY_MS)]
    assert "Tidak ada yang diubah" in refused("device", "ungrant", *about, "--until", "2019-02-25")
    run("device", "grant", *about, "--from", "2019-02-23T07:30")
    assert grants(sqlite_database, JATI) == [(_MIDNIGHT_MS + 450 * 60 * 1000, None)]
    refused("device", "grant", *about, "--from", "2019-02-23", "--until", "2019-02-22")
    refused("device", "grant", *about[:-1], "Jati")
    refused("device", "grant", *about[:-2], "nobody", JATI)
