"""What an older centre parked is decided by the newer one, in order and once."""

from __future__ import annotations

import pytest
from field_pens import AT, NOW_MS, PROBOLINGGO, FieldLaptop, Ground, new_id, read, resident

from fieldkit.records.wire import Hello, Verdict
from fieldkit.server.database import reading
from fieldkit.server.intake.parked import decide_parked
from fieldkit.server.ledger.journal import is_whole
from fieldkit.server.merge.contents import CONTENTS
from fieldkit.server.regencies import feed_heads


def older(patch: pytest.MonkeyPatch, *tables: str) -> None:
    """The centre is of a version that does not know these tables."""
    for table in tables:
        patch.delitem(CONTENTS, table)


def undecided(laptop: FieldLaptop) -> int | None:
    return read(laptop.ask("GET", "/v1/hello"), Hello).held[laptop.pen.origin].undecided


def verdicts(laptop: FieldLaptop) -> list[tuple[int, Verdict, str]]:
    """The answers to everything, asked for once more."""
    reply = laptop.push(laptop.pen.batch(1, len(laptop.pen.journal)))
    return [(each.number, each.verdict, each.reason) for each in reply.exceptions]


def test_parked_changes_are_decided_in_order(ground: Ground) -> None:
    laptop, other = ground.laptop(), ground.laptop()
    with pytest.MonkeyPatch.context() as patch:
        older(patch, "resident")
        person = laptop.pen.insert("resident", resident(phone="1"))
        laptop.pen.edit("resident", person, phone="2")
        laptop.pen.insert("visit_request", {"resident_id": person, "at": AT})
        laptop.pen.edit("resident", person, phone="3")
        laptop.push()
        assert verdicts(laptop) == [(number, Verdict.HELD, "unknown") for number in (1, 2, 4)]
        assert undecided(laptop) == 3

    assert decide_parked(ground.centre, NOW_MS) == 3

    assert (verdicts(laptop), undecided(laptop)) == ([], 0)
    assert other.rows("resident")[person]["phone"] == "3"
    with reading(ground.centre.engine) as connection:
        assert is_whole(connection, (PROBOLINGGO, laptop.pen.origin))


def test_they_are_decided_once(ground: Ground) -> None:
    laptop = ground.laptop()
    with pytest.MonkeyPatch.context() as patch:
        older(patch, "resident")
        laptop.pen.insert("resident", resident())
        laptop.push()
    decide_parked(ground.centre, NOW_MS)
    before = heads(ground)
    assert decide_parked(ground.centre, NOW_MS) == 0
    assert heads(ground) == before


def heads(ground: Ground) -> dict[str, int]:
    with reading(ground.centre.engine) as connection:
        return feed_heads(connection, [PROBOLINGGO])


def test_what_the_newer_centre_can_not_read_either_stays_parked(ground: Ground) -> None:
    laptop = ground.laptop()
    with pytest.MonkeyPatch.context() as patch:
        older(patch, "resident")
        laptop.pen.insert("drone_flight", {"height": 3})
        laptop.pen.insert("resident", resident())
        laptop.pen.insert("resident", {"name": 7})
        laptop.push()
    assert decide_parked(ground.centre, NOW_MS) == 2
    assert verdicts(laptop) == [(1, Verdict.HELD, "unknown"), (3, Verdict.REFUSED, "malformed")]


def test_a_parked_edit_frees_what_waited_and_waits_itself_where_its_row_is_missing(ground: Ground) -> None:
    newer, laptop = ground.laptop(), ground.laptop()
    missing = new_id()
    with pytest.MonkeyPatch.context() as patch:
        older(patch, "resident")
        person = newer.pen.insert("resident", resident())
        newer.pen.edit("resident", missing, phone="5")
        newer.push()
    laptop.pen.edit("resident", person, phone="4")
    assert [each.reason for each in laptop.push().exceptions] == ["row"]

    decide_parked(ground.centre, NOW_MS)

    assert verdicts(laptop) == []
    assert verdicts(newer) == [(2, Verdict.HELD, "row")]
    laptop.pen.insert("resident", resident(), row=missing)
    laptop.push()
    assert verdicts(newer) == []
    rows = ground.laptop().rows("resident")
    assert (rows[person]["phone"], rows[missing]["phone"]) == ("4", "5")


def test_what_the_writer_wrote_later_is_not_undone(ground: Ground) -> None:
    laptop = ground.laptop()
    person = laptop.pen.insert("resident", resident(phone="1"))
    laptop.push()
    with pytest.MonkeyPatch.context() as patch:
        older(patch, "resident")
        laptop.pen.edit("resident", person, phone="2")
        laptop.push()
    laptop.pen.edit("resident", person, phone="3")
    laptop.push()
    decide_parked(ground.centre, NOW_MS)
    assert ground.laptop().rows("resident")[person]["phone"] == "3"
