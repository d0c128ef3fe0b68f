"""A pull: state above the cursors, page by page, of the granted areas and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from field_pens import (
    AT,
    JATI,
    MAYANGAN,
    PROBOLINGGO,
    FieldLaptop,
    Ground,
    as_dicts,
    new_id,
    request_for,
    resident,
    trouble,
)

from fieldkit.records.tables import BY_NAME
from fieldkit.records.wire import Pull, pack
from fieldkit.server.database import writing
from fieldkit.server.devices.enrolment import issue_code
from fieldkit.server.regencies import add_regency
from fieldkit.server.schema import DEVICE_GRANT, REGENCY

BANYUWANGI = "35.10"


def names(laptop: FieldLaptop, **parts: Any) -> list[str]:
    """Of the residents that come."""
    return sorted(row["name"] for row in laptop.rows("resident", **parts).values())


def grant(ground: Ground, laptop: FieldLaptop, area: str, *, from_ms: int = 0, until_ms: int | None = None) -> None:
    """Give a laptop one more area."""
    row = {"regency": PROBOLINGGO, "device_id": laptop.enrolment.device_id, "area": area, "from_ms": from_ms}
    with writing(ground.centre.engine) as connection:
        connection.execute(DEVICE_GRANT.insert(), row | {"until_ms": until_ms})


class TestPages:
    def test_columns_are_told_once_and_rows_come_whole(self, ground: Ground) -> None:
        laptop = ground.laptop()
        person = laptop.pen.insert("resident", resident())
        laptop.push()
        page = next(page for page in laptop.pull().tables if page.table == "resident")
        assert page.columns == ["id", "regency", "area", "version", *BY_NAME["resident"].column_names]
        (row,) = as_dicts(page)
        assert (row["id"], row["regency"], row["area"], row["version"]) == (person, PROBOLINGGO, JATI, 2)
        assert (row["name"], row["phone"]) == ("SRI WAHYUNI", None)

    @pytest.mark.parametrize("limit_bytes", [-5, 0, 1, 700, 2_000, 10_000, 1 << 40])
    def test_whatever_the_limit_every_row_comes_once(self, ground: Ground, limit_bytes: int) -> None:
        laptop = ground.laptop()
        for index in range(12):
            person = laptop.pen.insert("resident", resident(f"PENDUDUK {index:02}"))
            laptop.pen.insert("service_request", request_for(person))
        laptop.push()
        seen: list[tuple[str, str]] = []
        cursor = 0
        for reply in ground.laptop().pages(limit_bytes=limit_bytes):
            assert reply.heads == {PROBOLINGGO: 25}
            assert cursor < reply.cursors[PROBOLINGGO] <= 25
            cursor = reply.cursors[PROBOLINGGO]
            seen += [(page.table, row[0]) for page in reply.tables for row in page.rows]
        assert cursor == 25
        assert len(seen) == len(set(seen)) == 25

    def test_pages_keep_within_the_limit_unless_one_row_is_larger(self, ground: Ground) -> None:
        laptop = ground.laptop()
        for _ in range(20):
            laptop.pen.insert("resident", resident())
        laptop.pen.insert("resident", resident(remarks="x" * 5_000))
        laptop.push()
        sizes = [sum(len(page.rows) for page in reply.tables) for reply in laptop.pages(limit_bytes=1_000)]
        assert max(sizes) <= 5
        assert sum(sizes) == 22

    def test_the_next_pull_brings_only_what_changed(self, ground: Ground) -> None:
        laptop, other = ground.laptop(), ground.laptop()
        first = laptop.pen.insert("resident", resident("SATU"))
        laptop.pen.insert("resident", resident("DUA"))
        laptop.push()
        before = other.pull()
        laptop.pen.edit("resident", first, phone="1")
        laptop.push()
        assert names(other, cursors=before.cursors) == ["SATU"]
        after = other.pull(before.cursors)
        assert other.pull(after.cursors).tables == []
        assert after.done

    def test_a_row_that_changes_between_pages_comes_with_the_next_pull(self, ground: Ground) -> None:
        laptop, other = ground.laptop(), ground.laptop()
        people = [laptop.pen.insert("resident", resident(f"PENDUDUK {index}")) for index in range(6)]
        laptop.push()
        page = other.pull(limit_bytes=1)
        laptop.pen.edit("resident", people[-1], phone="1")
        laptop.push()
        came: list[str] = []
        while not page.done:
            page = other.pull(page.cursors, heads=page.heads, limit_bytes=1)
            came += [row[0] for each in page.tables if each.table == "resident" for row in each.rows]
        assert came == people[:-1]
        assert list(other.rows("resident", cursors=page.cursors)) == [people[-1]]


class TestOwnRows:
    def test_what_the_laptop_itself_added_is_left_out(self, ground: Ground) -> None:
        laptop, other = ground.laptop(), ground.laptop()
        laptop.pen.insert("resident", resident("SATU"))
        laptop.push()
        assert names(laptop, origin=laptop.pen.origin) == []
        assert names(laptop) == names(other, origin=other.pen.origin) == ["SATU"]

    def test_what_was_edited_comes_to_everybody(self, ground: Ground) -> None:
        laptop = ground.laptop()
        person = laptop.pen.insert("resident", resident("SATU"))
        laptop.pen.edit("resident", person, phone="1")
        laptop.push()
        assert names(laptop, origin=laptop.pen.origin) == ["SATU"]

    def test_what_another_changed_comes(self, ground: Ground) -> None:
        laptop, other = ground.laptop(), ground.laptop()
        person = laptop.pen.insert("resident", resident("SATU"))
        laptop.push()
        other.pen.edit("resident", person, seen=2, phone="1")
        other.push()
        assert names(laptop, origin=laptop.pen.origin) == ["SATU"]

    def test_a_row_that_the_centre_merged_comes(self, ground: Ground) -> None:
        laptop, other = ground.laptop(), ground.laptop()
        person = other.pen.insert("resident", resident(phone="1", nik="1"))
        other.push()
        laptop.pen.edit("resident", person, seen=2, nik="2")
        laptop.push()
        cursors = laptop.pull().cursors
        other.pen.edit("resident", person, seen=2, nik="3")
        assert other.push().exceptions
        for each in (laptop, other):
            assert list(each.rows("resident", cursors=cursors, origin=each.pen.origin)) == [person]

    def test_an_own_row_of_which_a_part_was_denied_comes(self, ground: Ground) -> None:
        laptop = ground.laptop(user="nobody")
        person = laptop.pen.insert("resident", resident(list_id="list-1"))
        laptop.push()
        assert laptop.rows("resident", origin=laptop.pen.origin)[person]["list_id"] is None


class TestScope:
    @pytest.fixture
    def spread(self, ground: Ground) -> Ground:
        office = ground.laptop()
        for area in ("35.74.03", JATI, MAYANGAN, "35.74.01", "35.74.01.1001"):
            office.pen.insert("resident", resident(f"DI {area}"), area=area)
        office.push()
        return ground

    @pytest.mark.parametrize(
        ("granted", "seen"),
        [
            ([JATI], [JATI]),
            (["35.74.03"], ["35.74.03", MAYANGAN, JATI]),
            (["35.74.01", JATI], ["35.74.01", "35.74.01.1001", JATI]),
            (["35.74.01.1001", "35.74.01"], ["35.74.01", "35.74.01.1001"]),
        ],
    )
    def test_a_grant_covers_the_area_and_all_beneath(self, spread: Ground, granted: list[str], seen: list[str]) -> None:
        laptop = spread.laptop(*granted)
        cursors = dict.fromkeys(laptop.enrolment.areas, 0)
        assert names(laptop, cursors=cursors) == [f"DI {area}" for area in seen]

    def test_what_stands_at_the_regency_itself_comes_to_every_laptop_in_it(self, spread: Ground) -> None:
        laptop = spread.laptop(JATI)
        assert list(laptop.rows("app_user", cursors={JATI: 0})) == [spread.lead]

    @pytest.mark.parametrize(
        "asked", [PROBOLINGGO, MAYANGAN, "35.74.03", "35", "", "%", "35.74.0_", "35.74.03.100", "35.10", "x' OR '1'='1"]
    )
    def test_what_was_not_granted_is_not_given(self, spread: Ground, asked: str) -> None:
        laptop = spread.laptop(JATI)
        reply = laptop.pull({asked: 0})
        assert (reply.tables, reply.removals, reply.cursors, reply.done) == ([], [], {}, True)

    def test_a_village_of_a_granted_district_can_be_loaded_alone(self, spread: Ground) -> None:
        assert names(spread.laptop("35.74.03"), cursors={JATI: 0}) == [f"DI {JATI}"]

    def test_each_area_has_its_own_cursor(self, spread: Ground) -> None:
        laptop = spread.laptop(JATI, MAYANGAN)
        assert names(laptop, cursors={JATI: 6, MAYANGAN: 0}) == [f"DI {MAYANGAN}"]

    def test_a_grant_begins_and_ends(self, spread: Ground) -> None:
        laptop, now = spread.laptop(JATI), spread.clock()
        grant(spread, laptop, MAYANGAN, from_ms=now + 10, until_ms=now + 20)
        seen = []
        for spread.clock.now_ms in (now, now + 10, now + 19, now + 20):
            seen.append(names(laptop, cursors={MAYANGAN: 0}))
        assert seen == [[], [f"DI {MAYANGAN}"], [f"DI {MAYANGAN}"], []]

    def test_areas_of_two_regencies_come_together_each_with_its_head(self, spread: Ground) -> None:
        add_regency(spread.centre, BANYUWANGI, "Kabupaten Banyuwangi")
        visitor = spread.laptop(JATI)
        grant(spread, visitor, BANYUWANGI)
        visitor.pen.insert("resident", resident("DI BANYUWANGI"), area="35.10.01.2001")
        visitor.push()
        cursors = {JATI: 0, BANYUWANGI: 0}
        for limit_bytes in (1, 1 << 20):
            assert names(visitor, cursors=cursors, limit_bytes=limit_bytes) == ["DI 35.74.03.1004", "DI BANYUWANGI"]
        assert visitor.pull(cursors).heads == {JATI: 6, BANYUWANGI: 1}

    @pytest.mark.parametrize("areas", [[], ["35"], ["35.7"], [""], ["35.74", "x"]])
    def test_no_code_is_issued_for_what_is_no_area(self, ground: Ground, areas: list[str]) -> None:
        with pytest.raises(ValueError, match="not codes of areas"):
            issue_code(ground.centre, PROBOLINGGO, areas, now_ms=ground.clock())


class TestEpochs:
    def test_cursors_of_another_epoch_are_not_continued(self, ground: Ground) -> None:
        laptop = ground.laptop()
        asked = Pull(epoch=2, cursors={PROBOLINGGO: 0})
        status, told = trouble(laptop.ask("POST", "/v1/pull", pack(asked)))
        assert (status, told.code) == (409, "epoch")

    def test_a_cursor_ahead_of_the_centre_shows_that_it_was_restored(self, ground: Ground) -> None:
        laptop = ground.laptop()
        asked = Pull(epoch=1, cursors={PROBOLINGGO: 1_000})
        status, told = trouble(laptop.ask("POST", "/v1/pull", pack(asked)))
        assert (status, told.code) == (409, "epoch")

    def test_a_regency_that_joins_later_shares_the_epoch(self, ground: Ground) -> None:
        with writing(ground.centre.engine) as connection:
            connection.execute(REGENCY.update().values(epoch=4))
        add_regency(ground.centre, BANYUWANGI, "Kabupaten Banyuwangi")
        laptop = ground.laptop(regency=BANYUWANGI)
        asked = Pull(epoch=4, cursors={BANYUWANGI: 0})
        assert laptop.ask("POST", "/v1/pull", pack(asked)).status_code == 200


def test_facts_of_every_kind_come_out_as_they_went_in(ground: Ground) -> None:
    laptop, values = ground.laptop(), {"shift_id": "s1", "kind": "power", "began_at": AT, "ended_at": AT, "at": AT}
    incident = laptop.pen.insert(
        "incident", values | {"effect": "tab\there \\ line\nend, 'quoted', \"double\", é, \\N"}
    )
    laptop.pen.insert("service_request", request_for(new_id(), sms_consent=True, on_list=False))
    laptop.push()
    other = ground.laptop()
    assert other.rows("incident")[incident]["effect"] == "tab\there \\ line\nend, 'quoted', \"double\", é, \\N"
    (request,) = other.rows("service_request").values()
    assert (request["sms_consent"], request["on_list"], request["out_of_hours"]) == (1, 0, 0)
    assert not isinstance(request["sms_consent"], bool)


def test_invariant_7_areas_that_all_stand_elsewhere_skip_no_row(ground: Ground) -> None:
    villages = [f"35.74.{district:02}.{village:04}" for district in range(4, 22) for village in range(2001, 2067)]
    laptop = ground.laptop(*villages)
    rows = [laptop.pen.insert("resident", resident(village=each), area=each) for each in villages]
    laptop.push()
    head = laptop.pull(dict.fromkeys(villages, 0)).heads[villages[0]]
    cursors = dict(zip(villages, range(head - len(villages), head), strict=True))
    assert set(laptop.rows("resident", cursors=cursors)) == set(rows)
    assert laptop.pull(cursors).cursors == dict.fromkeys(villages, head)
