"""Cases that a push opened travel to whoever has their area, and are settled there (design.md, section 3)."""

from __future__ import annotations

from typing import Any

from field_pens import AT, JATI, MAYANGAN, NOW_MS, PROBOLINGGO, FieldLaptop, Ground, resident

from fieldkit.records.clash import decoded_details
from fieldkit.server.cases import FORK, WEIGHTY, CaseBook, open_cases
from fieldkit.server.database import writing
from fieldkit.server.office.watch import Watch
from fieldkit.server.office.writing import add_user


def filed(laptop: FieldLaptop, **parts: Any) -> list[dict[str, Any]]:
    return list(laptop.rows("case_file", **parts).values())


def contested(ground: Ground, second: str = "") -> tuple[FieldLaptop, FieldLaptop, str]:
    """Two laptops that corrected one name differently."""
    one, two = ground.laptop(), ground.laptop(user=second)
    person = one.pen.insert("resident", resident("SRI WAHYUNI"))
    one.push()
    (version,) = (row["version"] for row in two.rows("resident").values())
    one.pen.edit("resident", person, seen=version, name="SRI WAHJUNI")
    two.pen.edit("resident", person, seen=version, name="SRI WAHYUNIK")
    one.push()
    assert [each.reason for each in two.push().exceptions] == ["weighty"]
    return one, two, person


def test_a_contested_name_is_a_case_on_every_laptop_of_the_area(ground: Ground) -> None:
    one, two, person = contested(ground)
    (case,) = open_cases(ground.centre, PROBOLINGGO)
    for laptop in (one, two, ground.laptop(JATI)):
        (row,) = filed(laptop, cursors=dict.fromkeys(laptop.enrolment.areas, 0))
        assert (row["id"], row["kind"], row["subject"], row["area"]) == (case.id, "weighty", person, JATI)
        assert row["state"] == "open"
    assert filed(ground.laptop(MAYANGAN), cursors={MAYANGAN: 0}) == []


def test_the_case_tells_both_values_with_who_said_them_on_which_laptop_and_when(ground: Ground) -> None:
    agus, _ = add_user(ground.centre, PROBOLINGGO, name="Agus Prasetyo", role="operator", now_ms=NOW_MS)
    one, two, _ = contested(ground, agus)
    (row,) = filed(ground.laptop(JATI), cursors={JATI: 0})
    (clash,) = decoded_details(row["details"]).clashes
    assert clash.field == "name"
    assert (clash.current.value, clash.proposed.value) == ("SRI WAHJUNI", "SRI WAHYUNIK")
    assert (clash.current.origin, clash.proposed.origin) == (one.pen.origin, two.pen.origin)
    assert (clash.current.user, clash.proposed.user) == (ground.lead, agus)
    assert min(clash.current.at, clash.proposed.at).startswith("2")
    assert "WAHJUNI" not in repr(clash)


def test_a_case_of_an_older_centre_that_did_not_keep_who_said_what_is_filed_without_it(ground: Ground) -> None:
    one, _, person = contested(ground)
    book = CaseBook(NOW_MS)
    details = {"user": "", "fields": {"nik": {"current": None, "proposed": "3574035705909902"}}}
    book.open(PROBOLINGGO, WEIGHTY, ("resident", person), (one.pen.origin, 1), details)
    with writing(ground.centre.engine) as connection:
        book.write(connection, ground.centre.bulk)
    Watch(ground.centre).look(NOW_MS)
    told = [decoded_details(row["details"]).clashes for row in filed(one)]
    assert ["nik"] in [[clash.field for clash in clashes] for clashes in told]


def test_it_is_settled_from_a_laptop_that_did_not_open_it(ground: Ground) -> None:
    one, two, _ = contested(ground)
    (case,) = open_cases(ground.centre, PROBOLINGGO)
    values = {"case_id": case.id, "decision": "mistake", "note": "KK", "settled_by": ground.lead, "at": AT}
    one.pen.insert("case_settlement", values)
    one.push()
    assert [(row["state"], row["decision"]) for row in filed(two)] == [("settled", "mistake")]
    assert open_cases(ground.centre, PROBOLINGGO) == []


def test_a_decision_that_somebody_writes_in_the_name_of_another_decides_nothing(ground: Ground) -> None:
    agus, _ = add_user(ground.centre, PROBOLINGGO, name="Agus Prasetyo", role="operator", now_ms=NOW_MS)
    one, two, _ = contested(ground, agus)
    (case,) = open_cases(ground.centre, PROBOLINGGO)
    two.pen.insert("case_settlement", settlement(case.id, ground.lead))
    assert [each.reason for each in two.push().exceptions] == ["office"]
    assert [row["state"] for row in filed(one) if row["id"] == case.id] == ["open"]
    assert [row["settled_by"] for row in two.rows("case_settlement", origin=two.pen.origin).values()] == [None]


def test_a_decision_from_a_laptop_without_the_area_decides_nothing(ground: Ground) -> None:
    one, _, _ = contested(ground)
    (case,) = open_cases(ground.centre, PROBOLINGGO)
    stranger = ground.laptop(MAYANGAN)
    stranger.pen.insert("case_settlement", settlement(case.id, ground.lead))
    assert [each.reason for each in stranger.push().exceptions] == ["scope"]
    assert [row["state"] for row in filed(one) if row["id"] == case.id] == ["open"]


def settlement(case: str, by: str) -> dict[str, Any]:
    return {"case_id": case, "decision": "mistake", "note": "KK", "settled_by": by, "at": AT}


def test_work_outside_its_area_is_told_to_those_who_have_that_area(ground: Ground) -> None:
    stranger, local = ground.laptop(MAYANGAN), ground.laptop(JATI)
    stranger.pen.insert("resident", resident())
    assert [each.reason for each in stranger.push().exceptions] == ["scope"]
    assert [row["kind"] for row in filed(local, cursors={JATI: 0})] == ["scope"]
    assert filed(stranger, cursors={MAYANGAN: 0}) == []


def test_a_case_that_took_no_feed_number_is_filed_all_the_same_and_only_once(ground: Ground) -> None:
    laptop, watch = ground.laptop(), Watch(ground.centre)
    book = CaseBook(NOW_MS)
    book.open(PROBOLINGGO, FORK, ("", ""), (laptop.pen.origin, 3), {"device": "d"})
    with writing(ground.centre.engine) as connection:
        book.write(connection, ground.centre.bulk)
    for _ in range(3):
        watch.look(NOW_MS)
    assert [(row["kind"], row["subject"]) for row in filed(laptop)] == [("fork", laptop.pen.origin)]


def test_a_settlement_of_a_clock_far_ahead_does_not_show_for_ever(ground: Ground) -> None:
    one, two, _ = contested(ground)
    (case,) = open_cases(ground.centre, PROBOLINGGO)
    said = {"case_id": case.id, "note": "KK", "settled_by": ground.lead}
    one.pen.insert("case_settlement", {**said, "decision": "right", "at": "2031-01-01T00:00:00.000Z"})
    assert one.push().exceptions == []
    ground.clock.now_ms += 60 * 60 * 1000
    two.pen.insert("case_settlement", {**said, "decision": "mistake", "at": "2019-02-23T03:04:00.000Z"})
    two.push()
    assert [row["decision"] for row in filed(two)] == ["mistake"]
    # The sender is told the row as the centre has it (invariant 5).
    told = {row["at"] for row in one.rows("case_settlement", origin=one.pen.origin).values()}
    assert told == {"2019-02-23T02:10:00.000Z", "2019-02-23T03:04:00.000Z"}
