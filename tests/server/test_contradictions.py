"""Facts that contradict each other are all stored, and a case stands beside them (design.md, section 3)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
import pytest
from field_pens import AT, JATI, MAYANGAN, PROBOLINGGO, FieldLaptop, Ground, new_id, request_for, resident
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldkit.domain.contradiction import CaseKind
from fieldkit.domain.orders.order import USER_ROLES
from fieldkit.domain.roles import LEADS
from fieldkit.server.office.watch import Watch
from fieldkit.server.office.writing import add_user
from fieldkit.server.trouble import busy

NIK = "3574035705909901"


def cases(laptop: FieldLaptop, state: str = "open") -> list[tuple[str, str]]:
    """Kind and subject of the contradictions that a laptop is told of."""
    found = (case for case in laptop.rows("case_file").values() if case["kind"] in set(CaseKind))
    return sorted((case["kind"], case["subject"]) for case in found if case["state"] == state)


def handover(request: str) -> dict[str, Any]:
    return {"request_id": request, "received_by": "SITI", "identity_shown": "KK", "at": AT}


def movement(quantity: int, source: str, target: str) -> dict[str, Any]:
    return {
        "product": "blank", "kind": "issue", "from_holder": source, "to_holder": target, "quantity": quantity, "at": AT,
    }  # fmt: skip


def closing(shift: str, **more: Any) -> dict[str, Any]:
    values = {"shift_id": shift, "kind": "table", "number": 1, "document": "{}", "signer_id": "u", "key_id": "k"}
    return {**values, "signature": "00", "at": AT, **more}


def step(request: str, name: str = "recorded", **more: Any) -> dict[str, Any]:
    return {"request_id": request, "step": name, "at": AT, **more}


def recorded(laptop: FieldLaptop, person: str, **more: Any) -> str:
    request = laptop.pen.insert("service_request", request_for(person, **more))
    laptop.pen.insert("request_step", step(request))
    return request


def settlement(case: str, user: str, decision: str = "kept", at: str = AT) -> dict[str, Any]:
    return {"case_id": case, "decision": decision, "settled_by": user, "at": at}


def test_a_card_handed_over_twice(ground: Ground) -> None:
    one, two = ground.laptop(), ground.laptop()
    one.pen.insert("card_handover", handover("q1"))
    two.pen.insert("card_handover", handover("q1"))
    assert one.push().exceptions == two.push().exceptions == []
    assert len(one.rows("card_handover")) == 2
    assert cases(one) == cases(two) == [("handed_over_twice", "q1")]


def test_a_card_that_came_back_from_the_wrong_person_goes_out_again_without_a_case(ground: Ground) -> None:
    one, two = ground.laptop(), ground.laptop()
    one.pen.insert("card_handover", handover("q1"))
    two.pen.insert("card_handover", handover("q1"))
    one.push()
    two.push()
    assert cases(one) == [("handed_over_twice", "q1")]
    back = {"request_id": "q1", "state": "returned_wrong_person", "place": "Meja P1", "at": AT}
    two.pen.insert("card_place", back)
    two.push()
    assert cases(one) == []


def test_a_card_printed_on_two_tables_until_one_print_was_spoiled(ground: Ground) -> None:
    one, two = ground.laptop(), ground.laptop()
    printed = {"request_id": "q1", "movement_id": "m1", "at": AT}
    one.pen.insert("card_print", printed)
    second = two.pen.insert("card_print", printed)
    assert one.push().exceptions == two.push().exceptions == []
    assert cases(one) == cases(two) == [("printed_twice", "q1")]
    two.pen.insert("card_check", {"request_id": "q1", "print_id": second, "result": "not_printed", "at": AT})
    two.push()
    assert cases(one) == []
    assert cases(one, "withdrawn") == [("printed_twice", "q1")]


def test_a_holder_below_zero_until_what_it_got_is_known(ground: Ground) -> None:
    one, two = ground.laptop(), ground.laptop()
    one.pen.insert("stock_movement", movement(3, "table:3574-P1", "used"))
    one.push()
    assert cases(two) == [("negative_holder", "table:3574-P1 blank")]
    two.pen.insert("stock_movement", movement(46, "office", "table:3574-P1"))
    two.push()
    assert cases(two) == []
    assert cases(two, "withdrawn") == [("negative_holder", "table:3574-P1 blank")]


def test_a_movement_that_two_laptops_took_back(ground: Ground) -> None:
    one, two = ground.laptop(), ground.laptop()
    given = one.pen.insert("stock_movement", movement(5, "office", "store:35.74.03"))
    back = {**movement(5, "store:35.74.03", "office"), "corrects_id": given}
    one.pen.insert("stock_movement", back)
    one.push()
    assert cases(one) == []
    two.pen.insert("stock_movement", back)
    two.push()
    assert ("taken_back_twice", given) in cases(one)


def test_a_part_of_a_lot_that_two_laptops_took_in(ground: Ground) -> None:
    one, two = ground.laptop(), ground.laptop()
    lot = one.pen.insert("stock_lot", {"product": "blank", "supplier": "Ditjen Dukcapil", "quantity": 500, "at": AT})
    receipt = {**movement(300, "supplier", "office"), "kind": "receive", "lot_id": lot}
    first = one.pen.insert("stock_movement", receipt)
    one.push()
    two.pen.insert("stock_movement", receipt)
    two.push()
    assert cases(one) == cases(two) == [("received_twice", lot)]
    one.pen.insert(
        "stock_movement", {**receipt, "from_holder": "office", "to_holder": "supplier", "corrects_id": first}
    )
    one.push()
    assert cases(one) == []
    assert cases(one, "withdrawn") == [("received_twice", lot)]


def test_a_print_that_two_laptops_ended_is_one_case(ground: Ground) -> None:
    one, two = ground.laptop(), ground.laptop()
    used = {**movement(1, "table:3574-P1", "used"), "kind": "print_use", "request_id": "q1"}
    moved = one.pen.insert("stock_movement", used)
    made = one.pen.insert("card_print", {"request_id": "q1", "movement_id": moved, "at": AT})
    for laptop in (one, two):
        back = {**used, "from_holder": "used", "to_holder": "table:3574-P1", "corrects_id": moved}
        laptop.pen.insert("stock_movement", back)
        check = {"request_id": "q1", "print_id": made, "result": "wrong_data", "at": AT}
        laptop.pen.insert("card_check", check)
        laptop.push()
    assert [case for case in cases(one) if case[0] != "negative_holder"] == [("print_ended_twice", "q1")]


def test_a_card_handed_over_here_and_spoiled_there_until_it_came_back(ground: Ground) -> None:
    one, two = ground.laptop(), ground.laptop()
    made = one.pen.insert("card_print", {"request_id": "q1", "movement_id": "m1", "at": AT})
    one.pen.insert("card_handover", handover("q1"))
    one.push()
    assert cases(one) == []
    two.pen.insert("card_check", {"request_id": "q1", "print_id": made, "result": "wrong_data", "at": AT})
    two.push()
    assert cases(one) == [("handed_over_ended", "q1")]
    one.pen.insert("card_place", {"request_id": "q1", "state": "returned_wrong_person", "place": "P1", "at": AT})
    one.push()
    assert cases(one) == []


def test_a_handover_that_was_written_by_mistake_is_none(ground: Ground) -> None:
    one, two = ground.laptop(), ground.laptop()
    mistaken = one.pen.insert("card_handover", handover("q1"))
    two.pen.insert("card_handover", handover("q1"))
    one.push()
    two.push()
    assert cases(one) == [("handed_over_twice", "q1")]
    one.pen.insert("card_place", {"request_id": "q1", "state": "undone", "place": mistaken, "at": AT})
    one.push()
    assert cases(one) == []


def counted(expected: int, found: int, at: str) -> dict[str, Any]:
    told = {"holder": "store:35.74.03", "product": "blank", "counted_by": "Dian", "at": at}
    return {**told, "expected": expected, "counted": found}


def test_one_store_counted_on_two_laptops_that_did_not_know_of_one_another(ground: Ground) -> None:
    one, two = ground.laptop(), ground.laptop()
    one.pen.insert("stock_movement", {**movement(100, "office", "store:35.74.03"), "at": "2019-02-23T01:00:00Z"})
    one.push()
    for laptop, at in ((one, "2019-02-23T03:00:00Z"), (two, "2019-02-23T04:00:00Z")):
        adjusted = {**movement(3, "store:35.74.03", "unexplained"), "kind": "count_adjust", "at": at}
        laptop.pen.insert("stock_movement", adjusted)
        laptop.pen.insert("stock_count", counted(100, 97, at))
    two.push()
    assert cases(two) == []
    one.push()
    assert cases(two) == [("counted_apart", "store:35.74.03 blank")]
    at = "2019-02-23T05:00:00Z"
    two.pen.insert("stock_movement", {**movement(3, "unexplained", "store:35.74.03"), "kind": "count_adjust", "at": at})
    two.pen.insert("stock_count", counted(94, 97, at))
    two.push()
    assert cases(two) == []


def test_two_closings_of_one_shift_unless_one_supersedes_the_other(ground: Ground) -> None:
    one, two = ground.laptop(), ground.laptop()
    first = one.pen.insert("closing", closing("s1"))
    two.pen.insert("closing", closing("s2"))
    one.push()
    two.push()
    assert cases(two) == []
    one.pen.insert("closing", closing("s1", number=2, supersedes_id=first))
    one.push()
    assert cases(two) == []
    two.pen.insert("closing", closing("s1", number=2, supersedes_id=first))
    two.push()
    assert cases(two) == [("two_closings", "s1")]


OPENED: dict[str, Any] = {
    "day": "2019-02-23", "name": "Shift pagi", "site_name": "Balai Jati", "village": JATI, "planned_start": "08:00",
    "planned_end": "12:00", "time_zone": "Asia/Jakarta", "lead_id": "u", "at": AT,
}  # fmt: skip
MONDAY = "2019-02-25T02:05:00Z"


def reopened(shift: str, signer: str, at: str = MONDAY, **more: Any) -> dict[str, Any]:
    return closing(shift, kind="reopening", signer_id=signer, at=at, **more)


def planner(ground: Ground) -> str:
    return add_user(ground.centre, PROBOLINGGO, name="Siti Aminah", role="planner", now_ms=ground.clock())[0]


@pytest.mark.parametrize("comes_late", ["shift_opening", "closing", "reopening"])
def test_a_lead_who_opens_a_shift_again_on_another_day_whatever_arrives_last(ground: Ground, comes_late: str) -> None:
    laptop, other = ground.laptop(), ground.laptop()
    shift = new_id()
    facts = {
        "shift_opening": lambda pen: pen.insert("shift_opening", OPENED, row=shift),
        "closing": lambda pen: pen.insert("closing", closing(shift)),
        "reopening": lambda pen: pen.insert("closing", reopened(shift, ground.lead)),
    }
    for name in sorted(facts, key=lambda name: name == comes_late):
        assert cases(laptop) == []
        writer = other if name == comes_late else laptop
        facts[name](writer.pen)
        writer.push()
    assert cases(laptop) == [("reopened_late", shift)]


@pytest.mark.parametrize("at", [AT, MONDAY])
def test_a_shift_is_opened_again_by_its_lead_that_day_and_the_day_it_was_signed(ground: Ground, at: str) -> None:
    laptop = ground.laptop()
    shift = laptop.pen.insert("shift_opening", OPENED)
    laptop.pen.insert("closing", closing(shift, at=at))
    laptop.pen.insert("closing", reopened(shift, ground.lead, at=at))
    laptop.push()
    assert cases(laptop) == []


def test_a_shift_is_opened_again_later_by_who_plans_and_by_nobody_once_it_was_reported(ground: Ground) -> None:
    laptop = ground.laptop(user=planner(ground))
    shift = laptop.pen.insert("shift_opening", OPENED)
    laptop.pen.insert("closing", closing(shift))
    laptop.pen.insert("closing", reopened(shift, laptop.pen.user))
    laptop.push()
    assert cases(laptop) == []
    laptop.pen.insert("closing", closing(shift, kind="reported", signer_id=laptop.pen.user, at=MONDAY))
    laptop.push()
    assert cases(laptop) == [("reopened_late", shift)]


@pytest.mark.parametrize(("role", "left"), [("lead", 1), ("planner", 0)])
def test_what_a_lead_may_not_no_lead_settles(ground: Ground, role: str, left: int) -> None:
    user = ground.lead if role == "lead" else planner(ground)
    laptop = ground.laptop(user=user)
    shift = laptop.pen.insert("shift_opening", OPENED)
    laptop.pen.insert("closing", closing(shift))
    laptop.pen.insert("closing", reopened(shift, ground.lead))
    laptop.push()
    (case,) = (id_ for id_, row in laptop.rows("case_file").items() if row["kind"] == CaseKind.REOPENED_LATE)
    laptop.pen.insert("case_settlement", settlement(case, user))
    laptop.push()
    assert len(cases(laptop)) == left


def team_closing(shift: str, *tables: str, **more: Any) -> dict[str, Any]:
    document = msgspec.json.encode({"tables": [{"id": f"c-{each}", "shift_id": each} for each in tables]}).decode()
    return closing(shift, kind="team", document=document, **more)


def test_two_leads_who_sign_for_the_same_tables_until_one_supersedes_the_other(ground: Ground) -> None:
    one, two = ground.laptop(), ground.laptop()
    first = one.pen.insert("closing", team_closing("s1", "s1", "s2"))
    one.pen.insert("closing", team_closing("s9", "s9"))
    one.push()
    assert cases(two) == []
    second = two.pen.insert("closing", team_closing("s2", "s1", "s2"))
    two.push()
    assert cases(one) == cases(two) == [("team_closed_twice", "s1")]
    third = one.pen.insert("closing", team_closing("s1", "s1", number=2, supersedes_id=first))
    one.push()
    assert cases(two) == [("team_closed_twice", "s1")]
    assert cases(two, "withdrawn") == [("team_closed_twice", "s1")]
    assert len(one.rows("closing")) == 4
    one.pen.insert("closing", team_closing("s1", "s1", "s2", number=3, supersedes_id=second))
    one.pen.insert("closing", team_closing("s1", "s1", "s2", number=3, supersedes_id=third))
    one.push()
    assert cases(two) == [("team_closed_twice", "s1")]


def in_batch(request: str, batch: str, at: str, state: str = "sent_to_district", **more: Any) -> dict[str, Any]:
    place = "Kec. Mayangan" if state == "sent_to_district" else "Kantor"
    return {"request_id": request, "state": state, "place": place, "record_id": batch, "at": at, **more}


def handover_record(answers: str, kind: str = "distribution") -> dict[str, Any]:
    signed = {"signer_id": "u", "key_id": "k", "signature": "00", "at": AT}
    return {"kind": kind, "number": new_id(), "document": "{}", "answers_id": answers, **signed}


def test_a_card_on_two_papers_to_the_district_is_one_case_for_both_papers(ground: Ground) -> None:
    one, two = ground.laptop(), ground.laptop()
    requests = [new_id() for _ in range(3)]
    batches = sorted((new_id(), new_id()))
    for laptop, batch, hour in ((one, batches[0], 3), (two, batches[1], 4)):
        laptop.pen.insert("handover_record", handover_record(batch))
        for request in requests[:2]:
            laptop.pen.insert("card_place", in_batch(request, batch, f"2019-02-23T0{hour}:00:00Z"))
        assert [each.reason for each in laptop.push().exceptions] == ["user"], "of the paper, by nobody who is known"
    assert cases(one) == cases(two) == [("sent_twice", batches[0])]
    # A third card of one of them changes nothing about the other two.
    one.pen.insert("card_place", in_batch(requests[2], batches[0], "2019-02-23T05:00:00Z"))
    one.push()
    assert cases(one) == [("sent_twice", batches[0])]


def test_a_card_that_came_back_to_the_shelf_goes_with_the_next_batch_without_a_case(ground: Ground) -> None:
    one = ground.laptop()
    request, first, second = new_id(), new_id(), new_id()
    for batch in (first, second):
        one.pen.insert("handover_record", handover_record(batch))
    one.pen.insert("card_place", in_batch(request, first, "2019-02-23T03:00:00Z"))
    one.pen.insert("card_place", in_batch(request, second, "2019-02-23T05:00:00Z"))
    one.push()
    assert cases(one) == [("sent_twice", min(first, second))]
    # That it lay ready between was told late.
    one.pen.insert("card_place", in_batch(request, first, "2019-02-23T04:00:00Z", "ready"))
    one.push()
    assert cases(one) == []


def test_two_signatures_for_one_batch_and_two_receipts_of_one_record(ground: Ground) -> None:
    one, two = ground.laptop(), ground.laptop()
    batch = new_id()
    record = one.pen.insert("handover_record", handover_record(batch))
    one.pen.insert("handover_record", handover_record(record, "distribution_receipt"))
    one.push()
    assert cases(one) == []
    two.pen.insert("handover_record", handover_record(batch))
    two.pen.insert("handover_record", handover_record(record, "distribution_receipt"))
    two.push()
    assert cases(two) == sorted([("batch_signed_twice", batch), ("batch_signed_twice", record)])


def test_a_team_that_another_lead_closed_once_more_in_place_of_the_first_is_no_case_any_more(ground: Ground) -> None:
    one, two = ground.laptop(), ground.laptop()
    first = one.pen.insert("closing", team_closing("s1", "s1", "s2"))
    one.push()
    two.pen.insert("closing", team_closing("s2", "s1", "s2", supersedes_id=first))
    two.push()
    assert cases(one) == []


def test_a_reopening_and_what_is_added_to_a_closing_contradict_nothing(ground: Ground) -> None:
    laptop = ground.laptop()
    laptop.pen.insert("closing", closing("s1"))
    laptop.pen.insert("closing", closing("s1", number=2, kind="reported"))
    for kind in ("reopening", "reopening", "correction", "correction"):
        laptop.pen.insert("closing", closing("s1", kind=kind))
    laptop.push()
    assert cases(laptop) == []


def test_two_recordings_of_one_person_until_one_is_taken_back(ground: Ground) -> None:
    one, two = ground.laptop(), ground.laptop()
    person = one.pen.insert("resident", resident())
    recorded(one, person)
    one.push()
    request = two.pen.insert("service_request", request_for(person))
    slip = two.pen.insert("request_step", step(request))
    two.push()
    assert cases(one) == [("recorded_twice", person)]
    two.pen.insert("request_step", step(request, "back_in_queue", corrects_id=slip))
    two.push()
    assert cases(one) == []


def test_a_second_recording_that_was_wanted_is_no_case(ground: Ground) -> None:
    laptop = ground.laptop()
    person = laptop.pen.insert("resident", resident())
    recorded(laptop, person)
    recorded(laptop, person, reason="re_recording")
    laptop.push()
    assert cases(laptop) == []


class TestSamePerson:
    def test_two_rows_of_one_nik_birth_date_and_sound_are_linked(self, ground: Ground) -> None:
        one, two = ground.laptop(), ground.laptop()
        first = one.pen.insert("resident", resident("SRI WAHYUNI", nik=NIK))
        second = two.pen.insert("resident", resident("SRI WAHJUNI", nik=NIK))
        for laptop in (one, two):
            recorded(laptop, first if laptop is one else second)
            laptop.push()
        (link,) = one.rows("same_person_link").values()
        assert {link["resident_id"], link["other_id"]} == {first, second}
        assert (link["other_id"], link["rule"]) == (min(first, second), "same_number")
        assert cases(one) == [("recorded_twice", min(first, second))]
        assert len(one.rows("resident")) == 2

    def test_a_link_that_was_undone_is_not_made_again(self, ground: Ground) -> None:
        laptop = ground.laptop()
        people = [laptop.pen.insert("resident", resident(nik=NIK)) for _ in range(2)]
        for person in people:
            recorded(laptop, person)
        laptop.push()
        (link,) = laptop.rows("same_person_link").values()
        undo = {name: link[name] for name in ("resident_id", "other_id")}
        laptop.pen.insert("same_person_link", {**undo, "rule": "undone", "undoes_id": link["id"], "at": AT})
        laptop.pen.edit("resident", people[0], phone="1")
        laptop.push()
        assert len(laptop.rows("same_person_link")) == 2
        assert cases(laptop) == []

    def test_a_circle_of_links_is_one_person(self, ground: Ground) -> None:
        laptop = ground.laptop()
        one, two = (laptop.pen.insert("resident", resident()) for _ in range(2))
        for ends in ((one, two), (two, one)):
            laptop.pen.insert(
                "same_person_link", {"resident_id": ends[0], "other_id": ends[1], "rule": "by_hand", "at": AT}
            )
        recorded(laptop, one)
        recorded(laptop, two)
        laptop.push()
        assert cases(laptop) == [("recorded_twice", min(one, two))]

    def test_one_nik_for_two_people_is_a_case_until_it_is_corrected(self, ground: Ground) -> None:
        laptop = ground.laptop()
        one = laptop.pen.insert("resident", resident("SRI WAHYUNI", nik=NIK))
        two = laptop.pen.insert("resident", resident("BUDI HARTONO", nik=NIK), area=MAYANGAN)
        laptop.push()
        assert cases(laptop) == [("same_number", min(one, two))]
        assert laptop.rows("same_person_link") == {}
        laptop.pen.edit("resident", two, area=MAYANGAN, nik="3574035705909902")
        laptop.push()
        assert cases(laptop) == []


class TestSettling:
    def _case(self, laptop: FieldLaptop) -> str:
        for _ in range(2):
            laptop.pen.insert("card_handover", handover("q1"))
        laptop.push()
        (case,) = laptop.rows("case_file")
        return case

    def test_a_settlement_closes_the_case_and_of_two_the_later_shows(self, ground: Ground) -> None:
        one, two = ground.laptop(), ground.laptop()
        case = self._case(one)
        one.pen.insert("case_settlement", settlement(case, ground.lead, "first", "2019-02-23T02:00:00Z"))
        two.pen.insert("case_settlement", settlement(case, ground.lead, "second", "2019-02-23T01:30:00Z"))
        for laptop in (one, two):
            laptop.push()
            shown = laptop.rows("case_file")[case]
            assert (shown["state"], shown["decision"], shown["settled_by"]) == ("settled", "first", ground.lead)
        assert len(one.rows("case_settlement")) == 2

    @pytest.mark.parametrize("role", sorted(set(USER_ROLES) - LEADS))
    def test_who_may_not_decide_settles_nothing(self, ground: Ground, role: str) -> None:
        laptop = ground.laptop()
        case = self._case(laptop)
        other, _ = add_user(ground.centre, PROBOLINGGO, name="Agus", role=role, now_ms=ground.clock())
        laptop.pen.insert("case_settlement", settlement(case, other))
        laptop.push()
        assert laptop.rows("case_file")[case]["state"] == "open"
        assert len(laptop.rows("case_settlement")) == 1

    def test_a_settlement_may_come_before_what_it_settles(self, ground: Ground) -> None:
        laptop, late = ground.laptop(), ground.laptop()
        case = self._case(laptop)
        for _ in range(2):
            late.pen.insert("card_handover", handover("q1"))
        late.push()
        assert cases(laptop) == [("handed_over_twice", "q1")]
        assert cases(laptop, "withdrawn") == [("handed_over_twice", "q1")]
        laptop.pen.insert("case_settlement", settlement(case, ground.lead))
        laptop.push()
        assert laptop.rows("case_file")[case]["state"] == "settled"

    def test_a_laptop_writes_no_case_itself(self, ground: Ground) -> None:
        laptop = ground.laptop()
        values = {"kind": "x", "subject": "x", "members": "[]", "state": "open", "opened_at": AT}
        laptop.pen.insert("case_file", values)
        assert [each.reason for each in laptop.push().exceptions] == ["office"]
        assert [case["kind"] for case in laptop.rows("case_file").values()] == ["office"]


def test_looking_again_changes_nothing(ground: Ground) -> None:
    laptop = ground.laptop()
    people = [laptop.pen.insert("resident", resident(nik=NIK)) for _ in range(2)]
    for person in people:
        recorded(laptop, person)
    laptop.push()
    before = laptop.pull().heads
    laptop.push(laptop.pen.batch(1, len(laptop.pen.journal)))
    Watch(ground.centre).look(ground.clock())
    assert laptop.pull().heads == before


def test_a_look_that_finds_the_centre_busy_is_made_up_for_by_the_next(
    sqlite_ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = sqlite_ground.laptop()

    def look(_watch: Watch, _now_ms: int) -> None:
        raise busy()

    with monkeypatch.context() as patch:
        patch.setattr(Watch, "look", look)
        for _ in range(2):
            laptop.pen.insert("card_handover", handover("q1"))
        assert laptop.push().receipt.number == 2
    assert cases(laptop) == []
    laptop.pen.insert("resident", resident())
    laptop.push()
    assert cases(laptop) == [("handed_over_twice", "q1")]


def test_a_case_reaches_the_laptops_of_its_area_only(ground: Ground) -> None:
    jati, mayangan = ground.laptop(JATI), ground.laptop(MAYANGAN)
    for _ in range(2):
        jati.pen.insert("card_handover", handover("q1"))
    jati.push()
    here, there = (each.rows("case_file", cursors={area: 0}) for each, area in ((jati, JATI), (mayangan, MAYANGAN)))
    assert [case["subject"] for case in here.values()] == ["q1"]
    assert there == {}


FACTS = st.lists(
    st.sampled_from(
        [
            "handover",
            "print",
            "spoiled",
            "in",
            "out",
            "counted",
            "closing",
            "superseding",
            "team",
            "recording",
            "linked",
            "taken_back",
            "sent",
            "sent_again",
            "shelved",
        ]
    ),
    min_size=2,
    max_size=10,
)


@given(FACTS, st.randoms(use_true_random=False))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_open_cases_do_not_depend_on_the_order_of_arrival(
    sqlite_ground: Ground, facts: list[str], random: Any
) -> None:
    laptops = [sqlite_ground.laptop() for _ in range(2)]
    first = _outcome(laptops[0], facts)
    random.shuffle(facts)
    assert _outcome(laptops[1], facts) == first


def _outcome(laptop: FieldLaptop, facts: Sequence[str]) -> list[tuple[str, int]]:
    """Kind and number of members of the cases that are open once the facts have come in one by one."""
    names = {
        name: new_id() for name in ("request", "shift", "one", "two", "holder", "closing", "print", "batch", "other")
    }
    written: dict[str, int] = {}
    for fact in facts:
        written[fact] = written.get(fact, 0) + 1
        write = _send if fact in _SENDING else _write
        write(laptop, fact, names, written[fact])
        laptop.push()
    own = set(names.values())
    return sorted(
        (case["kind"], len(msgspec.json.decode(case["members"])))
        for case in laptop.rows("case_file").values()
        if case["state"] == "open" and any(name in case["subject"] for name in own)
    )


def _close(laptop: FieldLaptop, fact: str, names: dict[str, str], count: int) -> None:
    if fact == "team":
        laptop.pen.insert("closing", team_closing(new_id(), names["shift"]))
    elif fact == "superseding":
        laptop.pen.insert("closing", closing(names["shift"], supersedes_id=names["closing"]))
    else:
        laptop.pen.insert("closing", closing(names["shift"]), row=names["closing"] if count == 1 else "")


_SENDING = ("sent", "sent_again", "shelved")


def _send(laptop: FieldLaptop, fact: str, names: dict[str, str], count: int) -> None:
    batch = names["other" if fact == "sent_again" else "batch"]
    at = f"2019-02-23T0{4 if fact == 'shelved' else 3 if fact == 'sent' else 5}:00:0{count % 10}Z"
    if fact == "shelved":
        laptop.pen.insert("card_place", in_batch(names["request"], batch, at, "ready"))
    else:
        laptop.pen.insert("card_place", in_batch(names["request"], batch, at))
        laptop.pen.insert("handover_record", handover_record(batch))


def _write(laptop: FieldLaptop, fact: str, names: dict[str, str], count: int) -> None:
    pen = laptop.pen
    if fact == "handover":
        pen.insert("card_handover", handover(names["request"]))
    elif fact == "print":
        row = names["print"] if count == 1 else ""
        pen.insert("card_print", {"request_id": names["request"], "movement_id": "m", "at": AT}, row=row)
    elif fact == "spoiled":
        check = {"request_id": names["request"], "print_id": names["print"], "result": "wrong_data", "at": AT}
        pen.insert("card_check", check)
    elif fact == "counted":
        pen.insert("stock_count", {**counted(5, 4, f"2019-02-23T03:0{count % 10}:00Z"), "holder": names["holder"]})
    elif fact == "in":
        pen.insert("stock_movement", movement(5, "office", names["holder"]))
    elif fact == "out":
        pen.insert("stock_movement", movement(5, names["holder"], "used"))
    elif fact in ("closing", "superseding", "team"):
        _close(laptop, fact, names, count)
    elif fact == "recording":
        recorded(laptop, names["one"] if count % 2 else names["two"])
    elif fact == "linked":
        ends = {"resident_id": names["one"], "other_id": names["two"]}
        pen.insert("same_person_link", {**ends, "rule": "by_hand", "at": AT})
    else:
        request = pen.insert("service_request", request_for(names["one"]))
        slip = pen.insert("request_step", step(request))
        pen.insert("request_step", step(request, "back_in_queue", corrects_id=slip))


def test_two_versions_of_a_list_made_active_apart_are_a_case_until_one_takes_the_others_place(ground: Ground) -> None:
    one, two = ground.laptop(), ground.laptop()
    former, first, second = sorted((new_id(), new_id(), new_id()))
    for laptop, newer, hour in ((one, first, 3), (two, second, 4)):
        for list_id, state, other in ((newer, "active", former), (former, "superseded", newer)):
            laptop.pen.insert("list_step", list_step(list_id, state, other, hour), area=PROBOLINGGO)
    one.push()
    assert cases(one) == []
    two.push()
    assert cases(one) == cases(two) == [("list_active_twice", first)]
    one.pen.insert("list_step", list_step(first, "active", second, 5), area=PROBOLINGGO)
    one.pen.insert("list_step", list_step(second, "superseded", first, 5), area=PROBOLINGGO)
    one.push()
    assert cases(two) == []


def list_step(list_id: str, state: str, other: str, hour: int) -> dict[str, Any]:
    note = f'{{"user":"u","other":"{other}"}}'
    return {"list_id": list_id, "state": state, "note": note, "at": f"2019-02-23T0{hour}:00:00Z"}
