"""Row count and hash sum of each area at the centre."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from field_pens import JATI, MAYANGAN, PROBOLINGGO, FieldLaptop, Ground, ground_at, read, resident, trouble

from fieldkit.records.sums import SHAPE, SUMMED, Sum
from fieldkit.records.tables import APP_USER, RESIDENT
from fieldkit.records.wire import AreaSum, Hello, Sums, SumsReply, Trouble, pack
from fieldkit.server.devices.laptops import revoke
from fieldkit.server.feed import sums as sums_module
from fieldkit.server.schema import AREA_SUM


@pytest.fixture
def ground(centre_database: str) -> Iterator[Ground]:
    with ground_at(centre_database) as made:
        yield made


def told(laptop: FieldLaptop, *areas: str) -> dict[str, AreaSum]:
    reply = read(laptop.ask("POST", "/v1/sums", pack(Sums(areas=list(areas or [PROBOLINGGO])))), SumsReply)
    assert reply.unsure == []
    return {each.area: each for each in reply.sums}


def summed(laptop: FieldLaptop, area: str) -> tuple[int, str]:
    """The sum over what a pull brings."""
    made = Sum()
    for table in (APP_USER, RESIDENT):
        for row in laptop.rows(table.name).values():
            if row["area"] == area:
                made.add(table.name, [row[name] for name in (*SUMMED, *table.column_names)])
    return made.count, made.told


def test_the_sums_are_those_of_the_rows_that_a_pull_brings(ground: Ground) -> None:
    laptop = ground.laptop()
    for _ in range(3):
        laptop.pen.insert("resident", resident())
    laptop.pen.insert("resident", resident(village=MAYANGAN), area=MAYANGAN)
    laptop.push()
    sums = told(laptop)
    assert set(sums) == {PROBOLINGGO, JATI, MAYANGAN}
    for area, each in sums.items():
        assert (each.count, each.sum) == summed(laptop, area)
    assert read(laptop.ask("GET", "/v1/hello"), Hello).shape == SHAPE


def test_an_area_is_counted_anew_only_after_a_change(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    laptop, counted = ground.laptop(), []
    count = sums_module._counted

    def watched(connection: sa.Connection, regency: str, changed: dict[str, int]) -> dict[str, AreaSum]:
        counted.append(sorted(changed))
        return count(connection, regency, changed)

    monkeypatch.setattr(sums_module, "_counted", watched)
    laptop.pen.insert("resident", resident(village=MAYANGAN), area=MAYANGAN)
    person = laptop.pen.insert("resident", resident())
    laptop.push()
    before = told(laptop)
    assert told(laptop) == before
    laptop.pen.edit("resident", person, phone="+6281234901117")
    laptop.push()
    after = told(laptop)
    assert counted == [sorted([PROBOLINGGO, JATI, MAYANGAN]), [JATI]]
    assert {area for area in after if after[area] != before[area]} == {JATI}
    assert (after[JATI].count, after[JATI].sum) == summed(laptop, JATI)


def test_a_row_that_moves_changes_the_sums_of_both_areas(ground: Ground) -> None:
    laptop = ground.laptop()
    person = laptop.pen.insert("resident", resident())
    laptop.push()
    before = told(laptop)
    laptop.pen.edit("resident", person, area=MAYANGAN, village=MAYANGAN)
    laptop.push()
    after = told(laptop)
    assert (before[JATI].count, after[JATI].count, after[MAYANGAN].count) == (1, 0, 1)
    assert after[JATI].version == after[MAYANGAN].version > before[JATI].version


def test_sums_of_another_version_of_the_centre_are_counted_anew(ground: Ground) -> None:
    laptop = ground.laptop()
    laptop.pen.insert("resident", resident())
    laptop.push()
    right = told(laptop)
    with ground.centre.engine.begin() as connection:
        connection.execute(AREA_SUM.update().where(AREA_SUM.c.area == "").values(sum="older"))
        connection.execute(AREA_SUM.update().where(AREA_SUM.c.area == JATI).values(sum="ff"))
    assert told(laptop) == right


def test_what_changes_while_it_is_counted_is_not_vouched_for(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    laptop = ground.laptop()
    laptop.pen.insert("resident", resident())
    laptop.pen.insert("resident", resident(village=MAYANGAN), area=MAYANGAN)
    laptop.push()
    with ground.centre.engine.connect() as connection:
        first = sums_module._changed(connection, PROBOLINGGO, 0)
    answers = iter([first, {JATI: 99}])
    monkeypatch.setattr(sums_module, "_changed", lambda *_: next(answers))
    reply = sums_module.area_sums(ground.centre, [PROBOLINGGO], PROBOLINGGO)
    assert reply.unsure == [JATI]
    assert {each.area for each in reply.sums} == {PROBOLINGGO, MAYANGAN}


def test_invariant_10_a_laptop_learns_the_sums_of_its_areas_and_nothing_else(ground: Ground) -> None:
    writer, reader = ground.laptop(), ground.laptop(JATI)
    writer.pen.insert("resident", resident())
    writer.pen.insert("resident", resident(village=MAYANGAN), area=MAYANGAN)
    writer.push()
    assert set(told(reader, JATI, MAYANGAN, PROBOLINGGO, "no area")) == {PROBOLINGGO, JATI}
    revoke(ground.centre, PROBOLINGGO, reader.enrolment.device_id, now_ms=1)
    assert reader.ask("POST", "/v1/sums", pack(Sums(areas=[JATI]))).status_code == 403


def test_a_request_that_names_an_area_again_and_again_is_malformed(sqlite_ground: Ground) -> None:
    reader = sqlite_ground.laptop()
    assert reader.ask("POST", "/v1/sums", pack(Sums(areas=[JATI] * 1_200))).status_code == 200
    assert trouble(reader.ask("POST", "/v1/sums", pack(Sums(areas=[JATI] * 1_201)))) == (
        400,
        Trouble(code="malformed", detail="more areas than a regency has"),
    )
