"""What a push does and answers, verdict by verdict."""

from __future__ import annotations

from typing import Any, ClassVar

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from field_pens import AT, JATI, MAYANGAN, PROBOLINGGO, FieldLaptop, Ground, key_of, new_id, request_for, resident

from fieldkit.records.journal import Header, Seen
from fieldkit.records.wire import CommandVerdict, PushReply, Verdict
from fieldkit.server.cases import open_cases
from fieldkit.server.database import reading, writing
from fieldkit.server.ledger.journal import is_whole
from fieldkit.server.office.writing import add_user
from fieldkit.server.schema import DEVICE_GRANT, FIELD_HISTORY, JOURNAL, METADATA


def only(reply: PushReply) -> CommandVerdict:
    """The one exception of a reply."""
    assert len(reply.exceptions) == 1, reply.exceptions
    return reply.exceptions[0]


def versions(reply: PushReply) -> dict[int, int]:
    """The feed number of each change that has one."""
    return {run.number + step: run.version + step for run in reply.feed for step in range(run.count)}


def kinds(ground: Ground) -> list[str]:
    """Of the cases that are open."""
    return [case.kind for case in open_cases(ground.centre, PROBOLINGGO)]


def row(laptop: FieldLaptop, table: str, row_id: str) -> dict[str, Any]:
    """A row as the centre has it."""
    return laptop.rows(table)[row_id]


def test_new_rows_are_applied_and_receipted(ground: Ground) -> None:
    laptop = ground.laptop()
    person = laptop.pen.insert("resident", resident(phone="081234567890"))
    request = laptop.pen.insert("service_request", request_for(person, papers='["kk"]'))

    reply = laptop.push()

    assert reply.exceptions == []
    assert (reply.receipt.number, reply.receipt.chain) == (2, laptop.pen.chain_at(2).hex())
    assert sorted(versions(reply)) == [1, 2]
    other = ground.laptop()
    assert row(other, "resident", person)["phone"] == "081234567890"
    assert row(other, "service_request", request)["version"] == versions(reply)[2]


def test_a_command_may_edit_the_row_that_it_inserts(ground: Ground) -> None:
    laptop, person = ground.laptop(), new_id()
    laptop.pen.command(
        [
            ("resident", person, JATI, resident(), True, {}),
            ("resident", person, JATI, {"phone": "081200000001"}, False, {}),
        ]
    )
    reply = laptop.push()
    assert reply.exceptions == []
    assert row(ground.laptop(), "resident", person)["phone"] == "081200000001"


def test_an_edit_of_a_field_that_nobody_touched_is_applied(ground: Ground) -> None:
    writer, editor = ground.laptop(), ground.laptop()
    person = writer.pen.insert("resident", resident(name="SRI WAHYUNI", nik="3574035705909901"))
    seen = versions(writer.push())[1]
    editor.pen.edit("resident", person, seen=seen, phone="081200000002", name="SRI WAHJUNI")
    assert editor.push().exceptions == []
    now = row(ground.laptop(), "resident", person)
    assert (now["phone"], now["name"], now["nik"]) == ("081200000002", "SRI WAHJUNI", "3574035705909901")


def test_null_clears_a_field(ground: Ground) -> None:
    laptop = ground.laptop()
    person = laptop.pen.insert("resident", resident(phone="081200000002"))
    laptop.pen.edit("resident", person, phone=None)
    assert laptop.push().exceptions == []
    assert row(ground.laptop(), "resident", person)["phone"] is None


class TestFactsThatExist:
    def test_the_same_fact_under_another_number_is_a_duplicate(self, ground: Ground) -> None:
        first, second = ground.laptop(), ground.laptop()
        fact = first.pen.insert("incident", {"shift_id": "s1", "kind": "power", "began_at": AT, "at": AT})
        version = versions(first.push())[1]
        second.pen.insert("incident", {"shift_id": "s1", "kind": "power", "began_at": AT, "at": AT}, row=fact)
        reply = second.push()
        assert only(reply).verdict is Verdict.DUPLICATE
        assert versions(reply) == {1: version}
        assert kinds(ground) == []

    @pytest.mark.parametrize("other", [{"kind": "network"}, {"effect": "30 menit"}])
    def test_another_fact_under_its_id_is_a_fork_and_the_first_stays(self, ground: Ground, other: Any) -> None:
        first, second = ground.laptop(), ground.laptop()
        values = {"shift_id": "s1", "kind": "power", "began_at": AT, "at": AT}
        fact = first.pen.insert("incident", values)
        first.push()
        second.pen.insert("incident", values | other, row=fact)
        answer = only(second.push())
        assert (answer.verdict, answer.reason) == (Verdict.CASE, "fork")
        assert row(ground.laptop(), "incident", fact)["kind"] == "power"
        case = open_cases(ground.centre, PROBOLINGGO)[0]
        assert (case.id, case.kind, case.row) == (answer.case_id, "fork", fact)
        assert case.details["proposed"] == other

    def test_a_row_offered_again_after_it_was_edited_is_a_duplicate(self, ground: Ground) -> None:
        first, second = ground.laptop(), ground.laptop()
        person = first.pen.insert("resident", resident(phone="1"))
        first.pen.edit("resident", person, phone="2")
        first.push()
        second.pen.insert("resident", resident(phone="1"), row=person)
        assert only(second.push()).verdict is Verdict.DUPLICATE
        assert row(ground.laptop(), "resident", person)["phone"] == "2"

    def test_facts_are_never_edited(self, ground: Ground) -> None:
        laptop = ground.laptop()
        fact = laptop.pen.insert("incident", {"shift_id": "s1", "kind": "power", "began_at": AT, "at": AT})
        laptop.pen.edit("incident", fact, kind="network")
        answer = only(laptop.push())
        assert (answer.number, answer.verdict, answer.reason) == (2, Verdict.REFUSED, "append_only")


class TestPlainFields:
    def _two_edits(self, ground: Ground, *, second_is_later: bool) -> tuple[PushReply, dict[str, Any]]:
        writer, one, two = ground.laptop(), ground.laptop(), ground.laptop()
        person = writer.pen.insert("resident", resident(phone="1"))
        seen = versions(writer.push())[1]
        one.pen.ticks, two.pen.ticks = (5, 9) if second_is_later else (9, 5)
        one.pen.edit("resident", person, seen=seen, phone="2")
        two.pen.edit("resident", person, seen=seen, phone="3")
        assert one.push().exceptions == []
        return two.push(), row(ground.laptop(), "resident", person)

    def test_the_later_stamp_wins_and_the_loser_is_in_history(self, ground: Ground) -> None:
        reply, now = self._two_edits(ground, second_is_later=True)
        assert only(reply).verdict is Verdict.MERGED
        assert now["phone"] == "3"
        assert self._history(ground) == [("phone", '"2"', "3574-P2.1")]

    def test_an_earlier_stamp_loses_and_is_in_history(self, ground: Ground) -> None:
        reply, now = self._two_edits(ground, second_is_later=False)
        assert only(reply).verdict is Verdict.MERGED
        assert now["phone"] == "2"
        assert versions(reply)[1] == now["version"]
        assert self._history(ground) == [("phone", '"3"', "3574-P3.1")]

    def _history(self, ground: Ground) -> list[tuple[str, str, str]]:
        with reading(ground.centre.engine) as connection:
            found = connection.execute(FIELD_HISTORY.select()).all()
        return [(entry.field, entry.value, entry.value_origin) for entry in found]

    def test_equal_values_never_conflict(self, ground: Ground) -> None:
        writer, one, two = ground.laptop(), ground.laptop(), ground.laptop()
        person = writer.pen.insert("resident", resident(phone="1", nik="1"))
        seen = versions(writer.push())[1]
        for laptop in (one, two):
            laptop.pen.edit("resident", person, seen=seen, phone="2", nik="2")
            assert laptop.push().exceptions == []

    def test_an_origin_never_conflicts_with_itself(self, ground: Ground) -> None:
        laptop = ground.laptop()
        person = laptop.pen.insert("resident", resident(phone="1", nik="1"))
        for value in "23":
            laptop.pen.edit("resident", person, phone=value, nik=value)
            assert laptop.push().exceptions == []
        assert row(ground.laptop(), "resident", person)["nik"] == "3"

    def test_different_fields_do_not_conflict(self, ground: Ground) -> None:
        writer, one, two = ground.laptop(), ground.laptop(), ground.laptop()
        person = writer.pen.insert("resident", resident())
        seen = versions(writer.push())[1]
        one.pen.edit("resident", person, seen=seen, phone="2")
        two.pen.edit("resident", person, seen=seen, address="JL. MASTRIP 9", nik="3574035705909901")
        assert one.push().exceptions == two.push().exceptions == []
        now = row(ground.laptop(), "resident", person)
        assert (now["phone"], now["address"]) == ("2", "JL. MASTRIP 9")

    def test_whoever_saw_a_value_writes_after_it_whatever_the_clocks_say(self, ground: Ground) -> None:
        fast, slow, third = ground.laptop(), ground.laptop(), ground.laptop()
        person = fast.pen.insert("resident", resident(phone="1"))
        first = versions(fast.push())[1]
        fast.pen.edit("resident", person, seen=first, phone="2")
        second = versions(fast.push())[2]
        slow.pen.command([("resident", person, JATI, {"phone": "3"}, False, {"seen": Seen(1, second, 0), "stamp": 7})])
        assert slow.push().exceptions == []
        third.pen.command([("resident", person, JATI, {"phone": "4"}, False, {"seen": Seen(1, first, 0), "stamp": 8})])
        third.push()
        assert row(ground.laptop(), "resident", person)["phone"] == "3"

    def test_a_clock_far_ahead_does_not_win_for_ever(self, ground: Ground) -> None:
        ahead, right = ground.laptop(), ground.laptop()
        person = ahead.pen.insert("resident", resident(phone="1"))
        seen = versions(ahead.push())[1]
        next_year = (ground.clock() + 365 * 86_400_000) << 16
        edit = {"seen": Seen(1, seen, 0), "stamp": next_year}
        ahead.pen.command([("resident", person, JATI, {"phone": "2"}, False, edit)])
        ahead.push()
        ground.clock.now_ms += 3_600_000
        right.pen.edit("resident", person, seen=seen, phone="3")
        assert only(right.push()).verdict is Verdict.MERGED
        assert row(ground.laptop(), "resident", person)["phone"] == "3"


class TestWeightyFields:
    def test_another_value_opens_a_case_with_both_and_the_first_stays(self, ground: Ground) -> None:
        writer, one, two = ground.laptop(), ground.laptop(), ground.laptop()
        person = writer.pen.insert("resident", resident(nik="1"))
        seen = versions(writer.push())[1]
        one.pen.edit("resident", person, seen=seen, nik="2")
        two.pen.edit("resident", person, seen=seen, nik="3", phone="081200000003")
        one.push()
        reply = two.push()
        answer = only(reply)
        assert (answer.verdict, answer.reason) == (Verdict.CASE, "weighty")
        now = row(ground.laptop(), "resident", person)
        assert (now["nik"], now["phone"], now["version"]) == ("2", "081200000003", versions(reply)[1])
        case = open_cases(ground.centre, PROBOLINGGO)[0]
        by = [one.pen.origin, 1, case.details["fields"]["nik"]["by"][2]]
        assert case.details["fields"] == {"nik": {"current": "2", "proposed": "3", "by": by}}

    def test_whoever_has_seen_the_other_value_may_change_it(self, ground: Ground) -> None:
        one, two = ground.laptop(), ground.laptop()
        person = one.pen.insert("resident", resident(nik="1"))
        one.pen.edit("resident", person, nik="2")
        seen = versions(one.push())[2]
        two.pen.edit("resident", person, seen=seen, nik="3")
        assert two.push().exceptions == []

    def test_what_was_seen_in_an_epoch_that_is_over_counts_as_not_seen(self, ground: Ground) -> None:
        one, two = ground.laptop(), ground.laptop()
        person = one.pen.insert("resident", resident(nik="1"))
        one.pen.edit("resident", person, nik="2")
        seen = versions(one.push())[2]
        two.pen.command([("resident", person, JATI, {"nik": "3"}, False, {"seen": Seen(0, seen, 0)})])
        assert only(two.push()).reason == "weighty"


class TestHeldEdits:
    def test_an_edit_of_an_unknown_row_is_held_and_applied_when_the_row_arrives(self, ground: Ground) -> None:
        early, writer = ground.laptop(), ground.laptop()
        person = new_id()
        early.pen.edit("resident", person, phone="081200000004")
        reply = early.push()
        assert (only(reply).verdict, only(reply).reason, reply.feed) == (Verdict.HELD, "row", [])
        assert early.rows("resident") == {}

        writer.pen.insert("resident", resident(), row=person)
        writer.push()

        for laptop in (early, writer):
            assert row(laptop, "resident", person)["phone"] == "081200000004"
        again = early.push(early.pen.batch(1, 1))
        assert again.exceptions == []
        assert versions(again) == {1: row(early, "resident", person)["version"]}

    def test_a_command_waits_whole_for_all_its_rows(self, ground: Ground) -> None:
        early, writer = ground.laptop(), ground.laptop()
        one, two, fact = new_id(), new_id(), new_id()
        incident = {"shift_id": "s1", "kind": "power", "began_at": AT, "at": AT}
        early.pen.command(
            [
                ("incident", fact, JATI, incident, True, {}),
                ("resident", one, JATI, {"phone": "1"}, False, {}),
                ("resident", two, JATI, {"phone": "2"}, False, {}),
            ]
        )
        assert only(early.push()).verdict is Verdict.HELD
        writer.pen.insert("resident", resident(), row=one)
        writer.push()
        assert writer.rows("incident") == {}
        assert row(writer, "resident", one)["phone"] is None
        writer.pen.insert("resident", resident(), row=two)
        writer.push()
        assert list(writer.rows("incident")) == [fact]
        assert [row(writer, "resident", each)["phone"] for each in (one, two)] == ["1", "2"]

    def test_a_row_that_a_held_command_brings_frees_what_waited_for_it(self, ground: Ground) -> None:
        one, two, writer = ground.laptop(), ground.laptop(), ground.laptop()
        first, second = new_id(), new_id()
        one.pen.edit("resident", second, phone="1")
        one.push()
        two.pen.command(
            [
                ("resident", second, JATI, resident(), True, {}),
                ("resident", first, JATI, {"phone": "2"}, False, {}),
            ]
        )
        two.push()
        writer.pen.insert("resident", resident(), row=first)
        writer.push()
        now = writer.rows("resident")
        assert (now[first]["phone"], now[second]["phone"]) == ("2", "1")

    def test_edit_and_row_may_come_in_one_push_in_the_wrong_order(self, ground: Ground) -> None:
        laptop, person = ground.laptop(), new_id()
        laptop.pen.edit("resident", person, phone="5")
        laptop.pen.insert("resident", resident(), row=person)
        reply = laptop.push()
        assert reply.exceptions == []
        assert row(ground.laptop(), "resident", person)["phone"] == "5"
        assert versions(reply)[1] == row(ground.laptop(), "resident", person)["version"]


class TestWhatCanNotBeRead:
    @pytest.mark.parametrize(
        ("table", "values"),
        [
            ("resident", {"name": "SRI"}),
            ("resident", {"name": None, "village": JATI}),
            ("resident", {"name": 7, "village": JATI}),
            ("resident", {"name": "SRI\0", "village": JATI}),
            ("resident", {"name": "SRI", "village": JATI, "birth_date": "17-05-1990"}),
            ("resident", {"name": "SRI", "village": JATI, "birth_date": "1990-02-30"}),
            ("resident", {"name": "SRI", "village": JATI, "birth_date": "0000-01-01"}),
            ("incident", {"shift_id": "s1", "kind": "power", "began_at": "2019-02-31T02:05:00Z", "at": AT}),
            ("resident", {"name": "SRI", "village": "9" * 201}),
            (
                "stock_movement",
                {"product": "blank", "quantity": 2**31, "kind": "x", "from_holder": "a", "to_holder": "b", "at": AT},
            ),
            (
                "stock_movement",
                {"product": "blank", "quantity": "1", "kind": "x", "from_holder": "a", "to_holder": "b", "at": AT},
            ),
            (
                "stock_movement",
                {"product": "blank", "quantity": 1.5, "kind": "x", "from_holder": "a", "to_holder": "b", "at": AT},
            ),
            ("closing", {"document": {"not": "text"}}),
        ],
    )
    def test_a_malformed_change_is_refused_and_does_not_block_the_rest(
        self, ground: Ground, table: str, values: dict[str, Any]
    ) -> None:
        laptop = ground.laptop()
        laptop.pen.insert(table, values)
        person = laptop.pen.insert("resident", resident())
        reply = laptop.push()
        answer = only(reply)
        assert (answer.number, answer.verdict, answer.reason) == (1, Verdict.REFUSED, "malformed")
        assert (reply.receipt.number, list(versions(reply))) == (2, [2])
        assert list(ground.laptop().rows("resident")) == [person]

    def test_an_edit_to_a_day_that_no_calendar_has_is_refused(self, ground: Ground) -> None:
        laptop = ground.laptop()
        person = laptop.pen.insert("resident", resident(birth_date="1990-05-17"))
        laptop.pen.edit("resident", person, birth_date="1990-02-30")
        answer = only(laptop.push())
        assert (answer.number, answer.verdict, answer.reason) == (2, Verdict.REFUSED, "malformed")
        assert row(ground.laptop(), "resident", person)["birth_date"] == "1990-05-17"

    @pytest.mark.parametrize(
        "part",
        [
            {"row": ""},
            {"row": "a\0b"},
            {"row": "x" * 65},
            {"area": "35.74.3", "regency": "35.74"},
            {"area": "35.74' OR 1=1", "regency": "35.74"},
            {"area": "11.01.01.2001", "regency": "35.74"},
            {"area": "", "regency": ""},
        ],
    )
    def test_a_header_that_makes_no_sense_is_refused(self, ground: Ground, part: dict[str, Any]) -> None:
        laptop = ground.laptop()
        laptop.pen.insert("resident", resident())
        laptop.pen.command([("resident", new_id(), JATI, resident(), True, part)])
        laptop.pen.insert("resident", resident())
        answer = only(laptop.push())
        assert (answer.number, answer.verdict) == (2, Verdict.REFUSED)
        assert len(ground.laptop().rows("resident")) == 2

    def test_the_changes_of_a_refused_command_fall_together(self, ground: Ground) -> None:
        laptop = ground.laptop()
        laptop.pen.command(
            [
                ("resident", new_id(), JATI, resident(), True, {}),
                ("resident", new_id(), JATI, {"name": 1}, True, {}),
            ]
        )
        assert only(laptop.push()).verdict is Verdict.REFUSED
        assert ground.laptop().rows("resident") == {}

    @pytest.mark.parametrize(
        ("table", "values"),
        [("drone_flight", {"height": 3}), ("resident", {**resident(), "blood_type": "O"})],
    )
    def test_what_a_newer_laptop_knows_is_parked_whole(self, ground: Ground, table: str, values: Any) -> None:
        laptop = ground.laptop()
        laptop.pen.insert(table, values)
        laptop.pen.insert("resident", resident())
        answer = only(laptop.push())
        assert (answer.verdict, answer.reason) == (Verdict.HELD, "unknown")
        with reading(ground.centre.engine) as connection:
            kept = connection.execute(
                JOURNAL.select().where(JOURNAL.c.number == 1, JOURNAL.c.origin == "3574-P1.1")
            ).one()
        assert (kept.header, kept.salt, kept.fields) == (
            laptop.pen.journal[0].header,
            laptop.pen.journal[0].salt,
            laptop.pen.journal[0].fields,
        )

    def test_an_unreadable_header_is_journalled_and_refused(self, ground: Ground) -> None:
        laptop = ground.laptop()
        laptop.pen.write(Header(1, laptop.pen.origin, 1, 1, 1, 0, "resident", 7, "", "", "", Seen(), True), {})  # type: ignore[arg-type]
        laptop.pen.insert("resident", resident())
        answer = only(laptop.push())
        assert (answer.number, answer.verdict) == (1, Verdict.REFUSED)
        with reading(ground.centre.engine) as connection:
            assert is_whole(connection, (PROBOLINGGO, laptop.pen.origin))


class TestWhoAndWhere:
    def test_a_fact_out_of_scope_is_stored_with_a_case(self, ground: Ground) -> None:
        laptop = ground.laptop(JATI)
        fact = laptop.pen.insert(
            "incident", {"shift_id": "s1", "kind": "power", "began_at": AT, "at": AT}, area=MAYANGAN
        )
        answer = only(laptop.push())
        assert (answer.verdict, answer.reason) == (Verdict.CASE, "scope")
        assert fact in ground.laptop().rows("incident")

    def test_an_edit_out_of_scope_is_not_applied(self, ground: Ground) -> None:
        office, laptop = ground.laptop(), ground.laptop(JATI)
        person = office.pen.insert("resident", resident(phone="1"), area=MAYANGAN)
        office.push()
        laptop.pen.edit("resident", person, area=MAYANGAN, phone="2")
        laptop.pen.edit("resident", person, area=JATI, phone="3")
        reply = laptop.push()
        assert [(each.verdict, each.reason) for each in reply.exceptions] == [(Verdict.CASE, "scope")] * 2
        assert row(office, "resident", person)["phone"] == "1"
        assert [case.details["proposed"] for case in open_cases(ground.centre, PROBOLINGGO)] == [
            {"phone": "2"},
            {"phone": "3"},
        ]

    def test_work_for_a_regency_that_is_not_hosted_is_kept_with_a_case(self, ground: Ground) -> None:
        laptop = ground.laptop()
        laptop.pen.insert("resident", resident(), area="11.01.01.2001")
        reply = laptop.push()
        assert (only(reply).reason, reply.feed) == ("scope", [])
        assert kinds(ground) == ["scope"]

    @pytest.mark.parametrize("user", ["", "nobody", "x\0y", "é" * 10])
    def test_work_by_an_unknown_user_is_stored_with_a_case(self, ground: Ground, user: str) -> None:
        laptop = ground.laptop()
        laptop.pen.user = user
        person = laptop.pen.insert("resident", resident())
        laptop.pen.edit("resident", person, phone="2")
        reply = laptop.push()
        assert [(each.verdict, each.reason) for each in reply.exceptions] == [(Verdict.CASE, "user")] * 2
        assert row(ground.laptop(), "resident", person)["phone"] is None

    def test_work_by_a_user_who_left_is_a_case(self, ground: Ground) -> None:
        users = METADATA.tables["app_user"]
        with writing(ground.centre.engine) as connection:
            connection.execute(users.update().where(users.c.id == ground.lead).values(active=0))
        laptop = ground.laptop()
        laptop.pen.insert("resident", resident())
        assert only(laptop.push()).reason == "user"

    def test_one_command_opens_one_case(self, ground: Ground) -> None:
        laptop = ground.laptop(JATI)
        laptop.pen.command([("resident", new_id(), MAYANGAN, resident(), True, {}) for _ in range(3)])
        reply = laptop.push()
        assert only(reply).case_id == open_cases(ground.centre, PROBOLINGGO)[0].id
        assert kinds(ground) == ["scope"]

    def test_work_from_before_the_end_of_a_grant_is_in_scope_when_it_arrives_later(self, ground: Ground) -> None:
        laptop = ground.laptop(JATI)
        laptop.pen.insert("resident", resident())
        self._end_grants(ground, ground.clock() + 1)
        ground.clock.now_ms += 86_400_000
        assert laptop.push().exceptions == []
        laptop.pen.insert("resident", resident())
        assert only(laptop.push()).reason == "scope"

    def _end_grants(self, ground: Ground, until_ms: int) -> None:
        with writing(ground.centre.engine) as connection:
            connection.execute(DEVICE_GRANT.update().values(until_ms=until_ms))


class TestWhatTheOfficeOwns:
    TARGET: ClassVar = {"village": JATI, "quantity": 1024, "until": "2019-02-23"}

    @pytest.mark.parametrize("role", ["planner", "admin", "lead"])
    def test_those_who_plan_may_write_it(self, ground: Ground, role: str) -> None:
        user, _ = add_user(ground.centre, PROBOLINGGO, name="Agus", role=role, now_ms=ground.clock())
        laptop = ground.laptop(user=user)
        target = laptop.pen.insert("target", self.TARGET)
        laptop.pen.edit("target", target, quantity=1000)
        assert laptop.push().exceptions == []
        assert row(ground.laptop(), "target", target)["quantity"] == 1000

    def test_an_operator_s_is_a_case_and_not_applied(self, ground: Ground) -> None:
        user, _ = add_user(ground.centre, PROBOLINGGO, name="Budi", role="operator", now_ms=ground.clock())
        planner, operator = ground.laptop(), ground.laptop(user=user)
        target = planner.pen.insert("target", self.TARGET)
        planner.push()
        operator.pen.insert("target", self.TARGET)
        operator.pen.edit("target", target, quantity=1)
        person = operator.pen.insert("resident", resident(list_id="list-1"))
        reply = operator.push()
        assert [(each.number, each.reason) for each in reply.exceptions] == [
            (1, "office"),
            (2, "office"),
            (3, "office"),
        ]
        assert {each["quantity"] for each in planner.rows("target").values()} == {1024}
        assert row(planner, "resident", person)["list_id"] is None
        assert open_cases(ground.centre, PROBOLINGGO)[2].details["proposed"] == {"list_id": "list-1"}

    @pytest.mark.parametrize("role", ["lead", "admin"])
    def test_no_laptop_writes_users(self, ground: Ground, role: str) -> None:
        user, _ = add_user(ground.centre, PROBOLINGGO, name="Agus", role=role, now_ms=ground.clock())
        laptop = ground.laptop(user=user)
        laptop.pen.insert("app_user", {"name": "X", "role": "admin", "active": 1}, area=PROBOLINGGO)
        laptop.pen.edit("app_user", ground.lead, area=PROBOLINGGO, role="admin")
        assert [each.reason for each in laptop.push().exceptions] == ["office", "office"]
        users = ground.laptop().rows("app_user")
        assert set(users) == {ground.lead, user}
        assert users[ground.lead]["role"] == "lead"


class TestSignatures:
    DOCUMENT = '{"people":12,"spoiled":1}'

    def _close(self, ground: Ground, *, key: Ed25519PrivateKey, **other: Any) -> PushReply:
        laptop = ground.laptop()
        made = key_of(laptop, ground.lead, ground.lead_code)
        key_id, signer = made.id, made.secret
        closing = {
            "shift_id": "s1",
            "kind": "table",
            "number": 1,
            "document": self.DOCUMENT,
            "signer_id": ground.lead,
            "key_id": key_id,
            "signature": (key or signer).sign(self.DOCUMENT.encode()).hex(),
            "at": AT,
        }
        laptop.pen.insert("closing", closing | other)
        reply = laptop.push()
        assert len(ground.laptop().rows("closing")) == 1
        return reply

    def test_a_closing_signed_by_its_signer_is_applied(self, ground: Ground) -> None:
        assert self._close(ground, key=None).exceptions == []  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        "other",
        [
            {"signature": "00" * 64},
            {"signature": "not hex"},
            {"document": '{"people":13,"spoiled":1}'},
            {"key_id": "unknown"},
            {"key_id": ""},
        ],
    )
    def test_a_closing_whose_signature_does_not_fit_is_stored_with_a_case(self, ground: Ground, other: Any) -> None:
        reply = self._close(ground, key=None, **other)  # type: ignore[arg-type]
        assert (only(reply).verdict, only(reply).reason) == (Verdict.CASE, "signature")

    def test_a_closing_signed_by_nobody_who_is_known_is_stored_with_a_case(self, ground: Ground) -> None:
        reply = self._close(ground, key=None, signer_id="somebody-else")  # type: ignore[arg-type]
        assert (only(reply).verdict, only(reply).reason) == (Verdict.CASE, "user")

    def test_another_key_than_the_one_named_does_not_fit(self, ground: Ground) -> None:
        assert only(self._close(ground, key=Ed25519PrivateKey.generate())).reason == "signature"

    def test_what_the_head_did_not_sign_is_stored_with_a_case(self, ground: Ground) -> None:
        head, code = add_user(ground.centre, PROBOLINGGO, name="Suroso", role="head", now_ms=ground.clock())
        laptop = ground.laptop(user=head)
        made = key_of(laptop, head, code)
        key_id, signer = made.id, made.secret
        signed = {"kind": "targets", "subject": PROBOLINGGO, "document": self.DOCUMENT, "signer_id": head, "at": AT}
        signed |= {"key_id": key_id, "signature": signer.sign(self.DOCUMENT.encode()).hex()}
        laptop.pen.insert("approval", signed)
        assert laptop.push().exceptions == []
        laptop.pen.insert("approval", signed | {"document": '{"people":13}'})
        assert only(laptop.push()).reason == "signature"


class TestMoves:
    def test_a_row_that_moves_is_removed_in_the_one_area_and_put_in_the_other(self, ground: Ground) -> None:
        laptop, here, there = ground.laptop(), ground.laptop(JATI), ground.laptop(MAYANGAN)
        person = laptop.pen.insert("resident", resident(), area=JATI)
        laptop.push()
        before = here.pull({JATI: 0})
        laptop.pen.edit("resident", person, area=MAYANGAN, village=MAYANGAN)
        laptop.push()
        after = here.pull(before.cursors)
        assert [(each.row, each.area) for each in after.removals] == [(person, JATI)]
        assert after.tables == []
        assert person in there.rows("resident", cursors={MAYANGAN: 0})

    def test_a_row_that_comes_back_is_no_longer_removed(self, ground: Ground) -> None:
        laptop, here = ground.laptop(), ground.laptop(JATI)
        person = laptop.pen.insert("resident", resident(), area=JATI)
        for area in (MAYANGAN, JATI):
            laptop.pen.edit("resident", person, area=area, village=area)
        laptop.push()
        reply = here.pull({JATI: 0})
        assert reply.removals == []
        assert person in here.rows("resident", cursors={JATI: 0})

    def test_an_edit_made_before_the_move_does_not_move_the_row_back(self, ground: Ground) -> None:
        mover, other = ground.laptop(), ground.laptop()
        person = mover.pen.insert("resident", resident(), area=JATI)
        seen = versions(mover.push())[1]
        mover.pen.edit("resident", person, area=MAYANGAN, village=MAYANGAN)
        mover.push()
        other.pen.edit("resident", person, area=JATI, seen=seen, phone="2")
        assert other.push().exceptions == []
        now = row(ground.laptop(), "resident", person)
        assert (now["area"], now["village"], now["phone"]) == (MAYANGAN, MAYANGAN, "2")

    def test_a_contested_village_does_not_move_the_row(self, ground: Ground) -> None:
        one, two = ground.laptop(), ground.laptop()
        person = one.pen.insert("resident", resident(), area=JATI)
        seen = versions(one.push())[1]
        one.pen.edit("resident", person, area=MAYANGAN, village=MAYANGAN)
        one.push()
        two.pen.edit("resident", person, area="35.74.03.1002", seen=seen, village="35.74.03.1002")
        assert only(two.push()).reason == "weighty"
        assert row(ground.laptop(), "resident", person)["area"] == MAYANGAN
