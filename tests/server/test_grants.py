"""Grants with a time, by the commands."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from field_pens import AT, JATI, PROBOLINGGO, Ground, ground_at, new_id, resident
from served_centre import refused, run

from fieldkit.records.wire import Verdict
from fieldkit.server.office.moves import are_villages_here
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


def test_health_data_of_an_area_is_a_grant_of_its_own(sqlite_database: str) -> None:
    with ground_at(sqlite_database) as ground:
        device = ground.laptop().enrolment.device_id
    about = ("--database", sqlite_database, "--regency", PROBOLINGGO, device, JATI, "--health")
    run("device", "grant", *about, "--from", "2019-02-23")
    assert (grants(sqlite_database, JATI), grants(sqlite_database, "35.74+.03.1004")) == ([], [(_MIDNIGHT_MS, None)])
    run("device", "ungrant", *about, "--until", "2019-02-24")
    assert grants(sqlite_database, "35.74+.03.1004") == [(_MIDNIGHT_MS, _MIDNIGHT_MS + _DAY_MS)]


@pytest.mark.parametrize(
    ("table", "values", "area"),
    [
        ("visit_need", {"request_id": "r", "resident_id": "p", "need": "elderly", "at": AT}, JATI),
        ("resident", resident(), "35.74+.03.1004"),
    ],
)
def test_health_data_lies_on_the_health_side_and_nothing_else_does(
    sqlite_ground: Ground, table: str, values: dict[str, object], area: str
) -> None:
    """Else the ordinary feed of a village would carry it."""
    laptop = sqlite_ground.laptop()
    laptop.pen.insert(table, values, area=area)
    (exception,) = laptop.push().exceptions
    assert (exception.verdict, exception.reason) == (Verdict.REFUSED, "malformed")


def test_who_asks_for_health_data_without_the_grant_gets_none(sqlite_ground: Ground) -> None:
    writer, other = sqlite_ground.laptop(), sqlite_ground.laptop()
    values = {"request_id": new_id(), "resident_id": new_id(), "need": "elderly", "at": AT}
    row = writer.pen.insert("visit_need", values, area="35.74+.03.1004")
    assert writer.push().exceptions == []
    assert other.rows("visit_need", cursors={PROBOLINGGO: 0, "35.74+.03.1004": 0, "35.74+": 0}) == {}
    given = sqlite_ground.laptop(PROBOLINGGO, "35.74+")
    assert set(given.rows("visit_need", cursors={PROBOLINGGO: 0, "35.74+": 0})) == {row}
    assert given.rows("visit_need", cursors={PROBOLINGGO: 0}) == {}


def test_a_residents_village_is_never_moved_to_a_health_side(sqlite_ground: Ground) -> None:
    assert are_villages_here(sqlite_ground.centre, JATI)
    assert not are_villages_here(sqlite_ground.centre, JATI, "35.74+.03.1004")
